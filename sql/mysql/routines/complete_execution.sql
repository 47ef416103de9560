-- complete_execution: ends an execution, once.
--
-- p_execution_id  the execution. What is no GUID is an invalid argument.
-- Returns: nothing. Errors: PT015 execution_not_found, PT005 invalid_status_transition. Tables: actor_lkup, execution.
DROP PROCEDURE IF EXISTS complete_execution;
DELIMITER //
CREATE PROCEDURE complete_execution(IN p_execution_id LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_actor_id INT;
    DECLARE v_started_on DATETIME(6);
    DECLARE v_now DATETIME(6);
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL parse_uuid(p_execution_id, 'execution_id');
    CALL actor_id_of(NULL, v_actor_id);
    CALL lock_execution(p_execution_id, v_started_on);
    SET v_now = UTC_TIMESTAMP(6);
    UPDATE execution
    SET
        status = 'COMPLETED',
        completed_on = v_now,
        execution_time_ms = ROUND(TIMESTAMPDIFF(MICROSECOND, v_started_on, v_now) / 1000),
        updated_on = v_now,
        update_date_time = v_now,
        updated_by = v_actor_id
    WHERE execution_id = p_execution_id;
    CALL end_call(v_owns);
END//
DELIMITER ;
