-- check_instant: refuses an instant that lies outside every calendar. Internal.
--
-- p_value      the instant; NULL passes
-- p_parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
DROP PROCEDURE IF EXISTS check_instant;
DELIMITER //
CREATE PROCEDURE check_instant(
    IN p_value DATETIME(6),
    IN p_parameter LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    IF YEAR(p_value) < 1 THEN
        CALL raise_error(
            'PT011: % is %; give an instant in the years 1 to 9999', p_parameter, CAST(p_value AS CHAR), NULL, NULL
        );
    END IF;
END//
DELIMITER ;
