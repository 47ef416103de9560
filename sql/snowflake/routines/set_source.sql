-- set_source: sets a source's type and character set; what is not given stays.
--
-- p_source_name    the source
-- p_source_type    an existing source type
-- p_character_set  the character set; a new one is added
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: actor_lkup, source_type_lkup, character_set_lkup, source_lkup.
CREATE OR REPLACE PROCEDURE set_source(
    p_source_name VARCHAR,
    p_source_type VARCHAR DEFAULT NULL,
    p_character_set VARCHAR DEFAULT NULL
)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_source_id NUMBER DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
    v_type_id NUMBER DEFAULT NULL;
    v_types VARCHAR DEFAULT NULL;
    v_character_set_id NUMBER DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        text_refusal(p_source_name, 'source_name', 250, TRUE),
        text_refusal(p_source_type, 'source_type', NULL, FALSE),
        text_refusal(p_character_set, 'character_set', 75, FALSE)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    SELECT s.source_id INTO :v_source_id FROM source_lkup AS s WHERE s.source_name = :p_source_name;
    SELECT
        MAX(IFF(t.source_type_name = :p_source_type, t.source_type_id, NULL)),
        LISTAGG(t.source_type_name, ', ') WITHIN GROUP (ORDER BY t.source_type_id)
    INTO :v_type_id, :v_types
    FROM source_type_lkup AS t;
    v_refusal := COALESCE(
        unknown_refusal(v_source_id, 'source', p_source_name, 'start_process_run registers it, or create_topic'),
        IFF(p_source_type IS NULL, NULL, lookup_refusal(v_type_id, 'source type', p_source_type, v_types))
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    CALL actor_id_of(NULL) INTO :v_actor_id;
    IF (p_character_set IS NOT NULL) THEN
        CALL character_set_id_of(:p_character_set, :v_actor_id) INTO :v_character_set_id;
    END IF;
    UPDATE source_lkup
    SET
        source_type_id = COALESCE(:v_type_id, source_type_id),
        character_set_id = COALESCE(:v_character_set_id, character_set_id),
        update_date_time = CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()),
        updated_by = :v_actor_id
    WHERE source_id = :v_source_id;

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
