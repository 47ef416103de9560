-- compression_type_id_of: the key of a compression type that must exist. Internal.
--
-- p_compression_type  name of the compression type; NULL gives NULL
-- Returns: p_extract_compression_type_id. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: extract_compression_type_lkup.
DROP PROCEDURE IF EXISTS compression_type_id_of;
DELIMITER //
CREATE PROCEDURE compression_type_id_of(
    IN p_compression_type LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_extract_compression_type_id INT
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_known LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    CALL check_text(p_compression_type, 'compression_type', NULL, FALSE);
    SELECT (
        SELECT extract_compression_type_id
        FROM extract_compression_type_lkup
        WHERE extract_compression_type = p_compression_type
    ) INTO p_extract_compression_type_id;
    IF p_extract_compression_type_id IS NULL AND p_compression_type IS NOT NULL THEN
        /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
        SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
            GROUP_CONCAT(extract_compression_type ORDER BY extract_compression_type SEPARATOR ', ')
        INTO v_known
        FROM extract_compression_type_lkup;
        CALL raise_error(
            'PT008: there is no compression type "%"; the known ones are %', p_compression_type, v_known, NULL, NULL
        );
    END IF;
END//
DELIMITER ;
