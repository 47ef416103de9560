-- Checks what an installation needs, all of it before anything is made, and makes the schema. Run by install.sql, in
-- its transaction.
DECLARE @message NVARCHAR(2048);
DECLARE @version NVARCHAR(250);
DECLARE @foreign NVARCHAR(MAX);
DECLARE @lacking NVARCHAR(MAX);
DECLARE @level INT = (SELECT compatibility_level FROM sys.databases WHERE database_id = DB_ID());
DECLARE @result INT;

-- Two installations at once would both see the schema missing.
EXEC @result = sys.sp_getapplock
    @Resource = N'ptdb install', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 60000;
IF @result < 0
    THROW 50000, N'another installation is running in this database; wait for it', 1;

-- 5 and 8: Azure SQL Database and Managed Instance, which have no version of their own.
IF CAST(SERVERPROPERTY(N'EngineEdition') AS INT) NOT IN (5, 8) AND CAST(SERVERPROPERTY(N'ProductMajorVersion') AS INT) < 14
    SET @message = CONCAT(
        N'ptdb needs SQL Server 2017 or later; this server is version ',
        CAST(SERVERPROPERTY(N'ProductVersion') AS NVARCHAR(128))
    );
ELSE IF @level < 140
    SET @message = CONCAT(
        N'the database "', DB_NAME(), N'" has the compatibility level ', @level,
        N', and ptdb needs 140; run: ALTER DATABASE CURRENT SET COMPATIBILITY_LEVEL = 140'
    );

SELECT @lacking = STRING_AGG(CAST(needed.permission_name AS NVARCHAR(MAX)), N', ')
FROM (
    VALUES
    (N'CREATE TABLE', N'DATABASE'),
    (N'CREATE VIEW', N'DATABASE'),
    (N'CREATE PROCEDURE', N'DATABASE'),
    (CASE WHEN SCHEMA_ID(N'$(schema)') IS NULL THEN N'CREATE SCHEMA' END, N'DATABASE'),
    (CASE WHEN SCHEMA_ID(N'$(schema)') IS NOT NULL THEN N'ALTER' END, N'SCHEMA')
) AS needed (permission_name, securable_class)
WHERE needed.permission_name IS NOT NULL
    AND HAS_PERMS_BY_NAME(
        CASE WHEN needed.securable_class = N'SCHEMA' THEN N'[$(schema)]' END,
        needed.securable_class,
        needed.permission_name
    ) = 0;
IF @message IS NULL AND @lacking IS NOT NULL
    SET @message = CONCAT(
        N'you lack rights on the database "', DB_NAME(), N'" or its schema "$(schema)"; let their owner GRANT you: ',
        @lacking
    );

IF @message IS NULL AND COL_LENGTH(N'[$(schema)].system_lkup', N'system_value') IS NOT NULL
BEGIN
    SET @version = (SELECT system_value FROM [$(schema)].system_lkup WHERE system_key = N'version');
    IF @version IS NULL OR @version <> N'1.0.0'
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
            N'change_run_status',
            N'character_set_lkup',
            N'check_id',
            N'check_json',
            N'check_names',
            N'check_parents',
            N'check_text',
            N'cluster_process',
            N'cluster_tracking_lkup',
            N'contact_lkup',
            N'data_type_lkup',
            N'dataset_type_lkup',
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
            N'extract_status_lkup',
            N'extract_tracking',
            N'fail_stale',
            N'filesize_type_lkup',
            N'filter_type_lkup',
            N'first_bad_name',
            N'get_process_run',
            N'get_version',
            N'link_dataset_types',
            N'link_sources',
            N'location_lkup',
            N'location_type_lkup',
            N'lock_name',
            N'lock_run',
            N'parse_sources',
            N'process',
            N'process_contact',
            N'process_dataset_type',
            N'process_dependency',
            N'process_filter',
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
            N'register_sources',
            N'schedule_frequency_id_of',
            N'schedule_frequency_lkup',
            N'set_run_status',
            N'source_contact',
            N'source_dataset_type',
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
            N'the schema "$(schema)" has objects that are none of ptdb''s but have their names: ', @foreign,
            N'; choose another schema'
        );
END;

IF @message IS NOT NULL
BEGIN
    -- THROW reads % as the beginning of a format.
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
