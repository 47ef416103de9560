-- lock_execution: the execution that a call changes, its row locked. Internal.
--
-- @execution_id  the execution
-- Errors: PT015 execution_not_found, PT005 invalid_status_transition (it is completed already). Tables: execution.
CREATE OR ALTER PROCEDURE [$(schema)].lock_execution
    @execution_id UNIQUEIDENTIFIER
AS
SET NOCOUNT ON;
DECLARE @message NVARCHAR(MAX);
-- An update that changes nothing takes the row's lock, and holds it until the transaction ends.
UPDATE execution SET execution_time_ms = execution_time_ms WHERE execution_id = @execution_id;
IF @@ROWCOUNT = 0
BEGIN
    SET @message = CONCAT(
        N'PT015: there is no execution of the execution_id ',
        COALESCE(LOWER(CAST(@execution_id AS NVARCHAR(36))), N'NULL'),
        N'; give the one that init_execution returned'
    );
    EXEC raise_error @message;
END;
SELECT
    @message = CONCAT(
        N'PT005: execution ', LOWER(CAST(@execution_id AS NVARCHAR(36))), N' was completed at ',
        CONVERT(NVARCHAR(19), CAST(SWITCHOFFSET(completed_on, 0) AS DATETIME2(6)), 120),
        N' UTC and changes no more; begin a new one with init_execution'
    )
FROM execution
WHERE execution_id = @execution_id AND status = N'COMPLETED';
IF @message IS NOT NULL
    EXEC raise_error @message;
GO
