-- complete_step: ends a step, once.
--
-- p_execution_step_id  the step
-- p_rows_processed     number of rows that it processed, 0 or more
-- Returns: nothing. Errors: PT011 invalid_argument, PT016 step_not_found, PT005 invalid_status_transition.
-- Tables: actor_lkup, execution_step.
CREATE OR REPLACE FUNCTION complete_step(p_execution_step_id uuid, p_rows_processed bigint DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_actor_id integer;
    v_step execution_step;
    v_now timestamptz;
BEGIN
    IF p_rows_processed IS NOT NULL THEN
        PERFORM check_count(p_rows_processed, 'rows_processed');
    END IF;
    v_actor_id := actor_id_of();
    SELECT * INTO v_step FROM execution_step WHERE execution_step_id = p_execution_step_id FOR NO KEY UPDATE;
    IF v_step.execution_step_id IS NULL THEN
        RAISE EXCEPTION 'PT016: there is no step of the execution_step_id %; give the one that init_step returned',
            coalesce(p_execution_step_id::text, 'NULL')
            USING ERRCODE = 'PT016';
    ELSIF v_step.status = 'COMPLETED' THEN
        RAISE EXCEPTION 'PT005: step % was completed at %; a step is completed once',
            p_execution_step_id, utc_text(v_step.completed_on)
            USING ERRCODE = 'PT005';
    END IF;
    v_now := clock_timestamp();
    UPDATE execution_step
    SET
        status = 'COMPLETED',
        rows_processed = p_rows_processed,
        completed_on = v_now,
        execution_time_ms = round(extract(EPOCH FROM v_now - v_step.started_on) * 1000),
        updated_on = v_now,
        update_date_time = v_now,
        updated_by = v_actor_id
    WHERE execution_step_id = p_execution_step_id;
END;
$$;
