-- remove_process_contact: takes a contact off a process.
--
-- @process_name  the process
-- @contact_name  the contact
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found.
-- Tables: process_contact, and the lookups of its names.
CREATE OR ALTER PROCEDURE [$(schema)].remove_process_contact
    @process_name NVARCHAR(4000),
    @contact_name NVARCHAR(4000)
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @process_id INT;
DECLARE @contact_id INT;
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC process_id_of @process_name, N'process_name', @process_id OUTPUT;
    EXEC contact_id_of @contact_name, @contact_id OUTPUT;
    DELETE FROM process_contact WHERE process_id = @process_id AND contact_id = @contact_id;
    IF @@ROWCOUNT = 0
    BEGIN
        SET @message = CONCAT(
            N'PT008: process "', @process_name, N'" does not have the contact "', @contact_name,
            N'"; nothing is to be removed'
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
