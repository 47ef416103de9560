-- get_last_successful_execution: finds the completed execution with the latest completion.
--
-- Returns: @execution_id as text; the empty string when there is none. Errors: none. Tables: execution.
CREATE OR ALTER PROCEDURE [$(schema)].get_last_successful_execution
    @execution_id NVARCHAR(36) = NULL OUTPUT
AS
SET NOCOUNT ON;
SET @execution_id = COALESCE(
    (
        SELECT TOP (1) LOWER(CAST(e.execution_id AS NVARCHAR(36)))
        FROM execution AS e
        WHERE e.status = N'COMPLETED'
        ORDER BY e.completed_on DESC
    ),
    N''
);
GO
