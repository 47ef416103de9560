-- process_type_id_of: the process type of a name, added when it is new. Internal.
--
-- p_process_type  unique name of the process type, checked, the store locked
-- p_actor_id  who adds it
-- Returns: process_type_id. Errors: none. Tables: process_type_lkup.
CREATE OR REPLACE PROCEDURE process_type_id_of(p_process_type VARCHAR, p_actor_id NUMBER)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_id NUMBER DEFAULT NULL;
BEGIN
    SELECT process_type_id INTO :v_id FROM process_type_lkup WHERE process_type_name = :p_process_type;
    IF (v_id IS NULL) THEN
        MERGE INTO process_type_lkup AS known
        USING (SELECT :p_process_type AS process_type_name) AS given
            ON known.process_type_name = given.process_type_name
        WHEN NOT MATCHED THEN INSERT (process_type_name, created_by, updated_by)
            VALUES (given.process_type_name, :p_actor_id, :p_actor_id);
        SELECT process_type_id INTO :v_id FROM process_type_lkup WHERE process_type_name = :p_process_type;
    END IF;
    RETURN v_id;
END;
$$;
