-- get_execution_step: finds a step of an execution by its name.
--
-- @execution_id  the execution
-- @step_name     LOAD or TRANSFORM, in any case
-- Returns: @execution_step_id. Errors: PT015 execution_not_found, PT016 step_not_found.
-- Tables: execution, execution_step.
CREATE OR ALTER PROCEDURE [$(schema)].get_execution_step
    @execution_id UNIQUEIDENTIFIER,
    @step_name NVARCHAR(MAX),
    @execution_step_id UNIQUEIDENTIFIER = NULL OUTPUT
AS
SET NOCOUNT ON;
DECLARE @message NVARCHAR(MAX);
SET @execution_step_id = (
    SELECT s.execution_step_id
    FROM execution_step AS s
    WHERE s.execution_id = @execution_id AND s.step_name = UPPER(TRIM(@step_name))
);
IF @execution_step_id IS NOT NULL
    RETURN;
IF EXISTS (SELECT 1 FROM execution AS e WHERE e.execution_id = @execution_id)
    SET @message = CONCAT(
        N'PT016: execution ', LOWER(CAST(@execution_id AS NVARCHAR(36))), N' has no step "', @step_name,
        N'"; init_step begins one, LOAD or TRANSFORM'
    );
ELSE
    SET @message = CONCAT(
        N'PT015: there is no execution of the execution_id ',
        COALESCE(LOWER(CAST(@execution_id AS NVARCHAR(36))), N'NULL'),
        N'; give the one that init_execution returned'
    );
EXEC raise_error @message;
GO
