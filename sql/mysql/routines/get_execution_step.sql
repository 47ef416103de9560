-- get_execution_step: finds a step of an execution by its name.
--
-- p_execution_id  the execution. What is no GUID is an invalid argument.
-- p_step_name     LOAD or TRANSFORM, in any case
-- Returns: p_execution_step_id. Errors: PT015 execution_not_found, PT016 step_not_found.
-- Tables: execution, execution_step.
DROP PROCEDURE IF EXISTS get_execution_step;
DELIMITER //
CREATE PROCEDURE get_execution_step(
    IN p_execution_id LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_step_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_execution_step_id CHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_is_found BOOLEAN;

    CALL parse_uuid(p_execution_id, 'execution_id');
    SELECT EXISTS (SELECT 1 FROM execution AS e WHERE e.execution_id = p_execution_id) INTO v_is_found;
    IF NOT v_is_found THEN
        CALL raise_error(
            'PT015: there is no execution of the execution_id %; give the one that init_execution returned',
            p_execution_id, NULL, NULL, NULL
        );
    END IF;
    SELECT (
        SELECT s.execution_step_id
        FROM execution_step AS s
        WHERE s.execution_id = p_execution_id AND s.step_name = UPPER(TRIM(p_step_name))
    ) INTO p_execution_step_id;
    IF p_execution_step_id IS NULL THEN
        CALL raise_error(
            'PT016: execution % has no step "%"; init_step begins one, LOAD or TRANSFORM',
            p_execution_id, p_step_name, NULL, NULL
        );
    END IF;
END//
DELIMITER ;
