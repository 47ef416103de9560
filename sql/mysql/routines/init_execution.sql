-- init_execution: begins an execution of a pipeline.
--
-- p_execution_id  key for the execution; NULL: a new one. What is no GUID is an invalid argument.
-- Returns: p_new_execution_id, which is that key. Errors: PT013 duplicate. Tables: actor_lkup, execution.
DROP PROCEDURE IF EXISTS init_execution;
DELIMITER //
CREATE PROCEDURE init_execution(
    IN p_execution_id LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_new_execution_id CHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_actor_id INT;
    DECLARE v_now DATETIME(6);
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL parse_uuid(p_execution_id, 'execution_id');
    CALL actor_id_of(NULL, v_actor_id);
    SET v_now = UTC_TIMESTAMP(6);
    SET p_new_execution_id = COALESCE(p_execution_id, UUID());
    BEGIN
        DECLARE EXIT HANDLER FOR 1062 CALL raise_error(
            'PT013: there is an execution of the execution_id % already; give another, or none for a new one',
            p_execution_id, NULL, NULL, NULL
        );
        INSERT INTO execution (execution_id, status, started_on, created_on, updated_on, created_by, updated_by)
        VALUES (p_new_execution_id, 'INITIALISED', v_now, v_now, v_now, v_actor_id, v_actor_id);
    END;
    CALL end_call(v_owns);
END//
DELIMITER ;
