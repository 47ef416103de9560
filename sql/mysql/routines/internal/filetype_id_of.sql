-- filetype_id_of: the key of a file type that must exist. Internal.
--
-- p_filetype  code (csv) or name of the file type; NULL gives NULL
-- Returns: p_extract_filetype_id. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: extract_filetype_lkup.
DROP PROCEDURE IF EXISTS filetype_id_of;
DELIMITER //
CREATE PROCEDURE filetype_id_of(
    IN p_filetype LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_extract_filetype_id INT
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_known LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    CALL check_text(p_filetype, 'filetype', NULL, FALSE);
    SELECT (
        SELECT extract_filetype_id
        FROM extract_filetype_lkup
        WHERE p_filetype IN (extract_filetype_code, extract_filetype)
        ORDER BY extract_filetype_code = p_filetype DESC
        LIMIT 1
    ) INTO p_extract_filetype_id;
    IF p_extract_filetype_id IS NULL AND p_filetype IS NOT NULL THEN
        /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
        SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
            GROUP_CONCAT(extract_filetype_code ORDER BY extract_filetype_code SEPARATOR ', ')
        INTO v_known
        FROM extract_filetype_lkup;
        CALL raise_error(
            'PT008: there is no file type "%"; the known ones are %', p_filetype, v_known, NULL, NULL
        );
    END IF;
END//
DELIMITER ;
