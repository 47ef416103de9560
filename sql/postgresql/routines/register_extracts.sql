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
CREATE OR REPLACE FUNCTION register_extracts(
    p_process_tracking_id bigint,
    p_location_path text,
    p_files text,
    p_location_name text DEFAULT NULL,
    p_status text DEFAULT NULL,
    p_only_new boolean DEFAULT false
) RETURNS TABLE (extract_id bigint, extract_filename text, is_new boolean)
LANGUAGE sql SECURITY DEFINER
SET search_path FROM CURRENT SET jit = off SET plan_cache_mode = force_generic_plan
AS $$
    SELECT registered.extract_id, registered.extract_filename, registered.is_new
    FROM register_files(
        p_process_tracking_id, p_location_path, p_location_name, parse_json(p_files, 'files'), p_status, 'ready',
        coalesce(p_only_new, false)
    ) AS registered;
$$;
