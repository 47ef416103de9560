-- process_type_id_of: the process type of a name, added when it is new. Internal.
--
-- p_process_type  unique name of the process type
-- p_actor_id  who adds it
-- Returns: process_type_id. Errors: PT011 invalid_argument. Tables: process_type_lkup.
CREATE OR REPLACE FUNCTION process_type_id_of(p_process_type text, p_actor_id integer) RETURNS integer
LANGUAGE plpgsql
AS $$
DECLARE
    v_id integer;
BEGIN
    PERFORM check_text(p_process_type, 'process_type', 250);
    SELECT process_type_id INTO v_id FROM process_type_lkup WHERE process_type_name = p_process_type;
    IF v_id IS NULL THEN
        INSERT INTO process_type_lkup (process_type_name, created_by, updated_by)
        VALUES (p_process_type, p_actor_id, p_actor_id)
        ON CONFLICT (process_type_name) DO NOTHING;
        -- Read again rather than RETURNING: another session may have added it first.
        SELECT process_type_id INTO v_id FROM process_type_lkup WHERE process_type_name = p_process_type;
    END IF;
    RETURN v_id;
END;
$$;
