-- find_extracts_by_filename: finds extracts by a part of their file name.
--
-- p_filename  part of the name, anywhere in it, to the letter: no wildcards
-- p_status    status that the extracts must have; NULL: ready
-- Returns: rows of v_extract in the order of registration. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: extract_status_lkup, v_extract.
DROP PROCEDURE IF EXISTS find_extracts_by_filename;
DELIMITER //
CREATE PROCEDURE find_extracts_by_filename(
    IN p_filename LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_status LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_status_id INT;
    CALL known_extract_status_id(p_status, v_status_id);
    CALL check_text(p_filename, 'filename', 750, TRUE);
    SELECT e.*
    FROM v_extract AS e
    WHERE e.extract_status_id = v_status_id AND LOCATE(p_filename, e.extract_filename) > 0
    ORDER BY e.extract_registration_date_time, e.extract_id;
END//
DELIMITER ;
