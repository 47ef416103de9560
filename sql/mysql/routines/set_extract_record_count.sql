-- set_extract_record_count: sets how many records an extract has.
--
-- p_extract_id   the extract
-- p_num_records  number of records; it replaces what was reported before
-- p_audit_type   load or write: who counted; NULL: load
-- Returns: nothing. Errors: PT011 invalid_argument, PT006 extract_not_found. Tables: actor_lkup, extract_tracking.
DROP PROCEDURE IF EXISTS set_extract_record_count;
DELIMITER //
CREATE PROCEDURE set_extract_record_count(
    IN p_extract_id BIGINT,
    IN p_num_records BIGINT,
    IN p_audit_type LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_audit_type LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT COALESCE(p_audit_type, 'load');
    DECLARE v_actor_id INT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL check_count(p_num_records, 'num_records');
    CALL actor_id_of(NULL, v_actor_id);
    CALL lock_extract(p_extract_id, v_audit_type);
    UPDATE extract_tracking
    SET
        extract_load_record_count = IF(v_audit_type = 'load', p_num_records, extract_load_record_count),
        extract_write_record_count = IF(v_audit_type = 'write', p_num_records, extract_write_record_count),
        update_date_time = UTC_TIMESTAMP(6),
        updated_by = v_actor_id
    WHERE extract_id = p_extract_id;
    CALL end_call(v_owns);
END//
DELIMITER ;
