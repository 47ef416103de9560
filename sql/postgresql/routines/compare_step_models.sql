-- compare_step_models: finds the models of a step that are new or changed since an earlier execution.
--
-- p_execution_step_id      the step
-- p_previous_execution_id  the earlier execution, as get_last_successful_execution returns it; empty or NULL: none
-- Returns: model_name in name order: those whose checksum differs in the same step of that execution, or that it lacks;
-- all of them when it has no such step, or there is no execution.
-- Errors: PT011 invalid_argument, PT016 step_not_found, PT015 execution_not_found.
-- Tables: execution, execution_step, execution_step_model.
CREATE OR REPLACE FUNCTION compare_step_models(
    p_execution_step_id uuid,
    p_previous_execution_id text DEFAULT NULL
) RETURNS TABLE (model_name character varying)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET jit = off SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
    v_step_name text;
    v_previous_id uuid;
    v_previous_step_id uuid;
BEGIN
    SELECT s.step_name INTO v_step_name FROM execution_step AS s WHERE s.execution_step_id = p_execution_step_id;
    IF v_step_name IS NULL THEN
        RAISE EXCEPTION 'PT016: there is no step of the execution_step_id %; give the one that init_step returned',
            coalesce(p_execution_step_id::text, 'NULL')
            USING ERRCODE = 'PT016';
    END IF;
    IF btrim(p_previous_execution_id) <> '' THEN
        IF btrim(p_previous_execution_id) !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN
            RAISE EXCEPTION 'PT011: previous_execution_id is "%", which is no GUID; give one, or the empty string for none',
                p_previous_execution_id
                USING ERRCODE = 'PT011';
        END IF;
        v_previous_id := btrim(p_previous_execution_id)::uuid;
        IF NOT EXISTS (SELECT 1 FROM execution AS e WHERE e.execution_id = v_previous_id) THEN
            RAISE EXCEPTION 'PT015: there is no execution of the execution_id %; give one that init_execution returned',
                v_previous_id
                USING ERRCODE = 'PT015';
        END IF;
        SELECT s.execution_step_id INTO v_previous_step_id
        FROM execution_step AS s
        WHERE s.execution_id = v_previous_id AND s.step_name = v_step_name;
    END IF;
    RETURN QUERY
    SELECT m.model_name
    FROM execution_step_model AS m
    LEFT JOIN execution_step_model AS previous
        ON previous.execution_step_id = v_previous_step_id AND previous.model_name = m.model_name
    WHERE m.execution_step_id = p_execution_step_id
        AND previous.checksum IS DISTINCT FROM m.checksum
    ORDER BY m.model_name;
END;
$$;
