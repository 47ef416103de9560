-- fail_stale_runs: fails every running run that gave no sign of life for longer than its process allows.
--
-- Returns: p_number_failed, how many runs were failed. Errors: none.
-- Tables: actor_lkup, process_tracking, process_status_lkup, and those of fail_stale.
CREATE OR REPLACE PROCEDURE fail_stale_runs(p_number_failed OUT NUMBER)
AUTHID DEFINER
IS
    v_seconds NUMBER;
    v_actor_id actor_lkup.actor_id%TYPE;
    v_process_id process.process_id%TYPE;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    p_number_failed := 0;
    v_seconds := system_integer('stale_after_seconds');
    v_actor_id := actor_id_of();
    v_now := utc_now();
    -- Only what may be stale gets locked, in the order of the ids; fail_stale looks again under the lock.
    FOR candidate IN (
        SELECT p.process_id
        FROM process p
        INNER JOIN process_tracking t ON p.process_id = CASE WHEN t.is_latest_run = 1 THEN t.process_id END
        INNER JOIN process_status_lkup s ON t.process_status_id = s.process_status_id
        WHERE s.process_status_name = 'running'
            AND COALESCE(t.process_run_heartbeat_date_time, t.process_run_start_date_time)
            < v_now - NUMTODSINTERVAL(COALESCE(p.stale_after_seconds, v_seconds), 'SECOND')
        ORDER BY p.process_id
    ) LOOP
        SELECT process_id INTO v_process_id FROM process WHERE process_id = candidate.process_id FOR UPDATE;
        p_number_failed := p_number_failed + fail_stale(v_process_id, v_actor_id);
    END LOOP;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END fail_stale_runs;
/
