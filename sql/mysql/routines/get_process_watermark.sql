-- get_process_watermark: says up to which date a process's completed runs have processed its data.
--
-- p_process_name  the process
-- Returns: p_watermark (UTC), the highest process_run_high_date_time of its completed runs; NULL when there is none.
-- Errors: PT011 invalid_argument, PT014 process_not_found. Tables: process, process_tracking, process_status_lkup.
DROP PROCEDURE IF EXISTS get_process_watermark;
DELIMITER //
CREATE PROCEDURE get_process_watermark(
    IN p_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_watermark DATETIME(6)
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_process_id INT;
    CALL process_id_of(p_process_name, 'process_name', v_process_id);
    SELECT (
        SELECT t.process_run_high_date_time
        FROM process_tracking AS t FORCE INDEX (process_tracking_process_run_high_date_time_ix)
        WHERE t.process_id = v_process_id
            AND t.process_run_high_date_time IS NOT NULL
            AND t.process_status_id = (
                SELECT s.process_status_id FROM process_status_lkup AS s WHERE s.process_status_name = 'completed'
            )
        ORDER BY t.process_run_high_date_time DESC
        LIMIT 1
    ) INTO p_watermark;
END//
DELIMITER ;
