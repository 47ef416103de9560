-- create_topic: adds a lookup row.
--
-- p_topic            actor, cluster, contact, dataset type, error type, extract status, process status, process type,
--                    source or tool, in any case
-- p_name             name of the new row
-- p_email            e-mail address; for a contact
-- p_max_memory       most memory, in p_memory_unit (MB, GB, TB); for a cluster
-- p_memory_unit      unit of p_max_memory
-- p_max_processing   most processing power, in p_processing_unit (Ghz, CPU, DPU); for a cluster
-- p_processing_unit  unit of p_max_processing
-- Returns: nothing. Errors: PT011 invalid_argument, PT013 duplicate.
-- Tables: actor_lkup, and the topic's: cluster_tracking_lkup, contact_lkup, dataset_type_lkup, error_type_lkup,
-- extract_status_lkup, process_status_lkup, process_type_lkup, source_lkup, tool_lkup.
CREATE OR REPLACE PROCEDURE create_topic(
    p_topic VARCHAR,
    p_name VARCHAR,
    p_email VARCHAR DEFAULT NULL,
    p_max_memory NUMBER DEFAULT NULL,
    p_memory_unit VARCHAR DEFAULT NULL,
    p_max_processing NUMBER DEFAULT NULL,
    p_processing_unit VARCHAR DEFAULT NULL
)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_is_own BOOLEAN DEFAULT CURRENT_TRANSACTION() IS NULL;
    v_topic VARCHAR DEFAULT topic_text(p_topic);
    v_name VARCHAR DEFAULT IFF(v_topic LIKE '% status', status_name(p_name), p_name);
    v_actor_id NUMBER DEFAULT NULL;
    v_known_id NUMBER DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    v_refusal := topic_refusal(
        p_topic, p_name, p_email, p_max_memory, p_memory_unit, p_max_processing, p_processing_unit
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    CALL actor_id_of(NULL) INTO :v_actor_id;
    CALL topic_id_of(:v_topic, :p_name, FALSE) INTO :v_known_id;
    IF (v_known_id IS NOT NULL OR EXISTS (SELECT 1 FROM contact_lkup AS c WHERE c.contact_email = :p_email)) THEN
        v_refusal := 'PT013: ' || v_topic || ' "' || p_name || '" cannot be added: there is one of the name already'
            || COALESCE(', or of the email "' || p_email || '"', '') || '; give another name';
        CALL raise_error(:v_refusal);
    END IF;
    CASE (v_topic)
        WHEN 'actor' THEN
            INSERT INTO actor_lkup (actor_name, created_by, updated_by)
            VALUES (:v_name, :v_actor_id, :v_actor_id);
        WHEN 'cluster' THEN
            INSERT INTO cluster_tracking_lkup (
                cluster_name, cluster_max_memory, cluster_max_memory_unit, cluster_max_processing,
                cluster_max_processing_unit, created_by, updated_by
            )
            VALUES (
                :v_name, :p_max_memory, :p_memory_unit, :p_max_processing, :p_processing_unit, :v_actor_id,
                :v_actor_id
            );
        WHEN 'contact' THEN
            INSERT INTO contact_lkup (contact_name, contact_email, created_by, updated_by)
            VALUES (:v_name, :p_email, :v_actor_id, :v_actor_id);
        WHEN 'dataset type' THEN
            INSERT INTO dataset_type_lkup (dataset_type, created_by, updated_by)
            VALUES (:v_name, :v_actor_id, :v_actor_id);
        WHEN 'error type' THEN
            INSERT INTO error_type_lkup (error_type_name, created_by, updated_by)
            VALUES (:v_name, :v_actor_id, :v_actor_id);
        WHEN 'extract status' THEN
            INSERT INTO extract_status_lkup (extract_status_name, created_by, updated_by)
            VALUES (:v_name, :v_actor_id, :v_actor_id);
        WHEN 'process status' THEN
            INSERT INTO process_status_lkup (process_status_name, created_by, updated_by)
            VALUES (:v_name, :v_actor_id, :v_actor_id);
        WHEN 'process type' THEN
            INSERT INTO process_type_lkup (process_type_name, created_by, updated_by)
            VALUES (:v_name, :v_actor_id, :v_actor_id);
        WHEN 'source' THEN
            INSERT INTO source_lkup (source_name, created_by, updated_by)
            VALUES (:v_name, :v_actor_id, :v_actor_id);
        WHEN 'tool' THEN
            INSERT INTO tool_lkup (tool_name, created_by, updated_by)
            VALUES (:v_name, :v_actor_id, :v_actor_id);
    END CASE;

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
