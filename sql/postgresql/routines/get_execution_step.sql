-- get_execution_step: finds a step of an execution by its name.
--
-- p_execution_id  the execution
-- p_step_name     LOAD or TRANSFORM, in any case
-- Returns: execution_step_id. Errors: PT015 execution_not_found, PT016 step_not_found.
-- Tables: execution, execution_step.
CREATE OR REPLACE FUNCTION get_execution_step(
    p_execution_id uuid,
    p_step_name text,
    OUT execution_step_id uuid
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT
AS $$
#variable_conflict use_column
BEGIN
    SELECT s.execution_step_id INTO execution_step_id
    FROM execution_step AS s
    WHERE s.execution_id = p_execution_id AND s.step_name = upper(btrim(p_step_name));
    IF execution_step_id IS NULL AND EXISTS (SELECT 1 FROM execution AS e WHERE e.execution_id = p_execution_id) THEN
        RAISE EXCEPTION 'PT016: execution % has no step "%"; init_step begins one, LOAD or TRANSFORM',
            p_execution_id, p_step_name
            USING ERRCODE = 'PT016';
    ELSIF execution_step_id IS NULL THEN
        RAISE EXCEPTION 'PT015: there is no execution of the execution_id %; give the one that init_execution returned',
            coalesce(p_execution_id::text, 'NULL')
            USING ERRCODE = 'PT015';
    END IF;
END;
$$;
