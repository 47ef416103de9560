-- get_version: says which version of ptdb the store has.
--
-- Returns: p_version, such as 1.0.0. Errors: none. Tables: system_lkup.
DROP PROCEDURE IF EXISTS get_version;
DELIMITER //
CREATE PROCEDURE get_version(OUT p_version LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin)
SQL SECURITY DEFINER
BEGIN
    SELECT (SELECT system_value FROM system_lkup WHERE system_key = 'version') INTO p_version;
END//
DELIMITER ;
