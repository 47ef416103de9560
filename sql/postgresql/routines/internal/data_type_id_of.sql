-- data_type_id_of: the data type of a name, added when it is new. Internal.
--
-- p_data_type  unique name of the data type
-- p_actor_id  who adds it
-- Returns: data_type_id. Errors: PT011 invalid_argument. Tables: data_type_lkup.
CREATE OR REPLACE FUNCTION data_type_id_of(p_data_type text, p_actor_id integer) RETURNS integer
LANGUAGE plpgsql
AS $$
DECLARE
    v_id integer;
BEGIN
    PERFORM check_text(p_data_type, 'data_type', 75);
    INSERT INTO data_type_lkup (data_type, created_by, updated_by)
    VALUES (p_data_type, p_actor_id, p_actor_id)
    ON CONFLICT (data_type) DO NOTHING;
    SELECT data_type_id INTO v_id FROM data_type_lkup WHERE data_type = p_data_type;
    RETURN v_id;
END;
$$;
