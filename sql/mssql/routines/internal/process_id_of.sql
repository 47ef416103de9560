-- process_id_of: the key of a process that must exist. Internal.
--
-- @process_name  the process
-- @parameter     name of the parameter, for the message
-- @process_id    returns its key
-- Errors: PT011 invalid_argument, PT014 process_not_found. Tables: process.
CREATE OR ALTER PROCEDURE [$(schema)].process_id_of
    @process_name NVARCHAR(4000),
    @parameter NVARCHAR(128),
    @process_id INT OUTPUT
AS
SET NOCOUNT ON;
EXEC check_text @process_name, @parameter, 250;
DECLARE @name NVARCHAR(250) = @process_name;
SET @process_id = (SELECT process_id FROM process WHERE process_name = @name);
IF @process_id IS NULL
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT014: there is no process "', @process_name, N'"; a process is registered by its first start_process_run'
    );
    EXEC raise_error @message;
END;
GO
