-- release_process: ends a process's hold. The failures before it count no more.
--
-- p_process_name  the process
-- p_new_status    status that the held run gets: any but running, failed and on hold
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT014 process_not_found, PT005 invalid_status_transition.
-- Tables: actor_lkup, process_status_lkup, process, process_tracking.
CREATE OR REPLACE PROCEDURE release_process(p_process_name IN VARCHAR2, p_new_status IN VARCHAR2 DEFAULT 'completed')
AUTHID DEFINER
IS
    v_status VARCHAR2(32767) := status_name(COALESCE(p_new_status, 'completed'));
    v_process_id process.process_id%TYPE;
    v_actor_id actor_lkup.actor_id%TYPE;
    v_status_id process_status_lkup.process_status_id%TYPE;
    v_held_id process_tracking.process_tracking_id%TYPE;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    v_process_id := process_id_of(p_process_name);
    IF v_status IN ('running', 'failed', 'on hold') THEN
        raise_error(
            'PT005: process "%" cannot be released to "%"; release it to completed, or to a status of your own',
            p_process_name, v_status
        );
    END IF;
    v_actor_id := actor_id_of();
    v_status_id := process_status_id_of(v_status, v_actor_id);
    SELECT process_id INTO v_process_id FROM process WHERE process_id = v_process_id FOR UPDATE;
    SELECT MAX(t.process_tracking_id) INTO v_held_id
    FROM process_tracking t
    INNER JOIN process_status_lkup s ON t.process_status_id = s.process_status_id
    WHERE CASE WHEN t.is_latest_run = 1 THEN t.process_id END = v_process_id AND s.process_status_name = 'on hold';
    IF v_held_id IS NULL THEN
        raise_error('PT005: process "%" is not on hold; there is nothing to release', p_process_name);
    END IF;
    v_now := utc_now();
    UPDATE process_tracking
    SET
        process_status_id = v_status_id,
        process_run_end_date_time = v_now,
        update_date_time = v_now,
        updated_by = v_actor_id
    WHERE process_tracking_id = v_held_id;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END release_process;
/
