-- filter_type_id_of: the key of a comparison that must exist. Internal.
--
-- p_filter_type_code  code of the comparison, such as eq
-- Returns: filter_type_id. Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: filter_type_lkup.
CREATE OR REPLACE FUNCTION filter_type_id_of(p_filter_type_code text) RETURNS integer
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_id integer;
BEGIN
    PERFORM check_text(p_filter_type_code, 'filter_type_code', NULL);
    SELECT filter_type_id INTO v_id FROM filter_type_lkup WHERE filter_type_code = p_filter_type_code;
    IF v_id IS NULL THEN
        RAISE EXCEPTION 'PT008: there is no filter type "%"; the known ones are %',
            p_filter_type_code,
            (SELECT string_agg(filter_type_code, ', ' ORDER BY filter_type_id) FROM filter_type_lkup)
            USING ERRCODE = 'PT008';
    END IF;
    RETURN v_id;
END;
$$;
