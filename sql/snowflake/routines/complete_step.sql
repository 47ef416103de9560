-- complete_step: ends a step, once.
--
-- p_execution_step_id  the step
-- p_rows_processed     number of rows that it processed, 0 or more
-- Returns: nothing. Errors: PT011 invalid_argument, PT016 step_not_found, PT005 invalid_status_transition.
-- Tables: actor_lkup, execution_step.
CREATE OR REPLACE PROCEDURE complete_step(p_execution_step_id VARCHAR, p_rows_processed NUMBER DEFAULT NULL)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_id VARCHAR DEFAULT uuid_text(p_execution_step_id);
    v_actor_id NUMBER DEFAULT NULL;
    v_status VARCHAR DEFAULT NULL;
    v_completed_on TIMESTAMP_TZ DEFAULT NULL;
    v_now TIMESTAMP_TZ DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        uuid_refusal(p_execution_step_id, 'execution_step_id'),
        IFF(p_rows_processed IS NULL, NULL, count_refusal(p_rows_processed, 'rows_processed'))
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    SELECT s.status, s.completed_on
    INTO :v_status, :v_completed_on
    FROM execution_step AS s
    WHERE s.execution_step_id = :v_id;
    IF (v_status IS NULL) THEN
        v_refusal := 'PT016: there is no step of the execution_step_id ' || COALESCE(v_id, 'NULL')
            || '; give the one that init_step returned';
    ELSEIF (v_status = 'COMPLETED') THEN
        v_refusal := 'PT005: step ' || v_id || ' was completed at ' || utc_text(v_completed_on)
            || '; a step is completed once';
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    CALL actor_id_of(NULL) INTO :v_actor_id;
    v_now := CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP());
    UPDATE execution_step
    SET
        status = 'COMPLETED',
        rows_processed = :p_rows_processed,
        completed_on = :v_now,
        execution_time_ms = ROUND(DATEDIFF('microsecond', started_on, :v_now) / 1000),
        updated_on = :v_now,
        update_date_time = :v_now,
        updated_by = :v_actor_id
    WHERE execution_step_id = :v_id;

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
