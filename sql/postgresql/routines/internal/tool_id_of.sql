-- tool_id_of: the tool of a name, added when it is new. Internal.
--
-- p_tool_name  unique name of the tool
-- p_actor_id  who adds it
-- Returns: tool_id. Errors: PT011 invalid_argument. Tables: tool_lkup.
CREATE OR REPLACE FUNCTION tool_id_of(p_tool_name text, p_actor_id integer) RETURNS integer
LANGUAGE plpgsql
AS $$
DECLARE
    v_id integer;
BEGIN
    PERFORM check_text(p_tool_name, 'tool_name', 250);
    SELECT tool_id INTO v_id FROM tool_lkup WHERE tool_name = p_tool_name;
    IF v_id IS NULL THEN
        INSERT INTO tool_lkup (tool_name, created_by, updated_by)
        VALUES (p_tool_name, p_actor_id, p_actor_id)
        ON CONFLICT (tool_name) DO NOTHING;
        -- Read again rather than RETURNING: another session may have added it first.
        SELECT tool_id INTO v_id FROM tool_lkup WHERE tool_name = p_tool_name;
    END IF;
    RETURN v_id;
END;
$$;
