-- source_type_id_of: the key of a source type that must exist. Internal.
--
-- p_source_type  the source type, its name checked
-- Returns: source_type_id. Errors: PT008 lookup_not_found. Tables: source_type_lkup.
CREATE OR REPLACE PROCEDURE source_type_id_of(p_source_type VARCHAR)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_id NUMBER DEFAULT NULL;
    v_known VARCHAR DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    SELECT
        MAX(IFF(t.source_type_name = :p_source_type, t.source_type_id, NULL)),
        LISTAGG(t.source_type_name, ', ') WITHIN GROUP (ORDER BY t.source_type_id)
    INTO :v_id, :v_known
    FROM source_type_lkup AS t;
    IF (v_id IS NULL) THEN
        v_refusal := 'PT008: there is no source type "' || p_source_type || '"; the known ones are ' || v_known;
        CALL raise_error(:v_refusal);
    END IF;
    RETURN v_id;
END;
$$;
