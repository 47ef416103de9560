-- contact_id_of: the key of a contact that must exist. Internal.
--
-- @contact_name  the contact
-- @contact_id    returns its key
-- Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: contact_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].contact_id_of
    @contact_name NVARCHAR(4000),
    @contact_id INT OUTPUT
AS
SET NOCOUNT ON;
EXEC check_text @contact_name, N'contact_name', 250;
DECLARE @name NVARCHAR(250) = @contact_name;
SET @contact_id = (SELECT contact_id FROM contact_lkup WHERE contact_name = @name);
IF @contact_id IS NULL
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT008: there is no contact "', @contact_name, N'"; add it with create_topic'
    );
    EXEC raise_error @message;
END;
GO
