-- raise_run_error: records an error of a run, and fails the run when told to.
--
-- p_process_tracking_id  the run
-- p_error_type_name      an existing error type
-- p_error_description    what went wrong, of any length; default: "Unspecified error."
-- p_fail_run             1: the run has failed by this error; 0 or NULL: it goes on
-- p_end_date             when the error occurred; default: now
-- Returns: p_error_tracking_id. A caller that rolls back afterwards takes the record away with its own work: call it
-- behind the rollback, or in an autonomous transaction.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT008 lookup_not_found, PT017 process_on_hold.
-- Tables: error_type_lkup, process, process_tracking, process_status_lkup, error_tracking.
CREATE OR REPLACE PROCEDURE raise_run_error(
    p_process_tracking_id IN NUMBER,
    p_error_type_name IN VARCHAR2,
    p_error_description IN CLOB DEFAULT NULL,
    p_fail_run IN NUMBER DEFAULT 0,
    p_end_date IN TIMESTAMP WITH TIME ZONE DEFAULT NULL,
    p_error_tracking_id OUT NUMBER
)
AUTHID DEFINER
IS
    v_run process_tracking%ROWTYPE;
    v_error_type_id error_type_lkup.error_type_id%TYPE;
    v_known VARCHAR2(4000);
    v_end_date TIMESTAMP WITH TIME ZONE;
    v_description CLOB := 'Unspecified error.';
    v_now TIMESTAMP WITH TIME ZONE;
    v_failed_id process_status_lkup.process_status_id%TYPE;
BEGIN
    SAVEPOINT ptdb_call;
    check_text(p_error_type_name, 'error_type_name', 250);
    check_instant(p_end_date, 'end_date');
    SELECT MAX(error_type_id) INTO v_error_type_id FROM error_type_lkup WHERE error_type_name = p_error_type_name;
    IF v_error_type_id IS NULL THEN
        SELECT LISTAGG('"' || error_type_name || '"', ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY error_type_name)
        INTO v_known
        FROM error_type_lkup;
        raise_error(
            'PT008: there is no error type "%"; add it with create_topic, or give one of %', p_error_type_name, v_known
        );
    END IF;
    lock_run(p_process_tracking_id, 'process', v_run);
    v_now := utc_now();
    v_end_date := in_utc(COALESCE(p_end_date, v_now));
    IF REGEXP_LIKE(p_error_description, '[^[:space:]]') THEN
        v_description := p_error_description;
    END IF;
    INSERT INTO error_tracking (
        error_type_id, error_description, error_occurrence_date_time, process_tracking_id, created_by, updated_by
    )
    VALUES (
        v_error_type_id,
        v_description,
        v_end_date,
        p_process_tracking_id,
        v_run.process_run_actor_id,
        v_run.process_run_actor_id
    )
    RETURNING error_tracking_id INTO p_error_tracking_id;
    UPDATE process
    SET
        last_errored_run_date_time = GREATEST(COALESCE(last_errored_run_date_time, v_end_date), v_end_date),
        update_date_time = v_now,
        updated_by = v_run.process_run_actor_id
    WHERE process_id = v_run.process_id;
    IF p_fail_run <> 0 THEN
        SELECT process_status_id INTO v_failed_id FROM process_status_lkup WHERE process_status_name = 'failed';
        set_run_status(
            p_process_tracking_id, v_run.process_id, v_failed_id, 'failed', v_end_date, v_run.process_run_actor_id
        );
    END IF;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END raise_run_error;
/
