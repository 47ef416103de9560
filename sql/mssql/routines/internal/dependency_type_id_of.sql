-- dependency_type_id_of: the key of a dependency type that must exist. Internal.
--
-- @dependency_type     name of the dependency type; NULL: Undefined
-- @dependency_type_id  returns its key
-- Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: dependency_type_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].dependency_type_id_of
    @dependency_type NVARCHAR(4000),
    @dependency_type_id INT OUTPUT
AS
SET NOCOUNT ON;
EXEC check_text @dependency_type, N'dependency_type', NULL, 0;
SET @dependency_type = COALESCE(@dependency_type, N'Undefined');
DECLARE @name NVARCHAR(75) = LEFT(@dependency_type, 75);
SET @dependency_type_id = (
    SELECT dependency_type_id
    FROM dependency_type_lkup
    WHERE dependency_type_name = @name AND dependency_type_name = @dependency_type
);
IF @dependency_type_id IS NULL
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT008: there is no dependency type "', @dependency_type, N'"; the known ones are ',
        (
            SELECT STRING_AGG(CAST(dependency_type_name AS NVARCHAR(MAX)), N', ')
                WITHIN GROUP (ORDER BY dependency_type_id)
            FROM dependency_type_lkup
        )
    );
    EXEC raise_error @message;
END;
GO
