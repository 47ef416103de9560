-- fail_stale_runs: fails every running run that gave no sign of life for longer than its process allows.
--
-- Returns: number_failed, how many runs were failed. Errors: none.
-- Tables: actor_lkup, process_tracking, process_status_lkup, and those of fail_stale.
CREATE OR REPLACE FUNCTION fail_stale_runs(OUT number_failed integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET jit = off
AS $$
BEGIN
    number_failed := fail_stale(
        ARRAY(
            SELECT t.process_id
            FROM process_tracking AS t
            INNER JOIN process AS p ON p.process_id = t.process_id
            INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
            WHERE t.is_latest_run
                AND s.process_status_name = 'running'
                -- Only what may be stale gets locked; fail_stale looks again under the lock.
                AND coalesce(t.process_run_heartbeat_date_time, t.process_run_start_date_time)
                < clock_timestamp()
                - make_interval(secs => coalesce(p.stale_after_seconds, system_integer('stale_after_seconds')))
            ORDER BY t.process_id
        ),
        actor_id_of()
    );
END;
$$;
