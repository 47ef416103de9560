-- get_process_run: returns one run with its process, names resolved.
--
-- p_process_tracking_id  the run
-- Returns: one row; times are in UTC, sources, targets and dataset_types are JSON arrays in name order.
-- Errors: PT011 invalid_argument, PT003 run_not_found.
-- Tables: v_process_run, process_dataset_type, dataset_type_lkup, and those of sources_json.
DROP PROCEDURE IF EXISTS get_process_run;
DELIMITER //
CREATE PROCEDURE get_process_run(IN p_process_tracking_id BIGINT)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_process_id INT;
    DECLARE v_sources LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_targets LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_dataset_types LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

    CALL check_id(p_process_tracking_id, 'process_tracking_id');
    SELECT (
        SELECT process_id FROM process_tracking WHERE process_tracking_id = p_process_tracking_id
    ) INTO v_process_id;
    IF v_process_id IS NULL THEN
        CALL raise_error(
            'PT003: there is no run with the process_tracking_id %; give the one that start_process_run returned',
            p_process_tracking_id, NULL, NULL, NULL
        );
    END IF;
    CALL sources_json(v_process_id, FALSE, v_sources);
    CALL sources_json(v_process_id, TRUE, v_targets);
    /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
    SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
        CONCAT('[', COALESCE(GROUP_CONCAT(JSON_QUOTE(d.dataset_type) ORDER BY d.dataset_type), ''), ']')
    INTO v_dataset_types
    FROM process_dataset_type AS l
    INNER JOIN dataset_type_lkup AS d ON d.dataset_type_id = l.dataset_type_id
    WHERE l.process_id = v_process_id;

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
        v_sources AS sources,
        v_targets AS targets,
        v_dataset_types AS dataset_types
    FROM v_process_run AS r
    WHERE r.process_tracking_id = p_process_tracking_id;
END//
DELIMITER ;
