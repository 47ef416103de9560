-- process_key: the key of a process that is given by its key, its name, or both. Internal.
--
-- @process_id, @process_name  the process; one of the two is needed, both must mean the same when both are given
-- @key                        returns its key
-- Errors: PT011 invalid_argument, PT014 process_not_found. Tables: process.
CREATE OR ALTER PROCEDURE [$(schema)].process_key
    @process_id INT,
    @process_name NVARCHAR(4000),
    @key INT OUTPUT
AS
SET NOCOUNT ON;
DECLARE @message NVARCHAR(MAX);
IF @process_id IS NULL AND @process_name IS NULL
    SET @message = N'PT011: process_id and process_name are missing; give one of them';
ELSE IF @process_id IS NULL
    EXEC process_id_of @process_name, N'process_name', @key OUTPUT;
ELSE
BEGIN
    SET @key = (
        SELECT process_id
        FROM process
        WHERE process_id = @process_id AND (@process_name IS NULL OR process_name = @process_name)
    );
    IF @key IS NULL
        SET @message = CONCAT(
            N'PT014: there is no process with the process_id ', @process_id, N' and the name "' + @process_name + N'"',
            N'; a process is registered by its first start_process_run'
        );
END;
IF @message IS NOT NULL
    EXEC raise_error @message;
GO
