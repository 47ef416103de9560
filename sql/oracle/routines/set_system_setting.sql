-- set_system_setting: sets a setting of the whole store.
--
-- p_system_key    max_concurrent_failures, or stale_after_seconds (seconds)
-- p_system_value  a whole number, 1 or more; NULL takes stale_after_seconds away
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT009 protected (the version).
-- Tables: actor_lkup, system_lkup.
CREATE OR REPLACE PROCEDURE set_system_setting(p_system_key IN VARCHAR2, p_system_value IN VARCHAR2 DEFAULT NULL)
AUTHID DEFINER
IS
    v_actor_id actor_lkup.actor_id%TYPE;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    check_text(p_system_key, 'system_key', 250);
    IF p_system_key = 'version' THEN
        raise_error('PT009: the setting "version" is protected; only an upgrade changes it');
    ELSIF p_system_key NOT IN ('max_concurrent_failures', 'stale_after_seconds') THEN
        raise_error(
            'PT008: there is no setting "%"; the known ones are max_concurrent_failures, stale_after_seconds', p_system_key
        );
    ELSIF p_system_value IS NULL AND p_system_key <> 'stale_after_seconds'
        OR NOT REGEXP_LIKE(p_system_value, '^[1-9][0-9]{0,8}$') THEN
        raise_error(
            'PT011: system_value of "%" is %; give a whole number, 1 to 999999999',
            p_system_key, CASE WHEN p_system_value IS NULL THEN 'missing' ELSE '"' || p_system_value || '"' END
        );
    END IF;
    IF p_system_value IS NULL THEN
        DELETE FROM system_lkup WHERE system_key = p_system_key;
    ELSE
        v_actor_id := actor_id_of();
        v_now := utc_now();
        FOR v_attempt IN 1 .. 10 LOOP
            BEGIN
                MERGE INTO system_lkup t
                USING (SELECT p_system_key AS system_key FROM dual) s
                    ON (t.system_key = s.system_key)
                WHEN MATCHED THEN
                    UPDATE SET t.system_value = p_system_value, t.update_date_time = v_now, t.updated_by = v_actor_id
                WHEN NOT MATCHED THEN
                    INSERT (system_key, system_value, created_by, updated_by)
                    VALUES (p_system_key, p_system_value, v_actor_id, v_actor_id);
                EXIT;
            EXCEPTION
                WHEN DUP_VAL_ON_INDEX THEN
                    -- Another session has just added it: it is there to be updated now.
                    IF v_attempt = 10 THEN
                        RAISE;
                    END IF;
            END;
        END LOOP;
    END IF;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END set_system_setting;
/
