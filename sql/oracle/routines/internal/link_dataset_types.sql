-- link_dataset_types: links dataset types to a process, and all of its to its sources, targets and objects. Internal.
--
-- p_process_id  the process, its sources and targets linked already, its row locked
-- p_text        JSON array of names of dataset types; NULL: none that are new, but perhaps new sources
-- p_actor_id    who says so
-- Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: dataset_type_lkup, process_dataset_type, source_dataset_type, source_object_dataset_type, process_source,
-- process_target, process_source_object, process_target_object.
CREATE OR REPLACE PROCEDURE link_dataset_types(p_process_id IN NUMBER, p_text IN CLOB, p_actor_id IN NUMBER)
AUTHID DEFINER
IS
    v_unknown VARCHAR2(4000);
BEGIN
    IF p_text IS NOT NULL THEN
        check_names(p_text, 'dataset_types', 250);
        SELECT LISTAGG('"' || item.name || '"', ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY item.name)
        INTO v_unknown
        FROM JSON_TABLE(p_text, '$[*]' COLUMNS (name VARCHAR2(4000) PATH '$')) item
        WHERE NOT EXISTS (SELECT 1 FROM dataset_type_lkup d WHERE d.dataset_type = item.name);
        IF v_unknown IS NOT NULL THEN
            raise_error(
                'PT008: there is no dataset type %; add it with create_topic, or give a known one', v_unknown
            );
        END IF;

        INSERT INTO process_dataset_type (process_id, dataset_type_id, created_by, updated_by)
        SELECT DISTINCT p_process_id, d.dataset_type_id, p_actor_id, p_actor_id
        FROM JSON_TABLE(p_text, '$[*]' COLUMNS (name VARCHAR2(4000) PATH '$')) item
        INNER JOIN dataset_type_lkup d ON item.name = d.dataset_type
        WHERE NOT EXISTS (
            SELECT 1
            FROM process_dataset_type l
            WHERE l.process_id = p_process_id AND l.dataset_type_id = d.dataset_type_id
        );
    END IF;

    -- Other processes may link the same sources: see register_sources.
    FOR v_attempt IN 1 .. 10 LOOP
        BEGIN
            INSERT INTO source_dataset_type (source_id, dataset_type_id, created_by, updated_by)
            SELECT linked.id, l.dataset_type_id, p_actor_id, p_actor_id
            FROM process_dataset_type l
            CROSS JOIN (
                SELECT source_id AS id FROM process_source WHERE process_id = p_process_id
                UNION
                SELECT target_source_id FROM process_target WHERE process_id = p_process_id
            ) linked
            WHERE l.process_id = p_process_id
                AND NOT EXISTS (
                    SELECT 1
                    FROM source_dataset_type d
                    WHERE d.source_id = linked.id AND d.dataset_type_id = l.dataset_type_id
                )
            ORDER BY linked.id, l.dataset_type_id;

            INSERT INTO source_object_dataset_type (source_object_id, dataset_type_id, created_by, updated_by)
            SELECT linked.id, l.dataset_type_id, p_actor_id, p_actor_id
            FROM process_dataset_type l
            CROSS JOIN (
                SELECT source_object_id AS id FROM process_source_object WHERE process_id = p_process_id
                UNION
                SELECT target_object_id FROM process_target_object WHERE process_id = p_process_id
            ) linked
            WHERE l.process_id = p_process_id
                AND NOT EXISTS (
                    SELECT 1
                    FROM source_object_dataset_type d
                    WHERE d.source_object_id = linked.id AND d.dataset_type_id = l.dataset_type_id
                )
            ORDER BY linked.id, l.dataset_type_id;
            RETURN;
        EXCEPTION
            WHEN DUP_VAL_ON_INDEX THEN
                IF v_attempt = 10 THEN
                    RAISE;
                END IF;
        END;
    END LOOP;
END link_dataset_types;
/
