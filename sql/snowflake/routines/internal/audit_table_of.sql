-- audit_table_of: a table whose audit columns name an actor, its own row left out. Internal.
--
-- p_actor_id  the actor
-- Returns: name of the table; NULL: none does. Errors: none. Tables: all.
CREATE OR REPLACE PROCEDURE audit_table_of(p_actor_id NUMBER)
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_table VARCHAR DEFAULT NULL;
BEGIN
    SELECT MIN(used.table_name)
    INTO :v_table
    FROM (
        SELECT 'actor_lkup' AS table_name
        FROM actor_lkup
        WHERE :p_actor_id IN (created_by, updated_by) AND actor_id <> :p_actor_id
        UNION ALL
        SELECT 'tool_lkup' FROM tool_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'system_lkup' FROM system_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'schedule_frequency_lkup' FROM schedule_frequency_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'contact_lkup' FROM contact_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'location_type_lkup' FROM location_type_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'location_lkup' FROM location_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'source_type_lkup' FROM source_type_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'character_set_lkup' FROM character_set_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'data_type_lkup' FROM data_type_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'dataset_type_lkup' FROM dataset_type_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'filter_type_lkup' FROM filter_type_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'source_lkup' FROM source_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'source_object_lkup' FROM source_object_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'source_object_attribute_lkup'
        FROM source_object_attribute_lkup
        WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'source_contact' FROM source_contact WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'source_dataset_type' FROM source_dataset_type WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'source_object_dataset_type'
        FROM source_object_dataset_type
        WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'source_location' FROM source_location WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'source_object_location' FROM source_object_location WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'process_type_lkup' FROM process_type_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'process_status_lkup' FROM process_status_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'dependency_type_lkup' FROM dependency_type_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'process' FROM process WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'process_contact' FROM process_contact WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'process_dataset_type' FROM process_dataset_type WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'process_dependency' FROM process_dependency WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'process_filter' FROM process_filter WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'process_source' FROM process_source WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'process_source_object' FROM process_source_object WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'process_source_object_attribute'
        FROM process_source_object_attribute
        WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'process_target' FROM process_target WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'process_target_object' FROM process_target_object WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'process_target_object_attribute'
        FROM process_target_object_attribute
        WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'cluster_tracking_lkup' FROM cluster_tracking_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'cluster_process' FROM cluster_process WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'extract_status_lkup' FROM extract_status_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'extract_compression_type_lkup'
        FROM extract_compression_type_lkup
        WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'extract_filetype_lkup' FROM extract_filetype_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'filesize_type_lkup' FROM filesize_type_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'error_type_lkup' FROM error_type_lkup WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'execution' FROM execution WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'execution_step' FROM execution_step WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'execution_step_model' FROM execution_step_model WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'error_tracking' FROM error_tracking WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'extract_dataset_type' FROM extract_dataset_type WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'extract_source' FROM extract_source WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'extract_source_object' FROM extract_source_object WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'extract_dependency' FROM extract_dependency WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'process_tracking' FROM process_tracking WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'extract_tracking' FROM extract_tracking WHERE :p_actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT 'extract_process_tracking' FROM extract_process_tracking WHERE :p_actor_id IN (created_by, updated_by)
    ) AS used;
    RETURN v_table;
END;
$$;
