-- parse_ids: a JSON array of ids, ascending, each once. Internal.
--
-- p_text       JSON text such as [1, 2]
-- p_parameter  name of the parameter, for the message
-- Returns: p_ids, a JSON array. Errors: PT011 invalid_argument. Tables: none.
DROP PROCEDURE IF EXISTS parse_ids;
DELIMITER //
CREATE PROCEDURE parse_ids(
    IN p_text LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_parameter LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_ids LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_is_wrong BOOLEAN;
    CALL parse_json(p_text, p_parameter);
    SET v_is_wrong = JSON_TYPE(p_text) = 'ARRAY' IS NOT TRUE;
    IF NOT v_is_wrong THEN
        -- As JSON, so that a number and a text of digits differ.
        /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
        SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
            COALESCE(
                MAX(
                    -- MySQL reads what is too large as NULL, and wraps it in the cast; MariaDB reads the largest.
                    element.id IS NULL
                    OR element.item REGEXP '^-?[0-9]{1,19}\\z' IS NOT TRUE
                    OR CAST(element.item AS DECIMAL(20)) NOT BETWEEN -9223372036854775808 AND 9223372036854775807
                ),
                FALSE
            ),
            CONCAT('[', COALESCE(GROUP_CONCAT(DISTINCT element.id ORDER BY element.id), ''), ']')
        INTO v_is_wrong, p_ids
        FROM JSON_TABLE(p_text, '$[*]' COLUMNS (item JSON PATH '$', id BIGINT PATH '$')) AS element;
    END IF;
    IF v_is_wrong THEN
        CALL raise_error(
            'PT011: % is %; give a JSON array of ids, such as [1, 2]',
            p_parameter, COALESCE(LEFT(p_text, 200), 'missing'), NULL, NULL
        );
    END IF;
END//
DELIMITER ;
