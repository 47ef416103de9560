-- register_files: finds or creates extracts of one location and ties them to a run. Internal.
--
-- @process_tracking_id  the run
-- @location_path        folder or bucket that the files lie in
-- @location_name        name for a new location, or NULL
-- @files                JSON array of files, as parse_files takes it
-- @status               status to give to all of them; NULL: a known extract keeps its own
-- @new_status           status of a new extract when @status is NULL
-- @only_new             leaves known extracts alone
-- @registered           returns a JSON array with an object for each file in the order given: position, extract_id,
--                       extract_filename, is_new
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT008 lookup_not_found, PT013 duplicate,
-- PT007 extract_dependency_blocked.
-- Tables: extract_status_lkup, location_lkup, extract_tracking, extract_process_tracking, extract_dataset_type,
-- extract_source, extract_source_object, and those of parse_files and apply_extract_status.
-- One writer at a time adds files to a location. New extracts are inserted in name order before known ones are locked
-- in the order of their ids.
CREATE OR ALTER PROCEDURE [$(schema)].register_files
    @process_tracking_id BIGINT,
    @location_path NVARCHAR(4000),
    @location_name NVARCHAR(4000),
    @files NVARCHAR(MAX),
    @status NVARCHAR(4000),
    @new_status NVARCHAR(75),
    @only_new BIT,
    @registered NVARCHAR(MAX) OUTPUT
AS
SET NOCOUNT ON;
DECLARE @process_id INT;
DECLARE @actor_id INT;
DECLARE @status_id INT;
DECLARE @location_id INT;
DECLARE @number INT;
DECLARE @now DATETIMEOFFSET(6) = TODATETIMEOFFSET(SYSUTCDATETIME(), 0);
DECLARE @given_status NVARCHAR(4000) = COALESCE(@status, @new_status);
DECLARE @list NVARCHAR(MAX);
DECLARE @file TABLE (
    position INT NOT NULL PRIMARY KEY,
    extract_id BIGINT NULL,
    is_new BIT NOT NULL DEFAULT (0),
    name NVARCHAR(750) COLLATE Latin1_General_100_BIN2 NOT NULL,
    has_details BIT NOT NULL,
    filesize DECIMAL(38, 10) NULL,
    filesize_type_id INT NULL,
    compression_type_id INT NULL,
    filetype_id INT NULL,
    ending_filetype_id INT NULL,
    write_low DATETIMEOFFSET(6) NULL,
    write_high DATETIMEOFFSET(6) NULL,
    write_count BIGINT NULL,
    load_low DATETIMEOFFSET(6) NULL,
    load_high DATETIMEOFFSET(6) NULL,
    load_count BIGINT NULL
);
DECLARE @extract TABLE (extract_id BIGINT NOT NULL PRIMARY KEY, is_new BIT NOT NULL);
EXEC lock_run @process_tracking_id, N'none', @process_id OUTPUT, @actor_id OUTPUT;
EXEC extract_status_id_of @given_status, @actor_id, @status_id OUTPUT;
EXEC location_id_of @location_path, @location_name, @actor_id, @location_id OUTPUT;
EXEC parse_files @files, @list OUTPUT;
INSERT INTO @file (
    position, name, has_details, filesize, filesize_type_id, compression_type_id, filetype_id, ending_filetype_id,
    write_low, write_high, write_count, load_low, load_high, load_count
)
SELECT
    item.position,
    item.name,
    item.has_details,
    item.filesize,
    item.filesize_type_id,
    item.compression_type_id,
    item.filetype_id,
    item.ending_filetype_id,
    item.write_low,
    item.write_high,
    item.write_count,
    item.load_low,
    item.load_high,
    item.load_count
FROM OPENJSON(@list) WITH (
    position INT '$.position',
    name NVARCHAR(750) '$.name',
    has_details BIT '$.has_details',
    filesize DECIMAL(38, 10) '$.filesize',
    filesize_type_id INT '$.filesize_type_id',
    compression_type_id INT '$.compression_type_id',
    filetype_id INT '$.filetype_id',
    ending_filetype_id INT '$.ending_filetype_id',
    write_low DATETIMEOFFSET(6) '$.write_low',
    write_high DATETIMEOFFSET(6) '$.write_high',
    write_count BIGINT '$.write_count',
    load_low DATETIMEOFFSET(6) '$.load_low',
    load_high DATETIMEOFFSET(6) '$.load_high',
    load_count BIGINT '$.load_count'
) AS item;
SET @number = @@ROWCOUNT;
UPDATE f
SET extract_id = e.extract_id
FROM @file AS f
INNER JOIN extract_tracking AS e ON e.extract_location_id = @location_id AND e.extract_filename = f.name
OPTION (LOOP JOIN, FORCE ORDER);
IF @@ROWCOUNT < @number
BEGIN
    SET @list = CAST(@location_id AS NVARCHAR(20));
    EXEC lock_name N'files', @list;
    UPDATE f
    SET extract_id = e.extract_id
    FROM @file AS f
    INNER JOIN extract_tracking AS e ON e.extract_location_id = @location_id AND e.extract_filename = f.name
    WHERE f.extract_id IS NULL
    OPTION (LOOP JOIN, FORCE ORDER);
    INSERT INTO extract_tracking (
        extract_filename, extract_location_id, extract_status_id, extract_registration_date_time,
        extract_write_low_date_time, extract_write_high_date_time, extract_write_record_count,
        extract_load_low_date_time, extract_load_high_date_time, extract_load_record_count,
        extract_compression_type_id, extract_filetype_id, extract_filesize, extract_filesize_type_id,
        created_by, updated_by
    )
    SELECT
        f.name,
        @location_id,
        @status_id,
        @now,
        f.write_low,
        f.write_high,
        f.write_count,
        f.load_low,
        f.load_high,
        f.load_count,
        f.compression_type_id,
        COALESCE(f.filetype_id, f.ending_filetype_id),
        f.filesize,
        f.filesize_type_id,
        @actor_id,
        @actor_id
    FROM @file AS f
    WHERE f.extract_id IS NULL
    ORDER BY f.name;
    UPDATE f
    SET
        extract_id = e.extract_id,
        is_new = 1
    FROM @file AS f
    INNER JOIN extract_tracking AS e ON e.extract_location_id = @location_id AND e.extract_filename = f.name
    WHERE f.extract_id IS NULL
    OPTION (LOOP JOIN, FORCE ORDER);
END;

INSERT INTO @extract (extract_id, is_new)
SELECT
    f.extract_id,
    f.is_new
FROM @file AS f
WHERE @only_new = 0 OR f.is_new = 1;
-- Known extracts are locked before anything hangs on them, by an update that changes nothing; the loop follows the
-- order of the ids.
UPDATE e
SET extract_load_record_count = e.extract_load_record_count
FROM @extract AS x
INNER JOIN extract_tracking AS e ON e.extract_id = x.extract_id
WHERE x.is_new = 0
OPTION (LOOP JOIN, FORCE ORDER);
SET @list = (
    SELECT
        f.extract_id,
        f.filesize,
        f.filesize_type_id,
        f.compression_type_id,
        f.filetype_id,
        f.write_low,
        f.write_high,
        f.write_count,
        f.load_low,
        f.load_high,
        f.load_count
    FROM @file AS f
    WHERE @only_new = 0 AND f.is_new = 0 AND f.has_details = 1
    FOR JSON PATH
);
IF @list IS NOT NULL
    EXEC merge_file_details @list, @actor_id;

-- The extract's lock covers its ties and links.
INSERT INTO extract_process_tracking (
    extract_tracking_id, process_tracking_id, extract_process_status_id, extract_process_event_date_time,
    created_by, updated_by
)
SELECT
    e.extract_id,
    @process_tracking_id,
    e.extract_status_id,
    @now,
    @actor_id,
    @actor_id
FROM @extract AS x
INNER JOIN extract_tracking AS e ON e.extract_id = x.extract_id
WHERE NOT EXISTS (
    SELECT 1
    FROM extract_process_tracking AS tie
    WHERE tie.extract_tracking_id = x.extract_id AND tie.process_tracking_id = @process_tracking_id
)
OPTION (LOOP JOIN, FORCE ORDER);
IF @status IS NOT NULL
BEGIN
    SET @list = (
        SELECT CONCAT(N'[', STRING_AGG(CAST(x.extract_id AS NVARCHAR(MAX)), N','), N']')
        FROM @extract AS x
        WHERE x.is_new = 0
    );
    IF EXISTS (SELECT 1 FROM @extract AS x WHERE x.is_new = 0)
        EXEC apply_extract_status @process_tracking_id, @list, @status, @actor_id;
END;

INSERT INTO extract_dataset_type (extract_id, dataset_type_id, created_by, updated_by)
SELECT
    x.extract_id,
    l.dataset_type_id,
    @actor_id,
    @actor_id
FROM process_dataset_type AS l
CROSS JOIN @extract AS x
WHERE l.process_id = @process_id
    AND NOT EXISTS (
        SELECT 1
        FROM extract_dataset_type AS known
        WHERE known.extract_id = x.extract_id AND known.dataset_type_id = l.dataset_type_id
    );
INSERT INTO extract_source (extract_id, source_id, created_by, updated_by)
SELECT
    x.extract_id,
    l.source_id,
    @actor_id,
    @actor_id
FROM process_source AS l
CROSS JOIN @extract AS x
WHERE l.process_id = @process_id
    AND NOT EXISTS (
        SELECT 1 FROM extract_source AS known WHERE known.extract_id = x.extract_id AND known.source_id = l.source_id
    );
INSERT INTO extract_source_object (extract_id, source_object_id, created_by, updated_by)
SELECT
    x.extract_id,
    l.source_object_id,
    @actor_id,
    @actor_id
FROM process_source_object AS l
CROSS JOIN @extract AS x
WHERE l.process_id = @process_id
    AND NOT EXISTS (
        SELECT 1
        FROM extract_source_object AS known
        WHERE known.extract_id = x.extract_id AND known.source_object_id = l.source_object_id
    );

SET @registered = COALESCE(
    (
        SELECT
            f.position,
            f.extract_id,
            f.name AS extract_filename,
            f.is_new
        FROM @file AS f
        WHERE @only_new = 0 OR f.is_new = 1
        ORDER BY f.position
        FOR JSON PATH
    ),
    N'[]'
);
GO
