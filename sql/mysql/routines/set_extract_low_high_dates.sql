-- set_extract_low_high_dates: widens the range of dates in an extract's data.
--
-- p_extract_id  the extract
-- p_low_date    earliest date (UTC); the lower of this and the stored one is kept; NULL leaves it
-- p_high_date   latest date (UTC); the higher of this and the stored one is kept; NULL leaves it
-- p_audit_type  load or write: who saw the dates; NULL: load
-- Returns: nothing. Errors: PT011 invalid_argument, PT006 extract_not_found. Tables: actor_lkup, extract_tracking.
DROP PROCEDURE IF EXISTS set_extract_low_high_dates;
DELIMITER //
CREATE PROCEDURE set_extract_low_high_dates(
    IN p_extract_id BIGINT,
    IN p_low_date DATETIME(6),
    IN p_high_date DATETIME(6),
    IN p_audit_type LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_audit_type LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT COALESCE(p_audit_type, 'load');
    DECLARE v_actor_id INT;
    DECLARE v_low DATETIME(6);
    DECLARE v_high DATETIME(6);
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL actor_id_of(NULL, v_actor_id);
    CALL lock_extract(p_extract_id, v_audit_type);
    CALL check_instant(p_low_date, 'low_date');
    CALL check_instant(p_high_date, 'high_date');
    SELECT
        IF(v_audit_type = 'load', extract_load_low_date_time, extract_write_low_date_time),
        IF(v_audit_type = 'load', extract_load_high_date_time, extract_write_high_date_time)
    INTO v_low, v_high
    FROM extract_tracking
    WHERE extract_id = p_extract_id
    FOR UPDATE;
    SET v_low = COALESCE(LEAST(v_low, p_low_date), v_low, p_low_date);
    SET v_high = COALESCE(GREATEST(v_high, p_high_date), v_high, p_high_date);
    CALL check_dates(v_low, v_high, CONCAT('extract ', p_extract_id));
    UPDATE extract_tracking
    SET
        extract_load_low_date_time = IF(v_audit_type = 'load', v_low, extract_load_low_date_time),
        extract_load_high_date_time = IF(v_audit_type = 'load', v_high, extract_load_high_date_time),
        extract_write_low_date_time = IF(v_audit_type = 'write', v_low, extract_write_low_date_time),
        extract_write_high_date_time = IF(v_audit_type = 'write', v_high, extract_write_high_date_time),
        update_date_time = UTC_TIMESTAMP(6),
        updated_by = v_actor_id
    WHERE extract_id = p_extract_id;
    CALL end_call(v_owns);
END//
DELIMITER ;
