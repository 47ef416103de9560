-- remove_source_contact: takes a contact off a source.
--
-- p_source_name  the source
-- p_contact_name  the contact
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: source_contact, and the lookups of its names.
CREATE OR REPLACE FUNCTION remove_source_contact(p_source_name text, p_contact_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_source_id integer := source_id_of(p_source_name);
    v_contact_id integer := contact_id_of(p_contact_name);
BEGIN
    DELETE FROM source_contact WHERE source_id = v_source_id AND contact_id = v_contact_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'PT008: source "%" does not have the contact "%"; nothing is to be removed',
            p_source_name, p_contact_name
            USING ERRCODE = 'PT008';
    END IF;
END;
$$;
