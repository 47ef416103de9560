-- register_extract: finds or creates an extract and ties it to a run.
--
-- p_process_tracking_id  the run
-- p_filename             name of the file within its location
-- p_location_path        folder or bucket that the file lies in
-- p_location_name        name for a new location; default: derived from the path
-- p_status               status to give; default: a new extract is initializing, a known one keeps its own
-- p_compression_type     an existing compression type
-- p_filetype             an existing file type, by code or name; default: found by the name's ending
-- p_file_size            a number and a unit (B, KB, MB, GB), such as 12.5 MB; bytes without a unit
-- Returns: extract_id. The extract inherits the process's sources and dataset types.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT008 lookup_not_found, PT013 duplicate,
-- PT007 extract_dependency_blocked. Tables: those of register_files.
CREATE OR REPLACE PROCEDURE register_extract(
    p_process_tracking_id NUMBER,
    p_filename VARCHAR,
    p_location_path VARCHAR,
    p_location_name VARCHAR DEFAULT NULL,
    p_status VARCHAR DEFAULT NULL,
    p_compression_type VARCHAR DEFAULT NULL,
    p_filetype VARCHAR DEFAULT NULL,
    p_file_size VARCHAR DEFAULT NULL
)
COPY GRANTS
RETURNS TABLE (extract_id NUMBER)
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_path VARCHAR DEFAULT location_path_of(p_location_path);
    v_status VARCHAR DEFAULT status_name(p_status);
    v_files VARCHAR DEFAULT NULL;
    v_registered VARCHAR DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    v_refusal := COALESCE(
        text_refusal(p_filename, 'filename', 750, TRUE),
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
    IF (COALESCE(p_compression_type, p_filetype, p_file_size) IS NULL) THEN
        v_files := TO_JSON(ARRAY_CONSTRUCT(OBJECT_CONSTRUCT('name', p_filename)));
    ELSE
        v_files := TO_JSON(ARRAY_CONSTRUCT(OBJECT_CONSTRUCT(
            'name', p_filename, 'compression_type', p_compression_type, 'filetype', p_filetype, 'size', p_file_size
        )));
        CALL parse_files(:v_files) INTO :v_files;
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    CALL register_files(
        :p_process_tracking_id, :v_path, :p_location_name, :v_files, :v_status, 'initializing', FALSE
    ) INTO :v_registered;

    v_result := (
        SELECT f.value:extract_id::NUMBER AS extract_id FROM TABLE(FLATTEN(input => PARSE_JSON(:v_registered))) AS f
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
