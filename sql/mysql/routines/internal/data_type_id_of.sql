-- data_type_id_of: the data type of a name, added when it is new. Internal.
--
-- p_data_type  unique name of the data type
-- p_actor_id   who adds it
-- Returns: p_data_type_id. Errors: PT011 invalid_argument. Tables: data_type_lkup.
DROP PROCEDURE IF EXISTS data_type_id_of;
DELIMITER //
CREATE PROCEDURE data_type_id_of(
    IN p_data_type LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_actor_id INT,
    OUT p_data_type_id INT
)
SQL SECURITY DEFINER
BEGIN
    CALL check_text(p_data_type, 'data_type', 75, TRUE);
    SELECT (SELECT data_type_id FROM data_type_lkup WHERE data_type = p_data_type) INTO p_data_type_id;
    IF p_data_type_id IS NULL THEN
        -- Another session may have added it first, or after this transaction's view of the table began.
        INSERT INTO data_type_lkup (data_type, created_by, updated_by)
        VALUES (p_data_type, p_actor_id, p_actor_id)
        ON DUPLICATE KEY UPDATE data_type_id = LAST_INSERT_ID(data_type_id);
        SET p_data_type_id = LAST_INSERT_ID();
    END IF;
END//
DELIMITER ;
