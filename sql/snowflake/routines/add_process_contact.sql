-- add_process_contact: adds a contact to a process.
--
-- p_process_name  the process
-- p_contact_name  the contact
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found, PT013 duplicate.
-- Tables: actor_lkup, process_contact, and the lookups of its names.
CREATE OR REPLACE PROCEDURE add_process_contact(p_process_name VARCHAR, p_contact_name VARCHAR)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_process_id NUMBER DEFAULT NULL;
    v_contact_id NUMBER DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        text_refusal(p_process_name, 'process_name', 250, TRUE),
        text_refusal(p_contact_name, 'contact_name', 250, TRUE)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    SELECT p.process_id INTO :v_process_id FROM process AS p WHERE p.process_name = :p_process_name;
    SELECT c.contact_id INTO :v_contact_id FROM contact_lkup AS c WHERE c.contact_name = :p_contact_name;
    v_refusal := COALESCE(
        process_refusal(v_process_id, p_process_name),
        unknown_refusal(v_contact_id, 'contact', p_contact_name, 'add it with create_topic')
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    CALL actor_id_of(NULL) INTO :v_actor_id;
    MERGE INTO process_contact AS known
    USING (SELECT :v_process_id AS process_id, :v_contact_id AS contact_id) AS given
        ON known.process_id = given.process_id AND known.contact_id = given.contact_id
    WHEN NOT MATCHED THEN INSERT (process_id, contact_id, created_by, updated_by)
        VALUES (given.process_id, given.contact_id, :v_actor_id, :v_actor_id);
    IF (SQLROWCOUNT = 0) THEN
        v_refusal := 'PT013: process "' || p_process_name || '" has the contact "' || p_contact_name
            || '" already; nothing is to be done';
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        COMMIT;
    END IF;
EXCEPTION
    WHEN OTHER THEN
        IF (v_is_own) THEN
            ROLLBACK;
        END IF;
        RAISE;
END;
$$;
