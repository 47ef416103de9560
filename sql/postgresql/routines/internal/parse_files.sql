-- parse_files: a JSON array of files as rows, checked, with the keys of what they name. Internal.
--
-- p_files  JSON array; each item a name, or an object with name and any of size, compression_type, filetype,
--          write_low_date, write_high_date, write_record_count, load_low_date, load_high_date, load_record_count
-- Returns: a row for each file; position counts from 1; has_details: whether the item gave more than a name.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: extract_compression_type_lkup, extract_filetype_lkup, filesize_type_lkup.
CREATE OR REPLACE FUNCTION parse_files(p_files jsonb)
RETURNS TABLE (
    file_position bigint,
    file_name text,
    filesize numeric,
    filesize_type_id integer,
    compression_type_id integer,
    filetype_id integer,
    is_filetype_given boolean,
    write_low timestamptz,
    write_high timestamptz,
    write_count bigint,
    load_low timestamptz,
    load_high timestamptz,
    load_count bigint,
    has_details boolean
)
-- A date without a zone is in UTC, whatever the session's own zone.
LANGUAGE plpgsql STABLE SET timezone = 'UTC'
AS $$
#variable_conflict use_column
DECLARE
    v_bad text;
    v_names text[];
    v_has_objects boolean;
    v_first timestamptz := timestamptz '0001-01-01 00:00:00+00';
    v_last timestamptz := timestamptz '9999-12-31 23:59:59.999999+00';
    -- PostgreSQL reads much more as a date, such as now and infinity, which no other engine does.
    v_dates_pattern text := '^((^|,)\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)? ?(Z|[+-]\d\d(:?\d\d)?)?)?)*$';
BEGIN
    IF jsonb_typeof(p_files) IS DISTINCT FROM 'array'
        OR jsonb_path_exists(p_files, 'strict $[*] ? (@.type() != "string" && @.type() != "object")') THEN
        RAISE EXCEPTION 'PT011: files is %; give a JSON array of names, or of objects with a name',
            coalesce(left(p_files::text, 200), 'missing')
            USING ERRCODE = 'PT011';
    END IF;

    v_has_objects := jsonb_path_exists(p_files, 'strict $[*] ? (@.type() == "object")');
    IF v_has_objects THEN
        SELECT item.value::text INTO v_bad
        FROM jsonb_array_elements(p_files) AS item (value)
        WHERE jsonb_typeof(item.value) = 'object'
            AND (
                coalesce(jsonb_typeof(item.value -> 'name'), 'missing') <> 'string'
                OR item.value - ARRAY[
                    'name', 'size', 'compression_type', 'filetype', 'write_low_date', 'write_high_date',
                    'write_record_count', 'load_low_date', 'load_high_date', 'load_record_count'
                ] <> '{}'
                OR jsonb_path_exists(item.value, 'strict $.* ? (@.type() == "object" || @.type() == "array")')
            )
        LIMIT 1;
        IF v_bad IS NOT NULL THEN
            RAISE EXCEPTION 'PT011: files holds %; an object has a name, and of its other keys only size, compression_type, filetype, write_low_date, write_high_date, write_record_count, load_low_date, load_high_date, load_record_count',
                left(v_bad, 200)
                USING ERRCODE = 'PT011';
        END IF;
    END IF;

    v_names := ARRAY(
        SELECT coalesce(element.value ->> 'name', element.value #>> '{}')
        FROM jsonb_array_elements(p_files) WITH ORDINALITY AS element (value, position)
        ORDER BY element.position
    );
    SELECT file.name INTO v_bad
    FROM unnest(v_names) AS file (name)
    GROUP BY file.name
    HAVING count(*) > 1 OR length(file.name) > 750 OR file.name !~ '[^[:space:]]'
    LIMIT 1;
    IF v_bad IS NOT NULL THEN
        PERFORM check_text(v_bad, 'a file name', 750);
        RAISE EXCEPTION 'PT011: files names "%" more than once; name each file once', v_bad
            USING ERRCODE = 'PT011';
    END IF;

    IF NOT v_has_objects THEN
        RETURN QUERY
        SELECT
            file.position, file.name, NULL::numeric, NULL::integer, NULL::integer, ending.extract_filetype_id, false,
            NULL::timestamptz, NULL::timestamptz, NULL::bigint, NULL::timestamptz, NULL::timestamptz, NULL::bigint, false
        FROM unnest(v_names) WITH ORDINALITY AS file (name, position)
        LEFT JOIN extract_filetype_lkup AS ending
            ON ending.extract_filetype_code = lower(split_part(file.name, '.', -1)) AND strpos(file.name, '.') > 0;
        RETURN;
    END IF;

    RETURN QUERY
    WITH item AS (
        SELECT
            element.position,
            v_names[element.position] AS name,
            CASE jsonb_typeof(element.value) WHEN 'object' THEN element.value - 'name' ELSE '{}' END AS details
        FROM jsonb_array_elements(p_files) WITH ORDINALITY AS element (value, position)
    ),

    file AS MATERIALIZED (
        SELECT
            item.position,
            item.name,
            item.details <> '{}' AS has_details,
            item.details ->> 'size' AS size,
            regexp_match(item.details ->> 'size', '^\s*([0-9]+(?:\.[0-9]+)?)\s*([A-Za-z]*)\s*$') AS size_parts,
            item.details ->> 'compression_type' AS compression_type,
            item.details ->> 'filetype' AS filetype,
            concat_ws(
                ',', item.details ->> 'write_low_date', item.details ->> 'write_high_date',
                item.details ->> 'load_low_date', item.details ->> 'load_high_date'
            ) AS dates,
            (item.details ->> 'write_low_date')::timestamptz AS write_low,
            (item.details ->> 'write_high_date')::timestamptz AS write_high,
            (item.details ->> 'write_record_count')::bigint AS write_count,
            (item.details ->> 'load_low_date')::timestamptz AS load_low,
            (item.details ->> 'load_high_date')::timestamptz AS load_high,
            (item.details ->> 'load_record_count')::bigint AS load_count
        FROM item
    )

    SELECT
        file.position,
        file.name,
        file.size_parts[1]::numeric,
        unit.filesize_type_id,
        CASE WHEN file.compression_type IS NOT NULL THEN compression_type_id_of(file.compression_type) END,
        CASE
            WHEN file.filetype IS NOT NULL THEN filetype_id_of(file.filetype)
            ELSE ending.extract_filetype_id
        END,
        file.filetype IS NOT NULL,
        file.write_low,
        file.write_high,
        file.write_count,
        file.load_low,
        file.load_high,
        file.load_count,
        -- The checks refuse; they are called for what has to be refused alone, since there may be many files.
        CASE
            WHEN file.size IS NOT NULL AND unit.filesize_type_id IS NULL
                THEN check_size(file.size, file.name)
            WHEN file.dates !~ v_dates_pattern
                THEN check_date_texts(file.dates, file.name)
            WHEN least(file.write_low, file.write_high, file.load_low, file.load_high) < v_first
                THEN check_instant(least(file.write_low, file.write_high, file.load_low, file.load_high), file.name)
            WHEN greatest(file.write_low, file.write_high, file.load_low, file.load_high) > v_last
                THEN check_instant(greatest(file.write_low, file.write_high, file.load_low, file.load_high), file.name)
            WHEN least(file.write_count, file.load_count) < 0
                THEN check_count(least(file.write_count, file.load_count), 'a record count of ' || file.name)
            WHEN file.write_low > file.write_high
                THEN check_dates(file.write_low, file.write_high, file.name)
            WHEN file.load_low > file.load_high
                THEN check_dates(file.load_low, file.load_high, file.name)
        END IS NULL
        AND file.has_details
    FROM file
    LEFT JOIN filesize_type_lkup AS unit
        ON unit.filesize_type_code = coalesce(nullif(upper(file.size_parts[2]), ''), 'B')
        AND file.size_parts IS NOT NULL
    LEFT JOIN extract_filetype_lkup AS ending
        ON ending.extract_filetype_code = lower(split_part(file.name, '.', -1)) AND strpos(file.name, '.') > 0;
EXCEPTION
    WHEN invalid_datetime_format OR datetime_field_overflow OR invalid_text_representation
        OR numeric_value_out_of_range OR invalid_parameter_value OR invalid_time_zone_displacement_value THEN
        RAISE EXCEPTION 'PT011: files holds a value of the wrong kind (%); dates are ISO texts, counts are whole numbers',
            sqlerrm
            USING ERRCODE = 'PT011';
END;
$$;
