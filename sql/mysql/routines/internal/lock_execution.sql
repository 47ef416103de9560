-- lock_execution: the execution that a call changes, its row locked. Internal.
--
-- p_execution_id  the execution, as parse_uuid returns it
-- Returns: p_started_on, when it began.
-- Errors: PT015 execution_not_found, PT005 invalid_status_transition (it is completed already). Tables: execution.
DROP PROCEDURE IF EXISTS lock_execution;
DELIMITER //
CREATE PROCEDURE lock_execution(
    IN p_execution_id LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_started_on DATETIME(6)
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_is_found BOOLEAN;
    DECLARE v_completed_on DATETIME(6);

    -- Looked for before it is locked: a search that locks and finds nothing would lock a gap.
    SELECT EXISTS (SELECT 1 FROM execution AS e WHERE e.execution_id = p_execution_id) INTO v_is_found;
    IF NOT v_is_found THEN
        CALL raise_error(
            'PT015: there is no execution of the execution_id %; give the one that init_execution returned',
            p_execution_id, NULL, NULL, NULL
        );
    END IF;
    SELECT e.started_on, e.completed_on INTO p_started_on, v_completed_on
    FROM execution AS e
    WHERE e.execution_id = p_execution_id
    FOR UPDATE;
    IF v_completed_on IS NOT NULL THEN
        CALL raise_error(
            'PT005: execution % was completed at % UTC and changes no more; begin a new one with init_execution',
            p_execution_id, DATE_FORMAT(v_completed_on, '%Y-%m-%d %H:%i:%s'), NULL, NULL
        );
    END IF;
END//
DELIMITER ;
