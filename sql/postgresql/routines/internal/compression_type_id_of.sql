-- compression_type_id_of: the key of a compression type that must exist. Internal.
--
-- p_compression_type  name of the compression type; NULL gives NULL
-- Returns: extract_compression_type_id. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: extract_compression_type_lkup.
CREATE OR REPLACE FUNCTION compression_type_id_of(p_compression_type text) RETURNS integer
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_id integer;
BEGIN
    PERFORM check_text(p_compression_type, 'compression_type', NULL, false);
    SELECT extract_compression_type_id INTO v_id
    FROM extract_compression_type_lkup
    WHERE extract_compression_type = p_compression_type;
    IF v_id IS NULL AND p_compression_type IS NOT NULL THEN
        RAISE EXCEPTION 'PT008: there is no compression type "%"; the known ones are %',
            p_compression_type,
            (SELECT string_agg(extract_compression_type, ', ' ORDER BY extract_compression_type)
            FROM extract_compression_type_lkup)
            USING ERRCODE = 'PT008';
    END IF;
    RETURN v_id;
END;
$$;
