-- find_process_targets: finds what a process writes, at the grain that was registered.
--
-- p_process_id, p_process_name  the process, by key or by name
-- Returns: p_rows, a cursor on a row for each leaf, in name order: target_id, target_name, target_object_id,
-- target_object_name, target_object_attribute_id, target_object_attribute_name; what is finer than the registered
-- grain is NULL. Errors: PT011 invalid_argument, PT014 process_not_found.
-- Tables: process, process_target, process_target_object, process_target_object_attribute, source_lkup,
-- source_object_lkup, source_object_attribute_lkup.
CREATE OR REPLACE PROCEDURE find_process_targets(
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
        s.source_id AS target_id,
        s.source_name AS target_name,
        o.source_object_id AS target_object_id,
        o.source_object_name AS target_object_name,
        a.source_object_attribute_id AS target_object_attribute_id,
        a.source_object_attribute_name AS target_object_attribute_name
    FROM process_target l
    INNER JOIN source_lkup s ON l.target_source_id = s.source_id
    LEFT JOIN (
        SELECT lko.source_id, lko.source_object_id, lko.source_object_name
        FROM process_target_object lo
        INNER JOIN source_object_lkup lko ON lo.target_object_id = lko.source_object_id
        WHERE lo.process_id = v_process_id
    ) o ON s.source_id = o.source_id
    LEFT JOIN (
        SELECT lka.source_object_id, lka.source_object_attribute_id, lka.source_object_attribute_name
        FROM process_target_object_attribute la
        INNER JOIN source_object_attribute_lkup lka ON la.target_object_attribute_id = lka.source_object_attribute_id
        WHERE la.process_id = v_process_id
    ) a ON o.source_object_id = a.source_object_id
    WHERE l.process_id = v_process_id
    ORDER BY
        NLSSORT(s.source_name, 'NLS_SORT=BINARY'),
        NLSSORT(o.source_object_name, 'NLS_SORT=BINARY') NULLS FIRST,
        NLSSORT(a.source_object_attribute_name, 'NLS_SORT=BINARY') NULLS FIRST;
END find_process_targets;
/
