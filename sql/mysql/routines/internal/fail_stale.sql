-- fail_stale: fails those running latest runs of some processes that are stale, with a Process Error each. Internal.
--
-- A run is stale when its last heartbeat (its start, when it never had one) is older than its process allows, or the
-- system when the process says nothing; no run is, when neither does.
-- p_process_ids  JSON array of the processes in the order of their ids, in which they are locked here
-- p_actor_id     who found out
-- Returns: p_number, of runs failed. Errors: none.
-- Tables: process, process_tracking, error_tracking, process_status_lkup, error_type_lkup, system_lkup.
DROP PROCEDURE IF EXISTS fail_stale;
DELIMITER //
CREATE PROCEDURE fail_stale(
    IN p_process_ids LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_actor_id INT,
    OUT p_number INT
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_system_seconds INT;
    DECLARE v_now DATETIME(6);
    DECLARE v_last_id INT;
    DECLARE v_stale LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

    CALL system_integer('stale_after_seconds', v_system_seconds);
    SELECT MAX(p.process_id) INTO v_last_id
    FROM (SELECT id FROM JSON_TABLE(p_process_ids, '$[*]' COLUMNS (id INT PATH '$')) AS element) AS item
    STRAIGHT_JOIN process AS p ON p.process_id = item.id
    FOR UPDATE;
    SET v_now = UTC_TIMESTAMP(6);
    /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
    SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
        COUNT(*), CONCAT('[', COALESCE(GROUP_CONCAT(t.process_tracking_id), ''), ']')
    INTO p_number, v_stale
    FROM (SELECT id FROM JSON_TABLE(p_process_ids, '$[*]' COLUMNS (id INT PATH '$')) AS element) AS item
    STRAIGHT_JOIN process AS p ON p.process_id = item.id
    STRAIGHT_JOIN process_tracking AS t ON t.latest_process_id = p.process_id
    WHERE t.process_status_id = (
            SELECT s.process_status_id FROM process_status_lkup AS s WHERE s.process_status_name = 'running'
        )
        AND COALESCE(t.process_run_heartbeat_date_time, t.process_run_start_date_time)
        < v_now - INTERVAL COALESCE(p.stale_after_seconds, v_system_seconds) SECOND
    FOR UPDATE;

    IF p_number > 0 THEN
        INSERT INTO error_tracking (
            error_type_id, error_description, error_occurrence_date_time, process_tracking_id, created_by, updated_by
        )
        SELECT
            (SELECT error_type_id FROM error_type_lkup WHERE error_type_name = 'Process Error'),
            CONCAT(
                'The run is stale: its last sign of life was at ',
                DATE_FORMAT(
                    COALESCE(t.process_run_heartbeat_date_time, t.process_run_start_date_time), '%Y-%m-%d %H:%i:%s'
                ),
                ' UTC, and more than ', COALESCE(p.stale_after_seconds, v_system_seconds),
                ' seconds without one count as failed.'
            ),
            v_now,
            t.process_tracking_id,
            p_actor_id,
            p_actor_id
        FROM JSON_TABLE(v_stale, '$[*]' COLUMNS (id BIGINT PATH '$')) AS item
        INNER JOIN process_tracking AS t ON t.process_tracking_id = item.id
        INNER JOIN process AS p ON p.process_id = t.process_id;

        UPDATE JSON_TABLE(v_stale, '$[*]' COLUMNS (id BIGINT PATH '$')) AS item
        INNER JOIN process_tracking AS t ON t.process_tracking_id = item.id
        INNER JOIN process AS p ON p.process_id = t.process_id
        SET
            t.process_status_id = (
                SELECT s.process_status_id FROM process_status_lkup AS s WHERE s.process_status_name = 'failed'
            ),
            t.process_run_end_date_time = v_now,
            t.update_date_time = v_now,
            t.updated_by = p_actor_id,
            p.last_failed_run_date_time = GREATEST(COALESCE(p.last_failed_run_date_time, v_now), v_now),
            p.last_errored_run_date_time = GREATEST(COALESCE(p.last_errored_run_date_time, v_now), v_now),
            p.update_date_time = v_now,
            p.updated_by = p_actor_id;
    END IF;
END//
DELIMITER ;
