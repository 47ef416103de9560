-- complete_execution: ends an execution, once.
--
-- @execution_id  the execution
-- Returns: nothing. Errors: PT015 execution_not_found, PT005 invalid_status_transition. Tables: actor_lkup, execution.
CREATE OR ALTER PROCEDURE [$(schema)].complete_execution
    @execution_id UNIQUEIDENTIFIER
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @actor_id INT;
DECLARE @now DATETIMEOFFSET(6);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC actor_id_of NULL, @actor_id OUTPUT;
    EXEC lock_execution @execution_id;
    SET @now = TODATETIMEOFFSET(SYSUTCDATETIME(), 0);
    UPDATE execution
    SET
        status = N'COMPLETED',
        completed_on = @now,
        execution_time_ms = CAST(ROUND(DATEDIFF_BIG(MICROSECOND, started_on, @now) / 1000.0, 0) AS BIGINT),
        updated_on = @now,
        update_date_time = @now,
        updated_by = @actor_id
    WHERE execution_id = @execution_id;

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
