-- extract_status_id_of: the extract status of a name, added when it is new. Internal.
--
-- @status             unique name of the extract status; known synonyms count as the name
-- @actor_id           who adds it
-- @extract_status_id  returns its key
-- Errors: PT011 invalid_argument. Tables: extract_status_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].extract_status_id_of
    @status NVARCHAR(4000),
    @actor_id INT,
    @extract_status_id INT OUTPUT
AS
SET NOCOUNT ON;
EXEC status_name @status OUTPUT;
EXEC check_text @status, N'status', 75;
DECLARE @name NVARCHAR(75) = @status;
SET @extract_status_id = (SELECT extract_status_id FROM extract_status_lkup WHERE extract_status_name = @name);
IF @extract_status_id IS NULL
BEGIN
    EXEC lock_name N'extract status', @name;
    SET @extract_status_id = (SELECT extract_status_id FROM extract_status_lkup WHERE extract_status_name = @name);
    IF @extract_status_id IS NULL
    BEGIN
        INSERT INTO extract_status_lkup (extract_status_name, created_by, updated_by)
        VALUES (@name, @actor_id, @actor_id);
        SET @extract_status_id = CAST(SCOPE_IDENTITY() AS INT);
    END;
END;
GO
