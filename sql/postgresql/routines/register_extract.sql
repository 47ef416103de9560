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
CREATE OR REPLACE FUNCTION register_extract(
    p_process_tracking_id bigint,
    p_filename text,
    p_location_path text,
    p_location_name text DEFAULT NULL,
    p_status text DEFAULT NULL,
    p_compression_type text DEFAULT NULL,
    p_filetype text DEFAULT NULL,
    p_file_size text DEFAULT NULL,
    OUT extract_id bigint
)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT SET jit = off SET plan_cache_mode = force_generic_plan
AS $$
#variable_conflict use_column
BEGIN
    PERFORM check_text(p_filename, 'filename', 750);
    SELECT registered.extract_id INTO extract_id
    FROM register_files(
        p_process_tracking_id,
        p_location_path,
        p_location_name,
        jsonb_build_array(
            jsonb_strip_nulls(
                jsonb_build_object(
                    'name', p_filename,
                    'compression_type', p_compression_type,
                    'filetype', p_filetype,
                    'size', p_file_size
                )
            )
        ),
        p_status,
        'initializing',
        false
    ) AS registered;
END;
$$;
