-- init_step: begins a step of an execution and stores the checksums of its models.
--
-- p_execution_id  the execution
-- p_step_name     LOAD or TRANSFORM, in any case; each once in an execution
-- p_models        JSON array of objects with name and checksum, each name once
-- Returns: p_execution_step_id.
-- Errors: PT011 invalid_argument, PT015 execution_not_found, PT013 duplicate, PT005 invalid_status_transition.
-- Tables: actor_lkup, execution, execution_step, execution_step_model.
DROP PROCEDURE IF EXISTS init_step;
DELIMITER //
CREATE PROCEDURE init_step(
    IN p_execution_id LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_step_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_models LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    OUT p_execution_step_id CHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
SQL SECURITY DEFINER
BEGIN
    DECLARE v_owns BOOLEAN;
    DECLARE v_step_name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT UPPER(p_step_name);
    DECLARE v_is_misshapen BOOLEAN;
    DECLARE v_bad LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_actor_id INT;
    DECLARE v_started_on DATETIME(6);
    DECLARE v_now DATETIME(6);
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        CALL undo_call(v_owns);
        RESIGNAL;
    END;

    CALL begin_call(v_owns);
    CALL parse_uuid(p_execution_id, 'execution_id');
    -- As LIKE compares, blanks at the end count.
    IF v_step_name LIKE 'LOAD' OR v_step_name LIKE 'TRANSFORM' THEN
        CALL parse_json(p_models, 'models');
    ELSE
        CALL raise_error(
            'PT011: step_name is %; give LOAD or TRANSFORM', COALESCE(CONCAT('"', p_step_name, '"'), 'missing'),
            NULL, NULL, NULL
        );
    END IF;
    SET v_is_misshapen = COALESCE(JSON_TYPE(p_models) <> 'ARRAY', TRUE);
    IF NOT v_is_misshapen THEN
        SELECT
            COALESCE(MAX(
                NOT COALESCE(
                    JSON_TYPE(element.model) = 'OBJECT'
                    AND JSON_LENGTH(element.model) = 2
                    AND JSON_TYPE(element.name_value) = 'STRING'
                    AND JSON_TYPE(element.checksum_value) = 'STRING',
                    FALSE
                )
            ), FALSE),
            MIN(
                CASE
                    WHEN element.name NOT REGEXP '[^[:space:]]'
                        OR CHAR_LENGTH(element.name) > 250
                        OR CHAR_LENGTH(element.checksum) NOT BETWEEN 1 AND 100
                        THEN element.name
                END
            )
        INTO v_is_misshapen, v_bad
        FROM JSON_TABLE(
            p_models, '$[*]' COLUMNS (
                model JSON PATH '$',
                name_value JSON PATH '$.name',
                checksum_value JSON PATH '$.checksum',
                name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.name',
                checksum LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.checksum'
            )
        ) AS element;
    END IF;
    IF v_is_misshapen THEN
        CALL raise_error(
            'PT011: models is %; give a JSON array of objects with a name and a checksum, both texts, and nothing else',
            COALESCE(LEFT(p_models, 200), 'missing'), NULL, NULL, NULL
        );
    ELSEIF v_bad IS NOT NULL THEN
        CALL check_text(v_bad, 'a model name', 250, TRUE);
        CALL raise_error(
            'PT011: models names "%" with a checksum that is not 1 to 100 characters long', v_bad, NULL, NULL, NULL
        );
    END IF;

    CALL actor_id_of(NULL, v_actor_id);
    CALL lock_execution(p_execution_id, v_started_on);
    SET v_now = UTC_TIMESTAMP(6);
    SET p_execution_step_id = UUID();
    BEGIN
        DECLARE EXIT HANDLER FOR 1062 CALL raise_error(
            'PT013: execution % has a step % already; each step is begun once', p_execution_id, v_step_name, NULL, NULL
        );
        INSERT INTO execution_step (
            execution_step_id, execution_id, step_name, status, started_on, created_on, updated_on, created_by,
            updated_by
        )
        VALUES (
            p_execution_step_id, p_execution_id, v_step_name, 'IN_PROGRESS', v_now, v_now, v_now, v_actor_id, v_actor_id
        );
    END;
    BEGIN
        DECLARE EXIT HANDLER FOR 1062
        BEGIN
            SELECT MIN(twice.name) INTO v_bad
            FROM (
                SELECT element.name
                FROM JSON_TABLE(
                    p_models, '$[*]' COLUMNS (name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.name')
                ) AS element
                GROUP BY element.name
                HAVING COUNT(*) > 1
            ) AS twice;
            CALL raise_error('PT011: models names "%" more than once', v_bad, NULL, NULL, NULL);
        END;
        INSERT INTO execution_step_model (
            execution_step_model_id, execution_step_id, model_name, checksum, created_on, updated_on, created_by,
            updated_by
        )
        SELECT
            UUID(), p_execution_step_id, element.name, element.checksum, v_now, v_now, v_actor_id, v_actor_id
        FROM JSON_TABLE(
            p_models, '$[*]' COLUMNS (
                name LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.name',
                checksum LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$.checksum'
            )
        ) AS element;
    END;
    UPDATE execution
    SET
        status = 'IN_PROGRESS',
        updated_on = v_now,
        update_date_time = v_now,
        updated_by = v_actor_id
    WHERE execution_id = p_execution_id;
    CALL end_call(v_owns);
END//
DELIMITER ;
