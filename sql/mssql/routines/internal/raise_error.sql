-- raise_error: refuses a call. Internal.
--
-- @message  the message; its first five characters are the code
-- THROW honours XACT_ABORT, and would doom the caller's whole transaction; off for this one statement, it only leaves
-- for the handler of the routine, which takes back what the call has done. THROW reads % as the beginning of a format.
-- Errors: the one that it is told. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].raise_error
    @message NVARCHAR(MAX)
AS
SET NOCOUNT ON;
SET XACT_ABORT OFF;
DECLARE @number INT = 51000 + CAST(SUBSTRING(@message, 3, 3) AS INT);
DECLARE @text NVARCHAR(2048) = REPLACE(
    CASE WHEN LEN(@message) > 2000 THEN LEFT(@message, 1999) + NCHAR(8230) ELSE @message END, N'%', N'%%'
);
THROW @number, @text, 1;
GO
