-- process_status_id_of: the process status of a name, added when it is new. Internal.
--
-- p_status    unique name of the process status, checked, no synonym, the store locked
-- p_actor_id  who adds it
-- Returns: process_status_id. Errors: none. Tables: process_status_lkup.
CREATE OR REPLACE PROCEDURE process_status_id_of(p_status VARCHAR, p_actor_id NUMBER)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_id NUMBER DEFAULT NULL;
BEGIN
    SELECT process_status_id INTO :v_id FROM process_status_lkup WHERE process_status_name = :p_status;
    IF (v_id IS NULL) THEN
        MERGE INTO process_status_lkup AS known
        USING (SELECT :p_status AS process_status_name) AS given
            ON known.process_status_name = given.process_status_name
        WHEN NOT MATCHED THEN INSERT (process_status_name, created_by, updated_by)
            VALUES (given.process_status_name, :p_actor_id, :p_actor_id);
        SELECT process_status_id INTO :v_id FROM process_status_lkup WHERE process_status_name = :p_status;
    END IF;
    RETURN v_id;
END;
$$;
