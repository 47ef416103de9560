-- filter_type_id_of: the key of a comparison that must exist. Internal.
--
-- p_filter_type_code  code of the comparison, such as eq, checked
-- Returns: filter_type_id. Errors: PT008 lookup_not_found. Tables: filter_type_lkup.
CREATE OR REPLACE PROCEDURE filter_type_id_of(p_filter_type_code VARCHAR)
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
        MAX(IFF(t.filter_type_code = :p_filter_type_code, t.filter_type_id, NULL)),
        LISTAGG(t.filter_type_code, ', ') WITHIN GROUP (ORDER BY t.filter_type_id)
    INTO :v_id, :v_known
    FROM filter_type_lkup AS t;
    IF (v_id IS NULL) THEN
        v_refusal := 'PT008: there is no filter type "' || p_filter_type_code || '"; the known ones are ' || v_known;
        CALL raise_error(:v_refusal);
    END IF;
    RETURN v_id;
END;
$$;
