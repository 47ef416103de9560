-- remove_source_contact: takes a contact off a source.
--
-- p_source_name   the source
-- p_contact_name  the contact
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: source_contact, and the lookups of its names.
DROP PROCEDURE IF EXISTS remove_source_contact;
DELIMITER //
CREATE PROCEDURE remove_source_contact(
    IN p_source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_contact_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_source_id INT;
    DECLARE v_contact_id INT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL source_id_of(p_source_name, v_source_id);
    CALL contact_id_of(p_contact_name, v_contact_id);
    DELETE FROM source_contact WHERE source_id = v_source_id AND contact_id = v_contact_id;
    IF ROW_COUNT() = 0 THEN
        CALL raise_error(
            'PT008: source "%" does not have the contact "%"; nothing is to be removed',
            p_source_name, p_contact_name, NULL, NULL
        );
    END IF;
    CALL end_call(v_owns);
END//
DELIMITER ;
