-- init_execution: begins an execution of a pipeline.
--
-- @execution_id  key for the execution; NULL: a new one; returns it
-- Returns: @execution_id. Errors: PT013 duplicate. Tables: actor_lkup, execution.
CREATE OR ALTER PROCEDURE [$(schema)].init_execution
    @execution_id UNIQUEIDENTIFIER = NULL OUTPUT
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @actor_id INT;
DECLARE @now DATETIMEOFFSET(6);
DECLARE @key NVARCHAR(36) = LOWER(CAST(@execution_id AS NVARCHAR(36)));
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC actor_id_of NULL, @actor_id OUTPUT;
    IF @execution_id IS NOT NULL
        EXEC lock_name N'execution', @key;
    SET @execution_id = COALESCE(@execution_id, NEWID());
    SET @now = TODATETIMEOFFSET(SYSUTCDATETIME(), 0);
    INSERT INTO execution (execution_id, status, started_on, created_on, updated_on, created_by, updated_by)
    SELECT
        @execution_id,
        N'INITIALISED',
        @now,
        @now,
        @now,
        @actor_id,
        @actor_id
    WHERE NOT EXISTS (SELECT 1 FROM execution AS e WHERE e.execution_id = @execution_id);
    IF @@ROWCOUNT = 0
    BEGIN
        SET @message = CONCAT(
            N'PT013: there is an execution of the execution_id ', @key,
            N' already; give another, or none for a new one'
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
