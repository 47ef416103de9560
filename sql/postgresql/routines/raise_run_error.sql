-- raise_run_error: records an error of a run, and fails the run when told to.
--
-- p_process_tracking_id  the run
-- p_error_type_name      an existing error type
-- p_error_description    what went wrong, of any length; default: "Unspecified error."
-- p_fail_run             whether the run has failed by this error
-- p_end_date             when the error occurred; default: now
-- Returns: error_tracking_id.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT008 lookup_not_found, PT017 process_on_hold.
-- Tables: error_type_lkup, process, process_tracking, process_status_lkup, error_tracking.
CREATE OR REPLACE FUNCTION raise_run_error(
    p_process_tracking_id bigint,
    p_error_type_name text,
    p_error_description text DEFAULT NULL,
    p_fail_run boolean DEFAULT false,
    p_end_date timestamptz DEFAULT NULL,
    OUT error_tracking_id bigint
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
#variable_conflict use_column
DECLARE
    v_run process_tracking;
    v_error_type_id integer;
    v_end_date timestamptz;
BEGIN
    PERFORM check_text(p_error_type_name, 'error_type_name', 250), check_instant(p_end_date, 'end_date');
    SELECT error_type_id INTO v_error_type_id FROM error_type_lkup WHERE error_type_name = p_error_type_name;
    IF v_error_type_id IS NULL THEN
        RAISE EXCEPTION 'PT008: there is no error type "%"; add it with create_topic, or give one of %',
            p_error_type_name,
            (SELECT string_agg('"' || error_type_name || '"', ', ' ORDER BY error_type_name) FROM error_type_lkup)
            USING ERRCODE = 'PT008';
    END IF;
    v_run := lock_run(p_process_tracking_id, 'process');
    v_end_date := coalesce(p_end_date, clock_timestamp());
    INSERT INTO error_tracking (
        error_type_id, error_description, error_occurrence_date_time, process_tracking_id, created_by, updated_by
    )
    VALUES (
        v_error_type_id,
        CASE WHEN p_error_description ~ '[^[:space:]]' THEN p_error_description ELSE 'Unspecified error.' END,
        v_end_date,
        p_process_tracking_id,
        v_run.process_run_actor_id,
        v_run.process_run_actor_id
    )
    RETURNING error_tracking.error_tracking_id INTO error_tracking_id;
    UPDATE process
    SET
        last_errored_run_date_time = greatest(last_errored_run_date_time, v_end_date),
        update_date_time = clock_timestamp(),
        updated_by = v_run.process_run_actor_id
    WHERE process_id = v_run.process_id;
    IF p_fail_run THEN
        PERFORM set_run_status(
            p_process_tracking_id, s.process_status_id, 'failed', v_end_date, v_run.process_run_actor_id
        )
        FROM process_status_lkup AS s
        WHERE s.process_status_name = 'failed';
    END IF;
END;
$$;
