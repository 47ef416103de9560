-- set_process_run_low_high_dates: widens the range of dates in the data that a run processed.
--
-- p_process_tracking_id  the run
-- p_low_date             earliest date; the lower of this and the stored one is kept; NULL leaves it
-- p_high_date            latest date; the higher of this and the stored one is kept; NULL leaves it
-- Returns: nothing. Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold.
-- Tables: process_tracking.
CREATE OR REPLACE FUNCTION set_process_run_low_high_dates(
    p_process_tracking_id bigint,
    p_low_date timestamptz DEFAULT NULL,
    p_high_date timestamptz DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_run process_tracking := lock_run(p_process_tracking_id, 'run');
    v_low timestamptz := least(v_run.process_run_low_date_time, p_low_date);
    v_high timestamptz := greatest(v_run.process_run_high_date_time, p_high_date);
BEGIN
    PERFORM check_instant(p_low_date, 'low_date'), check_instant(p_high_date, 'high_date');
    PERFORM check_dates(v_low, v_high, 'run ' || p_process_tracking_id);
    UPDATE process_tracking
    SET
        process_run_low_date_time = v_low,
        process_run_high_date_time = v_high,
        update_date_time = clock_timestamp(),
        updated_by = v_run.process_run_actor_id
    WHERE process_tracking_id = p_process_tracking_id;
END;
$$;
