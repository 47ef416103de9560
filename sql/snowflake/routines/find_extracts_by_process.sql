-- find_extracts_by_process: finds the extracts that any run of a process touched.
--
-- p_process_name  the process
-- p_status        status that the extracts must have; default: ready
-- Returns: rows of v_extract in the order of registration, each extract once.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found.
-- Tables: process, process_tracking, extract_process_tracking, extract_status_lkup, v_extract.
CREATE OR REPLACE PROCEDURE find_extracts_by_process(p_process_name VARCHAR, p_status VARCHAR DEFAULT 'ready')
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
    v_process_id NUMBER DEFAULT NULL;
    v_status VARCHAR DEFAULT status_name(COALESCE(p_status, 'ready'));
    v_status_id NUMBER DEFAULT NULL;
    v_statuses VARCHAR DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    v_refusal := text_refusal(p_process_name, 'process_name', 250, TRUE);
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    SELECT p.process_id INTO :v_process_id FROM process AS p WHERE p.process_name = :p_process_name;
    SELECT
        MAX(IFF(s.extract_status_name = :v_status, s.extract_status_id, NULL)),
        LISTAGG(s.extract_status_name, ', ') WITHIN GROUP (ORDER BY s.extract_status_id)
    INTO :v_status_id, :v_statuses
    FROM extract_status_lkup AS s;
    v_refusal := COALESCE(
        process_refusal(v_process_id, p_process_name),
        lookup_refusal(v_status_id, 'extract status', p_status, v_statuses)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    v_result := (
        SELECT e.*
        FROM v_extract AS e
        WHERE e.extract_status_id = :v_status_id
            AND e.extract_id IN (
                SELECT tie.extract_tracking_id
                FROM extract_process_tracking AS tie
                INNER JOIN process_tracking AS t ON t.process_tracking_id = tie.process_tracking_id
                WHERE t.process_id = :v_process_id
            )
        ORDER BY e.extract_registration_date_time, e.extract_id
    );
    RETURN TABLE (v_result);
END;
$$;
