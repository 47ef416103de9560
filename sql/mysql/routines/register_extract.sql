-- register_extract: finds or creates an extract and ties it to a run.
--
-- p_process_tracking_id  the run
-- p_filename             name of the file within its location
-- p_location_path        folder or bucket that the file lies in
-- p_location_name        name for a new location; NULL: derived from the path
-- p_status               status to give; NULL: a new extract is initializing, a known one keeps its own
-- p_compression_type     an existing compression type
-- p_filetype             an existing file type, by code or name; NULL: found by the name's ending
-- p_file_size            a number and a unit (B, KB, MB, GB), such as 12.5 MB; bytes without a unit
-- Returns: p_extract_id. The extract inherits the process's sources and dataset types.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT008 lookup_not_found, PT013 duplicate,
-- PT007 extract_dependency_blocked. Tables: those of register_files.
DROP PROCEDURE IF EXISTS register_extract;
DELIMITER //
CREATE PROCEDURE register_extract(
    IN p_process_tracking_id BIGINT,
    IN p_filename LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_location_path LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_location_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_status LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_compression_type LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_filetype LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_file_size LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_extract_id BIGINT
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_registered LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL check_text(p_filename, 'filename', 750, TRUE);
    CALL register_files(
        p_process_tracking_id, p_location_path, p_location_name,
        JSON_ARRAY(
            JSON_OBJECT(
                'name', p_filename, 'compression_type', p_compression_type, 'filetype', p_filetype, 'size', p_file_size
            )
        ),
        p_status, 'initializing', FALSE, v_registered
    );
    SET p_extract_id = JSON_EXTRACT(v_registered, '$[0][1]');
    CALL end_call(v_owns);
END//
DELIMITER ;
