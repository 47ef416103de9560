-- tool_id_of: the tool of a name, added when it is new. Internal.
--
-- p_tool_name  unique name of the tool
-- p_actor_id  who adds it
-- Returns: p_tool_id. Errors: PT011 invalid_argument. Tables: tool_lkup.
DROP PROCEDURE IF EXISTS tool_id_of;
DELIMITER //
CREATE PROCEDURE tool_id_of(
    IN p_tool_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_actor_id INT,
    OUT p_tool_id INT
)
SQL SECURITY DEFINER
BEGIN
    CALL check_text(p_tool_name, 'tool_name', 250, TRUE);
    SELECT (SELECT tool_id FROM tool_lkup WHERE tool_name = p_tool_name) INTO p_tool_id;
    IF p_tool_id IS NULL THEN
        -- Another session may have added it first, or after this transaction's view of the table began.
        INSERT INTO tool_lkup (tool_name, created_by, updated_by)
        VALUES (p_tool_name, p_actor_id, p_actor_id)
        ON DUPLICATE KEY UPDATE tool_id = LAST_INSERT_ID(tool_id);
        SET p_tool_id = LAST_INSERT_ID();
    END IF;
END//
DELIMITER ;
