-- character_set_id_of: the character set of a name, added when it is new. Internal.
--
-- p_character_set  unique name of the character set
-- p_actor_id  who adds it
-- Returns: p_character_set_id. Errors: PT011 invalid_argument. Tables: character_set_lkup.
DROP PROCEDURE IF EXISTS character_set_id_of;
DELIMITER //
CREATE PROCEDURE character_set_id_of(
    IN p_character_set LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_actor_id INT,
    OUT p_character_set_id INT
)
SQL SECURITY DEFINER
BEGIN
    CALL check_text(p_character_set, 'character_set', 75, TRUE);
    SELECT (
        SELECT character_set_id FROM character_set_lkup WHERE character_set_name = p_character_set
    ) INTO p_character_set_id;
    IF p_character_set_id IS NULL THEN
        -- Another session may have added it first, or after this transaction's view of the table began.
        INSERT INTO character_set_lkup (character_set_name, created_by, updated_by)
        VALUES (p_character_set, p_actor_id, p_actor_id)
        ON DUPLICATE KEY UPDATE character_set_id = LAST_INSERT_ID(character_set_id);
        SET p_character_set_id = LAST_INSERT_ID();
    END IF;
END//
DELIMITER ;
