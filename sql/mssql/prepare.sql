-- Checks what an installation needs, all of it before anything is made, and makes the schema. Run by install.sql, in
-- its transaction.

-- A batch of its own, which older servers can read. Services other than the boxed editions (1 to 4) count versions in
-- their own way.
DECLARE @message NVARCHAR(2048);
-- By its name: in Azure SQL Database the ids of sys.databases are others.
DECLARE @level INT = (SELECT d.compatibility_level FROM sys.databases AS d WHERE d.name = DB_NAME());
IF CAST(SERVERPROPERTY(N'EngineEdition') AS INT) <= 4 AND CAST(SERVERPROPERTY(N'ProductMajorVersion') AS INT) < 14
    SET @message = CONCAT(
        N'ptdb needs SQL Server 2017 or later; this server is of version ',
        CAST(SERVERPROPERTY(N'ProductVersion') AS NVARCHAR(128))
    );
ELSE IF @level < 130
    SET @message = CONCAT(
        N'the database "', DB_NAME(), N'" has the compatibility level ', @level,
        N', and ptdb needs 130 or more; let its owner run: ALTER DATABASE CURRENT SET COMPATIBILITY_LEVEL = 140'
    );
IF @message IS NOT NULL
BEGIN
    -- THROW reads % as the beginning of a format.
    SET @message = REPLACE(@message, N'%', N'%%');
    THROW 50000, @message, 1;
END;
GO
DECLARE @message NVARCHAR(2048);
DECLARE @version NVARCHAR(250);
DECLARE @foreign NVARCHAR(MAX);
DECLARE @lacking NVARCHAR(MAX);
DECLARE @result INT;

-- Two installations at once would both see the schema missing.
EXEC @result = sys.sp_getapplock
    @Resource = N'ptdb install', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 60000;
IF @result < 0
    THROW 50000, N'another installation is running in this database; wait for it', 1;

-- Of a schema that one makes, one is the owner.
SELECT @lacking = STRING_AGG(CAST(needed.permission_name AS NVARCHAR(MAX)), N', ')
FROM (
    VALUES
    (N'DATABASE', N'CREATE TABLE', 1),
    (N'DATABASE', N'CREATE VIEW', 1),
    (N'DATABASE', N'CREATE PROCEDURE', 1),
    (N'DATABASE', N'CREATE SCHEMA', CASE WHEN SCHEMA_ID(N'$(schema)') IS NULL THEN 1 ELSE 0 END),
    (N'SCHEMA', N'ALTER', CASE WHEN SCHEMA_ID(N'$(schema)') IS NULL THEN 0 ELSE 1 END),
    (N'SCHEMA', N'SELECT', CASE WHEN SCHEMA_ID(N'$(schema)') IS NULL THEN 0 ELSE 1 END),
    (N'SCHEMA', N'INSERT', CASE WHEN SCHEMA_ID(N'$(schema)') IS NULL THEN 0 ELSE 1 END),
    (N'SCHEMA', N'REFERENCES', CASE WHEN SCHEMA_ID(N'$(schema)') IS NULL THEN 0 ELSE 1 END)
) AS needed (securable_class, permission_name, is_needed)
WHERE needed.is_needed = 1
    -- NULL names the database in use.
    AND HAS_PERMS_BY_NAME(
        CASE WHEN needed.securable_class = N'SCHEMA' THEN N'[$(schema)]' END,
        needed.securable_class,
        needed.permission_name
    ) = 0;
IF @lacking IS NOT NULL
    SET @message = CONCAT(
        N'you lack rights on the database "', DB_NAME(), N'" or its schema "$(schema)"; let their owner GRANT you: ',
        @lacking
    );

IF @message IS NULL AND COL_LENGTH(N'[$(schema)].system_lkup', N'system_value') IS NOT NULL
BEGIN
    SET @version = (SELECT system_value FROM [$(schema)].system_lkup WHERE system_key = N'version');
    IF @version LIKE N'0.%'
        SET @message = CONCAT(
            N'the schema "$(schema)" holds a store of version ', @version,
            N', which would have to be upgraded, and for SQL Server ptdb has no upgrade from it; choose another schema'
        );
    ELSE IF @version IS NULL OR @version <> N'1.0.0'
        SET @message = CONCAT(
            N'the schema "$(schema)" holds a store of version ', COALESCE(@version, N'unknown'),
            N', and this is the installation of 1.0.0; use the files of that version'
        );
END;
ELSE IF @message IS NULL
BEGIN
    SELECT @foreign = STRING_AGG(CAST(o.name AS NVARCHAR(MAX)), N', ') WITHIN GROUP (ORDER BY o.name)
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
    IF @foreign IS NOT NULL
        SET @message = CONCAT(
            N'the schema "$(schema)" has objects that are none of ptdb''s but have their names: ', LEFT(@foreign, 1500),
            N'; choose another schema'
        );
END;

IF @message IS NOT NULL
BEGIN
    SET @message = REPLACE(@message, N'%', N'%%');
    THROW 50000, @message, 1;
END;
IF SCHEMA_ID(N'$(schema)') IS NULL
BEGIN
    -- The only dynamic SQL: CREATE SCHEMA has to be a batch of its own.
    EXEC (N'CREATE SCHEMA [$(schema)]');
    EXEC sys.sp_addextendedproperty
        @name = N'ptdb', @value = N'made by install.sql', @level0type = N'SCHEMA', @level0name = N'$(schema)';
END;
GO
-- A client that goes on behind an error, as SSMS does, makes nothing outside of the transaction that is gone.
IF @@TRANCOUNT = 0
    SET NOEXEC ON;
GO
