-- start_process_run: registers what is new of a process and starts a run of it, or says why it may not start.
--
-- p_process_name                name of the process; a known one may be started by its name alone
-- p_process_type                kind of process; a new process needs it
-- p_actor_name                  who or what starts the run; default: the user who calls
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
-- check_parents, link_sources, link_dataset_types and fail_stale. Whoever writes locks the store first, by one row of
-- system_lkup; each later statement sees all that was committed before, and nobody else writes. That is what keeps
-- names, run numbers and the latest run unique.
CREATE OR REPLACE PROCEDURE start_process_run(
    p_process_name VARCHAR,
    p_process_type VARCHAR DEFAULT NULL,
    p_actor_name VARCHAR DEFAULT NULL,
    p_tool_name VARCHAR DEFAULT NULL,
    p_process_run_name VARCHAR DEFAULT NULL,
    p_sources VARCHAR DEFAULT NULL,
    p_targets VARCHAR DEFAULT NULL,
    p_dataset_types VARCHAR DEFAULT NULL,
    p_schedule_frequency VARCHAR DEFAULT NULL,
    p_parent_process_tracking_id NUMBER DEFAULT NULL,
    p_max_concurrent_failures NUMBER DEFAULT NULL
)
COPY GRANTS
RETURNS TABLE (process_tracking_id NUMBER, process_run_status VARCHAR)
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
    v_type_id NUMBER DEFAULT NULL;
    v_tool_id NUMBER DEFAULT NULL;
    v_frequency_id NUMBER DEFAULT NULL;
    v_frequencies VARCHAR DEFAULT NULL;
    v_process_id NUMBER DEFAULT NULL;
    v_process_type_id NUMBER DEFAULT NULL;
    v_process_tool_id NUMBER DEFAULT NULL;
    v_process_frequency_id NUMBER DEFAULT NULL;
    v_process_limit NUMBER DEFAULT NULL;
    v_latest_id NUMBER DEFAULT NULL;
    v_latest_run_id NUMBER DEFAULT NULL;
    v_latest_name VARCHAR DEFAULT NULL;
    v_latest_start TIMESTAMP_TZ DEFAULT NULL;
    v_latest_change TIMESTAMP_TZ DEFAULT NULL;
    v_latest_status VARCHAR DEFAULT NULL;
    v_is_reattached BOOLEAN DEFAULT FALSE;
    v_is_linked BOOLEAN DEFAULT FALSE;
    v_failed_stale NUMBER DEFAULT NULL;
    v_limit NUMBER DEFAULT NULL;
    v_failures NUMBER DEFAULT NULL;
    v_now TIMESTAMP_TZ DEFAULT NULL;
    v_id NUMBER DEFAULT NULL;
    v_status VARCHAR DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    v_refusal := COALESCE(
        text_refusal(p_process_name, 'process_name', 250, TRUE),
        text_refusal(p_process_run_name, 'process_run_name', 250, FALSE),
        text_refusal(p_schedule_frequency, 'schedule_frequency', NULL, FALSE),
        text_refusal(p_actor_name, 'actor_name', 250, FALSE),
        text_refusal(p_tool_name, 'tool_name', 250, FALSE),
        text_refusal(p_process_type, 'process_type', 250, FALSE),
        IFF(
            p_max_concurrent_failures < 1,
            'PT011: max_concurrent_failures is ' || p_max_concurrent_failures || '; give 1 or more',
            NULL
        )
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    CALL actor_id_of(:p_actor_name) INTO :v_actor_id;
    IF (p_tool_name IS NOT NULL) THEN
        CALL tool_id_of(:p_tool_name, :v_actor_id) INTO :v_tool_id;
    END IF;
    IF (p_process_type IS NOT NULL) THEN
        CALL process_type_id_of(:p_process_type, :v_actor_id) INTO :v_type_id;
    END IF;
    IF (p_schedule_frequency IS NOT NULL) THEN
        SELECT
            MAX(IFF(f.schedule_frequency_name = :p_schedule_frequency, f.schedule_frequency_id, NULL)),
            LISTAGG(f.schedule_frequency_name, ', ') WITHIN GROUP (ORDER BY f.schedule_frequency_id)
        INTO :v_frequency_id, :v_frequencies
        FROM schedule_frequency_lkup AS f;
        IF (v_frequency_id IS NULL) THEN
            v_refusal := 'PT008: there is no schedule frequency "' || p_schedule_frequency || '"; the known ones are '
                || v_frequencies;
            CALL raise_error(:v_refusal);
        END IF;
    END IF;

    SELECT
        p.process_id, p.process_type_id, p.process_tool_id, p.schedule_frequency_id, p.max_concurrent_failures
    INTO :v_process_id, :v_process_type_id, :v_process_tool_id, :v_process_frequency_id, :v_process_limit
    FROM process AS p
    WHERE p.process_name = :p_process_name;
    IF (v_process_id IS NULL) THEN
        IF (v_type_id IS NULL OR v_tool_id IS NULL) THEN
            v_refusal := 'PT011: process "' || p_process_name
                || '" is new; give its process_type and its tool_name with the first start';
            CALL raise_error(:v_refusal);
        END IF;
        MERGE INTO process AS known
        USING (
            SELECT
                :p_process_name AS process_name,
                COALESCE(:v_frequency_id, f.schedule_frequency_id) AS schedule_frequency_id
            FROM schedule_frequency_lkup AS f
            WHERE f.schedule_frequency_name = 'unscheduled'
        ) AS given
            ON known.process_name = given.process_name
        WHEN NOT MATCHED THEN
            INSERT (process_name, process_type_id, process_tool_id, schedule_frequency_id, created_by, updated_by)
            VALUES (
                given.process_name, :v_type_id, :v_tool_id, given.schedule_frequency_id, :v_actor_id, :v_actor_id
            );
        SELECT p.process_id INTO :v_process_id FROM process AS p WHERE p.process_name = :p_process_name;
    ELSEIF (
        v_type_id <> v_process_type_id OR v_tool_id <> v_process_tool_id OR v_frequency_id <> v_process_frequency_id
    ) THEN
        UPDATE process
        SET
            process_type_id = COALESCE(:v_type_id, process_type_id),
            process_tool_id = COALESCE(:v_tool_id, process_tool_id),
            schedule_frequency_id = COALESCE(:v_frequency_id, schedule_frequency_id),
            update_date_time = CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()),
            updated_by = :v_actor_id
        WHERE process_id = :v_process_id;
    END IF;

    SELECT
        t.process_tracking_id, t.process_run_id, t.process_run_name, t.process_run_start_date_time, t.update_date_time,
        s.process_status_name
    INTO :v_latest_id, :v_latest_run_id, :v_latest_name, :v_latest_start, :v_latest_change, :v_latest_status
    FROM process_tracking AS t
    INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
    WHERE t.process_id = :v_process_id AND t.is_latest_run;

    IF (v_latest_status = 'running') THEN
        v_is_reattached := COALESCE(v_latest_name = p_process_run_name, FALSE);
        IF (NOT v_is_reattached) THEN
            CALL fail_stale(:v_process_id, :v_actor_id) INTO :v_failed_stale;
            IF (v_failed_stale = 0) THEN
                v_refusal := 'PT001: process "' || p_process_name || '" may not start: its run ' || v_latest_run_id
                    || ' (process_tracking_id ' || v_latest_id || ') is running since ' || utc_text(v_latest_start)
                    || '; wait for it, or end it with change_run_status';
                CALL raise_error(:v_refusal);
            END IF;
            v_latest_status := 'failed';
        END IF;
    END IF;

    IF (p_process_run_name IS NOT NULL AND NOT v_is_reattached) THEN
        IF (EXISTS (
            SELECT 1
            FROM process_tracking AS t
            WHERE t.process_run_name = :p_process_run_name
                AND (t.process_tracking_id <> :v_latest_id OR :v_latest_status <> 'on hold') IS NOT FALSE
        )) THEN
            v_refusal := 'PT004: process "' || p_process_name || '" may not start under the run name "'
                || p_process_run_name || '": another run has it; give another name';
            CALL raise_error(:v_refusal);
        END IF;
    END IF;

    IF (v_latest_status = 'on hold') THEN
        v_refusal := 'PT017: process "' || p_process_name || '" may not start: it is on hold since '
            || utc_text(v_latest_change) || '; call release_process when the cause of its failures is mended';
        CALL raise_error(:v_refusal);
    END IF;

    IF (NOT v_is_reattached) THEN
        IF (EXISTS (SELECT 1 FROM process_dependency AS d WHERE d.child_process_id = :v_process_id)) THEN
            CALL check_parents(:v_process_id, :p_process_name);
        END IF;
        IF (p_parent_process_tracking_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM process_tracking AS t WHERE t.process_tracking_id = :p_parent_process_tracking_id
        )) THEN
            v_refusal := 'PT003: there is no run with the process_tracking_id ' || p_parent_process_tracking_id
                || ' to be the parent of a run of "' || p_process_name || '"';
            CALL raise_error(:v_refusal);
        END IF;
    END IF;

    IF (p_sources IS NOT NULL OR p_targets IS NOT NULL) THEN
        CALL link_sources(:v_process_id, :p_sources, :p_targets, :v_actor_id) INTO :v_is_linked;
    END IF;
    IF (p_dataset_types IS NOT NULL OR v_is_linked) THEN
        CALL link_dataset_types(:v_process_id, :p_dataset_types, :v_actor_id);
    END IF;

    v_now := CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP());
    v_status := 'running';
    IF (v_is_reattached) THEN
        -- The caller is alive: without this, another start could find its run stale the next moment.
        UPDATE process_tracking
        SET
            process_run_heartbeat_date_time = :v_now,
            update_date_time = :v_now,
            updated_by = :v_actor_id
        WHERE process_tracking_id = :v_latest_id;
        v_id := v_latest_id;
    ELSE
        IF (v_latest_status = 'failed') THEN
            v_limit := COALESCE(
                p_max_concurrent_failures,
                v_process_limit,
                (SELECT y.system_value::NUMBER FROM system_lkup AS y WHERE y.system_key = 'max_concurrent_failures')
            );
            SELECT COUNT(*)
            INTO :v_failures
            FROM (
                SELECT t.process_status_id
                FROM process_tracking AS t
                WHERE t.process_id = :v_process_id
                QUALIFY ROW_NUMBER() OVER (ORDER BY t.process_run_id DESC) <= :v_limit
            ) AS last_run
            INNER JOIN process_status_lkup AS s ON s.process_status_id = last_run.process_status_id
            WHERE s.process_status_name = 'failed';
            IF (v_failures >= v_limit) THEN
                v_status := 'on hold';
            END IF;
        END IF;

        UPDATE process_tracking
        SET
            is_latest_run = FALSE,
            update_date_time = :v_now,
            updated_by = :v_actor_id
        WHERE process_tracking_id = :v_latest_id;
        INSERT INTO process_tracking (
            process_id, process_status_id, process_run_id, process_run_start_date_time, process_run_actor_id,
            is_latest_run, process_run_name, parent_process_tracking_id, created_by, updated_by
        )
        SELECT
            :v_process_id,
            s.process_status_id,
            COALESCE(:v_latest_run_id, 0) + 1,
            :v_now,
            :v_actor_id,
            TRUE,
            :p_process_run_name,
            :p_parent_process_tracking_id,
            :v_actor_id,
            :v_actor_id
        FROM process_status_lkup AS s
        WHERE s.process_status_name = :v_status;
        SELECT t.process_tracking_id
        INTO :v_id
        FROM process_tracking AS t
        WHERE t.process_id = :v_process_id AND t.is_latest_run;
    END IF;

    v_result := (SELECT :v_id AS process_tracking_id, :v_status AS process_run_status);
    IF (v_is_own) THEN
        COMMIT;
    END IF;
    RETURN TABLE (v_result);
EXCEPTION
    WHEN OTHER THEN
        IF (v_is_own) THEN
            ROLLBACK;
        END IF;
        RAISE;
END;
$$;
