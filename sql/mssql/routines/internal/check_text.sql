-- check_text: refuses a name that is missing, blank or too long for its column. Internal.
--
-- @value      the text as the caller gave it
-- @parameter  name of the parameter, for the message
-- @length     characters that the column holds; NULL: any number
-- @required   whether NULL is refused too
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].check_text
    @value NVARCHAR(MAX),
    @parameter NVARCHAR(128),
    @length INT,
    @required BIT = 1
AS
SET NOCOUNT ON;
DECLARE @message NVARCHAR(MAX);
-- LEN leaves blanks at the end out.
DECLARE @present INT = LEN(@value + N'.') - 1;
IF @value IS NULL
BEGIN
    IF @required = 1
        SET @message = CONCAT(N'PT011: ', @parameter, N' is missing; give a value');
END;
ELSE IF @value COLLATE Latin1_General_100_BIN2 NOT LIKE CONCAT(
    N'%[^ ', NCHAR(9), NCHAR(10), NCHAR(11), NCHAR(12), NCHAR(13), NCHAR(133), NCHAR(5760), NCHAR(8192), N'-',
    NCHAR(8198), NCHAR(8200), N'-', NCHAR(8202), NCHAR(8232), NCHAR(8233), NCHAR(8287), NCHAR(12288), N']%'
)
    SET @message = CONCAT(N'PT011: ', @parameter, N' is "', @value, N'", which is blank; give a name');
ELSE IF @present > @length
    SET @message = CONCAT(
        N'PT011: ', @parameter, N' has ', @present, N' characters, "', LEFT(@value, 40), N'..."; at most ', @length,
        N' are stored: shorten it'
    );
IF @message IS NOT NULL
    EXEC raise_error @message;
GO
