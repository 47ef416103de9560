-- remove_process_contact: takes a contact off a process.
--
-- p_process_name  the process
-- p_contact_name  the contact
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found.
-- Tables: process_contact, and the lookups of its names.
CREATE OR REPLACE FUNCTION remove_process_contact(p_process_name text, p_contact_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_process_id integer := process_id_of(p_process_name);
    v_contact_id integer := contact_id_of(p_contact_name);
BEGIN
    DELETE FROM process_contact WHERE process_id = v_process_id AND contact_id = v_contact_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'PT008: process "%" does not have the contact "%"; nothing is to be removed',
            p_process_name, p_contact_name
            USING ERRCODE = 'PT008';
    END IF;
END;
$$;
