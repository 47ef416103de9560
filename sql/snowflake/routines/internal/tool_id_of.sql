-- tool_id_of: the tool of a name, added when it is new. Internal.
--
-- p_tool_name  unique name of the tool, checked, the store locked
-- p_actor_id  who adds it
-- Returns: tool_id. Errors: none. Tables: tool_lkup.
CREATE OR REPLACE PROCEDURE tool_id_of(p_tool_name VARCHAR, p_actor_id NUMBER)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_id NUMBER DEFAULT NULL;
BEGIN
    SELECT tool_id INTO :v_id FROM tool_lkup WHERE tool_name = :p_tool_name;
    IF (v_id IS NULL) THEN
        MERGE INTO tool_lkup AS known
        USING (SELECT :p_tool_name AS tool_name) AS given ON known.tool_name = given.tool_name
        WHEN NOT MATCHED THEN INSERT (tool_name, created_by, updated_by)
            VALUES (given.tool_name, :p_actor_id, :p_actor_id);
        SELECT tool_id INTO :v_id FROM tool_lkup WHERE tool_name = :p_tool_name;
    END IF;
    RETURN v_id;
END;
$$;
