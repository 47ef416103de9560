-- add_source_contact: adds a contact to a source.
--
-- p_source_name   the source
-- p_contact_name  the contact
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT013 duplicate.
-- Tables: actor_lkup, source_contact, and the lookups of its names.
DROP PROCEDURE IF EXISTS add_source_contact;
DELIMITER //
CREATE PROCEDURE add_source_contact(
    IN p_source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_contact_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_source_id INT;
    DECLARE v_contact_id INT;
    DECLARE v_actor_id INT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL source_id_of(p_source_name, v_source_id);
    CALL contact_id_of(p_contact_name, v_contact_id);
    CALL actor_id_of(NULL, v_actor_id);
    BEGIN
        DECLARE EXIT HANDLER FOR 1062 CALL raise_error(
            'PT013: source "%" has the contact "%" already; nothing is to be done',
            p_source_name, p_contact_name, NULL, NULL
        );
        INSERT INTO source_contact (source_id, contact_id, created_by, updated_by)
        VALUES (v_source_id, v_contact_id, v_actor_id, v_actor_id);
    END;
    CALL end_call(v_owns);
END//
DELIMITER ;
