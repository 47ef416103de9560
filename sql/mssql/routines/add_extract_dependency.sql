-- add_extract_dependency: says that an extract has to be loaded before another.
--
-- @parent_extract_id  the extract that comes first
-- @child_extract_id   the extract that waits for it
-- @dependency_type    Undefined, Hard or Soft; Soft never blocks; default: Undefined
-- Returns: nothing. A dependency that is known already takes the type when one is given.
-- Errors: PT011 invalid_argument, PT006 extract_not_found, PT008 lookup_not_found, PT012 dependency_cycle.
-- Tables: actor_lkup, dependency_type_lkup, extract_tracking, extract_dependency.
CREATE OR ALTER PROCEDURE [$(schema)].add_extract_dependency
    @parent_extract_id BIGINT,
    @child_extract_id BIGINT,
    @dependency_type NVARCHAR(4000) = NULL
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @type_id INT;
DECLARE @actor_id INT;
DECLARE @missing NVARCHAR(MAX);
DECLARE @message NVARCHAR(MAX);
DECLARE @number INT;
DECLARE @ancestor TABLE (extract_id BIGINT NOT NULL PRIMARY KEY);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC dependency_type_id_of @dependency_type, @type_id OUTPUT;
    EXEC check_id @parent_extract_id, N'parent_extract_id';
    EXEC check_id @child_extract_id, N'child_extract_id';
    SET @missing = (
        SELECT STRING_AGG(CAST(item.id AS NVARCHAR(20)), N', ') WITHIN GROUP (ORDER BY item.id)
        FROM (
            SELECT @parent_extract_id AS id
            UNION
            SELECT @child_extract_id
        ) AS item
        WHERE NOT EXISTS (SELECT 1 FROM extract_tracking AS e WHERE e.extract_id = item.id)
    );
    IF @missing IS NOT NULL
    BEGIN
        SET @message = CONCAT(N'PT006: there is no extract with the extract_id ', @missing);
        EXEC raise_error @message;
    END;
    EXEC actor_id_of NULL, @actor_id OUTPUT;

    EXEC lock_dependencies;
    IF @parent_extract_id = @child_extract_id
    BEGIN
        SET @message = CONCAT(N'PT012: extract ', @child_extract_id, N' cannot wait for itself');
        EXEC raise_error @message;
    END;
    -- One generation after another; whoever is known already is no new ancestor.
    INSERT INTO @ancestor (extract_id)
    SELECT d.parent_extract_id FROM extract_dependency AS d WHERE d.child_extract_id = @parent_extract_id;
    SET @number = @@ROWCOUNT;
    WHILE @number > 0
    BEGIN
        INSERT INTO @ancestor (extract_id)
        SELECT DISTINCT d.parent_extract_id
        FROM @ancestor AS a
        INNER JOIN extract_dependency AS d ON d.child_extract_id = a.extract_id
        WHERE NOT EXISTS (SELECT 1 FROM @ancestor AS known WHERE known.extract_id = d.parent_extract_id);
        SET @number = @@ROWCOUNT;
    END;
    IF EXISTS (SELECT 1 FROM @ancestor AS a WHERE a.extract_id = @child_extract_id)
    BEGIN
        SET @message = CONCAT(
            N'PT012: extract ', @child_extract_id, N' cannot wait for extract ', @parent_extract_id,
            N': that one waits for it already, directly or through others'
        );
        EXEC raise_error @message;
    END;
    UPDATE extract_dependency
    SET
        dependency_type_id = @type_id,
        update_date_time = TODATETIMEOFFSET(SYSUTCDATETIME(), 0),
        updated_by = @actor_id
    WHERE parent_extract_id = @parent_extract_id
        AND child_extract_id = @child_extract_id
        AND @dependency_type IS NOT NULL;
    INSERT INTO extract_dependency (parent_extract_id, child_extract_id, dependency_type_id, created_by, updated_by)
    SELECT
        @parent_extract_id,
        @child_extract_id,
        @type_id,
        @actor_id,
        @actor_id
    WHERE NOT EXISTS (
        SELECT 1
        FROM extract_dependency AS known
        WHERE known.parent_extract_id = @parent_extract_id AND known.child_extract_id = @child_extract_id
    );

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
