-- delete_process_dependency: takes a dependency between processes away.
--
-- @parent_process_name  the process that comes first
-- @child_process_name   the process that waits for it
-- Returns: nothing. Errors: PT011 invalid_argument, PT014 process_not_found, PT008 lookup_not_found.
-- Tables: process, process_dependency.
CREATE OR ALTER PROCEDURE [$(schema)].delete_process_dependency
    @parent_process_name NVARCHAR(4000),
    @child_process_name NVARCHAR(4000)
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @parent_id INT;
DECLARE @child_id INT;
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC process_id_of @parent_process_name, N'parent_process_name', @parent_id OUTPUT;
    EXEC process_id_of @child_process_name, N'child_process_name', @child_id OUTPUT;
    DELETE FROM process_dependency WHERE parent_process_id = @parent_id AND child_process_id = @child_id;
    IF @@ROWCOUNT = 0
    BEGIN
        SET @message = CONCAT(
            N'PT008: process "', @child_process_name, N'" does not wait for process "', @parent_process_name,
            N'"; there is no dependency to delete'
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
