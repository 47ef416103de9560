-- set_extract_record_count: sets how many records an extract has.
--
-- p_extract_id   the extract
-- p_num_records  number of records; it replaces what was reported before
-- p_audit_type   load or write: who counted; default: load
-- Returns: nothing. Errors: PT011 invalid_argument, PT006 extract_not_found. Tables: actor_lkup, extract_tracking.
CREATE OR REPLACE PROCEDURE set_extract_record_count(
    p_extract_id NUMBER,
    p_num_records NUMBER,
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
    v_found_id NUMBER DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        count_refusal(p_num_records, 'num_records'),
        id_refusal(p_extract_id, 'extract_id'),
        IFF(
            v_audit_type NOT IN ('load', 'write'),
            'PT011: audit_type is "' || v_audit_type || '"; give load or write',
            NULL
        )
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    SELECT e.extract_id INTO :v_found_id FROM extract_tracking AS e WHERE e.extract_id = :p_extract_id;
    v_refusal := extract_refusal(v_found_id, p_extract_id);
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    CALL actor_id_of(NULL) INTO :v_actor_id;
    UPDATE extract_tracking
    SET
        extract_load_record_count = IFF(:v_audit_type = 'load', :p_num_records, extract_load_record_count),
        extract_write_record_count = IFF(:v_audit_type = 'write', :p_num_records, extract_write_record_count),
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
