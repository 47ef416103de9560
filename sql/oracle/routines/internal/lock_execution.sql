-- lock_execution: the execution that a call changes, its row locked. Internal.
--
-- p_execution_id  the execution, as parse_uuid returns it
-- Returns: p_execution, its row.
-- Errors: PT015 execution_not_found, PT005 invalid_status_transition (it is completed already). Tables: execution.
CREATE OR REPLACE PROCEDURE lock_execution(p_execution_id IN VARCHAR2, p_execution OUT execution%ROWTYPE)
AUTHID DEFINER
IS
BEGIN
    BEGIN
        SELECT * INTO p_execution FROM execution WHERE execution_id = p_execution_id FOR UPDATE;
    EXCEPTION
        WHEN NO_DATA_FOUND THEN
            raise_error(
                'PT015: there is no execution of the execution_id %; give the one that init_execution returned',
                COALESCE(p_execution_id, 'NULL')
            );
    END;
    IF p_execution.status = 'COMPLETED' THEN
        raise_error(
            'PT005: execution % was completed at % and changes no more; begin a new one with init_execution',
            p_execution_id, utc_text(p_execution.completed_on)
        );
    END IF;
END lock_execution;
/
