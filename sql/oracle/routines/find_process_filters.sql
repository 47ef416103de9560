-- find_process_filters: finds the filters that a process puts on what it reads.
--
-- p_process_id, p_process_name  the process, by key or by name
-- Returns: p_rows, a cursor on source_name, source_object_name, source_object_attribute_name, filter_type_code,
-- filter_value_numeric, filter_value_string, in that order. Errors: PT011 invalid_argument, PT014 process_not_found.
-- Tables: process, process_filter, filter_type_lkup, source_object_attribute_lkup, source_object_lkup, source_lkup.
CREATE OR REPLACE PROCEDURE find_process_filters(
    p_process_id IN NUMBER DEFAULT NULL,
    p_process_name IN VARCHAR2 DEFAULT NULL,
    p_rows OUT SYS_REFCURSOR
)
AUTHID DEFINER
IS
    v_process_id process.process_id%TYPE := process_key(p_process_id, p_process_name);
BEGIN
    OPEN p_rows FOR
    SELECT
        s.source_name, o.source_object_name, a.source_object_attribute_name, t.filter_type_code, f.filter_value_numeric,
        f.filter_value_string
    FROM process_filter f
    INNER JOIN filter_type_lkup t ON f.filter_type_id = t.filter_type_id
    INNER JOIN source_object_attribute_lkup a ON f.source_object_attribute_id = a.source_object_attribute_id
    INNER JOIN source_object_lkup o ON a.source_object_id = o.source_object_id
    INNER JOIN source_lkup s ON o.source_id = s.source_id
    WHERE f.process_id = v_process_id
    ORDER BY
        NLSSORT(s.source_name, 'NLS_SORT=BINARY'),
        NLSSORT(o.source_object_name, 'NLS_SORT=BINARY'),
        NLSSORT(a.source_object_attribute_name, 'NLS_SORT=BINARY'),
        NLSSORT(t.filter_type_code, 'NLS_SORT=BINARY');
END find_process_filters;
/
