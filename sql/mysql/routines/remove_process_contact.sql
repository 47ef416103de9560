-- remove_process_contact: takes a contact off a process.
--
-- p_process_name  the process
-- p_contact_name  the contact
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found.
-- Tables: process_contact, and the lookups of its names.
DROP PROCEDURE IF EXISTS remove_process_contact;
DELIMITER //
CREATE PROCEDURE remove_process_contact(
    IN p_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_contact_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_process_id INT;
    DECLARE v_contact_id INT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL process_id_of(p_process_name, 'process_name', v_process_id);
    CALL contact_id_of(p_contact_name, v_contact_id);
    DELETE FROM process_contact WHERE process_id = v_process_id AND contact_id = v_contact_id;
    IF ROW_COUNT() = 0 THEN
        CALL raise_error(
            'PT008: process "%" does not have the contact "%"; nothing is to be removed',
            p_process_name, p_contact_name, NULL, NULL
        );
    END IF;
    CALL end_call(v_owns);
END//
DELIMITER ;
