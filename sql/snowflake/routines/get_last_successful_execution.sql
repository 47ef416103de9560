-- get_last_successful_execution: finds the completed execution with the latest completion.
--
-- Returns: execution_id as text; the empty string when there is none. Errors: none. Tables: execution.
CREATE OR REPLACE PROCEDURE get_last_successful_execution()
COPY GRANTS
RETURNS TABLE (execution_id VARCHAR)
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_result RESULTSET;
BEGIN
    v_result := (
        SELECT COALESCE(MAX_BY(e.execution_id, e.completed_on), '') AS execution_id
        FROM execution AS e
        WHERE e.status = 'COMPLETED'
    );
    RETURN TABLE (v_result);
END;
$$;
