-- add_source_contact: adds a contact to a source.
--
-- @source_name   the source
-- @contact_name  the contact
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT013 duplicate.
-- Tables: actor_lkup, source_contact, and the lookups of its names.
CREATE OR ALTER PROCEDURE [$(schema)].add_source_contact
    @source_name NVARCHAR(4000),
    @contact_name NVARCHAR(4000)
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @source_id INT;
DECLARE @contact_id INT;
DECLARE @actor_id INT;
DECLARE @tie NVARCHAR(50);
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC source_id_of @source_name, @source_id OUTPUT;
    EXEC contact_id_of @contact_name, @contact_id OUTPUT;
    EXEC actor_id_of NULL, @actor_id OUTPUT;
    SET @tie = CONCAT(@source_id, N' ', @contact_id);
    EXEC lock_name N'source contact', @tie;
    INSERT INTO source_contact (source_id, contact_id, created_by, updated_by)
    SELECT
        @source_id,
        @contact_id,
        @actor_id,
        @actor_id
    WHERE NOT EXISTS (
            SELECT 1 FROM source_contact AS l WHERE l.source_id = @source_id AND l.contact_id = @contact_id
        );
    IF @@ROWCOUNT = 0
    BEGIN
        SET @message = CONCAT(
            N'PT013: source "', @source_name, N'" has the contact "', @contact_name, N'" already; nothing is to be done'
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
