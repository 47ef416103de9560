-- parse_files: a JSON array of files, checked, with the keys of what they name. Internal.
--
-- p_text         JSON text of an array; each item a name, or an object with name and any of size, compression_type,
--                filetype, write_low_date, write_high_date, write_record_count, load_low_date, load_high_date,
--                load_record_count
-- p_location_id  where the files lie
-- Returns: p_files, a JSON array with an array for each file: position, name, extract_id or null when it is not known,
-- filetype_id (given, or by the name's ending), and, when the item gives more than a name, an array of the filetype_id
-- that is given, compression_type_id, filesize, filesize_type_id, write low, high and count, load low, high and count.
-- p_known_ids, a JSON array of the extracts that are known, ascending. p_has_new and p_has_details, whether any file is
-- new, and whether any item gives more than a name.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: extract_tracking, extract_compression_type_lkup, extract_filetype_lkup, filesize_type_lkup.
DROP PROCEDURE IF EXISTS parse_files;
DELIMITER //
CREATE PROCEDURE parse_files(
    IN p_text LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_location_id INT,
    OUT p_files LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_known_ids LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_has_new BOOLEAN,
    OUT p_has_details BOOLEAN
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_bad LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_refused LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_id INT;
    DECLARE v_is_misshapen BOOLEAN;
    DECLARE v_has_objects BOOLEAN;
    DECLARE v_has_twins BOOLEAN DEFAULT FALSE;
    -- PostgreSQL's pattern; no other text is a date.
    DECLARE v_date LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT
        '^[0-9]{4}-[0-9]{2}-[0-9]{2}'
        '([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,6})?)? ?(Z|[+-](0[0-9]|1[0-5])(:?[0-5][0-9])?)?)?\\z';

    CALL parse_json(p_text, 'files');
    SET v_is_misshapen = JSON_TYPE(p_text) = 'ARRAY' IS NOT TRUE;
    IF NOT v_is_misshapen THEN
        SELECT
            COALESCE(MAX(JSON_TYPE(element.item) IN ('STRING', 'OBJECT') IS NOT TRUE), FALSE),
            MIN(
                CASE
                    WHEN JSON_TYPE(element.item) = 'OBJECT'
                        AND (
                            JSON_TYPE(element.json_name) = 'STRING' IS NOT TRUE
                            -- Without its texts (and the escapes in them, first), it has no bracket but its own.
                            OR REGEXP_REPLACE(
                                REPLACE(REPLACE(element.item, '\\\\', ''), '\\"', ''), '"[^"]*"', ''
                            ) REGEXP '.[{\\[]'
                            OR NOT JSON_CONTAINS(
                                '["name", "size", "compression_type", "filetype", '
                                '"write_low_date", "write_high_date", "write_record_count", '
                                '"load_low_date", "load_high_date", "load_record_count"]',
                                JSON_KEYS(element.item)
                            )
                        ) THEN LEFT(element.item, 200)
                END
            ),
            MIN(
                CASE
                    -- Most begin with a letter or the like, and are not blank: the pattern would take as long as all else.
                    WHEN ORD(COALESCE(element.item_name, element.name)) NOT BETWEEN 33 AND 126
                        AND COALESCE(element.item_name, element.name) NOT REGEXP '[^[:space:]]'
                        OR CHAR_LENGTH(COALESCE(element.item_name, element.name)) > 750
                        THEN COALESCE(element.item_name, element.name)
                END
            ),
            COALESCE(MAX(element.json_name IS NOT NULL), FALSE),
            -- Of short keys: to group the names themselves takes half as long as to insert them. Blanks at the end do
            -- not count.
            COUNT(*) > COUNT(
                DISTINCT UNHEX(SHA2(TRIM(TRAILING ' ' FROM COALESCE(element.item_name, element.name)), 256))
            )
        INTO v_is_misshapen, v_bad, v_name, v_has_objects, v_has_twins
        FROM JSON_TABLE(
            p_text, '$[*]' COLUMNS (
                item JSON PATH '$',
                json_name JSON PATH '$.name',
                name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$',
                item_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.name'
            )
        ) AS element;
    END IF;
    IF v_is_misshapen THEN
        CALL raise_error(
            'PT011: files is %; give a JSON array of names, or of objects with a name',
            COALESCE(LEFT(p_text, 200), 'missing'), NULL, NULL, NULL
        );
    ELSEIF v_bad IS NOT NULL THEN
        CALL raise_error(
            'PT011: files holds %; an object has a name, and of its other keys only size, compression_type, filetype, write_low_date, write_high_date, write_record_count, load_low_date, load_high_date, load_record_count',
            v_bad, NULL, NULL, NULL
        );
    ELSEIF v_name IS NOT NULL THEN
        CALL check_text(v_name, 'a file name', 750, TRUE);
    END IF;
    IF v_has_twins THEN
        SELECT (
            SELECT COALESCE(element.item_name, element.name) AS file_name
            FROM JSON_TABLE(
                p_text, '$[*]' COLUMNS (
                    name VARCHAR(750) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$',
                    item_name VARCHAR(750) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.name'
                )
            ) AS element
            GROUP BY file_name
            HAVING COUNT(*) > 1
            LIMIT 1
        ) INTO v_bad;
        CALL raise_error('PT011: files names "%" more than once; name each file once', v_bad, NULL, NULL, NULL);
    END IF;

    IF NOT v_has_objects THEN
        -- Names alone, as most lists are: half the work.
        SET p_has_details = FALSE;
        /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
        SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
            CONCAT(
                '[',
                COALESCE(
                    GROUP_CONCAT(
                        '[', file.position, ',', JSON_QUOTE(file.name), ',', COALESCE(known.extract_id, 'null'),
                        ',', COALESCE(ending.extract_filetype_id, 'null'), ']'
                    ),
                    ''
                ),
                ']'
            ),
            CONCAT('[', COALESCE(GROUP_CONCAT(known.extract_id ORDER BY known.extract_id), ''), ']'),
            COUNT(known.extract_id) < COUNT(*)
        INTO p_files, p_known_ids, p_has_new
        FROM JSON_TABLE(
            p_text, '$[*]' COLUMNS (
                position FOR ORDINALITY,
                name VARCHAR(750) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
            )
        ) AS file
        LEFT JOIN extract_tracking AS known
            ON known.extract_location_id = p_location_id AND known.extract_filename = file.name
        LEFT JOIN extract_filetype_lkup AS ending
            ON ending.extract_filetype_code = LOWER(SUBSTRING_INDEX(file.name, '.', -1)) AND LOCATE('.', file.name) > 0;
    ELSE
        /*M!100000 SET STATEMENT group_concat_max_len = 1073741824 FOR */
        SELECT /*+ SET_VAR(group_concat_max_len = 1073741824) */
            CONCAT(
                '[',
                COALESCE(
                    GROUP_CONCAT(
                        '[', file.position, ',', JSON_QUOTE(file.name), ',', COALESCE(known.extract_id, 'null'),
                        ',', COALESCE(
                            code.extract_filetype_id, type.extract_filetype_id, ending.extract_filetype_id, 'null'
                        ),
                        CASE
                            WHEN file.has_details THEN CONCAT(
                                ',[', COALESCE(code.extract_filetype_id, type.extract_filetype_id, 'null'),
                                ',', COALESCE(compression.extract_compression_type_id, 'null'),
                                ',', COALESCE(JSON_QUOTE(file.size_number), 'null'),
                                ',', COALESCE(unit.filesize_type_id, 'null'),
                                ',', COALESCE(JSON_QUOTE(CAST(file.write_low AS CHAR)), 'null'),
                                ',', COALESCE(JSON_QUOTE(CAST(file.write_high AS CHAR)), 'null'),
                                ',', COALESCE(file.write_count, 'null'),
                                ',', COALESCE(JSON_QUOTE(CAST(file.load_low AS CHAR)), 'null'),
                                ',', COALESCE(JSON_QUOTE(CAST(file.load_high AS CHAR)), 'null'),
                                ',', COALESCE(file.load_count, 'null'), ']'
                            )
                            ELSE ''
                        END,
                        ']'
                    ),
                    ''
                ),
                ']'
            ),
            CONCAT('[', COALESCE(GROUP_CONCAT(known.extract_id ORDER BY known.extract_id), ''), ']'),
            COUNT(known.extract_id) < COUNT(*),
            COALESCE(MAX(file.has_details), FALSE),
            -- What the checks below have to refuse; there may be many files, so they are called for these alone.
            MIN(
                CASE
                    WHEN file.size IS NOT NULL AND unit.filesize_type_id IS NULL
                        THEN JSON_ARRAY('size', file.name, file.size)
                    WHEN file.compression_type IS NOT NULL AND compression.extract_compression_type_id IS NULL
                        THEN JSON_ARRAY('compression_type', file.name, file.compression_type)
                    WHEN file.filetype IS NOT NULL
                        AND code.extract_filetype_id IS NULL AND type.extract_filetype_id IS NULL
                        THEN JSON_ARRAY('filetype', file.name, file.filetype)
                    WHEN file.write_low_date IS NOT NULL AND COALESCE(YEAR(file.write_low), 0) < 1
                        THEN JSON_ARRAY('date', file.name, file.write_low_date)
                    WHEN file.write_high_date IS NOT NULL AND COALESCE(YEAR(file.write_high), 0) < 1
                        THEN JSON_ARRAY('date', file.name, file.write_high_date)
                    WHEN file.load_low_date IS NOT NULL AND COALESCE(YEAR(file.load_low), 0) < 1
                        THEN JSON_ARRAY('date', file.name, file.load_low_date)
                    WHEN file.load_high_date IS NOT NULL AND COALESCE(YEAR(file.load_high), 0) < 1
                        THEN JSON_ARRAY('date', file.name, file.load_high_date)
                    WHEN file.write_count NOT BETWEEN 0 AND 9223372036854775807
                        OR file.write_count_text IS NOT NULL AND file.write_count IS NULL
                        THEN JSON_ARRAY('count', file.name, file.write_count_text)
                    WHEN file.load_count NOT BETWEEN 0 AND 9223372036854775807
                        OR file.load_count_text IS NOT NULL AND file.load_count IS NULL
                        THEN JSON_ARRAY('count', file.name, file.load_count_text)
                    WHEN file.write_low > file.write_high
                        THEN JSON_ARRAY('dates', file.name, CAST(file.write_low AS CHAR), CAST(file.write_high AS CHAR))
                    WHEN file.load_low > file.load_high
                        THEN JSON_ARRAY('dates', file.name, CAST(file.load_low AS CHAR), CAST(file.load_high AS CHAR))
                END
            )
        INTO p_files, p_known_ids, p_has_new, p_has_details, v_refused
        FROM (
            SELECT
                element.position,
                COALESCE(element.item_name, element.name) AS name,
                COALESCE(
                    element.size, element.compression_type, element.filetype,
                    element.write_low_date, element.write_high_date, element.write_count,
                    element.load_low_date, element.load_high_date, element.load_count
                ) IS NOT NULL AS has_details,
                element.size,
                -- Forty digits and twenty decimals are what the column holds.
                CASE
                    WHEN element.size REGEXP '^[[:space:]]*[0-9]{1,40}(\\.[0-9]+)?[[:space:]]*[A-Za-z]*[[:space:]]*\\z'
                        THEN REGEXP_SUBSTR(element.size, '[0-9]+(\\.[0-9]+)?')
                END AS size_number,
                UPPER(COALESCE(NULLIF(REGEXP_SUBSTR(element.size, '[A-Za-z]+'), ''), 'B')) AS size_unit,
                element.compression_type,
                element.filetype,
                element.write_low_date,
                element.write_high_date,
                element.load_low_date,
                element.load_high_date,
                -- The zone is taken off as a time, +0530 as 053000: no literal with an offset reads alike everywhere.
                CASE
                    WHEN element.write_low_date REGEXP v_date THEN SUBTIME(
                        CAST(TRIM(REGEXP_SUBSTR(element.write_low_date, '^.{10}[^Z+-]*')) AS DATETIME(6)),
                        REPLACE(
                            LEFT(
                                CONCAT(
                                    REPLACE(
                                        COALESCE(REGEXP_SUBSTR(SUBSTRING(element.write_low_date, 11), '[+-].*'), ''),
                                        ':', ''
                                    ),
                                    '0000'
                                ),
                                7
                            ),
                            '+', ''
                        )
                    )
                END AS write_low,
                CASE
                    WHEN element.write_high_date REGEXP v_date THEN SUBTIME(
                        CAST(TRIM(REGEXP_SUBSTR(element.write_high_date, '^.{10}[^Z+-]*')) AS DATETIME(6)),
                        REPLACE(
                            LEFT(
                                CONCAT(
                                    REPLACE(
                                        COALESCE(REGEXP_SUBSTR(SUBSTRING(element.write_high_date, 11), '[+-].*'), ''),
                                        ':', ''
                                    ),
                                    '0000'
                                ),
                                7
                            ),
                            '+', ''
                        )
                    )
                END AS write_high,
                CASE
                    WHEN element.load_low_date REGEXP v_date THEN SUBTIME(
                        CAST(TRIM(REGEXP_SUBSTR(element.load_low_date, '^.{10}[^Z+-]*')) AS DATETIME(6)),
                        REPLACE(
                            LEFT(
                                CONCAT(
                                    REPLACE(
                                        COALESCE(REGEXP_SUBSTR(SUBSTRING(element.load_low_date, 11), '[+-].*'), ''),
                                        ':', ''
                                    ),
                                    '0000'
                                ),
                                7
                            ),
                            '+', ''
                        )
                    )
                END AS load_low,
                CASE
                    WHEN element.load_high_date REGEXP v_date THEN SUBTIME(
                        CAST(TRIM(REGEXP_SUBSTR(element.load_high_date, '^.{10}[^Z+-]*')) AS DATETIME(6)),
                        REPLACE(
                            LEFT(
                                CONCAT(
                                    REPLACE(
                                        COALESCE(REGEXP_SUBSTR(SUBSTRING(element.load_high_date, 11), '[+-].*'), ''),
                                        ':', ''
                                    ),
                                    '0000'
                                ),
                                7
                            ),
                            '+', ''
                        )
                    )
                END AS load_high,
                element.write_count AS write_count_text,
                CASE
                    WHEN element.write_count REGEXP '^-?[0-9]{1,19}\\z' THEN CAST(element.write_count AS DECIMAL(20))
                END AS write_count,
                element.load_count AS load_count_text,
                CASE
                    WHEN element.load_count REGEXP '^-?[0-9]{1,19}\\z' THEN CAST(element.load_count AS DECIMAL(20))
                END AS load_count
            FROM JSON_TABLE(
                p_text, '$[*]' COLUMNS (
                    position FOR ORDINALITY,
                    name VARCHAR(750) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$',
                    item_name VARCHAR(750) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.name',
                    size LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.size',
                    compression_type LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.compression_type',
                    filetype LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.filetype',
                    write_low_date LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.write_low_date',
                    write_high_date LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.write_high_date',
                    write_count LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.write_record_count',
                    load_low_date LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.load_low_date',
                    load_high_date LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.load_high_date',
                    load_count LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.load_record_count'
                )
            ) AS element
        ) AS file
        LEFT JOIN extract_tracking AS known
            ON known.extract_location_id = p_location_id AND known.extract_filename = file.name
        LEFT JOIN filesize_type_lkup AS unit
            ON unit.filesize_type_code = file.size_unit AND file.size_number IS NOT NULL
        LEFT JOIN extract_compression_type_lkup AS compression
            ON compression.extract_compression_type = file.compression_type
        LEFT JOIN extract_filetype_lkup AS code ON code.extract_filetype_code = file.filetype
        LEFT JOIN extract_filetype_lkup AS type ON type.extract_filetype = file.filetype
        LEFT JOIN extract_filetype_lkup AS ending
            ON ending.extract_filetype_code = LOWER(SUBSTRING_INDEX(file.name, '.', -1)) AND LOCATE('.', file.name) > 0;
    END IF;
    IF v_refused IS NOT NULL THEN
        SET v_name = JSON_UNQUOTE(JSON_EXTRACT(v_refused, '$[1]'));
        SET v_bad = JSON_UNQUOTE(JSON_EXTRACT(v_refused, '$[2]'));
        CASE JSON_UNQUOTE(JSON_EXTRACT(v_refused, '$[0]'))
            WHEN 'size' THEN CALL check_size(v_bad, v_name);
            WHEN 'compression_type' THEN CALL compression_type_id_of(v_bad, v_id);
            WHEN 'filetype' THEN CALL filetype_id_of(v_bad, v_id);
            WHEN 'date' THEN CALL check_date_texts(v_bad, v_name);
            WHEN 'count' THEN CALL raise_error(
                'PT011: a record count of "%" is %; give a whole number, 0 or more', v_name, v_bad, NULL, NULL
            );
            WHEN 'dates' THEN CALL check_dates(v_bad, JSON_UNQUOTE(JSON_EXTRACT(v_refused, '$[3]')), v_name);
        END CASE;
    END IF;
END//
DELIMITER ;
