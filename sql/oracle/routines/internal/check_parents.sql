-- check_parents: refuses the start of a process while a parent of it is running, failed or on hold. Internal.
--
-- p_process_id    the process
-- p_process_name  its name, for the message
-- Errors: PT002 dependency_blocked.
-- Tables: process_dependency, dependency_type_lkup, process, process_tracking, process_status_lkup.
CREATE OR REPLACE PROCEDURE check_parents(p_process_id IN NUMBER, p_process_name IN VARCHAR2)
AUTHID DEFINER
IS
    v_parents VARCHAR2(4000);
BEGIN
    SELECT
        LISTAGG('"' || p.process_name || '" (' || s.process_status_name || ')', ', ' ON OVERFLOW TRUNCATE)
        WITHIN GROUP (ORDER BY p.process_name)
    INTO v_parents
    FROM process_dependency d
    INNER JOIN dependency_type_lkup dt ON d.dependency_type_id = dt.dependency_type_id
    INNER JOIN process p ON d.parent_process_id = p.process_id
    INNER JOIN process_tracking t ON d.parent_process_id = CASE WHEN t.is_latest_run = 1 THEN t.process_id END
    INNER JOIN process_status_lkup s ON t.process_status_id = s.process_status_id
    WHERE d.child_process_id = p_process_id
        AND dt.dependency_type_name <> 'Soft'
        AND s.process_status_name IN ('running', 'failed', 'on hold');
    IF v_parents IS NOT NULL THEN
        raise_error(
            'PT002: process "%" may not start: it depends on %; wait until each has completed',
            p_process_name, v_parents
        );
    END IF;
END check_parents;
/
