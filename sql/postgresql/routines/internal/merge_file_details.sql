-- merge_file_details: takes what a registration says of extracts that are known already. Internal.
--
-- p_location_id  location of the files
-- p_files        JSON array of files, as parse_files takes it
-- p_extract_ids  the known extracts among them, locked already
-- p_actor_id     who says so
-- Ranges of dates are widened; counts, size and types are replaced where given.
-- Errors: PT011 invalid_argument. Tables: extract_tracking, and those of parse_files.
CREATE OR REPLACE FUNCTION merge_file_details(
    p_location_id integer,
    p_files jsonb,
    p_extract_ids bigint[],
    p_actor_id integer
) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM
        check_dates(
            least(e.extract_write_low_date_time, file.write_low),
            greatest(e.extract_write_high_date_time, file.write_high),
            e.extract_filename
        ),
        check_dates(
            least(e.extract_load_low_date_time, file.load_low),
            greatest(e.extract_load_high_date_time, file.load_high),
            e.extract_filename
        )
    FROM extract_tracking AS e
    INNER JOIN parse_files(p_files) AS file ON file.file_name = e.extract_filename
    WHERE e.extract_id = ANY(p_extract_ids) AND file.has_details;
    UPDATE extract_tracking AS e
    SET
        extract_write_low_date_time = least(e.extract_write_low_date_time, file.write_low),
        extract_write_high_date_time = greatest(e.extract_write_high_date_time, file.write_high),
        extract_write_record_count = coalesce(file.write_count, e.extract_write_record_count),
        extract_load_low_date_time = least(e.extract_load_low_date_time, file.load_low),
        extract_load_high_date_time = greatest(e.extract_load_high_date_time, file.load_high),
        extract_load_record_count = coalesce(file.load_count, e.extract_load_record_count),
        extract_compression_type_id = coalesce(file.compression_type_id, e.extract_compression_type_id),
        extract_filetype_id = CASE
            WHEN file.is_filetype_given THEN file.filetype_id
            ELSE e.extract_filetype_id
        END,
        extract_filesize = coalesce(file.filesize, e.extract_filesize),
        extract_filesize_type_id = coalesce(file.filesize_type_id, e.extract_filesize_type_id),
        update_date_time = clock_timestamp(),
        updated_by = p_actor_id
    FROM parse_files(p_files) AS file
    WHERE e.extract_location_id = p_location_id
        AND e.extract_filename = file.file_name
        -- IS TRUE keeps the subquery hashed.
        AND (e.extract_id IN (SELECT unnest(p_extract_ids))) IS TRUE
        AND file.has_details;
END;
$$;
