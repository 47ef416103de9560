-- register_extracts: finds or creates many extracts of one location and ties them to a run.
--
-- p_process_tracking_id  the run
-- p_location_path        folder or bucket that the files lie in
-- p_files                JSON array of names, or of objects with name and any of size, compression_type, filetype,
--                        write_low_date, write_high_date, write_record_count, load_low_date, load_high_date,
--                        load_record_count; dates are ISO texts, in UTC when they name no zone
-- p_location_name        name for a new location; default: derived from the path
-- p_status               status to give; default: a new extract is ready, a known one keeps its own
-- p_only_new             leaves what is known already alone: not tied to the run, not changed, not returned
-- Returns: a row for each file in the order given: extract_id, extract_filename, is_new. The extracts inherit the
-- process's sources and dataset types.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT008 lookup_not_found, PT013 duplicate,
-- PT007 extract_dependency_blocked. Tables: those of register_files.
CREATE OR REPLACE PROCEDURE register_extracts(
    p_process_tracking_id NUMBER,
    p_location_path VARCHAR,
    p_files VARCHAR,
    p_location_name VARCHAR DEFAULT NULL,
    p_status VARCHAR DEFAULT NULL,
    p_only_new BOOLEAN DEFAULT FALSE
)
COPY GRANTS
RETURNS TABLE (extract_id NUMBER, extract_filename VARCHAR, is_new BOOLEAN)
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_path VARCHAR DEFAULT location_path_of(p_location_path);
    v_status VARCHAR DEFAULT status_name(p_status);
    v_only_new BOOLEAN DEFAULT COALESCE(p_only_new, FALSE);
    v_files VARCHAR DEFAULT NULL;
    v_registered VARCHAR DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    v_refusal := COALESCE(
        id_refusal(p_process_tracking_id, 'process_tracking_id'),
        text_refusal(v_status, 'status', 75, FALSE),
        text_refusal(v_path, 'location_path', 750, TRUE),
        text_refusal(p_location_name, 'location_name', 750, FALSE),
        IFF(
            bucket_of(v_path) = '',
            'PT011: location_path is "' || p_location_path || '", which names no bucket; give s3://bucket/folder',
            NULL
        )
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    -- Read before the store is locked, which others wait for.
    CALL parse_files(:p_files) INTO :v_files;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    CALL register_files(
        :p_process_tracking_id, :v_path, :p_location_name, :v_files, :v_status, 'ready', :v_only_new
    ) INTO :v_registered;

    v_result := (
        SELECT
            f.value:extract_id::NUMBER AS extract_id,
            f.value:extract_filename::VARCHAR AS extract_filename,
            f.value:is_new::BOOLEAN AS is_new
        FROM TABLE(FLATTEN(input => PARSE_JSON(:v_registered))) AS f
        ORDER BY f.index
    );
    IF (v_is_own) THEN
        COMMIT;
    END IF;
    RETURN TABLE (v_result);
EXCEPTION
    WHEN OTHER THEN
        IF (v_is_own) THEN
            ROLLBACK;
        END IF;
        RAISE;
END;
$$;
