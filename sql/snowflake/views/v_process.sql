-- v_process: processes, each with its latest run.
CREATE OR REPLACE VIEW v_process COPY GRANTS AS
SELECT
    p.process_id,
    p.process_name,
    pt.process_type_name,
    tl.tool_name,
    f.schedule_frequency_name,
    p.total_record_count,
    p.last_completed_run_date_time,
    p.last_failed_run_date_time,
    p.last_errored_run_date_time,
    p.max_concurrent_failures,
    p.stale_after_seconds,
    t.process_tracking_id AS latest_process_tracking_id,
    t.process_run_id AS latest_process_run_id,
    t.process_run_name AS latest_process_run_name,
    s.process_status_name AS latest_process_status_name,
    t.process_run_start_date_time AS latest_run_start_date_time,
    t.process_run_end_date_time AS latest_run_end_date_time,
    t.update_date_time AS latest_run_change_date_time
FROM process AS p
INNER JOIN process_type_lkup AS pt ON p.process_type_id = pt.process_type_id
INNER JOIN tool_lkup AS tl ON p.process_tool_id = tl.tool_id
INNER JOIN schedule_frequency_lkup AS f ON p.schedule_frequency_id = f.schedule_frequency_id
LEFT JOIN process_tracking AS t ON p.process_id = t.process_id AND t.is_latest_run
LEFT JOIN process_status_lkup AS s ON t.process_status_id = s.process_status_id;
