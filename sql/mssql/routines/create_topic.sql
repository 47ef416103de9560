-- create_topic: adds a lookup row.
--
-- @topic            actor, cluster, contact, dataset type, error type, extract status, process status, process type,
--                   source or tool, in any case
-- @name             name of the new row
-- @email            e-mail address; for a contact
-- @max_memory       most memory, in @memory_unit (MB, GB, TB); for a cluster
-- @memory_unit      unit of @max_memory
-- @max_processing   most processing power, in @processing_unit (Ghz, CPU, DPU); for a cluster
-- @processing_unit  unit of @max_processing
-- Returns: nothing. Errors: PT011 invalid_argument, PT013 duplicate.
-- Tables: actor_lkup, and the topic's: cluster_tracking_lkup, contact_lkup, dataset_type_lkup, error_type_lkup,
-- extract_status_lkup, process_status_lkup, process_type_lkup, source_lkup, tool_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].create_topic
    @topic NVARCHAR(4000),
    @name NVARCHAR(4000),
    @email NVARCHAR(4000) = NULL,
    @max_memory INT = NULL,
    @memory_unit NVARCHAR(4000) = NULL,
    @max_processing INT = NULL,
    @processing_unit NVARCHAR(4000) = NULL
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @known NVARCHAR(4000) = @name;
DECLARE @key NVARCHAR(250);
DECLARE @actor_id INT;
DECLARE @number INT;
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC check_topic
        @topic OUTPUT, @name, @email, @max_memory, @memory_unit, @max_processing, @processing_unit;
    IF @topic LIKE N'% status'
        EXEC status_name @known OUTPUT;
    SET @key = @known;
    EXEC actor_id_of NULL, @actor_id OUTPUT;
    EXEC lock_topic @topic, @key;
    IF @topic = N'actor'
    BEGIN
        INSERT INTO actor_lkup (actor_name, created_by, updated_by)
        SELECT
            @key,
            @actor_id,
            @actor_id
        WHERE NOT EXISTS (SELECT 1 FROM actor_lkup AS t WHERE t.actor_name = @key);
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'cluster'
    BEGIN
        INSERT INTO cluster_tracking_lkup (
            cluster_name, cluster_max_memory, cluster_max_memory_unit, cluster_max_processing,
            cluster_max_processing_unit, created_by, updated_by
        )
        SELECT
            @key,
            @max_memory,
            @memory_unit,
            @max_processing,
            @processing_unit,
            @actor_id,
            @actor_id
        WHERE NOT EXISTS (SELECT 1 FROM cluster_tracking_lkup AS t WHERE t.cluster_name = @key);
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'contact'
    BEGIN
        INSERT INTO contact_lkup (contact_name, contact_email, created_by, updated_by)
        SELECT
            @key,
            @email,
            @actor_id,
            @actor_id
        WHERE NOT EXISTS (SELECT 1 FROM contact_lkup AS t WHERE t.contact_name = @key OR t.contact_email = @email);
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'dataset type'
    BEGIN
        INSERT INTO dataset_type_lkup (dataset_type, created_by, updated_by)
        SELECT
            @key,
            @actor_id,
            @actor_id
        WHERE NOT EXISTS (SELECT 1 FROM dataset_type_lkup AS t WHERE t.dataset_type = @key);
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'error type'
    BEGIN
        INSERT INTO error_type_lkup (error_type_name, created_by, updated_by)
        SELECT
            @key,
            @actor_id,
            @actor_id
        WHERE NOT EXISTS (SELECT 1 FROM error_type_lkup AS t WHERE t.error_type_name = @key);
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'extract status'
    BEGIN
        INSERT INTO extract_status_lkup (extract_status_name, created_by, updated_by)
        SELECT
            @key,
            @actor_id,
            @actor_id
        WHERE NOT EXISTS (SELECT 1 FROM extract_status_lkup AS t WHERE t.extract_status_name = @key);
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'process status'
    BEGIN
        INSERT INTO process_status_lkup (process_status_name, created_by, updated_by)
        SELECT
            @key,
            @actor_id,
            @actor_id
        WHERE NOT EXISTS (SELECT 1 FROM process_status_lkup AS t WHERE t.process_status_name = @key);
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'process type'
    BEGIN
        INSERT INTO process_type_lkup (process_type_name, created_by, updated_by)
        SELECT
            @key,
            @actor_id,
            @actor_id
        WHERE NOT EXISTS (SELECT 1 FROM process_type_lkup AS t WHERE t.process_type_name = @key);
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'source'
    BEGIN
        INSERT INTO source_lkup (source_name, created_by, updated_by)
        SELECT
            @key,
            @actor_id,
            @actor_id
        WHERE NOT EXISTS (SELECT 1 FROM source_lkup AS t WHERE t.source_name = @key);
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'tool'
    BEGIN
        INSERT INTO tool_lkup (tool_name, created_by, updated_by)
        SELECT
            @key,
            @actor_id,
            @actor_id
        WHERE NOT EXISTS (SELECT 1 FROM tool_lkup AS t WHERE t.tool_name = @key);
        SET @number = @@ROWCOUNT;
    END;
    IF @number = 0
    BEGIN
        SET @message = CONCAT(
            N'PT013: ', @topic, N' "', @name, N'" cannot be added: there is one of the name already',
            N', or of the email "' + @email + N'"', N'; give another name'
        );
        EXEC raise_error @message;
    END;

    IF @owns = 1
        COMMIT TRANSACTION;
END TRY
BEGIN CATCH
    IF @owns = 1 AND XACT_STATE() <> 0
        ROLLBACK TRANSACTION;
    IF @owns = 0 AND XACT_STATE() = 1
        ROLLBACK TRANSACTION ptdb_call;
    SET XACT_ABORT OFF;
    THROW;
END CATCH;
GO
