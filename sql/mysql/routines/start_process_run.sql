-- start_process_run: registers what is new of a process and starts a run of it, or says why it may not start.
--
-- p_process_name                name of the process; a known one may be started by its name alone
-- p_process_type                kind of process; a new process needs it
-- p_actor_name                  who or what starts the run; NULL: the database login
-- p_tool_name                   tool that runs the process; a new process needs it
-- p_process_run_name            unique name of the run; a running latest run of this very name is re-attached to
-- p_sources, p_targets          JSON: ["S"], {"S": ["object"]} or {"S": {"object": ["attribute"]}}
-- p_dataset_types               JSON array of names of existing dataset types
-- p_schedule_frequency          an existing schedule frequency; a new process is unscheduled by default
-- p_parent_process_tracking_id  the run that starts this one
-- p_max_concurrent_failures     failed runs in a row that put the process on hold, for this start; NULL: the
--                               process's own, else the system's
-- Returns: p_process_tracking_id, and p_process_run_status: running, or on hold when too many runs failed in a row.
-- That is no error, because an error would undo the record of the hold.
-- Errors: PT011 invalid_argument, PT001 run_already_running, PT002 dependency_blocked, PT003 run_not_found,
-- PT004 run_name_in_use, PT008 lookup_not_found, PT017 process_on_hold.
-- Tables: actor_lkup, tool_lkup, process_type_lkup, process, process_tracking, process_dependency, and those of
-- check_parents, link_sources, link_dataset_types and fail_stale. Locks in that order: starts of one process queue up
-- at its row, starts of different processes do not wait for one another.
DROP PROCEDURE IF EXISTS start_process_run;
DELIMITER //
CREATE PROCEDURE start_process_run(
    IN p_process_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_process_type LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_actor_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_tool_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_process_run_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_sources LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_targets LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_dataset_types LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_schedule_frequency LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_parent_process_tracking_id BIGINT,
    IN p_max_concurrent_failures INT,
    OUT p_process_tracking_id BIGINT,
    OUT p_process_run_status VARCHAR(75) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_actor_id INT;
    DECLARE v_type_id INT;
    DECLARE v_tool_id INT;
    DECLARE v_frequency_id INT;
    DECLARE v_process_id INT;
    DECLARE v_is_new BOOLEAN DEFAULT FALSE;
    DECLARE v_old_type_id INT;
    DECLARE v_old_tool_id INT;
    DECLARE v_old_frequency_id INT;
    DECLARE v_limit INT;
    DECLARE v_latest_id BIGINT;
    DECLARE v_latest_run_id BIGINT;
    DECLARE v_latest_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_latest_start DATETIME(6);
    DECLARE v_latest_change DATETIME(6);
    DECLARE v_latest_status LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_is_reattached BOOLEAN DEFAULT FALSE;
    DECLARE v_is_found BOOLEAN DEFAULT FALSE;
    DECLARE v_is_linked BOOLEAN DEFAULT FALSE;
    DECLARE v_number INT;
    DECLARE v_status_id INT;
    DECLARE v_now DATETIME(6);
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    -- Most starts name what is there already, and are in order: one look finds it. Only the rest is checked, and added.
    SELECT
        (SELECT process_id FROM process WHERE process_name = p_process_name),
        (SELECT actor_id FROM actor_lkup WHERE actor_name = p_actor_name),
        (SELECT tool_id FROM tool_lkup WHERE tool_name = p_tool_name),
        (SELECT process_type_id FROM process_type_lkup WHERE process_type_name = p_process_type)
    INTO v_process_id, v_actor_id, v_tool_id, v_type_id;
    IF v_process_id IS NULL THEN
        CALL check_text(p_process_name, 'process_name', 250, TRUE);
    END IF;
    CALL check_text(p_process_run_name, 'process_run_name', 250, FALSE);
    CALL check_text(p_schedule_frequency, 'schedule_frequency', NULL, FALSE);
    IF p_max_concurrent_failures < 1 THEN
        CALL raise_error(
            'PT011: max_concurrent_failures is %; give 1 or more', p_max_concurrent_failures, NULL, NULL, NULL
        );
    END IF;

    IF v_actor_id IS NULL THEN
        CALL actor_id_of(p_actor_name, v_actor_id);
    END IF;
    IF v_tool_id IS NULL AND p_tool_name IS NOT NULL THEN
        CALL tool_id_of(p_tool_name, v_actor_id, v_tool_id);
    END IF;
    IF v_type_id IS NULL AND p_process_type IS NOT NULL THEN
        CALL process_type_id_of(p_process_type, v_actor_id, v_type_id);
    END IF;
    IF p_schedule_frequency IS NOT NULL THEN
        CALL schedule_frequency_id_of(p_schedule_frequency, v_frequency_id);
    END IF;

    IF v_process_id IS NULL THEN
        IF v_type_id IS NULL OR v_tool_id IS NULL THEN
            CALL raise_error(
                'PT011: process "%" is new; give its process_type and its tool_name with the first start',
                p_process_name, NULL, NULL, NULL
            );
        END IF;
        CALL schedule_frequency_id_of(COALESCE(p_schedule_frequency, 'unscheduled'), v_old_frequency_id);
        INSERT INTO process (
            process_name, process_type_id, process_tool_id, schedule_frequency_id, created_by, updated_by
        )
        VALUES (p_process_name, v_type_id, v_tool_id, v_old_frequency_id, v_actor_id, v_actor_id)
        -- Another session may have added it first, or after this transaction's view of the table began.
        -- Then it is touched, so that ROW_COUNT() is 2 also where the client has found rows counted, as JDBC does.
        ON DUPLICATE KEY UPDATE
            process.process_id = LAST_INSERT_ID(process.process_id),
            process.update_date_time = process.update_date_time + INTERVAL 1 MICROSECOND;
        SET v_is_new = ROW_COUNT() = 1;
        SET v_process_id = LAST_INSERT_ID();
    END IF;
    SELECT process_type_id, process_tool_id, schedule_frequency_id, max_concurrent_failures
    INTO v_old_type_id, v_old_tool_id, v_old_frequency_id, v_limit
    FROM process
    WHERE process_id = v_process_id
    FOR UPDATE;
    IF v_type_id <> v_old_type_id OR v_tool_id <> v_old_tool_id OR v_frequency_id <> v_old_frequency_id THEN
        UPDATE process
        SET
            process_type_id = COALESCE(v_type_id, process_type_id),
            process_tool_id = COALESCE(v_tool_id, process_tool_id),
            schedule_frequency_id = COALESCE(v_frequency_id, schedule_frequency_id),
            update_date_time = UTC_TIMESTAMP(6),
            updated_by = v_actor_id
        WHERE process_id = v_process_id;
    END IF;

    -- The process's lock covers its latest run: whoever changes the status of a run takes it first. A locking read all
    -- the same, which sees what was committed since the caller's transaction began; not where there is nothing to lock.
    IF NOT v_is_new THEN
        SELECT
            t.process_tracking_id, t.process_run_id, t.process_run_name, t.process_run_start_date_time,
            t.update_date_time,
            -- Not joined: FOR UPDATE would lock the status, and other processes' starts with it.
            (SELECT s.process_status_name FROM process_status_lkup AS s WHERE s.process_status_id = t.process_status_id)
        INTO v_latest_id, v_latest_run_id, v_latest_name, v_latest_start, v_latest_change, v_latest_status
        FROM process_tracking AS t
        WHERE t.latest_process_id = v_process_id
        FOR UPDATE;
    END IF;

    IF v_latest_status = 'running' THEN
        SET v_is_reattached = COALESCE(v_latest_name = p_process_run_name, FALSE);
        IF NOT v_is_reattached THEN
            CALL fail_stale(JSON_ARRAY(v_process_id), v_actor_id, v_number);
            IF v_number = 0 THEN
                CALL raise_error(
                    'PT001: process "%" may not start: its run % (process_tracking_id %) is running since % UTC; wait for it, or end it with change_run_status',
                    p_process_name, v_latest_run_id, v_latest_id, DATE_FORMAT(v_latest_start, '%Y-%m-%d %H:%i:%s')
                );
            END IF;
            SET v_latest_status = 'failed';
        END IF;
    END IF;

    IF p_process_run_name IS NOT NULL AND NOT v_is_reattached THEN
        SELECT EXISTS (
            SELECT 1
            FROM process_tracking AS t
            WHERE t.process_run_name = p_process_run_name
                AND (t.process_tracking_id <> v_latest_id OR v_latest_status <> 'on hold') IS NOT FALSE
        ) INTO v_is_found;
    END IF;
    IF v_is_found THEN
        CALL raise_error(
            'PT004: process "%" may not start under the run name "%": another run has it; give another name',
            p_process_name, p_process_run_name, NULL, NULL
        );
    END IF;

    IF v_latest_status = 'on hold' THEN
        CALL raise_error(
            'PT017: process "%" may not start: it is on hold since % UTC; call release_process when the cause of its failures is mended',
            p_process_name, DATE_FORMAT(v_latest_change, '%Y-%m-%d %H:%i:%s'), NULL, NULL
        );
    END IF;

    IF NOT v_is_reattached THEN
        CALL check_parents(v_process_id, p_process_name);
        IF p_parent_process_tracking_id IS NOT NULL THEN
            SELECT EXISTS (
                SELECT 1 FROM process_tracking AS t WHERE t.process_tracking_id = p_parent_process_tracking_id
            ) INTO v_is_found;
            IF NOT v_is_found THEN
                CALL raise_error(
                    'PT003: there is no run with the process_tracking_id % to be the parent of a run of "%"',
                    p_parent_process_tracking_id, p_process_name, NULL, NULL
                );
            END IF;
        END IF;
    END IF;

    IF p_sources IS NOT NULL OR p_targets IS NOT NULL THEN
        CALL link_sources(v_process_id, p_sources, p_targets, v_actor_id, v_is_linked);
    END IF;
    IF p_dataset_types IS NOT NULL OR v_is_linked THEN
        CALL link_dataset_types(v_process_id, p_dataset_types, v_actor_id);
    END IF;

    SET v_now = UTC_TIMESTAMP(6);
    IF v_is_reattached THEN
        -- The caller is alive: without this, another start could find its run stale the next moment.
        UPDATE process_tracking
        SET
            process_run_heartbeat_date_time = v_now,
            update_date_time = v_now,
            updated_by = v_actor_id
        WHERE process_tracking_id = v_latest_id;
        SET p_process_tracking_id = v_latest_id;
        SET p_process_run_status = v_latest_status;
    ELSE
        SET p_process_run_status = 'running';
        IF v_latest_status = 'failed' THEN
            SET v_limit = COALESCE(p_max_concurrent_failures, v_limit);
            IF v_limit IS NULL THEN
                CALL system_integer('max_concurrent_failures', v_limit);
            END IF;
            SELECT COUNT(*) INTO v_number
            FROM (
                SELECT t.process_status_id
                FROM process_tracking AS t
                WHERE t.process_id = v_process_id
                ORDER BY t.process_run_id DESC
                LIMIT v_limit
                LOCK IN SHARE MODE
            ) AS last_run
            INNER JOIN process_status_lkup AS s ON s.process_status_id = last_run.process_status_id
            WHERE s.process_status_name = 'failed';
            IF v_number >= v_limit THEN
                SET p_process_run_status = 'on hold';
            END IF;
        END IF;

        SELECT (
            SELECT process_status_id FROM process_status_lkup WHERE process_status_name = p_process_run_status
        ) INTO v_status_id;
        UPDATE process_tracking
        SET
            is_latest_run = FALSE,
            update_date_time = v_now,
            updated_by = v_actor_id
        WHERE process_tracking_id = v_latest_id;
        BEGIN
            DECLARE EXIT HANDLER FOR 1062 CALL raise_error(
                'PT004: process "%" may not start under the run name "%": another run has just taken it; give another name',
                p_process_name, p_process_run_name, NULL, NULL
            );
            -- VALUES, because MariaDB locks the whole table for the keys of an INSERT ... SELECT.
            INSERT INTO process_tracking (
                process_id, process_status_id, process_run_id, process_run_start_date_time, process_run_actor_id,
                is_latest_run, process_run_name, parent_process_tracking_id, created_by, updated_by
            )
            VALUES (
                v_process_id, v_status_id, COALESCE(v_latest_run_id, 0) + 1, v_now, v_actor_id,
                TRUE, p_process_run_name, p_parent_process_tracking_id, v_actor_id, v_actor_id
            );
        END;
        SET p_process_tracking_id = LAST_INSERT_ID();
    END IF;
    CALL end_call(v_owns);
END//
DELIMITER ;
