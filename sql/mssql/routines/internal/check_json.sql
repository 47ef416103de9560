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
-- An escaped NUL is JSON, but no text column of the other engines could hold it.
IF ISJSON(@text) = 0 OR @text LIKE N'%\u0000%'
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(N'PT011: ', @parameter, N' is not JSON: "', LEFT(@text, 200), N'"');
    EXEC raise_error @message;
END;
SET @is_array = CASE
    WHEN TRIM(CONCAT(N' ', NCHAR(9), NCHAR(10), NCHAR(13)) FROM LEFT(@text, 4000)) LIKE N'[[]%' THEN 1
    ELSE 0
END;
GO
