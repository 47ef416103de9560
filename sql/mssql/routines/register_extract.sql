-- register_extract: finds or creates an extract and ties it to a run.
--
-- @process_tracking_id  the run
-- @filename             name of the file within its location
-- @location_path        folder or bucket that the file lies in
-- @location_name        name for a new location; default: derived from the path
-- @status               status to give; default: a new extract is initializing, a known one keeps its own
-- @compression_type     an existing compression type
-- @filetype             an existing file type, by code or name; default: found by the name's ending
-- @file_size            a number and a unit (B, KB, MB, GB), such as 12.5 MB; bytes without a unit
-- Returns: @extract_id. The extract inherits the process's sources and dataset types.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT008 lookup_not_found, PT013 duplicate,
-- PT007 extract_dependency_blocked. Tables: those of register_files.
CREATE OR ALTER PROCEDURE [$(schema)].register_extract
    @process_tracking_id BIGINT,
    @filename NVARCHAR(4000),
    @location_path NVARCHAR(4000),
    @location_name NVARCHAR(4000) = NULL,
    @status NVARCHAR(4000) = NULL,
    @compression_type NVARCHAR(4000) = NULL,
    @filetype NVARCHAR(4000) = NULL,
    @file_size NVARCHAR(4000) = NULL,
    @extract_id BIGINT = NULL OUTPUT
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @files NVARCHAR(MAX);
DECLARE @registered NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC check_text @filename, N'filename', 750;
    SET @files = (
        SELECT
            @filename AS name,
            @compression_type AS compression_type,
            @filetype AS filetype,
            @file_size AS size
        FOR JSON PATH
    );
    EXEC register_files
        @process_tracking_id,
        @location_path,
        @location_name,
        @files,
        @status,
        N'initializing',
        0,
        @registered OUTPUT;
    SET @extract_id = CAST(JSON_VALUE(@registered, '$[0].extract_id') AS BIGINT);

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
