-- change_run_status: gives a run another status; completed and failed end it.
--
-- p_process_tracking_id  the run
-- p_new_status           the new status; an unknown one is added as a custom status; "complete" means completed
-- p_end_date             when the run ended, for completed and failed; default: now
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold,
-- PT005 invalid_status_transition (running and on hold are for the latest run only).
-- Tables: process_status_lkup, process, process_tracking.
CREATE OR REPLACE PROCEDURE change_run_status(
    p_process_tracking_id IN NUMBER,
    p_new_status IN VARCHAR2,
    p_end_date IN TIMESTAMP WITH TIME ZONE DEFAULT NULL
)
AUTHID DEFINER
IS
    v_run process_tracking%ROWTYPE;
    v_status VARCHAR2(32767) := status_name(p_new_status);
    v_status_id process_status_lkup.process_status_id%TYPE;
    v_actor_id actor_lkup.actor_id%TYPE;
BEGIN
    SAVEPOINT ptdb_call;
    check_instant(p_end_date, 'end_date');
    -- A new status is added before the run is locked, as in every call: see the lock order in sql/README.md.
    SELECT MAX(process_run_actor_id) INTO v_actor_id
    FROM process_tracking
    WHERE process_tracking_id = p_process_tracking_id;
    IF v_actor_id IS NOT NULL THEN
        v_status_id := process_status_id_of(v_status, v_actor_id);
    END IF;
    lock_run(p_process_tracking_id, 'process', v_run);
    IF v_status IN ('running', 'on hold') AND v_run.is_latest_run = 0 THEN
        raise_error(
            'PT005: run % cannot go to "%": a later run of its process exists, and only the latest run may; start a new run instead',
            p_process_tracking_id, v_status
        );
    END IF;
    set_run_status(
        p_process_tracking_id, v_run.process_id, v_status_id, v_status, COALESCE(p_end_date, utc_now()), v_actor_id
    );
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END change_run_status;
/
