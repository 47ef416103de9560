-- data_type_id_of: the data type of a name, added when it is new. Internal.
--
-- p_data_type  unique name of the data type, checked, the store locked
-- p_actor_id  who adds it
-- Returns: data_type_id. Errors: none. Tables: data_type_lkup.
CREATE OR REPLACE PROCEDURE data_type_id_of(p_data_type VARCHAR, p_actor_id NUMBER)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_id NUMBER DEFAULT NULL;
BEGIN
    SELECT data_type_id INTO :v_id FROM data_type_lkup WHERE data_type = :p_data_type;
    IF (v_id IS NULL) THEN
        MERGE INTO data_type_lkup AS known
        USING (SELECT :p_data_type AS data_type) AS given ON known.data_type = given.data_type
        WHEN NOT MATCHED THEN INSERT (data_type, created_by, updated_by)
            VALUES (given.data_type, :p_actor_id, :p_actor_id);
        SELECT data_type_id INTO :v_id FROM data_type_lkup WHERE data_type = :p_data_type;
    END IF;
    RETURN v_id;
END;
$$;
