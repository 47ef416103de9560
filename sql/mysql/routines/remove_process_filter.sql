-- remove_process_filter: takes a filter off a process.
--
-- p_process_name                  the process
-- p_source_name                   the source
-- p_source_object_name            the source object
-- p_source_object_attribute_name  the attribute that is compared
-- p_filter_type_code              code of the comparison: eq, lt, gt, lte, gte, not, lke, in
-- Returns: nothing. Errors: PT011 invalid_argument, PT014 process_not_found, PT008 lookup_not_found.
-- Tables: process, source_lkup, source_object_lkup, source_object_attribute_lkup, filter_type_lkup, process_filter.
DROP PROCEDURE IF EXISTS remove_process_filter;
DELIMITER //
CREATE PROCEDURE remove_process_filter(
    IN p_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_source_object_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_source_object_attribute_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_filter_type_code LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_process_id INT;
    DECLARE v_attribute_id INT;
    DECLARE v_filter_type_id INT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL process_id_of(p_process_name, 'process_name', v_process_id);
    CALL attribute_id_of(p_source_name, p_source_object_name, p_source_object_attribute_name, v_attribute_id);
    CALL filter_type_id_of(p_filter_type_code, v_filter_type_id);
    DELETE FROM process_filter
    WHERE process_id = v_process_id
        AND source_object_attribute_id = v_attribute_id
        AND filter_type_id = v_filter_type_id;
    IF ROW_COUNT() = 0 THEN
        CALL raise_error(
            'PT008: process "%" has no filter of type "%" on "%"; nothing is to be removed',
            p_process_name, p_filter_type_code, p_source_object_attribute_name, NULL
        );
    END IF;
    CALL end_call(v_owns);
END//
DELIMITER ;
