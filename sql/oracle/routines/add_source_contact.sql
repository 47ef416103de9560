-- add_source_contact: adds a contact to a source.
--
-- p_source_name   the source
-- p_contact_name  the contact
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT013 duplicate.
-- Tables: actor_lkup, source_contact, and the lookups of its names.
CREATE OR REPLACE PROCEDURE add_source_contact(p_source_name IN VARCHAR2, p_contact_name IN VARCHAR2)
AUTHID DEFINER
IS
    v_source_id source_lkup.source_id%TYPE;
    v_contact_id contact_lkup.contact_id%TYPE;
    v_actor_id actor_lkup.actor_id%TYPE;
BEGIN
    SAVEPOINT ptdb_call;
    v_source_id := source_id_of(p_source_name);
    v_contact_id := contact_id_of(p_contact_name);
    v_actor_id := actor_id_of();
    BEGIN
        INSERT INTO source_contact (source_id, contact_id, created_by, updated_by)
        VALUES (v_source_id, v_contact_id, v_actor_id, v_actor_id);
    EXCEPTION
        WHEN DUP_VAL_ON_INDEX THEN
            raise_error(
                'PT013: source "%" has the contact "%" already; nothing is to be done', p_source_name, p_contact_name
            );
    END;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END add_source_contact;
/
