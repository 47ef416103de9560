-- parse_files: a JSON array of files as a list of one shape, checked as far as no table is needed. Internal.
--
-- p_files  JSON array; each item a name, or an object with name and any of size, compression_type, filetype,
--          write_low_date, write_high_date, write_record_count, load_low_date, load_high_date, load_record_count
-- Returns: JSON array of objects in the order given: name; has_details when the item gave more than a name; and what of
-- it there is of size (as given), amount and unit (of the size), compression_type, filetype, write_low, write_high,
-- load_low, load_high (as instant_text gives them), write_count, load_count.
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE PROCEDURE parse_files(p_files VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_list BOOLEAN DEFAULT json_kind(p_files) = 'ARRAY';
    v_has_objects BOOLEAN DEFAULT FALSE;
    v_odd VARCHAR DEFAULT NULL;
    v_twice VARCHAR DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_list VARCHAR DEFAULT NULL;
BEGIN
    IF (v_is_list) THEN
        SELECT
            COALESCE(BOOLAND_AGG(TYPEOF(f.value) IN ('VARCHAR', 'OBJECT')), TRUE),
            COALESCE(BOOLOR_AGG(TYPEOF(f.value) = 'OBJECT'), FALSE)
        INTO :v_is_list, :v_has_objects
        FROM TABLE(FLATTEN(input => PARSE_JSON(:p_files))) AS f;
    END IF;
    IF (NOT COALESCE(v_is_list, FALSE)) THEN
        v_refusal := 'PT011: files is ' || COALESCE(LEFT(p_files, 200), 'missing')
            || '; give a JSON array of names, or of objects with a name';
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_has_objects) THEN
        SELECT MIN(LEFT(TO_JSON(f.value), 200))
        INTO :v_odd
        FROM TABLE(FLATTEN(input => PARSE_JSON(:p_files))) AS f,
            LATERAL FLATTEN(input => f.value, outer => TRUE) AS k
        WHERE TYPEOF(f.value) = 'OBJECT'
            AND (
                COALESCE(TYPEOF(f.value:name), 'missing') <> 'VARCHAR'
                OR k.key NOT IN (
                    'name', 'size', 'compression_type', 'filetype', 'write_low_date', 'write_high_date',
                    'write_record_count', 'load_low_date', 'load_high_date', 'load_record_count'
                )
                OR TYPEOF(k.value) IN ('OBJECT', 'ARRAY')
            );
        IF (v_odd IS NOT NULL) THEN
            v_refusal := 'PT011: files holds ' || v_odd || '; an object has a name, and of its other keys only size, '
                || 'compression_type, filetype, write_low_date, write_high_date, write_record_count, load_low_date, '
                || 'load_high_date, load_record_count';
            CALL raise_error(:v_refusal);
        END IF;
    END IF;

    SELECT
        MIN(text_refusal(file.name, 'a file name', 750, TRUE)),
        MIN(IFF(file.times > 1, file.name, NULL))
    INTO :v_refusal, :v_twice
    FROM (
        SELECT
            IFF(TYPEOF(f.value) = 'OBJECT', f.value:name::VARCHAR, f.value::VARCHAR) AS name,
            COUNT(*) AS times
        FROM TABLE(FLATTEN(input => PARSE_JSON(:p_files))) AS f
        GROUP BY 1
    ) AS file;
    IF (v_refusal IS NULL AND v_twice IS NOT NULL) THEN
        v_refusal := 'PT011: files names "' || v_twice || '" more than once; name each file once';
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (NOT v_has_objects) THEN
        SELECT TO_JSON(ARRAY_AGG(OBJECT_CONSTRUCT('name', f.value::VARCHAR)) WITHIN GROUP (ORDER BY f.index))
        INTO :v_list
        FROM TABLE(FLATTEN(input => PARSE_JSON(:p_files))) AS f;
        RETURN v_list;
    END IF;

    -- A text that could not be read is one whose value is NULL; a message with a NULL in it is none.
    SELECT
        MIN(COALESCE(
            text_refusal(file.compression_type, 'compression_type', NULL, FALSE),
            text_refusal(file.filetype, 'filetype', NULL, FALSE),
            'PT011: the size of "' || file.name || '" is "' || IFF(file.amount IS NULL, file.size, NULL)
            || '"; give a number and a unit (B, KB, MB, GB), such as 12.5 MB',
            'PT011: a date of "' || file.name || '" is no ISO text (' || COALESCE(
                IFF(file.write_low IS NULL, file.write_low_date, NULL),
                IFF(file.write_high IS NULL, file.write_high_date, NULL),
                IFF(file.load_low IS NULL, file.load_low_date, NULL),
                IFF(file.load_high IS NULL, file.load_high_date, NULL)
            ) || '); give dates such as 2019-12-31 or 2019-12-31T23:59:59Z',
            instant_refusal(
                LEAST_IGNORE_NULLS(file.write_low, file.write_high, file.load_low, file.load_high), file.name
            ),
            instant_refusal(
                GREATEST_IGNORE_NULLS(file.write_low, file.write_high, file.load_low, file.load_high), file.name
            ),
            'PT011: files holds a value of the wrong kind (' || COALESCE(
                IFF(file.write_count IS NULL, file.write_record_count, NULL),
                IFF(file.load_count IS NULL, file.load_record_count, NULL)
            ) || '); dates are ISO texts, counts are whole numbers',
            IFF(file.write_count IS NULL, NULL, count_refusal(file.write_count, 'a record count of ' || file.name)),
            IFF(file.load_count IS NULL, NULL, count_refusal(file.load_count, 'a record count of ' || file.name)),
            dates_refusal(file.write_low, file.write_high, file.name),
            dates_refusal(file.load_low, file.load_high, file.name)
        )),
        TO_JSON(ARRAY_AGG(OBJECT_CONSTRUCT(
            'name', file.name,
            'has_details', file.has_details,
            'size', file.size,
            'amount', file.amount,
            'unit', file.unit,
            'compression_type', file.compression_type,
            'filetype', file.filetype,
            'write_low', instant_text(file.write_low),
            'write_high', instant_text(file.write_high),
            'write_count', file.write_count,
            'load_low', instant_text(file.load_low),
            'load_high', instant_text(file.load_high),
            'load_count', file.load_count
        )) WITHIN GROUP (ORDER BY file.position))
    INTO :v_refusal, :v_list
    FROM (
        SELECT
            item.*,
            IFF(
                REGEXP_LIKE(item.size, '[[:space:]]*[0-9]{1,28}([.][0-9]+)?[[:space:]]*[A-Za-z]*[[:space:]]*', 's'),
                REGEXP_SUBSTR(item.size, '[0-9]+([.][0-9]+)?'),
                NULL
            ) AS amount,
            IFF(
                item.size IS NULL, NULL, COALESCE(NULLIF(UPPER(REGEXP_SUBSTR(item.size, '[A-Za-z]+')), ''), 'B')
            ) AS unit,
            iso_instant(item.write_low_date) AS write_low,
            iso_instant(item.write_high_date) AS write_high,
            iso_instant(item.load_low_date) AS load_low,
            iso_instant(item.load_high_date) AS load_high,
            IFF(
                REGEXP_LIKE(item.write_record_count, '-?[0-9]{1,30}'), item.write_record_count, NULL
            )::NUMBER AS write_count,
            IFF(
                REGEXP_LIKE(item.load_record_count, '-?[0-9]{1,30}'), item.load_record_count, NULL
            )::NUMBER AS load_count,
            COALESCE(
                item.size, item.compression_type, item.filetype, item.write_low_date, item.write_high_date,
                item.write_record_count, item.load_low_date, item.load_high_date, item.load_record_count
            ) IS NOT NULL AS has_details
        FROM (
            SELECT
                f.index AS position,
                IFF(TYPEOF(f.value) = 'OBJECT', f.value:name::VARCHAR, f.value::VARCHAR) AS name,
                f.value:size::VARCHAR AS size,
                f.value:compression_type::VARCHAR AS compression_type,
                f.value:filetype::VARCHAR AS filetype,
                f.value:write_low_date::VARCHAR AS write_low_date,
                f.value:write_high_date::VARCHAR AS write_high_date,
                f.value:write_record_count::VARCHAR AS write_record_count,
                f.value:load_low_date::VARCHAR AS load_low_date,
                f.value:load_high_date::VARCHAR AS load_high_date,
                f.value:load_record_count::VARCHAR AS load_record_count
            FROM TABLE(FLATTEN(input => PARSE_JSON(:p_files))) AS f
        ) AS item
    ) AS file;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    RETURN v_list;
END;
$$;
