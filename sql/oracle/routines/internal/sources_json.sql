-- sources_json: sources or targets of a process, with objects and attributes, as a JSON array in name order. Internal.
--
-- p_process_id  the process
-- p_is_target   1: what it writes; 0: what it reads. No BOOLEAN, because queries call it
-- Returns: [{source_id, source_name, source_objects: [{source_object_id, source_object_name,
-- source_object_attributes: [{source_object_attribute_id, source_object_attribute_name}]}]}]. Errors: none.
-- Tables: source_lkup, source_object_lkup, source_object_attribute_lkup, process_source, process_source_object,
-- process_source_object_attribute, process_target, process_target_object, process_target_object_attribute.
CREATE OR REPLACE FUNCTION sources_json(p_process_id IN NUMBER, p_is_target IN NUMBER) RETURN CLOB
AUTHID DEFINER
IS
    v_json CLOB := '[';
    v_text VARCHAR2(32767);
    v_source_id source_lkup.source_id%TYPE;
    v_object_id source_object_lkup.source_object_id%TYPE;
BEGIN
    -- Written piece by piece, because JSON_OBJECT of Oracle 12.2 returns no CLOB. JSON_ARRAY escapes the names.
    FOR leaf IN (
        WITH linked_source AS (
            SELECT source_id AS id FROM process_source WHERE process_id = p_process_id AND p_is_target = 0
            UNION ALL
            SELECT target_source_id FROM process_target WHERE process_id = p_process_id AND p_is_target = 1
        ),
        linked_object AS (
            SELECT source_object_id AS id FROM process_source_object WHERE process_id = p_process_id AND p_is_target = 0
            UNION ALL
            SELECT target_object_id FROM process_target_object WHERE process_id = p_process_id AND p_is_target = 1
        ),
        linked_attribute AS (
            SELECT source_object_attribute_id AS id
            FROM process_source_object_attribute
            WHERE process_id = p_process_id AND p_is_target = 0
            UNION ALL
            SELECT target_object_attribute_id
            FROM process_target_object_attribute
            WHERE process_id = p_process_id AND p_is_target = 1
        ),
        known_object AS (
            SELECT o.source_id, o.source_object_id, o.source_object_name
            FROM linked_object l
            INNER JOIN source_object_lkup o ON l.id = o.source_object_id
        ),
        known_attribute AS (
            SELECT a.source_object_id, a.source_object_attribute_id, a.source_object_attribute_name
            FROM linked_attribute l
            INNER JOIN source_object_attribute_lkup a ON l.id = a.source_object_attribute_id
        )
        SELECT
            s.source_id,
            JSON_ARRAY(s.source_name RETURNING VARCHAR2(4000)) AS source_names,
            o.source_object_id,
            JSON_ARRAY(o.source_object_name RETURNING VARCHAR2(4000)) AS object_names,
            a.source_object_attribute_id,
            JSON_ARRAY(a.source_object_attribute_name RETURNING VARCHAR2(4000)) AS attribute_names
        FROM linked_source l
        INNER JOIN source_lkup s ON l.id = s.source_id
        LEFT JOIN known_object o ON s.source_id = o.source_id
        LEFT JOIN known_attribute a ON o.source_object_id = a.source_object_id
        ORDER BY
            NLSSORT(s.source_name, 'NLS_SORT=BINARY'),
            NLSSORT(o.source_object_name, 'NLS_SORT=BINARY'),
            NLSSORT(a.source_object_attribute_name, 'NLS_SORT=BINARY')
    ) LOOP
        v_text := NULL;
        IF v_source_id IS NULL OR v_source_id <> leaf.source_id THEN
            v_text := CASE WHEN v_object_id IS NOT NULL THEN ']}' END
                || CASE WHEN v_source_id IS NOT NULL THEN ']},' END
                || '{"source_id":' || leaf.source_id || ',"source_name":'
                || SUBSTR(leaf.source_names, 2, LENGTH(leaf.source_names) - 2) || ',"source_objects":[';
            v_source_id := leaf.source_id;
            v_object_id := NULL;
        END IF;
        IF leaf.source_object_id IS NOT NULL AND (v_object_id IS NULL OR v_object_id <> leaf.source_object_id) THEN
            v_text := v_text || CASE WHEN v_object_id IS NOT NULL THEN ']},' END
                || '{"source_object_id":' || leaf.source_object_id || ',"source_object_name":'
                || SUBSTR(leaf.object_names, 2, LENGTH(leaf.object_names) - 2) || ',"source_object_attributes":[';
            v_object_id := leaf.source_object_id;
        ELSIF leaf.source_object_attribute_id IS NOT NULL THEN
            v_text := v_text || ',';
        END IF;
        IF leaf.source_object_attribute_id IS NOT NULL THEN
            v_text := v_text || '{"source_object_attribute_id":' || leaf.source_object_attribute_id
                || ',"source_object_attribute_name":'
                || SUBSTR(leaf.attribute_names, 2, LENGTH(leaf.attribute_names) - 2) || '}';
        END IF;
        v_json := v_json || v_text;
    END LOOP;
    RETURN v_json || CASE WHEN v_object_id IS NOT NULL THEN ']}' END || CASE WHEN v_source_id IS NOT NULL THEN ']}' END
        || ']';
END sources_json;
/
