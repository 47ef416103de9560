-- check_count: refuses a number of records that is missing or negative. Internal.
--
-- p_value      number of records
-- p_parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
DROP PROCEDURE IF EXISTS check_count;
DELIMITER //
CREATE PROCEDURE check_count(IN p_value BIGINT, IN p_parameter LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin)
SQL SECURITY DEFINER
BEGIN
    IF p_value IS NULL OR p_value < 0 THEN
        CALL raise_error(
            'PT011: % is %; give a number of records, 0 or more', p_parameter, COALESCE(p_value, 'missing'), NULL, NULL
        );
    END IF;
END//
DELIMITER ;
