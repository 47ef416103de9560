-- tool_id_of: the tool of a name, added when it is new. Internal.
--
-- p_tool_name  unique name of the tool
-- p_actor_id   who adds it
-- Returns: tool_id. Errors: PT011 invalid_argument. Tables: tool_lkup.
CREATE OR REPLACE FUNCTION tool_id_of(p_tool_name IN VARCHAR2, p_actor_id IN NUMBER) RETURN NUMBER
AUTHID DEFINER
IS
    v_id tool_lkup.tool_id%TYPE;
BEGIN
    check_text(p_tool_name, 'tool_name', 250);
    SELECT MAX(tool_id) INTO v_id FROM tool_lkup WHERE tool_name = p_tool_name;
    IF v_id IS NULL THEN
        BEGIN
            INSERT INTO tool_lkup (tool_name, created_by, updated_by)
            VALUES (p_tool_name, p_actor_id, p_actor_id)
            RETURNING tool_id INTO v_id;
        EXCEPTION
            WHEN DUP_VAL_ON_INDEX THEN
                -- Another session has just added it.
                SELECT tool_id INTO v_id FROM tool_lkup WHERE tool_name = p_tool_name;
        END;
    END IF;
    RETURN v_id;
END tool_id_of;
/
