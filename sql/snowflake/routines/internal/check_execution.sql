-- check_execution: refuses to change an execution that is not there or completed. Internal.
--
-- p_execution_id  the execution, as uuid_text returns it, the store locked
-- Errors: PT015 execution_not_found, PT005 invalid_status_transition. Tables: execution.
CREATE OR REPLACE PROCEDURE check_execution(p_execution_id VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_status VARCHAR DEFAULT NULL;
    v_completed_on TIMESTAMP_TZ DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    SELECT e.status, e.completed_on
    INTO :v_status, :v_completed_on
    FROM execution AS e
    WHERE e.execution_id = :p_execution_id;
    IF (v_status IS NULL) THEN
        v_refusal := 'PT015: there is no execution of the execution_id ' || COALESCE(p_execution_id, 'NULL')
            || '; give the one that init_execution returned';
    ELSEIF (v_status = 'COMPLETED') THEN
        v_refusal := 'PT005: execution ' || p_execution_id || ' was completed at ' || utc_text(v_completed_on)
            || ' and changes no more; begin a new one with init_execution';
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
END;
$$;
