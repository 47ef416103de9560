-- process_status_id_of: the process status of a name, added when it is new. Internal.
--
-- p_status    unique name of the process status, as status_name returns it
-- p_actor_id  who adds it
-- Returns: p_process_status_id. Errors: PT011 invalid_argument. Tables: process_status_lkup.
DROP PROCEDURE IF EXISTS process_status_id_of;
DELIMITER //
CREATE PROCEDURE process_status_id_of(
    IN p_status LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_actor_id INT,
    OUT p_process_status_id INT
)
SQL SECURITY DEFINER
BEGIN
    CALL check_text(p_status, 'new_status', 75, TRUE);
    SELECT (
        SELECT process_status_id FROM process_status_lkup WHERE process_status_name = p_status
    ) INTO p_process_status_id;
    IF p_process_status_id IS NULL THEN
        -- Another session may have added it first, or after this transaction's view of the table began.
        INSERT INTO process_status_lkup (process_status_name, created_by, updated_by)
        VALUES (p_status, p_actor_id, p_actor_id)
        ON DUPLICATE KEY UPDATE process_status_id = LAST_INSERT_ID(process_status_id);
        SET p_process_status_id = LAST_INSERT_ID();
    END IF;
END//
DELIMITER ;
