-- link_dataset_types: links dataset types to a process, and all of its to its sources, targets and objects. Internal.
--
-- p_process_id     the process, its sources and targets linked already, the store locked
-- p_dataset_types  JSON array of names of dataset types; NULL: none that are new, but perhaps new sources
-- p_actor_id       who says so
-- Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: dataset_type_lkup, process_dataset_type, source_dataset_type, source_object_dataset_type, process_source,
-- process_target, process_source_object, process_target_object.
CREATE OR REPLACE PROCEDURE link_dataset_types(p_process_id NUMBER, p_dataset_types VARCHAR, p_actor_id NUMBER)
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_list BOOLEAN DEFAULT json_kind(p_dataset_types) = 'ARRAY';
    v_unknown VARCHAR DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    IF (p_dataset_types IS NOT NULL) THEN
        IF (v_is_list) THEN
            SELECT
                COALESCE(BOOLAND_AGG(TYPEOF(f.value) = 'VARCHAR'), TRUE),
                MIN(text_refusal(f.value::VARCHAR, 'a name in dataset_types', 250, TRUE)),
                LISTAGG(DISTINCT IFF(d.dataset_type_id IS NULL, '"' || f.value::VARCHAR || '"', NULL), ', ')
            INTO :v_is_list, :v_refusal, :v_unknown
            FROM TABLE(FLATTEN(input => PARSE_JSON(:p_dataset_types))) AS f
            LEFT JOIN dataset_type_lkup AS d ON d.dataset_type = f.value::VARCHAR;
        END IF;
        IF (NOT COALESCE(v_is_list, FALSE)) THEN
            v_refusal := 'PT011: dataset_types is ' || LEFT(p_dataset_types, 200)
                || '; give a JSON array of names, such as ["a", "b"]';
        ELSEIF (v_refusal IS NULL AND v_unknown <> '') THEN
            v_refusal := 'PT008: there is no dataset type ' || v_unknown
                || '; add it with create_topic, or give a known one';
        END IF;
        IF (v_refusal IS NOT NULL) THEN
            CALL raise_error(:v_refusal);
        END IF;

        MERGE INTO process_dataset_type AS known
        USING (
            SELECT DISTINCT d.dataset_type_id
            FROM TABLE(FLATTEN(input => PARSE_JSON(:p_dataset_types))) AS f
            INNER JOIN dataset_type_lkup AS d ON d.dataset_type = f.value::VARCHAR
        ) AS given
            ON known.process_id = :p_process_id AND known.dataset_type_id = given.dataset_type_id
        WHEN NOT MATCHED THEN INSERT (process_id, dataset_type_id, created_by, updated_by)
            VALUES (:p_process_id, given.dataset_type_id, :p_actor_id, :p_actor_id);
    END IF;

    MERGE INTO source_dataset_type AS known
    USING (
        SELECT linked.source_id, l.dataset_type_id
        FROM process_dataset_type AS l
        INNER JOIN (
            SELECT s.process_id, s.source_id FROM process_source AS s
            UNION
            SELECT t.process_id, t.target_source_id FROM process_target AS t
        ) AS linked ON linked.process_id = l.process_id
        WHERE l.process_id = :p_process_id
    ) AS given
        ON known.source_id = given.source_id AND known.dataset_type_id = given.dataset_type_id
    WHEN NOT MATCHED THEN INSERT (source_id, dataset_type_id, created_by, updated_by)
        VALUES (given.source_id, given.dataset_type_id, :p_actor_id, :p_actor_id);
    MERGE INTO source_object_dataset_type AS known
    USING (
        SELECT linked.source_object_id, l.dataset_type_id
        FROM process_dataset_type AS l
        INNER JOIN (
            SELECT s.process_id, s.source_object_id FROM process_source_object AS s
            UNION
            SELECT t.process_id, t.target_object_id FROM process_target_object AS t
        ) AS linked ON linked.process_id = l.process_id
        WHERE l.process_id = :p_process_id
    ) AS given
        ON known.source_object_id = given.source_object_id AND known.dataset_type_id = given.dataset_type_id
    WHEN NOT MATCHED THEN INSERT (source_object_id, dataset_type_id, created_by, updated_by)
        VALUES (given.source_object_id, given.dataset_type_id, :p_actor_id, :p_actor_id);
END;
$$;
