-- init_step: begins a step of an execution and stores the checksums of its models.
--
-- p_execution_id  the execution
-- p_step_name     LOAD or TRANSFORM, in any case; each once in an execution
-- p_models        JSON array of objects with name and checksum, each name once
-- Returns: p_execution_step_id.
-- Errors: PT011 invalid_argument, PT015 execution_not_found, PT013 duplicate, PT005 invalid_status_transition.
-- Tables: actor_lkup, execution, execution_step, execution_step_model.
CREATE OR REPLACE PROCEDURE init_step(
    p_execution_id IN VARCHAR2,
    p_step_name IN VARCHAR2,
    p_models IN CLOB,
    p_execution_step_id OUT VARCHAR2
)
AUTHID DEFINER
IS
    v_id execution.execution_id%TYPE;
    v_step_id execution_step.execution_step_id%TYPE;
    v_step_name VARCHAR2(32767) := UPPER(p_step_name);
    v_is_misshapen BOOLEAN := TRUE;
    v_items CLOB;
    v_members NUMBER;
    v_others NUMBER;
    v_number NUMBER;
    v_bad VARCHAR2(4000);
    v_actor_id actor_lkup.actor_id%TYPE;
    v_execution execution%ROWTYPE;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    v_id := parse_uuid(p_execution_id, 'execution_id');
    IF v_step_name IS NULL OR v_step_name NOT IN ('LOAD', 'TRANSFORM') THEN
        raise_error(
            'PT011: step_name is %; give LOAD or TRANSFORM',
            CASE WHEN p_step_name IS NULL THEN 'missing' ELSE '"' || p_step_name || '"' END
        );
    END IF;
    check_json(p_models, 'models');
    IF REGEXP_LIKE(p_models, '^[[:space:]]*\[') THEN
        -- No object has a member twice, so that each has both of its members where all together have two for each.
        v_items := json_items(p_models);
        SELECT
            COUNT(DISTINCT element.place),
            COUNT(*),
            COUNT(
                CASE
                    WHEN element.element_type <> 'object'
                        OR element.member_name IS NULL
                        OR element.member_name NOT IN ('name', 'checksum')
                        OR element.member_type <> 'string' THEN 1
                END
            )
        INTO v_number, v_members, v_others
        FROM JSON_TABLE(
            v_items, '$[*]' COLUMNS (
                place FOR ORDINALITY,
                element_type VARCHAR2(10) PATH '$.t',
                NESTED PATH '$.v[*]' COLUMNS (
                    member_name VARCHAR2(4000) PATH '$.n',
                    member_type VARCHAR2(10) PATH '$.t'
                )
            )
        ) element;
        v_is_misshapen := v_others > 0 OR v_members <> 2 * v_number;
    END IF;
    IF v_is_misshapen THEN
        raise_error(
            'PT011: models is %; give a JSON array of objects with a name and a checksum, both texts, and nothing else',
            CASE WHEN p_models IS NULL THEN 'missing' ELSE TO_CHAR(SUBSTR(p_models, 1, 200)) END
        );
    END IF;
    -- A text is NULL where it is empty, and where it has more bytes than a column of JSON_TABLE.
    SELECT
        COUNT(CASE WHEN model.name IS NULL THEN 1 END),
        MIN(
            CASE
                WHEN NOT REGEXP_LIKE(model.name, '[^[:space:]]')
                    OR LENGTH(model.name) > 250
                    OR COALESCE(LENGTH(model.checksum), 0) NOT BETWEEN 1 AND 100 THEN model.name
            END
        )
    INTO v_number, v_bad
    FROM JSON_TABLE(
        p_models, '$[*]' COLUMNS (name VARCHAR2(4000) PATH '$.name', checksum VARCHAR2(4000) PATH '$.checksum')
    ) model;
    IF v_number > 0 THEN
        raise_error('PT011: a model name is empty, or has thousands of characters; give names of 1 to 250 characters');
    ELSIF v_bad IS NOT NULL THEN
        check_text(v_bad, 'a model name', 250);
        raise_error('PT011: models names "%" with a checksum that is not 1 to 100 characters long', v_bad);
    END IF;

    v_actor_id := actor_id_of();
    lock_execution(v_id, v_execution);
    v_now := utc_now();
    v_step_id := new_uuid();
    BEGIN
        INSERT INTO execution_step (
            execution_step_id, execution_id, step_name, status, started_on, created_on, updated_on, created_by,
            updated_by
        )
        VALUES (v_step_id, v_id, v_step_name, 'IN_PROGRESS', v_now, v_now, v_now, v_actor_id, v_actor_id);
    EXCEPTION
        WHEN DUP_VAL_ON_INDEX THEN
            raise_error('PT013: execution % has a step % already; each step is begun once', v_id, v_step_name);
    END;
    BEGIN
        INSERT INTO execution_step_model (
            execution_step_model_id, execution_step_id, model_name, checksum, created_on, updated_on, created_by,
            updated_by
        )
        SELECT new_uuid(), v_step_id, model.name, model.checksum, v_now, v_now, v_actor_id, v_actor_id
        FROM JSON_TABLE(
            p_models, '$[*]' COLUMNS (name VARCHAR2(4000) PATH '$.name', checksum VARCHAR2(4000) PATH '$.checksum')
        ) model;
    EXCEPTION
        WHEN DUP_VAL_ON_INDEX THEN
            SELECT MIN(twice.name) INTO v_bad
            FROM (
                SELECT model.name
                FROM JSON_TABLE(p_models, '$[*]' COLUMNS (name VARCHAR2(4000) PATH '$.name')) model
                GROUP BY model.name
                HAVING COUNT(*) > 1
            ) twice;
            raise_error('PT011: models names "%" more than once', v_bad);
    END;
    UPDATE execution
    SET
        status = 'IN_PROGRESS',
        updated_on = v_now,
        update_date_time = v_now,
        updated_by = v_actor_id
    WHERE execution_id = v_id;
    p_execution_step_id := v_step_id;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END init_step;
/
