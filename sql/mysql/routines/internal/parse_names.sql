-- parse_names: a JSON array of names, each once. Internal.
--
-- p_text       such as ["a", "b"]
-- p_parameter  name of the parameter, for the message
-- p_length     characters that a name may have
-- Returns: p_names, a JSON array in name order. Errors: PT011 invalid_argument. Tables: none.
DROP PROCEDURE IF EXISTS parse_names;
DELIMITER //
CREATE PROCEDURE parse_names(
    IN p_text LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_parameter LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_length INT,
    OUT p_names LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    CALL parse_json(p_text, p_parameter);
    IF JSON_TYPE(p_text) <> 'ARRAY' OR EXISTS (
        SELECT 1
        FROM JSON_TABLE(p_text, '$[*]' COLUMNS (item JSON PATH '$')) AS element
        WHERE JSON_TYPE(element.item) <> 'STRING' OR element.item IS NULL
    ) THEN
        CALL raise_error(
            'PT011: % is %; give a JSON array of names, such as ["a", "b"]', p_parameter, LEFT(p_text, 200), NULL, NULL
        );
    END IF;
    SELECT (
        SELECT MIN(element.name)
        FROM JSON_TABLE(
            p_text, '$[*]' COLUMNS (name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$')
        ) AS element
        WHERE element.name NOT REGEXP '[^[:space:]]' OR CHAR_LENGTH(element.name) > p_length
    ) INTO v_name;
    IF v_name IS NOT NULL THEN
        CALL check_text(v_name, CONCAT('a name in ', p_parameter), p_length, TRUE);
    END IF;
    /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
    SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
        CONCAT('[', COALESCE(GROUP_CONCAT(DISTINCT JSON_QUOTE(element.name) ORDER BY element.name), ''), ']')
    INTO p_names
    FROM JSON_TABLE(
        p_text, '$[*]' COLUMNS (name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$')
    ) AS element;
END//
DELIMITER ;
