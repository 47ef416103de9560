-- set_process_run_low_high_dates: widens the range of dates in the data that a run processed.
--
-- p_process_tracking_id  the run
-- p_low_date             earliest date (UTC); the lower of this and the stored one is kept; NULL leaves it
-- p_high_date            latest date (UTC); the higher of this and the stored one is kept; NULL leaves it
-- Returns: nothing. Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold.
-- Tables: process_tracking.
DROP PROCEDURE IF EXISTS set_process_run_low_high_dates;
DELIMITER //
CREATE PROCEDURE set_process_run_low_high_dates(
    IN p_process_tracking_id BIGINT,
    IN p_low_date DATETIME(6),
    IN p_high_date DATETIME(6)
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_process_id INT;
    DECLARE v_actor_id INT;
    DECLARE v_low DATETIME(6);
    DECLARE v_high DATETIME(6);
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL lock_run(p_process_tracking_id, 'run', v_process_id, v_actor_id);
    CALL check_instant(p_low_date, 'low_date');
    CALL check_instant(p_high_date, 'high_date');
    SELECT
        LEAST(COALESCE(process_run_low_date_time, p_low_date), COALESCE(p_low_date, process_run_low_date_time)),
        GREATEST(COALESCE(process_run_high_date_time, p_high_date), COALESCE(p_high_date, process_run_high_date_time))
    INTO v_low, v_high
    FROM process_tracking
    WHERE process_tracking_id = p_process_tracking_id
    FOR UPDATE;
    CALL check_dates(v_low, v_high, CONCAT('run ', p_process_tracking_id));
    UPDATE process_tracking
    SET
        process_run_low_date_time = v_low,
        process_run_high_date_time = v_high,
        update_date_time = UTC_TIMESTAMP(6),
        updated_by = v_actor_id
    WHERE process_tracking_id = p_process_tracking_id;
    CALL end_call(v_owns);
END//
DELIMITER ;
