-- create_cluster_process: assigns a process to a cluster.
--
-- p_cluster_name  the cluster
-- p_process_name  the process
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found, PT013 duplicate.
-- Tables: actor_lkup, cluster_process, and the lookups of its names.
CREATE OR REPLACE PROCEDURE create_cluster_process(p_cluster_name IN VARCHAR2, p_process_name IN VARCHAR2)
AUTHID DEFINER
IS
    v_cluster_id cluster_tracking_lkup.cluster_id%TYPE;
    v_process_id process.process_id%TYPE;
    v_actor_id actor_lkup.actor_id%TYPE;
BEGIN
    SAVEPOINT ptdb_call;
    v_cluster_id := cluster_id_of(p_cluster_name);
    v_process_id := process_id_of(p_process_name);
    v_actor_id := actor_id_of();
    BEGIN
        INSERT INTO cluster_process (cluster_id, process_id, created_by, updated_by)
        VALUES (v_cluster_id, v_process_id, v_actor_id, v_actor_id);
    EXCEPTION
        WHEN DUP_VAL_ON_INDEX THEN
            raise_error(
                'PT013: cluster "%" has the process "%" already; nothing is to be done', p_cluster_name, p_process_name
            );
    END;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END create_cluster_process;
/
