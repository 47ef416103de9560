-- set_process: sets a process's own limits.
--
-- p_process_name             the process
-- p_max_concurrent_failures  failed runs in a row that put it on hold; NULL: the system setting
-- p_stale_after_seconds      seconds without a heartbeat after which its running run counts as failed; NULL: the system
--                            setting
-- Returns: nothing. Errors: PT011 invalid_argument, PT014 process_not_found. Tables: actor_lkup, process.
DROP PROCEDURE IF EXISTS set_process;
DELIMITER //
CREATE PROCEDURE set_process(
    IN p_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_max_concurrent_failures INT,
    IN p_stale_after_seconds INT
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_process_id INT;
    DECLARE v_actor_id INT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL process_id_of(p_process_name, 'process_name', v_process_id);
    IF p_max_concurrent_failures < 1 OR p_stale_after_seconds < 1 THEN
        CALL raise_error(
            'PT011: max_concurrent_failures is % and stale_after_seconds is %; give 1 or more, or leave them out',
            COALESCE(p_max_concurrent_failures, 'not given'), COALESCE(p_stale_after_seconds, 'not given'), NULL, NULL
        );
    END IF;
    CALL actor_id_of(NULL, v_actor_id);
    UPDATE process
    SET
        max_concurrent_failures = p_max_concurrent_failures,
        stale_after_seconds = p_stale_after_seconds,
        update_date_time = UTC_TIMESTAMP(6),
        updated_by = v_actor_id
    WHERE process_id = v_process_id;
    CALL end_call(v_owns);
END//
DELIMITER ;
