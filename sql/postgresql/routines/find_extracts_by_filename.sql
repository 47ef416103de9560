-- find_extracts_by_filename: finds extracts by a part of their file name.
--
-- p_filename  part of the name, anywhere in it, to the letter: no wildcards
-- p_status    status that the extracts must have; default: ready
-- Returns: rows of v_extract in the order of registration. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: extract_status_lkup, v_extract.
CREATE OR REPLACE FUNCTION find_extracts_by_filename(p_filename text, p_status text DEFAULT 'ready')
RETURNS SETOF v_extract
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET jit = off
AS $$
DECLARE
    v_status_id integer := known_extract_status_id(p_status);
BEGIN
    PERFORM check_text(p_filename, 'filename', 750);
    RETURN QUERY
    SELECT e.*
    FROM v_extract AS e
    WHERE e.extract_status_id = v_status_id AND strpos(e.extract_filename, p_filename) > 0
    ORDER BY e.extract_registration_date_time, e.extract_id;
END;
$$;
