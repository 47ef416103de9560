-- link_sources: registers the sources and targets of a process and links them to it, at every grain named. Internal.
--
-- p_process_id          the process, its row locked
-- p_sources, p_targets  as parse_sources takes them; NULL: none
-- p_actor_id            who says so
-- Returns: whether anything was new. Errors: PT011 invalid_argument.
-- Tables: process_source, process_source_object, process_source_object_attribute, process_target,
-- process_target_object, process_target_object_attribute, and those of register_sources.
CREATE OR REPLACE FUNCTION link_sources(
    p_process_id IN NUMBER,
    p_sources IN CLOB,
    p_targets IN CLOB,
    p_actor_id IN NUMBER
) RETURN BOOLEAN
AUTHID DEFINER
IS
    v_read CLOB := parse_sources(p_sources, 'sources');
    v_written CLOB := parse_sources(p_targets, 'targets');
    v_all CLOB;
    v_number NUMBER;
    v_is_linked BOOLEAN;
BEGIN
    -- Most starts name what the process is linked to already, and are done with these two looks.
    SELECT COUNT(*) INTO v_number
    FROM JSON_TABLE(
        v_read, '$[*]' COLUMNS (
            source_name VARCHAR2(4000) PATH '$.s',
            object_name VARCHAR2(4000) PATH '$.o',
            attribute_name VARCHAR2(4000) PATH '$.a'
        )
    ) leaf
    LEFT JOIN source_lkup s ON leaf.source_name = s.source_name
    LEFT JOIN source_object_lkup o ON s.source_id = o.source_id AND leaf.object_name = o.source_object_name
    LEFT JOIN source_object_attribute_lkup a
        ON o.source_object_id = a.source_object_id AND leaf.attribute_name = a.source_object_attribute_name
    LEFT JOIN process_source ls ON s.source_id = ls.source_id AND ls.process_id = p_process_id
    LEFT JOIN process_source_object lo ON o.source_object_id = lo.source_object_id AND lo.process_id = p_process_id
    LEFT JOIN process_source_object_attribute la
        ON a.source_object_attribute_id = la.source_object_attribute_id AND la.process_id = p_process_id
    WHERE ls.process_id IS NULL
        OR leaf.object_name IS NOT NULL AND lo.process_id IS NULL
        OR leaf.attribute_name IS NOT NULL AND la.process_id IS NULL;
    v_is_linked := v_number > 0;
    SELECT COUNT(*) INTO v_number
    FROM JSON_TABLE(
        v_written, '$[*]' COLUMNS (
            source_name VARCHAR2(4000) PATH '$.s',
            object_name VARCHAR2(4000) PATH '$.o',
            attribute_name VARCHAR2(4000) PATH '$.a'
        )
    ) leaf
    LEFT JOIN source_lkup s ON leaf.source_name = s.source_name
    LEFT JOIN source_object_lkup o ON s.source_id = o.source_id AND leaf.object_name = o.source_object_name
    LEFT JOIN source_object_attribute_lkup a
        ON o.source_object_id = a.source_object_id AND leaf.attribute_name = a.source_object_attribute_name
    LEFT JOIN process_target ls ON s.source_id = ls.target_source_id AND ls.process_id = p_process_id
    LEFT JOIN process_target_object lo ON o.source_object_id = lo.target_object_id AND lo.process_id = p_process_id
    LEFT JOIN process_target_object_attribute la
        ON a.source_object_attribute_id = la.target_object_attribute_id AND la.process_id = p_process_id
    WHERE ls.process_id IS NULL
        OR leaf.object_name IS NOT NULL AND lo.process_id IS NULL
        OR leaf.attribute_name IS NOT NULL AND la.process_id IS NULL;
    v_is_linked := v_is_linked OR v_number > 0;

    IF v_is_linked THEN
        -- In one pass: two calls whose sources and targets are each other's would block one another.
        v_all := CASE
            WHEN v_read = '[]' THEN v_written
            WHEN v_written = '[]' THEN v_read
            ELSE SUBSTR(v_read, 1, LENGTH(v_read) - 1) || ',' || SUBSTR(v_written, 2)
        END;
        register_sources(v_all, p_actor_id);
        link_read_sources(p_process_id, v_read, p_actor_id);
        link_written_sources(p_process_id, v_written, p_actor_id);
    END IF;
    RETURN v_is_linked;
END link_sources;
/
