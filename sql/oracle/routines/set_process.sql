-- set_process: sets a process's own limits.
--
-- p_process_name             the process
-- p_max_concurrent_failures  failed runs in a row that put it on hold; NULL: the system setting
-- p_stale_after_seconds      seconds without a heartbeat after which its running run counts as failed; NULL: the system
--                            setting
-- Returns: nothing. Errors: PT011 invalid_argument, PT014 process_not_found. Tables: actor_lkup, process.
CREATE OR REPLACE PROCEDURE set_process(
    p_process_name IN VARCHAR2,
    p_max_concurrent_failures IN NUMBER DEFAULT NULL,
    p_stale_after_seconds IN NUMBER DEFAULT NULL
)
AUTHID DEFINER
IS
    v_process_id process.process_id%TYPE;
    v_actor_id actor_lkup.actor_id%TYPE;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    v_process_id := process_id_of(p_process_name);
    IF p_max_concurrent_failures < 1 OR p_stale_after_seconds < 1 THEN
        raise_error(
            'PT011: max_concurrent_failures is % and stale_after_seconds is %; give 1 or more, or leave them out',
            COALESCE(TO_CHAR(p_max_concurrent_failures), 'not given'),
            COALESCE(TO_CHAR(p_stale_after_seconds), 'not given')
        );
    END IF;
    v_actor_id := actor_id_of();
    v_now := utc_now();
    UPDATE process
    SET
        max_concurrent_failures = p_max_concurrent_failures,
        stale_after_seconds = p_stale_after_seconds,
        update_date_time = v_now,
        updated_by = v_actor_id
    WHERE process_id = v_process_id;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END set_process;
/
