-- compression_type_id_of: the key of a compression type that must exist. Internal.
--
-- p_compression_type  name of the compression type; NULL gives NULL
-- Returns: extract_compression_type_id. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: extract_compression_type_lkup.
CREATE OR REPLACE FUNCTION compression_type_id_of(p_compression_type IN VARCHAR2) RETURN NUMBER
AUTHID DEFINER
IS
    v_id extract_compression_type_lkup.extract_compression_type_id%TYPE;
    v_known VARCHAR2(4000);
BEGIN
    check_text(p_compression_type, 'compression_type', NULL, FALSE);
    SELECT MAX(extract_compression_type_id) INTO v_id
    FROM extract_compression_type_lkup
    WHERE extract_compression_type = p_compression_type;
    IF v_id IS NULL AND p_compression_type IS NOT NULL THEN
        SELECT
            LISTAGG(extract_compression_type, ', ' ON OVERFLOW TRUNCATE)
            WITHIN GROUP (ORDER BY extract_compression_type)
        INTO v_known
        FROM extract_compression_type_lkup;
        raise_error('PT008: there is no compression type "%"; the known ones are %', p_compression_type, v_known);
    END IF;
    RETURN v_id;
END compression_type_id_of;
/
