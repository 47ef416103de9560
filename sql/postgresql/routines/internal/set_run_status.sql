-- set_run_status: writes a run's status, and what an end means for its process. Internal; the rows are locked already.
--
-- p_process_tracking_id  the run
-- p_status_id            the new status
-- p_status_name          its name
-- p_end_date             when the run ended, for completed and failed
-- p_actor_id             who says so
-- Errors: none. Tables: process_tracking, process.
CREATE OR REPLACE FUNCTION set_run_status(
    p_process_tracking_id bigint,
    p_status_id integer,
    p_status_name text,
    p_end_date timestamptz,
    p_actor_id integer
) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    v_process_id integer;
BEGIN
    UPDATE process_tracking
    SET
        process_status_id = p_status_id,
        process_run_end_date_time = CASE
            WHEN p_status_name IN ('completed', 'failed') THEN p_end_date
            WHEN p_status_name <> 'running' THEN process_run_end_date_time
        END,
        update_date_time = clock_timestamp(),
        updated_by = p_actor_id
    WHERE process_tracking_id = p_process_tracking_id
    RETURNING process_id INTO v_process_id;
    IF p_status_name IN ('completed', 'failed') THEN
        -- The greatest is kept: correcting an old run does not take the process back in time.
        UPDATE process
        SET
            last_completed_run_date_time = CASE
                WHEN p_status_name = 'completed' THEN greatest(last_completed_run_date_time, p_end_date)
                ELSE last_completed_run_date_time
            END,
            last_failed_run_date_time = CASE
                WHEN p_status_name = 'failed' THEN greatest(last_failed_run_date_time, p_end_date)
                ELSE last_failed_run_date_time
            END,
            update_date_time = clock_timestamp(),
            updated_by = p_actor_id
        WHERE process_id = v_process_id;
    END IF;
END;
$$;
