-- bulk_change_extract_status: gives many extracts another status on behalf of a run: all of them or none.
--
-- p_process_tracking_id  the run
-- p_extract_ids          JSON array of extract ids; a repeated id counts once
-- p_new_status           the new status; an unknown one is added as a custom status. To loading only when every extract
--                        that they depend on, but for soft dependencies, is loaded, archived or deleted, and none of
--                        these is in the batch
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT006 extract_not_found,
-- PT007 extract_dependency_blocked. Tables: process_tracking, and those of apply_extract_status.
DROP PROCEDURE IF EXISTS bulk_change_extract_status;
DELIMITER //
CREATE PROCEDURE bulk_change_extract_status(
    IN p_process_tracking_id BIGINT,
    IN p_extract_ids LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_new_status LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_process_id INT;
    DECLARE v_actor_id INT;
    DECLARE v_ids LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL lock_run(p_process_tracking_id, 'none', v_process_id, v_actor_id);
    CALL parse_ids(p_extract_ids, 'extract_ids', v_ids);
    IF NOT v_owns THEN
        CALL check_extracts(v_ids);
    END IF;
    CALL apply_extract_status(p_process_tracking_id, v_ids, p_new_status, v_actor_id, v_owns);
    CALL end_call(v_owns);
END//
DELIMITER ;
