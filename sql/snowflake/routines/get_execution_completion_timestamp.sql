-- get_execution_completion_timestamp: says when an execution was completed, or else last updated.
--
-- p_execution_id  the execution
-- Returns: completion_timestamp, an instant. Errors: PT015 execution_not_found. Tables: execution.
CREATE OR REPLACE PROCEDURE get_execution_completion_timestamp(p_execution_id VARCHAR)
COPY GRANTS
RETURNS TABLE (completion_timestamp TIMESTAMP_TZ)
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_id VARCHAR DEFAULT uuid_text(p_execution_id);
    v_number NUMBER DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    v_refusal := uuid_refusal(p_execution_id, 'execution_id');
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    SELECT COUNT(*) INTO :v_number FROM execution AS e WHERE e.execution_id = :v_id;
    IF (v_number = 0) THEN
        v_refusal := 'PT015: there is no execution of the execution_id ' || COALESCE(v_id, 'NULL')
            || '; give the one that init_execution returned';
        CALL raise_error(:v_refusal);
    END IF;
    v_result := (
        SELECT COALESCE(e.completed_on, e.updated_on) AS completion_timestamp
        FROM execution AS e
        WHERE e.execution_id = :v_id
    );
    RETURN TABLE (v_result);
END;
$$;
