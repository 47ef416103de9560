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
CREATE OR REPLACE FUNCTION update_topic(
    p_topic text,
    p_initial_name text,
    p_name text,
    p_email text DEFAULT NULL,
    p_max_memory integer DEFAULT NULL,
    p_memory_unit text DEFAULT NULL,
    p_max_processing integer DEFAULT NULL,
    p_processing_unit text DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    v_topic text := check_topic(
        p_topic, p_name, p_email, p_max_memory, p_memory_unit, p_max_processing, p_processing_unit
    );
    v_actor_id integer := actor_id_of();
BEGIN
    PERFORM check_text(p_initial_name, 'initial_name', NULL);
    PERFORM check_topic_row(v_topic, p_initial_name);
    CASE v_topic
        WHEN 'actor' THEN
            UPDATE actor_lkup
            SET
                actor_name = p_name,
                update_date_time = clock_timestamp(),
                updated_by = v_actor_id
            WHERE actor_name = p_initial_name;
        WHEN 'cluster' THEN
            UPDATE cluster_tracking_lkup
            SET
                cluster_name = p_name,
                cluster_max_memory = coalesce(p_max_memory, cluster_max_memory),
                cluster_max_memory_unit = coalesce(p_memory_unit, cluster_max_memory_unit),
                cluster_max_processing = coalesce(p_max_processing, cluster_max_processing),
                cluster_max_processing_unit = coalesce(p_processing_unit, cluster_max_processing_unit),
                update_date_time = clock_timestamp(),
                updated_by = v_actor_id
            WHERE cluster_name = p_initial_name;
        WHEN 'contact' THEN
            UPDATE contact_lkup
            SET
                contact_name = p_name,
                contact_email = coalesce(p_email, contact_email),
                update_date_time = clock_timestamp(),
                updated_by = v_actor_id
            WHERE contact_name = p_initial_name;
        WHEN 'dataset type' THEN
            UPDATE dataset_type_lkup
            SET
                dataset_type = p_name,
                update_date_time = clock_timestamp(),
                updated_by = v_actor_id
            WHERE dataset_type = p_initial_name;
        WHEN 'error type' THEN
            UPDATE error_type_lkup
            SET
                error_type_name = p_name,
                update_date_time = clock_timestamp(),
                updated_by = v_actor_id
            WHERE error_type_name = p_initial_name;
        WHEN 'extract status' THEN
            UPDATE extract_status_lkup
            SET
                extract_status_name = status_name(p_name),
                update_date_time = clock_timestamp(),
                updated_by = v_actor_id
            WHERE extract_status_name = status_name(p_initial_name);
        WHEN 'process status' THEN
            UPDATE process_status_lkup
            SET
                process_status_name = status_name(p_name),
                update_date_time = clock_timestamp(),
                updated_by = v_actor_id
            WHERE process_status_name = status_name(p_initial_name);
        WHEN 'process type' THEN
            UPDATE process_type_lkup
            SET
                process_type_name = p_name,
                update_date_time = clock_timestamp(),
                updated_by = v_actor_id
            WHERE process_type_name = p_initial_name;
        WHEN 'source' THEN
            UPDATE source_lkup
            SET
                source_name = p_name,
                update_date_time = clock_timestamp(),
                updated_by = v_actor_id
            WHERE source_name = p_initial_name;
        WHEN 'tool' THEN
            UPDATE tool_lkup
            SET
                tool_name = p_name,
                update_date_time = clock_timestamp(),
                updated_by = v_actor_id
            WHERE tool_name = p_initial_name;
    END CASE;
EXCEPTION
    WHEN unique_violation THEN
        RAISE EXCEPTION 'PT013: % "%" cannot be changed: there is one of the name "%" already%; give another name',
            v_topic, p_initial_name, p_name, coalesce(', or of the email "' || p_email || '"', '')
            USING ERRCODE = 'PT013';
END;
$$;
