-- init_execution: begins an execution of a pipeline.
--
-- p_execution_id  key for the execution; default: a new one
-- Returns: execution_id. Errors: PT013 duplicate. Tables: actor_lkup, execution.
CREATE OR REPLACE PROCEDURE init_execution(p_execution_id VARCHAR DEFAULT NULL)
COPY GRANTS
RETURNS TABLE (execution_id VARCHAR)
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_id VARCHAR DEFAULT COALESCE(uuid_text(p_execution_id), UUID_STRING());
    v_actor_id NUMBER DEFAULT NULL;
    v_now TIMESTAMP_TZ DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    v_refusal := uuid_refusal(p_execution_id, 'execution_id');
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    CALL actor_id_of(NULL) INTO :v_actor_id;
    v_now := CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP());
    MERGE INTO execution AS known
    USING (SELECT :v_id AS execution_id) AS given ON known.execution_id = given.execution_id
    WHEN NOT MATCHED THEN
        INSERT (execution_id, status, started_on, created_on, updated_on, created_by, updated_by)
        VALUES (given.execution_id, 'INITIALISED', :v_now, :v_now, :v_now, :v_actor_id, :v_actor_id);
    IF (SQLROWCOUNT = 0) THEN
        v_refusal := 'PT013: there is an execution of the execution_id ' || v_id
            || ' already; give another, or none for a new one';
        CALL raise_error(:v_refusal);
    END IF;

    v_result := (SELECT :v_id AS execution_id);
    IF (v_is_own) THEN
        COMMIT;
    END IF;
    RETURN TABLE (v_result);
EXCEPTION
    WHEN OTHER THEN
        IF (v_is_own) THEN
            ROLLBACK;
        END IF;
        RAISE;
END;
$$;
