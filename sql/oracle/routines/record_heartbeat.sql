-- record_heartbeat: says that a run is alive.
--
-- p_process_tracking_id  the run
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold,
-- PT005 invalid_status_transition (the run has ended, perhaps as stale). Tables: process_tracking.
CREATE OR REPLACE PROCEDURE record_heartbeat(p_process_tracking_id IN NUMBER)
AUTHID DEFINER
IS
    v_run process_tracking%ROWTYPE;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    lock_run(p_process_tracking_id, 'run', v_run);
    IF v_run.process_run_end_date_time IS NOT NULL THEN
        raise_error(
            'PT005: run % ended at % and takes no heartbeat; start a new run',
            p_process_tracking_id, utc_text(v_run.process_run_end_date_time)
        );
    END IF;
    v_now := utc_now();
    UPDATE process_tracking
    SET
        process_run_heartbeat_date_time = v_now,
        update_date_time = v_now,
        updated_by = v_run.process_run_actor_id
    WHERE process_tracking_id = p_process_tracking_id;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END record_heartbeat;
/
