-- first_bad_name: the first name of a list that is blank or too long. Internal.
--
-- @names   JSON array of names
-- @length  characters that a name may have
-- @name    returns the name; NULL when all are good
-- Errors: none. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].first_bad_name
    @names NVARCHAR(MAX),
    @length INT,
    @name NVARCHAR(MAX) OUTPUT
AS
SET NOCOUNT ON;
-- What counts as blank is written in check_text.
SET @name = (
    SELECT TOP (1) item.value
    FROM OPENJSON(@names) AS item
    WHERE LEN(item.value + N'.') - 1 > @length
        OR item.value COLLATE Latin1_General_100_BIN2 NOT LIKE CONCAT(
            N'%[^ ', NCHAR(9), NCHAR(10), NCHAR(11), NCHAR(12), NCHAR(13), NCHAR(133), NCHAR(5760), NCHAR(8192), N'-',
            NCHAR(8198), NCHAR(8200), N'-', NCHAR(8202), NCHAR(8232), NCHAR(8233), NCHAR(8287), NCHAR(12288), N']%'
        )
    ORDER BY CAST(item.[key] AS INT)
);
GO
