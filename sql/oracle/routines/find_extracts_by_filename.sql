-- find_extracts_by_filename: finds extracts by a part of their file name.
--
-- p_filename  part of the name, anywhere in it, to the letter: no wildcards
-- p_status    status that the extracts must have; default: ready
-- Returns: p_rows, a cursor on rows of v_extract in the order of registration.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: extract_status_lkup, v_extract.
CREATE OR REPLACE PROCEDURE find_extracts_by_filename(
    p_filename IN VARCHAR2,
    p_status IN VARCHAR2 DEFAULT 'ready',
    p_rows OUT SYS_REFCURSOR
)
AUTHID DEFINER
IS
    v_status_id extract_status_lkup.extract_status_id%TYPE;
BEGIN
    v_status_id := known_extract_status_id(p_status);
    check_text(p_filename, 'filename', 750);
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
    WHERE e.extract_status_id = v_status_id AND INSTR(e.extract_filename, p_filename) > 0
    ORDER BY e.extract_registration_date_time, e.extract_id;
END find_extracts_by_filename;
/
