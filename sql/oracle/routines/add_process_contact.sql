-- add_process_contact: adds a contact to a process.
--
-- p_process_name  the process
-- p_contact_name  the contact
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found, PT013 duplicate.
-- Tables: actor_lkup, process_contact, and the lookups of its names.
CREATE OR REPLACE PROCEDURE add_process_contact(p_process_name IN VARCHAR2, p_contact_name IN VARCHAR2)
AUTHID DEFINER
IS
    v_process_id process.process_id%TYPE;
    v_contact_id contact_lkup.contact_id%TYPE;
    v_actor_id actor_lkup.actor_id%TYPE;
BEGIN
    SAVEPOINT ptdb_call;
    v_process_id := process_id_of(p_process_name);
    v_contact_id := contact_id_of(p_contact_name);
    v_actor_id := actor_id_of();
    BEGIN
        INSERT INTO process_contact (process_id, contact_id, created_by, updated_by)
        VALUES (v_process_id, v_contact_id, v_actor_id, v_actor_id);
    EXCEPTION
        WHEN DUP_VAL_ON_INDEX THEN
            raise_error(
                'PT013: process "%" has the contact "%" already; nothing is to be done', p_process_name, p_contact_name
            );
    END;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END add_process_contact;
/
