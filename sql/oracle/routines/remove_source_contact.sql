-- remove_source_contact: takes a contact off a source.
--
-- p_source_name   the source
-- p_contact_name  the contact
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: source_contact, and the lookups of its names.
CREATE OR REPLACE PROCEDURE remove_source_contact(p_source_name IN VARCHAR2, p_contact_name IN VARCHAR2)
AUTHID DEFINER
IS
    v_source_id source_lkup.source_id%TYPE;
    v_contact_id contact_lkup.contact_id%TYPE;
BEGIN
    SAVEPOINT ptdb_call;
    v_source_id := source_id_of(p_source_name);
    v_contact_id := contact_id_of(p_contact_name);
    DELETE FROM source_contact WHERE source_id = v_source_id AND contact_id = v_contact_id;
    IF SQL%ROWCOUNT = 0 THEN
        raise_error(
            'PT008: source "%" does not have the contact "%"; nothing is to be removed', p_source_name, p_contact_name
        );
    END IF;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END remove_source_contact;
/
