-- add_extract_dependency: says that an extract has to be loaded before another.
--
-- p_parent_extract_id  the extract that comes first
-- p_child_extract_id   the extract that waits for it
-- p_dependency_type    Undefined, Hard or Soft; Soft never blocks; default: Undefined
-- Returns: nothing. A dependency that is known already takes the type when one is given.
-- Errors: PT011 invalid_argument, PT006 extract_not_found, PT008 lookup_not_found, PT012 dependency_cycle.
-- Tables: actor_lkup, dependency_type_lkup, extract_tracking, extract_dependency.
CREATE OR REPLACE FUNCTION add_extract_dependency(
    p_parent_extract_id bigint,
    p_child_extract_id bigint,
    p_dependency_type text DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_type_id integer := dependency_type_id_of(p_dependency_type);
    v_actor_id integer;
    v_missing text;
BEGIN
    PERFORM check_id(p_parent_extract_id, 'parent_extract_id'), check_id(p_child_extract_id, 'child_extract_id');
    SELECT string_agg(DISTINCT item.id::text, ', ') INTO v_missing
    FROM unnest(ARRAY[p_parent_extract_id, p_child_extract_id]) AS item (id)
    WHERE NOT EXISTS (SELECT 1 FROM extract_tracking AS e WHERE e.extract_id = item.id);
    IF v_missing IS NOT NULL THEN
        RAISE EXCEPTION 'PT006: there is no extract with the extract_id %', v_missing USING ERRCODE = 'PT006';
    END IF;
    v_actor_id := actor_id_of();

    PERFORM lock_dependencies();
    IF p_parent_extract_id = p_child_extract_id THEN
        RAISE EXCEPTION 'PT012: extract % cannot wait for itself', p_child_extract_id USING ERRCODE = 'PT012';
    ELSIF EXISTS (
        WITH RECURSIVE ancestor AS (
            SELECT d.parent_extract_id AS id FROM extract_dependency AS d WHERE d.child_extract_id = p_parent_extract_id
            UNION
            SELECT d.parent_extract_id
            FROM ancestor
            INNER JOIN extract_dependency AS d ON d.child_extract_id = ancestor.id
        )

        SELECT 1 FROM ancestor WHERE ancestor.id = p_child_extract_id
    ) THEN
        RAISE EXCEPTION 'PT012: extract % cannot wait for extract %: that one waits for it already, directly or through others',
            p_child_extract_id, p_parent_extract_id
            USING ERRCODE = 'PT012';
    END IF;
    INSERT INTO extract_dependency (parent_extract_id, child_extract_id, dependency_type_id, created_by, updated_by)
    VALUES (p_parent_extract_id, p_child_extract_id, v_type_id, v_actor_id, v_actor_id)
    ON CONFLICT (parent_extract_id, child_extract_id) DO UPDATE
    SET
        dependency_type_id = excluded.dependency_type_id,
        update_date_time = clock_timestamp(),
        updated_by = excluded.updated_by
    WHERE p_dependency_type IS NOT NULL;
END;
$$;
