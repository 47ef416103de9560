-- compression_type_id_of: the key of a compression type that must exist. Internal.
--
-- @compression_type     name of the compression type; NULL gives NULL
-- @compression_type_id  returns its key
-- Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: extract_compression_type_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].compression_type_id_of
    @compression_type NVARCHAR(MAX),
    @compression_type_id INT OUTPUT
AS
SET NOCOUNT ON;
EXEC check_text @compression_type, N'compression_type', NULL, 0;
SET @compression_type_id = (
    SELECT extract_compression_type_id
    FROM extract_compression_type_lkup
    WHERE extract_compression_type = @compression_type
);
IF @compression_type_id IS NULL AND @compression_type IS NOT NULL
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT008: there is no compression type "', @compression_type, N'"; the known ones are ',
        (
            SELECT STRING_AGG(CAST(extract_compression_type AS NVARCHAR(MAX)), N', ')
                WITHIN GROUP (ORDER BY extract_compression_type)
            FROM extract_compression_type_lkup
        )
    );
    EXEC raise_error @message;
END;
GO
