-- add_source_contact: adds a contact to a source.
--
-- p_source_name  the source
-- p_contact_name  the contact
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT013 duplicate.
-- Tables: actor_lkup, source_contact, and the lookups of its names.
CREATE OR REPLACE FUNCTION add_source_contact(p_source_name text, p_contact_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_source_id integer := source_id_of(p_source_name);
    v_contact_id integer := contact_id_of(p_contact_name);
    v_actor_id integer := actor_id_of();
BEGIN
    INSERT INTO source_contact (source_id, contact_id, created_by, updated_by)
    VALUES (v_source_id, v_contact_id, v_actor_id, v_actor_id)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'PT013: source "%" has the contact "%" already; nothing is to be done',
            p_source_name, p_contact_name
            USING ERRCODE = 'PT013';
    END IF;
END;
$$;
