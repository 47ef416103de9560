-- set_run_status: writes a run's status, and what an end means for its process. Internal; the store is locked already.
--
-- p_process_tracking_id  the run
-- p_process_id           its process
-- p_status_id            the new status
-- p_status_name          its name
-- p_end_date             when the run ended, for completed and failed
-- p_actor_id             who says so
-- Errors: none. Tables: process_tracking, process.
CREATE OR REPLACE PROCEDURE set_run_status(
    p_process_tracking_id NUMBER,
    p_process_id NUMBER,
    p_status_id NUMBER,
    p_status_name VARCHAR,
    p_end_date TIMESTAMP_TZ,
    p_actor_id NUMBER
)
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_now TIMESTAMP_TZ DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP());
BEGIN
    IF (p_status_name IN ('completed', 'failed')) THEN
        -- The greatest is kept: correcting an old run does not take the process back in time.
        UPDATE process
        SET
            last_completed_run_date_time = IFF(
                :p_status_name = 'completed',
                GREATEST_IGNORE_NULLS(last_completed_run_date_time, :p_end_date),
                last_completed_run_date_time
            ),
            last_failed_run_date_time = IFF(
                :p_status_name = 'failed',
                GREATEST_IGNORE_NULLS(last_failed_run_date_time, :p_end_date),
                last_failed_run_date_time
            ),
            update_date_time = :v_now,
            updated_by = :p_actor_id
        WHERE process_id = :p_process_id;
    END IF;
    UPDATE process_tracking
    SET
        process_status_id = :p_status_id,
        process_run_end_date_time = CASE
            WHEN :p_status_name IN ('completed', 'failed') THEN :p_end_date
            WHEN :p_status_name <> 'running' THEN process_run_end_date_time
        END,
        update_date_time = :v_now,
        updated_by = :p_actor_id
    WHERE process_tracking_id = :p_process_tracking_id;
END;
$$;
