-- set_system_setting: sets a setting of the whole store.
--
-- p_system_key    max_concurrent_failures, or stale_after_seconds (seconds)
-- p_system_value  a whole number, 1 or more; NULL takes stale_after_seconds away
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT009 protected (the version).
-- Tables: actor_lkup, system_lkup.
DROP PROCEDURE IF EXISTS set_system_setting;
DELIMITER //
CREATE PROCEDURE set_system_setting(
    IN p_system_key LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_system_value LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_actor_id INT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL check_text(p_system_key, 'system_key', 250, TRUE);
    IF p_system_key = 'version' THEN
        CALL raise_error(
            'PT009: the setting "version" is protected; only an upgrade changes it', NULL, NULL, NULL, NULL
        );
    ELSEIF p_system_key NOT IN ('max_concurrent_failures', 'stale_after_seconds') THEN
        CALL raise_error(
            'PT008: there is no setting "%"; the known ones are max_concurrent_failures, stale_after_seconds',
            p_system_key, NULL, NULL, NULL
        );
    ELSEIF p_system_value IS NULL AND p_system_key <> 'stale_after_seconds'
        OR p_system_value REGEXP '^0|[^0-9]'
        OR CHAR_LENGTH(p_system_value) NOT BETWEEN 1 AND 9 THEN
        CALL raise_error(
            'PT011: system_value of "%" is %; give a whole number, 1 to 999999999',
            p_system_key, COALESCE(CONCAT('"', p_system_value, '"'), 'missing'), NULL, NULL
        );
    END IF;
    IF p_system_value IS NULL THEN
        DELETE FROM system_lkup WHERE system_key = p_system_key;
    ELSE
        CALL actor_id_of(NULL, v_actor_id);
        INSERT INTO system_lkup (system_key, system_value, created_by, updated_by)
        VALUES (p_system_key, p_system_value, v_actor_id, v_actor_id)
        ON DUPLICATE KEY UPDATE
            system_value = p_system_value,
            update_date_time = UTC_TIMESTAMP(6),
            updated_by = v_actor_id;
    END IF;
    CALL end_call(v_owns);
END//
DELIMITER ;
