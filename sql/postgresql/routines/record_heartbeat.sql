-- record_heartbeat: says that a run is alive.
--
-- p_process_tracking_id  the run
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold,
-- PT005 invalid_status_transition (the run has ended, perhaps as stale). Tables: process_tracking.
CREATE OR REPLACE FUNCTION record_heartbeat(p_process_tracking_id bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_run process_tracking := lock_run(p_process_tracking_id, 'run');
BEGIN
    IF v_run.process_run_end_date_time IS NOT NULL THEN
        RAISE EXCEPTION 'PT005: run % ended at % and takes no heartbeat; start a new run',
            p_process_tracking_id, utc_text(v_run.process_run_end_date_time)
            USING ERRCODE = 'PT005';
    END IF;
    UPDATE process_tracking
    SET
        process_run_heartbeat_date_time = clock_timestamp(),
        update_date_time = clock_timestamp(),
        updated_by = v_run.process_run_actor_id
    WHERE process_tracking_id = p_process_tracking_id;
END;
$$;
