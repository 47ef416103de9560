-- attribute_id_of: the key of a source object's attribute that must exist. Internal.
--
-- @source_name, @source_object_name, @attribute_name  the attribute
-- @attribute_id                                       returns its key
-- Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: source_lkup, source_object_lkup, source_object_attribute_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].attribute_id_of
    @source_name NVARCHAR(4000),
    @source_object_name NVARCHAR(4000),
    @attribute_name NVARCHAR(4000),
    @attribute_id INT OUTPUT
AS
SET NOCOUNT ON;
DECLARE @source_id INT;
EXEC source_id_of @source_name, @source_id OUTPUT;
EXEC check_text @source_object_name, N'source_object_name', 250;
EXEC check_text @attribute_name, N'source_object_attribute_name', 250;
DECLARE @object NVARCHAR(250) = @source_object_name;
DECLARE @attribute NVARCHAR(250) = @attribute_name;
SET @attribute_id = (
    SELECT a.source_object_attribute_id
    FROM source_object_lkup AS o
    INNER JOIN source_object_attribute_lkup AS a ON a.source_object_id = o.source_object_id
    WHERE o.source_id = @source_id
        AND o.source_object_name = @object
        AND a.source_object_attribute_name = @attribute
);
IF @attribute_id IS NULL
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT008: source "', @source_name, N'" has no object "', @source_object_name, N'" with an attribute "',
        @attribute_name, N'"; start_process_run registers it'
    );
    EXEC raise_error @message;
END;
GO
