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
    p_topic VARCHAR,
    p_initial_name VARCHAR,
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
    v_id NUMBER DEFAULT NULL;
    v_known_id NUMBER DEFAULT NULL;
    v_now TIMESTAMP_TZ DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    v_refusal := COALESCE(
        topic_refusal(
            p_topic, p_name, p_email, p_max_memory, p_memory_unit, p_max_processing, p_processing_unit
        ),
        text_refusal(p_initial_name, 'initial_name', NULL, TRUE)
    );
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    IF (v_is_own) THEN
        BEGIN TRANSACTION;
    END IF;
    UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';

    CALL actor_id_of(NULL) INTO :v_actor_id;
    CALL topic_id_of(:v_topic, :p_initial_name, TRUE) INTO :v_id;
    CALL topic_id_of(:v_topic, :p_name, FALSE) INTO :v_known_id;
    IF (v_known_id <> v_id OR EXISTS (
        SELECT 1 FROM contact_lkup AS c WHERE c.contact_email = :p_email AND c.contact_id <> :v_id
    )) THEN
        v_refusal := 'PT013: ' || v_topic || ' "' || p_initial_name || '" cannot be changed: there is one of the name "'
            || p_name || '" already' || COALESCE(', or of the email "' || p_email || '"', '')
            || '; give another name';
        CALL raise_error(:v_refusal);
    END IF;
    v_now := CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP());
    CASE (v_topic)
        WHEN 'actor' THEN
            UPDATE actor_lkup
            SET
                actor_name = :v_name,
                update_date_time = :v_now,
                updated_by = :v_actor_id
            WHERE actor_id = :v_id;
        WHEN 'cluster' THEN
            UPDATE cluster_tracking_lkup
            SET
                cluster_name = :v_name,
                cluster_max_memory = COALESCE(:p_max_memory, cluster_max_memory),
                cluster_max_memory_unit = COALESCE(:p_memory_unit, cluster_max_memory_unit),
                cluster_max_processing = COALESCE(:p_max_processing, cluster_max_processing),
                cluster_max_processing_unit = COALESCE(:p_processing_unit, cluster_max_processing_unit),
                update_date_time = :v_now,
                updated_by = :v_actor_id
            WHERE cluster_id = :v_id;
        WHEN 'contact' THEN
            UPDATE contact_lkup
            SET
                contact_name = :v_name,
                contact_email = COALESCE(:p_email, contact_email),
                update_date_time = :v_now,
                updated_by = :v_actor_id
            WHERE contact_id = :v_id;
        WHEN 'dataset type' THEN
            UPDATE dataset_type_lkup
            SET
                dataset_type = :v_name,
                update_date_time = :v_now,
                updated_by = :v_actor_id
            WHERE dataset_type_id = :v_id;
        WHEN 'error type' THEN
            UPDATE error_type_lkup
            SET
                error_type_name = :v_name,
                update_date_time = :v_now,
                updated_by = :v_actor_id
            WHERE error_type_id = :v_id;
        WHEN 'extract status' THEN
            UPDATE extract_status_lkup
            SET
                extract_status_name = :v_name,
                update_date_time = :v_now,
                updated_by = :v_actor_id
            WHERE extract_status_id = :v_id;
        WHEN 'process status' THEN
            UPDATE process_status_lkup
            SET
                process_status_name = :v_name,
                update_date_time = :v_now,
                updated_by = :v_actor_id
            WHERE process_status_id = :v_id;
        WHEN 'process type' THEN
            UPDATE process_type_lkup
            SET
                process_type_name = :v_name,
                update_date_time = :v_now,
                updated_by = :v_actor_id
            WHERE process_type_id = :v_id;
        WHEN 'source' THEN
            UPDATE source_lkup
            SET
                source_name = :v_name,
                update_date_time = :v_now,
                updated_by = :v_actor_id
            WHERE source_id = :v_id;
        WHEN 'tool' THEN
            UPDATE tool_lkup
            SET
                tool_name = :v_name,
                update_date_time = :v_now,
                updated_by = :v_actor_id
            WHERE tool_id = :v_id;
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
