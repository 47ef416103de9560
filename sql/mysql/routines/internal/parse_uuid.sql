-- parse_uuid: a GUID in any of its spellings, as it is stored. Internal.
--
-- p_uuid       the GUID, in either case, with or without hyphens and braces; becomes lower case with
--              hyphens; NULL passes
-- p_parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
DROP PROCEDURE IF EXISTS parse_uuid;
DELIMITER //
CREATE PROCEDURE parse_uuid(
    INOUT p_uuid LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_parameter LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_hex LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT REPLACE(LOWER(p_uuid), '-', '');
    IF v_hex LIKE '{%}' THEN
        SET v_hex = SUBSTRING(v_hex, 2, CHAR_LENGTH(v_hex) - 2);
    END IF;
    IF CHAR_LENGTH(v_hex) <> 32 OR v_hex REGEXP '[^0-9a-f]' THEN
        CALL raise_error(
            'PT011: % is "%"; give a GUID such as 123e4567-e89b-12d3-a456-426614174000', p_parameter, p_uuid, NULL, NULL
        );
    END IF;
    SET p_uuid = CONCAT(
        LEFT(v_hex, 8), '-', SUBSTRING(v_hex, 9, 4), '-', SUBSTRING(v_hex, 13, 4), '-', SUBSTRING(v_hex, 17, 4), '-',
        RIGHT(v_hex, 12)
    );
END//
DELIMITER ;
