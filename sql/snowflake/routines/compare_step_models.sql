-- compare_step_models: finds the models of a step that are new or changed since an earlier execution.
--
-- p_execution_step_id      the step
-- p_previous_execution_id  the earlier execution, as get_last_successful_execution returns it; empty or NULL: none
-- Returns: model_name in name order: those whose checksum differs in the same step of that execution, or that it lacks;
-- all of them when it has no such step, or there is no execution.
-- Errors: PT011 invalid_argument, PT016 step_not_found, PT015 execution_not_found.
-- Tables: execution, execution_step, execution_step_model.
CREATE OR REPLACE PROCEDURE compare_step_models(
    p_execution_step_id VARCHAR, p_previous_execution_id VARCHAR DEFAULT NULL
)
COPY GRANTS
RETURNS TABLE (model_name VARCHAR)
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_step_id VARCHAR DEFAULT uuid_text(p_execution_step_id);
    v_given VARCHAR DEFAULT NULLIF(TRIM(p_previous_execution_id), '');
    v_previous_id VARCHAR DEFAULT uuid_text(v_given);
    v_step_name VARCHAR DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    v_refusal := COALESCE(
        uuid_refusal(p_execution_step_id, 'execution_step_id'),
        IFF(
            uuid_refusal(v_given, 'previous_execution_id') IS NULL,
            NULL,
            'PT011: previous_execution_id is "' || p_previous_execution_id
            || '", which is no GUID; give one, or the empty string for none'
        )
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    SELECT s.step_name INTO :v_step_name FROM execution_step AS s WHERE s.execution_step_id = :v_step_id;
    IF (v_step_name IS NULL) THEN
        v_refusal := 'PT016: there is no step of the execution_step_id ' || COALESCE(v_step_id, 'NULL')
            || '; give the one that init_step returned';
    ELSEIF (v_previous_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM execution AS e WHERE e.execution_id = :v_previous_id
    )) THEN
        v_refusal := 'PT015: there is no execution of the execution_id ' || v_previous_id
            || '; give one that init_execution returned';
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    v_result := (
        SELECT m.model_name
        FROM execution_step_model AS m
        LEFT JOIN (
            SELECT pm.model_name, pm.checksum
            FROM execution_step AS ps
            INNER JOIN execution_step_model AS pm ON pm.execution_step_id = ps.execution_step_id
            WHERE ps.execution_id = :v_previous_id AND ps.step_name = :v_step_name
        ) AS previous ON previous.model_name = m.model_name
        WHERE m.execution_step_id = :v_step_id AND previous.checksum IS DISTINCT FROM m.checksum
        ORDER BY m.model_name
    );
    RETURN TABLE (v_result);
END;
$$;
