-- system_integer: a setting of the store that is a whole number. Internal.
--
-- p_system_key  name of the setting
-- Returns: p_value; NULL when it is not set. Errors: none. Tables: system_lkup.
DROP PROCEDURE IF EXISTS system_integer;
DELIMITER //
CREATE PROCEDURE system_integer(IN p_system_key LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, OUT p_value INT)
SQL SECURITY DEFINER
BEGIN
    SELECT (SELECT CAST(system_value AS SIGNED) FROM system_lkup WHERE system_key = p_system_key) INTO p_value;
END//
DELIMITER ;
