-- check_json: refuses a text that is no JSON array or object. Internal.
--
-- @text       the text; NULL passes
-- @parameter  name of the parameter, for the message
-- @is_array   returns whether it is an array
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].check_json
    @text NVARCHAR(MAX),
    @parameter NVARCHAR(128),
    @is_array BIT = NULL OUTPUT
AS
SET NOCOUNT ON;
DECLARE @is_wrong BIT = CASE WHEN ISJSON(@text) = 0 THEN 1 ELSE 0 END;
-- An escaped NUL is JSON, and so is one half of an escaped pair, but neither is a text everywhere. An escaped backslash
-- is taken out, so that what stands behind it is no escape.
IF @text LIKE N'%\u%'
BEGIN
    DECLARE @bare NVARCHAR(MAX) = CONCAT(N'      ', REPLACE(@text, N'\\', N''));
    IF EXISTS (
        SELECT 1
        FROM (
            VALUES
            (N'%\u0000%'),
            (N'%\u[dD][89abAB]__[^\]%'),
            (N'%\u[dD][89abAB]__\[^u]%'),
            (N'%\u[dD][89abAB]__\u[^dD]%'),
            (N'%\u[dD][89abAB]__\u[dD][^c-fC-F]%'),
            (N'%[^\]_____\u[dD][c-fC-F]%'),
            (N'%\[^u]____\u[dD][c-fC-F]%'),
            (N'%\u[^dD]___\u[dD][c-fC-F]%'),
            (N'%\u[dD][^89abAB]__\u[dD][c-fC-F]%')
        ) AS wrong (pattern)
        WHERE @bare COLLATE Latin1_General_100_BIN2 LIKE wrong.pattern
    )
        SET @is_wrong = 1;
END;
IF @is_wrong = 1
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(N'PT011: ', @parameter, N' is not JSON: "', LEFT(@text, 200), N'"');
    EXEC raise_error @message;
END;
SET @is_array = CASE
    WHEN TRIM(CONCAT(N' ', NCHAR(9), NCHAR(10), NCHAR(13)) FROM LEFT(@text, 4000)) LIKE N'[[]%' THEN 1
    ELSE 0
END;
GO
