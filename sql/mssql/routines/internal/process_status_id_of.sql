-- process_status_id_of: the process status of a name, added when it is new. Internal.
--
-- @status  unique name of the process status
-- @actor_id  who adds it
-- @process_status_id  returns its key
-- Errors: PT011 invalid_argument. Tables: process_status_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].process_status_id_of
    @status NVARCHAR(4000),
    @actor_id INT,
    @process_status_id INT OUTPUT
AS
SET NOCOUNT ON;
EXEC check_text @status, N'new_status', 75;
DECLARE @name NVARCHAR(75) = @status;
SET @process_status_id = (SELECT process_status_id FROM process_status_lkup WHERE process_status_name = @name);
IF @process_status_id IS NULL
BEGIN
    EXEC lock_name N'process status', @name;
    SET @process_status_id = (SELECT process_status_id FROM process_status_lkup WHERE process_status_name = @name);
    IF @process_status_id IS NULL
    BEGIN
        INSERT INTO process_status_lkup (process_status_name, created_by, updated_by)
        VALUES (@name, @actor_id, @actor_id);
        SET @process_status_id = CAST(SCOPE_IDENTITY() AS INT);
    END;
END;
GO
