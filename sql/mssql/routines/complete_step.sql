-- complete_step: ends a step, once.
--
-- @execution_step_id  the step
-- @rows_processed     number of rows that it processed, 0 or more
-- Returns: nothing. Errors: PT011 invalid_argument, PT016 step_not_found, PT005 invalid_status_transition.
-- Tables: actor_lkup, execution_step.
CREATE OR ALTER PROCEDURE [$(schema)].complete_step
    @execution_step_id UNIQUEIDENTIFIER,
    @rows_processed BIGINT = NULL
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @actor_id INT;
DECLARE @now DATETIMEOFFSET(6);
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    IF @rows_processed IS NOT NULL
        EXEC check_count @rows_processed, N'rows_processed';
    EXEC actor_id_of NULL, @actor_id OUTPUT;
    -- An update that changes nothing takes the row's lock, and holds it until the transaction ends.
    UPDATE execution_step SET rows_processed = rows_processed WHERE execution_step_id = @execution_step_id;
    IF @@ROWCOUNT = 0
    BEGIN
        SET @message = CONCAT(
            N'PT016: there is no step of the execution_step_id ',
            COALESCE(LOWER(CAST(@execution_step_id AS NVARCHAR(36))), N'NULL'),
            N'; give the one that init_step returned'
        );
        EXEC raise_error @message;
    END;
    SELECT
        @message = CONCAT(
            N'PT005: step ', LOWER(CAST(@execution_step_id AS NVARCHAR(36))), N' was completed at ',
            CONVERT(NVARCHAR(19), CAST(SWITCHOFFSET(completed_on, 0) AS DATETIME2(6)), 120),
            N' UTC; a step is completed once'
        )
    FROM execution_step
    WHERE execution_step_id = @execution_step_id AND status = N'COMPLETED';
    IF @message IS NOT NULL
        EXEC raise_error @message;
    SET @now = TODATETIMEOFFSET(SYSUTCDATETIME(), 0);
    UPDATE execution_step
    SET
        status = N'COMPLETED',
        rows_processed = @rows_processed,
        completed_on = @now,
        execution_time_ms = CAST(ROUND(DATEDIFF_BIG(MICROSECOND, started_on, @now) / 1000.0, 0) AS BIGINT),
        updated_on = @now,
        update_date_time = @now,
        updated_by = @actor_id
    WHERE execution_step_id = @execution_step_id;

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
