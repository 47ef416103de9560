-- character_set_id_of: the character set of a name, added when it is new. Internal.
--
-- p_character_set  unique name of the character set
-- p_actor_id  who adds it
-- Returns: character_set_id. Errors: PT011 invalid_argument. Tables: character_set_lkup.
CREATE OR REPLACE FUNCTION character_set_id_of(p_character_set text, p_actor_id integer) RETURNS integer
LANGUAGE plpgsql
AS $$
DECLARE
    v_id integer;
BEGIN
    PERFORM check_text(p_character_set, 'character_set', 75);
    INSERT INTO character_set_lkup (character_set_name, created_by, updated_by)
    VALUES (p_character_set, p_actor_id, p_actor_id)
    ON CONFLICT (character_set_name) DO NOTHING;
    SELECT character_set_id INTO v_id FROM character_set_lkup WHERE character_set_name = p_character_set;
    RETURN v_id;
END;
$$;
