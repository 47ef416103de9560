-- set_system_setting: sets a setting of the whole store.
--
-- p_system_key    max_concurrent_failures, or stale_after_seconds (seconds)
-- p_system_value  a whole number, 1 or more; NULL takes stale_after_seconds away
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT009 protected (the version).
-- Tables: actor_lkup, system_lkup.
CREATE OR REPLACE FUNCTION set_system_setting(p_system_key text, p_system_value text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_actor_id integer;
BEGIN
    PERFORM check_text(p_system_key, 'system_key', 250);
    IF p_system_key = 'version' THEN
        RAISE EXCEPTION 'PT009: the setting "version" is protected; only an upgrade changes it' USING ERRCODE = 'PT009';
    ELSIF p_system_key NOT IN ('max_concurrent_failures', 'stale_after_seconds') THEN
        RAISE EXCEPTION 'PT008: there is no setting "%"; the known ones are max_concurrent_failures, stale_after_seconds',
            p_system_key
            USING ERRCODE = 'PT008';
    ELSIF (p_system_value IS NULL AND p_system_key <> 'stale_after_seconds')
        OR p_system_value !~ '^[1-9][0-9]{0,8}$' THEN
        RAISE EXCEPTION 'PT011: system_value of "%" is %; give a whole number, 1 to 999999999',
            p_system_key, coalesce('"' || p_system_value || '"', 'missing')
            USING ERRCODE = 'PT011';
    END IF;
    IF p_system_value IS NULL THEN
        DELETE FROM system_lkup WHERE system_key = p_system_key;
    ELSE
        v_actor_id := actor_id_of();
        INSERT INTO system_lkup (system_key, system_value, created_by, updated_by)
        VALUES (p_system_key, p_system_value, v_actor_id, v_actor_id)
        ON CONFLICT (system_key) DO UPDATE
        SET
            system_value = excluded.system_value,
            update_date_time = clock_timestamp(),
            updated_by = excluded.updated_by;
    END IF;
END;
$$;
