-- find_process_target_attributes: finds the attributes that a process writes.
--
-- p_process_id, p_process_name  the process, by key or by name
-- Returns: target_name, target_type, target_object_name, target_object_attribute_name, is_key, is_filter, is_partition,
-- in the order of the names; nothing where no attributes are registered.
-- Errors: PT011 invalid_argument, PT014 process_not_found.
-- Tables: process, process_target_object_attribute, source_object_attribute_lkup, source_object_lkup, source_lkup,
-- source_type_lkup.
CREATE OR REPLACE PROCEDURE find_process_target_attributes(
    p_process_id NUMBER DEFAULT NULL, p_process_name VARCHAR DEFAULT NULL
)
COPY GRANTS
RETURNS TABLE (
    target_name VARCHAR,
    target_type VARCHAR,
    target_object_name VARCHAR,
    target_object_attribute_name VARCHAR,
    is_key BOOLEAN,
    is_filter BOOLEAN,
    is_partition BOOLEAN
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
        SELECT
            s.source_name AS target_name,
            st.source_type_name AS target_type,
            o.source_object_name AS target_object_name,
            a.source_object_attribute_name AS target_object_attribute_name,
            a.is_key,
            a.is_filter,
            a.is_partition
        FROM process_target_object_attribute AS l
        INNER JOIN source_object_attribute_lkup AS a ON a.source_object_attribute_id = l.target_object_attribute_id
        INNER JOIN source_object_lkup AS o ON o.source_object_id = a.source_object_id
        INNER JOIN source_lkup AS s ON s.source_id = o.source_id
        INNER JOIN source_type_lkup AS st ON st.source_type_id = s.source_type_id
        WHERE l.process_id = :v_process_id
        ORDER BY s.source_name, o.source_object_name, a.source_object_attribute_name
    );
    RETURN TABLE (v_result);
END;
$$;
