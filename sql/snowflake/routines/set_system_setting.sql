-- set_system_setting: sets a setting of the whole store.
--
-- p_system_key    max_concurrent_failures, or stale_after_seconds (seconds)
-- p_system_value  a whole number, 1 or more; NULL takes stale_after_seconds away
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT009 protected (the version).
-- Tables: actor_lkup, system_lkup.
CREATE OR REPLACE PROCEDURE set_system_setting(p_system_key VARCHAR, p_system_value VARCHAR DEFAULT NULL)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
BEGIN
    v_refusal := text_refusal(p_system_key, 'system_key', 250, TRUE);
    IF (v_refusal IS NULL) THEN
        v_refusal := CASE
            WHEN p_system_key = 'version' THEN 'PT009: the setting "version" is protected; only an upgrade changes it'
            WHEN p_system_key NOT IN ('max_concurrent_failures', 'stale_after_seconds')
                THEN 'PT008: there is no setting "' || p_system_key
                    || '"; the known ones are max_concurrent_failures, stale_after_seconds'
            WHEN (p_system_value IS NULL AND p_system_key <> 'stale_after_seconds')
                OR NOT REGEXP_LIKE(p_system_value, '[1-9][0-9]{0,8}')
                THEN 'PT011: system_value of "' || p_system_key || '" is '
                    || COALESCE('"' || p_system_value || '"', 'missing') || '; give a whole number, 1 to 999999999'
        END;
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    IF (p_system_value IS NULL) THEN
        DELETE FROM system_lkup WHERE system_key = :p_system_key;
    ELSE
        CALL actor_id_of(NULL) INTO :v_actor_id;
        MERGE INTO system_lkup AS known
        USING (SELECT :p_system_key AS system_key, :p_system_value AS system_value) AS given
            ON known.system_key = given.system_key
        WHEN MATCHED THEN UPDATE SET
            system_value = given.system_value,
            update_date_time = CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()),
            updated_by = :v_actor_id
        WHEN NOT MATCHED THEN INSERT (system_key, system_value, created_by, updated_by)
            VALUES (given.system_key, given.system_value, :v_actor_id, :v_actor_id);
    END IF;

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
