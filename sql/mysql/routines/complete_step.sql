-- complete_step: ends a step, once.
--
-- p_execution_step_id  the step
-- p_rows_processed     number of rows that it processed, 0 or more
-- Returns: nothing. Errors: PT011 invalid_argument, PT016 step_not_found, PT005 invalid_status_transition.
-- Tables: actor_lkup, execution_step.
DROP PROCEDURE IF EXISTS complete_step;
DELIMITER //
CREATE PROCEDURE complete_step(
    IN p_execution_step_id LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_rows_processed BIGINT
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_is_found BOOLEAN;
    DECLARE v_owns BOOLEAN;
    DECLARE v_actor_id INT;
    DECLARE v_started_on DATETIME(6);
    DECLARE v_completed_on DATETIME(6);
    DECLARE v_now DATETIME(6);
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL parse_uuid(p_execution_step_id, 'execution_step_id');
    IF p_rows_processed IS NOT NULL THEN
        CALL check_count(p_rows_processed, 'rows_processed');
    END IF;
    CALL actor_id_of(NULL, v_actor_id);
    -- Looked for before it is locked: a search that locks and finds nothing would lock a gap.
    SELECT EXISTS (SELECT 1 FROM execution_step AS s WHERE s.execution_step_id = p_execution_step_id) INTO v_is_found;
    IF NOT v_is_found THEN
        CALL raise_error(
            'PT016: there is no step of the execution_step_id %; give the one that init_step returned',
            p_execution_step_id, NULL, NULL, NULL
        );
    END IF;
    SELECT s.started_on, s.completed_on INTO v_started_on, v_completed_on
    FROM execution_step AS s
    WHERE s.execution_step_id = p_execution_step_id
    FOR UPDATE;
    IF v_completed_on IS NOT NULL THEN
        CALL raise_error(
            'PT005: step % was completed at % UTC; a step is completed once',
            p_execution_step_id, DATE_FORMAT(v_completed_on, '%Y-%m-%d %H:%i:%s'), NULL, NULL
        );
    END IF;
    SET v_now = UTC_TIMESTAMP(6);
    UPDATE execution_step
    SET
        status = 'COMPLETED',
        rows_processed = p_rows_processed,
        completed_on = v_now,
        execution_time_ms = ROUND(TIMESTAMPDIFF(MICROSECOND, v_started_on, v_now) / 1000),
        updated_on = v_now,
        update_date_time = v_now,
        updated_by = v_actor_id
    WHERE execution_step_id = p_execution_step_id;
    CALL end_call(v_owns);
END//
DELIMITER ;
