-- delete_process_dependency: takes a dependency between processes away.
--
-- p_parent_process_name  the process that comes first
-- p_child_process_name   the process that waits for it
-- Returns: nothing. Errors: PT011 invalid_argument, PT014 process_not_found, PT008 lookup_not_found.
-- Tables: process, process_dependency.
CREATE OR REPLACE PROCEDURE delete_process_dependency(p_parent_process_name VARCHAR, p_child_process_name VARCHAR)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_parent_id NUMBER DEFAULT NULL;
    v_child_id NUMBER DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        text_refusal(p_parent_process_name, 'parent_process_name', 250, TRUE),
        text_refusal(p_child_process_name, 'child_process_name', 250, TRUE)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    SELECT
        MAX(IFF(p.process_name = :p_parent_process_name, p.process_id, NULL)),
        MAX(IFF(p.process_name = :p_child_process_name, p.process_id, NULL))
    INTO :v_parent_id, :v_child_id
    FROM process AS p
    WHERE p.process_name IN (:p_parent_process_name, :p_child_process_name);
    v_refusal := COALESCE(
        process_refusal(v_parent_id, p_parent_process_name),
        process_refusal(v_child_id, p_child_process_name)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    DELETE FROM process_dependency WHERE parent_process_id = :v_parent_id AND child_process_id = :v_child_id;
    IF (SQLROWCOUNT = 0) THEN
        v_refusal := 'PT008: process "' || p_child_process_name || '" does not wait for process "'
            || p_parent_process_name || '"; there is no dependency to delete';
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        COMMIT;
    END IF;
EXCEPTION
    WHEN OTHER THEN
        IF (v_is_own) THEN
            ROLLBACK;
        END IF;
        RAISE;
END;
$$;
