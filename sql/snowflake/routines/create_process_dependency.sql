-- create_process_dependency: says that a process has to be done before another.
--
-- p_parent_process_name  the process that comes first
-- p_child_process_name   the process that waits for it
-- p_dependency_type      Undefined, Hard or Soft; Soft never blocks; default: Undefined
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT014 process_not_found, PT008 lookup_not_found, PT012 dependency_cycle,
-- PT013 duplicate. Tables: actor_lkup, dependency_type_lkup, process, process_dependency.
CREATE OR REPLACE PROCEDURE create_process_dependency(
    p_parent_process_name VARCHAR,
    p_child_process_name VARCHAR,
    p_dependency_type VARCHAR DEFAULT NULL
)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_type VARCHAR DEFAULT COALESCE(p_dependency_type, 'Undefined');
    v_type_id NUMBER DEFAULT NULL;
    v_types VARCHAR DEFAULT NULL;
    v_parent_id NUMBER DEFAULT NULL;
    v_child_id NUMBER DEFAULT NULL;
    v_ancestors VARCHAR DEFAULT '[]';
    v_number NUMBER DEFAULT 0;
    v_before NUMBER DEFAULT -1;
    v_is_circle BOOLEAN DEFAULT FALSE;
    v_actor_id NUMBER DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        text_refusal(p_dependency_type, 'dependency_type', NULL, FALSE),
        text_refusal(p_parent_process_name, 'parent_process_name', 250, TRUE),
        text_refusal(p_child_process_name, 'child_process_name', 250, TRUE)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    SELECT
        MAX(IFF(t.dependency_type_name = :v_type, t.dependency_type_id, NULL)),
        LISTAGG(t.dependency_type_name, ', ') WITHIN GROUP (ORDER BY t.dependency_type_id)
    INTO :v_type_id, :v_types
    FROM dependency_type_lkup AS t;
    SELECT
        MAX(IFF(p.process_name = :p_parent_process_name, p.process_id, NULL)),
        MAX(IFF(p.process_name = :p_child_process_name, p.process_id, NULL))
    INTO :v_parent_id, :v_child_id
    FROM process AS p
    WHERE p.process_name IN (:p_parent_process_name, :p_child_process_name);
    v_refusal := COALESCE(
        lookup_refusal(v_type_id, 'dependency type', p_dependency_type, v_types),
        process_refusal(v_parent_id, p_parent_process_name),
        process_refusal(v_child_id, p_child_process_name),
        IFF(v_parent_id = v_child_id, 'PT012: process "' || p_child_process_name || '" cannot wait for itself', NULL)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    -- Level by level: a recursive query goes every way through the graph, and may not say DISTINCT.
    WHILE (v_number > v_before AND NOT v_is_circle) DO
        v_before := v_number;
        SELECT
            TO_JSON(ARRAY_AGG(DISTINCT d.parent_process_id)),
            COUNT(DISTINCT d.parent_process_id),
            COALESCE(BOOLOR_AGG(d.parent_process_id = :v_child_id), FALSE)
        INTO :v_ancestors, :v_number, :v_is_circle
        FROM process_dependency AS d
        WHERE d.child_process_id IN (
            SELECT :v_parent_id
            UNION ALL
            SELECT f.value::NUMBER FROM TABLE(FLATTEN(input => PARSE_JSON(:v_ancestors))) AS f
        );
    END WHILE;
    IF (v_is_circle) THEN
        v_refusal := 'PT012: process "' || p_child_process_name || '" cannot wait for process "'
            || p_parent_process_name || '": that one waits for it already, directly or through others';
    ELSEIF (EXISTS (
        SELECT 1
        FROM process_dependency AS d
        WHERE d.parent_process_id = :v_parent_id AND d.child_process_id = :v_child_id
    )) THEN
        v_refusal := 'PT013: process "' || p_child_process_name || '" waits for process "' || p_parent_process_name
            || '" already; delete the dependency first to change its type';
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    CALL actor_id_of(NULL) INTO :v_actor_id;
    INSERT INTO process_dependency (parent_process_id, child_process_id, dependency_type_id, created_by, updated_by)
    SELECT :v_parent_id, :v_child_id, :v_type_id, :v_actor_id, :v_actor_id;

    IF (v_is_own) THEN
        COMMIT;
    END IF;
EXCEPTION
    WHEN OTHER THEN
        IF (v_is_own) THEN
            ROLLBACK;
        END IF;
        RAISE;
END;
$$;
