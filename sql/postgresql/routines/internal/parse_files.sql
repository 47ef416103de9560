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
    write_low timestamptz,
    write_high timestamptz,
    write_count bigint,
    load_low timestamptz,
    load_high timestamptz,
    load_count bigint,
    has_details boolean
)
-- A date without a zone is in UTC, whatever the session's own zone.
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET timezone = 'UTC'
AS $$
#variable_conflict use_column
DECLARE
    v_bad text;
BEGIN
    IF jsonb_typeof(p_files) IS DISTINCT FROM 'array'
        OR jsonb_path_exists(p_files, 'strict $[*] ? (@.type() != "string" && @.type() != "object")') THEN
        RAISE EXCEPTION 'PT011: files is %; give a JSON array of names, or of objects with a name',
            coalesce(left(p_files::text, 200), 'missing')
            USING ERRCODE = 'PT011';
    END IF;

    IF jsonb_path_exists(p_files, 'strict $[*] ? (@.type() == "object")') THEN
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

    SELECT file.name INTO v_bad
    FROM (
        SELECT coalesce(item.value ->> 'name', item.value #>> '{}') AS name
        FROM jsonb_array_elements(p_files) AS item (value)
    ) AS file
    GROUP BY file.name
    HAVING count(*) > 1
        OR length(file.name) > 750
        OR file.name !~ '[^[:space:]]'
    LIMIT 1;
    IF v_bad IS NOT NULL THEN
        PERFORM check_text(v_bad, 'a file name', 750);
        RAISE EXCEPTION 'PT011: files names "%" more than once; name each file once', v_bad
            USING ERRCODE = 'PT011';
    END IF;

    RETURN QUERY
    WITH item AS (
        SELECT
            element.position,
            coalesce(element.value ->> 'name', element.value #>> '{}') AS name,
            CASE jsonb_typeof(element.value) WHEN 'object' THEN element.value - 'name' ELSE '{}' END AS details
        FROM jsonb_array_elements(p_files) WITH ORDINALITY AS element (value, position)
    ),

    file AS MATERIALIZED (
        SELECT
            item.position,
            item.name,
            item.details <> '{}' AS has_details,
            CASE WHEN item.details ? 'size' THEN parse_size(item.details ->> 'size') END AS size,
            CASE WHEN item.details ? 'compression_type'
                THEN compression_type_id_of(item.details ->> 'compression_type')
            END AS compression_type_id,
            CASE WHEN item.details ? 'filetype' THEN filetype_id_of(item.details ->> 'filetype') END AS filetype_id,
            (item.details ->> 'write_low_date')::timestamptz AS write_low,
            (item.details ->> 'write_high_date')::timestamptz AS write_high,
            (item.details ->> 'write_record_count')::bigint AS write_count,
            (item.details ->> 'load_low_date')::timestamptz AS load_low,
            (item.details ->> 'load_high_date')::timestamptz AS load_high,
            (item.details ->> 'load_record_count')::bigint AS load_count
        FROM item
    ),

    checked AS MATERIALIZED (
        SELECT
            file.*,
            CASE WHEN file.write_count < 0 THEN check_count(file.write_count, 'write_record_count of ' || file.name) END
                AS write_count_check,
            CASE WHEN file.load_count < 0 THEN check_count(file.load_count, 'load_record_count of ' || file.name) END
                AS load_count_check,
            CASE WHEN file.write_low > file.write_high THEN check_dates(file.write_low, file.write_high, file.name) END
                AS write_dates_check,
            CASE WHEN file.load_low > file.load_high THEN check_dates(file.load_low, file.load_high, file.name) END
                AS load_dates_check
        FROM file
    )

    SELECT
        checked.position,
        checked.name,
        checked.size[1]::numeric,
        unit.filesize_type_id,
        checked.compression_type_id,
        coalesce(checked.filetype_id, ending.extract_filetype_id),
        checked.write_low,
        checked.write_high,
        checked.write_count,
        checked.load_low,
        checked.load_high,
        checked.load_count,
        checked.has_details
    FROM checked
    LEFT JOIN filesize_type_lkup AS unit ON unit.filesize_type_code = checked.size[2]
    LEFT JOIN extract_filetype_lkup AS ending
        ON ending.extract_filetype_code = lower(substring(checked.name FROM '\.([^.]+)$'));
EXCEPTION
    WHEN invalid_datetime_format OR datetime_field_overflow OR invalid_text_representation
        OR numeric_value_out_of_range OR invalid_parameter_value THEN
        RAISE EXCEPTION 'PT011: files holds a value of the wrong kind (%); dates are ISO texts, counts are whole numbers',
            sqlerrm
            USING ERRCODE = 'PT011';
END;
$$;
