-- start_process_run: registers what is new of a process and starts a run of it, or says why it may not start.
--
-- p_process_name                name of the process; a known one may be started by its name alone
-- p_process_type                kind of process; a new process needs it
-- p_actor_name                  who or what starts the run; default: the database login
-- p_tool_name                   tool that runs the process; a new process needs it
-- p_process_run_name            unique name of the run; a running latest run of this very name is re-attached to
-- p_sources, p_targets          JSON: ["S"], {"S": ["object"]} or {"S": {"object": ["attribute"]}}
-- p_dataset_types               JSON array of names of existing dataset types
-- p_schedule_frequency          an existing schedule frequency; a new process is unscheduled by default
-- p_parent_process_tracking_id  the run that starts this one
-- p_max_concurrent_failures     failed runs in a row that put the process on hold, for this start; default: the
--                               process's own, else the system's
-- Returns: p_process_tracking_id, and p_process_run_status: running, or on hold when too many runs failed in a row.
-- That is no error, because an error would undo the record of the hold.
-- Errors: PT011 invalid_argument, PT001 run_already_running, PT002 dependency_blocked, PT003 run_not_found,
-- PT004 run_name_in_use, PT008 lookup_not_found, PT017 process_on_hold.
-- Tables: actor_lkup, tool_lkup, process_type_lkup, process, process_tracking, process_dependency, and those of
-- check_parents, link_sources, link_dataset_types and fail_stale. Locks in that order: starts of one process queue up
-- at its row, starts of different processes do not wait for one another.
CREATE OR REPLACE PROCEDURE start_process_run(
    p_process_name IN VARCHAR2,
    p_process_type IN VARCHAR2 DEFAULT NULL,
    p_actor_name IN VARCHAR2 DEFAULT NULL,
    p_tool_name IN VARCHAR2 DEFAULT NULL,
    p_process_run_name IN VARCHAR2 DEFAULT NULL,
    p_sources IN CLOB DEFAULT NULL,
    p_targets IN CLOB DEFAULT NULL,
    p_dataset_types IN CLOB DEFAULT NULL,
    p_schedule_frequency IN VARCHAR2 DEFAULT NULL,
    p_parent_process_tracking_id IN NUMBER DEFAULT NULL,
    p_max_concurrent_failures IN NUMBER DEFAULT NULL,
    p_process_tracking_id OUT NUMBER,
    p_process_run_status OUT VARCHAR2
)
AUTHID DEFINER
IS
    v_actor_id actor_lkup.actor_id%TYPE;
    v_type_id process_type_lkup.process_type_id%TYPE;
    v_tool_id tool_lkup.tool_id%TYPE;
    v_frequency_id schedule_frequency_lkup.schedule_frequency_id%TYPE;
    v_process process%ROWTYPE;
    v_latest_id process_tracking.process_tracking_id%TYPE;
    v_latest_run_id process_tracking.process_run_id%TYPE;
    v_latest_name process_tracking.process_run_name%TYPE;
    v_latest_start process_tracking.process_run_start_date_time%TYPE;
    v_latest_change process_tracking.update_date_time%TYPE;
    v_latest_status process_status_lkup.process_status_name%TYPE;
    v_is_reattached BOOLEAN := FALSE;
    v_is_linked BOOLEAN := FALSE;
    v_limit NUMBER;
    v_number NUMBER;
    v_status process_status_lkup.process_status_name%TYPE := 'running';
    v_status_id process_status_lkup.process_status_id%TYPE;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    check_text(p_process_name, 'process_name', 250);
    check_text(p_process_run_name, 'process_run_name', 250, FALSE);
    check_text(p_schedule_frequency, 'schedule_frequency', NULL, FALSE);
    IF p_max_concurrent_failures < 1 THEN
        raise_error('PT011: max_concurrent_failures is %; give 1 or more', p_max_concurrent_failures);
    END IF;

    v_actor_id := actor_id_of(p_actor_name);
    IF p_tool_name IS NOT NULL THEN
        v_tool_id := tool_id_of(p_tool_name, v_actor_id);
    END IF;
    IF p_process_type IS NOT NULL THEN
        v_type_id := process_type_id_of(p_process_type, v_actor_id);
    END IF;
    IF p_schedule_frequency IS NOT NULL THEN
        v_frequency_id := schedule_frequency_id_of(p_schedule_frequency);
    END IF;

    SELECT COUNT(*) INTO v_number FROM process WHERE process_name = p_process_name;
    IF v_number = 0 THEN
        IF v_type_id IS NULL OR v_tool_id IS NULL THEN
            raise_error(
                'PT011: process "%" is new; give its process_type and its tool_name with the first start', p_process_name
            );
        END IF;
        BEGIN
            INSERT INTO process (
                process_name, process_type_id, process_tool_id, schedule_frequency_id, created_by, updated_by
            )
            VALUES (
                p_process_name,
                v_type_id,
                v_tool_id,
                COALESCE(v_frequency_id, schedule_frequency_id_of('unscheduled')),
                v_actor_id,
                v_actor_id
            );
        EXCEPTION
            WHEN DUP_VAL_ON_INDEX THEN
                -- Another session has just added it.
                NULL;
        END;
    END IF;
    SELECT * INTO v_process FROM process WHERE process_name = p_process_name FOR UPDATE;
    IF v_type_id <> v_process.process_type_id OR v_tool_id <> v_process.process_tool_id
        OR v_frequency_id <> v_process.schedule_frequency_id THEN
        v_now := utc_now();
        UPDATE process
        SET
            process_type_id = COALESCE(v_type_id, process_type_id),
            process_tool_id = COALESCE(v_tool_id, process_tool_id),
            schedule_frequency_id = COALESCE(v_frequency_id, schedule_frequency_id),
            update_date_time = v_now,
            updated_by = v_actor_id
        WHERE process_id = v_process.process_id;
    END IF;

    -- The process's lock covers its latest run: whoever changes the status of a run takes it first.
    BEGIN
        SELECT
            t.process_tracking_id, t.process_run_id, t.process_run_name, t.process_run_start_date_time,
            t.update_date_time, s.process_status_name
        INTO v_latest_id, v_latest_run_id, v_latest_name, v_latest_start, v_latest_change, v_latest_status
        FROM process_tracking t
        INNER JOIN process_status_lkup s ON t.process_status_id = s.process_status_id
        WHERE CASE WHEN t.is_latest_run = 1 THEN t.process_id END = v_process.process_id;
    EXCEPTION
        WHEN NO_DATA_FOUND THEN
            -- It has not run yet.
            NULL;
    END;

    IF v_latest_status = 'running' THEN
        v_is_reattached := v_latest_name IS NOT NULL AND p_process_run_name IS NOT NULL
            AND v_latest_name = p_process_run_name;
        IF NOT v_is_reattached THEN
            IF fail_stale(v_process.process_id, v_actor_id) = 0 THEN
                raise_error(
                    'PT001: process "%" may not start: its run % (process_tracking_id %) is running since %; wait for it, or end it with change_run_status',
                    p_process_name, v_latest_run_id, v_latest_id, utc_text(v_latest_start)
                );
            END IF;
            v_latest_status := 'failed';
        END IF;
    END IF;

    IF p_process_run_name IS NOT NULL AND NOT v_is_reattached THEN
        SELECT COUNT(*) INTO v_number
        FROM process_tracking
        WHERE process_run_name = p_process_run_name
            AND (v_latest_id IS NULL OR process_tracking_id <> v_latest_id OR v_latest_status <> 'on hold');
        IF v_number > 0 THEN
            raise_error(
                'PT004: process "%" may not start under the run name "%": another run has it; give another name',
                p_process_name, p_process_run_name
            );
        END IF;
    END IF;

    IF v_latest_status = 'on hold' THEN
        raise_error(
            'PT017: process "%" may not start: it is on hold since %; call release_process when the cause of its failures is mended',
            p_process_name, utc_text(v_latest_change)
        );
    END IF;

    IF NOT v_is_reattached THEN
        check_parents(v_process.process_id, p_process_name);
        IF p_parent_process_tracking_id IS NOT NULL THEN
            SELECT COUNT(*) INTO v_number
            FROM process_tracking
            WHERE process_tracking_id = p_parent_process_tracking_id;
            IF v_number = 0 THEN
                raise_error(
                    'PT003: there is no run with the process_tracking_id % to be the parent of a run of "%"',
                    p_parent_process_tracking_id, p_process_name
                );
            END IF;
        END IF;
    END IF;

    IF p_sources IS NOT NULL OR p_targets IS NOT NULL THEN
        v_is_linked := link_sources(v_process.process_id, p_sources, p_targets, v_actor_id);
    END IF;
    IF p_dataset_types IS NOT NULL OR v_is_linked THEN
        link_dataset_types(v_process.process_id, p_dataset_types, v_actor_id);
    END IF;

    v_now := utc_now();
    IF v_is_reattached THEN
        -- The caller is alive: without this, another start could find its run stale the next moment.
        UPDATE process_tracking
        SET
            process_run_heartbeat_date_time = v_now,
            update_date_time = v_now,
            updated_by = v_actor_id
        WHERE process_tracking_id = v_latest_id;
        p_process_tracking_id := v_latest_id;
        p_process_run_status := v_latest_status;
        RETURN;
    END IF;

    IF v_latest_status = 'failed' THEN
        v_limit := COALESCE(
            p_max_concurrent_failures, v_process.max_concurrent_failures, system_integer('max_concurrent_failures')
        );
        SELECT COUNT(*) INTO v_number
        FROM (
            SELECT t.process_status_id
            FROM process_tracking t
            WHERE t.process_id = v_process.process_id
            ORDER BY t.process_run_id DESC
            FETCH FIRST v_limit ROWS ONLY
        ) last_run
        INNER JOIN process_status_lkup s ON last_run.process_status_id = s.process_status_id
        WHERE s.process_status_name = 'failed';
        IF v_number >= v_limit THEN
            v_status := 'on hold';
        END IF;
    END IF;

    SELECT process_status_id INTO v_status_id FROM process_status_lkup WHERE process_status_name = v_status;
    UPDATE process_tracking
    SET
        is_latest_run = 0,
        update_date_time = v_now,
        updated_by = v_actor_id
    WHERE process_tracking_id = v_latest_id;
    BEGIN
        INSERT INTO process_tracking (
            process_id, process_status_id, process_run_id, process_run_start_date_time, process_run_actor_id,
            is_latest_run, process_run_name, parent_process_tracking_id, created_by, updated_by
        )
        VALUES (
            v_process.process_id, v_status_id, COALESCE(v_latest_run_id, 0) + 1, v_now, v_actor_id,
            1, p_process_run_name, p_parent_process_tracking_id, v_actor_id, v_actor_id
        )
        RETURNING process_tracking_id INTO p_process_tracking_id;
    EXCEPTION
        WHEN DUP_VAL_ON_INDEX THEN
            raise_error(
                'PT004: process "%" may not start under the run name "%": another run has just taken it; give another name',
                p_process_name, p_process_run_name
            );
    END;
    p_process_run_status := v_status;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END start_process_run;
/
