-- set_run_status: writes a run's status, and what an end means for its process. Internal; the rows are locked already.
--
-- p_process_tracking_id  the run
-- p_process_id           its process
-- p_status_id            the new status
-- p_status_name          its name
-- p_end_date             when the run ended, for completed and failed
-- p_actor_id             who says so
-- Errors: none. Tables: process_tracking, process.
DROP PROCEDURE IF EXISTS set_run_status;
DELIMITER //
CREATE PROCEDURE set_run_status(
    IN p_process_tracking_id BIGINT, IN p_process_id INT, IN p_status_id INT,
    IN p_status_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, IN p_end_date DATETIME(6), IN p_actor_id INT
)
SQL SECURITY DEFINER
BEGIN
    UPDATE process_tracking
    SET
        process_status_id = p_status_id,
        process_run_end_date_time = CASE
            WHEN p_status_name IN ('completed', 'failed') THEN p_end_date
            WHEN p_status_name <> 'running' THEN process_run_end_date_time
        END,
        update_date_time = UTC_TIMESTAMP(6),
        updated_by = p_actor_id
    WHERE process_tracking_id = p_process_tracking_id;
    IF p_status_name IN ('completed', 'failed') THEN
        -- The greatest is kept: correcting an old run does not take the process back in time.
        UPDATE process
        SET
            last_completed_run_date_time = CASE
                WHEN p_status_name = 'completed'
                    THEN GREATEST(COALESCE(last_completed_run_date_time, p_end_date), p_end_date)
                ELSE last_completed_run_date_time
            END,
            last_failed_run_date_time = CASE
                WHEN p_status_name = 'failed' THEN GREATEST(COALESCE(last_failed_run_date_time, p_end_date), p_end_date)
                ELSE last_failed_run_date_time
            END,
            update_date_time = UTC_TIMESTAMP(6),
            updated_by = p_actor_id
        WHERE process_id = p_process_id;
    END IF;
END//
DELIMITER ;
