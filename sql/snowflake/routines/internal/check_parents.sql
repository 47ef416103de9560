-- check_parents: refuses the start of a process while a parent of it is running, failed or on hold. Internal.
--
-- p_process_id    the process
-- p_process_name  its name, for the message
-- Errors: PT002 dependency_blocked.
-- Tables: process_dependency, dependency_type_lkup, process, process_tracking, process_status_lkup.
CREATE OR REPLACE PROCEDURE check_parents(p_process_id NUMBER, p_process_name VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_parents VARCHAR DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    SELECT
        LISTAGG('"' || p.process_name || '" (' || s.process_status_name || ')', ', ')
        WITHIN GROUP (ORDER BY p.process_name)
    INTO :v_parents
    FROM process_dependency AS d
    INNER JOIN dependency_type_lkup AS dt ON dt.dependency_type_id = d.dependency_type_id
    INNER JOIN process AS p ON p.process_id = d.parent_process_id
    INNER JOIN process_tracking AS t ON t.process_id = d.parent_process_id AND t.is_latest_run
    INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
    WHERE d.child_process_id = :p_process_id
        AND dt.dependency_type_name <> 'Soft'
        AND s.process_status_name IN ('running', 'failed', 'on hold');
    -- LISTAGG of nothing is the empty text in Snowflake.
    IF (v_parents <> '') THEN
        v_refusal := 'PT002: process "' || p_process_name || '" may not start: it depends on ' || v_parents
            || '; wait until each has completed';
        CALL raise_error(:v_refusal);
    END IF;
END;
$$;
