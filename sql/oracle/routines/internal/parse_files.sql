-- parse_files: a JSON array of files, checked, with the keys of what they name. Internal.
--
-- p_text  JSON text of an array; each item a name, or an object with name and any of size, compression_type, filetype,
--         write_low_date, write_high_date, write_record_count, load_low_date, load_high_date, load_record_count
-- Returns: p_files, a JSON array of {"p": position, "n": name, "f": filetype_id, given or by the name's ending,
-- "g": filetype_id when given, "c": compression_type_id, "z": filesize, "u": filesize_type_id, "wl", "wh", "wc", "ll",
-- "lh", "lc": low date, high date and count of write and load, "d": 1 when the item gives more than a name}, without
-- what is NULL; and p_has_details, whether any item gives more than a name.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: extract_compression_type_lkup, extract_filetype_lkup, filesize_type_lkup.
CREATE OR REPLACE PROCEDURE parse_files(p_text IN CLOB, p_files OUT CLOB, p_has_details OUT BOOLEAN)
AUTHID DEFINER
IS
    v_misshapen NUMBER;
    v_too_long NUMBER;
    v_objects NUMBER;
    v_twins NUMBER;
    v_with_details NUMBER;
    v_bad VARCHAR2(4000);
BEGIN
    check_json(p_text, 'files');
    -- An element is read within an array of its own, which shows its type: ["a"], [1], [{...}]. One of more bytes than
    -- a column of JSON_TABLE holds is NULL.
    SELECT
        COUNT(CASE WHEN element.item NOT LIKE '["%' AND element.item NOT LIKE '[{%' THEN 1 END),
        COUNT(CASE WHEN element.item IS NULL THEN 1 END),
        COUNT(CASE WHEN element.item LIKE '[{%' THEN 1 END),
        MIN(
            CASE
                WHEN element.item LIKE '[{%' AND (element.named IS NULL OR element.named NOT LIKE '["%')
                    THEN SUBSTR(element.item, 2, LENGTH(element.item) - 2)
            END
        ),
        COUNT(*) - COUNT(DISTINCT COALESCE(element.item_name, element.name))
    INTO v_misshapen, v_too_long, v_objects, v_bad, v_twins
    FROM JSON_TABLE(
        p_text, '$[*]' COLUMNS (
            item VARCHAR2(4000) FORMAT JSON WITH WRAPPER PATH '$',
            named VARCHAR2(4000) FORMAT JSON WITH WRAPPER PATH '$.name',
            name VARCHAR2(4000) PATH '$',
            item_name VARCHAR2(4000) PATH '$.name'
        )
    ) element;
    IF p_text IS NULL OR v_misshapen > 0
        OR SUBSTR(LTRIM(p_text, ' ' || CHR(9) || CHR(10) || CHR(13)), 1, 1) <> '[' THEN
        raise_error(
            'PT011: files is %; give a JSON array of names, or of objects with a name',
            COALESCE(SUBSTR(p_text, 1, 200), 'missing')
        );
    ELSIF v_too_long > 0 THEN
        raise_error(
            'PT011: an item of files has thousands of characters; at most 750 of a file name are stored: shorten it'
        );
    END IF;
    IF v_objects > 0 AND v_bad IS NULL THEN
        SELECT MIN(found.item) INTO v_bad
        FROM (
            SELECT
                element.position,
                MIN(SUBSTR(element.item, 2, LENGTH(element.item) - 2)) AS item,
                MIN(element.known) AS known,
                COUNT(CASE WHEN element.member NOT LIKE '[{%' AND element.member NOT LIKE '[[%' THEN 1 END) AS simple,
                COUNT(element.member) AS members
            FROM (
                SELECT
                    item.position,
                    item.item,
                    item.member,
                    CASE item.k1 WHEN 'true' THEN 1 ELSE 0 END + CASE item.k2 WHEN 'true' THEN 1 ELSE 0 END
                    + CASE item.k3 WHEN 'true' THEN 1 ELSE 0 END + CASE item.k4 WHEN 'true' THEN 1 ELSE 0 END
                    + CASE item.k5 WHEN 'true' THEN 1 ELSE 0 END + CASE item.k6 WHEN 'true' THEN 1 ELSE 0 END
                    + CASE item.k7 WHEN 'true' THEN 1 ELSE 0 END + CASE item.k8 WHEN 'true' THEN 1 ELSE 0 END
                    + CASE item.k9 WHEN 'true' THEN 1 ELSE 0 END + CASE item.k10 WHEN 'true' THEN 1 ELSE 0 END
                    AS known
                FROM JSON_TABLE(
                    p_text, '$[*]' COLUMNS (
                        position FOR ORDINALITY,
                        item VARCHAR2(4000) FORMAT JSON WITH WRAPPER PATH '$',
                        k1 VARCHAR2(5) EXISTS PATH '$.name',
                        k2 VARCHAR2(5) EXISTS PATH '$.size',
                        k3 VARCHAR2(5) EXISTS PATH '$.compression_type',
                        k4 VARCHAR2(5) EXISTS PATH '$.filetype',
                        k5 VARCHAR2(5) EXISTS PATH '$.write_low_date',
                        k6 VARCHAR2(5) EXISTS PATH '$.write_high_date',
                        k7 VARCHAR2(5) EXISTS PATH '$.write_record_count',
                        k8 VARCHAR2(5) EXISTS PATH '$.load_low_date',
                        k9 VARCHAR2(5) EXISTS PATH '$.load_high_date',
                        k10 VARCHAR2(5) EXISTS PATH '$.load_record_count',
                        NESTED PATH '$.*' COLUMNS (member VARCHAR2(4000) FORMAT JSON WITH WRAPPER PATH '$')
                    )
                ) item
                WHERE item.item LIKE '[{%'
            ) element
            GROUP BY element.position
        ) found
        WHERE found.members <> found.known OR found.simple <> found.known;
    END IF;
    IF v_bad IS NOT NULL THEN
        raise_error(
            'PT011: files holds %; an object has a name, and of its other keys only size, compression_type, filetype, write_low_date, write_high_date, write_record_count, load_low_date, load_high_date, load_record_count',
            SUBSTR(v_bad, 1, 200)
        );
    END IF;
    FOR given IN (
        SELECT element.name
        FROM (
            SELECT COALESCE(item.item_name, item.name) AS name
            FROM JSON_TABLE(
                p_text, '$[*]' COLUMNS (name VARCHAR2(4000) PATH '$', item_name VARCHAR2(4000) PATH '$.name')
            ) item
        ) element
        WHERE element.name IS NULL OR NOT REGEXP_LIKE(element.name, '[^[:space:]]') OR LENGTH(element.name) > 750
    ) LOOP
        check_text(given.name, 'a file name', 750);
    END LOOP;
    IF v_twins > 0 THEN
        SELECT MIN(twin.name) INTO v_bad
        FROM (
            SELECT COALESCE(item.item_name, item.name) AS name
            FROM JSON_TABLE(
                p_text, '$[*]' COLUMNS (name VARCHAR2(4000) PATH '$', item_name VARCHAR2(4000) PATH '$.name')
            ) item
            GROUP BY COALESCE(item.item_name, item.name)
            HAVING COUNT(*) > 1
        ) twin;
        raise_error('PT011: files names "%" more than once; name each file once', v_bad);
    END IF;

    -- The routines called here refuse. There may be many files: they are called for what is given, or is not found.
    SELECT
        JSON_ARRAYAGG(
            JSON_OBJECT(
                'p' VALUE given.position,
                'n' VALUE given.name,
                'f' VALUE CASE
                    WHEN given.filetype IS NULL THEN ending.extract_filetype_id
                    WHEN filetype.extract_filetype_id IS NULL THEN filetype_id_of(given.filetype)
                    ELSE filetype.extract_filetype_id
                END,
                'g' VALUE CASE
                    WHEN given.filetype IS NULL THEN NULL
                    WHEN filetype.extract_filetype_id IS NULL THEN filetype_id_of(given.filetype)
                    ELSE filetype.extract_filetype_id
                END,
                'c' VALUE CASE
                    WHEN given.compression_type IS NULL THEN NULL
                    WHEN compression.extract_compression_type_id IS NULL
                        THEN compression_type_id_of(given.compression_type)
                    ELSE compression.extract_compression_type_id
                END,
                'z' VALUE CASE
                    WHEN given.filesize IS NOT NULL THEN parse_size(given.filesize, unit.filesize_type_id, given.name)
                END,
                'u' VALUE unit.filesize_type_id,
                'wl' VALUE CASE WHEN given.write_low IS NOT NULL THEN parse_date(given.write_low, given.name) END,
                'wh' VALUE CASE WHEN given.write_high IS NOT NULL THEN parse_date(given.write_high, given.name) END,
                'wc' VALUE CASE WHEN given.write_count IS NOT NULL THEN parse_count(given.write_count, given.name) END,
                'll' VALUE CASE WHEN given.load_low IS NOT NULL THEN parse_date(given.load_low, given.name) END,
                'lh' VALUE CASE WHEN given.load_high IS NOT NULL THEN parse_date(given.load_high, given.name) END,
                'lc' VALUE CASE WHEN given.load_count IS NOT NULL THEN parse_count(given.load_count, given.name) END,
                'd' VALUE given.has_details
                ABSENT ON NULL
            )
            RETURNING CLOB
        ),
        COUNT(given.has_details)
    INTO p_files, v_with_details
    FROM (
        SELECT
            item.position,
            COALESCE(item.item_name, item.name) AS name,
            item.filesize,
            CASE
                WHEN item.filesize IS NOT NULL
                    THEN COALESCE(UPPER(REGEXP_SUBSTR(item.filesize, '[[:alpha:]]+')), 'B')
            END AS unit_code,
            item.compression_type,
            item.filetype,
            CASE
                WHEN item.filetype IS NULL AND INSTR(COALESCE(item.item_name, item.name), '.') > 0
                    THEN LOWER(
                        SUBSTR(
                            COALESCE(item.item_name, item.name), INSTR(COALESCE(item.item_name, item.name), '.', -1) + 1
                        )
                    )
            END AS ending_code,
            item.write_low,
            item.write_high,
            item.write_count,
            item.load_low,
            item.load_high,
            item.load_count,
            CASE
                WHEN COALESCE(
                    item.filesize, item.compression_type, item.filetype, item.write_low, item.write_high,
                    item.write_count, item.load_low, item.load_high, item.load_count
                ) IS NOT NULL THEN 1
            END AS has_details
        FROM JSON_TABLE(
            p_text, '$[*]' COLUMNS (
                position FOR ORDINALITY,
                name VARCHAR2(4000) PATH '$',
                item_name VARCHAR2(4000) PATH '$.name',
                filesize VARCHAR2(4000) PATH '$.size',
                compression_type VARCHAR2(4000) PATH '$.compression_type',
                filetype VARCHAR2(4000) PATH '$.filetype',
                write_low VARCHAR2(4000) PATH '$.write_low_date',
                write_high VARCHAR2(4000) PATH '$.write_high_date',
                write_count VARCHAR2(4000) PATH '$.write_record_count',
                load_low VARCHAR2(4000) PATH '$.load_low_date',
                load_high VARCHAR2(4000) PATH '$.load_high_date',
                load_count VARCHAR2(4000) PATH '$.load_record_count'
            )
        ) item
    ) given
    LEFT JOIN filesize_type_lkup unit ON given.unit_code = unit.filesize_type_code
    LEFT JOIN extract_compression_type_lkup compression
        ON given.compression_type = compression.extract_compression_type
    LEFT JOIN extract_filetype_lkup filetype ON given.filetype = filetype.extract_filetype_code
    LEFT JOIN extract_filetype_lkup ending ON given.ending_code = ending.extract_filetype_code;
    p_files := COALESCE(p_files, '[]');
    p_has_details := v_with_details > 0;

    IF v_with_details > 0 THEN
        FOR given IN (
            SELECT item.name, item.write_low, item.write_high, item.load_low, item.load_high
            FROM JSON_TABLE(
                p_files, '$[*]' COLUMNS (
                    name VARCHAR2(4000) PATH '$.n',
                    write_low VARCHAR2(40) PATH '$.wl',
                    write_high VARCHAR2(40) PATH '$.wh',
                    load_low VARCHAR2(40) PATH '$.ll',
                    load_high VARCHAR2(40) PATH '$.lh'
                )
            ) item
            WHERE item.write_low > item.write_high OR item.load_low > item.load_high
        ) LOOP
            check_dates(
                TO_TIMESTAMP_TZ(given.write_low, 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM'),
                TO_TIMESTAMP_TZ(given.write_high, 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM'),
                given.name
            );
            check_dates(
                TO_TIMESTAMP_TZ(given.load_low, 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM'),
                TO_TIMESTAMP_TZ(given.load_high, 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM'),
                given.name
            );
        END LOOP;
    END IF;
END parse_files;
/
