-- get_extract: returns one extract with its location, names resolved.
--
-- p_extract_id  the extract
-- Returns: one row of v_extract. Errors: PT011 invalid_argument, PT006 extract_not_found.
-- Tables: extract_tracking, v_extract.
CREATE OR REPLACE PROCEDURE get_extract(p_extract_id NUMBER)
COPY GRANTS
RETURNS TABLE (
    extract_id NUMBER,
    extract_filename VARCHAR,
    location_id NUMBER,
    location_name VARCHAR,
    location_path VARCHAR,
    location_type_name VARCHAR,
    location_bucket_name VARCHAR,
    extract_status_id NUMBER,
    extract_status_name VARCHAR,
    extract_registration_date_time TIMESTAMP_TZ,
    extract_write_low_date_time TIMESTAMP_TZ,
    extract_write_high_date_time TIMESTAMP_TZ,
    extract_write_record_count NUMBER,
    extract_load_low_date_time TIMESTAMP_TZ,
    extract_load_high_date_time TIMESTAMP_TZ,
    extract_load_record_count NUMBER,
    extract_compression_type VARCHAR,
    extract_filetype_code VARCHAR,
    extract_filetype VARCHAR,
    extract_filesize NUMBER(38, 10),
    filesize_type_code VARCHAR
)
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_refusal VARCHAR DEFAULT NULL;
    v_found_id NUMBER DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    v_refusal := id_refusal(p_extract_id, 'extract_id');
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    SELECT e.extract_id INTO :v_found_id FROM extract_tracking AS e WHERE e.extract_id = :p_extract_id;
    v_refusal := extract_refusal(v_found_id, p_extract_id);
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    v_result := (SELECT e.* FROM v_extract AS e WHERE e.extract_id = :p_extract_id);
    RETURN TABLE (v_result);
END;
$$;
