-- attribute_id_of: the key of a source object's attribute that must exist. Internal.
--
-- p_source_name, p_source_object_name, p_attribute_name  the attribute, its names checked
-- Returns: source_object_attribute_id. Errors: PT008 lookup_not_found.
-- Tables: source_lkup, source_object_lkup, source_object_attribute_lkup.
CREATE OR REPLACE PROCEDURE attribute_id_of(
    p_source_name VARCHAR, p_source_object_name VARCHAR, p_attribute_name VARCHAR
)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_source_id NUMBER DEFAULT NULL;
    v_id NUMBER DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    CALL source_id_of(:p_source_name) INTO :v_source_id;
    SELECT a.source_object_attribute_id
    INTO :v_id
    FROM source_object_lkup AS o
    INNER JOIN source_object_attribute_lkup AS a ON a.source_object_id = o.source_object_id
    WHERE o.source_id = :v_source_id
        AND o.source_object_name = :p_source_object_name
        AND a.source_object_attribute_name = :p_attribute_name;
    IF (v_id IS NULL) THEN
        v_refusal := 'PT008: source "' || p_source_name || '" has no object "' || p_source_object_name
            || '" with an attribute "' || p_attribute_name || '"; start_process_run registers it';
        CALL raise_error(:v_refusal);
    END IF;
    RETURN v_id;
END;
$$;
