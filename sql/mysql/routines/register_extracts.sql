-- register_extracts: finds or creates many extracts of one location and ties them to a run.
--
-- p_process_tracking_id  the run
-- p_location_path        folder or bucket that the files lie in
-- p_files                JSON array of names, or of objects with name and any of size, compression_type, filetype,
--                        write_low_date, write_high_date, write_record_count, load_low_date, load_high_date,
--                        load_record_count; dates are ISO texts, in UTC when they name no zone
-- p_location_name        name for a new location; NULL: derived from the path
-- p_status               status to give; NULL: a new extract is ready, a known one keeps its own
-- p_only_new             leaves what is known already alone: not tied to the run, not changed, not returned; NULL: does
--                        not
-- Returns: a row for each file in the order given: extract_id, extract_filename, is_new. The extracts inherit the
-- process's sources and dataset types.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT008 lookup_not_found, PT013 duplicate,
-- PT007 extract_dependency_blocked. Tables: those of register_files.
DROP PROCEDURE IF EXISTS register_extracts;
DELIMITER //
CREATE PROCEDURE register_extracts(
    IN p_process_tracking_id BIGINT,
    IN p_location_path LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_files LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_location_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_status LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_only_new BOOLEAN
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
    CALL register_files(
        p_process_tracking_id, p_location_path, p_location_name, p_files, p_status, 'ready',
        COALESCE(p_only_new, FALSE), v_registered
    );
    CALL end_call(v_owns);
    SELECT item.extract_id, item.extract_filename, item.is_new
    FROM JSON_TABLE(
        v_registered, '$[*]' COLUMNS (
            position INT PATH '$[0]',
            extract_id BIGINT PATH '$[1]',
            extract_filename VARCHAR(750) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[2]',
            is_new BOOLEAN PATH '$[3]'
        )
    ) AS item
    ORDER BY item.position;
END//
DELIMITER ;
