-- add_extract_dependency: says that an extract has to be loaded before another.
--
-- p_parent_extract_id  the extract that comes first
-- p_child_extract_id   the extract that waits for it
-- p_dependency_type    Undefined, Hard or Soft; Soft never blocks; default: Undefined
-- Returns: nothing. A dependency that is known already takes the type when one is given.
-- Errors: PT011 invalid_argument, PT006 extract_not_found, PT008 lookup_not_found, PT012 dependency_cycle.
-- Tables: actor_lkup, dependency_type_lkup, extract_tracking, extract_dependency.
CREATE OR REPLACE PROCEDURE add_extract_dependency(
    p_parent_extract_id IN NUMBER,
    p_child_extract_id IN NUMBER,
    p_dependency_type IN VARCHAR2 DEFAULT NULL
)
AUTHID DEFINER
IS
    v_type_id dependency_type_lkup.dependency_type_id%TYPE;
    v_actor_id actor_lkup.actor_id%TYPE;
    v_missing VARCHAR2(4000);
    v_ancestors CLOB;
    v_known NUMBER := 0;
    v_number NUMBER := 1;
    v_is_circle NUMBER := 0;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    v_type_id := dependency_type_id_of(p_dependency_type);
    check_id(p_parent_extract_id, 'parent_extract_id');
    check_id(p_child_extract_id, 'child_extract_id');
    SELECT LISTAGG(TO_CHAR(item.id), ', ') WITHIN GROUP (ORDER BY item.id) INTO v_missing
    FROM (
        SELECT p_parent_extract_id AS id FROM dual
        UNION
        SELECT p_child_extract_id FROM dual
    ) item
    WHERE NOT EXISTS (SELECT 1 FROM extract_tracking e WHERE e.extract_id = item.id);
    IF v_missing IS NOT NULL THEN
        raise_error('PT006: there is no extract with the extract_id %', v_missing);
    END IF;
    v_actor_id := actor_id_of();

    lock_dependencies();
    IF p_parent_extract_id = p_child_extract_id THEN
        raise_error('PT012: extract % cannot wait for itself', p_child_extract_id);
    END IF;
    -- Level by level, because a recursive query of Oracle's would walk each path, and there may be very many.
    v_ancestors := '[' || TO_CHAR(p_parent_extract_id) || ']';
    WHILE v_number > v_known AND v_is_circle = 0 LOOP
        v_known := v_number;
        SELECT
            JSON_ARRAYAGG(found.id RETURNING CLOB),
            COUNT(*),
            COUNT(CASE WHEN found.id = p_child_extract_id THEN 1 END)
        INTO v_ancestors, v_number, v_is_circle
        FROM (
            SELECT item.id
            FROM JSON_TABLE(v_ancestors, '$[*]' COLUMNS (id NUMBER PATH '$')) item
            UNION
            SELECT d.parent_extract_id
            FROM JSON_TABLE(v_ancestors, '$[*]' COLUMNS (id NUMBER PATH '$')) item
            INNER JOIN extract_dependency d ON item.id = d.child_extract_id
        ) found;
    END LOOP;
    IF v_is_circle > 0 THEN
        raise_error(
            'PT012: extract % cannot wait for extract %: that one waits for it already, directly or through others',
            p_child_extract_id, p_parent_extract_id
        );
    END IF;
    SELECT COUNT(*) INTO v_number
    FROM extract_dependency
    WHERE parent_extract_id = p_parent_extract_id AND child_extract_id = p_child_extract_id;
    IF v_number = 0 THEN
        INSERT INTO extract_dependency (parent_extract_id, child_extract_id, dependency_type_id, created_by, updated_by)
        VALUES (p_parent_extract_id, p_child_extract_id, v_type_id, v_actor_id, v_actor_id);
    ELSIF p_dependency_type IS NOT NULL THEN
        v_now := utc_now();
        UPDATE extract_dependency
        SET
            dependency_type_id = v_type_id,
            update_date_time = v_now,
            updated_by = v_actor_id
        WHERE parent_extract_id = p_parent_extract_id AND child_extract_id = p_child_extract_id;
    END IF;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END add_extract_dependency;
/
