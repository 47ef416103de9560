-- release_process: ends a process's hold. The failures before it count no more.
--
-- @process_name  the process
-- @new_status    status that the held run gets: any but running, failed and on hold
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT014 process_not_found, PT005 invalid_status_transition.
-- Tables: actor_lkup, process_status_lkup, process, process_tracking.
CREATE OR ALTER PROCEDURE [$(schema)].release_process
    @process_name NVARCHAR(4000),
    @new_status NVARCHAR(4000) = N'completed'
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @process_id INT;
DECLARE @actor_id INT;
DECLARE @status_id INT;
DECLARE @now DATETIMEOFFSET(6);
DECLARE @message NVARCHAR(MAX);
SET @new_status = COALESCE(@new_status, N'completed');
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC status_name @new_status OUTPUT;
    EXEC process_id_of @process_name, N'process_name', @process_id OUTPUT;
    IF @new_status COLLATE Latin1_General_100_BIN2 IN (N'running', N'failed', N'on hold')
    BEGIN
        SET @message = CONCAT(
            N'PT005: process "', @process_name, N'" cannot be released to "', @new_status,
            N'"; release it to completed, or to a status of your own'
        );
        EXEC raise_error @message;
    END;
    EXEC actor_id_of NULL, @actor_id OUTPUT;
    EXEC process_status_id_of @new_status, @actor_id, @status_id OUTPUT;
    -- An update that changes nothing takes the row's lock, which covers the process's latest run too.
    UPDATE process SET total_record_count = total_record_count WHERE process_id = @process_id;
    SET @now = TODATETIMEOFFSET(SYSUTCDATETIME(), 0);
    UPDATE process_tracking
    SET
        process_status_id = @status_id,
        process_run_end_date_time = @now,
        update_date_time = @now,
        updated_by = @actor_id
    WHERE process_id = @process_id
        AND is_latest_run = 1
        AND process_status_id = (
            SELECT s.process_status_id FROM process_status_lkup AS s WHERE s.process_status_name = N'on hold'
        );
    IF @@ROWCOUNT = 0
    BEGIN
        SET @message = CONCAT(N'PT005: process "', @process_name, N'" is not on hold; there is nothing to release');
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
