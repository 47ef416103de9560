-- get_execution_step: finds a step of an execution by its name.
--
-- p_execution_id  the execution
-- p_step_name     LOAD or TRANSFORM, in any case
-- Returns: execution_step_id. Errors: PT015 execution_not_found, PT016 step_not_found.
-- Tables: execution, execution_step.
CREATE OR REPLACE PROCEDURE get_execution_step(p_execution_id VARCHAR, p_step_name VARCHAR)
COPY GRANTS
RETURNS TABLE (execution_step_id VARCHAR)
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_id VARCHAR DEFAULT uuid_text(p_execution_id);
    v_is_known BOOLEAN DEFAULT NULL;
    v_step_id VARCHAR DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    v_refusal := uuid_refusal(p_execution_id, 'execution_id');
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    SELECT COUNT(*) > 0, MAX(s.execution_step_id)
    INTO :v_is_known, :v_step_id
    FROM execution AS e
    LEFT JOIN execution_step AS s ON s.execution_id = e.execution_id AND s.step_name = UPPER(TRIM(:p_step_name))
    WHERE e.execution_id = :v_id;
    IF (NOT v_is_known) THEN
        v_refusal := 'PT015: there is no execution of the execution_id ' || COALESCE(v_id, 'NULL')
            || '; give the one that init_execution returned';
    ELSEIF (v_step_id IS NULL) THEN
        v_refusal := 'PT016: execution ' || v_id || ' has no step "' || COALESCE(p_step_name, 'NULL')
            || '"; init_step begins one, LOAD or TRANSFORM';
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    v_result := (SELECT :v_step_id AS execution_step_id);
    RETURN TABLE (v_result);
END;
$$;
