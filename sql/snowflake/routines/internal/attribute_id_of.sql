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
    SELECT MAX(s.source_id), MAX(a.source_object_attribute_id)
    INTO :v_source_id, :v_id
    FROM source_lkup AS s
    LEFT JOIN source_object_lkup AS o
        ON o.source_id = s.source_id AND o.source_object_name = :p_source_object_name
    LEFT JOIN source_object_attribute_lkup AS a
        ON a.source_object_id = o.source_object_id AND a.source_object_attribute_name = :p_attribute_name
    WHERE s.source_name = :p_source_name;
    v_refusal := COALESCE(
        unknown_refusal(v_source_id, 'source', p_source_name, 'start_process_run registers it, or create_topic'),
        IFF(
            v_id IS NULL,
            'PT008: source "' || p_source_name || '" has no object "' || p_source_object_name
            || '" with an attribute "' || p_attribute_name || '"; start_process_run registers it',
            NULL
        )
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    RETURN v_id;
END;
$$;
