-- location_id_of: the location of a path, added when it is new. Internal.
--
-- @location_path  path of the location; a trailing slash does not count
-- @location_name  name for a new location; NULL: the last folder of the path, with its key behind it when taken
-- @actor_id       who adds it
-- @location_id    returns its key. A known path keeps its name, whatever name is given.
-- One writer at a time adds locations, because path and name are both unique.
-- Errors: PT011 invalid_argument, PT013 duplicate. Tables: location_lkup, location_type_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].location_id_of
    @location_path NVARCHAR(4000),
    @location_name NVARCHAR(4000),
    @actor_id INT,
    @location_id INT OUTPUT
AS
SET NOCOUNT ON;
DECLARE @bucket NVARCHAR(750);
DECLARE @message NVARCHAR(MAX);
DECLARE @given NVARCHAR(4000) = @location_path;
EXEC location_path_of @location_path OUTPUT;
EXEC check_text @location_path, N'location_path', 750;
EXEC check_text @location_name, N'location_name', 750, 0;
DECLARE @path NVARCHAR(750) = @location_path;
DECLARE @name NVARCHAR(750) = @location_name;
IF @path COLLATE Latin1_General_100_BIN2 LIKE N'[Ss]3://%'
    OR @path COLLATE Latin1_General_100_BIN2 LIKE N'[Ss]3[AaNn]://%'
BEGIN
    SET @bucket = SUBSTRING(@path, CHARINDEX(N'://', @path) + 3, 750);
    SET @bucket = LEFT(@bucket, CHARINDEX(N'/', @bucket + N'/') - 1);
END;
-- Without a bucket, the slashes have gone.
IF @bucket = N''
    OR @path COLLATE Latin1_General_100_BIN2 LIKE N'[Ss]3:'
    OR @path COLLATE Latin1_General_100_BIN2 LIKE N'[Ss]3[AaNn]:'
BEGIN
    SET @message = CONCAT(
        N'PT011: location_path is "', @given, N'", which names no bucket; give s3://bucket/folder'
    );
    EXEC raise_error @message;
END;
SET @location_id = (SELECT location_id FROM location_lkup WHERE location_path = @path);
IF @location_id IS NULL
BEGIN
    EXEC lock_name N'locations', N'';
    SET @location_id = (SELECT location_id FROM location_lkup WHERE location_path = @path);
END;
IF @location_id IS NOT NULL
    RETURN;

IF @name IS NULL
BEGIN
    SET @name = LEFT(@path, LEN(@path + N'.') - PATINDEX(N'%[^/\]%', REVERSE(@path)));
    SET @name = RIGHT(@name, PATINDEX(N'%[/\]%', REVERSE(@name) + N'/') - 1);
    IF LEN(@name + N'.') = 1
        SET @name = @path;
END;
DECLARE @is_taken BIT = CASE
    WHEN EXISTS (SELECT 1 FROM location_lkup WHERE location_name = @name) THEN 1
    ELSE 0
END;
IF @is_taken = 0 OR @location_name IS NULL
BEGIN
    -- What is to have its key behind its name is added under a name that nobody has.
    INSERT INTO location_lkup (
        location_name, location_path, location_type_id, location_bucket_name, created_by, updated_by
    )
    SELECT
        CASE @is_taken WHEN 1 THEN CAST(NEWID() AS NVARCHAR(36)) ELSE @name END,
        @path,
        lt.location_type_id,
        @bucket,
        @actor_id,
        @actor_id
    FROM location_type_lkup AS lt
    WHERE lt.location_type_name = CASE WHEN @bucket IS NULL THEN N'Local Filesystem' ELSE N'S3' END;
    SET @location_id = CAST(SCOPE_IDENTITY() AS INT);
    IF @is_taken = 1
    BEGIN
        SET @name = CONCAT(LEFT(@name, 730), N' - ', @location_id);
        UPDATE location_lkup
        SET location_name = @name
        WHERE location_id = @location_id
            AND NOT EXISTS (SELECT 1 FROM location_lkup AS other WHERE other.location_name = @name);
        SET @is_taken = 1 - @@ROWCOUNT;
    END;
END;
IF @is_taken = 1
BEGIN
    SET @message = CONCAT(
        N'PT013: location_name is "', @name, N'", which the location "',
        (SELECT location_path FROM location_lkup WHERE location_name = @name), N'" has already; give "', @path,
        N'" another name'
    );
    EXEC raise_error @message;
END;
GO
