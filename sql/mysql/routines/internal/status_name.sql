-- status_name: the name that a status goes by. Internal.
--
-- p_status  status as the caller gave it; becomes the preloaded name for its two known synonyms, else stays
-- Errors: none. Tables: none.
DROP PROCEDURE IF EXISTS status_name;
DELIMITER //
CREATE PROCEDURE status_name(INOUT p_status LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin)
SQL SECURITY DEFINER
BEGIN
    SET p_status = CASE p_status
        WHEN 'complete' THEN 'completed' WHEN 'initialized' THEN 'initializing' ELSE p_status
    END;
END//
DELIMITER ;
