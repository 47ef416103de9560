-- add_source_contact: adds a contact to a source.
--
-- p_source_name  the source
-- p_contact_name  the contact
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT013 duplicate.
-- Tables: actor_lkup, source_contact, and the lookups of its names.
CREATE OR REPLACE PROCEDURE add_source_contact(p_source_name VARCHAR, p_contact_name VARCHAR)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_source_id NUMBER DEFAULT NULL;
    v_contact_id NUMBER DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        text_refusal(p_source_name, 'source_name', 250, TRUE),
        text_refusal(p_contact_name, 'contact_name', 250, TRUE)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    SELECT s.source_id INTO :v_source_id FROM source_lkup AS s WHERE s.source_name = :p_source_name;
    SELECT c.contact_id INTO :v_contact_id FROM contact_lkup AS c WHERE c.contact_name = :p_contact_name;
    v_refusal := COALESCE(
        unknown_refusal(v_source_id, 'source', p_source_name, 'start_process_run registers it, or create_topic'),
        unknown_refusal(v_contact_id, 'contact', p_contact_name, 'add it with create_topic')
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    CALL actor_id_of(NULL) INTO :v_actor_id;
    MERGE INTO source_contact AS known
    USING (SELECT :v_source_id AS source_id, :v_contact_id AS contact_id) AS given
        ON known.source_id = given.source_id AND known.contact_id = given.contact_id
    WHEN NOT MATCHED THEN INSERT (source_id, contact_id, created_by, updated_by)
        VALUES (given.source_id, given.contact_id, :v_actor_id, :v_actor_id);
    IF (SQLROWCOUNT = 0) THEN
        v_refusal := 'PT013: source "' || p_source_name || '" has the contact "' || p_contact_name
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
