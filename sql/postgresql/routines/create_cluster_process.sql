-- create_cluster_process: assigns a process to a cluster.
--
-- p_cluster_name  the cluster
-- p_process_name  the process
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found, PT013 duplicate.
-- Tables: actor_lkup, cluster_process, and the lookups of its names.
CREATE OR REPLACE FUNCTION create_cluster_process(p_cluster_name text, p_process_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_cluster_id integer := cluster_id_of(p_cluster_name);
    v_process_id integer := process_id_of(p_process_name);
    v_actor_id integer := actor_id_of();
BEGIN
    INSERT INTO cluster_process (cluster_id, process_id, created_by, updated_by)
    VALUES (v_cluster_id, v_process_id, v_actor_id, v_actor_id)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'PT013: cluster "%" has the process "%" already; nothing is to be done',
            p_cluster_name, p_process_name
            USING ERRCODE = 'PT013';
    END IF;
END;
$$;
