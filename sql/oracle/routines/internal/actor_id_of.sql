-- actor_id_of: the actor of a name, added when it is new. Internal.
--
-- p_actor_name  unique name of the actor; NULL: the database login that calls
-- Returns: actor_id. Errors: PT011 invalid_argument. Tables: actor_lkup.
CREATE OR REPLACE FUNCTION actor_id_of(p_actor_name IN VARCHAR2 DEFAULT NULL) RETURN NUMBER
AUTHID DEFINER
IS
    -- Not the current user, who is the owner of the routine.
    v_name VARCHAR2(32767) := COALESCE(p_actor_name, SYS_CONTEXT('USERENV', 'SESSION_USER'));
    v_id actor_lkup.actor_id%TYPE;
BEGIN
    check_text(v_name, 'actor_name', 250);
    SELECT MAX(actor_id) INTO v_id FROM actor_lkup WHERE actor_name = v_name;
    IF v_id IS NULL THEN
        BEGIN
            INSERT INTO actor_lkup (actor_name, created_by, updated_by)
            VALUES (v_name, 0, 0)
            RETURNING actor_id INTO v_id;
            -- It has added itself, by the key that it has only now.
            UPDATE actor_lkup
            SET
                created_by = v_id,
                updated_by = v_id
            WHERE actor_id = v_id;
        EXCEPTION
            WHEN DUP_VAL_ON_INDEX THEN
                -- Another session has just added it.
                SELECT actor_id INTO v_id FROM actor_lkup WHERE actor_name = v_name;
        END;
    END IF;
    RETURN v_id;
END actor_id_of;
/
