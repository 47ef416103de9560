-- get_extract: returns one extract with its location, names resolved.
--
-- p_extract_id  the extract
-- Returns: one row of v_extract. Errors: PT011 invalid_argument, PT006 extract_not_found. Tables: v_extract.
CREATE OR REPLACE FUNCTION get_extract(p_extract_id bigint) RETURNS SETOF v_extract
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET jit = off
AS $$
BEGIN
    PERFORM check_id(p_extract_id, 'extract_id');
    RETURN QUERY SELECT e.* FROM v_extract AS e WHERE e.extract_id = p_extract_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'PT006: there is no extract with the extract_id %; give the one that register_extract returned',
            p_extract_id
            USING ERRCODE = 'PT006';
    END IF;
END;
$$;
