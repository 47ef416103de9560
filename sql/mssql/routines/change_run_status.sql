-- change_run_status: gives a run another status; completed and failed end it.
--
-- @process_tracking_id  the run
-- @new_status           the new status; an unknown one is added as a custom status; "complete" means completed
-- @end_date             when the run ended, for completed and failed; default: now
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold,
-- PT005 invalid_status_transition (running and on hold are for the latest run only).
-- Tables: process_status_lkup, process, process_tracking.
CREATE OR ALTER PROCEDURE [$(schema)].change_run_status
    @process_tracking_id BIGINT,
    @new_status NVARCHAR(4000),
    @end_date DATETIMEOFFSET(6) = NULL
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @process_id INT;
DECLARE @actor_id INT;
DECLARE @status_id INT;
DECLARE @message NVARCHAR(MAX);
SET @end_date = COALESCE(@end_date, TODATETIMEOFFSET(SYSUTCDATETIME(), 0));
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC status_name @new_status OUTPUT;
    -- A new status is added before the run is locked, as in every call: see the lock order in sql/README.md.
    SET @actor_id = (
        SELECT process_run_actor_id FROM process_tracking WHERE process_tracking_id = @process_tracking_id
    );
    IF @actor_id IS NOT NULL
        EXEC process_status_id_of @new_status, @actor_id, @status_id OUTPUT;
    EXEC lock_run @process_tracking_id, N'process', @process_id OUTPUT, @actor_id OUTPUT;
    IF EXISTS (
        SELECT 1
        FROM process_tracking AS t
        CROSS JOIN process_status_lkup AS s
        WHERE t.process_tracking_id = @process_tracking_id
            AND t.is_latest_run = 0
            AND s.process_status_id = @status_id
            AND s.process_status_name IN (N'running', N'on hold')
    )
    BEGIN
        SET @message = CONCAT(
            N'PT005: run ', @process_tracking_id, N' cannot go to "', @new_status,
            N'": a later run of its process exists, and only the latest run may; start a new run instead'
        );
        EXEC raise_error @message;
    END;
    EXEC set_run_status @process_tracking_id, @process_id, @status_id, @end_date, @actor_id;

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
