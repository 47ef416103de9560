-- check_date_texts: refuses a date that is no ISO text. Internal; called for a text that is not.
--
-- @date      the date as the caller gave it
-- @filename  the file
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].check_date_texts
    @date NVARCHAR(MAX),
    @filename NVARCHAR(750)
AS
SET NOCOUNT ON;
DECLARE @message NVARCHAR(MAX) = CONCAT(
    N'PT011: a date of "', @filename, N'" is no ISO text (', @date,
    N'); give dates such as 2019-12-31 or 2019-12-31T23:59:59Z'
);
EXEC raise_error @message;
GO
