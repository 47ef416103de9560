-- get_execution_step: finds a step of an execution by its name.
--
-- p_execution_id  the execution
-- p_step_name     LOAD or TRANSFORM, in any case
-- Returns: p_execution_step_id. Errors: PT011 invalid_argument, PT015 execution_not_found, PT016 step_not_found.
-- Tables: execution, execution_step.
CREATE OR REPLACE PROCEDURE get_execution_step(
    p_execution_id IN VARCHAR2,
    p_step_name IN VARCHAR2,
    p_execution_step_id OUT VARCHAR2
)
AUTHID DEFINER
IS
    v_id execution.execution_id%TYPE := parse_uuid(p_execution_id, 'execution_id');
    v_number NUMBER;
BEGIN
    SELECT COUNT(*) INTO v_number FROM execution WHERE execution_id = v_id;
    IF v_number = 0 THEN
        raise_error(
            'PT015: there is no execution of the execution_id %; give the one that init_execution returned',
            COALESCE(v_id, 'NULL')
        );
    END IF;
    SELECT MAX(s.execution_step_id) INTO p_execution_step_id
    FROM execution_step s
    WHERE s.execution_id = v_id AND s.step_name = UPPER(TRIM(p_step_name));
    IF p_execution_step_id IS NULL THEN
        raise_error('PT016: execution % has no step "%"; init_step begins one, LOAD or TRANSFORM', v_id, p_step_name);
    END IF;
END get_execution_step;
/
