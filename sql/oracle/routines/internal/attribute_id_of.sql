-- attribute_id_of: the key of a source object's attribute that must exist. Internal.
--
-- p_source_name, p_source_object_name, p_attribute_name  the attribute
-- Returns: source_object_attribute_id. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: source_lkup, source_object_lkup, source_object_attribute_lkup.
CREATE OR REPLACE FUNCTION attribute_id_of(
    p_source_name IN VARCHAR2,
    p_source_object_name IN VARCHAR2,
    p_attribute_name IN VARCHAR2
) RETURN NUMBER
AUTHID DEFINER
IS
    v_source_id source_lkup.source_id%TYPE;
    v_id source_object_attribute_lkup.source_object_attribute_id%TYPE;
BEGIN
    v_source_id := source_id_of(p_source_name);
    check_text(p_source_object_name, 'source_object_name', 250);
    check_text(p_attribute_name, 'source_object_attribute_name', 250);
    SELECT MAX(a.source_object_attribute_id) INTO v_id
    FROM source_object_lkup o
    INNER JOIN source_object_attribute_lkup a ON o.source_object_id = a.source_object_id
    WHERE o.source_id = v_source_id
        AND o.source_object_name = p_source_object_name
        AND a.source_object_attribute_name = p_attribute_name;
    IF v_id IS NULL THEN
        raise_error(
            'PT008: source "%" has no object "%" with an attribute "%"; start_process_run registers it',
            p_source_name, p_source_object_name, p_attribute_name
        );
    END IF;
    RETURN v_id;
END attribute_id_of;
/
