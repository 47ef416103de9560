-- delete_topic: deletes a lookup row that nothing uses. Of an actor, its name in an audit column is a use, too.
--
-- @topic  actor, cluster, contact, dataset type, error type, extract status, process status, process type, source or
--         tool, in any case
-- @name   name of the row
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT008 lookup_not_found, PT009 protected, PT010 in_use.
-- Tables: the topic's: actor_lkup, cluster_tracking_lkup, contact_lkup, dataset_type_lkup, error_type_lkup,
-- extract_status_lkup, process_status_lkup, process_type_lkup, source_lkup, tool_lkup; and those that refer to it.
CREATE OR ALTER PROCEDURE [$(schema)].delete_topic
    @topic NVARCHAR(4000),
    @name NVARCHAR(4000)
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @id INT;
DECLARE @table NVARCHAR(128);
DECLARE @is_used BIT = 0;
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC check_topic @topic OUTPUT, @name;
    EXEC check_topic_row @topic, @name, @id OUTPUT;
    -- The foreign keys say whether it is in use, which is exact while others use it. Under XACT_ABORT their refusal
    -- would doom the caller's transaction.
    SET XACT_ABORT OFF;
    BEGIN TRY
        IF @topic = N'actor'
            DELETE FROM actor_lkup WHERE actor_id = @id;
        ELSE IF @topic = N'cluster'
            DELETE FROM cluster_tracking_lkup WHERE cluster_id = @id;
        ELSE IF @topic = N'contact'
            DELETE FROM contact_lkup WHERE contact_id = @id;
        ELSE IF @topic = N'dataset type'
            DELETE FROM dataset_type_lkup WHERE dataset_type_id = @id;
        ELSE IF @topic = N'error type'
            DELETE FROM error_type_lkup WHERE error_type_id = @id;
        ELSE IF @topic = N'extract status'
            DELETE FROM extract_status_lkup WHERE extract_status_id = @id;
        ELSE IF @topic = N'process status'
            DELETE FROM process_status_lkup WHERE process_status_id = @id;
        ELSE IF @topic = N'process type'
            DELETE FROM process_type_lkup WHERE process_type_id = @id;
        ELSE IF @topic = N'source'
            DELETE FROM source_lkup WHERE source_id = @id;
        ELSE IF @topic = N'tool'
            DELETE FROM tool_lkup WHERE tool_id = @id;
    END TRY
    BEGIN CATCH
        IF ERROR_NUMBER() <> 547
            THROW;
        SET @is_used = 1;
    END CATCH;
    SET XACT_ABORT ON;
    IF @is_used = 1
        EXEC topic_table_of @topic, @id, @table OUTPUT;
    ELSE IF @topic = N'actor'
        EXEC audit_table_of @id, @table OUTPUT;
    IF @is_used = 1 OR @table IS NOT NULL
    BEGIN
        SET @message = CONCAT(
            N'PT010: ', @topic, N' "', @name, N'" is in use, by rows of ',
            COALESCE(N'the table ' + @table, N'another table'), N'; it cannot be deleted while they name it'
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
