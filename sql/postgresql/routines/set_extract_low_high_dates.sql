-- set_extract_low_high_dates: widens the range of dates in an extract's data.
--
-- p_extract_id  the extract
-- p_low_date    earliest date; the lower of this and the stored one is kept; NULL leaves it
-- p_high_date   latest date; the higher of this and the stored one is kept; NULL leaves it
-- p_audit_type  load or write: who saw the dates; default: load
-- Returns: nothing. Errors: PT011 invalid_argument, PT006 extract_not_found. Tables: actor_lkup, extract_tracking.
CREATE OR REPLACE FUNCTION set_extract_low_high_dates(
    p_extract_id bigint,
    p_low_date timestamptz DEFAULT NULL,
    p_high_date timestamptz DEFAULT NULL,
    p_audit_type text DEFAULT 'load'
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_audit_type text := coalesce(p_audit_type, 'load');
    v_actor_id integer := actor_id_of();
    v_extract extract_tracking := lock_extract(p_extract_id, v_audit_type);
BEGIN
    PERFORM check_instant(p_low_date, 'low_date'), check_instant(p_high_date, 'high_date');
    IF v_audit_type = 'load' THEN
        v_extract.extract_load_low_date_time := least(v_extract.extract_load_low_date_time, p_low_date);
        v_extract.extract_load_high_date_time := greatest(v_extract.extract_load_high_date_time, p_high_date);
    ELSE
        v_extract.extract_write_low_date_time := least(v_extract.extract_write_low_date_time, p_low_date);
        v_extract.extract_write_high_date_time := greatest(v_extract.extract_write_high_date_time, p_high_date);
    END IF;
    PERFORM
        check_dates(
            v_extract.extract_load_low_date_time, v_extract.extract_load_high_date_time, 'extract ' || p_extract_id
        ),
        check_dates(
            v_extract.extract_write_low_date_time, v_extract.extract_write_high_date_time, 'extract ' || p_extract_id
        );
    UPDATE extract_tracking
    SET
        extract_load_low_date_time = v_extract.extract_load_low_date_time,
        extract_load_high_date_time = v_extract.extract_load_high_date_time,
        extract_write_low_date_time = v_extract.extract_write_low_date_time,
        extract_write_high_date_time = v_extract.extract_write_high_date_time,
        update_date_time = clock_timestamp(),
        updated_by = v_actor_id
    WHERE extract_id = p_extract_id;
END;
$$;
