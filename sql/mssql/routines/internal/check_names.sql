-- check_names: refuses what is no JSON array of names. Internal; who reads the names takes each once.
--
-- @text       such as ["a", "b"]; NULL passes
-- @parameter  name of the parameter, for the message
-- @length     characters that a name may have
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].check_names
    @text NVARCHAR(MAX),
    @parameter NVARCHAR(128),
    @length INT
AS
SET NOCOUNT ON;
DECLARE @is_array BIT;
DECLARE @name NVARCHAR(MAX);
DECLARE @what NVARCHAR(128) = CONCAT(N'a name in ', @parameter);
EXEC check_json @text, @parameter, @is_array OUTPUT;
IF @text IS NULL
    RETURN;
-- Type 1 is a text.
IF @is_array = 0 OR EXISTS (SELECT 1 FROM OPENJSON(@text) AS item WHERE item.type <> 1)
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT011: ', @parameter, N' is ', LEFT(@text, 200), N'; give a JSON array of names, such as ["a", "b"]'
    );
    EXEC raise_error @message;
END;
EXEC first_bad_name @text, @length, @name OUTPUT;
IF @name IS NOT NULL
    EXEC check_text @name, @what, @length;
GO
