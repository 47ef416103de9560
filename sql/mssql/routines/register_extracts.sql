-- register_extracts: finds or creates many extracts of one location and ties them to a run.
--
-- @process_tracking_id  the run
-- @location_path        folder or bucket that the files lie in
-- @files                JSON array of names, or of objects with name and any of size, compression_type, filetype,
--                       write_low_date, write_high_date, write_record_count, load_low_date, load_high_date,
--                       load_record_count; dates are ISO texts, in UTC when they name no zone
-- @location_name        name for a new location; default: derived from the path
-- @status               status to give; default: a new extract is ready, a known one keeps its own
-- @only_new             leaves what is known already alone: not tied to the run, not changed, not returned
-- Returns: a row for each file in the order given: extract_id, extract_filename, is_new. The extracts inherit the
-- process's sources and dataset types.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT008 lookup_not_found, PT013 duplicate,
-- PT007 extract_dependency_blocked. Tables: those of register_files.
CREATE OR ALTER PROCEDURE [$(schema)].register_extracts
    @process_tracking_id BIGINT,
    @location_path NVARCHAR(4000),
    @files NVARCHAR(MAX),
    @location_name NVARCHAR(4000) = NULL,
    @status NVARCHAR(4000) = NULL,
    @only_new BIT = 0
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @registered NVARCHAR(MAX);
SET @only_new = COALESCE(@only_new, 0);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC register_files
        @process_tracking_id,
        @location_path,
        @location_name,
        @files,
        @status,
        N'ready',
        @only_new,
        @registered OUTPUT;

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
SELECT
    item.extract_id,
    item.extract_filename,
    item.is_new
FROM OPENJSON(@registered) WITH (
    position INT '$.position',
    extract_id BIGINT '$.extract_id',
    extract_filename NVARCHAR(750) '$.extract_filename',
    is_new BIT '$.is_new'
) AS item
ORDER BY item.position;
GO
