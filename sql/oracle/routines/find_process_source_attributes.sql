-- find_process_source_attributes: finds the attributes that a process reads.
--
-- p_process_id, p_process_name  the process, by key or by name
-- Returns: p_rows, a cursor on source_name, source_type, source_object_name, source_object_attribute_name, is_key,
-- is_filter, is_partition, in the order of the names; nothing where no attributes are registered.
-- Errors: PT011 invalid_argument, PT014 process_not_found.
-- Tables: process, process_source_object_attribute, source_object_attribute_lkup, source_object_lkup, source_lkup,
-- source_type_lkup.
CREATE OR REPLACE PROCEDURE find_process_source_attributes(
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
        s.source_name, st.source_type_name AS source_type, o.source_object_name, a.source_object_attribute_name,
        a.is_key, a.is_filter, a.is_partition
    FROM process_source_object_attribute l
    INNER JOIN source_object_attribute_lkup a ON l.source_object_attribute_id = a.source_object_attribute_id
    INNER JOIN source_object_lkup o ON a.source_object_id = o.source_object_id
    INNER JOIN source_lkup s ON o.source_id = s.source_id
    INNER JOIN source_type_lkup st ON s.source_type_id = st.source_type_id
    WHERE l.process_id = v_process_id
    ORDER BY
        NLSSORT(s.source_name, 'NLS_SORT=BINARY'),
        NLSSORT(o.source_object_name, 'NLS_SORT=BINARY'),
        NLSSORT(a.source_object_attribute_name, 'NLS_SORT=BINARY');
END find_process_source_attributes;
/
