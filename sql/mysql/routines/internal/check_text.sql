-- check_text: refuses a name that is missing, blank or too long for its column. Internal.
--
-- p_value      the text as the caller gave it
-- p_parameter  name of the parameter, for the message
-- p_length     characters that the column holds; NULL: any number
-- p_required   whether NULL is refused too
-- Errors: PT011 invalid_argument. Tables: none.
DROP PROCEDURE IF EXISTS check_text;
DELIMITER //
CREATE PROCEDURE check_text(
    IN p_value LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_parameter LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_length INT,
    IN p_required BOOLEAN
)
SQL SECURITY DEFINER
BEGIN
    IF p_value IS NULL THEN
        IF p_required THEN
            CALL raise_error('PT011: % is missing; give a value', p_parameter, NULL, NULL, NULL);
        END IF;
    ELSEIF p_value NOT REGEXP '[^[:space:]]' THEN
        CALL raise_error('PT011: % is "%", which is blank; give a name', p_parameter, p_value, NULL, NULL);
    ELSEIF CHAR_LENGTH(p_value) > p_length THEN
        CALL raise_error(
            'PT011: % has % characters, "%..."; at most % are stored: shorten it',
            p_parameter, CHAR_LENGTH(p_value), LEFT(p_value, 40), p_length
        );
    END IF;
END//
DELIMITER ;
