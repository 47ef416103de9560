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
    p_topic IN VARCHAR2,
    p_name IN VARCHAR2,
    p_email IN VARCHAR2 DEFAULT NULL,
    p_max_memory IN NUMBER DEFAULT NULL,
    p_memory_unit IN VARCHAR2 DEFAULT NULL,
    p_max_processing IN NUMBER DEFAULT NULL,
    p_processing_unit IN VARCHAR2 DEFAULT NULL
)
AUTHID DEFINER
IS
    v_topic VARCHAR2(20);
    v_name VARCHAR2(250 CHAR);
    v_actor_id actor_lkup.actor_id%TYPE;
BEGIN
    SAVEPOINT ptdb_call;
    v_topic := check_topic(
        p_topic, p_name, p_email, p_max_memory, p_memory_unit, p_max_processing, p_processing_unit
    );
    v_name := CASE WHEN v_topic LIKE '% status' THEN status_name(p_name) ELSE p_name END;
    v_actor_id := actor_id_of();
    BEGIN
        CASE v_topic
            WHEN 'actor' THEN
                INSERT INTO actor_lkup (actor_name, created_by, updated_by)
                VALUES (v_name, v_actor_id, v_actor_id);
            WHEN 'cluster' THEN
                INSERT INTO cluster_tracking_lkup (
                    cluster_name, cluster_max_memory, cluster_max_memory_unit, cluster_max_processing,
                    cluster_max_processing_unit, created_by, updated_by
                )
                VALUES (
                    v_name, p_max_memory, p_memory_unit, p_max_processing, p_processing_unit, v_actor_id, v_actor_id
                );
            WHEN 'contact' THEN
                INSERT INTO contact_lkup (contact_name, contact_email, created_by, updated_by)
                VALUES (v_name, p_email, v_actor_id, v_actor_id);
            WHEN 'dataset type' THEN
                INSERT INTO dataset_type_lkup (dataset_type, created_by, updated_by)
                VALUES (v_name, v_actor_id, v_actor_id);
            WHEN 'error type' THEN
                INSERT INTO error_type_lkup (error_type_name, created_by, updated_by)
                VALUES (v_name, v_actor_id, v_actor_id);
            WHEN 'extract status' THEN
                INSERT INTO extract_status_lkup (extract_status_name, created_by, updated_by)
                VALUES (v_name, v_actor_id, v_actor_id);
            WHEN 'process status' THEN
                INSERT INTO process_status_lkup (process_status_name, created_by, updated_by)
                VALUES (v_name, v_actor_id, v_actor_id);
            WHEN 'process type' THEN
                INSERT INTO process_type_lkup (process_type_name, created_by, updated_by)
                VALUES (v_name, v_actor_id, v_actor_id);
            WHEN 'source' THEN
                INSERT INTO source_lkup (source_name, created_by, updated_by)
                VALUES (v_name, v_actor_id, v_actor_id);
            WHEN 'tool' THEN
                INSERT INTO tool_lkup (tool_name, created_by, updated_by)
                VALUES (v_name, v_actor_id, v_actor_id);
        END CASE;
    EXCEPTION
        WHEN DUP_VAL_ON_INDEX THEN
            raise_error(
                'PT013: % "%" cannot be added: there is one of the name already%; give another name',
                v_topic, p_name, CASE WHEN p_email IS NOT NULL THEN ', or of the email "' || p_email || '"' END
            );
    END;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END create_topic;
/
