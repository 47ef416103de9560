-- init_step: begins a step of an execution and stores the checksums of its models.
--
-- @execution_id  the execution
-- @step_name     LOAD or TRANSFORM, in any case; each once in an execution
-- @models        JSON array of objects with name and checksum, each name once
-- Returns: @execution_step_id.
-- Errors: PT011 invalid_argument, PT015 execution_not_found, PT013 duplicate, PT005 invalid_status_transition.
-- Tables: actor_lkup, execution, execution_step, execution_step_model.
CREATE OR ALTER PROCEDURE [$(schema)].init_step
    @execution_id UNIQUEIDENTIFIER,
    @step_name NVARCHAR(4000),
    @models NVARCHAR(MAX),
    @execution_step_id UNIQUEIDENTIFIER = NULL OUTPUT
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @step_id UNIQUEIDENTIFIER = NEWID();
DECLARE @name NVARCHAR(20);
DECLARE @is_array BIT;
DECLARE @bad NVARCHAR(MAX);
DECLARE @actor_id INT;
DECLARE @now DATETIMEOFFSET(6);
DECLARE @message NVARCHAR(MAX);
DECLARE @model TABLE (
    number INT NOT NULL PRIMARY KEY,
    name NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    checksum NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    field_count INT NOT NULL
);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    -- With a full stop behind it, blanks at the end count.
    IF @step_name IS NULL
        OR CONCAT(UPPER(@step_name), N'.') COLLATE Latin1_General_100_BIN2 NOT IN (N'LOAD.', N'TRANSFORM.')
    BEGIN
        SET @message = CONCAT(
            N'PT011: step_name is ', COALESCE(N'"' + @step_name + N'"', N'missing'), N'; give LOAD or TRANSFORM'
        );
        EXEC raise_error @message;
    END;
    SET @name = UPPER(@step_name);
    EXEC check_json @models, N'models', @is_array OUTPUT;
    -- Types: 1 text, 5 object. A name or checksum that is missing, or no text, is NULL here.
    IF @is_array = 1
        INSERT INTO @model (number, name, checksum, field_count)
        SELECT
            CAST(item.[key] AS INT),
            MAX(CASE
                WHEN field.[key] COLLATE Latin1_General_100_BIN2 = N'name' AND field.type = 1 THEN field.value
            END),
            MAX(CASE
                WHEN field.[key] COLLATE Latin1_General_100_BIN2 = N'checksum' AND field.type = 1 THEN field.value
            END),
            COUNT(field.[key])
        FROM OPENJSON(@models) AS item
        OUTER APPLY OPENJSON(CASE WHEN item.type = 5 THEN item.value ELSE N'{}' END) AS field
        GROUP BY item.[key];
    IF @is_array = 0 OR EXISTS (
        SELECT 1 FROM @model AS m WHERE m.name IS NULL OR m.checksum IS NULL OR m.field_count <> 2
    )
    BEGIN
        SET @message = CONCAT(
            N'PT011: models is ', COALESCE(LEFT(@models, 200), N'missing'),
            N'; give a JSON array of objects with a name and a checksum, both texts, and nothing else'
        );
        EXEC raise_error @message;
    END;
    -- What counts as blank is written in check_text.
    SET @bad = (
        SELECT TOP (1) m.name
        FROM @model AS m
        GROUP BY m.name
        HAVING COUNT(*) > 1
            OR LEN(m.name + N'.') - 1 > 250
            OR MAX(LEN(m.checksum + N'.') - 1) NOT BETWEEN 1 AND 100
            OR m.name NOT LIKE CONCAT(
                N'%[^ ', NCHAR(9), NCHAR(10), NCHAR(11), NCHAR(12), NCHAR(13), NCHAR(133), NCHAR(5760), NCHAR(8192),
                N'-', NCHAR(8198), NCHAR(8200), N'-', NCHAR(8202), NCHAR(8232), NCHAR(8233), NCHAR(8287), NCHAR(12288),
                N']%'
            )
        ORDER BY m.name
    );
    IF @bad IS NOT NULL
    BEGIN
        EXEC check_text @bad, N'a model name', 250;
        SET @message = CONCAT(
            N'PT011: models names "', @bad,
            N'" more than once, or with a checksum that is not 1 to 100 characters long'
        );
        EXEC raise_error @message;
    END;

    EXEC actor_id_of NULL, @actor_id OUTPUT;
    EXEC lock_execution @execution_id;
    SET @now = TODATETIMEOFFSET(SYSUTCDATETIME(), 0);
    -- The execution's lock covers its steps.
    INSERT INTO execution_step (
        execution_step_id, execution_id, step_name, status, started_on, created_on, updated_on, created_by, updated_by
    )
    SELECT
        @step_id,
        @execution_id,
        @name,
        N'IN_PROGRESS',
        @now,
        @now,
        @now,
        @actor_id,
        @actor_id
    WHERE NOT EXISTS (SELECT 1 FROM execution_step AS s WHERE s.execution_id = @execution_id AND s.step_name = @name);
    IF @@ROWCOUNT = 0
    BEGIN
        SET @message = CONCAT(
            N'PT013: execution ', LOWER(CAST(@execution_id AS NVARCHAR(36))), N' has a step ', @name,
            N' already; each step is begun once'
        );
        EXEC raise_error @message;
    END;
    INSERT INTO execution_step_model (
        execution_step_model_id, execution_step_id, model_name, checksum, created_on, updated_on, created_by, updated_by
    )
    SELECT
        NEWID(),
        @step_id,
        CAST(m.name AS NVARCHAR(250)),
        CAST(m.checksum AS NVARCHAR(100)),
        @now,
        @now,
        @actor_id,
        @actor_id
    FROM @model AS m;
    UPDATE execution
    SET
        status = N'IN_PROGRESS',
        updated_on = @now,
        update_date_time = @now,
        updated_by = @actor_id
    WHERE execution_id = @execution_id;
    SET @execution_step_id = @step_id;

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
