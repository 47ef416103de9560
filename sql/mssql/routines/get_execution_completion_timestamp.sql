-- get_execution_completion_timestamp: says when an execution was completed, or else last updated.
--
-- @execution_id  the execution
-- Returns: @completion_timestamp, an instant. Errors: PT015 execution_not_found. Tables: execution.
CREATE OR ALTER PROCEDURE [$(schema)].get_execution_completion_timestamp
    @execution_id UNIQUEIDENTIFIER,
    @completion_timestamp DATETIMEOFFSET(6) = NULL OUTPUT
AS
SET NOCOUNT ON;
SET @completion_timestamp = (
    SELECT COALESCE(e.completed_on, e.updated_on) FROM execution AS e WHERE e.execution_id = @execution_id
);
IF @completion_timestamp IS NULL
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT015: there is no execution of the execution_id ',
        COALESCE(LOWER(CAST(@execution_id AS NVARCHAR(36))), N'NULL'),
        N'; give the one that init_execution returned'
    );
    EXEC raise_error @message;
END;
GO
