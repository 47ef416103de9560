-- create_process_dependency: says that a process has to be done before another.
--
-- p_parent_process_name  the process that comes first
-- p_child_process_name   the process that waits for it
-- p_dependency_type      Undefined, Hard or Soft; Soft never blocks; default: Undefined
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT014 process_not_found, PT008 lookup_not_found, PT012 dependency_cycle,
-- PT013 duplicate. Tables: actor_lkup, dependency_type_lkup, process, process_dependency.
CREATE OR REPLACE PROCEDURE create_process_dependency(
    p_parent_process_name IN VARCHAR2,
    p_child_process_name IN VARCHAR2,
    p_dependency_type IN VARCHAR2 DEFAULT NULL
)
AUTHID DEFINER
IS
    v_type_id dependency_type_lkup.dependency_type_id%TYPE;
    v_parent_id process.process_id%TYPE;
    v_child_id process.process_id%TYPE;
    v_actor_id actor_lkup.actor_id%TYPE;
    v_ancestors CLOB;
    v_known NUMBER := 0;
    v_number NUMBER := 1;
    v_is_circle NUMBER := 0;
BEGIN
    SAVEPOINT ptdb_call;
    v_type_id := dependency_type_id_of(p_dependency_type);
    v_parent_id := process_id_of(p_parent_process_name, 'parent_process_name');
    v_child_id := process_id_of(p_child_process_name, 'child_process_name');
    v_actor_id := actor_id_of();
    lock_dependencies();
    IF v_parent_id = v_child_id THEN
        raise_error('PT012: process "%" cannot wait for itself', p_child_process_name);
    END IF;
    -- Level by level, because a recursive query of Oracle's would walk each path, and there may be very many.
    v_ancestors := '[' || v_parent_id || ']';
    WHILE v_number > v_known AND v_is_circle = 0 LOOP
        v_known := v_number;
        SELECT
            JSON_ARRAYAGG(found.id RETURNING CLOB),
            COUNT(*),
            COUNT(CASE WHEN found.id = v_child_id THEN 1 END)
        INTO v_ancestors, v_number, v_is_circle
        FROM (
            SELECT item.id
            FROM JSON_TABLE(v_ancestors, '$[*]' COLUMNS (id NUMBER PATH '$')) item
            UNION
            SELECT d.parent_process_id
            FROM JSON_TABLE(v_ancestors, '$[*]' COLUMNS (id NUMBER PATH '$')) item
            INNER JOIN process_dependency d ON item.id = d.child_process_id
        ) found;
    END LOOP;
    IF v_is_circle > 0 THEN
        raise_error(
            'PT012: process "%" cannot wait for process "%": that one waits for it already, directly or through others',
            p_child_process_name, p_parent_process_name
        );
    END IF;
    BEGIN
        INSERT INTO process_dependency (parent_process_id, child_process_id, dependency_type_id, created_by, updated_by)
        VALUES (v_parent_id, v_child_id, v_type_id, v_actor_id, v_actor_id);
    EXCEPTION
        WHEN DUP_VAL_ON_INDEX THEN
            raise_error(
                'PT013: process "%" waits for process "%" already; delete the dependency first to change its type',
                p_child_process_name, p_parent_process_name
            );
    END;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END create_process_dependency;
/
