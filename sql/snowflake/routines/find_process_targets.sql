-- find_process_targets: finds what a process writes, at the grain that was registered.
--
-- p_process_id, p_process_name  the process, by key or by name
-- Returns: a row for each leaf, in name order: target_id, target_name, target_object_id, target_object_name,
-- target_object_attribute_id, target_object_attribute_name; what is finer than the registered grain is NULL.
-- Errors: PT011 invalid_argument, PT014 process_not_found.
-- Tables: process, process_target, process_target_object, process_target_object_attribute, source_lkup,
-- source_object_lkup, source_object_attribute_lkup.
CREATE OR REPLACE PROCEDURE find_process_targets(p_process_id NUMBER DEFAULT NULL, p_process_name VARCHAR DEFAULT NULL)
COPY GRANTS
RETURNS TABLE (
    target_id NUMBER,
    target_name VARCHAR,
    target_object_id NUMBER,
    target_object_name VARCHAR,
    target_object_attribute_id NUMBER,
    target_object_attribute_name VARCHAR
)
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_process_id NUMBER DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    CALL process_key(:p_process_id, :p_process_name) INTO :v_process_id;
    v_result := (
        WITH written_object AS (
            SELECT o.source_id, o.source_object_id, o.source_object_name
            FROM process_target_object AS l
            INNER JOIN source_object_lkup AS o ON o.source_object_id = l.target_object_id
            WHERE l.process_id = :v_process_id
        ),

        written_attribute AS (
            SELECT a.source_object_id, a.source_object_attribute_id, a.source_object_attribute_name
            FROM process_target_object_attribute AS l
            INNER JOIN source_object_attribute_lkup AS a ON a.source_object_attribute_id = l.target_object_attribute_id
            WHERE l.process_id = :v_process_id
        )

        SELECT
            s.source_id AS target_id,
            s.source_name AS target_name,
            o.source_object_id AS target_object_id,
            o.source_object_name AS target_object_name,
            a.source_object_attribute_id AS target_object_attribute_id,
            a.source_object_attribute_name AS target_object_attribute_name
        FROM process_target AS l
        INNER JOIN source_lkup AS s ON s.source_id = l.target_source_id
        LEFT JOIN written_object AS o ON o.source_id = s.source_id
        LEFT JOIN written_attribute AS a ON a.source_object_id = o.source_object_id
        WHERE l.process_id = :v_process_id
        ORDER BY s.source_name, o.source_object_name NULLS FIRST, a.source_object_attribute_name NULLS FIRST
    );
    RETURN TABLE (v_result);
END;
$$;
