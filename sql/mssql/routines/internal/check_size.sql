-- check_size: refuses the size of a file. Internal; called for a size that cannot be read.
--
-- @size      the size as the caller gave it
-- @filename  the file
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].check_size
    @size NVARCHAR(MAX),
    @filename NVARCHAR(750)
AS
SET NOCOUNT ON;
DECLARE @message NVARCHAR(MAX) = CONCAT(
    N'PT011: the size of "', @filename, N'" is "', @size,
    N'"; give a number and a unit (B, KB, MB, GB), such as 12.5 MB'
);
EXEC raise_error @message;
GO
