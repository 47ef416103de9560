-- source_id_of: the key of a source that must exist. Internal.
--
-- p_source_name  the source
-- Returns: source_id. Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: source_lkup.
CREATE OR REPLACE FUNCTION source_id_of(p_source_name IN VARCHAR2) RETURN NUMBER
AUTHID DEFINER
IS
    v_id source_lkup.source_id%TYPE;
BEGIN
    check_text(p_source_name, 'source_name', 250);
    SELECT MAX(source_id) INTO v_id FROM source_lkup WHERE source_name = p_source_name;
    IF v_id IS NULL THEN
        raise_error('PT008: there is no source "%"; start_process_run registers it, or create_topic', p_source_name);
    END IF;
    RETURN v_id;
END source_id_of;
/
