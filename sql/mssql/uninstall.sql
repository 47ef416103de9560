-- Removes ptdb and all that it has recorded. What others have put into its schema stays, and the schema with it; the
-- roles of roles.sql stay. Run it in the folder that holds sql/:
--
--   sqlcmd -b -S SERVER -d DATABASE -i sql/mssql/uninstall.sql
--
-- Refuses when somebody else's view, routine or foreign key is built on something of ptdb, and when the store is none
-- of ptdb 1. Safe to run again. All of it is one transaction.

:on error exit
:r sql/mssql/schema.sql
:r sql/mssql/options.sql
BEGIN TRANSACTION;
GO
DECLARE @message NVARCHAR(2048);
DECLARE @version NVARCHAR(250);
DECLARE @built NVARCHAR(MAX);
DECLARE @ours TABLE (object_id INT NOT NULL PRIMARY KEY);
INSERT INTO @ours (object_id)
SELECT o.object_id
FROM sys.objects AS o
WHERE o.schema_id = SCHEMA_ID(N'$(schema)')
    AND o.name IN (
        -- names: begin
        N'actor_id_of',
        N'actor_lkup',
        N'add_extract_dependency',
        N'add_process_contact',
        N'add_process_filter',
        N'add_source_contact',
        N'apply_extract_status',
        N'attribute_id_of',
        N'audit_table_of',
        N'bulk_change_extract_status',
        N'change_extract_status',
        N'change_run_status',
        N'character_set_id_of',
        N'character_set_lkup',
        N'check_count',
        N'check_date_texts',
        N'check_dates',
        N'check_id',
        N'check_ids',
        N'check_json',
        N'check_names',
        N'check_parents',
        N'check_size',
        N'check_text',
        N'check_topic',
        N'check_topic_row',
        N'cluster_id_of',
        N'cluster_process',
        N'cluster_tracking_lkup',
        N'compare_step_models',
        N'complete_execution',
        N'complete_step',
        N'compression_type_id_of',
        N'contact_id_of',
        N'contact_lkup',
        N'create_cluster_process',
        N'create_process_dependency',
        N'create_topic',
        N'data_type_id_of',
        N'data_type_lkup',
        N'dataset_type_lkup',
        N'delete_cluster_process',
        N'delete_process_dependency',
        N'delete_topic',
        N'dependency_type_id_of',
        N'dependency_type_lkup',
        N'error_tracking',
        N'error_type_lkup',
        N'execution',
        N'execution_step',
        N'execution_step_model',
        N'extract_compression_type_lkup',
        N'extract_dataset_type',
        N'extract_dependency',
        N'extract_filetype_lkup',
        N'extract_process_tracking',
        N'extract_source',
        N'extract_source_object',
        N'extract_status_id_of',
        N'extract_status_lkup',
        N'extract_tracking',
        N'fail_stale',
        N'fail_stale_runs',
        N'filesize_type_lkup',
        N'filetype_id_of',
        N'filter_type_id_of',
        N'filter_type_lkup',
        N'find_extracts_by_filename',
        N'find_extracts_by_location',
        N'find_extracts_by_process',
        N'find_process_by_schedule_frequency',
        N'find_process_contacts',
        N'find_process_filters',
        N'find_process_source_attributes',
        N'find_process_sources',
        N'find_process_target_attributes',
        N'find_process_targets',
        N'first_bad_name',
        N'get_execution_completion_timestamp',
        N'get_execution_step',
        N'get_extract',
        N'get_last_successful_execution',
        N'get_process_run',
        N'get_process_watermark',
        N'get_version',
        N'init_execution',
        N'init_step',
        N'known_extract_status_id',
        N'link_dataset_types',
        N'link_sources',
        N'location_id_of',
        N'location_lkup',
        N'location_path_of',
        N'location_type_lkup',
        N'lock_dependencies',
        N'lock_execution',
        N'lock_extract',
        N'lock_name',
        N'lock_run',
        N'lock_topic',
        N'merge_file_details',
        N'parse_files',
        N'parse_sources',
        N'process',
        N'process_contact',
        N'process_dataset_type',
        N'process_dependency',
        N'process_filter',
        N'process_id_of',
        N'process_key',
        N'process_source',
        N'process_source_object',
        N'process_source_object_attribute',
        N'process_status_id_of',
        N'process_status_lkup',
        N'process_target',
        N'process_target_object',
        N'process_target_object_attribute',
        N'process_tracking',
        N'process_type_id_of',
        N'process_type_lkup',
        N'raise_error',
        N'raise_run_error',
        N'record_heartbeat',
        N'register_extract',
        N'register_extracts',
        N'register_files',
        N'register_sources',
        N'release_process',
        N'remove_process_contact',
        N'remove_process_filter',
        N'remove_source_contact',
        N'schedule_frequency_id_of',
        N'schedule_frequency_lkup',
        N'set_extract_low_high_dates',
        N'set_extract_record_count',
        N'set_process',
        N'set_process_run_low_high_dates',
        N'set_process_run_record_count',
        N'set_run_status',
        N'set_source',
        N'set_source_object_attribute',
        N'set_system_setting',
        N'source_contact',
        N'source_dataset_type',
        N'source_id_of',
        N'source_lkup',
        N'source_location',
        N'source_object_attribute_lkup',
        N'source_object_dataset_type',
        N'source_object_lkup',
        N'source_object_location',
        N'source_type_lkup',
        N'sources_json',
        N'start_process_run',
        N'status_name',
        N'system_integer',
        N'system_lkup',
        N'tool_id_of',
        N'tool_lkup',
        N'topic_table_of',
        N'update_topic',
        N'v_error',
        N'v_extract',
        N'v_lineage',
        N'v_process',
        N'v_process_dependency',
        N'v_process_run'
        -- names: end
    );
IF COL_LENGTH(N'[$(schema)].system_lkup', N'system_value') IS NOT NULL
BEGIN
    SET @version = (SELECT system_value FROM [$(schema)].system_lkup WHERE system_key = N'version');
    IF @version IS NULL OR @version NOT LIKE N'1.%'
        SET @message = CONCAT(
            N'the schema "$(schema)" holds a store of version ', COALESCE(@version, N'unknown'),
            N', which is none of ptdb 1; it stays as it is'
        );
END;
ELSE IF EXISTS (SELECT 1 FROM @ours)
    SET @message = N'the schema "$(schema)" has objects of ptdb''s names, but no system_lkup; they are not dropped';
SELECT @built = STRING_AGG(CAST(built.name AS NVARCHAR(MAX)), N', ') WITHIN GROUP (ORDER BY built.name)
FROM (
    SELECT CONCAT(OBJECT_SCHEMA_NAME(d.referencing_id), N'.', OBJECT_NAME(d.referencing_id)) AS name
    FROM sys.sql_expression_dependencies AS d
    -- What EXEC names without a schema has no id before it runs; it looks in its own schema first.
    INNER JOIN @ours AS ours ON ours.object_id = COALESCE(d.referenced_id, CASE
        WHEN d.is_caller_dependent = 1 AND d.referenced_database_name IS NULL
            THEN OBJECT_ID(CONCAT(
                QUOTENAME(OBJECT_SCHEMA_NAME(d.referencing_id)), N'.', QUOTENAME(d.referenced_entity_name)
            ))
    END)
    WHERE d.referencing_class = 1
        AND d.referencing_id NOT IN (SELECT object_id FROM @ours)
        AND COALESCE(OBJECTPROPERTY(d.referencing_id, N'IsConstraint'), 0) = 0
    UNION
    SELECT CONCAT(OBJECT_SCHEMA_NAME(f.parent_object_id), N'.', OBJECT_NAME(f.parent_object_id))
    FROM sys.foreign_keys AS f
    INNER JOIN @ours AS ours ON ours.object_id = f.referenced_object_id
    WHERE f.parent_object_id NOT IN (SELECT object_id FROM @ours)
) AS built;
IF @message IS NULL AND @built IS NOT NULL
    SET @message = CONCAT(N'drop first what is built on ptdb: ', LEFT(@built, 1900));
IF @message IS NOT NULL
BEGIN
    -- THROW reads % as the beginning of a format.
    SET @message = REPLACE(@message, N'%', N'%%');
    THROW 50000, @message, 1;
END;
GO
-- A client that goes on behind an error, as SSMS does, makes nothing outside of the transaction that is gone.
IF @@TRANCOUNT = 0
    SET NOEXEC ON;
GO
-- The lists are written by scripts/generate; a table goes before those that it refers to.
-- drops: begin
DROP PROCEDURE IF EXISTS [$(schema)].actor_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].add_extract_dependency;
DROP PROCEDURE IF EXISTS [$(schema)].add_process_contact;
DROP PROCEDURE IF EXISTS [$(schema)].add_process_filter;
DROP PROCEDURE IF EXISTS [$(schema)].add_source_contact;
DROP PROCEDURE IF EXISTS [$(schema)].apply_extract_status;
DROP PROCEDURE IF EXISTS [$(schema)].attribute_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].audit_table_of;
DROP PROCEDURE IF EXISTS [$(schema)].bulk_change_extract_status;
DROP PROCEDURE IF EXISTS [$(schema)].change_extract_status;
DROP PROCEDURE IF EXISTS [$(schema)].change_run_status;
DROP PROCEDURE IF EXISTS [$(schema)].character_set_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].check_count;
DROP PROCEDURE IF EXISTS [$(schema)].check_date_texts;
DROP PROCEDURE IF EXISTS [$(schema)].check_dates;
DROP PROCEDURE IF EXISTS [$(schema)].check_id;
DROP PROCEDURE IF EXISTS [$(schema)].check_ids;
DROP PROCEDURE IF EXISTS [$(schema)].check_json;
DROP PROCEDURE IF EXISTS [$(schema)].check_names;
DROP PROCEDURE IF EXISTS [$(schema)].check_parents;
DROP PROCEDURE IF EXISTS [$(schema)].check_size;
DROP PROCEDURE IF EXISTS [$(schema)].check_text;
DROP PROCEDURE IF EXISTS [$(schema)].check_topic;
DROP PROCEDURE IF EXISTS [$(schema)].check_topic_row;
DROP PROCEDURE IF EXISTS [$(schema)].cluster_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].compare_step_models;
DROP PROCEDURE IF EXISTS [$(schema)].complete_execution;
DROP PROCEDURE IF EXISTS [$(schema)].complete_step;
DROP PROCEDURE IF EXISTS [$(schema)].compression_type_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].contact_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].create_cluster_process;
DROP PROCEDURE IF EXISTS [$(schema)].create_process_dependency;
DROP PROCEDURE IF EXISTS [$(schema)].create_topic;
DROP PROCEDURE IF EXISTS [$(schema)].data_type_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].delete_cluster_process;
DROP PROCEDURE IF EXISTS [$(schema)].delete_process_dependency;
DROP PROCEDURE IF EXISTS [$(schema)].delete_topic;
DROP PROCEDURE IF EXISTS [$(schema)].dependency_type_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].extract_status_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].fail_stale;
DROP PROCEDURE IF EXISTS [$(schema)].fail_stale_runs;
DROP PROCEDURE IF EXISTS [$(schema)].filetype_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].filter_type_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].find_extracts_by_filename;
DROP PROCEDURE IF EXISTS [$(schema)].find_extracts_by_location;
DROP PROCEDURE IF EXISTS [$(schema)].find_extracts_by_process;
DROP PROCEDURE IF EXISTS [$(schema)].find_process_by_schedule_frequency;
DROP PROCEDURE IF EXISTS [$(schema)].find_process_contacts;
DROP PROCEDURE IF EXISTS [$(schema)].find_process_filters;
DROP PROCEDURE IF EXISTS [$(schema)].find_process_source_attributes;
DROP PROCEDURE IF EXISTS [$(schema)].find_process_sources;
DROP PROCEDURE IF EXISTS [$(schema)].find_process_target_attributes;
DROP PROCEDURE IF EXISTS [$(schema)].find_process_targets;
DROP PROCEDURE IF EXISTS [$(schema)].first_bad_name;
DROP PROCEDURE IF EXISTS [$(schema)].get_execution_completion_timestamp;
DROP PROCEDURE IF EXISTS [$(schema)].get_execution_step;
DROP PROCEDURE IF EXISTS [$(schema)].get_extract;
DROP PROCEDURE IF EXISTS [$(schema)].get_last_successful_execution;
DROP PROCEDURE IF EXISTS [$(schema)].get_process_run;
DROP PROCEDURE IF EXISTS [$(schema)].get_process_watermark;
DROP PROCEDURE IF EXISTS [$(schema)].get_version;
DROP PROCEDURE IF EXISTS [$(schema)].init_execution;
DROP PROCEDURE IF EXISTS [$(schema)].init_step;
DROP PROCEDURE IF EXISTS [$(schema)].known_extract_status_id;
DROP PROCEDURE IF EXISTS [$(schema)].link_dataset_types;
DROP PROCEDURE IF EXISTS [$(schema)].link_sources;
DROP PROCEDURE IF EXISTS [$(schema)].location_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].location_path_of;
DROP PROCEDURE IF EXISTS [$(schema)].lock_dependencies;
DROP PROCEDURE IF EXISTS [$(schema)].lock_execution;
DROP PROCEDURE IF EXISTS [$(schema)].lock_extract;
DROP PROCEDURE IF EXISTS [$(schema)].lock_name;
DROP PROCEDURE IF EXISTS [$(schema)].lock_run;
DROP PROCEDURE IF EXISTS [$(schema)].lock_topic;
DROP PROCEDURE IF EXISTS [$(schema)].merge_file_details;
DROP PROCEDURE IF EXISTS [$(schema)].parse_files;
DROP PROCEDURE IF EXISTS [$(schema)].parse_sources;
DROP PROCEDURE IF EXISTS [$(schema)].process_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].process_key;
DROP PROCEDURE IF EXISTS [$(schema)].process_status_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].process_type_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].raise_error;
DROP PROCEDURE IF EXISTS [$(schema)].raise_run_error;
DROP PROCEDURE IF EXISTS [$(schema)].record_heartbeat;
DROP PROCEDURE IF EXISTS [$(schema)].register_extract;
DROP PROCEDURE IF EXISTS [$(schema)].register_extracts;
DROP PROCEDURE IF EXISTS [$(schema)].register_files;
DROP PROCEDURE IF EXISTS [$(schema)].register_sources;
DROP PROCEDURE IF EXISTS [$(schema)].release_process;
DROP PROCEDURE IF EXISTS [$(schema)].remove_process_contact;
DROP PROCEDURE IF EXISTS [$(schema)].remove_process_filter;
DROP PROCEDURE IF EXISTS [$(schema)].remove_source_contact;
DROP PROCEDURE IF EXISTS [$(schema)].schedule_frequency_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].set_extract_low_high_dates;
DROP PROCEDURE IF EXISTS [$(schema)].set_extract_record_count;
DROP PROCEDURE IF EXISTS [$(schema)].set_process;
DROP PROCEDURE IF EXISTS [$(schema)].set_process_run_low_high_dates;
DROP PROCEDURE IF EXISTS [$(schema)].set_process_run_record_count;
DROP PROCEDURE IF EXISTS [$(schema)].set_run_status;
DROP PROCEDURE IF EXISTS [$(schema)].set_source;
DROP PROCEDURE IF EXISTS [$(schema)].set_source_object_attribute;
DROP PROCEDURE IF EXISTS [$(schema)].set_system_setting;
DROP PROCEDURE IF EXISTS [$(schema)].source_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].sources_json;
DROP PROCEDURE IF EXISTS [$(schema)].start_process_run;
DROP PROCEDURE IF EXISTS [$(schema)].status_name;
DROP PROCEDURE IF EXISTS [$(schema)].system_integer;
DROP PROCEDURE IF EXISTS [$(schema)].tool_id_of;
DROP PROCEDURE IF EXISTS [$(schema)].topic_table_of;
DROP PROCEDURE IF EXISTS [$(schema)].update_topic;
DROP VIEW IF EXISTS [$(schema)].v_error;
DROP VIEW IF EXISTS [$(schema)].v_extract;
DROP VIEW IF EXISTS [$(schema)].v_lineage;
DROP VIEW IF EXISTS [$(schema)].v_process;
DROP VIEW IF EXISTS [$(schema)].v_process_dependency;
DROP VIEW IF EXISTS [$(schema)].v_process_run;
DROP TABLE IF EXISTS [$(schema)].cluster_process;
DROP TABLE IF EXISTS [$(schema)].error_tracking;
DROP TABLE IF EXISTS [$(schema)].execution_step_model;
DROP TABLE IF EXISTS [$(schema)].extract_dataset_type;
DROP TABLE IF EXISTS [$(schema)].extract_dependency;
DROP TABLE IF EXISTS [$(schema)].extract_process_tracking;
DROP TABLE IF EXISTS [$(schema)].extract_source;
DROP TABLE IF EXISTS [$(schema)].extract_source_object;
DROP TABLE IF EXISTS [$(schema)].process_contact;
DROP TABLE IF EXISTS [$(schema)].process_dataset_type;
DROP TABLE IF EXISTS [$(schema)].process_dependency;
DROP TABLE IF EXISTS [$(schema)].process_filter;
DROP TABLE IF EXISTS [$(schema)].process_source;
DROP TABLE IF EXISTS [$(schema)].process_source_object;
DROP TABLE IF EXISTS [$(schema)].process_source_object_attribute;
DROP TABLE IF EXISTS [$(schema)].process_target;
DROP TABLE IF EXISTS [$(schema)].process_target_object;
DROP TABLE IF EXISTS [$(schema)].process_target_object_attribute;
DROP TABLE IF EXISTS [$(schema)].source_contact;
DROP TABLE IF EXISTS [$(schema)].source_dataset_type;
DROP TABLE IF EXISTS [$(schema)].source_location;
DROP TABLE IF EXISTS [$(schema)].source_object_dataset_type;
DROP TABLE IF EXISTS [$(schema)].source_object_location;
DROP TABLE IF EXISTS [$(schema)].system_lkup;
DROP TABLE IF EXISTS [$(schema)].cluster_tracking_lkup;
DROP TABLE IF EXISTS [$(schema)].contact_lkup;
DROP TABLE IF EXISTS [$(schema)].dataset_type_lkup;
DROP TABLE IF EXISTS [$(schema)].dependency_type_lkup;
DROP TABLE IF EXISTS [$(schema)].error_type_lkup;
DROP TABLE IF EXISTS [$(schema)].execution_step;
DROP TABLE IF EXISTS [$(schema)].extract_tracking;
DROP TABLE IF EXISTS [$(schema)].filter_type_lkup;
DROP TABLE IF EXISTS [$(schema)].process_tracking;
DROP TABLE IF EXISTS [$(schema)].source_object_attribute_lkup;
DROP TABLE IF EXISTS [$(schema)].actor_lkup;
DROP TABLE IF EXISTS [$(schema)].data_type_lkup;
DROP TABLE IF EXISTS [$(schema)].execution;
DROP TABLE IF EXISTS [$(schema)].extract_compression_type_lkup;
DROP TABLE IF EXISTS [$(schema)].extract_filetype_lkup;
DROP TABLE IF EXISTS [$(schema)].extract_status_lkup;
DROP TABLE IF EXISTS [$(schema)].filesize_type_lkup;
DROP TABLE IF EXISTS [$(schema)].location_lkup;
DROP TABLE IF EXISTS [$(schema)].process;
DROP TABLE IF EXISTS [$(schema)].process_status_lkup;
DROP TABLE IF EXISTS [$(schema)].source_object_lkup;
DROP TABLE IF EXISTS [$(schema)].location_type_lkup;
DROP TABLE IF EXISTS [$(schema)].process_type_lkup;
DROP TABLE IF EXISTS [$(schema)].schedule_frequency_lkup;
DROP TABLE IF EXISTS [$(schema)].source_lkup;
DROP TABLE IF EXISTS [$(schema)].tool_lkup;
DROP TABLE IF EXISTS [$(schema)].character_set_lkup;
DROP TABLE IF EXISTS [$(schema)].source_type_lkup;
-- drops: end
GO
IF SCHEMA_ID(N'$(schema)') IS NOT NULL
    AND EXISTS (
        SELECT 1
        FROM sys.extended_properties AS p
        WHERE p.class = 3 AND p.major_id = SCHEMA_ID(N'$(schema)') AND p.name = N'ptdb'
    )
    AND NOT EXISTS (SELECT 1 FROM sys.objects AS o WHERE o.schema_id = SCHEMA_ID(N'$(schema)'))
    AND NOT EXISTS (SELECT 1 FROM sys.types AS t WHERE t.schema_id = SCHEMA_ID(N'$(schema)'))
    -- The only dynamic SQL, as in prepare.sql.
    EXEC (N'DROP SCHEMA [$(schema)]');
GO
COMMIT TRANSACTION;
GO
SET NOEXEC OFF;
GO
