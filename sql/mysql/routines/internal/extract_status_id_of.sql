-- extract_status_id_of: the extract status of a name, added when it is new. Internal.
--
-- p_status    unique name of the extract status; known synonyms count as the name
-- p_actor_id  who adds it
-- Returns: p_extract_status_id. Errors: PT011 invalid_argument. Tables: extract_status_lkup.
DROP PROCEDURE IF EXISTS extract_status_id_of;
DELIMITER //
CREATE PROCEDURE extract_status_id_of(
    IN p_status LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_actor_id INT,
    OUT p_extract_status_id INT
)
SQL SECURITY DEFINER
BEGIN
    CALL status_name(p_status);
    CALL check_text(p_status, 'status', 75, TRUE);
    SELECT (
        SELECT extract_status_id FROM extract_status_lkup WHERE extract_status_name = p_status
    ) INTO p_extract_status_id;
    IF p_extract_status_id IS NULL THEN
        -- Another session may have added it first, or after this transaction's view of the table began.
        INSERT INTO extract_status_lkup (extract_status_name, created_by, updated_by)
        VALUES (p_status, p_actor_id, p_actor_id)
        ON DUPLICATE KEY UPDATE extract_status_id = LAST_INSERT_ID(extract_status_id);
        SET p_extract_status_id = LAST_INSERT_ID();
    END IF;
END//
DELIMITER ;
