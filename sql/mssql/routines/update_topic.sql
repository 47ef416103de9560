-- update_topic: renames a lookup row.
--
-- @topic            actor, cluster, contact, dataset type, error type, extract status, process status, process type,
--                   source or tool, in any case
-- @initial_name     present name of the row
-- @name             new name of the row; the present one when only other fields change
-- @email            e-mail address; for a contact
-- @max_memory       most memory, in @memory_unit (MB, GB, TB); for a cluster
-- @memory_unit      unit of @max_memory
-- @max_processing   most processing power, in @processing_unit (Ghz, CPU, DPU); for a cluster
-- @processing_unit  unit of @max_processing
-- Returns: nothing. A field that is not given stays.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found, PT009 protected, PT013 duplicate.
-- Tables: actor_lkup, and the topic's: cluster_tracking_lkup, contact_lkup, dataset_type_lkup, error_type_lkup,
-- extract_status_lkup, process_status_lkup, process_type_lkup, source_lkup, tool_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].update_topic
    @topic NVARCHAR(4000),
    @initial_name NVARCHAR(4000),
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
DECLARE @id INT;
DECLARE @number INT;
DECLARE @now DATETIMEOFFSET(6);
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
    EXEC check_text @initial_name, N'initial_name', NULL;
    EXEC lock_topic @topic, @key;
    EXEC check_topic_row @topic, @initial_name, @id OUTPUT;
    SET @now = TODATETIMEOFFSET(SYSUTCDATETIME(), 0);
    IF @topic = N'actor'
    BEGIN
        UPDATE actor_lkup
        SET
            actor_name = @key,
            update_date_time = @now,
            updated_by = @actor_id
        WHERE actor_id = @id
            AND NOT EXISTS (SELECT 1 FROM actor_lkup AS t WHERE t.actor_name = @key AND t.actor_id <> @id);
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'cluster'
    BEGIN
        UPDATE cluster_tracking_lkup
        SET
            cluster_name = @key,
            cluster_max_memory = COALESCE(@max_memory, cluster_max_memory),
            cluster_max_memory_unit = COALESCE(@memory_unit, cluster_max_memory_unit),
            cluster_max_processing = COALESCE(@max_processing, cluster_max_processing),
            cluster_max_processing_unit = COALESCE(@processing_unit, cluster_max_processing_unit),
            update_date_time = @now,
            updated_by = @actor_id
        WHERE cluster_id = @id
            AND NOT EXISTS (
                SELECT 1
                FROM cluster_tracking_lkup AS t
                WHERE t.cluster_name = @key AND t.cluster_id <> @id
            );
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'contact'
    BEGIN
        UPDATE contact_lkup
        SET
            contact_name = @key,
            contact_email = COALESCE(@email, contact_email),
            update_date_time = @now,
            updated_by = @actor_id
        WHERE contact_id = @id
            AND NOT EXISTS (
                SELECT 1
                FROM contact_lkup AS t
                WHERE (t.contact_name = @key OR t.contact_email = @email) AND t.contact_id <> @id
            );
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'dataset type'
    BEGIN
        UPDATE dataset_type_lkup
        SET
            dataset_type = @key,
            update_date_time = @now,
            updated_by = @actor_id
        WHERE dataset_type_id = @id
            AND NOT EXISTS (
                SELECT 1
                FROM dataset_type_lkup AS t
                WHERE t.dataset_type = @key AND t.dataset_type_id <> @id
            );
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'error type'
    BEGIN
        UPDATE error_type_lkup
        SET
            error_type_name = @key,
            update_date_time = @now,
            updated_by = @actor_id
        WHERE error_type_id = @id
            AND NOT EXISTS (
                SELECT 1
                FROM error_type_lkup AS t
                WHERE t.error_type_name = @key AND t.error_type_id <> @id
            );
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'extract status'
    BEGIN
        UPDATE extract_status_lkup
        SET
            extract_status_name = @key,
            update_date_time = @now,
            updated_by = @actor_id
        WHERE extract_status_id = @id
            AND NOT EXISTS (
                SELECT 1
                FROM extract_status_lkup AS t
                WHERE t.extract_status_name = @key AND t.extract_status_id <> @id
            );
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'process status'
    BEGIN
        UPDATE process_status_lkup
        SET
            process_status_name = @key,
            update_date_time = @now,
            updated_by = @actor_id
        WHERE process_status_id = @id
            AND NOT EXISTS (
                SELECT 1
                FROM process_status_lkup AS t
                WHERE t.process_status_name = @key AND t.process_status_id <> @id
            );
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'process type'
    BEGIN
        UPDATE process_type_lkup
        SET
            process_type_name = @key,
            update_date_time = @now,
            updated_by = @actor_id
        WHERE process_type_id = @id
            AND NOT EXISTS (
                SELECT 1
                FROM process_type_lkup AS t
                WHERE t.process_type_name = @key AND t.process_type_id <> @id
            );
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'source'
    BEGIN
        UPDATE source_lkup
        SET
            source_name = @key,
            update_date_time = @now,
            updated_by = @actor_id
        WHERE source_id = @id
            AND NOT EXISTS (SELECT 1 FROM source_lkup AS t WHERE t.source_name = @key AND t.source_id <> @id);
        SET @number = @@ROWCOUNT;
    END;
    ELSE IF @topic = N'tool'
    BEGIN
        UPDATE tool_lkup
        SET
            tool_name = @key,
            update_date_time = @now,
            updated_by = @actor_id
        WHERE tool_id = @id
            AND NOT EXISTS (SELECT 1 FROM tool_lkup AS t WHERE t.tool_name = @key AND t.tool_id <> @id);
        SET @number = @@ROWCOUNT;
    END;
    IF @number = 0
    BEGIN
        SET @message = CONCAT(
            N'PT013: ', @topic, N' "', @initial_name, N'" cannot be changed: there is one of the name "', @name,
            N'" already', N', or of the email "' + @email + N'"', N'; give another name'
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
