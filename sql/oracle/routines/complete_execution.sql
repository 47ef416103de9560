-- complete_execution: ends an execution, once.
--
-- p_execution_id  the execution
-- Returns: nothing. Errors: PT011 invalid_argument, PT015 execution_not_found, PT005 invalid_status_transition.
-- Tables: actor_lkup, execution.
CREATE OR REPLACE PROCEDURE complete_execution(p_execution_id IN VARCHAR2)
AUTHID DEFINER
IS
    v_id execution.execution_id%TYPE;
    v_actor_id actor_lkup.actor_id%TYPE;
    v_execution execution%ROWTYPE;
    v_time NUMBER;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    v_id := parse_uuid(p_execution_id, 'execution_id');
    v_actor_id := actor_id_of();
    lock_execution(v_id, v_execution);
    v_now := utc_now();
    v_time := elapsed_ms(v_execution.started_on, v_now);
    UPDATE execution
    SET
        status = 'COMPLETED',
        completed_on = v_now,
        execution_time_ms = v_time,
        updated_on = v_now,
        update_date_time = v_now,
        updated_by = v_actor_id
    WHERE execution_id = v_id;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END complete_execution;
/
