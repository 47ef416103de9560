-- process_type_id_of: the process type of a name, added when it is new. Internal.
--
-- p_process_type  unique name of the process type
-- p_actor_id      who adds it
-- Returns: process_type_id. Errors: PT011 invalid_argument. Tables: process_type_lkup.
CREATE OR REPLACE FUNCTION process_type_id_of(p_process_type IN VARCHAR2, p_actor_id IN NUMBER) RETURN NUMBER
AUTHID DEFINER
IS
    v_id process_type_lkup.process_type_id%TYPE;
BEGIN
    check_text(p_process_type, 'process_type', 250);
    SELECT MAX(process_type_id) INTO v_id FROM process_type_lkup WHERE process_type_name = p_process_type;
    IF v_id IS NULL THEN
        BEGIN
            INSERT INTO process_type_lkup (process_type_name, created_by, updated_by)
            VALUES (p_process_type, p_actor_id, p_actor_id)
            RETURNING process_type_id INTO v_id;
        EXCEPTION
            WHEN DUP_VAL_ON_INDEX THEN
                -- Another session has just added it.
                SELECT process_type_id INTO v_id FROM process_type_lkup WHERE process_type_name = p_process_type;
        END;
    END IF;
    RETURN v_id;
END process_type_id_of;
/
