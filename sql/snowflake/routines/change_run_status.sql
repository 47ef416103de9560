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
    p_process_tracking_id NUMBER,
    p_new_status VARCHAR,
    p_end_date TIMESTAMP_TZ DEFAULT NULL
)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_status VARCHAR DEFAULT status_name(p_new_status);
    v_process_id NUMBER DEFAULT NULL;
    v_process_name VARCHAR DEFAULT NULL;
    v_run_status VARCHAR DEFAULT NULL;
    v_run_change TIMESTAMP_TZ DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
    v_is_latest BOOLEAN DEFAULT NULL;
    v_status_id NUMBER DEFAULT NULL;
    v_end_date TIMESTAMP_TZ DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        instant_refusal(p_end_date, 'end_date'),
        id_refusal(p_process_tracking_id, 'process_tracking_id'),
        text_refusal(v_status, 'new_status', 75, TRUE)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    SELECT
        t.process_id, p.process_name, s.process_status_name, t.update_date_time, t.process_run_actor_id,
        t.is_latest_run, n.process_status_id
    INTO :v_process_id, :v_process_name, :v_run_status, :v_run_change, :v_actor_id,
        :v_is_latest, :v_status_id
    FROM process_tracking AS t
    INNER JOIN process AS p ON p.process_id = t.process_id
    INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
    LEFT JOIN process_status_lkup AS n ON n.process_status_name = :v_status
    WHERE t.process_tracking_id = :p_process_tracking_id;
    v_refusal := run_refusal(p_process_tracking_id, v_process_name, v_run_status, v_run_change);
    IF (v_refusal IS NULL AND v_status IN ('running', 'on hold') AND NOT v_is_latest) THEN
        v_refusal := 'PT005: run ' || p_process_tracking_id || ' cannot go to "' || v_status
            || '": a later run of its process exists, and only the latest run may; start a new run instead';
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_status_id IS NULL) THEN
        CALL process_status_id_of(:v_status, :v_actor_id) INTO :v_status_id;
    END IF;
    v_end_date := COALESCE(CONVERT_TIMEZONE('UTC', p_end_date), CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()));
    CALL set_run_status(
        :p_process_tracking_id, :v_process_id, :v_status_id, :v_status, :v_end_date, :v_actor_id
    );

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
