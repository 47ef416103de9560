-- known_extract_status_id: the key of an extract status that must exist. Internal.
--
-- p_status  name of the status; NULL: ready; known synonyms count as the name
-- Returns: p_extract_status_id. Errors: PT008 lookup_not_found. Tables: extract_status_lkup.
DROP PROCEDURE IF EXISTS known_extract_status_id;
DELIMITER //
CREATE PROCEDURE known_extract_status_id(
    IN p_status LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_extract_status_id INT
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT COALESCE(p_status, 'ready');
    DECLARE v_known LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    CALL status_name(v_name);
    SELECT (
        SELECT extract_status_id FROM extract_status_lkup WHERE extract_status_name = v_name
    ) INTO p_extract_status_id;
    IF p_extract_status_id IS NULL THEN
        /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
        SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
            GROUP_CONCAT(extract_status_name ORDER BY extract_status_id SEPARATOR ', ')
        INTO v_known
        FROM extract_status_lkup;
        CALL raise_error(
            'PT008: there is no extract status "%"; the known ones are %', p_status, v_known, NULL, NULL
        );
    END IF;
END//
DELIMITER ;
