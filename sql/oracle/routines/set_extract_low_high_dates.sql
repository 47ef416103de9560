-- set_extract_low_high_dates: widens the range of dates in an extract's data.
--
-- p_extract_id  the extract
-- p_low_date    earliest date; the lower of this and the stored one is kept; NULL leaves it
-- p_high_date   latest date; the higher of this and the stored one is kept; NULL leaves it
-- p_audit_type  load or write: who saw the dates; default: load
-- Returns: nothing. Errors: PT011 invalid_argument, PT006 extract_not_found. Tables: actor_lkup, extract_tracking.
CREATE OR REPLACE PROCEDURE set_extract_low_high_dates(
    p_extract_id IN NUMBER,
    p_low_date IN TIMESTAMP WITH TIME ZONE DEFAULT NULL,
    p_high_date IN TIMESTAMP WITH TIME ZONE DEFAULT NULL,
    p_audit_type IN VARCHAR2 DEFAULT 'load'
)
AUTHID DEFINER
IS
    v_audit_type VARCHAR2(32767) := COALESCE(p_audit_type, 'load');
    v_actor_id actor_lkup.actor_id%TYPE;
    v_extract extract_tracking%ROWTYPE;
    v_low TIMESTAMP WITH TIME ZONE;
    v_high TIMESTAMP WITH TIME ZONE;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    v_actor_id := actor_id_of();
    lock_extract(p_extract_id, v_audit_type, v_extract);
    check_instant(p_low_date, 'low_date');
    check_instant(p_high_date, 'high_date');
    IF v_audit_type = 'load' THEN
        v_low := v_extract.extract_load_low_date_time;
        v_high := v_extract.extract_load_high_date_time;
    ELSE
        v_low := v_extract.extract_write_low_date_time;
        v_high := v_extract.extract_write_high_date_time;
    END IF;
    v_low := in_utc(LEAST(COALESCE(v_low, p_low_date), COALESCE(p_low_date, v_low)));
    v_high := in_utc(GREATEST(COALESCE(v_high, p_high_date), COALESCE(p_high_date, v_high)));
    check_dates(v_low, v_high, 'extract ' || p_extract_id);
    v_now := utc_now();
    UPDATE extract_tracking
    SET
        extract_load_low_date_time = CASE v_audit_type WHEN 'load' THEN v_low ELSE extract_load_low_date_time END,
        extract_load_high_date_time = CASE v_audit_type WHEN 'load' THEN v_high ELSE extract_load_high_date_time END,
        extract_write_low_date_time = CASE v_audit_type WHEN 'write' THEN v_low ELSE extract_write_low_date_time END,
        extract_write_high_date_time = CASE v_audit_type WHEN 'write' THEN v_high ELSE extract_write_high_date_time END,
        update_date_time = v_now,
        updated_by = v_actor_id
    WHERE extract_id = p_extract_id;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END set_extract_low_high_dates;
/
