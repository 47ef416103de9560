-- set_extract_record_count: sets how many records an extract has.
--
-- p_extract_id   the extract
-- p_num_records  number of records; it replaces what was reported before
-- p_audit_type   load or write: who counted; default: load
-- Returns: nothing. Errors: PT011 invalid_argument, PT006 extract_not_found. Tables: actor_lkup, extract_tracking.
CREATE OR REPLACE PROCEDURE set_extract_record_count(
    p_extract_id IN NUMBER,
    p_num_records IN NUMBER,
    p_audit_type IN VARCHAR2 DEFAULT 'load'
)
AUTHID DEFINER
IS
    v_audit_type VARCHAR2(32767) := COALESCE(p_audit_type, 'load');
    v_actor_id actor_lkup.actor_id%TYPE;
    v_extract extract_tracking%ROWTYPE;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    check_count(p_num_records, 'num_records');
    IF p_num_records > 9223372036854775807 THEN
        raise_error('PT011: num_records is %; at most 9223372036854775807 are stored', p_num_records);
    END IF;
    v_actor_id := actor_id_of();
    lock_extract(p_extract_id, v_audit_type, v_extract);
    v_now := utc_now();
    UPDATE extract_tracking
    SET
        extract_load_record_count = CASE v_audit_type
            WHEN 'load' THEN p_num_records
            ELSE extract_load_record_count
        END,
        extract_write_record_count = CASE v_audit_type
            WHEN 'write' THEN p_num_records
            ELSE extract_write_record_count
        END,
        update_date_time = v_now,
        updated_by = v_actor_id
    WHERE extract_id = p_extract_id;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END set_extract_record_count;
/
