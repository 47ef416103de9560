-- dependency_type_id_of: the key of a dependency type that must exist. Internal.
--
-- p_dependency_type  name of the dependency type; NULL: Undefined
-- Returns: dependency_type_id. Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: dependency_type_lkup.
CREATE OR REPLACE FUNCTION dependency_type_id_of(p_dependency_type IN VARCHAR2) RETURN NUMBER
AUTHID DEFINER
IS
    v_id dependency_type_lkup.dependency_type_id%TYPE;
    v_known VARCHAR2(4000);
BEGIN
    check_text(p_dependency_type, 'dependency_type', NULL, FALSE);
    SELECT MAX(dependency_type_id) INTO v_id
    FROM dependency_type_lkup
    WHERE dependency_type_name = COALESCE(p_dependency_type, 'Undefined');
    IF v_id IS NULL THEN
        SELECT LISTAGG(dependency_type_name, ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY dependency_type_id)
        INTO v_known
        FROM dependency_type_lkup;
        raise_error('PT008: there is no dependency type "%"; the known ones are %', p_dependency_type, v_known);
    END IF;
    RETURN v_id;
END dependency_type_id_of;
/
