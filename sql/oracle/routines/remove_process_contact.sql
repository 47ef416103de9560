-- remove_process_contact: takes a contact off a process.
--
-- p_process_name  the process
-- p_contact_name  the contact
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found.
-- Tables: process_contact, and the lookups of its names.
CREATE OR REPLACE PROCEDURE remove_process_contact(p_process_name IN VARCHAR2, p_contact_name IN VARCHAR2)
AUTHID DEFINER
IS
    v_process_id process.process_id%TYPE;
    v_contact_id contact_lkup.contact_id%TYPE;
BEGIN
    SAVEPOINT ptdb_call;
    v_process_id := process_id_of(p_process_name);
    v_contact_id := contact_id_of(p_contact_name);
    DELETE FROM process_contact WHERE process_id = v_process_id AND contact_id = v_contact_id;
    IF SQL%ROWCOUNT = 0 THEN
        raise_error(
            'PT008: process "%" does not have the contact "%"; nothing is to be removed', p_process_name, p_contact_name
        );
    END IF;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END remove_process_contact;
/
