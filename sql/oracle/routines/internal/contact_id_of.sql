-- contact_id_of: the key of a contact that must exist. Internal.
--
-- p_contact_name  the contact
-- Returns: contact_id. Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: contact_lkup.
CREATE OR REPLACE FUNCTION contact_id_of(p_contact_name IN VARCHAR2) RETURN NUMBER
AUTHID DEFINER
IS
    v_id contact_lkup.contact_id%TYPE;
BEGIN
    check_text(p_contact_name, 'contact_name', 250);
    SELECT MAX(contact_id) INTO v_id FROM contact_lkup WHERE contact_name = p_contact_name;
    IF v_id IS NULL THEN
        raise_error('PT008: there is no contact "%"; add it with create_topic', p_contact_name);
    END IF;
    RETURN v_id;
END contact_id_of;
/
