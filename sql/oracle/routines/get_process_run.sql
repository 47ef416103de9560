-- get_process_run: returns one run with its process, names resolved.
--
-- p_process_tracking_id  the run
-- Returns: p_rows, a cursor on one row; times are instants, sources, targets and dataset_types are JSON arrays in name
-- order. Errors: PT011 invalid_argument, PT003 run_not_found.
-- Tables: v_process_run, and those of sources_json and dataset_types_json.
CREATE OR REPLACE PROCEDURE get_process_run(p_process_tracking_id IN NUMBER, p_rows OUT SYS_REFCURSOR)
AUTHID DEFINER
IS
    v_number NUMBER;
BEGIN
    check_id(p_process_tracking_id, 'process_tracking_id');
    SELECT COUNT(*) INTO v_number FROM process_tracking WHERE process_tracking_id = p_process_tracking_id;
    IF v_number = 0 THEN
        raise_error(
            'PT003: there is no run with the process_tracking_id %; give the one that start_process_run returned',
            p_process_tracking_id
        );
    END IF;
    OPEN p_rows FOR
    SELECT
        r.process_tracking_id,
        r.process_id,
        r.process_name,
        r.process_type_id,
        r.process_type_name,
        r.tool_id,
        r.tool_name,
        r.schedule_frequency_name,
        r.actor_id,
        r.actor_name,
        r.process_run_id,
        r.process_run_name,
        r.process_status_id,
        r.process_status_name,
        r.is_latest_run,
        r.process_run_start_date_time,
        r.process_run_end_date_time,
        r.process_run_heartbeat_date_time,
        r.process_run_low_date_time,
        r.process_run_high_date_time,
        r.process_run_record_count,
        r.process_run_insert_count,
        r.process_run_update_count,
        r.process_run_delete_count,
        r.process_run_reject_count,
        r.parent_process_tracking_id,
        r.total_record_count,
        r.last_completed_run_date_time,
        r.last_failed_run_date_time,
        r.last_errored_run_date_time,
        sources_json(r.process_id, 0) AS sources,
        sources_json(r.process_id, 1) AS targets,
        dataset_types_json(r.process_id) AS dataset_types
    FROM v_process_run r
    WHERE r.process_tracking_id = p_process_tracking_id;
END get_process_run;
/
