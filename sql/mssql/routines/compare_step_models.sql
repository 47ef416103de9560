-- compare_step_models: finds the models of a step that are new or changed since an earlier execution.
--
-- @execution_step_id      the step
-- @previous_execution_id  the earlier execution, as get_last_successful_execution returns it; empty or NULL: none
-- Returns: model_name in name order: those whose checksum differs in the same step of that execution, or that it lacks;
-- all of them when it has no such step, or there is no execution.
-- Errors: PT011 invalid_argument, PT016 step_not_found, PT015 execution_not_found.
-- Tables: execution, execution_step, execution_step_model.
CREATE OR ALTER PROCEDURE [$(schema)].compare_step_models
    @execution_step_id UNIQUEIDENTIFIER,
    @previous_execution_id NVARCHAR(4000) = NULL
AS
SET NOCOUNT ON;
DECLARE @step_name NVARCHAR(20);
DECLARE @previous NVARCHAR(4000) = TRIM(@previous_execution_id);
DECLARE @previous_id UNIQUEIDENTIFIER;
DECLARE @previous_step_id UNIQUEIDENTIFIER;
DECLARE @message NVARCHAR(MAX);
SET @step_name = (SELECT s.step_name FROM execution_step AS s WHERE s.execution_step_id = @execution_step_id);
IF @step_name IS NULL
BEGIN
    SET @message = CONCAT(
        N'PT016: there is no step of the execution_step_id ',
        COALESCE(LOWER(CAST(@execution_step_id AS NVARCHAR(36))), N'NULL'),
        N'; give the one that init_step returned'
    );
    EXEC raise_error @message;
END;
IF @previous <> N''
BEGIN
    -- A cast ignores what comes behind the 36th character.
    IF LEN(@previous) = 36
        SET @previous_id = TRY_CAST(@previous AS UNIQUEIDENTIFIER);
    IF @previous_id IS NULL
    BEGIN
        SET @message = CONCAT(
            N'PT011: previous_execution_id is "', @previous_execution_id,
            N'", which is no GUID; give one, or the empty string for none'
        );
        EXEC raise_error @message;
    END;
    IF NOT EXISTS (SELECT 1 FROM execution AS e WHERE e.execution_id = @previous_id)
    BEGIN
        SET @message = CONCAT(
            N'PT015: there is no execution of the execution_id ', LOWER(@previous),
            N'; give one that init_execution returned'
        );
        EXEC raise_error @message;
    END;
    SET @previous_step_id = (
        SELECT s.execution_step_id
        FROM execution_step AS s
        WHERE s.execution_id = @previous_id AND s.step_name = @step_name
    );
END;
SELECT m.model_name
FROM execution_step_model AS m
LEFT JOIN execution_step_model AS previous
    ON previous.execution_step_id = @previous_step_id AND previous.model_name = m.model_name
WHERE m.execution_step_id = @execution_step_id
    AND (previous.checksum IS NULL OR previous.checksum <> m.checksum)
ORDER BY m.model_name;
GO
