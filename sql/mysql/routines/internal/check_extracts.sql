-- check_extracts: refuses extracts of which some do not exist. Internal.
--
-- p_extract_ids  JSON array of the extracts
-- Looks without a lock, which may be one on the gap where there is nothing: to be called before they are locked, in a
-- caller's transaction.
-- Errors: PT006 extract_not_found. Tables: extract_tracking.
DROP PROCEDURE IF EXISTS check_extracts;
DELIMITER //
CREATE PROCEDURE check_extracts(IN p_extract_ids LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_missing LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
    SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
        GROUP_CONCAT(DISTINCT item.id ORDER BY item.id SEPARATOR ', ')
    INTO v_missing
    FROM JSON_TABLE(p_extract_ids, '$[*]' COLUMNS (id BIGINT PATH '$')) AS item
    LEFT JOIN extract_tracking AS e ON e.extract_id = item.id
    WHERE e.extract_id IS NULL;
    IF v_missing IS NOT NULL THEN
        CALL raise_error(
            'PT006: there is no extract with the extract_id %; nothing was changed',
            LEFT(v_missing, 200), NULL, NULL, NULL
        );
    END IF;
END//
DELIMITER ;
