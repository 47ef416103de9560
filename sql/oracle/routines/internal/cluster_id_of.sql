-- cluster_id_of: the key of a cluster that must exist. Internal.
--
-- p_cluster_name  the cluster
-- Returns: cluster_id. Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: cluster_tracking_lkup.
CREATE OR REPLACE FUNCTION cluster_id_of(p_cluster_name IN VARCHAR2) RETURN NUMBER
AUTHID DEFINER
IS
    v_id cluster_tracking_lkup.cluster_id%TYPE;
BEGIN
    check_text(p_cluster_name, 'cluster_name', 250);
    SELECT MAX(cluster_id) INTO v_id FROM cluster_tracking_lkup WHERE cluster_name = p_cluster_name;
    IF v_id IS NULL THEN
        raise_error('PT008: there is no cluster "%"; add it with create_topic', p_cluster_name);
    END IF;
    RETURN v_id;
END cluster_id_of;
/
