-- set_source: sets a source's type and character set; what is not given stays.
--
-- p_source_name    the source
-- p_source_type    an existing source type
-- p_character_set  the character set; a new one is added
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: actor_lkup, source_type_lkup, character_set_lkup, source_lkup.
CREATE OR REPLACE FUNCTION set_source(
    p_source_name text,
    p_source_type text DEFAULT NULL,
    p_character_set text DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_source_id integer := source_id_of(p_source_name);
    v_actor_id integer := actor_id_of();
    v_type_id integer;
    v_character_set_id integer;
BEGIN
    PERFORM check_text(p_source_type, 'source_type', NULL, false);
    IF p_source_type IS NOT NULL THEN
        SELECT source_type_id INTO v_type_id FROM source_type_lkup WHERE source_type_name = p_source_type;
        IF v_type_id IS NULL THEN
            RAISE EXCEPTION 'PT008: there is no source type "%"; the known ones are %',
                p_source_type,
                (SELECT string_agg(source_type_name, ', ' ORDER BY source_type_id) FROM source_type_lkup)
                USING ERRCODE = 'PT008';
        END IF;
    END IF;
    IF p_character_set IS NOT NULL THEN
        v_character_set_id := character_set_id_of(p_character_set, v_actor_id);
    END IF;
    UPDATE source_lkup
    SET
        source_type_id = coalesce(v_type_id, source_type_id),
        character_set_id = coalesce(v_character_set_id, character_set_id),
        update_date_time = clock_timestamp(),
        updated_by = v_actor_id
    WHERE source_id = v_source_id;
END;
$$;
