-- find_extracts_by_location: finds the extracts of a location.
--
-- p_location_name  name of the location
-- p_location_path  path of the location; one of the two is needed, both must fit when both are given
-- p_status         status that the extracts must have; default: ready
-- Returns: rows of v_extract in the order of registration; none for an unknown location.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: location_lkup, extract_status_lkup, v_extract.
CREATE OR REPLACE FUNCTION find_extracts_by_location(
    p_location_name text DEFAULT NULL,
    p_location_path text DEFAULT NULL,
    p_status text DEFAULT 'ready'
) RETURNS SETOF v_extract
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET jit = off
AS $$
DECLARE
    v_status_id integer := known_extract_status_id(p_status);
    v_by_name integer;
    v_by_path integer;
BEGIN
    IF p_location_name IS NULL AND p_location_path IS NULL THEN
        RAISE EXCEPTION 'PT011: location_name and location_path are missing; give one of them' USING ERRCODE = 'PT011';
    END IF;
    PERFORM check_text(p_location_name, 'location_name', 750, false), check_text(p_location_path, 'location_path', 750, false);
    SELECT l.location_id INTO v_by_name FROM location_lkup AS l WHERE l.location_name = p_location_name;
    SELECT l.location_id INTO v_by_path
    FROM location_lkup AS l
    WHERE l.location_path = location_path_of(p_location_path);
    RETURN QUERY
    SELECT e.*
    FROM v_extract AS e
    WHERE e.location_id = coalesce(v_by_name, v_by_path)
        AND e.extract_status_id = v_status_id
        AND (p_location_name IS NULL OR v_by_name IS NOT NULL)
        AND (p_location_path IS NULL OR v_by_path = e.location_id)
    ORDER BY e.extract_registration_date_time, e.extract_id;
END;
$$;
