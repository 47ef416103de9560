-- audit_table_of: a table whose audit columns name an actor, the tables that grow last. Internal.
--
-- @actor_id    the actor
-- @table_name  returns the table's name; NULL: none does
-- No index serves it, so an actor that nothing names costs a scan of all.
-- Errors: none. Tables: all.
CREATE OR ALTER PROCEDURE [$(schema)].audit_table_of
    @actor_id INT,
    @table_name NVARCHAR(128) OUTPUT
AS
SET NOCOUNT ON;
SET @table_name = (
    SELECT TOP (1) used.table_name
    FROM (
        SELECT N'actor_lkup' AS table_name FROM actor_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'tool_lkup' FROM tool_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'system_lkup' FROM system_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'schedule_frequency_lkup' FROM schedule_frequency_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'contact_lkup' FROM contact_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'location_type_lkup' FROM location_type_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'location_lkup' FROM location_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'source_type_lkup' FROM source_type_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'character_set_lkup' FROM character_set_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'data_type_lkup' FROM data_type_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'dataset_type_lkup' FROM dataset_type_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'filter_type_lkup' FROM filter_type_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'source_lkup' FROM source_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'source_object_lkup' FROM source_object_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'source_object_attribute_lkup'
        FROM source_object_attribute_lkup
        WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'source_contact' FROM source_contact WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'source_dataset_type' FROM source_dataset_type WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'source_object_dataset_type' FROM source_object_dataset_type WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'source_location' FROM source_location WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'source_object_location' FROM source_object_location WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'process_type_lkup' FROM process_type_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'process_status_lkup' FROM process_status_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'dependency_type_lkup' FROM dependency_type_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'process' FROM process WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'process_contact' FROM process_contact WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'process_dataset_type' FROM process_dataset_type WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'process_dependency' FROM process_dependency WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'process_filter' FROM process_filter WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'process_source' FROM process_source WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'process_source_object' FROM process_source_object WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'process_source_object_attribute'
        FROM process_source_object_attribute
        WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'process_target' FROM process_target WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'process_target_object' FROM process_target_object WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'process_target_object_attribute'
        FROM process_target_object_attribute
        WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'cluster_tracking_lkup' FROM cluster_tracking_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'cluster_process' FROM cluster_process WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'extract_status_lkup' FROM extract_status_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'extract_compression_type_lkup'
        FROM extract_compression_type_lkup
        WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'extract_filetype_lkup' FROM extract_filetype_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'filesize_type_lkup' FROM filesize_type_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'error_type_lkup' FROM error_type_lkup WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'execution' FROM execution WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'execution_step' FROM execution_step WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'execution_step_model' FROM execution_step_model WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'error_tracking' FROM error_tracking WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'extract_dataset_type' FROM extract_dataset_type WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'extract_source' FROM extract_source WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'extract_source_object' FROM extract_source_object WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'extract_dependency' FROM extract_dependency WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'process_tracking' FROM process_tracking WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'extract_tracking' FROM extract_tracking WHERE @actor_id IN (created_by, updated_by)
        UNION ALL
        SELECT N'extract_process_tracking' FROM extract_process_tracking WHERE @actor_id IN (created_by, updated_by)
    ) AS used
);
GO
