-- find_extracts_by_process: finds the extracts that any run of a process touched.
--
-- p_process_name  the process
-- p_status        status that the extracts must have; NULL: ready
-- Returns: rows of v_extract in the order of registration, each extract once.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found.
-- Tables: process, process_tracking, extract_process_tracking, extract_status_lkup, v_extract.
DROP PROCEDURE IF EXISTS find_extracts_by_process;
DELIMITER //
CREATE PROCEDURE find_extracts_by_process(
    IN p_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_status LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_process_id INT;
    DECLARE v_status_id INT;
    CALL process_id_of(p_process_name, 'process_name', v_process_id);
    CALL known_extract_status_id(p_status, v_status_id);
    SELECT e.*
    FROM (
        SELECT DISTINCT ept.extract_tracking_id
        FROM process_tracking AS t
        INNER JOIN extract_process_tracking AS ept ON ept.process_tracking_id = t.process_tracking_id
        WHERE t.process_id = v_process_id
    ) AS tie
    INNER JOIN v_extract AS e ON e.extract_id = tie.extract_tracking_id
    WHERE e.extract_status_id = v_status_id
    ORDER BY e.extract_registration_date_time, e.extract_id;
END//
DELIMITER ;
