-- attribute_id_of: the key of a source object's attribute that must exist. Internal.
--
-- p_source_name, p_source_object_name, p_attribute_name  the attribute
-- Returns: p_source_object_attribute_id. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: source_lkup, source_object_lkup, source_object_attribute_lkup.
DROP PROCEDURE IF EXISTS attribute_id_of;
DELIMITER //
CREATE PROCEDURE attribute_id_of(
    IN p_source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_source_object_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_attribute_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_source_object_attribute_id INT
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_source_id INT;

    CALL source_id_of(p_source_name, v_source_id);
    CALL check_text(p_source_object_name, 'source_object_name', 250, TRUE);
    CALL check_text(p_attribute_name, 'source_object_attribute_name', 250, TRUE);
    SELECT (
        SELECT a.source_object_attribute_id
        FROM source_object_lkup AS o
        INNER JOIN source_object_attribute_lkup AS a ON a.source_object_id = o.source_object_id
        WHERE o.source_id = v_source_id
            AND o.source_object_name = p_source_object_name
            AND a.source_object_attribute_name = p_attribute_name
    ) INTO p_source_object_attribute_id;
    IF p_source_object_attribute_id IS NULL THEN
        CALL raise_error(
            'PT008: source "%" has no object "%" with an attribute "%"; start_process_run registers it',
            p_source_name, p_source_object_name, p_attribute_name, NULL
        );
    END IF;
END//
DELIMITER ;
