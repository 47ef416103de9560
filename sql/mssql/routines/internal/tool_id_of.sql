-- tool_id_of: the tool of a name, added when it is new. Internal.
--
-- @tool_name  unique name of the tool
-- @actor_id   who adds it
-- @tool_id  returns its key
-- Errors: PT011 invalid_argument. Tables: tool_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].tool_id_of
    @tool_name NVARCHAR(4000),
    @actor_id INT,
    @tool_id INT OUTPUT
AS
SET NOCOUNT ON;
EXEC check_text @tool_name, N'tool_name', 250;
DECLARE @name NVARCHAR(250) = @tool_name;
SET @tool_id = (SELECT tool_id FROM tool_lkup WHERE tool_name = @name);
IF @tool_id IS NULL
BEGIN
    EXEC lock_name N'tool', @name;
    SET @tool_id = (SELECT tool_id FROM tool_lkup WHERE tool_name = @name);
    IF @tool_id IS NULL
    BEGIN
        INSERT INTO tool_lkup (tool_name, created_by, updated_by) VALUES (@name, @actor_id, @actor_id);
        SET @tool_id = CAST(SCOPE_IDENTITY() AS INT);
    END;
END;
GO
