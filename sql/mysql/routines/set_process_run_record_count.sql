-- set_process_run_record_count: sets how many records a run processed, and keeps the process's total their sum.
--
-- p_process_tracking_id  the run
-- p_num_records          number of records; it replaces what was reported before
-- p_processing_type      insert, update, delete or reject: that count is replaced, and the run's count becomes the sum
--                        of insert, update and delete; NULL: the run's count itself
-- Returns: nothing. Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold.
-- Tables: process, process_tracking.
DROP PROCEDURE IF EXISTS set_process_run_record_count;
DELIMITER //
CREATE PROCEDURE set_process_run_record_count(
    IN p_process_tracking_id BIGINT,
    IN p_num_records BIGINT,
    IN p_processing_type LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_process_id INT;
    DECLARE v_actor_id INT;
    DECLARE v_before BIGINT;
    DECLARE v_inserts BIGINT;
    DECLARE v_updates BIGINT;
    DECLARE v_deletes BIGINT;
    DECLARE v_rejects BIGINT;
    DECLARE v_count DECIMAL(20, 0);
    DECLARE v_total DECIMAL(20, 0);
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL check_count(p_num_records, 'num_records');
    IF p_processing_type NOT IN ('insert', 'update', 'delete', 'reject') THEN
        CALL raise_error(
            'PT011: processing_type is "%"; give insert, update, delete or reject, or leave it out',
            p_processing_type, NULL, NULL, NULL
        );
    END IF;
    CALL lock_run(p_process_tracking_id, 'process', v_process_id, v_actor_id);
    SELECT
        process_run_record_count,
        IF(p_processing_type = 'insert', p_num_records, process_run_insert_count),
        IF(p_processing_type = 'update', p_num_records, process_run_update_count),
        IF(p_processing_type = 'delete', p_num_records, process_run_delete_count),
        IF(p_processing_type = 'reject', p_num_records, process_run_reject_count)
    INTO v_before, v_inserts, v_updates, v_deletes, v_rejects
    FROM process_tracking
    WHERE process_tracking_id = p_process_tracking_id
    FOR UPDATE;
    IF p_processing_type IS NULL THEN
        SET v_count = p_num_records;
    ELSE
        SET v_count = CAST(v_inserts AS DECIMAL(20, 0)) + v_updates + v_deletes;
    END IF;
    SELECT CAST(total_record_count AS DECIMAL(20, 0)) + v_count - v_before INTO v_total
    FROM process
    WHERE process_id = v_process_id
    FOR UPDATE;
    IF GREATEST(v_count, v_total) > 9223372036854775807 THEN
        CALL raise_error(
            'PT011: num_records is %; the run or its process would have % records, at most 9223372036854775807 are stored',
            p_num_records, GREATEST(v_count, v_total), NULL, NULL
        );
    END IF;
    UPDATE process_tracking
    SET
        process_run_record_count = v_count,
        process_run_insert_count = v_inserts,
        process_run_update_count = v_updates,
        process_run_delete_count = v_deletes,
        process_run_reject_count = v_rejects,
        update_date_time = UTC_TIMESTAMP(6),
        updated_by = v_actor_id
    WHERE process_tracking_id = p_process_tracking_id;
    UPDATE process
    SET
        total_record_count = v_total,
        update_date_time = UTC_TIMESTAMP(6),
        updated_by = v_actor_id
    WHERE process_id = v_process_id;
    CALL end_call(v_owns);
END//
DELIMITER ;
