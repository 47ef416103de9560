-- delete_process_dependency: takes a dependency between processes away.
--
-- p_parent_process_name  the process that comes first
-- p_child_process_name   the process that waits for it
-- Returns: nothing. Errors: PT011 invalid_argument, PT014 process_not_found, PT008 lookup_not_found.
-- Tables: process, process_dependency.
CREATE OR REPLACE FUNCTION delete_process_dependency(p_parent_process_name text, p_child_process_name text)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_parent_id integer := process_id_of(p_parent_process_name, 'parent_process_name');
    v_child_id integer := process_id_of(p_child_process_name, 'child_process_name');
BEGIN
    DELETE FROM process_dependency WHERE parent_process_id = v_parent_id AND child_process_id = v_child_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'PT008: process "%" does not wait for process "%"; there is no dependency to delete',
            p_child_process_name, p_parent_process_name
            USING ERRCODE = 'PT008';
    END IF;
END;
$$;
