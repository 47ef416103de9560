-- actor_id_of: the actor of a name, added when it is new. Internal.
--
-- p_actor_name  unique name of the actor; NULL: the database login that calls
-- Returns: actor_id. Errors: PT011 invalid_argument. Tables: actor_lkup.
CREATE OR REPLACE FUNCTION actor_id_of(p_actor_name text DEFAULT NULL) RETURNS integer
LANGUAGE plpgsql
AS $$
DECLARE
    -- session_user, because current_user is the owner of the routine.
    v_name text := coalesce(p_actor_name, session_user);
    v_id integer;
BEGIN
    PERFORM check_text(v_name, 'actor_name', 250);
    SELECT actor_id INTO v_id FROM actor_lkup WHERE actor_name = v_name;
    IF v_id IS NULL THEN
        v_id := nextval(pg_get_serial_sequence('actor_lkup', 'actor_id'));
        INSERT INTO actor_lkup (actor_id, actor_name, created_by, updated_by)
        VALUES (v_id, v_name, v_id, v_id)
        ON CONFLICT (actor_name) DO NOTHING;
        -- Read again rather than RETURNING: another session may have added it first.
        SELECT actor_id INTO v_id FROM actor_lkup WHERE actor_name = v_name;
    END IF;
    RETURN v_id;
END;
$$;
