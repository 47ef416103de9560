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
-- Returns: process_tracking_id, and process_run_status: running, or on hold when too many runs failed in a row. That
-- is no error, because an error would undo the record of the hold.
-- Errors: PT011 invalid_argument, PT001 run_already_running, PT002 dependency_blocked, PT003 run_not_found,
-- PT004 run_name_in_use, PT008 lookup_not_found, PT017 process_on_hold.
-- Tables: actor_lkup, tool_lkup, process_type_lkup, process, process_tracking, process_dependency, and those of
-- check_parents, link_sources, link_dataset_types and fail_stale. Locks in that order: starts of one process queue up
-- at its row, starts of different processes do not wait for one another.
CREATE OR REPLACE FUNCTION start_process_run(
    p_process_name text,
    p_process_type text DEFAULT NULL,
    p_actor_name text DEFAULT NULL,
    p_tool_name text DEFAULT NULL,
    p_process_run_name text DEFAULT NULL,
    p_sources text DEFAULT NULL,
    p_targets text DEFAULT NULL,
    p_dataset_types text DEFAULT NULL,
    p_schedule_frequency text DEFAULT NULL,
    p_parent_process_tracking_id bigint DEFAULT NULL,
    p_max_concurrent_failures integer DEFAULT NULL,
    OUT process_tracking_id bigint,
    OUT process_run_status text
)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT SET jit = off SET plan_cache_mode = force_generic_plan
AS $$
#variable_conflict use_column
DECLARE
    v_actor_id integer;
    v_type_id integer;
    v_tool_id integer;
    v_frequency_id integer;
    v_process process;
    v_latest_id bigint;
    v_latest_run_id bigint;
    v_latest_name text;
    v_latest_start timestamptz;
    v_latest_change timestamptz;
    v_latest_status text;
    v_is_reattached boolean := false;
    v_is_linked boolean := false;
    v_limit integer;
    v_failures integer;
    v_now timestamptz;
BEGIN
    PERFORM check_text(p_process_name, 'process_name', 250);
    PERFORM
        check_text(p_process_run_name, 'process_run_name', 250, false),
        check_text(p_schedule_frequency, 'schedule_frequency', NULL, false);
    IF p_max_concurrent_failures < 1 THEN
        RAISE EXCEPTION 'PT011: max_concurrent_failures is %; give 1 or more', p_max_concurrent_failures
            USING ERRCODE = 'PT011';
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

    SELECT * INTO v_process FROM process WHERE process_name = p_process_name FOR NO KEY UPDATE;
    IF v_process.process_id IS NULL THEN
        IF v_type_id IS NULL OR v_tool_id IS NULL THEN
            RAISE EXCEPTION 'PT011: process "%" is new; give its process_type and its tool_name with the first start',
                p_process_name
                USING ERRCODE = 'PT011';
        END IF;
        INSERT INTO process (
            process_name, process_type_id, process_tool_id, schedule_frequency_id, created_by, updated_by
        )
        SELECT
            p_process_name,
            v_type_id,
            v_tool_id,
            coalesce(v_frequency_id, f.schedule_frequency_id),
            v_actor_id,
            v_actor_id
        FROM schedule_frequency_lkup AS f
        WHERE f.schedule_frequency_name = 'unscheduled'
        ON CONFLICT (process_name) DO NOTHING;
        SELECT * INTO v_process FROM process WHERE process_name = p_process_name FOR NO KEY UPDATE;
    END IF;
    IF v_type_id <> v_process.process_type_id OR v_tool_id <> v_process.process_tool_id
        OR v_frequency_id <> v_process.schedule_frequency_id THEN
        UPDATE process
        SET
            process_type_id = coalesce(v_type_id, process_type_id),
            process_tool_id = coalesce(v_tool_id, process_tool_id),
            schedule_frequency_id = coalesce(v_frequency_id, schedule_frequency_id),
            update_date_time = clock_timestamp(),
            updated_by = v_actor_id
        WHERE process_id = v_process.process_id;
    END IF;

    -- The process's lock covers its latest run: whoever changes the status of a run takes it first.
    SELECT
        t.process_tracking_id, t.process_run_id, t.process_run_name, t.process_run_start_date_time, t.update_date_time,
        s.process_status_name
    INTO v_latest_id, v_latest_run_id, v_latest_name, v_latest_start, v_latest_change, v_latest_status
    FROM process_tracking AS t
    INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
    WHERE t.process_id = v_process.process_id AND t.is_latest_run;

    IF v_latest_status = 'running' THEN
        v_is_reattached := coalesce(v_latest_name = p_process_run_name, false);
        IF NOT v_is_reattached THEN
            IF fail_stale(ARRAY[v_process.process_id], v_actor_id) = 0 THEN
                RAISE EXCEPTION 'PT001: process "%" may not start: its run % (process_tracking_id %) is running since %; wait for it, or end it with change_run_status',
                    p_process_name, v_latest_run_id, v_latest_id,
                    utc_text(v_latest_start)
                    USING ERRCODE = 'PT001';
            END IF;
            v_latest_status := 'failed';
        END IF;
    END IF;

    IF p_process_run_name IS NOT NULL AND NOT v_is_reattached AND EXISTS (
        SELECT 1
        FROM process_tracking AS t
        WHERE t.process_run_name = p_process_run_name
            AND (t.process_tracking_id <> v_latest_id OR v_latest_status <> 'on hold') IS NOT FALSE
    ) THEN
        RAISE EXCEPTION 'PT004: process "%" may not start under the run name "%": another run has it; give another name',
            p_process_name, p_process_run_name
            USING ERRCODE = 'PT004';
    END IF;

    IF v_latest_status = 'on hold' THEN
        RAISE EXCEPTION 'PT017: process "%" may not start: it is on hold since %; call release_process when the cause of its failures is mended',
            p_process_name, utc_text(v_latest_change)
            USING ERRCODE = 'PT017';
    END IF;

    IF NOT v_is_reattached THEN
        IF EXISTS (SELECT 1 FROM process_dependency AS d WHERE d.child_process_id = v_process.process_id) THEN
            PERFORM check_parents(v_process.process_id, p_process_name);
        END IF;
        IF p_parent_process_tracking_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM process_tracking AS t WHERE t.process_tracking_id = p_parent_process_tracking_id
        ) THEN
            RAISE EXCEPTION 'PT003: there is no run with the process_tracking_id % to be the parent of a run of "%"',
                p_parent_process_tracking_id, p_process_name
                USING ERRCODE = 'PT003';
        END IF;
    END IF;

    IF p_sources IS NOT NULL OR p_targets IS NOT NULL THEN
        v_is_linked := link_sources(v_process.process_id, p_sources, p_targets, v_actor_id);
    END IF;
    IF p_dataset_types IS NOT NULL OR v_is_linked THEN
        PERFORM link_dataset_types(v_process.process_id, p_dataset_types, v_actor_id);
    END IF;

    v_now := clock_timestamp();
    IF v_is_reattached THEN
        -- The caller is alive: without this, another start could find its run stale the next moment.
        UPDATE process_tracking AS t
        SET
            process_run_heartbeat_date_time = v_now,
            update_date_time = v_now,
            updated_by = v_actor_id
        WHERE t.process_tracking_id = v_latest_id;
        process_tracking_id := v_latest_id;
        process_run_status := v_latest_status;
        RETURN;
    END IF;

    process_run_status := 'running';
    IF v_latest_status = 'failed' THEN
        v_limit := coalesce(
            p_max_concurrent_failures, v_process.max_concurrent_failures, system_integer('max_concurrent_failures')
        );
        SELECT count(*) INTO v_failures
        FROM (
            SELECT t.process_status_id
            FROM process_tracking AS t
            WHERE t.process_id = v_process.process_id
            ORDER BY t.process_run_id DESC
            LIMIT v_limit
        ) AS last_run
        INNER JOIN process_status_lkup AS s ON s.process_status_id = last_run.process_status_id
        WHERE s.process_status_name = 'failed';
        IF v_failures >= v_limit THEN
            process_run_status := 'on hold';
        END IF;
    END IF;

    UPDATE process_tracking AS t
    SET
        is_latest_run = false,
        update_date_time = v_now,
        updated_by = v_actor_id
    WHERE t.process_tracking_id = v_latest_id;
    INSERT INTO process_tracking (
        process_id, process_status_id, process_run_id, process_run_start_date_time, process_run_actor_id, is_latest_run,
        process_run_name, parent_process_tracking_id, created_by, updated_by
    )
    SELECT
        v_process.process_id,
        s.process_status_id,
        coalesce(v_latest_run_id, 0) + 1,
        v_now,
        v_actor_id,
        true,
        p_process_run_name,
        p_parent_process_tracking_id,
        v_actor_id,
        v_actor_id
    FROM process_status_lkup AS s
    WHERE s.process_status_name = process_run_status
    ON CONFLICT (process_run_name) WHERE process_run_name IS NOT NULL DO NOTHING
    RETURNING process_tracking.process_tracking_id INTO process_tracking_id;
    IF process_tracking_id IS NULL THEN
        RAISE EXCEPTION 'PT004: process "%" may not start under the run name "%": another run has just taken it; give another name',
            p_process_name, p_process_run_name
            USING ERRCODE = 'PT004';
    END IF;
END;
$$;
