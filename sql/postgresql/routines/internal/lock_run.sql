-- lock_run: the run that a call is about, locked as far as the call needs. Internal.
--
-- p_process_tracking_id  the run
-- p_depth                'process': locks the process row, then the run row; 'run': the run row; 'none': neither
-- Returns: the row of the run.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold (a held run accepts nothing).
-- Tables: process, process_tracking, process_status_lkup.
CREATE OR REPLACE FUNCTION lock_run(p_process_tracking_id bigint, p_depth text) RETURNS process_tracking
LANGUAGE plpgsql
AS $$
DECLARE
    v_run process_tracking;
    v_process_name text;
    v_on_hold boolean;
BEGIN
    PERFORM check_id(p_process_tracking_id, 'process_tracking_id');
    IF p_depth = 'process' THEN
        PERFORM 1
        FROM process
        WHERE process_id = (
            SELECT t.process_id FROM process_tracking AS t WHERE t.process_tracking_id = p_process_tracking_id
        )
        FOR NO KEY UPDATE;
    END IF;
    IF p_depth = 'none' THEN
        SELECT * INTO v_run FROM process_tracking WHERE process_tracking_id = p_process_tracking_id;
    ELSE
        SELECT * INTO v_run FROM process_tracking WHERE process_tracking_id = p_process_tracking_id
        FOR NO KEY UPDATE;
    END IF;
    IF v_run.process_tracking_id IS NULL THEN
        RAISE EXCEPTION 'PT003: there is no run with the process_tracking_id %; give the one that start_process_run returned',
            p_process_tracking_id
            USING ERRCODE = 'PT003';
    END IF;
    SELECT
        p.process_name,
        s.process_status_name = 'on hold'
    INTO v_process_name, v_on_hold
    FROM process AS p
    CROSS JOIN process_status_lkup AS s
    WHERE p.process_id = v_run.process_id
        AND s.process_status_id = v_run.process_status_id;
    IF v_on_hold THEN
        RAISE EXCEPTION 'PT017: run % of process "%" is on hold since % and accepts nothing; call release_process when the cause of its failures is mended',
            v_run.process_tracking_id, v_process_name, utc_text(v_run.update_date_time)
            USING ERRCODE = 'PT017';
    END IF;
    RETURN v_run;
END;
$$;
