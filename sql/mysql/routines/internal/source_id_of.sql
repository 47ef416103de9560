-- source_id_of: the key of a source that must exist. Internal.
--
-- p_source_name  the source
-- Returns: p_source_id. Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: source_lkup.
DROP PROCEDURE IF EXISTS source_id_of;
DELIMITER //
CREATE PROCEDURE source_id_of(IN p_source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, OUT p_source_id INT)
SQL SECURITY DEFINER
BEGIN
    CALL check_text(p_source_name, 'source_name', 250, TRUE);
    SELECT (SELECT source_id FROM source_lkup WHERE source_name = p_source_name) INTO p_source_id;
    IF p_source_id IS NULL THEN
        CALL raise_error(
            'PT008: there is no source "%"; start_process_run registers it, or create_topic',
            p_source_name, NULL, NULL, NULL
        );
    END IF;
END//
DELIMITER ;
