-- lock_run: the run that a call is about, locked as far as the call needs. Internal.
--
-- p_process_tracking_id  the run
-- p_depth                'process': locks the process row, then the run row; 'run': the run row; 'none': neither
-- Returns: p_run, the row of the run.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold (a held run accepts nothing).
-- Tables: process, process_tracking, process_status_lkup.
CREATE OR REPLACE PROCEDURE lock_run(
    p_process_tracking_id IN NUMBER,
    p_depth IN VARCHAR2,
    p_run OUT process_tracking%ROWTYPE
)
AUTHID DEFINER
IS
    v_process_id process.process_id%TYPE;
    v_process_name process.process_name%TYPE;
    v_status_name process_status_lkup.process_status_name%TYPE;
BEGIN
    check_id(p_process_tracking_id, 'process_tracking_id');
    BEGIN
        IF p_depth = 'process' THEN
            -- A run never changes its process, so this first look needs no lock.
            SELECT process_id INTO v_process_id
            FROM process_tracking
            WHERE process_tracking_id = p_process_tracking_id;
            SELECT process_id INTO v_process_id FROM process WHERE process_id = v_process_id FOR UPDATE;
        END IF;
        IF p_depth = 'none' THEN
            SELECT * INTO p_run FROM process_tracking WHERE process_tracking_id = p_process_tracking_id;
        ELSE
            SELECT * INTO p_run FROM process_tracking WHERE process_tracking_id = p_process_tracking_id FOR UPDATE;
        END IF;
    EXCEPTION
        WHEN NO_DATA_FOUND THEN
            raise_error(
                'PT003: there is no run with the process_tracking_id %; give the one that start_process_run returned',
                p_process_tracking_id
            );
    END;
    SELECT p.process_name, s.process_status_name
    INTO v_process_name, v_status_name
    FROM process p
    CROSS JOIN process_status_lkup s
    WHERE p.process_id = p_run.process_id AND s.process_status_id = p_run.process_status_id;
    IF v_status_name = 'on hold' THEN
        raise_error(
            'PT017: run % of process "%" is on hold since % and accepts nothing; call release_process when the cause of its failures is mended',
            p_process_tracking_id, v_process_name, utc_text(p_run.update_date_time)
        );
    END IF;
END lock_run;
/
