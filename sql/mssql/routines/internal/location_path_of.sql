-- location_path_of: a path as it is stored: without a trailing slash. Internal.
--
-- @location_path  path as the caller gave it; returns it as it is stored. A Windows path loses a trailing backslash
--                 too; a root stays.
-- Errors: none. Tables: none.
CREATE OR ALTER PROCEDURE [$(schema)].location_path_of
    @location_path NVARCHAR(4000) OUTPUT
AS
SET NOCOUNT ON;
DECLARE @is_windows BIT = CASE
    WHEN @location_path COLLATE Latin1_General_100_BIN2 LIKE N'[A-Za-z]:%' OR @location_path LIKE N'\\%' THEN 1
    ELSE 0
END;
-- Where the last character is that stays, from the end: LEN leaves blanks at the end out.
DECLARE @place INT = PATINDEX(CASE @is_windows WHEN 1 THEN N'%[^/\]%' ELSE N'%[^/]%' END, REVERSE(@location_path));
DECLARE @path NVARCHAR(4000) = CASE
    WHEN @place > 0 THEN LEFT(@location_path, LEN(@location_path + N'.') - @place)
    ELSE N''
END;
SET @location_path = CASE
    WHEN @location_path LIKE N'/%' AND @place = 0 THEN N'/'
    WHEN @is_windows = 1 AND LEN(@path) = 2 AND LEN(@location_path + N'.') > 3 THEN LEFT(@location_path, 3)
    WHEN @location_path IS NOT NULL THEN @path
END;
GO
