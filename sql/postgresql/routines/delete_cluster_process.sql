-- delete_cluster_process: takes a process off a cluster.
--
-- p_cluster_name  the cluster
-- p_process_name  the process
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found.
-- Tables: cluster_process, and the lookups of its names.
CREATE OR REPLACE FUNCTION delete_cluster_process(p_cluster_name text, p_process_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_cluster_id integer := cluster_id_of(p_cluster_name);
    v_process_id integer := process_id_of(p_process_name);
BEGIN
    DELETE FROM cluster_process WHERE cluster_id = v_cluster_id AND process_id = v_process_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'PT008: cluster "%" does not have the process "%"; nothing is to be deleted',
            p_cluster_name, p_process_name
            USING ERRCODE = 'PT008';
    END IF;
END;
$$;
