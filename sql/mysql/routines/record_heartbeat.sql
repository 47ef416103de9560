-- record_heartbeat: says that a run is alive.
--
-- p_process_tracking_id  the run
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold,
-- PT005 invalid_status_transition (the run has ended, perhaps as stale). Tables: process_tracking.
DROP PROCEDURE IF EXISTS record_heartbeat;
DELIMITER //
CREATE PROCEDURE record_heartbeat(IN p_process_tracking_id BIGINT)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_process_id INT;
    DECLARE v_actor_id INT;
    DECLARE v_end DATETIME(6);
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL lock_run(p_process_tracking_id, 'run', v_process_id, v_actor_id);
    SET v_end = (
        SELECT process_run_end_date_time
        FROM process_tracking
        WHERE process_tracking_id = p_process_tracking_id
        FOR UPDATE
    );
    IF v_end IS NOT NULL THEN
        CALL raise_error(
            'PT005: run % ended at % UTC and takes no heartbeat; start a new run',
            p_process_tracking_id, DATE_FORMAT(v_end, '%Y-%m-%d %H:%i:%s'), NULL, NULL
        );
    END IF;
    UPDATE process_tracking
    SET
        process_run_heartbeat_date_time = UTC_TIMESTAMP(6),
        update_date_time = UTC_TIMESTAMP(6),
        updated_by = v_actor_id
    WHERE process_tracking_id = p_process_tracking_id;
    CALL end_call(v_owns);
END//
DELIMITER ;
