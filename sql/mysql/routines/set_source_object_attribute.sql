-- set_source_object_attribute: sets what is known of an attribute; what is not given stays.
--
-- p_source_name                   the source
-- p_source_object_name            the source object
-- p_source_object_attribute_name  the attribute
-- p_attribute_path                path to it within the object, for sources such as JSON
-- p_data_type                     its data type; a new one is added
-- p_data_length, p_data_decimal   its length and decimal places, 0 or more
-- p_default_value_string, p_default_value_number  its default value
-- p_is_pii                        whether it is personally identifiable information
-- p_is_key, p_is_filter, p_is_partition  whether it is part of the key, of finding changes, of the partitioning
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: actor_lkup, data_type_lkup, source_lkup, source_object_lkup, source_object_attribute_lkup.
DROP PROCEDURE IF EXISTS set_source_object_attribute;
DELIMITER //
CREATE PROCEDURE set_source_object_attribute(
    IN p_source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_source_object_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_source_object_attribute_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_attribute_path LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_data_type LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_data_length INT,
    IN p_data_decimal INT,
    IN p_default_value_string LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_default_value_number DECIMAL(60, 20),
    IN p_is_pii BOOLEAN,
    IN p_is_key BOOLEAN,
    IN p_is_filter BOOLEAN,
    IN p_is_partition BOOLEAN
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_attribute_id INT;
    DECLARE v_actor_id INT;
    DECLARE v_data_type_id INT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL attribute_id_of(p_source_name, p_source_object_name, p_source_object_attribute_name, v_attribute_id);
    CALL actor_id_of(NULL, v_actor_id);
    IF p_data_length < 0 OR p_data_decimal < 0 THEN
        CALL raise_error(
            'PT011: data_length is % and data_decimal is %; give 0 or more, or leave them out',
            COALESCE(p_data_length, 'not given'), COALESCE(p_data_decimal, 'not given'), NULL, NULL
        );
    END IF;
    CALL check_text(p_attribute_path, 'attribute_path', 750, FALSE);
    IF CHAR_LENGTH(p_default_value_string) > 250 THEN
        CALL check_text(p_default_value_string, 'default_value_string', 250, TRUE);
    END IF;
    IF p_data_type IS NOT NULL THEN
        CALL data_type_id_of(p_data_type, v_actor_id, v_data_type_id);
    END IF;
    UPDATE source_object_attribute_lkup
    SET
        attribute_path = COALESCE(p_attribute_path, attribute_path),
        data_type_id = COALESCE(v_data_type_id, data_type_id),
        data_length = COALESCE(p_data_length, data_length),
        data_decimal = COALESCE(p_data_decimal, data_decimal),
        default_value_string = COALESCE(p_default_value_string, default_value_string),
        default_value_number = COALESCE(p_default_value_number, default_value_number),
        is_pii = COALESCE(p_is_pii <> 0, is_pii),
        is_key = COALESCE(p_is_key <> 0, is_key),
        is_filter = COALESCE(p_is_filter <> 0, is_filter),
        is_partition = COALESCE(p_is_partition <> 0, is_partition),
        update_date_time = UTC_TIMESTAMP(6),
        updated_by = v_actor_id
    WHERE source_object_attribute_id = v_attribute_id;
    CALL end_call(v_owns);
END//
DELIMITER ;
