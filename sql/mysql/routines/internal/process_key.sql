-- process_key: the key of a process that is given by its key, its name, or both. Internal.
--
-- p_process_id, p_process_name  the process; one of the two is needed, both must mean the same when both are given
-- Returns: p_key. Errors: PT011 invalid_argument, PT014 process_not_found. Tables: process.
DROP PROCEDURE IF EXISTS process_key;
DELIMITER //
CREATE PROCEDURE process_key(
    IN p_process_id INT,
    IN p_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_key INT
)
SQL SECURITY DEFINER
BEGIN
    IF p_process_id IS NULL AND p_process_name IS NULL THEN
        CALL raise_error('PT011: process_id and process_name are missing; give one of them', NULL, NULL, NULL, NULL);
    ELSEIF p_process_id IS NULL THEN
        CALL process_id_of(p_process_name, 'process_name', p_key);
    ELSE
        SELECT (
            SELECT p.process_id
            FROM process AS p
            WHERE p.process_id = p_process_id AND (p_process_name IS NULL OR p.process_name = p_process_name)
        ) INTO p_key;
        IF p_key IS NULL THEN
            CALL raise_error(
                'PT014: there is no process with the process_id %; a process is registered by its first start_process_run',
                CONCAT(p_process_id, COALESCE(CONCAT(' and the name "', p_process_name, '"'), '')), NULL, NULL, NULL
            );
        END IF;
    END IF;
END//
DELIMITER ;
