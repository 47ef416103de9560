-- init_execution: begins an execution of a pipeline.
--
-- p_execution_id  key for the execution; default: a new one
-- Returns: p_new_execution_id, which is that key. Errors: PT011 invalid_argument, PT013 duplicate.
-- Tables: actor_lkup, execution.
CREATE OR REPLACE PROCEDURE init_execution(p_execution_id IN VARCHAR2 DEFAULT NULL, p_new_execution_id OUT VARCHAR2)
AUTHID DEFINER
IS
    v_id execution.execution_id%TYPE;
    v_actor_id actor_lkup.actor_id%TYPE;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    v_id := COALESCE(parse_uuid(p_execution_id, 'execution_id'), new_uuid());
    v_actor_id := actor_id_of();
    v_now := utc_now();
    BEGIN
        INSERT INTO execution (execution_id, status, started_on, created_on, updated_on, created_by, updated_by)
        VALUES (v_id, 'INITIALISED', v_now, v_now, v_now, v_actor_id, v_actor_id);
    EXCEPTION
        WHEN DUP_VAL_ON_INDEX THEN
            raise_error(
                'PT013: there is an execution of the execution_id % already; give another, or none for a new one', v_id
            );
    END;
    p_new_execution_id := v_id;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END init_execution;
/
