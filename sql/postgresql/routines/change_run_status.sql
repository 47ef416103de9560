-- change_run_status: gives a run another status; completed and failed end it.
--
-- p_process_tracking_id  the run
-- p_new_status           the new status; an unknown one is added as a custom status; "complete" means completed
-- p_end_date             when the run ended, for completed and failed; default: now
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold,
-- PT005 invalid_status_transition (running and on hold are for the latest run only).
-- Tables: process_status_lkup, process, process_tracking.
CREATE OR REPLACE FUNCTION change_run_status(
    p_process_tracking_id bigint,
    p_new_status text,
    p_end_date timestamptz DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_run process_tracking;
    v_status text := status_name(p_new_status);
    v_status_id integer;
    v_actor_id integer;
BEGIN
    PERFORM check_instant(p_end_date, 'end_date');
    -- A new status is added before the run is locked, as in every call: see the lock order in sql/README.md.
    SELECT process_run_actor_id INTO v_actor_id
    FROM process_tracking
    WHERE process_tracking_id = p_process_tracking_id;
    IF v_actor_id IS NOT NULL THEN
        v_status_id := process_status_id_of(v_status, v_actor_id);
    END IF;
    v_run := lock_run(p_process_tracking_id, 'process');
    IF v_status IN ('running', 'on hold') AND NOT v_run.is_latest_run THEN
        RAISE EXCEPTION 'PT005: run % cannot go to "%": a later run of its process exists, and only the latest run may; start a new run instead',
            p_process_tracking_id, v_status
            USING ERRCODE = 'PT005';
    END IF;
    PERFORM set_run_status(
        p_process_tracking_id, v_status_id, v_status, coalesce(p_end_date, clock_timestamp()), v_actor_id
    );
END;
$$;
