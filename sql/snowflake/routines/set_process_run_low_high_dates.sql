-- set_process_run_low_high_dates: widens the range of dates in the data that a run processed.
--
-- p_process_tracking_id  the run
-- p_low_date             earliest date; the lower of this and the stored one is kept; NULL leaves it
-- p_high_date            latest date; the higher of this and the stored one is kept; NULL leaves it
-- Returns: nothing. Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold.
-- Tables: process_tracking.
CREATE OR REPLACE PROCEDURE set_process_run_low_high_dates(
    p_process_tracking_id NUMBER,
    p_low_date TIMESTAMP_TZ DEFAULT NULL,
    p_high_date TIMESTAMP_TZ DEFAULT NULL
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
    v_given_low TIMESTAMP_TZ DEFAULT CONVERT_TIMEZONE('UTC', p_low_date);
    v_given_high TIMESTAMP_TZ DEFAULT CONVERT_TIMEZONE('UTC', p_high_date);
    v_process_id NUMBER DEFAULT NULL;
    v_process_name VARCHAR DEFAULT NULL;
    v_run_status VARCHAR DEFAULT NULL;
    v_run_change TIMESTAMP_TZ DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
    v_low TIMESTAMP_TZ DEFAULT NULL;
    v_high TIMESTAMP_TZ DEFAULT NULL;
    v_now TIMESTAMP_TZ DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        id_refusal(p_process_tracking_id, 'process_tracking_id'),
        instant_refusal(p_low_date, 'low_date'),
        instant_refusal(p_high_date, 'high_date')
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
        LEAST_IGNORE_NULLS(t.process_run_low_date_time, :v_given_low),
        GREATEST_IGNORE_NULLS(t.process_run_high_date_time, :v_given_high)
    INTO :v_process_id, :v_process_name, :v_run_status, :v_run_change, :v_actor_id,
        :v_low, :v_high
    FROM process_tracking AS t
    INNER JOIN process AS p ON p.process_id = t.process_id
    INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
    WHERE t.process_tracking_id = :p_process_tracking_id;
    v_refusal := COALESCE(
        run_refusal(p_process_tracking_id, v_process_name, v_run_status, v_run_change),
        dates_refusal(v_low, v_high, 'run ' || p_process_tracking_id)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    v_now := CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP());
    UPDATE process_tracking
    SET
        process_run_low_date_time = :v_low,
        process_run_high_date_time = :v_high,
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
