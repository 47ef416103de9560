-- fail_stale: fails the stale ones among the running latest runs, with a Process Error each. Internal.
--
-- A run is stale when its last heartbeat (its start, when it never had one) is older than its process allows, or the
-- system when the process says nothing; no run is, when neither does.
-- p_process_id  the process to look at, the store locked; NULL: all of them
-- p_actor_id    who found out
-- Returns: number of runs failed. Errors: none.
-- Tables: process, process_tracking, error_tracking, process_status_lkup, error_type_lkup, system_lkup.
CREATE OR REPLACE PROCEDURE fail_stale(p_process_id NUMBER, p_actor_id NUMBER)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_now TIMESTAMP_TZ DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP());
    v_stale VARCHAR DEFAULT NULL;
    v_number NUMBER DEFAULT 0;
BEGIN
    -- No statement returns what it changed, so the stale runs are named first.
    SELECT TO_JSON(ARRAY_AGG(t.process_tracking_id))
    INTO :v_stale
    FROM process_tracking AS t
    INNER JOIN process AS p ON p.process_id = t.process_id
    INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
    LEFT JOIN system_lkup AS y ON y.system_key = 'stale_after_seconds'
    WHERE t.is_latest_run
        AND (t.process_id = :p_process_id OR :p_process_id IS NULL)
        AND s.process_status_name = 'running'
        AND COALESCE(t.process_run_heartbeat_date_time, t.process_run_start_date_time)
        < DATEADD('second', -COALESCE(p.stale_after_seconds, y.system_value::NUMBER), :v_now);
    IF (v_stale = '[]') THEN
        RETURN 0;
    END IF;

    INSERT INTO error_tracking (
        error_type_id, error_description, error_occurrence_date_time, process_tracking_id, created_by, updated_by
    )
    SELECT
        e.error_type_id,
        'The run is stale: its last sign of life was at '
        || utc_text(COALESCE(t.process_run_heartbeat_date_time, t.process_run_start_date_time)) || ', and more than '
        || COALESCE(p.stale_after_seconds::VARCHAR, y.system_value) || ' seconds without one count as failed.',
        :v_now,
        t.process_tracking_id,
        :p_actor_id,
        :p_actor_id
    FROM process_tracking AS t
    INNER JOIN process AS p ON p.process_id = t.process_id
    INNER JOIN error_type_lkup AS e ON e.error_type_name = 'Process Error'
    LEFT JOIN system_lkup AS y ON y.system_key = 'stale_after_seconds'
    WHERE t.process_tracking_id IN (SELECT f.value::NUMBER FROM TABLE(FLATTEN(input => PARSE_JSON(:v_stale))) AS f);

    UPDATE process
    SET
        last_failed_run_date_time = GREATEST_IGNORE_NULLS(last_failed_run_date_time, :v_now),
        last_errored_run_date_time = GREATEST_IGNORE_NULLS(last_errored_run_date_time, :v_now),
        update_date_time = :v_now,
        updated_by = :p_actor_id
    WHERE process_id IN (
        SELECT t.process_id
        FROM process_tracking AS t
        WHERE t.process_tracking_id IN (
            SELECT f.value::NUMBER FROM TABLE(FLATTEN(input => PARSE_JSON(:v_stale))) AS f
        )
    );

    UPDATE process_tracking
    SET
        process_status_id = (
            SELECT s.process_status_id FROM process_status_lkup AS s WHERE s.process_status_name = 'failed'
        ),
        process_run_end_date_time = :v_now,
        update_date_time = :v_now,
        updated_by = :p_actor_id
    WHERE process_tracking_id IN (SELECT f.value::NUMBER FROM TABLE(FLATTEN(input => PARSE_JSON(:v_stale))) AS f);
    v_number := SQLROWCOUNT;
    RETURN v_number;
END;
$$;
