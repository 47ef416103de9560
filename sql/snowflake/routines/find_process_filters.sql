-- find_process_filters: finds the filters that a process puts on what it reads.
--
-- p_process_id, p_process_name  the process, by key or by name
-- Returns: source_name, source_object_name, source_object_attribute_name, filter_type_code, filter_value_numeric,
-- filter_value_string, in that order. Errors: PT011 invalid_argument, PT014 process_not_found.
-- Tables: process, process_filter, filter_type_lkup, source_object_attribute_lkup, source_object_lkup, source_lkup.
CREATE OR REPLACE PROCEDURE find_process_filters(p_process_id NUMBER DEFAULT NULL, p_process_name VARCHAR DEFAULT NULL)
COPY GRANTS
RETURNS TABLE (
    source_name VARCHAR,
    source_object_name VARCHAR,
    source_object_attribute_name VARCHAR,
    filter_type_code VARCHAR,
    filter_value_numeric NUMBER(38, 10),
    filter_value_string VARCHAR
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
            s.source_name, o.source_object_name, a.source_object_attribute_name, t.filter_type_code,
            f.filter_value_numeric, f.filter_value_string
        FROM process_filter AS f
        INNER JOIN filter_type_lkup AS t ON t.filter_type_id = f.filter_type_id
        INNER JOIN source_object_attribute_lkup AS a ON a.source_object_attribute_id = f.source_object_attribute_id
        INNER JOIN source_object_lkup AS o ON o.source_object_id = a.source_object_id
        INNER JOIN source_lkup AS s ON s.source_id = o.source_id
        WHERE f.process_id = :v_process_id
        ORDER BY s.source_name, o.source_object_name, a.source_object_attribute_name, t.filter_type_code
    );
    RETURN TABLE (v_result);
END;
$$;
