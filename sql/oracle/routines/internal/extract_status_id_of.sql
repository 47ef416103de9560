-- extract_status_id_of: the extract status of a name, added when it is new. Internal.
--
-- p_status    unique name of the extract status; known synonyms count as the name
-- p_actor_id  who adds it
-- Returns: extract_status_id. Errors: PT011 invalid_argument. Tables: extract_status_lkup.
CREATE OR REPLACE FUNCTION extract_status_id_of(p_status IN VARCHAR2, p_actor_id IN NUMBER) RETURN NUMBER
AUTHID DEFINER
IS
    v_name VARCHAR2(32767) := status_name(p_status);
    v_id extract_status_lkup.extract_status_id%TYPE;
BEGIN
    check_text(v_name, 'status', 75);
    SELECT MAX(extract_status_id) INTO v_id FROM extract_status_lkup WHERE extract_status_name = v_name;
    IF v_id IS NULL THEN
        BEGIN
            INSERT INTO extract_status_lkup (extract_status_name, created_by, updated_by)
            VALUES (v_name, p_actor_id, p_actor_id)
            RETURNING extract_status_id INTO v_id;
        EXCEPTION
            WHEN DUP_VAL_ON_INDEX THEN
                -- Another session has just added it.
                SELECT extract_status_id INTO v_id FROM extract_status_lkup WHERE extract_status_name = v_name;
        END;
    END IF;
    RETURN v_id;
END extract_status_id_of;
/
