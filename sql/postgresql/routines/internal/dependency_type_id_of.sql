-- dependency_type_id_of: the key of a dependency type that must exist. Internal.
--
-- p_dependency_type  name of the dependency type; NULL: Undefined
-- Returns: dependency_type_id. Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: dependency_type_lkup.
CREATE OR REPLACE FUNCTION dependency_type_id_of(p_dependency_type text) RETURNS integer
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_id integer;
BEGIN
    PERFORM check_text(p_dependency_type, 'dependency_type', NULL, false);
    SELECT dependency_type_id INTO v_id
    FROM dependency_type_lkup
    WHERE dependency_type_name = coalesce(p_dependency_type, 'Undefined');
    IF v_id IS NULL THEN
        RAISE EXCEPTION 'PT008: there is no dependency type "%"; the known ones are %',
            p_dependency_type,
            (SELECT string_agg(dependency_type_name, ', ' ORDER BY dependency_type_id) FROM dependency_type_lkup)
            USING ERRCODE = 'PT008';
    END IF;
    RETURN v_id;
END;
$$;
