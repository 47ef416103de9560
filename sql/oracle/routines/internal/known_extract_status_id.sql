-- known_extract_status_id: the key of an extract status that must exist. Internal.
--
-- p_status  name of the status; NULL: ready; known synonyms count as the name
-- Returns: extract_status_id. Errors: PT008 lookup_not_found. Tables: extract_status_lkup.
CREATE OR REPLACE FUNCTION known_extract_status_id(p_status IN VARCHAR2) RETURN NUMBER
AUTHID DEFINER
IS
    v_name VARCHAR2(4000) := status_name(SUBSTR(COALESCE(p_status, 'ready'), 1, 100));
    v_id extract_status_lkup.extract_status_id%TYPE;
    v_known VARCHAR2(4000);
BEGIN
    SELECT MAX(extract_status_id) INTO v_id FROM extract_status_lkup WHERE extract_status_name = v_name;
    IF v_id IS NULL THEN
        SELECT LISTAGG(extract_status_name, ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY extract_status_id)
        INTO v_known
        FROM extract_status_lkup;
        raise_error('PT008: there is no extract status "%"; the known ones are %', p_status, v_known);
    END IF;
    RETURN v_id;
END known_extract_status_id;
/
