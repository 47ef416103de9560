-- bulk_change_extract_status: gives many extracts another status on behalf of a run: all of them or none.
--
-- @process_tracking_id  the run
-- @extract_ids          JSON array of extract ids; a repeated id counts once
-- @new_status           the new status; an unknown one is added as a custom status. To loading only when every extract
--                       that they depend on, but for soft dependencies, is loaded, archived or deleted, and none of
--                       these is in the batch
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT006 extract_not_found,
-- PT007 extract_dependency_blocked. Tables: process_tracking, and those of apply_extract_status.
CREATE OR ALTER PROCEDURE [$(schema)].bulk_change_extract_status
    @process_tracking_id BIGINT,
    @extract_ids NVARCHAR(MAX),
    @new_status NVARCHAR(4000)
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @process_id INT;
DECLARE @actor_id INT;
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC lock_run @process_tracking_id, N'none', @process_id OUTPUT, @actor_id OUTPUT;
    EXEC check_ids @extract_ids, N'extract_ids';
    EXEC apply_extract_status @process_tracking_id, @extract_ids, @new_status, @actor_id;

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
