-- set_process: sets a process's own limits.
--
-- p_process_name             the process
-- p_max_concurrent_failures  failed runs in a row that put it on hold; NULL: the system setting
-- p_stale_after_seconds      seconds without a heartbeat after which its running run counts as failed; NULL: the system
--                            setting
-- Returns: nothing. Errors: PT011 invalid_argument, PT014 process_not_found. Tables: actor_lkup, process.
CREATE OR REPLACE PROCEDURE set_process(
    p_process_name VARCHAR,
    p_max_concurrent_failures NUMBER DEFAULT NULL,
    p_stale_after_seconds NUMBER DEFAULT NULL
)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_process_id NUMBER DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        text_refusal(p_process_name, 'process_name', 250, TRUE),
        IFF(
            p_max_concurrent_failures < 1 OR p_stale_after_seconds < 1,
            'PT011: max_concurrent_failures is ' || COALESCE(p_max_concurrent_failures::VARCHAR, 'not given')
            || ' and stale_after_seconds is ' || COALESCE(p_stale_after_seconds::VARCHAR, 'not given')
            || '; give 1 or more, or leave them out',
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

    SELECT p.process_id INTO :v_process_id FROM process AS p WHERE p.process_name = :p_process_name;
    v_refusal := process_refusal(v_process_id, p_process_name);
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    CALL actor_id_of(NULL) INTO :v_actor_id;
    UPDATE process
    SET
        max_concurrent_failures = :p_max_concurrent_failures,
        stale_after_seconds = :p_stale_after_seconds,
        update_date_time = CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()),
        updated_by = :v_actor_id
    WHERE process_id = :v_process_id;

    IF (v_is_own) THEN
        COMMIT;
    END IF;
EXCEPTION
    WHEN OTHER THEN
        IF (v_is_own) THEN
            ROLLBACK;
        END IF;
        RAISE;
END;
$$;
