-- add_extract_dependency: says that an extract has to be loaded before another.
--
-- p_parent_extract_id  the extract that comes first
-- p_child_extract_id   the extract that waits for it
-- p_dependency_type    Undefined, Hard or Soft; Soft never blocks; default: Undefined
-- Returns: nothing. A dependency that is known already takes the type when one is given.
-- Errors: PT011 invalid_argument, PT006 extract_not_found, PT008 lookup_not_found, PT012 dependency_cycle.
-- Tables: actor_lkup, dependency_type_lkup, extract_tracking, extract_dependency.
CREATE OR REPLACE PROCEDURE add_extract_dependency(
    p_parent_extract_id NUMBER,
    p_child_extract_id NUMBER,
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
    v_missing VARCHAR DEFAULT NULL;
    v_ancestors VARCHAR DEFAULT '[]';
    v_number NUMBER DEFAULT 0;
    v_before NUMBER DEFAULT -1;
    v_is_circle BOOLEAN DEFAULT FALSE;
    v_actor_id NUMBER DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        text_refusal(p_dependency_type, 'dependency_type', NULL, FALSE),
        id_refusal(p_parent_extract_id, 'parent_extract_id'),
        id_refusal(p_child_extract_id, 'child_extract_id')
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
    SELECT LISTAGG(item.id::VARCHAR, ', ') WITHIN GROUP (ORDER BY item.id)
    INTO :v_missing
    FROM (
        SELECT :p_parent_extract_id AS id
        UNION
        SELECT :p_child_extract_id
    ) AS item
    LEFT JOIN extract_tracking AS e ON e.extract_id = item.id
    WHERE e.extract_id IS NULL;
    v_refusal := COALESCE(
        lookup_refusal(v_type_id, 'dependency type', p_dependency_type, v_types),
        IFF(v_missing <> '', 'PT006: there is no extract with the extract_id ' || v_missing, NULL),
        IFF(
            p_parent_extract_id = p_child_extract_id,
            'PT012: extract ' || p_child_extract_id || ' cannot wait for itself',
            NULL
        )
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    -- Level by level: a recursive query goes every way through the graph, and may not say DISTINCT.
    WHILE (v_number > v_before AND NOT v_is_circle) DO
        v_before := v_number;
        SELECT
            TO_JSON(ARRAY_AGG(DISTINCT d.parent_extract_id)),
            COUNT(DISTINCT d.parent_extract_id),
            COALESCE(BOOLOR_AGG(d.parent_extract_id = :p_child_extract_id), FALSE)
        INTO :v_ancestors, :v_number, :v_is_circle
        FROM extract_dependency AS d
        WHERE d.child_extract_id IN (
            SELECT :p_parent_extract_id
            UNION ALL
            SELECT f.value::NUMBER FROM TABLE(FLATTEN(input => PARSE_JSON(:v_ancestors))) AS f
        );
    END WHILE;
    IF (v_is_circle) THEN
        v_refusal := 'PT012: extract ' || p_child_extract_id || ' cannot wait for extract ' || p_parent_extract_id
            || ': that one waits for it already, directly or through others';
        CALL raise_error(:v_refusal);
    END IF;

    CALL actor_id_of(NULL) INTO :v_actor_id;
    MERGE INTO extract_dependency AS known
    USING (SELECT :p_parent_extract_id AS parent_extract_id, :p_child_extract_id AS child_extract_id) AS given
        ON known.parent_extract_id = given.parent_extract_id AND known.child_extract_id = given.child_extract_id
    WHEN MATCHED AND :p_dependency_type IS NOT NULL THEN UPDATE SET
        dependency_type_id = :v_type_id,
        update_date_time = CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()),
        updated_by = :v_actor_id
    WHEN NOT MATCHED THEN INSERT (parent_extract_id, child_extract_id, dependency_type_id, created_by, updated_by)
        VALUES (given.parent_extract_id, given.child_extract_id, :v_type_id, :v_actor_id, :v_actor_id);

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
