-- raise_run_error: records an error of a run, and fails the run when told to.
--
-- p_process_tracking_id  the run
-- p_error_type_name      an existing error type
-- p_error_description    what went wrong, of any length; NULL: "Unspecified error."
-- p_fail_run             whether the run has failed by this error; NULL: no
-- p_end_date             when the error occurred (UTC); NULL: now
-- Returns: p_error_tracking_id.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT008 lookup_not_found, PT017 process_on_hold.
-- Tables: error_type_lkup, process, process_tracking, process_status_lkup, error_tracking.
DROP PROCEDURE IF EXISTS raise_run_error;
DELIMITER //
CREATE PROCEDURE raise_run_error(
    IN p_process_tracking_id BIGINT,
    IN p_error_type_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_error_description LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_fail_run BOOLEAN,
    IN p_end_date DATETIME(6),
    OUT p_error_tracking_id BIGINT
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_error_type_id INT;
    DECLARE v_known LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_process_id INT;
    DECLARE v_actor_id INT;
    DECLARE v_end_date DATETIME(6);
    DECLARE v_failed_id INT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL check_text(p_error_type_name, 'error_type_name', 250, TRUE);
    CALL check_instant(p_end_date, 'end_date');
    SELECT (SELECT error_type_id FROM error_type_lkup WHERE error_type_name = p_error_type_name) INTO v_error_type_id;
    IF v_error_type_id IS NULL THEN
        /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
        SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
            GROUP_CONCAT('"', error_type_name, '"' ORDER BY error_type_name SEPARATOR ', ') INTO v_known
        FROM error_type_lkup;
        CALL raise_error(
            'PT008: there is no error type "%"; add it with create_topic, or give one of %',
            p_error_type_name, v_known, NULL, NULL
        );
    END IF;
    CALL lock_run(p_process_tracking_id, 'process', v_process_id, v_actor_id);
    SET v_end_date = COALESCE(p_end_date, UTC_TIMESTAMP(6));
    INSERT INTO error_tracking (
        error_type_id, error_description, error_occurrence_date_time, process_tracking_id, created_by, updated_by
    )
    VALUES (
        v_error_type_id,
        CASE WHEN p_error_description REGEXP '[^[:space:]]' THEN p_error_description ELSE 'Unspecified error.' END,
        v_end_date,
        p_process_tracking_id,
        v_actor_id,
        v_actor_id
    );
    SET p_error_tracking_id = LAST_INSERT_ID();
    UPDATE process
    SET
        last_errored_run_date_time = GREATEST(COALESCE(last_errored_run_date_time, v_end_date), v_end_date),
        update_date_time = UTC_TIMESTAMP(6),
        updated_by = v_actor_id
    WHERE process_id = v_process_id;
    IF p_fail_run THEN
        SELECT (
            SELECT process_status_id FROM process_status_lkup WHERE process_status_name = 'failed'
        ) INTO v_failed_id;
        CALL set_run_status(p_process_tracking_id, v_process_id, v_failed_id, 'failed', v_end_date, v_actor_id);
    END IF;
    CALL end_call(v_owns);
END//
DELIMITER ;
