-- create_process_dependency: says that a process has to be done before another.
--
-- p_parent_process_name  the process that comes first
-- p_child_process_name   the process that waits for it
-- p_dependency_type      Undefined, Hard or Soft; Soft never blocks; default: Undefined
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT014 process_not_found, PT008 lookup_not_found, PT012 dependency_cycle,
-- PT013 duplicate. Tables: actor_lkup, dependency_type_lkup, process, process_dependency.
CREATE OR REPLACE FUNCTION create_process_dependency(
    p_parent_process_name text,
    p_child_process_name text,
    p_dependency_type text DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_type_id integer := dependency_type_id_of(p_dependency_type);
    v_parent_id integer := process_id_of(p_parent_process_name, 'parent_process_name');
    v_child_id integer := process_id_of(p_child_process_name, 'child_process_name');
    v_actor_id integer := actor_id_of();
BEGIN
    PERFORM lock_dependencies();
    IF v_parent_id = v_child_id THEN
        RAISE EXCEPTION 'PT012: process "%" cannot wait for itself', p_child_process_name USING ERRCODE = 'PT012';
    ELSIF EXISTS (
        WITH RECURSIVE ancestor AS (
            SELECT d.parent_process_id AS id FROM process_dependency AS d WHERE d.child_process_id = v_parent_id
            UNION
            SELECT d.parent_process_id
            FROM ancestor
            INNER JOIN process_dependency AS d ON d.child_process_id = ancestor.id
        )

        SELECT 1 FROM ancestor WHERE ancestor.id = v_child_id
    ) THEN
        RAISE EXCEPTION 'PT012: process "%" cannot wait for process "%": that one waits for it already, directly or through others',
            p_child_process_name, p_parent_process_name
            USING ERRCODE = 'PT012';
    END IF;
    INSERT INTO process_dependency (parent_process_id, child_process_id, dependency_type_id, created_by, updated_by)
    VALUES (v_parent_id, v_child_id, v_type_id, v_actor_id, v_actor_id)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'PT013: process "%" waits for process "%" already; delete the dependency first to change its type',
            p_child_process_name, p_parent_process_name
            USING ERRCODE = 'PT013';
    END IF;
END;
$$;
