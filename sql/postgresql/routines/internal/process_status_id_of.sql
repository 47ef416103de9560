-- process_status_id_of: the process status of a name, added when it is new. Internal.
--
-- p_status  unique name of the process status; known synonyms count as the name
-- p_actor_id  who adds it
-- Returns: process_status_id. Errors: PT011 invalid_argument. Tables: process_status_lkup.
CREATE OR REPLACE FUNCTION process_status_id_of(p_status text, p_actor_id integer) RETURNS integer
LANGUAGE plpgsql
AS $$
DECLARE
    v_name text := status_name(p_status);
    v_id integer;
BEGIN
    PERFORM check_text(v_name, 'new_status', 75);
    SELECT process_status_id INTO v_id FROM process_status_lkup WHERE process_status_name = v_name;
    IF v_id IS NULL THEN
        INSERT INTO process_status_lkup (process_status_name, created_by, updated_by)
        VALUES (v_name, p_actor_id, p_actor_id)
        ON CONFLICT (process_status_name) DO NOTHING;
        -- Read again rather than RETURNING: another session may have added it first.
        SELECT process_status_id INTO v_id FROM process_status_lkup WHERE process_status_name = v_name;
    END IF;
    RETURN v_id;
END;
$$;
