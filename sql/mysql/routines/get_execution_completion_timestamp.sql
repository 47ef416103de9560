-- get_execution_completion_timestamp: says when an execution was completed, or else last updated.
--
-- p_execution_id  the execution. What is no GUID is an invalid argument.
-- Returns: p_completion_timestamp, in UTC. Errors: PT015 execution_not_found. Tables: execution.
DROP PROCEDURE IF EXISTS get_execution_completion_timestamp;
DELIMITER //
CREATE PROCEDURE get_execution_completion_timestamp(
    IN p_execution_id LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_completion_timestamp DATETIME(6)
)
SQL SECURITY DEFINER
BEGIN
    CALL parse_uuid(p_execution_id, 'execution_id');
    SELECT (
        SELECT COALESCE(e.completed_on, e.updated_on) FROM execution AS e WHERE e.execution_id = p_execution_id
    ) INTO p_completion_timestamp;
    IF p_completion_timestamp IS NULL THEN
        CALL raise_error(
            'PT015: there is no execution of the execution_id %; give the one that init_execution returned',
            p_execution_id, NULL, NULL, NULL
        );
    END IF;
END//
DELIMITER ;
