-- add_process_filter: adds a filter to a process.
--
-- p_process_name                  the process
-- p_source_name                   the source
-- p_source_object_name            the source object
-- p_source_object_attribute_name  the attribute that is compared
-- p_filter_type_code              code of the comparison: eq, lt, gt, lte, gte, not, lke, in
-- p_filter_value_string           what a string attribute is compared with
-- p_filter_value_numeric          what a numeric attribute is compared with; exactly one of the two values is needed
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT014 process_not_found, PT008 lookup_not_found, PT013 duplicate.
-- Tables: actor_lkup, process, source_lkup, source_object_lkup, source_object_attribute_lkup, filter_type_lkup,
-- process_filter.
DROP PROCEDURE IF EXISTS add_process_filter;
DELIMITER //
CREATE PROCEDURE add_process_filter(
    IN p_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_source_object_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_source_object_attribute_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_filter_type_code LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_filter_value_string LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_filter_value_numeric DECIMAL(60, 20)
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_process_id INT;
    DECLARE v_attribute_id INT;
    DECLARE v_filter_type_id INT;
    DECLARE v_actor_id INT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL process_id_of(p_process_name, 'process_name', v_process_id);
    CALL attribute_id_of(p_source_name, p_source_object_name, p_source_object_attribute_name, v_attribute_id);
    CALL filter_type_id_of(p_filter_type_code, v_filter_type_id);
    CALL actor_id_of(NULL, v_actor_id);
    IF (p_filter_value_string IS NULL) = (p_filter_value_numeric IS NULL) THEN
        CALL raise_error(
            'PT011: filter_value_string is % and filter_value_numeric is %; give one of the two',
            COALESCE(CONCAT('"', p_filter_value_string, '"'), 'missing'), COALESCE(p_filter_value_numeric, 'missing'),
            NULL, NULL
        );
    ELSEIF CHAR_LENGTH(p_filter_value_string) > 250 THEN
        CALL check_text(p_filter_value_string, 'filter_value_string', 250, TRUE);
    END IF;
    BEGIN
        DECLARE EXIT HANDLER FOR 1062 CALL raise_error(
            'PT013: process "%" has a filter of type "%" on "%" already; remove it first to change its value',
            p_process_name, p_filter_type_code, p_source_object_attribute_name, NULL
        );
        INSERT INTO process_filter (
            process_id, source_object_attribute_id, filter_type_id, filter_value_string, filter_value_numeric,
            created_by, updated_by
        )
        VALUES (
            v_process_id, v_attribute_id, v_filter_type_id, p_filter_value_string, p_filter_value_numeric, v_actor_id,
            v_actor_id
        );
    END;
    CALL end_call(v_owns);
END//
DELIMITER ;
