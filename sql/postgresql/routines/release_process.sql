-- release_process: ends a process's hold. The failures before it count no more.
--
-- p_process_name  the process
-- p_new_status    status that the held run gets: any but running, failed and on hold
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT014 process_not_found, PT005 invalid_status_transition.
-- Tables: actor_lkup, process_status_lkup, process, process_tracking.
CREATE OR REPLACE FUNCTION release_process(p_process_name text, p_new_status text DEFAULT 'completed') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_status text := status_name(coalesce(p_new_status, 'completed'));
    v_actor_id integer;
    v_status_id integer;
    v_process_id integer := process_id_of(p_process_name);
    v_held_id bigint;
BEGIN
    IF v_status IN ('running', 'failed', 'on hold') THEN
        RAISE EXCEPTION 'PT005: process "%" cannot be released to "%"; release it to completed, or to a status of your own',
            p_process_name, v_status
            USING ERRCODE = 'PT005';
    END IF;
    v_actor_id := actor_id_of();
    v_status_id := process_status_id_of(v_status, v_actor_id);
    PERFORM 1 FROM process WHERE process_id = v_process_id FOR NO KEY UPDATE;
    UPDATE process_tracking AS t
    SET
        process_status_id = v_status_id,
        process_run_end_date_time = clock_timestamp(),
        update_date_time = clock_timestamp(),
        updated_by = v_actor_id
    FROM process_status_lkup AS s
    WHERE t.process_id = v_process_id
        AND t.is_latest_run
        AND s.process_status_id = t.process_status_id
        AND s.process_status_name = 'on hold'
    RETURNING t.process_tracking_id INTO v_held_id;
    IF v_held_id IS NULL THEN
        RAISE EXCEPTION 'PT005: process "%" is not on hold; there is nothing to release', p_process_name
            USING ERRCODE = 'PT005';
    END IF;
END;
$$;
