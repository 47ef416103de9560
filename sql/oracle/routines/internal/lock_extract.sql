-- lock_extract: an extract that a call changes, its row locked. Internal.
--
-- p_extract_id  the extract
-- p_audit_type  load or write: whose account the call gives; checked here
-- Returns: p_extract, the row of the extract. Errors: PT011 invalid_argument, PT006 extract_not_found.
-- Tables: extract_tracking.
CREATE OR REPLACE PROCEDURE lock_extract(
    p_extract_id IN NUMBER,
    p_audit_type IN VARCHAR2,
    p_extract OUT extract_tracking%ROWTYPE
)
AUTHID DEFINER
IS
BEGIN
    check_id(p_extract_id, 'extract_id');
    IF p_audit_type NOT IN ('load', 'write') THEN
        raise_error('PT011: audit_type is "%"; give load or write', p_audit_type);
    END IF;
    BEGIN
        SELECT * INTO p_extract FROM extract_tracking WHERE extract_id = p_extract_id FOR UPDATE;
    EXCEPTION
        WHEN NO_DATA_FOUND THEN
            raise_error(
                'PT006: there is no extract with the extract_id %; give the one that register_extract returned',
                p_extract_id
            );
    END;
END lock_extract;
/
