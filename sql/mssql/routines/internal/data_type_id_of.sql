-- data_type_id_of: the data type of a name, added when it is new. Internal.
--
-- @data_type     unique name of the data type
-- @actor_id      who adds it
-- @data_type_id  returns its key
-- Errors: PT011 invalid_argument. Tables: data_type_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].data_type_id_of
    @data_type NVARCHAR(4000),
    @actor_id INT,
    @data_type_id INT OUTPUT
AS
SET NOCOUNT ON;
EXEC check_text @data_type, N'data_type', 75;
DECLARE @name NVARCHAR(75) = @data_type;
SET @data_type_id = (SELECT data_type_id FROM data_type_lkup WHERE data_type = @name);
IF @data_type_id IS NULL
BEGIN
    EXEC lock_name N'data type', @name;
    SET @data_type_id = (SELECT data_type_id FROM data_type_lkup WHERE data_type = @name);
    IF @data_type_id IS NULL
    BEGIN
        INSERT INTO data_type_lkup (data_type, created_by, updated_by) VALUES (@name, @actor_id, @actor_id);
        SET @data_type_id = CAST(SCOPE_IDENTITY() AS INT);
    END;
END;
GO
