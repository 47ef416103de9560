-- get_last_successful_execution: finds the completed execution with the latest completion.
--
-- Returns: p_execution_id; NULL, which is Oracle's empty string, when there is none. Errors: none. Tables: execution.
CREATE OR REPLACE PROCEDURE get_last_successful_execution(p_execution_id OUT VARCHAR2)
AUTHID DEFINER
IS
BEGIN
    SELECT MAX(latest.execution_id) INTO p_execution_id
    FROM (
        SELECT e.execution_id
        FROM execution e
        WHERE e.status = 'COMPLETED' AND e.completed_on IS NOT NULL
        ORDER BY e.completed_on DESC
        FETCH FIRST 1 ROWS ONLY
    ) latest;
END get_last_successful_execution;
/
