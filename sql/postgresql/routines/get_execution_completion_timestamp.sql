-- get_execution_completion_timestamp: says when an execution was completed, or else last updated.
--
-- p_execution_id  the execution
-- Returns: completion_timestamp, an instant. Errors: PT015 execution_not_found. Tables: execution.
CREATE OR REPLACE FUNCTION get_execution_completion_timestamp(
    p_execution_id uuid,
    OUT completion_timestamp timestamptz
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS $$
BEGIN
    SELECT coalesce(e.completed_on, e.updated_on) INTO completion_timestamp
    FROM execution AS e
    WHERE e.execution_id = p_execution_id;
    IF completion_timestamp IS NULL THEN
        RAISE EXCEPTION 'PT015: there is no execution of the execution_id %; give the one that init_execution returned',
            coalesce(p_execution_id::text, 'NULL')
            USING ERRCODE = 'PT015';
    END IF;
END;
$$;
