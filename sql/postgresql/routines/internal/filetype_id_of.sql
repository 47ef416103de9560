-- filetype_id_of: the key of a file type that must exist. Internal.
--
-- p_filetype  code (csv) or name of the file type; NULL gives NULL
-- Returns: extract_filetype_id. Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: extract_filetype_lkup.
CREATE OR REPLACE FUNCTION filetype_id_of(p_filetype text) RETURNS integer
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_id integer;
BEGIN
    PERFORM check_text(p_filetype, 'filetype', NULL, false);
    SELECT extract_filetype_id INTO v_id
    FROM extract_filetype_lkup
    WHERE p_filetype IN (extract_filetype_code, extract_filetype)
    ORDER BY extract_filetype_code = p_filetype DESC
    LIMIT 1;
    IF v_id IS NULL AND p_filetype IS NOT NULL THEN
        RAISE EXCEPTION 'PT008: there is no file type "%"; the known ones are %',
            p_filetype,
            (SELECT string_agg(extract_filetype_code, ', ' ORDER BY extract_filetype_code) FROM extract_filetype_lkup)
            USING ERRCODE = 'PT008';
    END IF;
    RETURN v_id;
END;
$$;
