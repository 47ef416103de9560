-- extract_status_id_of: the extract status of a name, added when it is new. Internal.
--
-- p_status  unique name of the extract status; known synonyms count as the name
-- p_actor_id  who adds it
-- Returns: extract_status_id. Errors: PT011 invalid_argument. Tables: extract_status_lkup.
CREATE OR REPLACE FUNCTION extract_status_id_of(p_status text, p_actor_id integer) RETURNS integer
LANGUAGE plpgsql
AS $$
DECLARE
    v_name text := status_name(p_status);
    v_id integer;
BEGIN
    PERFORM check_text(v_name, 'status', 75);
    SELECT extract_status_id INTO v_id FROM extract_status_lkup WHERE extract_status_name = v_name;
    IF v_id IS NULL THEN
        INSERT INTO extract_status_lkup (extract_status_name, created_by, updated_by)
        VALUES (v_name, p_actor_id, p_actor_id)
        ON CONFLICT (extract_status_name) DO NOTHING;
        -- Read again rather than RETURNING: another session may have added it first.
        SELECT extract_status_id INTO v_id FROM extract_status_lkup WHERE extract_status_name = v_name;
    END IF;
    RETURN v_id;
END;
$$;
