-- process_key: the key of a process that is given by its key, its name, or both. Internal.
--
-- @process_id    the process; returns its key
-- @process_name  the process; one of the two is needed, both must mean the same when both are given
-- Errors: PT011 invalid_argument, PT014 process_not_found. Tables: process.
CREATE OR ALTER PROCEDURE [$(schema)].process_key
    @process_id INT OUTPUT,
    @process_name NVARCHAR(4000)
AS
SET NOCOUNT ON;
DECLARE @message NVARCHAR(MAX);
IF @process_id IS NULL AND @process_name IS NULL
    SET @message = N'PT011: process_id and process_name are missing; give one of them';
ELSE IF @process_id IS NULL
    EXEC process_id_of @process_name, N'process_name', @process_id OUTPUT;
ELSE IF NOT EXISTS (
    SELECT 1
    FROM process
    WHERE process_id = @process_id AND (@process_name IS NULL OR process_name = @process_name)
)
    SET @message = CONCAT(
        N'PT014: there is no process with the process_id ', @process_id, N' and the name "' + @process_name + N'"',
        N'; a process is registered by its first start_process_run'
    );
IF @message IS NOT NULL
    EXEC raise_error @message;
GO
