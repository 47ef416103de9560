-- release_process: ends a process's hold. The failures before it count no more.
--
-- p_process_name  the process
-- p_new_status    status that the held run gets: any but running, failed and on hold
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT014 process_not_found, PT005 invalid_status_transition.
-- Tables: actor_lkup, process_status_lkup, process, process_tracking.
CREATE OR REPLACE PROCEDURE release_process(p_process_name VARCHAR, p_new_status VARCHAR DEFAULT 'completed')
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_status VARCHAR DEFAULT status_name(COALESCE(p_new_status, 'completed'));
    v_process_id NUMBER DEFAULT NULL;
    v_held_id NUMBER DEFAULT NULL;
    v_status_id NUMBER DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
    v_now TIMESTAMP_TZ DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        text_refusal(p_process_name, 'process_name', 250, TRUE),
        text_refusal(v_status, 'new_status', 75, TRUE)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    SELECT p.process_id, h.process_tracking_id, n.process_status_id
    INTO :v_process_id, :v_held_id, :v_status_id
    FROM process AS p
    LEFT JOIN process_status_lkup AS s ON s.process_status_name = 'on hold'
    LEFT JOIN process_tracking AS h
        ON h.process_id = p.process_id AND h.is_latest_run AND h.process_status_id = s.process_status_id
    LEFT JOIN process_status_lkup AS n ON n.process_status_name = :v_status
    WHERE p.process_name = :p_process_name;
    v_refusal := process_refusal(v_process_id, p_process_name);
    IF (v_refusal IS NULL AND v_status IN ('running', 'failed', 'on hold')) THEN
        v_refusal := 'PT005: process "' || p_process_name || '" cannot be released to "' || v_status
            || '"; release it to completed, or to a status of your own';
    ELSEIF (v_refusal IS NULL AND v_held_id IS NULL) THEN
        v_refusal := 'PT005: process "' || p_process_name || '" is not on hold; there is nothing to release';
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    CALL actor_id_of(NULL) INTO :v_actor_id;
    IF (v_status_id IS NULL) THEN
        CALL process_status_id_of(:v_status, :v_actor_id) INTO :v_status_id;
    END IF;
    v_now := CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP());
    UPDATE process_tracking
    SET
        process_status_id = :v_status_id,
        process_run_end_date_time = :v_now,
        update_date_time = :v_now,
        updated_by = :v_actor_id
    WHERE process_tracking_id = :v_held_id;

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
