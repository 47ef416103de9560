-- find_extracts_by_location: finds the extracts of a location.
--
-- p_location_name  name of the location
-- p_location_path  path of the location; one of the two is needed, both must fit when both are given
-- p_status         status that the extracts must have; default: ready
-- Returns: p_rows, a cursor on rows of v_extract in the order of registration; none for an unknown location.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: location_lkup, extract_status_lkup, v_extract.
CREATE OR REPLACE PROCEDURE find_extracts_by_location(
    p_location_name IN VARCHAR2 DEFAULT NULL,
    p_location_path IN VARCHAR2 DEFAULT NULL,
    p_status IN VARCHAR2 DEFAULT 'ready',
    p_rows OUT SYS_REFCURSOR
)
AUTHID DEFINER
IS
    v_status_id extract_status_lkup.extract_status_id%TYPE;
    v_path VARCHAR2(32767);
    v_by_name location_lkup.location_id%TYPE;
    v_by_path location_lkup.location_id%TYPE;
    v_location_id location_lkup.location_id%TYPE;
BEGIN
    v_status_id := known_extract_status_id(p_status);
    IF p_location_name IS NULL AND p_location_path IS NULL THEN
        raise_error('PT011: location_name and location_path are missing; give one of them');
    END IF;
    check_text(p_location_name, 'location_name', 750, FALSE);
    check_text(p_location_path, 'location_path', 750, FALSE);
    v_path := location_path_of(p_location_path);
    SELECT MAX(location_id) INTO v_by_name FROM location_lkup WHERE location_name = p_location_name;
    SELECT MAX(location_id) INTO v_by_path FROM location_lkup WHERE location_path = v_path;
    v_location_id := CASE
        WHEN p_location_name IS NULL THEN v_by_path
        WHEN p_location_path IS NULL OR v_by_path = v_by_name THEN v_by_name
    END;
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
    WHERE e.location_id = v_location_id AND e.extract_status_id = v_status_id
    ORDER BY e.extract_registration_date_time, e.extract_id;
END find_extracts_by_location;
/
