-- compare_step_models: finds the models of a step that are new or changed since an earlier execution.
--
-- p_execution_step_id      the step
-- p_previous_execution_id  the earlier execution, as get_last_successful_execution returns it; empty or NULL: none
-- Returns: model_name in name order: those whose checksum differs in the same step of that execution, or that it
-- lacks; all of them when it has no such step, or there is no execution.
-- Errors: PT011 invalid_argument, PT016 step_not_found, PT015 execution_not_found.
-- Tables: execution, execution_step, execution_step_model.
DROP PROCEDURE IF EXISTS compare_step_models;
DELIMITER //
CREATE PROCEDURE compare_step_models(
    IN p_execution_step_id LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_previous_execution_id LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_is_found BOOLEAN;
    DECLARE v_step_id CHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_step_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_previous_id LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULLIF(
        TRIM(p_previous_execution_id), ''
    );
    DECLARE v_previous_step_id CHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

    CALL parse_uuid(p_execution_step_id, 'execution_step_id');
    SET v_step_id = p_execution_step_id;
    SELECT (SELECT s.step_name FROM execution_step AS s WHERE s.execution_step_id = v_step_id) INTO v_step_name;
    IF v_step_name IS NULL THEN
        CALL raise_error(
            'PT016: there is no step of the execution_step_id %; give the one that init_step returned',
            v_step_id, NULL, NULL, NULL
        );
    END IF;
    CALL parse_uuid(v_previous_id, 'previous_execution_id');
    IF v_previous_id IS NOT NULL THEN
        SELECT EXISTS (SELECT 1 FROM execution AS e WHERE e.execution_id = v_previous_id) INTO v_is_found;
        IF NOT v_is_found THEN
            CALL raise_error(
                'PT015: there is no execution of the execution_id %; give one that init_execution returned',
                v_previous_id, NULL, NULL, NULL
            );
        END IF;
        SELECT (
            SELECT s.execution_step_id
            FROM execution_step AS s
            WHERE s.execution_id = v_previous_id AND s.step_name = v_step_name
        ) INTO v_previous_step_id;
    END IF;
    SELECT m.model_name
    FROM execution_step_model AS m
    LEFT JOIN execution_step_model AS previous
        ON previous.execution_step_id = v_previous_step_id AND previous.model_name = m.model_name
    WHERE m.execution_step_id = v_step_id
        AND NOT previous.checksum <=> m.checksum
    ORDER BY m.model_name;
END//
DELIMITER ;
