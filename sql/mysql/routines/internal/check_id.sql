-- check_id: refuses the key of a run or an extract that is missing. Internal.
--
-- p_value      the key as the caller gave it
-- p_parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
DROP PROCEDURE IF EXISTS check_id;
DELIMITER //
CREATE PROCEDURE check_id(IN p_value BIGINT, IN p_parameter LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin)
SQL SECURITY DEFINER
BEGIN
    IF p_value IS NULL THEN
        CALL raise_error(
            'PT011: % is missing; give the key that the store returned when it was registered',
            p_parameter, NULL, NULL, NULL
        );
    END IF;
END//
DELIMITER ;
