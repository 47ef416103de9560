-- get_process_run: returns one run with its process, names resolved.
--
-- p_process_tracking_id  the run
-- Returns: one row; times are instants, sources, targets and dataset_types are JSON arrays in name order.
-- Errors: PT011 invalid_argument, PT003 run_not_found.
-- Tables: process_tracking, v_process_run, process_dataset_type, dataset_type_lkup, and those of sources_json.
CREATE OR REPLACE PROCEDURE get_process_run(p_process_tracking_id NUMBER)
COPY GRANTS
RETURNS TABLE (
    process_tracking_id NUMBER,
    process_id NUMBER,
    process_name VARCHAR,
    process_type_id NUMBER,
    process_type_name VARCHAR,
    tool_id NUMBER,
    tool_name VARCHAR,
    schedule_frequency_name VARCHAR,
    actor_id NUMBER,
    actor_name VARCHAR,
    process_run_id NUMBER,
    process_run_name VARCHAR,
    process_status_id NUMBER,
    process_status_name VARCHAR,
    is_latest_run BOOLEAN,
    process_run_start_date_time TIMESTAMP_TZ,
    process_run_end_date_time TIMESTAMP_TZ,
    process_run_heartbeat_date_time TIMESTAMP_TZ,
    process_run_low_date_time TIMESTAMP_TZ,
    process_run_high_date_time TIMESTAMP_TZ,
    process_run_record_count NUMBER,
    process_run_insert_count NUMBER,
    process_run_update_count NUMBER,
    process_run_delete_count NUMBER,
    process_run_reject_count NUMBER,
    parent_process_tracking_id NUMBER,
    total_record_count NUMBER,
    last_completed_run_date_time TIMESTAMP_TZ,
    last_failed_run_date_time TIMESTAMP_TZ,
    last_errored_run_date_time TIMESTAMP_TZ,
    sources VARCHAR,
    targets VARCHAR,
    dataset_types VARCHAR
)
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_refusal VARCHAR DEFAULT id_refusal(p_process_tracking_id, 'process_tracking_id');
    v_process_id NUMBER DEFAULT NULL;
    v_sources VARCHAR DEFAULT NULL;
    v_targets VARCHAR DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    IF (v_refusal IS NULL) THEN
        SELECT t.process_id
        INTO :v_process_id
        FROM process_tracking AS t
        WHERE t.process_tracking_id = :p_process_tracking_id;
        IF (v_process_id IS NULL) THEN
            v_refusal := 'PT003: there is no run with the process_tracking_id ' || p_process_tracking_id
                || '; give the one that start_process_run returned';
        END IF;
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    CALL sources_json(:v_process_id, FALSE) INTO :v_sources;
    CALL sources_json(:v_process_id, TRUE) INTO :v_targets;
    v_result := (
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
            :v_sources AS sources,
            :v_targets AS targets,
            (
                SELECT TO_JSON(ARRAY_AGG(d.dataset_type) WITHIN GROUP (ORDER BY d.dataset_type))
                FROM process_dataset_type AS l
                INNER JOIN dataset_type_lkup AS d ON d.dataset_type_id = l.dataset_type_id
                WHERE l.process_id = :v_process_id
            ) AS dataset_types
        FROM v_process_run AS r
        WHERE r.process_tracking_id = :p_process_tracking_id
    );
    RETURN TABLE (v_result);
END;
$$;
