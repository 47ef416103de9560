-- location_path_of: a path as it is stored: without a trailing slash. Internal.
--
-- p_location_path  path as the caller gave it; becomes the stored one: a Windows path loses a trailing backslash too,
--                  a root stays
-- Errors: none. Tables: none.
DROP PROCEDURE IF EXISTS location_path_of;
DELIMITER //
CREATE PROCEDURE location_path_of(INOUT p_location_path LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin)
SQL SECURITY DEFINER
BEGIN
    SET p_location_path = CASE
        WHEN p_location_path REGEXP '^/+\\z' THEN '/'
        WHEN p_location_path REGEXP '^[A-Za-z]:[/\\\\]+\\z' THEN LEFT(p_location_path, 3)
        WHEN p_location_path REGEXP '^([A-Za-z]:|\\\\\\\\)' THEN REGEXP_REPLACE(p_location_path, '[/\\\\]+\\z', '')
        ELSE TRIM(TRAILING '/' FROM p_location_path)
    END;
END//
DELIMITER ;
