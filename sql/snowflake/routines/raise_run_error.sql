-- raise_run_error: records an error of a run, and fails the run when told to.
--
-- p_process_tracking_id  the run
-- p_error_type_name      an existing error type
-- p_error_description    what went wrong, of any length; default: "Unspecified error."
-- p_fail_run             whether the run has failed by this error
-- p_end_date             when the error occurred; default: now
-- Returns: error_tracking_id.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT008 lookup_not_found, PT017 process_on_hold.
-- Tables: error_type_lkup, process, process_tracking, process_status_lkup, error_tracking.
CREATE OR REPLACE PROCEDURE raise_run_error(
    p_process_tracking_id NUMBER,
    p_error_type_name VARCHAR,
    p_error_description VARCHAR DEFAULT NULL,
    p_fail_run BOOLEAN DEFAULT FALSE,
    p_end_date TIMESTAMP_TZ DEFAULT NULL
)
COPY GRANTS
RETURNS TABLE (error_tracking_id NUMBER)
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
    v_error_type_id NUMBER DEFAULT NULL;
    v_error_types VARCHAR DEFAULT NULL;
    v_failed_id NUMBER DEFAULT NULL;
    v_end_date TIMESTAMP_TZ DEFAULT NULL;
    v_now TIMESTAMP_TZ DEFAULT NULL;
    v_id NUMBER DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    v_refusal := COALESCE(
        text_refusal(p_error_type_name, 'error_type_name', 250, TRUE),
        instant_refusal(p_end_date, 'end_date'),
        id_refusal(p_process_tracking_id, 'process_tracking_id')
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
        e.error_type_id, f.process_status_id
    INTO :v_process_id, :v_process_name, :v_run_status, :v_run_change, :v_actor_id,
        :v_error_type_id, :v_failed_id
    FROM process_tracking AS t
    INNER JOIN process AS p ON p.process_id = t.process_id
    INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
    INNER JOIN process_status_lkup AS f ON f.process_status_name = 'failed'
    LEFT JOIN error_type_lkup AS e ON e.error_type_name = :p_error_type_name
    WHERE t.process_tracking_id = :p_process_tracking_id;
    v_refusal := run_refusal(p_process_tracking_id, v_process_name, v_run_status, v_run_change);
    IF (v_refusal IS NULL AND v_error_type_id IS NULL) THEN
        SELECT LISTAGG('"' || e.error_type_name || '"', ', ') WITHIN GROUP (ORDER BY e.error_type_name)
        INTO :v_error_types
        FROM error_type_lkup AS e;
        v_refusal := 'PT008: there is no error type "' || p_error_type_name
            || '"; add it with create_topic, or give one of ' || v_error_types;
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    v_now := CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP());
    v_end_date := COALESCE(CONVERT_TIMEZONE('UTC', p_end_date), v_now);
    INSERT INTO error_tracking (
        error_type_id, error_description, error_occurrence_date_time, process_tracking_id, created_by, updated_by
    )
    SELECT
        :v_error_type_id,
        IFF(
            REGEXP_LIKE(:p_error_description, '.*[^[:space:]].*', 's'), :p_error_description, 'Unspecified error.'
        ),
        :v_end_date,
        :p_process_tracking_id,
        :v_actor_id,
        :v_actor_id;
    -- Keys ascend, and nobody else writes: the highest one is the new one.
    SELECT MAX(e.error_tracking_id)
    INTO :v_id
    FROM error_tracking AS e
    WHERE e.process_tracking_id = :p_process_tracking_id;
    UPDATE process
    SET
        last_errored_run_date_time = GREATEST_IGNORE_NULLS(last_errored_run_date_time, :v_end_date),
        update_date_time = :v_now,
        updated_by = :v_actor_id
    WHERE process_id = :v_process_id;
    IF (p_fail_run) THEN
        CALL set_run_status(
            :p_process_tracking_id, :v_process_id, :v_failed_id, 'failed', :v_end_date, :v_actor_id
        );
    END IF;

    v_result := (SELECT :v_id AS error_tracking_id);
    IF (v_is_own) THEN
        COMMIT;
    END IF;
    RETURN TABLE (v_result);
EXCEPTION
    WHEN OTHER THEN
        IF (v_is_own) THEN
            ROLLBACK;
        END IF;
        RAISE;
END;
$$;
