-- actor_id_of: the actor of a name, added when it is new. Internal.
--
-- p_actor_name  unique name of the actor; NULL: the database login that calls, without its host
-- Returns: p_actor_id. Errors: PT011 invalid_argument. Tables: actor_lkup.
DROP PROCEDURE IF EXISTS actor_id_of;
DELIMITER //
CREATE PROCEDURE actor_id_of(IN p_actor_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, OUT p_actor_id INT)
SQL SECURITY DEFINER
BEGIN
    -- USER(), because CURRENT_USER() is the owner of the routine.
    DECLARE v_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT COALESCE(
        p_actor_name, LEFT(USER(), CHAR_LENGTH(USER()) - LOCATE('@', REVERSE(USER())))
    );
    CALL check_text(v_name, 'actor_name', 250, TRUE);
    SELECT (SELECT actor_id FROM actor_lkup WHERE actor_name = v_name) INTO p_actor_id;
    IF p_actor_id IS NULL THEN
        -- Another session may have added it first, or after this transaction's view of the table began.
        INSERT INTO actor_lkup (actor_name, created_by, updated_by)
        VALUES (v_name, 0, 0)
        ON DUPLICATE KEY UPDATE actor_id = LAST_INSERT_ID(actor_id);
        SET p_actor_id = LAST_INSERT_ID();
        -- An actor that is new made itself; its key is known only now.
        UPDATE actor_lkup
        SET created_by = actor_id, updated_by = actor_id
        WHERE actor_id = p_actor_id AND created_by = 0;
    END IF;
END//
DELIMITER ;
