-- init_step: begins a step of an execution and stores the checksums of its models.
--
-- p_execution_id  the execution
-- p_step_name     LOAD or TRANSFORM, in any case; each once in an execution
-- p_models        JSON array of objects with name and checksum, each name once
-- Returns: execution_step_id.
-- Errors: PT011 invalid_argument, PT015 execution_not_found, PT013 duplicate, PT005 invalid_status_transition.
-- Tables: actor_lkup, execution, execution_step, execution_step_model.
CREATE OR REPLACE FUNCTION init_step(
    p_execution_id uuid,
    p_step_name text,
    p_models text,
    OUT execution_step_id uuid
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    v_step_id uuid := gen_random_uuid();
    v_step_name text := upper(p_step_name);
    v_models jsonb := parse_json(p_models, 'models');
    v_names text[];
    v_checksums text[];
    v_bad text;
    v_actor_id integer;
    v_execution execution;
    v_now timestamptz;
BEGIN
    IF v_step_name IS NULL OR v_step_name NOT IN ('LOAD', 'TRANSFORM') THEN
        RAISE EXCEPTION 'PT011: step_name is %; give LOAD or TRANSFORM', coalesce('"' || p_step_name || '"', 'missing')
            USING ERRCODE = 'PT011';
    END IF;
    IF EXISTS (
        SELECT 1
        FROM jsonb_array_elements(CASE jsonb_typeof(v_models) WHEN 'array' THEN v_models ELSE '[0]' END) AS item (value)
        WHERE CASE
            WHEN jsonb_typeof(item.value) = 'object' THEN
                jsonb_typeof(item.value -> 'name') IS DISTINCT FROM 'string'
                OR jsonb_typeof(item.value -> 'checksum') IS DISTINCT FROM 'string'
                OR item.value - '{name,checksum}'::text[] <> '{}'
            ELSE true
        END
    ) THEN
        RAISE EXCEPTION 'PT011: models is %; give a JSON array of objects with a name and a checksum, both texts, and nothing else',
            coalesce(left(p_models, 200), 'missing')
            USING ERRCODE = 'PT011';
    END IF;
    SELECT
        array_agg(item.value ->> 'name'),
        array_agg(item.value ->> 'checksum')
    INTO v_names, v_checksums
    FROM jsonb_array_elements(v_models) AS item (value);
    SELECT model.name INTO v_bad
    FROM unnest(v_names, v_checksums) AS model (name, checksum)
    GROUP BY model.name
    HAVING count(*) > 1
        OR length(model.name) > 250
        OR btrim(model.name, E' \t\r\n') = ''
        OR max(length(model.checksum)) NOT BETWEEN 1 AND 100
    LIMIT 1;
    IF v_bad IS NOT NULL THEN
        PERFORM check_text(v_bad, 'a model name', 250);
        RAISE EXCEPTION 'PT011: models names "%" more than once, or with a checksum that is not 1 to 100 characters long',
            v_bad
            USING ERRCODE = 'PT011';
    END IF;

    v_actor_id := actor_id_of();
    v_execution := lock_execution(p_execution_id);
    v_now := clock_timestamp();
    INSERT INTO execution_step (
        execution_step_id, execution_id, step_name, status, started_on, created_on, updated_on, created_by, updated_by
    )
    VALUES (
        v_step_id, v_execution.execution_id, v_step_name, 'IN_PROGRESS', v_now, v_now, v_now, v_actor_id, v_actor_id
    )
    ON CONFLICT DO NOTHING
    RETURNING execution_step.execution_step_id INTO execution_step_id;
    IF execution_step_id IS NULL THEN
        RAISE EXCEPTION 'PT013: execution % has a step % already; each step is begun once', p_execution_id, v_step_name
            USING ERRCODE = 'PT013';
    END IF;
    INSERT INTO execution_step_model (
        execution_step_model_id, execution_step_id, model_name, checksum, created_on, updated_on, created_by, updated_by
    )
    SELECT gen_random_uuid(), v_step_id, model.name, model.checksum, v_now, v_now, v_actor_id, v_actor_id
    FROM unnest(v_names, v_checksums) AS model (name, checksum);
    UPDATE execution
    SET
        status = 'IN_PROGRESS',
        updated_on = v_now,
        update_date_time = v_now,
        updated_by = v_actor_id
    WHERE execution.execution_id = v_execution.execution_id;
END;
$$;
