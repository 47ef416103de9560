-- filter_type_id_of: the key of a comparison that must exist. Internal.
--
-- p_filter_type_code  code of the comparison, such as eq
-- Returns: filter_type_id. Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: filter_type_lkup.
CREATE OR REPLACE FUNCTION filter_type_id_of(p_filter_type_code IN VARCHAR2) RETURN NUMBER
AUTHID DEFINER
IS
    v_id filter_type_lkup.filter_type_id%TYPE;
    v_known VARCHAR2(4000);
BEGIN
    check_text(p_filter_type_code, 'filter_type_code', NULL);
    SELECT MAX(filter_type_id) INTO v_id FROM filter_type_lkup WHERE filter_type_code = p_filter_type_code;
    IF v_id IS NULL THEN
        SELECT LISTAGG(filter_type_code, ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY filter_type_id)
        INTO v_known
        FROM filter_type_lkup;
        raise_error('PT008: there is no filter type "%"; the known ones are %', p_filter_type_code, v_known);
    END IF;
    RETURN v_id;
END filter_type_id_of;
/
