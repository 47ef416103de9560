-- find_extracts_by_process: finds the extracts that any run of a process touched.
--
-- p_process_name  the process
-- p_status        status that the extracts must have; default: ready
-- Returns: rows of v_extract in the order of registration, each extract once.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found.
-- Tables: process, process_tracking, extract_process_tracking, extract_status_lkup, v_extract.
CREATE OR REPLACE FUNCTION find_extracts_by_process(p_process_name text, p_status text DEFAULT 'ready')
RETURNS SETOF v_extract
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET jit = off
-- The view joins more tables than the planner looks at all orders of by default; the ties are where to begin.
SET join_collapse_limit = 12 SET from_collapse_limit = 12
AS $$
DECLARE
    v_process_id integer := process_id_of(p_process_name);
    v_status_id integer := known_extract_status_id(p_status);
BEGIN
    RETURN QUERY
    SELECT e.*
    FROM v_extract AS e
    WHERE e.extract_status_id = v_status_id
        AND EXISTS (
            SELECT 1
            FROM extract_process_tracking AS ept
            INNER JOIN process_tracking AS t ON t.process_tracking_id = ept.process_tracking_id
            WHERE ept.extract_tracking_id = e.extract_id AND t.process_id = v_process_id
        )
    ORDER BY e.extract_registration_date_time, e.extract_id;
END;
$$;
