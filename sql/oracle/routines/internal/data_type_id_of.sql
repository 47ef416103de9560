-- data_type_id_of: the data type of a name, added when it is new. Internal.
--
-- p_data_type  unique name of the data type
-- p_actor_id   who adds it
-- Returns: data_type_id. Errors: PT011 invalid_argument. Tables: data_type_lkup.
CREATE OR REPLACE FUNCTION data_type_id_of(p_data_type IN VARCHAR2, p_actor_id IN NUMBER) RETURN NUMBER
AUTHID DEFINER
IS
    v_id data_type_lkup.data_type_id%TYPE;
BEGIN
    check_text(p_data_type, 'data_type', 75);
    SELECT MAX(data_type_id) INTO v_id FROM data_type_lkup WHERE data_type = p_data_type;
    IF v_id IS NULL THEN
        BEGIN
            INSERT INTO data_type_lkup (data_type, created_by, updated_by)
            VALUES (p_data_type, p_actor_id, p_actor_id)
            RETURNING data_type_id INTO v_id;
        EXCEPTION
            WHEN DUP_VAL_ON_INDEX THEN
                -- Another session has just added it.
                SELECT data_type_id INTO v_id FROM data_type_lkup WHERE data_type = p_data_type;
        END;
    END IF;
    RETURN v_id;
END data_type_id_of;
/
