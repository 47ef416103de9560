-- process_id_of: the key of a process that must exist. Internal.
--
-- p_process_name  the process
-- p_parameter     name of the parameter, for the message
-- Returns: p_process_id. Errors: PT011 invalid_argument, PT014 process_not_found. Tables: process.
DROP PROCEDURE IF EXISTS process_id_of;
DELIMITER //
CREATE PROCEDURE process_id_of(
    IN p_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_parameter LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_process_id INT
)
SQL SECURITY DEFINER
BEGIN
    CALL check_text(p_process_name, p_parameter, 250, TRUE);
    SELECT (SELECT process_id FROM process WHERE process_name = p_process_name) INTO p_process_id;
    IF p_process_id IS NULL THEN
        CALL raise_error(
            'PT014: there is no process "%"; a process is registered by its first start_process_run',
            p_process_name, NULL, NULL, NULL
        );
    END IF;
END//
DELIMITER ;
