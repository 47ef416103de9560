-- init_execution: begins an execution of a pipeline.
--
-- p_execution_id  key for the execution; default: a new one
-- Returns: execution_id. Errors: PT013 duplicate. Tables: actor_lkup, execution.
CREATE OR REPLACE FUNCTION init_execution(p_execution_id uuid DEFAULT NULL, OUT execution_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
#variable_conflict use_column
DECLARE
    v_now timestamptz := clock_timestamp();
    v_actor_id integer := actor_id_of();
BEGIN
    INSERT INTO execution (execution_id, status, started_on, created_on, updated_on, created_by, updated_by)
    VALUES (coalesce(p_execution_id, gen_random_uuid()), 'INITIALISED', v_now, v_now, v_now, v_actor_id, v_actor_id)
    ON CONFLICT DO NOTHING
    RETURNING execution.execution_id INTO execution_id;
    IF execution_id IS NULL THEN
        RAISE EXCEPTION 'PT013: there is an execution of the execution_id % already; give another, or none for a new one',
            p_execution_id
            USING ERRCODE = 'PT013';
    END IF;
END;
$$;
