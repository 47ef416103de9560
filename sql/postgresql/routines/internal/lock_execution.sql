-- lock_execution: the execution that a call changes, its row locked. Internal.
--
-- p_execution_id  the execution
-- Returns: its row. Errors: PT015 execution_not_found, PT005 invalid_status_transition (it is completed already).
-- Tables: execution.
CREATE OR REPLACE FUNCTION lock_execution(p_execution_id uuid) RETURNS execution
LANGUAGE plpgsql
AS $$
DECLARE
    v_execution execution;
BEGIN
    SELECT * INTO v_execution FROM execution WHERE execution_id = p_execution_id FOR NO KEY UPDATE;
    IF v_execution.execution_id IS NULL THEN
        RAISE EXCEPTION 'PT015: there is no execution of the execution_id %; give the one that init_execution returned',
            coalesce(p_execution_id::text, 'NULL')
            USING ERRCODE = 'PT015';
    ELSIF v_execution.status = 'COMPLETED' THEN
        RAISE EXCEPTION 'PT005: execution % was completed at % and changes no more; begin a new one with init_execution',
            p_execution_id, utc_text(v_execution.completed_on)
            USING ERRCODE = 'PT005';
    END IF;
    RETURN v_execution;
END;
$$;
