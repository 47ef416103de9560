-- add_process_contact: adds a contact to a process.
--
-- @process_name  the process
-- @contact_name  the contact
-- Returns: nothing. Errors: PT011 invalid_argument, PT008 lookup_not_found, PT014 process_not_found, PT013 duplicate.
-- Tables: actor_lkup, process_contact, and the lookups of its names.
CREATE OR ALTER PROCEDURE [$(schema)].add_process_contact
    @process_name NVARCHAR(4000),
    @contact_name NVARCHAR(4000)
AS
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @owns BIT = CASE WHEN @@TRANCOUNT = 0 THEN 1 ELSE 0 END;
DECLARE @process_id INT;
DECLARE @contact_id INT;
DECLARE @actor_id INT;
DECLARE @tie NVARCHAR(50);
DECLARE @message NVARCHAR(MAX);
BEGIN TRY
    IF @owns = 1
        BEGIN TRANSACTION;
    ELSE
        SAVE TRANSACTION ptdb_call;

    EXEC process_id_of @process_name, N'process_name', @process_id OUTPUT;
    EXEC contact_id_of @contact_name, @contact_id OUTPUT;
    EXEC actor_id_of NULL, @actor_id OUTPUT;
    SET @tie = CONCAT(@process_id, N' ', @contact_id);
    EXEC lock_name N'process contact', @tie;
    INSERT INTO process_contact (process_id, contact_id, created_by, updated_by)
    SELECT
        @process_id,
        @contact_id,
        @actor_id,
        @actor_id
    WHERE NOT EXISTS (
            SELECT 1 FROM process_contact AS l WHERE l.process_id = @process_id AND l.contact_id = @contact_id
        );
    IF @@ROWCOUNT = 0
    BEGIN
        SET @message = CONCAT(
            N'PT013: process "', @process_name, N'" has the contact "', @contact_name,
            N'" already; nothing is to be done'
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
