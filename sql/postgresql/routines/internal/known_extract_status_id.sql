-- known_extract_status_id: the key of an extract status that must exist. Internal.
--
-- p_status  name of the status; NULL: ready; known synonyms count as the name
-- Returns: extract_status_id. Errors: PT008 lookup_not_found. Tables: extract_status_lkup.
CREATE OR REPLACE FUNCTION known_extract_status_id(p_status text) RETURNS integer
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_id integer;
BEGIN
    SELECT extract_status_id INTO v_id
    FROM extract_status_lkup
    WHERE extract_status_name = status_name(coalesce(p_status, 'ready'));
    IF v_id IS NULL THEN
        RAISE EXCEPTION 'PT008: there is no extract status "%"; the known ones are %',
            p_status,
            (SELECT string_agg(extract_status_name, ', ' ORDER BY extract_status_id) FROM extract_status_lkup)
            USING ERRCODE = 'PT008';
    END IF;
    RETURN v_id;
END;
$$;
