-- process_type_id_of: the process type of a name, added when it is new. Internal.
--
-- p_process_type  unique name of the process type
-- p_actor_id  who adds it
-- Returns: p_process_type_id. Errors: PT011 invalid_argument. Tables: process_type_lkup.
DROP PROCEDURE IF EXISTS process_type_id_of;
DELIMITER //
CREATE PROCEDURE process_type_id_of(
    IN p_process_type LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_actor_id INT,
    OUT p_process_type_id INT
)
SQL SECURITY DEFINER
BEGIN
    CALL check_text(p_process_type, 'process_type', 250, TRUE);
    SELECT (
        SELECT process_type_id FROM process_type_lkup WHERE process_type_name = p_process_type
    ) INTO p_process_type_id;
    IF p_process_type_id IS NULL THEN
        -- Another session may have added it first, or after this transaction's view of the table began.
        INSERT INTO process_type_lkup (process_type_name, created_by, updated_by)
        VALUES (p_process_type, p_actor_id, p_actor_id)
        ON DUPLICATE KEY UPDATE process_type_id = LAST_INSERT_ID(process_type_id);
        SET p_process_type_id = LAST_INSERT_ID();
    END IF;
END//
DELIMITER ;
