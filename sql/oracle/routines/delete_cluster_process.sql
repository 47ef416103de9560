-- delete_cluster_process: takes a process off a cluster.
--
-- p_cluster_name  the cluster
-- p_process_name  the process
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found.
-- Tables: cluster_process, and the lookups of its names.
CREATE OR REPLACE PROCEDURE delete_cluster_process(p_cluster_name IN VARCHAR2, p_process_name IN VARCHAR2)
AUTHID DEFINER
IS
    v_cluster_id cluster_tracking_lkup.cluster_id%TYPE;
    v_process_id process.process_id%TYPE;
BEGIN
    SAVEPOINT ptdb_call;
    v_cluster_id := cluster_id_of(p_cluster_name);
    v_process_id := process_id_of(p_process_name);
    DELETE FROM cluster_process WHERE cluster_id = v_cluster_id AND process_id = v_process_id;
    IF SQL%ROWCOUNT = 0 THEN
        raise_error(
            'PT008: cluster "%" does not have the process "%"; nothing is to be deleted', p_cluster_name, p_process_name
        );
    END IF;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END delete_cluster_process;
/
