-- complete_step: ends a step, once.
--
-- p_execution_step_id  the step
-- p_rows_processed     number of rows that it processed, 0 or more
-- Returns: nothing. Errors: PT011 invalid_argument, PT016 step_not_found, PT005 invalid_status_transition.
-- Tables: actor_lkup, execution_step.
CREATE OR REPLACE PROCEDURE complete_step(p_execution_step_id IN VARCHAR2, p_rows_processed IN NUMBER DEFAULT NULL)
AUTHID DEFINER
IS
    v_id execution_step.execution_step_id%TYPE;
    v_actor_id actor_lkup.actor_id%TYPE;
    v_step execution_step%ROWTYPE;
    v_time NUMBER;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    v_id := parse_uuid(p_execution_step_id, 'execution_step_id');
    IF p_rows_processed IS NOT NULL THEN
        check_count(p_rows_processed, 'rows_processed');
    END IF;
    v_actor_id := actor_id_of();
    BEGIN
        SELECT * INTO v_step FROM execution_step WHERE execution_step_id = v_id FOR UPDATE;
    EXCEPTION
        WHEN NO_DATA_FOUND THEN
            raise_error(
                'PT016: there is no step of the execution_step_id %; give the one that init_step returned',
                COALESCE(v_id, 'NULL')
            );
    END;
    IF v_step.status = 'COMPLETED' THEN
        raise_error(
            'PT005: step % was completed at %; a step is completed once', v_id, utc_text(v_step.completed_on)
        );
    END IF;
    v_now := utc_now();
    v_time := elapsed_ms(v_step.started_on, v_now);
    UPDATE execution_step
    SET
        status = 'COMPLETED',
        rows_processed = p_rows_processed,
        completed_on = v_now,
        execution_time_ms = v_time,
        updated_on = v_now,
        update_date_time = v_now,
        updated_by = v_actor_id
    WHERE execution_step_id = v_id;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END complete_step;
/
