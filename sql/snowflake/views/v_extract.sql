-- v_extract: extracts, each with its location.
CREATE OR REPLACE VIEW v_extract COPY GRANTS AS
SELECT
    e.extract_id,
    e.extract_filename,
    l.location_id,
    l.location_name,
    l.location_path,
    lt.location_type_name,
    l.location_bucket_name,
    e.extract_status_id,
    s.extract_status_name,
    e.extract_registration_date_time,
    e.extract_write_low_date_time,
    e.extract_write_high_date_time,
    e.extract_write_record_count,
    e.extract_load_low_date_time,
    e.extract_load_high_date_time,
    e.extract_load_record_count,
    c.extract_compression_type,
    f.extract_filetype_code,
    f.extract_filetype,
    e.extract_filesize,
    u.filesize_type_code
FROM extract_tracking AS e
INNER JOIN location_lkup AS l ON e.extract_location_id = l.location_id
INNER JOIN location_type_lkup AS lt ON l.location_type_id = lt.location_type_id
INNER JOIN extract_status_lkup AS s ON e.extract_status_id = s.extract_status_id
LEFT JOIN extract_compression_type_lkup AS c ON e.extract_compression_type_id = c.extract_compression_type_id
LEFT JOIN extract_filetype_lkup AS f ON e.extract_filetype_id = f.extract_filetype_id
LEFT JOIN filesize_type_lkup AS u ON e.extract_filesize_type_id = u.filesize_type_id;
