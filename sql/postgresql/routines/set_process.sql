-- set_process: sets a process's own limits.
--
-- p_process_name             the process
-- p_max_concurrent_failures  failed runs in a row that put it on hold; NULL: the system setting
-- p_stale_after_seconds      seconds without a heartbeat after which its running run counts as failed; NULL: the system
--                            setting
-- Returns: nothing. Errors: PT011 invalid_argument, PT014 process_not_found. Tables: actor_lkup, process.
CREATE OR REPLACE FUNCTION set_process(
    p_process_name text,
    p_max_concurrent_failures integer DEFAULT NULL,
    p_stale_after_seconds integer DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_process_id integer := process_id_of(p_process_name);
BEGIN
    IF p_max_concurrent_failures < 1 OR p_stale_after_seconds < 1 THEN
        RAISE EXCEPTION 'PT011: max_concurrent_failures is % and stale_after_seconds is %; give 1 or more, or leave them out',
            coalesce(p_max_concurrent_failures::text, 'not given'), coalesce(p_stale_after_seconds::text, 'not given')
            USING ERRCODE = 'PT011';
    END IF;
    UPDATE process
    SET
        max_concurrent_failures = p_max_concurrent_failures,
        stale_after_seconds = p_stale_after_seconds,
        update_date_time = clock_timestamp(),
        updated_by = actor_id_of()
    WHERE process_id = v_process_id;
END;
$$;
