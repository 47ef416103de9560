-- character_set_id_of: the character set of a name, added when it is new. Internal.
--
-- @character_set     unique name of the character set
-- @actor_id          who adds it
-- @character_set_id  returns its key
-- Errors: PT011 invalid_argument. Tables: character_set_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].character_set_id_of
    @character_set NVARCHAR(4000),
    @actor_id INT,
    @character_set_id INT OUTPUT
AS
SET NOCOUNT ON;
EXEC check_text @character_set, N'character_set', 75;
DECLARE @name NVARCHAR(75) = @character_set;
SET @character_set_id = (SELECT character_set_id FROM character_set_lkup WHERE character_set_name = @name);
IF @character_set_id IS NULL
BEGIN
    EXEC lock_name N'character set', @name;
    SET @character_set_id = (SELECT character_set_id FROM character_set_lkup WHERE character_set_name = @name);
    IF @character_set_id IS NULL
    BEGIN
        INSERT INTO character_set_lkup (character_set_name, created_by, updated_by)
        VALUES (@name, @actor_id, @actor_id);
        SET @character_set_id = CAST(SCOPE_IDENTITY() AS INT);
    END;
END;
GO
