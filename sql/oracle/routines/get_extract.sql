-- get_extract: returns one extract with its location, names resolved.
--
-- p_extract_id  the extract
-- Returns: p_rows, a cursor on one row of v_extract. Errors: PT011 invalid_argument, PT006 extract_not_found.
-- Tables: v_extract.
CREATE OR REPLACE PROCEDURE get_extract(p_extract_id IN NUMBER, p_rows OUT SYS_REFCURSOR)
AUTHID DEFINER
IS
    v_number NUMBER;
BEGIN
    check_id(p_extract_id, 'extract_id');
    SELECT COUNT(*) INTO v_number FROM extract_tracking WHERE extract_id = p_extract_id;
    IF v_number = 0 THEN
        raise_error(
            'PT006: there is no extract with the extract_id %; give the one that register_extract returned', p_extract_id
        );
    END IF;
    OPEN p_rows FOR
    SELECT
        e.extract_id,
        e.extract_filename,
        e.location_id,
        e.location_name,
        e.location_path,
        e.location_type_name,
        e.location_bucket_name,
        e.extract_status_id,
        e.extract_status_name,
        e.extract_registration_date_time,
        e.extract_write_low_date_time,
        e.extract_write_high_date_time,
        e.extract_write_record_count,
        e.extract_load_low_date_time,
        e.extract_load_high_date_time,
        e.extract_load_record_count,
        e.extract_compression_type,
        e.extract_filetype_code,
        e.extract_filetype,
        e.extract_filesize,
        e.filesize_type_code
    FROM v_extract e
    WHERE e.extract_id = p_extract_id;
END get_extract;
/
