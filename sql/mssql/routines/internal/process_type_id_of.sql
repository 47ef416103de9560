-- process_type_id_of: the process type of a name, added when it is new. Internal.
--
-- @process_type  unique name of the process type
-- @actor_id      who adds it
-- @process_type_id  returns its key
-- Errors: PT011 invalid_argument. Tables: process_type_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].process_type_id_of
    @process_type NVARCHAR(4000),
    @actor_id INT,
    @process_type_id INT OUTPUT
AS
SET NOCOUNT ON;
EXEC check_text @process_type, N'process_type', 250;
DECLARE @name NVARCHAR(250) = @process_type;
SET @process_type_id = (SELECT process_type_id FROM process_type_lkup WHERE process_type_name = @name);
IF @process_type_id IS NULL
BEGIN
    EXEC lock_name N'process type', @name;
    SET @process_type_id = (SELECT process_type_id FROM process_type_lkup WHERE process_type_name = @name);
    IF @process_type_id IS NULL
    BEGIN
        INSERT INTO process_type_lkup (process_type_name, created_by, updated_by) VALUES (@name, @actor_id, @actor_id);
        SET @process_type_id = CAST(SCOPE_IDENTITY() AS INT);
    END;
END;
GO
