-- record_heartbeat: says that a run is alive.
--
-- p_process_tracking_id  the run
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold,
-- PT005 invalid_status_transition (the run has ended, perhaps as stale). Tables: process_tracking.
CREATE OR REPLACE PROCEDURE record_heartbeat(p_process_tracking_id NUMBER)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_process_id NUMBER DEFAULT NULL;
    v_process_name VARCHAR DEFAULT NULL;
    v_run_status VARCHAR DEFAULT NULL;
    v_run_change TIMESTAMP_TZ DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
    v_end_date TIMESTAMP_TZ DEFAULT NULL;
    v_now TIMESTAMP_TZ DEFAULT NULL;
BEGIN
    v_refusal := id_refusal(p_process_tracking_id, 'process_tracking_id');
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    SELECT
        t.process_id, p.process_name, s.process_status_name, t.update_date_time, t.process_run_actor_id,
        t.process_run_end_date_time
    INTO :v_process_id, :v_process_name, :v_run_status, :v_run_change, :v_actor_id,
        :v_end_date
    FROM process_tracking AS t
    INNER JOIN process AS p ON p.process_id = t.process_id
    INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
    WHERE t.process_tracking_id = :p_process_tracking_id;
    v_refusal := COALESCE(
        run_refusal(p_process_tracking_id, v_process_name, v_run_status, v_run_change),
        'PT005: run ' || p_process_tracking_id || ' ended at ' || utc_text(v_end_date)
        || ' and takes no heartbeat; start a new run'
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    v_now := CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP());
    UPDATE process_tracking
    SET
        process_run_heartbeat_date_time = :v_now,
        update_date_time = :v_now,
        updated_by = :v_actor_id
    WHERE process_tracking_id = :p_process_tracking_id;

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
