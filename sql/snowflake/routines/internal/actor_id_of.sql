-- actor_id_of: the actor of a name, added when it is new. Internal.
--
-- p_actor_name  unique name of the actor, checked, the store locked; NULL: the user who calls
-- Returns: actor_id. Errors: none. Tables: actor_lkup.
CREATE OR REPLACE PROCEDURE actor_id_of(p_actor_name VARCHAR)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_name VARCHAR DEFAULT COALESCE(p_actor_name, CURRENT_USER());
    v_id NUMBER DEFAULT NULL;
BEGIN
    SELECT actor_id INTO :v_id FROM actor_lkup WHERE actor_name = :v_name;
    IF (v_id IS NULL) THEN
        -- A new actor has added itself.
        MERGE INTO actor_lkup AS known
        USING (SELECT :v_name AS actor_name) AS given ON known.actor_name = given.actor_name
        WHEN NOT MATCHED THEN INSERT (actor_name, created_by, updated_by) VALUES (given.actor_name, -1, -1);
        SELECT actor_id INTO :v_id FROM actor_lkup WHERE actor_name = :v_name;
        UPDATE actor_lkup SET created_by = actor_id, updated_by = actor_id WHERE actor_id = :v_id;
    END IF;
    RETURN v_id;
END;
$$;
