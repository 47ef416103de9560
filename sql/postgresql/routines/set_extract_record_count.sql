-- set_extract_record_count: sets how many records an extract has.
--
-- p_extract_id   the extract
-- p_num_records  number of records; it replaces what was reported before
-- p_audit_type   load or write: who counted; default: load
-- Returns: nothing. Errors: PT011 invalid_argument, PT006 extract_not_found. Tables: actor_lkup, extract_tracking.
CREATE OR REPLACE FUNCTION set_extract_record_count(
    p_extract_id bigint,
    p_num_records bigint,
    p_audit_type text DEFAULT 'load'
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_audit_type text := coalesce(p_audit_type, 'load');
    v_actor_id integer;
BEGIN
    PERFORM check_count(p_num_records, 'num_records');
    v_actor_id := actor_id_of();
    PERFORM lock_extract(p_extract_id, v_audit_type);
    UPDATE extract_tracking
    SET
        extract_load_record_count = CASE v_audit_type
            WHEN 'load' THEN p_num_records ELSE extract_load_record_count
        END,
        extract_write_record_count = CASE v_audit_type
            WHEN 'write' THEN p_num_records ELSE extract_write_record_count
        END,
        update_date_time = clock_timestamp(),
        updated_by = v_actor_id
    WHERE extract_id = p_extract_id;
END;
$$;
