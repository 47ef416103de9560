-- dependency_type_id_of: the key of a dependency type that must exist. Internal.
--
-- p_dependency_type  name of the dependency type; NULL: Undefined
-- Returns: p_dependency_type_id. Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: dependency_type_lkup.
DROP PROCEDURE IF EXISTS dependency_type_id_of;
DELIMITER //
CREATE PROCEDURE dependency_type_id_of(
    IN p_dependency_type LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_dependency_type_id INT
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_known LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    CALL check_text(p_dependency_type, 'dependency_type', NULL, FALSE);
    SELECT (
        SELECT dependency_type_id
        FROM dependency_type_lkup
        WHERE dependency_type_name = COALESCE(p_dependency_type, 'Undefined')
    ) INTO p_dependency_type_id;
    IF p_dependency_type_id IS NULL THEN
        /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
        SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
            GROUP_CONCAT(dependency_type_name ORDER BY dependency_type_id SEPARATOR ', ') INTO v_known
        FROM dependency_type_lkup;
        CALL raise_error(
            'PT008: there is no dependency type "%"; the known ones are %', p_dependency_type, v_known, NULL, NULL
        );
    END IF;
END//
DELIMITER ;
