-- init_step: begins a step of an execution and stores the checksums of its models.
--
-- p_execution_id  the execution
-- p_step_name     LOAD or TRANSFORM, in any case; each once in an execution
-- p_models        JSON array of objects with name and checksum, each name once
-- Returns: execution_step_id.
-- Errors: PT011 invalid_argument, PT015 execution_not_found, PT013 duplicate, PT005 invalid_status_transition.
-- Tables: actor_lkup, execution, execution_step, execution_step_model.
CREATE OR REPLACE PROCEDURE init_step(p_execution_id VARCHAR, p_step_name VARCHAR, p_models VARCHAR)
COPY GRANTS
RETURNS TABLE (execution_step_id VARCHAR)
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_id VARCHAR DEFAULT uuid_text(p_execution_id);
    v_step_id VARCHAR DEFAULT UUID_STRING();
    v_step_name VARCHAR DEFAULT UPPER(p_step_name);
    v_is_shaped BOOLEAN DEFAULT json_kind(p_models) = 'ARRAY';
    v_bad VARCHAR DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
    v_now TIMESTAMP_TZ DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_result RESULTSET;
BEGIN
    v_refusal := COALESCE(
        uuid_refusal(p_execution_id, 'execution_id'),
        IFF(
            v_step_name IN ('LOAD', 'TRANSFORM'),
            NULL,
            'PT011: step_name is ' || COALESCE('"' || p_step_name || '"', 'missing') || '; give LOAD or TRANSFORM'
        )
    );
    IF (v_refusal IS NULL AND v_is_shaped) THEN
        -- No object has a member twice, so each has both of its members when all together have two for each.
        SELECT
            COALESCE(BOOLAND_AGG(COALESCE(
                m.key IN ('name', 'checksum') AND TYPEOF(m.value) = 'VARCHAR', FALSE
            )), TRUE) AND COUNT(*) = 2 * COUNT(DISTINCT f.index)
        INTO :v_is_shaped
        FROM TABLE(FLATTEN(input => PARSE_JSON(:p_models))) AS f,
            LATERAL FLATTEN(input => f.value, outer => TRUE) AS m;
    END IF;
    IF (v_refusal IS NULL AND v_is_shaped) THEN
        SELECT MIN(model.model_name)
        INTO :v_bad
        FROM (
            SELECT item.model_name, COUNT(*) AS number, MAX(LENGTH(item.checksum)) AS checksum_length
            FROM (
                SELECT f.value:name::VARCHAR AS model_name, f.value:checksum::VARCHAR AS checksum
                FROM TABLE(FLATTEN(input => PARSE_JSON(:p_models))) AS f
            ) AS item
            GROUP BY item.model_name
        ) AS model
        WHERE model.number > 1
            OR model.checksum_length NOT BETWEEN 1 AND 100
            OR text_refusal(model.model_name, 'a model name', 250, TRUE) IS NOT NULL;
        v_refusal := COALESCE(
            text_refusal(v_bad, 'a model name', 250, FALSE),
            'PT011: models names "' || v_bad
            || '" more than once, or with a checksum that is not 1 to 100 characters long'
        );
    ELSEIF (v_refusal IS NULL) THEN
        v_refusal := 'PT011: models is ' || COALESCE(LEFT(p_models, 200), 'missing')
            || '; give a JSON array of objects with a name and a checksum, both texts, and nothing else';
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    CALL check_execution(:v_id);
    CALL actor_id_of(NULL) INTO :v_actor_id;
    v_now := CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP());
    MERGE INTO execution_step AS known
    USING (SELECT :v_id AS execution_id, :v_step_name AS step_name) AS given
        ON known.execution_id = given.execution_id AND known.step_name = given.step_name
    WHEN NOT MATCHED THEN
        INSERT (
            execution_step_id, execution_id, step_name, status, started_on, created_on, updated_on, created_by,
            updated_by
        )
        VALUES (
            :v_step_id, given.execution_id, given.step_name, 'IN_PROGRESS', :v_now, :v_now, :v_now, :v_actor_id,
            :v_actor_id
        );
    IF (SQLROWCOUNT = 0) THEN
        v_refusal := 'PT013: execution ' || v_id || ' has a step ' || v_step_name
            || ' already; each step is begun once';
        CALL raise_error(:v_refusal);
    END IF;
    INSERT INTO execution_step_model (
        execution_step_model_id, execution_step_id, model_name, checksum, created_on, updated_on, created_by,
        updated_by
    )
    SELECT
        UUID_STRING(),
        :v_step_id,
        f.value:name::VARCHAR,
        f.value:checksum::VARCHAR,
        :v_now,
        :v_now,
        :v_actor_id,
        :v_actor_id
    FROM TABLE(FLATTEN(input => PARSE_JSON(:p_models))) AS f;
    UPDATE execution
    SET
        status = 'IN_PROGRESS',
        updated_on = :v_now,
        update_date_time = :v_now,
        updated_by = :v_actor_id
    WHERE execution_id = :v_id;

    v_result := (SELECT :v_step_id AS execution_step_id);
    IF (v_is_own) THEN
        COMMIT;
    END IF;
    RETURN TABLE (v_result);
EXCEPTION
    WHEN OTHER THEN
        IF (v_is_own) THEN
            ROLLBACK;
        END IF;
        RAISE;
END;
$$;
