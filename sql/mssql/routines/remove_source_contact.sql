-- remove_source_contact: takes a contact off a source.
--
-- @source_name   the source
-- @contact_name  the contact
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: source_contact, and the lookups of its names.
CREATE OR ALTER PROCEDURE [$(schema)].remove_source_contact
    @source_name NVARCHAR(4000),
    @contact_name NVARCHAR(4000)
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @source_id INT;
DECLARE @contact_id INT;
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC source_id_of @source_name, @source_id OUTPUT;
    EXEC contact_id_of @contact_name, @contact_id OUTPUT;
    DELETE FROM source_contact WHERE source_id = @source_id AND contact_id = @contact_id;
    IF @@ROWCOUNT = 0
    BEGIN
        SET @message = CONCAT(
            N'PT008: source "', @source_name, N'" does not have the contact "', @contact_name,
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
