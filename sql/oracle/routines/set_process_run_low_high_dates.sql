-- set_process_run_low_high_dates: widens the range of dates in the data that a run processed.
--
-- p_process_tracking_id  the run
-- p_low_date             earliest date; the lower of this and the stored one is kept; NULL leaves it
-- p_high_date            latest date; the higher of this and the stored one is kept; NULL leaves it
-- Returns: nothing. Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold.
-- Tables: process_tracking.
CREATE OR REPLACE PROCEDURE set_process_run_low_high_dates(
    p_process_tracking_id IN NUMBER,
    p_low_date IN TIMESTAMP WITH TIME ZONE DEFAULT NULL,
    p_high_date IN TIMESTAMP WITH TIME ZONE DEFAULT NULL
)
AUTHID DEFINER
IS
    v_run process_tracking%ROWTYPE;
    v_low TIMESTAMP WITH TIME ZONE;
    v_high TIMESTAMP WITH TIME ZONE;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    lock_run(p_process_tracking_id, 'run', v_run);
    check_instant(p_low_date, 'low_date');
    check_instant(p_high_date, 'high_date');
    v_low := in_utc(
        LEAST(
            COALESCE(v_run.process_run_low_date_time, p_low_date), COALESCE(p_low_date, v_run.process_run_low_date_time)
        )
    );
    v_high := in_utc(
        GREATEST(
            COALESCE(v_run.process_run_high_date_time, p_high_date),
            COALESCE(p_high_date, v_run.process_run_high_date_time)
        )
    );
    check_dates(v_low, v_high, 'run ' || p_process_tracking_id);
    v_now := utc_now();
    UPDATE process_tracking
    SET
        process_run_low_date_time = v_low,
        process_run_high_date_time = v_high,
        update_date_time = v_now,
        updated_by = v_run.process_run_actor_id
    WHERE process_tracking_id = p_process_tracking_id;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END set_process_run_low_high_dates;
/
