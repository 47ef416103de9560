-- set_source: sets a source's type and character set; what is not given stays.
--
-- p_source_name    the source
-- p_source_type    an existing source type
-- p_character_set  the character set; a new one is added
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: actor_lkup, source_type_lkup, character_set_lkup, source_lkup.
DROP PROCEDURE IF EXISTS set_source;
DELIMITER //
CREATE PROCEDURE set_source(
    IN p_source_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_source_type LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_character_set LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_source_id INT;
    DECLARE v_actor_id INT;
    DECLARE v_type_id INT;
    DECLARE v_character_set_id INT;
    DECLARE v_known LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL source_id_of(p_source_name, v_source_id);
    CALL actor_id_of(NULL, v_actor_id);
    CALL check_text(p_source_type, 'source_type', NULL, FALSE);
    IF p_source_type IS NOT NULL THEN
        SELECT (SELECT source_type_id FROM source_type_lkup WHERE source_type_name = p_source_type) INTO v_type_id;
        IF v_type_id IS NULL THEN
            /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
            SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
                GROUP_CONCAT(source_type_name ORDER BY source_type_id SEPARATOR ', ') INTO v_known
            FROM source_type_lkup;
            CALL raise_error(
                'PT008: there is no source type "%"; the known ones are %', p_source_type, v_known, NULL, NULL
            );
        END IF;
    END IF;
    IF p_character_set IS NOT NULL THEN
        CALL character_set_id_of(p_character_set, v_actor_id, v_character_set_id);
    END IF;
    UPDATE source_lkup
    SET
        source_type_id = COALESCE(v_type_id, source_type_id),
        character_set_id = COALESCE(v_character_set_id, character_set_id),
        update_date_time = UTC_TIMESTAMP(6),
        updated_by = v_actor_id
    WHERE source_id = v_source_id;
    CALL end_call(v_owns);
END//
DELIMITER ;
