-- fail_stale: fails those running latest runs of some processes that are stale, with a Process Error each. Internal.
--
-- A run is stale when its last heartbeat (its start, when it never had one) is older than its process allows, or the
-- system when the process says nothing; no run is, when neither does.
-- p_process_ids  the processes, locked here in the order of their ids
-- p_actor_id     who found out
-- Returns: number of runs failed. Errors: none.
-- Tables: process, process_tracking, error_tracking, process_status_lkup, error_type_lkup, system_lkup.
CREATE OR REPLACE FUNCTION fail_stale(p_process_ids integer[], p_actor_id integer) RETURNS integer
LANGUAGE plpgsql
AS $$
DECLARE
    v_system_seconds integer := system_integer('stale_after_seconds');
    v_now timestamptz;
    v_number integer;
BEGIN
    PERFORM 1 FROM process WHERE process_id = ANY(p_process_ids) ORDER BY process_id FOR NO KEY UPDATE;
    v_now := clock_timestamp();
    -- The runs are found by their processes, also where the tables are new and nothing is known of them: the status of
    -- many would lead to all that are running. It changes only while the process is locked, a sign of life at any time.
    WITH latest AS MATERIALIZED (
        SELECT t.process_tracking_id, t.process_id
        FROM process_tracking AS t
        WHERE t.process_id = ANY(p_process_ids)
            AND t.is_latest_run
            AND (SELECT s.process_status_name FROM process_status_lkup AS s WHERE s.process_status_id = t.process_status_id)
            = 'running'
    ),

    stale AS (
        UPDATE process_tracking AS t
        SET
            process_status_id = (SELECT process_status_id FROM process_status_lkup WHERE process_status_name = 'failed'),
            process_run_end_date_time = v_now,
            update_date_time = v_now,
            updated_by = p_actor_id
        FROM latest
        INNER JOIN process AS p ON p.process_id = latest.process_id
        WHERE t.process_tracking_id = latest.process_tracking_id
            AND coalesce(t.process_run_heartbeat_date_time, t.process_run_start_date_time)
            < v_now - make_interval(secs => coalesce(p.stale_after_seconds, v_system_seconds))
        RETURNING
            t.process_tracking_id,
            t.process_id,
            coalesce(t.process_run_heartbeat_date_time, t.process_run_start_date_time) AS last_sign_date_time,
            coalesce(p.stale_after_seconds, v_system_seconds) AS stale_after_seconds
    ),

    recorded AS (
        INSERT INTO error_tracking (
            error_type_id, error_description, error_occurrence_date_time, process_tracking_id, created_by, updated_by
        )
        SELECT
            (SELECT error_type_id FROM error_type_lkup WHERE error_type_name = 'Process Error'),
            format(
                'The run is stale: its last sign of life was at %s, and more than %s seconds without one count as failed.',
                utc_text(stale.last_sign_date_time), stale.stale_after_seconds
            ),
            v_now,
            stale.process_tracking_id,
            p_actor_id,
            p_actor_id
        FROM stale
    )

    UPDATE process AS p
    SET
        last_failed_run_date_time = greatest(p.last_failed_run_date_time, v_now),
        last_errored_run_date_time = greatest(p.last_errored_run_date_time, v_now),
        update_date_time = v_now,
        updated_by = p_actor_id
    FROM stale
    WHERE p.process_id = stale.process_id;
    GET DIAGNOSTICS v_number = ROW_COUNT;
    RETURN v_number;
END;
$$;
