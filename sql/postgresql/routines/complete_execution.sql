-- complete_execution: ends an execution, once.
--
-- p_execution_id  the execution
-- Returns: nothing. Errors: PT015 execution_not_found, PT005 invalid_status_transition. Tables: actor_lkup, execution.
CREATE OR REPLACE FUNCTION complete_execution(p_execution_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_actor_id integer := actor_id_of();
    v_execution execution := lock_execution(p_execution_id);
    v_now timestamptz := clock_timestamp();
BEGIN
    UPDATE execution
    SET
        status = 'COMPLETED',
        completed_on = v_now,
        execution_time_ms = round(extract(EPOCH FROM v_now - v_execution.started_on) * 1000),
        updated_on = v_now,
        update_date_time = v_now,
        updated_by = v_actor_id
    WHERE execution_id = p_execution_id;
END;
$$;
