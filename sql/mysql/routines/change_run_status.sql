-- change_run_status: gives a run another status; completed and failed end it.
--
-- p_process_tracking_id  the run
-- p_new_status           the new status; an unknown one is added as a custom status; "complete" means completed
-- p_end_date             when the run ended (UTC), for completed and failed; NULL: now
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold,
-- PT005 invalid_status_transition (running and on hold are for the latest run only).
-- Tables: process_status_lkup, process, process_tracking.
DROP PROCEDURE IF EXISTS change_run_status;
DELIMITER //
CREATE PROCEDURE change_run_status(
    IN p_process_tracking_id BIGINT,
    IN p_new_status LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_end_date DATETIME(6)
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_process_id INT;
    DECLARE v_actor_id INT;
    DECLARE v_status_id INT;
    DECLARE v_is_latest BOOLEAN;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL check_instant(p_end_date, 'end_date');
    CALL status_name(p_new_status);
    -- A new status is added before the run is locked, as in every call: see the lock order in sql/README.md.
    SELECT (
        SELECT process_run_actor_id FROM process_tracking WHERE process_tracking_id = p_process_tracking_id
    ) INTO v_actor_id;
    IF v_actor_id IS NOT NULL THEN
        CALL process_status_id_of(p_new_status, v_actor_id, v_status_id);
    END IF;
    CALL lock_run(p_process_tracking_id, 'process', v_process_id, v_actor_id);
    SET v_is_latest = (
        SELECT is_latest_run FROM process_tracking WHERE process_tracking_id = p_process_tracking_id FOR UPDATE
    );
    IF p_new_status IN ('running', 'on hold') AND NOT v_is_latest THEN
        CALL raise_error(
            'PT005: run % cannot go to "%": a later run of its process exists, and only the latest run may; start a new run instead',
            p_process_tracking_id, p_new_status, NULL, NULL
        );
    END IF;
    CALL set_run_status(
        p_process_tracking_id, v_process_id, v_status_id, p_new_status, COALESCE(p_end_date, UTC_TIMESTAMP(6)),
        v_actor_id
    );
    CALL end_call(v_owns);
END//
DELIMITER ;
