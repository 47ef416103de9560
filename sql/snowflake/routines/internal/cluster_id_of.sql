-- cluster_id_of: the key of a cluster that must exist. Internal.
--
-- p_cluster_name  the cluster, its name checked
-- Returns: cluster_id. Errors: PT008 lookup_not_found. Tables: cluster_tracking_lkup.
CREATE OR REPLACE PROCEDURE cluster_id_of(p_cluster_name VARCHAR)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_id NUMBER DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    SELECT cluster_id INTO :v_id FROM cluster_tracking_lkup WHERE cluster_name = :p_cluster_name;
    IF (v_id IS NULL) THEN
        v_refusal := 'PT008: there is no cluster "' || p_cluster_name || '"; add it with create_topic';
        CALL raise_error(:v_refusal);
    END IF;
    RETURN v_id;
END;
$$;
