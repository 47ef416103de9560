-- register_files: finds or creates extracts of one location and ties them to a run. Internal.
--
-- p_process_tracking_id  the run
-- p_location_path        folder or bucket that the files lie in
-- p_location_name        name for a new location, or NULL
-- p_text                 JSON text of an array of files, as parse_files takes it
-- p_status               status to give to all of them; NULL: a known extract keeps its own
-- p_new_status           status of a new extract when p_status is NULL
-- p_only_new             leaves known extracts alone
-- Returns: p_registered, a JSON array with an array for each file: a number that ascends in the order given, extract_id,
-- name, is_new (1 or 0), and the extract_status_id that it has, or had before p_status.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT008 lookup_not_found, PT013 duplicate,
-- PT007 extract_dependency_blocked.
-- Tables: extract_status_lkup, location_lkup, extract_tracking, extract_process_tracking, extract_dataset_type,
-- extract_source, extract_source_object, and those of parse_files and apply_extract_status.
-- Registrations in one location queue up at its row, so that none meets a file that another is just adding. So new
-- extracts need no order; to sort 10,000 names takes as long as to insert them. Known ones are then locked in id order.
DROP PROCEDURE IF EXISTS register_files;
DELIMITER //
CREATE PROCEDURE register_files(
    IN p_process_tracking_id BIGINT,
    IN p_location_path LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_location_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_text LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_status LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_new_status LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_only_new BOOLEAN,
    OUT p_registered LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_process_id INT;
    DECLARE v_actor_id INT;
    DECLARE v_status_id INT;
    DECLARE v_location_id INT;
    DECLARE v_files LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_ids LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_has_new BOOLEAN;
    DECLARE v_has_details BOOLEAN;
    DECLARE v_now DATETIME(6);
    DECLARE v_first BIGINT;
    DECLARE v_number BIGINT;
    DECLARE v_is_read BOOLEAN DEFAULT FALSE;

    CALL lock_run(p_process_tracking_id, 'none', v_process_id, v_actor_id);
    CALL extract_status_id_of(COALESCE(p_status, p_new_status), v_actor_id, v_status_id);
    CALL location_id_of(p_location_path, p_location_name, v_actor_id, v_location_id);
    SELECT location_id INTO v_location_id FROM location_lkup WHERE location_id = v_location_id FOR UPDATE;
    SET v_now = UTC_TIMESTAMP(6);
    CALL parse_files(p_text, v_location_id, v_files, v_ids, v_has_new, v_has_details);

    -- The view of a caller's older transaction lacks what others have registered since: then the insertion meets it,
    -- and it is told from a new extract by its time of registration, here and below.
    IF v_has_new THEN
        -- Where nothing is inserted it stays, and nothing is read from there on.
        DO LAST_INSERT_ID(9223372036854775807);
        INSERT INTO extract_tracking (
            extract_filename, extract_location_id, extract_status_id, extract_registration_date_time,
            extract_write_low_date_time, extract_write_high_date_time, extract_write_record_count,
            extract_load_low_date_time, extract_load_high_date_time, extract_load_record_count,
            extract_compression_type_id, extract_filetype_id, extract_filesize, extract_filesize_type_id,
            created_by, updated_by
        )
        SELECT
            file.name, v_location_id, v_status_id, v_now,
            file.write_low, file.write_high, file.write_count,
            file.load_low, file.load_high, file.load_count,
            file.compression_type_id, file.filetype_id, file.filesize, file.filesize_type_id,
            v_actor_id, v_actor_id
        FROM JSON_TABLE(
            v_files, '$[*]' COLUMNS (
                name VARCHAR(750) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[1]',
                known_id BIGINT PATH '$[2]',
                filetype_id INT PATH '$[3]',
                NESTED PATH '$[4]' COLUMNS (
                    compression_type_id INT PATH '$[1]',
                    filesize DECIMAL(60, 20) PATH '$[2]',
                    filesize_type_id INT PATH '$[3]',
                    write_low DATETIME(6) PATH '$[4]',
                    write_high DATETIME(6) PATH '$[5]',
                    write_count BIGINT PATH '$[6]',
                    load_low DATETIME(6) PATH '$[7]',
                    load_high DATETIME(6) PATH '$[8]',
                    load_count BIGINT PATH '$[9]'
                )
            )
        ) AS file
        WHERE file.known_id IS NULL
        ON DUPLICATE KEY UPDATE extract_tracking.extract_id = extract_tracking.extract_id;
        SET v_first = LAST_INSERT_ID();
    END IF;
    IF NOT p_only_new THEN
        -- Locked before anything hangs on them: ties and links are written in whatever order.
        SELECT COUNT(*) INTO v_number
        FROM (SELECT id FROM JSON_TABLE(v_ids, '$[*]' COLUMNS (id BIGINT PATH '$')) AS element) AS item
        STRAIGHT_JOIN extract_tracking AS e ON e.extract_id = item.id
        FOR UPDATE;
        IF v_has_details THEN
            CALL merge_file_details(v_files, v_location_id, v_now, v_actor_id);
        END IF;
    END IF;
    IF v_ids = '[]' AND v_has_new THEN
        -- All of them new: their keys ascend as the files do, and are read in one pass, without the names.
        /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
        SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
            CONCAT(
                '[',
                COALESCE(
                    GROUP_CONCAT(
                        '[', e.extract_id, ',', e.extract_id, ',', JSON_QUOTE(e.extract_filename),
                        ',1,', v_status_id, ']'
                    ),
                    ''
                ),
                ']'
            ),
            COUNT(*)
        INTO p_registered, v_number
        FROM extract_tracking AS e FORCE INDEX (PRIMARY)
        WHERE e.extract_id >= v_first
            AND e.extract_location_id = v_location_id
            AND e.extract_registration_date_time = v_now;
        SET v_is_read = v_number = JSON_LENGTH(v_files);
    END IF;
    IF NOT v_is_read THEN
        /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
        SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
            CONCAT(
                '[',
                COALESCE(
                    GROUP_CONCAT(
                        '[', file.position, ',', e.extract_id, ',', JSON_QUOTE(file.name),
                        ',', file.known_id IS NULL AND e.extract_registration_date_time = v_now,
                        ',', e.extract_status_id, ']'
                    ),
                    ''
                ),
                ']'
            ),
            CONCAT(
                '[',
                COALESCE(
                    GROUP_CONCAT(
                        CASE
                            WHEN file.known_id IS NOT NULL OR e.extract_registration_date_time <> v_now
                                THEN e.extract_id
                        END
                        ORDER BY e.extract_id
                    ),
                    ''
                ),
                ']'
            )
        INTO p_registered, v_ids
        FROM (
            SELECT position, name, known_id
            FROM JSON_TABLE(
                v_files, '$[*]' COLUMNS (
                    position INT PATH '$[0]',
                    name VARCHAR(750) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[1]',
                    known_id BIGINT PATH '$[2]'
                )
            ) AS element
            WHERE NOT p_only_new OR known_id IS NULL
        ) AS file
        STRAIGHT_JOIN extract_tracking AS e
            ON e.extract_location_id = v_location_id AND e.extract_filename = file.name
        WHERE NOT p_only_new OR e.extract_registration_date_time = v_now
        FOR UPDATE;
    END IF;

    INSERT INTO extract_process_tracking (
        extract_tracking_id, process_tracking_id, extract_process_status_id, extract_process_event_date_time,
        created_by, updated_by
    )
    SELECT item.extract_id, p_process_tracking_id, item.status_id, v_now, v_actor_id, v_actor_id
    FROM JSON_TABLE(
        p_registered, '$[*]' COLUMNS (extract_id BIGINT PATH '$[1]', status_id INT PATH '$[4]')
    ) AS item
    ON DUPLICATE KEY UPDATE extract_process_tracking.process_tracking_id = extract_process_tracking.process_tracking_id;
    IF p_status IS NOT NULL AND v_ids <> '[]' THEN
        CALL apply_extract_status(p_process_tracking_id, v_ids, p_status, v_actor_id, FALSE);
    END IF;

    INSERT INTO extract_dataset_type (extract_id, dataset_type_id, created_by, updated_by)
    SELECT item.id, l.dataset_type_id, v_actor_id, v_actor_id
    FROM process_dataset_type AS l
    STRAIGHT_JOIN JSON_TABLE(p_registered, '$[*]' COLUMNS (id BIGINT PATH '$[1]')) AS item
    WHERE l.process_id = v_process_id
    ON DUPLICATE KEY UPDATE extract_dataset_type.extract_id = extract_dataset_type.extract_id;
    INSERT INTO extract_source (extract_id, source_id, created_by, updated_by)
    SELECT item.id, l.source_id, v_actor_id, v_actor_id
    FROM process_source AS l
    STRAIGHT_JOIN JSON_TABLE(p_registered, '$[*]' COLUMNS (id BIGINT PATH '$[1]')) AS item
    WHERE l.process_id = v_process_id
    ON DUPLICATE KEY UPDATE extract_source.extract_id = extract_source.extract_id;
    INSERT INTO extract_source_object (extract_id, source_object_id, created_by, updated_by)
    SELECT item.id, l.source_object_id, v_actor_id, v_actor_id
    FROM process_source_object AS l
    STRAIGHT_JOIN JSON_TABLE(p_registered, '$[*]' COLUMNS (id BIGINT PATH '$[1]')) AS item
    WHERE l.process_id = v_process_id
    ON DUPLICATE KEY UPDATE extract_source_object.extract_id = extract_source_object.extract_id;
END//
DELIMITER ;
