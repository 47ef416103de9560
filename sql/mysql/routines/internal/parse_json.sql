-- parse_json: refuses a text that is no JSON, or holds the NUL character, which no text of the store does. Internal.
--
-- p_text       the text; NULL passes
-- p_parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
DROP PROCEDURE IF EXISTS parse_json;
DELIMITER //
CREATE PROCEDURE parse_json(
    IN p_text LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_parameter LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    -- Not where its backslash is itself an escaped one.
    IF NOT JSON_VALID(p_text) OR LOCATE('\\u0000', REPLACE(p_text, '\\\\', '')) > 0 THEN
        CALL raise_error('PT011: % is no JSON: %', p_parameter, LEFT(p_text, 200), NULL, NULL);
    END IF;
END//
DELIMITER ;
