-- set_source: sets a source's type and character set; what is not given stays.
--
-- p_source_name    the source
-- p_source_type    an existing source type
-- p_character_set  the character set; a new one is added
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: actor_lkup, source_type_lkup, character_set_lkup, source_lkup.
CREATE OR REPLACE PROCEDURE set_source(
    p_source_name IN VARCHAR2,
    p_source_type IN VARCHAR2 DEFAULT NULL,
    p_character_set IN VARCHAR2 DEFAULT NULL
)
AUTHID DEFINER
IS
    v_source_id source_lkup.source_id%TYPE;
    v_actor_id actor_lkup.actor_id%TYPE;
    v_type_id source_type_lkup.source_type_id%TYPE;
    v_character_set_id character_set_lkup.character_set_id%TYPE;
    v_known VARCHAR2(4000);
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    v_source_id := source_id_of(p_source_name);
    v_actor_id := actor_id_of();
    check_text(p_source_type, 'source_type', NULL, FALSE);
    IF p_source_type IS NOT NULL THEN
        SELECT MAX(source_type_id) INTO v_type_id FROM source_type_lkup WHERE source_type_name = p_source_type;
        IF v_type_id IS NULL THEN
            SELECT LISTAGG(source_type_name, ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY source_type_id)
            INTO v_known
            FROM source_type_lkup;
            raise_error('PT008: there is no source type "%"; the known ones are %', p_source_type, v_known);
        END IF;
    END IF;
    IF p_character_set IS NOT NULL THEN
        v_character_set_id := character_set_id_of(p_character_set, v_actor_id);
    END IF;
    v_now := utc_now();
    UPDATE source_lkup
    SET
        source_type_id = COALESCE(v_type_id, source_type_id),
        character_set_id = COALESCE(v_character_set_id, character_set_id),
        update_date_time = v_now,
        updated_by = v_actor_id
    WHERE source_id = v_source_id;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END set_source;
/
