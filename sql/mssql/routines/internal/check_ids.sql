-- check_ids: refuses what is no JSON array of ids. Internal; who reads the ids takes each once.
--
-- @text       JSON text such as [1, 2]
-- @parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].check_ids
    @text NVARCHAR(MAX),
    @parameter NVARCHAR(128)
AS
SET NOCOUNT ON;
DECLARE @is_array BIT;
EXEC check_json @text, @parameter, @is_array OUTPUT;
-- Type 2 is a number; a text of digits is none.
IF @text IS NULL OR @is_array = 0 OR EXISTS (
    SELECT 1
    FROM OPENJSON(@text) AS item
    WHERE item.type <> 2
        OR item.value LIKE N'%[^-0-9]%'
        OR TRY_CAST(item.value AS BIGINT) IS NULL
)
BEGIN
    DECLARE @message NVARCHAR(MAX) = CONCAT(
        N'PT011: ', @parameter, N' is ', COALESCE(LEFT(@text, 200), N'missing'),
        N'; give a JSON array of ids, such as [1, 2]'
    );
    EXEC raise_error @message;
END;
GO
