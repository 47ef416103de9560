-- release_process: ends a process's hold. The failures before it count no more.
--
-- p_process_name  the process
-- p_new_status    status that the held run gets: any but running, failed and on hold; NULL: completed
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT014 process_not_found, PT005 invalid_status_transition.
-- Tables: actor_lkup, process_status_lkup, process, process_tracking.
DROP PROCEDURE IF EXISTS release_process;
DELIMITER //
CREATE PROCEDURE release_process(
    IN p_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_new_status LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_process_id INT;
    DECLARE v_actor_id INT;
    DECLARE v_status_id INT;
    DECLARE v_on_hold_id INT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL process_id_of(p_process_name, 'process_name', v_process_id);
    SET p_new_status = COALESCE(p_new_status, 'completed');
    CALL status_name(p_new_status);
    IF p_new_status IN ('running', 'failed', 'on hold') THEN
        CALL raise_error(
            'PT005: process "%" cannot be released to "%"; release it to completed, or to a status of your own',
            p_process_name, p_new_status, NULL, NULL
        );
    END IF;
    CALL actor_id_of(NULL, v_actor_id);
    CALL process_status_id_of(p_new_status, v_actor_id, v_status_id);
    SELECT (SELECT process_status_id FROM process_status_lkup WHERE process_status_name = 'on hold') INTO v_on_hold_id;
    SELECT process_id INTO v_process_id FROM process WHERE process_id = v_process_id FOR UPDATE;
    UPDATE process_tracking
    SET
        process_status_id = v_status_id,
        process_run_end_date_time = UTC_TIMESTAMP(6),
        update_date_time = UTC_TIMESTAMP(6),
        updated_by = v_actor_id
    WHERE latest_process_id = v_process_id AND process_status_id = v_on_hold_id;
    IF ROW_COUNT() = 0 THEN
        CALL raise_error(
            'PT005: process "%" is not on hold; there is nothing to release', p_process_name, NULL, NULL, NULL
        );
    END IF;
    CALL end_call(v_owns);
END//
DELIMITER ;
