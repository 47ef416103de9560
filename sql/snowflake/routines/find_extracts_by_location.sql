-- find_extracts_by_location: finds the extracts of a location.
--
-- p_location_name  name of the location
-- p_location_path  path of the location; one of the two is needed, both must fit when both are given
-- p_status         status that the extracts must have; default: ready
-- Returns: rows of v_extract in the order of registration; none for an unknown location.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: extract_status_lkup, v_extract.
CREATE OR REPLACE PROCEDURE find_extracts_by_location(
    p_location_name VARCHAR DEFAULT NULL,
    p_location_path VARCHAR DEFAULT NULL,
    p_status VARCHAR DEFAULT 'ready'
)
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
    v_path VARCHAR DEFAULT location_path_of(p_location_path);
    v_status VARCHAR DEFAULT status_name(COALESCE(p_status, 'ready'));
    v_status_id NUMBER DEFAULT NULL;
    v_statuses VARCHAR DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    v_refusal := COALESCE(
        IFF(
            p_location_name IS NULL AND p_location_path IS NULL,
            'PT011: location_name and location_path are missing; give one of them',
            NULL
        ),
        text_refusal(p_location_name, 'location_name', 750, FALSE),
        text_refusal(p_location_path, 'location_path', 750, FALSE)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    SELECT
        MAX(IFF(s.extract_status_name = :v_status, s.extract_status_id, NULL)),
        LISTAGG(s.extract_status_name, ', ') WITHIN GROUP (ORDER BY s.extract_status_id)
    INTO :v_status_id, :v_statuses
    FROM extract_status_lkup AS s;
    v_refusal := lookup_refusal(v_status_id, 'extract status', p_status, v_statuses);
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    v_result := (
        SELECT e.*
        FROM v_extract AS e
        WHERE e.extract_status_id = :v_status_id
            AND (e.location_name = :p_location_name OR :p_location_name IS NULL)
            AND (e.location_path = :v_path OR :v_path IS NULL)
        ORDER BY e.extract_registration_date_time, e.extract_id
    );
    RETURN TABLE (v_result);
END;
$$;
