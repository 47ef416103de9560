-- source_id_of: the key of a source that must exist. Internal.
--
-- p_source_name  the source, its name checked
-- Returns: source_id. Errors: PT008 lookup_not_found. Tables: source_lkup.
CREATE OR REPLACE PROCEDURE source_id_of(p_source_name VARCHAR)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_id NUMBER DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    SELECT source_id INTO :v_id FROM source_lkup WHERE source_name = :p_source_name;
    IF (v_id IS NULL) THEN
        v_refusal := 'PT008: there is no source "' || p_source_name
            || '"; start_process_run registers it, or create_topic';
        CALL raise_error(:v_refusal);
    END IF;
    RETURN v_id;
END;
$$;
