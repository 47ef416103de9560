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
    WHEN @location_path COLLATE Latin1_General_100_BIN2 LIKE N'[A-Za-z]:%'
        OR @location_path COLLATE Latin1_General_100_BIN2 LIKE N'\\%' THEN 1
    ELSE 0
END;
DECLARE @slashes NVARCHAR(2) = CASE @is_windows WHEN 1 THEN N'/\' ELSE N'/' END;
-- TRIM takes from both ends, and the point before the path keeps the beginning.
DECLARE @path NVARCHAR(4000) = SUBSTRING(
    TRIM(@slashes FROM N'.' + @location_path COLLATE Latin1_General_100_BIN2), 2, 4000
);
SET @location_path = CASE
    WHEN @path COLLATE Latin1_General_100_BIN2 = N''
        AND @location_path COLLATE Latin1_General_100_BIN2 LIKE N'/%' THEN N'/'
    WHEN @is_windows = 1 AND LEN(@path) = 2 AND LEN(@location_path + N'.') > 3 THEN LEFT(@location_path, 3)
    ELSE @path
END;
GO
