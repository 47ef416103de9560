-- compare_step_models: finds the models of a step that are new or changed since an earlier execution.
--
-- p_execution_step_id      the step
-- p_previous_execution_id  the earlier execution, as get_last_successful_execution returns it; blank or NULL: none
-- Returns: p_rows, a cursor on model_name in name order: those whose checksum differs in the same step of that
-- execution, or that it lacks; all of them when it has no such step, or there is no execution.
-- Errors: PT011 invalid_argument, PT016 step_not_found, PT015 execution_not_found.
-- Tables: execution, execution_step, execution_step_model.
CREATE OR REPLACE PROCEDURE compare_step_models(
    p_execution_step_id IN VARCHAR2,
    p_previous_execution_id IN VARCHAR2 DEFAULT NULL,
    p_rows OUT SYS_REFCURSOR
)
AUTHID DEFINER
IS
    v_step_id execution_step.execution_step_id%TYPE := parse_uuid(p_execution_step_id, 'execution_step_id');
    v_step_name execution_step.step_name%TYPE;
    v_previous_id execution.execution_id%TYPE;
    v_previous_step_id execution_step.execution_step_id%TYPE;
    v_number NUMBER;
BEGIN
    SELECT MAX(step_name) INTO v_step_name FROM execution_step WHERE execution_step_id = v_step_id;
    IF v_step_name IS NULL THEN
        raise_error(
            'PT016: there is no step of the execution_step_id %; give the one that init_step returned',
            COALESCE(v_step_id, 'NULL')
        );
    END IF;
    IF REGEXP_LIKE(p_previous_execution_id, '[^ ]') THEN
        v_previous_id := parse_uuid(TRIM(p_previous_execution_id), 'previous_execution_id');
        SELECT COUNT(*) INTO v_number FROM execution WHERE execution_id = v_previous_id;
        IF v_number = 0 THEN
            raise_error(
                'PT015: there is no execution of the execution_id %; give one that init_execution returned',
                v_previous_id
            );
        END IF;
        SELECT MAX(execution_step_id) INTO v_previous_step_id
        FROM execution_step
        WHERE execution_id = v_previous_id AND step_name = v_step_name;
    END IF;
    OPEN p_rows FOR
    SELECT m.model_name
    FROM execution_step_model m
    LEFT JOIN execution_step_model former
        ON former.execution_step_id = v_previous_step_id AND m.model_name = former.model_name
    WHERE m.execution_step_id = v_step_id
        AND (former.checksum IS NULL OR former.checksum <> m.checksum)
    ORDER BY NLSSORT(m.model_name, 'NLS_SORT=BINARY');
END compare_step_models;
/
