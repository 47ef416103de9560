-- filetype_id_of: the key of a file type that must exist. Internal.
--
-- @filetype     code (csv) or name of the file type; NULL gives NULL
-- @filetype_id  returns its key; the code goes before the name
-- Errors: PT011 invalid_argument, PT008 lookup_not_found. Tables: extract_filetype_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].filetype_id_of
    @filetype NVARCHAR(MAX),
    @filetype_id INT OUTPUT
AS
SET NOCOUNT ON;
EXEC check_text @filetype, N'filetype', NULL, 0;
SET @filetype_id = COALESCE(
    (SELECT extract_filetype_id FROM extract_filetype_lkup WHERE extract_filetype_code = @filetype),
    (SELECT extract_filetype_id FROM extract_filetype_lkup WHERE extract_filetype = @filetype)
);
IF @filetype_id IS NULL AND @filetype IS NOT NULL
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT008: there is no file type "', @filetype, N'"; the known ones are ',
        (
            SELECT STRING_AGG(CAST(extract_filetype_code AS NVARCHAR(MAX)), N', ')
                WITHIN GROUP (ORDER BY extract_filetype_code)
            FROM extract_filetype_lkup
        )
    );
    EXEC raise_error @message;
END;
GO
