-- fail_stale_runs: fails every running run that gave no sign of life for longer than its process allows.
--
-- Returns: @number_failed, how many runs were failed. Errors: none.
-- Tables: actor_lkup, process_tracking, process_status_lkup, and those of fail_stale.
CREATE OR ALTER PROCEDURE [$(schema)].fail_stale_runs
    @number_failed INT = NULL OUTPUT
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @actor_id INT;
DECLARE @system_seconds INT;
DECLARE @process_ids NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC actor_id_of NULL, @actor_id OUTPUT;
    EXEC system_integer N'stale_after_seconds', @system_seconds OUTPUT;
    -- Only what may be stale gets locked; fail_stale looks again under the lock.
    SET @process_ids = (
        SELECT CONCAT(N'[', STRING_AGG(CAST(t.process_id AS NVARCHAR(MAX)), N','), N']')
        FROM process_tracking AS t
        INNER JOIN process AS p ON p.process_id = t.process_id
        INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
        WHERE t.is_latest_run = 1
            AND s.process_status_name = N'running'
            AND COALESCE(t.process_run_heartbeat_date_time, t.process_run_start_date_time)
            < DATEADD(SECOND, -COALESCE(p.stale_after_seconds, @system_seconds), TODATETIMEOFFSET(SYSUTCDATETIME(), 0))
    );
    EXEC fail_stale @process_ids, @actor_id, @number_failed OUTPUT;

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
