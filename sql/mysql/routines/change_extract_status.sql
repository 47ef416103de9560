-- change_extract_status: gives an extract another status on behalf of a run.
--
-- p_process_tracking_id  the run
-- p_extract_id           the extract
-- p_new_status           the new status; an unknown one is added as a custom status. To loading only when every extract
--                        that it depends on, but for soft dependencies, is loaded, archived or deleted
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT006 extract_not_found,
-- PT007 extract_dependency_blocked. Tables: process_tracking, and those of apply_extract_status.
DROP PROCEDURE IF EXISTS change_extract_status;
DELIMITER //
CREATE PROCEDURE change_extract_status(
    IN p_process_tracking_id BIGINT,
    IN p_extract_id BIGINT,
    IN p_new_status LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_process_id INT;
    DECLARE v_actor_id INT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL lock_run(p_process_tracking_id, 'none', v_process_id, v_actor_id);
    CALL check_id(p_extract_id, 'extract_id');
    IF NOT v_owns THEN
        CALL check_extracts(JSON_ARRAY(p_extract_id));
    END IF;
    CALL apply_extract_status(p_process_tracking_id, JSON_ARRAY(p_extract_id), p_new_status, v_actor_id, v_owns);
    CALL end_call(v_owns);
END//
DELIMITER ;
