-- set_extract_low_high_dates: widens the range of dates in an extract's data.
--
-- p_extract_id  the extract
-- p_low_date    earliest date; the lower of this and the stored one is kept; NULL leaves it
-- p_high_date   latest date; the higher of this and the stored one is kept; NULL leaves it
-- p_audit_type  load or write: who saw the dates; default: load
-- Returns: nothing. Errors: PT011 invalid_argument, PT006 extract_not_found. Tables: actor_lkup, extract_tracking.
CREATE OR REPLACE PROCEDURE set_extract_low_high_dates(
    p_extract_id NUMBER,
    p_low_date TIMESTAMP_TZ DEFAULT NULL,
    p_high_date TIMESTAMP_TZ DEFAULT NULL,
    p_audit_type VARCHAR DEFAULT 'load'
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
    v_audit_type VARCHAR DEFAULT COALESCE(p_audit_type, 'load');
    v_given_low TIMESTAMP_TZ DEFAULT CONVERT_TIMEZONE('UTC', p_low_date);
    v_given_high TIMESTAMP_TZ DEFAULT CONVERT_TIMEZONE('UTC', p_high_date);
    v_found_id NUMBER DEFAULT NULL;
    v_low TIMESTAMP_TZ DEFAULT NULL;
    v_high TIMESTAMP_TZ DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        id_refusal(p_extract_id, 'extract_id'),
        IFF(
            v_audit_type NOT IN ('load', 'write'),
            'PT011: audit_type is "' || v_audit_type || '"; give load or write',
            NULL
        ),
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
        e.extract_id,
        LEAST_IGNORE_NULLS(
            IFF(:v_audit_type = 'load', e.extract_load_low_date_time, e.extract_write_low_date_time), :v_given_low
        ),
        GREATEST_IGNORE_NULLS(
            IFF(:v_audit_type = 'load', e.extract_load_high_date_time, e.extract_write_high_date_time), :v_given_high
        )
    INTO :v_found_id, :v_low, :v_high
    FROM extract_tracking AS e
    WHERE e.extract_id = :p_extract_id;
    v_refusal := COALESCE(
        extract_refusal(v_found_id, p_extract_id),
        dates_refusal(v_low, v_high, 'extract ' || p_extract_id)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    CALL actor_id_of(NULL) INTO :v_actor_id;
    UPDATE extract_tracking
    SET
        extract_load_low_date_time = IFF(:v_audit_type = 'load', :v_low, extract_load_low_date_time),
        extract_load_high_date_time = IFF(:v_audit_type = 'load', :v_high, extract_load_high_date_time),
        extract_write_low_date_time = IFF(:v_audit_type = 'write', :v_low, extract_write_low_date_time),
        extract_write_high_date_time = IFF(:v_audit_type = 'write', :v_high, extract_write_high_date_time),
        update_date_time = CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()),
        updated_by = :v_actor_id
    WHERE extract_id = :p_extract_id;

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
