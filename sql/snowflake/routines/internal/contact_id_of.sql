-- contact_id_of: the key of a contact that must exist. Internal.
--
-- p_contact_name  the contact, its name checked
-- Returns: contact_id. Errors: PT008 lookup_not_found. Tables: contact_lkup.
CREATE OR REPLACE PROCEDURE contact_id_of(p_contact_name VARCHAR)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_id NUMBER DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    SELECT contact_id INTO :v_id FROM contact_lkup WHERE contact_name = :p_contact_name;
    IF (v_id IS NULL) THEN
        v_refusal := 'PT008: there is no contact "' || p_contact_name || '"; add it with create_topic';
        CALL raise_error(:v_refusal);
    END IF;
    RETURN v_id;
END;
$$;
