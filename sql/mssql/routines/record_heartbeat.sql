-- record_heartbeat: says that a run is alive.
--
-- @process_tracking_id  the run
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold,
-- PT005 invalid_status_transition (a run that has ended is alive no more).
-- Tables: process_tracking, process, process_status_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].record_heartbeat
    @process_tracking_id BIGINT
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @process_id INT;
DECLARE @actor_id INT;
DECLARE @now DATETIMEOFFSET(6);
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC lock_run @process_tracking_id, N'run', @process_id OUTPUT, @actor_id OUTPUT;
    SELECT
        @message = CONCAT(
            N'PT005: run ', @process_tracking_id, N' ended at ',
            CONVERT(NVARCHAR(19), CAST(SWITCHOFFSET(process_run_end_date_time, 0) AS DATETIME2(6)), 120),
            N' UTC and takes no heartbeat; start a new run'
        )
    FROM process_tracking
    WHERE process_tracking_id = @process_tracking_id AND process_run_end_date_time IS NOT NULL;
    IF @message IS NOT NULL
        EXEC raise_error @message;
    SET @now = TODATETIMEOFFSET(SYSUTCDATETIME(), 0);
    UPDATE process_tracking
    SET
        process_run_heartbeat_date_time = @now,
        update_date_time = @now,
        updated_by = @actor_id
    WHERE process_tracking_id = @process_tracking_id;

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
