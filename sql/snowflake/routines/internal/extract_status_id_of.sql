-- extract_status_id_of: the extract status of a name, added when it is new. Internal.
--
-- p_status    unique name of the extract status, checked, no synonym, the store locked
-- p_actor_id  who adds it
-- Returns: extract_status_id. Errors: none. Tables: extract_status_lkup.
CREATE OR REPLACE PROCEDURE extract_status_id_of(p_status VARCHAR, p_actor_id NUMBER)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_id NUMBER DEFAULT NULL;
BEGIN
    SELECT extract_status_id INTO :v_id FROM extract_status_lkup WHERE extract_status_name = :p_status;
    IF (v_id IS NULL) THEN
        MERGE INTO extract_status_lkup AS known
        USING (SELECT :p_status AS extract_status_name) AS given
            ON known.extract_status_name = given.extract_status_name
        WHEN NOT MATCHED THEN INSERT (extract_status_name, created_by, updated_by)
            VALUES (given.extract_status_name, :p_actor_id, :p_actor_id);
        SELECT extract_status_id INTO :v_id FROM extract_status_lkup WHERE extract_status_name = :p_status;
    END IF;
    RETURN v_id;
END;
$$;
