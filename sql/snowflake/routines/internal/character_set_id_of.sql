-- character_set_id_of: the character set of a name, added when it is new. Internal.
--
-- p_character_set  unique name of the character set, checked, the store locked
-- p_actor_id  who adds it
-- Returns: character_set_id. Errors: none. Tables: character_set_lkup.
CREATE OR REPLACE PROCEDURE character_set_id_of(p_character_set VARCHAR, p_actor_id NUMBER)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_id NUMBER DEFAULT NULL;
BEGIN
    SELECT character_set_id INTO :v_id FROM character_set_lkup WHERE character_set_name = :p_character_set;
    IF (v_id IS NULL) THEN
        MERGE INTO character_set_lkup AS known
        USING (SELECT :p_character_set AS character_set_name) AS given
            ON known.character_set_name = given.character_set_name
        WHEN NOT MATCHED THEN INSERT (character_set_name, created_by, updated_by)
            VALUES (given.character_set_name, :p_actor_id, :p_actor_id);
        SELECT character_set_id INTO :v_id FROM character_set_lkup WHERE character_set_name = :p_character_set;
    END IF;
    RETURN v_id;
END;
$$;
