-- contact_id_of: the key of a contact that must exist. Internal.
--
-- p_contact_name  the contact
-- Returns: p_contact_id. Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: contact_lkup.
DROP PROCEDURE IF EXISTS contact_id_of;
DELIMITER //
CREATE PROCEDURE contact_id_of(
    IN p_contact_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_contact_id INT
)
SQL SECURITY DEFINER
BEGIN
    CALL check_text(p_contact_name, 'contact_name', 250, TRUE);
    SELECT (SELECT contact_id FROM contact_lkup WHERE contact_name = p_contact_name) INTO p_contact_id;
    IF p_contact_id IS NULL THEN
        CALL raise_error('PT008: there is no contact "%"; add it with create_topic', p_contact_name, NULL, NULL, NULL);
    END IF;
END//
DELIMITER ;
