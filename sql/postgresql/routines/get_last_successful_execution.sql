-- get_last_successful_execution: finds the completed execution with the latest completion.
--
-- Returns: execution_id as text; the empty string when there is none. Errors: none. Tables: execution.
CREATE OR REPLACE FUNCTION get_last_successful_execution(OUT execution_id text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS $$
#variable_conflict use_column
BEGIN
    SELECT e.execution_id::text INTO execution_id
    FROM execution AS e
    WHERE e.status = 'COMPLETED'
    ORDER BY e.completed_on DESC
    LIMIT 1;
    execution_id := coalesce(execution_id, '');
END;
$$;
