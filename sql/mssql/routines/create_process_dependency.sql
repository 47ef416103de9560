-- create_process_dependency: says that a process has to be done before another.
--
-- @parent_process_name  the process that comes first
-- @child_process_name   the process that waits for it
-- @dependency_type      Undefined, Hard or Soft; Soft never blocks; default: Undefined
-- Returns: nothing.
-- Errors: PT011 invalid_argument, PT014 process_not_found, PT008 lookup_not_found, PT012 dependency_cycle,
-- PT013 duplicate. Tables: actor_lkup, dependency_type_lkup, process, process_dependency.
CREATE OR ALTER PROCEDURE [$(schema)].create_process_dependency
    @parent_process_name NVARCHAR(4000),
    @child_process_name NVARCHAR(4000),
    @dependency_type NVARCHAR(4000) = NULL
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @type_id INT;
DECLARE @parent_id INT;
DECLARE @child_id INT;
DECLARE @actor_id INT;
DECLARE @depth INT = 0;
DECLARE @number INT = 1;
DECLARE @message NVARCHAR(MAX);
DECLARE @ancestor TABLE (
    depth INT NOT NULL,
    process_id INT NOT NULL UNIQUE,
    PRIMARY KEY (depth, process_id)
);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC dependency_type_id_of @dependency_type, @type_id OUTPUT;
    EXEC process_id_of @parent_process_name, N'parent_process_name', @parent_id OUTPUT;
    EXEC process_id_of @child_process_name, N'child_process_name', @child_id OUTPUT;
    EXEC actor_id_of NULL, @actor_id OUTPUT;
    EXEC lock_dependencies;
    IF @parent_id = @child_id
    BEGIN
        SET @message = CONCAT(N'PT012: process "', @child_process_name, N'" cannot wait for itself');
        EXEC raise_error @message;
    END;
    -- Step by step rather than by a recursive query, which would go every way through the graph, not to every process.
    INSERT INTO @ancestor (depth, process_id) VALUES (0, @parent_id);
    WHILE @number > 0
    BEGIN
        INSERT INTO @ancestor (depth, process_id)
        SELECT DISTINCT
            @depth + 1,
            d.parent_process_id
        FROM @ancestor AS a
        INNER JOIN process_dependency AS d ON d.child_process_id = a.process_id
        WHERE a.depth = @depth
            AND NOT EXISTS (SELECT 1 FROM @ancestor AS known WHERE known.process_id = d.parent_process_id);
        SET @number = @@ROWCOUNT;
        SET @depth = @depth + 1;
    END;
    IF EXISTS (SELECT 1 FROM @ancestor AS a WHERE a.process_id = @child_id)
    BEGIN
        SET @message = CONCAT(
            N'PT012: process "', @child_process_name, N'" cannot wait for process "', @parent_process_name,
            N'": that one waits for it already, directly or through others'
        );
        EXEC raise_error @message;
    END;
    INSERT INTO process_dependency (parent_process_id, child_process_id, dependency_type_id, created_by, updated_by)
    SELECT
        @parent_id,
        @child_id,
        @type_id,
        @actor_id,
        @actor_id
    WHERE NOT EXISTS (
        SELECT 1
        FROM process_dependency AS d
        WHERE d.parent_process_id = @parent_id AND d.child_process_id = @child_id
    );
    IF @@ROWCOUNT = 0
    BEGIN
        SET @message = CONCAT(
            N'PT013: process "', @child_process_name, N'" waits for process "', @parent_process_name,
            N'" already; delete the dependency first to change its type'
        );
        EXEC raise_error @message;
    END;

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
