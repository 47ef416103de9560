-- lock_extract: an extract that a call changes, its row locked. Internal.
--
-- p_extract_id  the extract
-- p_audit_type  load or write: whose account the call gives; checked here
-- Returns: the row of the extract. Errors: PT011 invalid_argument, PT006 extract_not_found. Tables: extract_tracking.
CREATE OR REPLACE FUNCTION lock_extract(p_extract_id bigint, p_audit_type text) RETURNS extract_tracking
LANGUAGE plpgsql
AS $$
DECLARE
    v_extract extract_tracking;
BEGIN
    PERFORM check_id(p_extract_id, 'extract_id');
    IF p_audit_type NOT IN ('load', 'write') THEN
        RAISE EXCEPTION 'PT011: audit_type is "%"; give load or write', p_audit_type USING ERRCODE = 'PT011';
    END IF;
    SELECT * INTO v_extract FROM extract_tracking WHERE extract_id = p_extract_id FOR NO KEY UPDATE;
    IF v_extract.extract_id IS NULL THEN
        RAISE EXCEPTION 'PT006: there is no extract with the extract_id %; give the one that register_extract returned',
            p_extract_id
            USING ERRCODE = 'PT006';
    END IF;
    RETURN v_extract;
END;
$$;
