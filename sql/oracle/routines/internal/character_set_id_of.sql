-- character_set_id_of: the character set of a name, added when it is new. Internal.
--
-- p_character_set  unique name of the character set
-- p_actor_id       who adds it
-- Returns: character_set_id. Errors: PT011 invalid_argument. Tables: character_set_lkup.
CREATE OR REPLACE FUNCTION character_set_id_of(p_character_set IN VARCHAR2, p_actor_id IN NUMBER) RETURN NUMBER
AUTHID DEFINER
IS
    v_id character_set_lkup.character_set_id%TYPE;
BEGIN
    check_text(p_character_set, 'character_set', 75);
    SELECT MAX(character_set_id) INTO v_id FROM character_set_lkup WHERE character_set_name = p_character_set;
    IF v_id IS NULL THEN
        BEGIN
            INSERT INTO character_set_lkup (character_set_name, created_by, updated_by)
            VALUES (p_character_set, p_actor_id, p_actor_id)
            RETURNING character_set_id INTO v_id;
        EXCEPTION
            WHEN DUP_VAL_ON_INDEX THEN
                -- Another session has just added it.
                SELECT character_set_id INTO v_id FROM character_set_lkup WHERE character_set_name = p_character_set;
        END;
    END IF;
    RETURN v_id;
END character_set_id_of;
/
