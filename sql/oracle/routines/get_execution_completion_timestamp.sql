-- get_execution_completion_timestamp: says when an execution was completed, or else last updated.
--
-- p_execution_id  the execution
-- Returns: p_completion_timestamp, an instant. Errors: PT011 invalid_argument, PT015 execution_not_found.
-- Tables: execution.
CREATE OR REPLACE PROCEDURE get_execution_completion_timestamp(
    p_execution_id IN VARCHAR2,
    p_completion_timestamp OUT TIMESTAMP WITH TIME ZONE
)
AUTHID DEFINER
IS
    v_id execution.execution_id%TYPE := parse_uuid(p_execution_id, 'execution_id');
BEGIN
    SELECT MAX(COALESCE(e.completed_on, e.updated_on)) INTO p_completion_timestamp
    FROM execution e
    WHERE e.execution_id = v_id;
    IF p_completion_timestamp IS NULL THEN
        raise_error(
            'PT015: there is no execution of the execution_id %; give the one that init_execution returned',
            COALESCE(v_id, 'NULL')
        );
    END IF;
END get_execution_completion_timestamp;
/
