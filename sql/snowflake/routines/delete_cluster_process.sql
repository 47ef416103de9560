-- delete_cluster_process: takes a process off a cluster.
--
-- p_cluster_name  the cluster
-- p_process_name  the process
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found.
-- Tables: cluster_process, and the lookups of its names.
CREATE OR REPLACE PROCEDURE delete_cluster_process(p_cluster_name VARCHAR, p_process_name VARCHAR)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_cluster_id NUMBER DEFAULT NULL;
    v_process_id NUMBER DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        text_refusal(p_cluster_name, 'cluster_name', 250, TRUE),
        text_refusal(p_process_name, 'process_name', 250, TRUE)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    SELECT c.cluster_id INTO :v_cluster_id FROM cluster_tracking_lkup AS c WHERE c.cluster_name = :p_cluster_name;
    SELECT p.process_id INTO :v_process_id FROM process AS p WHERE p.process_name = :p_process_name;
    v_refusal := COALESCE(
        unknown_refusal(v_cluster_id, 'cluster', p_cluster_name, 'add it with create_topic'),
        process_refusal(v_process_id, p_process_name)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    DELETE FROM cluster_process WHERE cluster_id = :v_cluster_id AND process_id = :v_process_id;
    IF (SQLROWCOUNT = 0) THEN
        v_refusal := 'PT008: cluster "' || p_cluster_name || '" does not have the process "' || p_process_name
            || '"; nothing is to be deleted';
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        COMMIT;
    END IF;
EXCEPTION
    WHEN OTHER THEN
        IF (v_is_own) THEN
            ROLLBACK;
        END IF;
        RAISE;
END;
$$;
