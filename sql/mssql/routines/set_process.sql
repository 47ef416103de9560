-- set_process: sets a process's own limits.
--
-- @process_name             the process
-- @max_concurrent_failures  failed runs in a row that put it on hold; NULL: the system setting
-- @stale_after_seconds      seconds without a heartbeat after which its running run counts as failed; NULL: the system
--                           setting
-- Returns: nothing. Errors: PT011 invalid_argument, PT014 process_not_found. Tables: actor_lkup, process.
CREATE OR ALTER PROCEDURE [$(schema)].set_process
    @process_name NVARCHAR(4000),
    @max_concurrent_failures INT = NULL,
    @stale_after_seconds INT = NULL
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @process_id INT;
DECLARE @actor_id INT;
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC process_id_of @process_name, N'process_name', @process_id OUTPUT;
    IF @max_concurrent_failures < 1 OR @stale_after_seconds < 1
    BEGIN
        SET @message = CONCAT(
            N'PT011: max_concurrent_failures is ',
            COALESCE(CAST(@max_concurrent_failures AS NVARCHAR(11)), N'not given'),
            N' and stale_after_seconds is ', COALESCE(CAST(@stale_after_seconds AS NVARCHAR(11)), N'not given'),
            N'; give 1 or more, or leave them out'
        );
        EXEC raise_error @message;
    END;
    EXEC actor_id_of NULL, @actor_id OUTPUT;
    UPDATE process
    SET
        max_concurrent_failures = @max_concurrent_failures,
        stale_after_seconds = @stale_after_seconds,
        update_date_time = TODATETIMEOFFSET(SYSUTCDATETIME(), 0),
        updated_by = @actor_id
    WHERE process_id = @process_id;

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
