-- actor_id_of: the actor of a name, added when it is new. Internal.
--
-- @actor_name  unique name of the actor; NULL: the login that calls
-- @actor_id    returns its key
-- Errors: PT011 invalid_argument. Tables: actor_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].actor_id_of
    @actor_name NVARCHAR(4000),
    @actor_id INT OUTPUT
AS
SET NOCOUNT ON;
SET @actor_name = COALESCE(@actor_name, ORIGINAL_LOGIN());
EXEC check_text @actor_name, N'actor_name', 250;
-- Of the column's own type, so that its index is sought in; and so in every routine.
DECLARE @name NVARCHAR(250) = @actor_name;
SET @actor_id = (SELECT actor_id FROM actor_lkup WHERE actor_name = @name);
IF @actor_id IS NULL
BEGIN
    EXEC lock_name N'actor', @name;
    SET @actor_id = (SELECT actor_id FROM actor_lkup WHERE actor_name = @name);
    IF @actor_id IS NULL
    BEGIN
        INSERT INTO actor_lkup (actor_name, created_by, updated_by) VALUES (@name, 0, 0);
        SET @actor_id = CAST(SCOPE_IDENTITY() AS INT);
        -- An actor that is new made itself; its key is known only now.
        UPDATE actor_lkup SET created_by = @actor_id, updated_by = @actor_id WHERE actor_id = @actor_id;
    END;
END;
GO
