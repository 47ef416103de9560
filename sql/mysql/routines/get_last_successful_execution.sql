-- get_last_successful_execution: finds the completed execution with the latest completion.
--
-- Returns: p_execution_id; the empty string when there is none. Errors: none. Tables: execution.
DROP PROCEDURE IF EXISTS get_last_successful_execution;
DELIMITER //
CREATE PROCEDURE get_last_successful_execution(OUT p_execution_id VARCHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin)
SQL SECURITY DEFINER
BEGIN
    SELECT COALESCE(
        (
            SELECT e.execution_id
            FROM execution AS e
            -- The index holds those that are not completed too, as NULL.
            WHERE e.status = 'COMPLETED' AND e.completed_on IS NOT NULL
            ORDER BY e.completed_on DESC
            LIMIT 1
        ),
        ''
    ) INTO p_execution_id;
END//
DELIMITER ;
