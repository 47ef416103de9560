-- lock_run: the run that a call is about, locked as far as the call needs. Internal.
--
-- p_process_tracking_id  the run
-- p_depth                'process': locks the process row, then the run row; 'run': the run row; 'none': neither
-- Returns: p_process_id, and p_actor_id, the run's actor.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold (a held run accepts nothing).
-- Tables: process, process_tracking, process_status_lkup.
DROP PROCEDURE IF EXISTS lock_run;
DELIMITER //
CREATE PROCEDURE lock_run(
    IN p_process_tracking_id BIGINT, IN p_depth VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_process_id INT, OUT p_actor_id INT
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_status_id INT;
    DECLARE v_since DATETIME(6);
    DECLARE v_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE EXIT HANDLER FOR NOT FOUND CALL raise_error(
        'PT003: there is no run with the process_tracking_id %; give the one that start_process_run returned',
        p_process_tracking_id, NULL, NULL, NULL
    );

    CALL check_id(p_process_tracking_id, 'process_tracking_id');
    -- A run never changes its process or its actor, so these need no lock.
    SELECT process_id, process_run_actor_id, process_status_id, update_date_time
    INTO p_process_id, p_actor_id, v_status_id, v_since
    FROM process_tracking
    WHERE process_tracking_id = p_process_tracking_id;
    IF p_depth = 'process' THEN
        SELECT process_id INTO p_process_id FROM process WHERE process_id = p_process_id FOR UPDATE;
    END IF;
    IF p_depth <> 'none' THEN
        SELECT process_status_id, update_date_time INTO v_status_id, v_since
        FROM process_tracking
        WHERE process_tracking_id = p_process_tracking_id
        FOR UPDATE;
    END IF;
    SELECT (
        SELECT p.process_name
        FROM process_status_lkup AS s
        CROSS JOIN process AS p
        WHERE s.process_status_id = v_status_id AND s.process_status_name = 'on hold' AND p.process_id = p_process_id
    ) INTO v_process_name;
    IF v_process_name IS NOT NULL THEN
        CALL raise_error(
            'PT017: run % of process "%" is on hold since % UTC; call release_process when the cause of its failures is mended',
            p_process_tracking_id, v_process_name, DATE_FORMAT(v_since, '%Y-%m-%d %H:%i:%s'), NULL
        );
    END IF;
END//
DELIMITER ;
