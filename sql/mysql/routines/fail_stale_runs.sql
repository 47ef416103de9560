-- fail_stale_runs: fails every running run that gave no sign of life for longer than its process allows.
--
-- Returns: p_number_failed, how many runs were failed. Errors: none.
-- Tables: actor_lkup, process_tracking, process_status_lkup, and those of fail_stale.
DROP PROCEDURE IF EXISTS fail_stale_runs;
DELIMITER //
CREATE PROCEDURE fail_stale_runs(OUT p_number_failed INT)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_actor_id INT;
    DECLARE v_system_seconds INT;
    DECLARE v_process_ids LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL actor_id_of(NULL, v_actor_id);
    CALL system_integer('stale_after_seconds', v_system_seconds);
    -- Only what may be stale gets locked. fail_stale looks again under the lock.
    /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
    SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
        CONCAT('[', COALESCE(GROUP_CONCAT(p.process_id ORDER BY p.process_id), ''), ']')
    INTO v_process_ids
    FROM process_tracking AS t
    INNER JOIN process AS p ON p.process_id = t.latest_process_id
    WHERE t.process_status_id = (
            SELECT s.process_status_id FROM process_status_lkup AS s WHERE s.process_status_name = 'running'
        )
        AND COALESCE(t.process_run_heartbeat_date_time, t.process_run_start_date_time)
        < UTC_TIMESTAMP(6) - INTERVAL COALESCE(p.stale_after_seconds, v_system_seconds) SECOND;
    CALL fail_stale(v_process_ids, v_actor_id, p_number_failed);
    CALL end_call(v_owns);
END//
DELIMITER ;
