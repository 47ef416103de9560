-- update_topic: renames a lookup row.
--
-- p_topic            actor, cluster, contact, dataset type, error type, extract status, process status, process type,
--                    source or tool, in any case
-- p_initial_name     present name of the row
-- p_name             new name of the row; the present one when only other fields change
-- p_email            e-mail address; for a contact
-- p_max_memory       most memory, in p_memory_unit (MB, GB, TB); for a cluster
-- p_memory_unit      unit of p_max_memory
-- p_max_processing   most processing power, in p_processing_unit (Ghz, CPU, DPU); for a cluster
-- p_processing_unit  unit of p_max_processing
-- Returns: nothing. A field that is not given stays.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found, PT009 protected, PT013 duplicate.
-- Tables: actor_lkup, and the topic's: cluster_tracking_lkup, contact_lkup, dataset_type_lkup, error_type_lkup,
-- extract_status_lkup, process_status_lkup, process_type_lkup, source_lkup, tool_lkup.
CREATE OR REPLACE PROCEDURE update_topic(
    p_topic IN VARCHAR2,
    p_initial_name IN VARCHAR2,
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
    v_id NUMBER;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    SAVEPOINT ptdb_call;
    v_topic := check_topic(
        p_topic, p_name, p_email, p_max_memory, p_memory_unit, p_max_processing, p_processing_unit
    );
    v_name := CASE WHEN v_topic LIKE '% status' THEN status_name(p_name) ELSE p_name END;
    v_actor_id := actor_id_of();
    check_text(p_initial_name, 'initial_name', NULL);
    v_id := check_topic_row(v_topic, p_initial_name);
    v_now := utc_now();
    BEGIN
        CASE v_topic
            WHEN 'actor' THEN
                UPDATE actor_lkup
                SET
                    actor_name = v_name,
                    update_date_time = v_now,
                    updated_by = v_actor_id
                WHERE actor_id = v_id;
            WHEN 'cluster' THEN
                UPDATE cluster_tracking_lkup
                SET
                    cluster_name = v_name,
                    cluster_max_memory = COALESCE(p_max_memory, cluster_max_memory),
                    cluster_max_memory_unit = COALESCE(p_memory_unit, cluster_max_memory_unit),
                    cluster_max_processing = COALESCE(p_max_processing, cluster_max_processing),
                    cluster_max_processing_unit = COALESCE(p_processing_unit, cluster_max_processing_unit),
                    update_date_time = v_now,
                    updated_by = v_actor_id
                WHERE cluster_id = v_id;
            WHEN 'contact' THEN
                UPDATE contact_lkup
                SET
                    contact_name = v_name,
                    contact_email = COALESCE(p_email, contact_email),
                    update_date_time = v_now,
                    updated_by = v_actor_id
                WHERE contact_id = v_id;
            WHEN 'dataset type' THEN
                UPDATE dataset_type_lkup
                SET
                    dataset_type = v_name,
                    update_date_time = v_now,
                    updated_by = v_actor_id
                WHERE dataset_type_id = v_id;
            WHEN 'error type' THEN
                UPDATE error_type_lkup
                SET
                    error_type_name = v_name,
                    update_date_time = v_now,
                    updated_by = v_actor_id
                WHERE error_type_id = v_id;
            WHEN 'extract status' THEN
                UPDATE extract_status_lkup
                SET
                    extract_status_name = v_name,
                    update_date_time = v_now,
                    updated_by = v_actor_id
                WHERE extract_status_id = v_id;
            WHEN 'process status' THEN
                UPDATE process_status_lkup
                SET
                    process_status_name = v_name,
                    update_date_time = v_now,
                    updated_by = v_actor_id
                WHERE process_status_id = v_id;
            WHEN 'process type' THEN
                UPDATE process_type_lkup
                SET
                    process_type_name = v_name,
                    update_date_time = v_now,
                    updated_by = v_actor_id
                WHERE process_type_id = v_id;
            WHEN 'source' THEN
                UPDATE source_lkup
                SET
                    source_name = v_name,
                    update_date_time = v_now,
                    updated_by = v_actor_id
                WHERE source_id = v_id;
            WHEN 'tool' THEN
                UPDATE tool_lkup
                SET
                    tool_name = v_name,
                    update_date_time = v_now,
                    updated_by = v_actor_id
                WHERE tool_id = v_id;
        END CASE;
    EXCEPTION
        WHEN DUP_VAL_ON_INDEX THEN
            raise_error(
                'PT013: % "%" cannot be changed: there is one of the name "%" already%; give another name',
                v_topic, p_initial_name, p_name,
                CASE WHEN p_email IS NOT NULL THEN ', or of the email "' || p_email || '"' END
            );
    END;
EXCEPTION
    WHEN OTHERS THEN
        ROLLBACK TO SAVEPOINT ptdb_call;
        RAISE;
END update_topic;
/
