-- filetype_id_of: the key of a file type that must exist. Internal.
--
-- p_filetype  code (csv) or name of the file type; NULL gives NULL
-- Returns: extract_filetype_id. Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: extract_filetype_lkup.
CREATE OR REPLACE FUNCTION filetype_id_of(p_filetype IN VARCHAR2) RETURN NUMBER
AUTHID DEFINER
IS
    v_id extract_filetype_lkup.extract_filetype_id%TYPE;
    v_known VARCHAR2(4000);
BEGIN
    check_text(p_filetype, 'filetype', NULL, FALSE);
    SELECT
        COALESCE(
            MAX(CASE WHEN extract_filetype_code = p_filetype THEN extract_filetype_id END), MAX(extract_filetype_id)
        )
    INTO v_id
    FROM extract_filetype_lkup
    WHERE p_filetype IN (extract_filetype_code, extract_filetype);
    IF v_id IS NULL AND p_filetype IS NOT NULL THEN
        SELECT LISTAGG(extract_filetype_code, ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY extract_filetype_code)
        INTO v_known
        FROM extract_filetype_lkup;
        raise_error('PT008: there is no file type "%"; the known ones are %', p_filetype, v_known);
    END IF;
    RETURN v_id;
END filetype_id_of;
/
