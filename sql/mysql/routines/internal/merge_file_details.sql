-- merge_file_details: takes what a registration says of extracts that are known already. Internal.
--
-- p_files        JSON array of files, as parse_files returns it; those that are known are locked already
-- p_location_id  where they lie
-- p_now          when the new ones among them were registered
-- p_actor_id     who says so
-- Ranges of dates are widened; counts, size and types are replaced where given.
-- Errors: PT011 invalid_argument. Tables: extract_tracking.
DROP PROCEDURE IF EXISTS merge_file_details;
DELIMITER //
CREATE PROCEDURE merge_file_details(
    IN p_files LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_location_id INT,
    IN p_now DATETIME(6),
    IN p_actor_id INT
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_low DATETIME(6);
    DECLARE v_high DATETIME(6);
    DECLARE v_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

    SELECT
        e.extract_filename,
        COALESCE(LEAST(e.extract_write_low_date_time, file.write_low), e.extract_write_low_date_time, file.write_low),
        COALESCE(
            GREATEST(e.extract_write_high_date_time, file.write_high), e.extract_write_high_date_time, file.write_high
        )
    INTO v_name, v_low, v_high
    FROM (
        SELECT *
        FROM JSON_TABLE(
            p_files, '$[*]' COLUMNS (
                name VARCHAR(750) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[1]',
                known_id BIGINT PATH '$[2]',
                write_low DATETIME(6) PATH '$[4][4]',
                write_high DATETIME(6) PATH '$[4][5]'
            )
        ) AS element
    ) AS file
    STRAIGHT_JOIN extract_tracking AS e
        ON e.extract_location_id = p_location_id AND e.extract_filename = file.name
    WHERE (file.known_id IS NOT NULL OR e.extract_registration_date_time <> p_now)
        AND COALESCE(
            LEAST(e.extract_write_low_date_time, file.write_low), e.extract_write_low_date_time, file.write_low
        )
        > COALESCE(
            GREATEST(e.extract_write_high_date_time, file.write_high), e.extract_write_high_date_time, file.write_high
        )
    LIMIT 1
    FOR UPDATE;
    CALL check_dates(v_low, v_high, v_name);
    SELECT
        e.extract_filename,
        COALESCE(LEAST(e.extract_load_low_date_time, file.load_low), e.extract_load_low_date_time, file.load_low),
        COALESCE(
            GREATEST(e.extract_load_high_date_time, file.load_high), e.extract_load_high_date_time, file.load_high
        )
    INTO v_name, v_low, v_high
    FROM (
        SELECT *
        FROM JSON_TABLE(
            p_files, '$[*]' COLUMNS (
                name VARCHAR(750) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[1]',
                known_id BIGINT PATH '$[2]',
                load_low DATETIME(6) PATH '$[4][7]',
                load_high DATETIME(6) PATH '$[4][8]'
            )
        ) AS element
    ) AS file
    STRAIGHT_JOIN extract_tracking AS e
        ON e.extract_location_id = p_location_id AND e.extract_filename = file.name
    WHERE (file.known_id IS NOT NULL OR e.extract_registration_date_time <> p_now)
        AND COALESCE(LEAST(e.extract_load_low_date_time, file.load_low), e.extract_load_low_date_time, file.load_low)
        > COALESCE(
            GREATEST(e.extract_load_high_date_time, file.load_high), e.extract_load_high_date_time, file.load_high
        )
    LIMIT 1
    FOR UPDATE;
    CALL check_dates(v_low, v_high, v_name);
    UPDATE JSON_TABLE(
            p_files, '$[*]' COLUMNS (
                name VARCHAR(750) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[1]',
                known_id BIGINT PATH '$[2]',
                has_details INT EXISTS PATH '$[4]',
                filetype_id INT PATH '$[4][0]',
                compression_type_id INT PATH '$[4][1]',
                filesize DECIMAL(60, 20) PATH '$[4][2]',
                filesize_type_id INT PATH '$[4][3]',
                write_low DATETIME(6) PATH '$[4][4]',
                write_high DATETIME(6) PATH '$[4][5]',
                write_count BIGINT PATH '$[4][6]',
                load_low DATETIME(6) PATH '$[4][7]',
                load_high DATETIME(6) PATH '$[4][8]',
                load_count BIGINT PATH '$[4][9]'
            )
        ) AS file
    STRAIGHT_JOIN extract_tracking AS e
        ON e.extract_location_id = p_location_id AND e.extract_filename = file.name
    SET
        e.extract_write_low_date_time = COALESCE(
            LEAST(e.extract_write_low_date_time, file.write_low), e.extract_write_low_date_time, file.write_low
        ),
        e.extract_write_high_date_time = COALESCE(
            GREATEST(e.extract_write_high_date_time, file.write_high), e.extract_write_high_date_time, file.write_high
        ),
        e.extract_write_record_count = COALESCE(file.write_count, e.extract_write_record_count),
        e.extract_load_low_date_time = COALESCE(
            LEAST(e.extract_load_low_date_time, file.load_low), e.extract_load_low_date_time, file.load_low
        ),
        e.extract_load_high_date_time = COALESCE(
            GREATEST(e.extract_load_high_date_time, file.load_high), e.extract_load_high_date_time, file.load_high
        ),
        e.extract_load_record_count = COALESCE(file.load_count, e.extract_load_record_count),
        e.extract_compression_type_id = COALESCE(file.compression_type_id, e.extract_compression_type_id),
        e.extract_filetype_id = COALESCE(file.filetype_id, e.extract_filetype_id),
        e.extract_filesize = COALESCE(file.filesize, e.extract_filesize),
        e.extract_filesize_type_id = COALESCE(file.filesize_type_id, e.extract_filesize_type_id),
        e.update_date_time = UTC_TIMESTAMP(6),
        e.updated_by = p_actor_id
    WHERE file.has_details AND (file.known_id IS NOT NULL OR e.extract_registration_date_time <> p_now);
END//
DELIMITER ;
