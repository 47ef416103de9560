-- fail_stale: fails the running latest run of a process, if it is stale, with a Process Error. Internal.
--
-- A run is stale when its last heartbeat (its start, when it never had one) is older than its process allows, or the
-- system when the process says nothing; no run is, when neither does.
-- p_process_id  the process, its row locked
-- p_actor_id    who found out
-- Returns: number of runs failed: 1 or 0. Errors: none.
-- Tables: process, process_tracking, error_tracking, process_status_lkup, error_type_lkup, system_lkup.
CREATE OR REPLACE FUNCTION fail_stale(p_process_id IN NUMBER, p_actor_id IN NUMBER) RETURN NUMBER
AUTHID DEFINER
IS
    v_seconds process.stale_after_seconds%TYPE;
    v_run_id process_tracking.process_tracking_id%TYPE;
    v_last_sign process_tracking.process_run_heartbeat_date_time%TYPE;
    v_failed_id process_status_lkup.process_status_id%TYPE;
    v_error_type_id error_type_lkup.error_type_id%TYPE;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SELECT stale_after_seconds INTO v_seconds FROM process WHERE process_id = p_process_id;
    v_seconds := COALESCE(v_seconds, system_integer('stale_after_seconds'));
    IF v_seconds IS NULL THEN
        RETURN 0;
    END IF;
    BEGIN
        -- Locked, because a heartbeat does not lock the process.
        SELECT t.process_tracking_id, COALESCE(t.process_run_heartbeat_date_time, t.process_run_start_date_time)
        INTO v_run_id, v_last_sign
        FROM process_tracking t
        WHERE CASE WHEN t.is_latest_run = 1 THEN t.process_id END = p_process_id
            AND t.process_status_id = (
                SELECT s.process_status_id FROM process_status_lkup s WHERE s.process_status_name = 'running'
            )
        FOR UPDATE;
    EXCEPTION
        WHEN NO_DATA_FOUND THEN
            RETURN 0;
    END;
    v_now := utc_now();
    IF v_last_sign >= v_now - NUMTODSINTERVAL(v_seconds, 'SECOND') THEN
        RETURN 0;
    END IF;

    SELECT error_type_id INTO v_error_type_id FROM error_type_lkup WHERE error_type_name = 'Process Error';
    INSERT INTO error_tracking (
        error_type_id, error_description, error_occurrence_date_time, process_tracking_id, created_by, updated_by
    )
    VALUES (
        v_error_type_id,
        'The run is stale: its last sign of life was at ' || utc_text(v_last_sign) || ', and more than ' || v_seconds
        || ' seconds without one count as failed.',
        v_now,
        v_run_id,
        p_actor_id,
        p_actor_id
    );
    SELECT process_status_id INTO v_failed_id FROM process_status_lkup WHERE process_status_name = 'failed';
    set_run_status(v_run_id, p_process_id, v_failed_id, 'failed', v_now, p_actor_id);
    UPDATE process
    SET last_errored_run_date_time = GREATEST(COALESCE(last_errored_run_date_time, v_now), v_now)
    WHERE process_id = p_process_id;
    RETURN 1;
END fail_stale;
/
