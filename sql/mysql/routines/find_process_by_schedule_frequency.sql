-- find_process_by_schedule_frequency: finds the processes that should run at a frequency.
--
-- p_frequency  the schedule frequency; NULL: hourly
-- Returns: process_id, process_name, process_type_name, tool_name, schedule_frequency_name, in the order of the names.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: schedule_frequency_lkup, process, process_type_lkup,
-- tool_lkup.
DROP PROCEDURE IF EXISTS find_process_by_schedule_frequency;
DELIMITER //
CREATE PROCEDURE find_process_by_schedule_frequency(IN p_frequency LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_frequency_id INT;
    SET p_frequency = COALESCE(p_frequency, 'hourly');
    CALL check_text(p_frequency, 'frequency', 25, TRUE);
    CALL schedule_frequency_id_of(p_frequency, v_frequency_id);
    SELECT p.process_id, p.process_name, pt.process_type_name, t.tool_name, f.schedule_frequency_name
    FROM process AS p
    INNER JOIN process_type_lkup AS pt ON pt.process_type_id = p.process_type_id
    INNER JOIN tool_lkup AS t ON t.tool_id = p.process_tool_id
    INNER JOIN schedule_frequency_lkup AS f ON f.schedule_frequency_id = p.schedule_frequency_id
    WHERE p.schedule_frequency_id = v_frequency_id
    ORDER BY p.process_name;
END//
DELIMITER ;
