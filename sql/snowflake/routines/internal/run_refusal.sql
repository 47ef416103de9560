-- run_refusal: why a run takes nothing: there is none, or it is on hold. Internal.
--
-- p_process_tracking_id  the run
-- p_process_name         name of its process; NULL: there is no such run
-- p_status_name          its status
-- p_update_date_time     when it last changed
-- Returns: the message for raise_error, PT003 run_not_found or PT017 process_on_hold; NULL when the run takes what
-- comes. Tables: none.
CREATE OR REPLACE FUNCTION run_refusal(
    p_process_tracking_id NUMBER, p_process_name VARCHAR, p_status_name VARCHAR, p_update_date_time TIMESTAMP_TZ
)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    CASE
        WHEN p_process_name IS NULL
            THEN 'PT003: there is no run with the process_tracking_id ' || p_process_tracking_id
                || '; give the one that start_process_run returned'
        WHEN p_status_name = 'on hold'
            THEN 'PT017: run ' || p_process_tracking_id || ' of process "' || p_process_name || '" is on hold since '
                || TO_VARCHAR(CONVERT_TIMEZONE('UTC', p_update_date_time), 'YYYY-MM-DD HH24:MI:SS')
                || ' UTC and accepts nothing; call release_process when the cause of its failures is mended'
    END
$$;
