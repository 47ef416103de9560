-- complete_execution: ends an execution, once.
--
-- p_execution_id  the execution
-- Returns: nothing. Errors: PT015 execution_not_found, PT005 invalid_status_transition. Tables: actor_lkup, execution.
CREATE OR REPLACE PROCEDURE complete_execution(p_execution_id VARCHAR)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_id VARCHAR DEFAULT uuid_text(p_execution_id);
    v_actor_id NUMBER DEFAULT NULL;
    v_now TIMESTAMP_TZ DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    v_refusal := uuid_refusal(p_execution_id, 'execution_id');
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    CALL check_execution(:v_id);
    CALL actor_id_of(NULL) INTO :v_actor_id;
    v_now := CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP());
    UPDATE execution
    SET
        status = 'COMPLETED',
        completed_on = :v_now,
        execution_time_ms = ROUND(DATEDIFF('microsecond', started_on, :v_now) / 1000),
        updated_on = :v_now,
        update_date_time = :v_now,
        updated_by = :v_actor_id
    WHERE execution_id = :v_id;

    IF (v_is_own) THEN
        COMMIT;
    END IF;
EXCEPTION
    WHEN OTHER THEN
        IF (v_is_own) THEN
            ROLLBACK;
        END IF;
        RAISE;
END;
$$;
