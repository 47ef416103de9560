-- filter_type_id_of: the key of a comparison that must exist. Internal.
--
-- p_filter_type_code  code of the comparison, such as eq
-- Returns: p_filter_type_id. Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: filter_type_lkup.
DROP PROCEDURE IF EXISTS filter_type_id_of;
DELIMITER //
CREATE PROCEDURE filter_type_id_of(
    IN p_filter_type_code LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_filter_type_id INT
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_known LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    CALL check_text(p_filter_type_code, 'filter_type_code', NULL, TRUE);
    SELECT (
        SELECT filter_type_id FROM filter_type_lkup WHERE filter_type_code = p_filter_type_code
    ) INTO p_filter_type_id;
    IF p_filter_type_id IS NULL THEN
        /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
        SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
            GROUP_CONCAT(filter_type_code ORDER BY filter_type_id SEPARATOR ', ') INTO v_known FROM filter_type_lkup;
        CALL raise_error(
            'PT008: there is no filter type "%"; the known ones are %', p_filter_type_code, v_known, NULL, NULL
        );
    END IF;
END//
DELIMITER ;
