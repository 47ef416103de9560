-- v_process_run: runs, each with its process.
CREATE OR REPLACE VIEW v_process_run COPY GRANTS AS
SELECT
    t.process_tracking_id,
    p.process_id,
    p.process_name,
    pt.process_type_id,
    pt.process_type_name,
    tl.tool_id,
    tl.tool_name,
    f.schedule_frequency_name,
    a.actor_id,
    a.actor_name,
    t.process_run_id,
    t.process_run_name,
    s.process_status_id,
    s.process_status_name,
    t.is_latest_run,
    t.process_run_start_date_time,
    t.process_run_end_date_time,
    t.process_run_heartbeat_date_time,
    t.process_run_low_date_time,
    t.process_run_high_date_time,
    t.process_run_record_count,
    t.process_run_insert_count,
    t.process_run_update_count,
    t.process_run_delete_count,
    t.process_run_reject_count,
    t.parent_process_tracking_id,
    p.total_record_count,
    p.last_completed_run_date_time,
    p.last_failed_run_date_time,
    p.last_errored_run_date_time
FROM process_tracking AS t
INNER JOIN process AS p ON t.process_id = p.process_id
INNER JOIN process_status_lkup AS s ON t.process_status_id = s.process_status_id
INNER JOIN actor_lkup AS a ON t.process_run_actor_id = a.actor_id
INNER JOIN process_type_lkup AS pt ON p.process_type_id = pt.process_type_id
INNER JOIN tool_lkup AS tl ON p.process_tool_id = tl.tool_id
INNER JOIN schedule_frequency_lkup AS f ON p.schedule_frequency_id = f.schedule_frequency_id;
