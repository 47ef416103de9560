-- merge_file_details: takes what a registration says of extracts that are known already. Internal.
--
-- @details   JSON array of the files, as parse_files returns them, each with its extract_id; locked already
-- @actor_id  who says so
-- Ranges of dates are widened; counts, size and types are replaced where given.
-- Errors: PT011 invalid_argument. Tables: extract_tracking.
CREATE OR ALTER PROCEDURE [$(schema)].merge_file_details
    @details NVARCHAR(MAX),
    @actor_id INT
AS
SET NOCOUNT ON;
DECLARE @name NVARCHAR(750);
DECLARE @low DATETIMEOFFSET(6);
DECLARE @high DATETIMEOFFSET(6);
DECLARE @merged TABLE (
    extract_id BIGINT NOT NULL PRIMARY KEY,
    name NVARCHAR(750) COLLATE Latin1_General_100_BIN2 NOT NULL,
    filesize DECIMAL(38, 10) NULL,
    filesize_type_id INT NULL,
    compression_type_id INT NULL,
    filetype_id INT NULL,
    write_low DATETIMEOFFSET(6) NULL,
    write_high DATETIMEOFFSET(6) NULL,
    write_count BIGINT NULL,
    load_low DATETIMEOFFSET(6) NULL,
    load_high DATETIMEOFFSET(6) NULL,
    load_count BIGINT NULL
);
INSERT INTO @merged (
    extract_id, name, filesize, filesize_type_id, compression_type_id, filetype_id,
    write_low, write_high, write_count, load_low, load_high, load_count
)
SELECT
    e.extract_id,
    e.extract_filename,
    COALESCE(item.filesize, e.extract_filesize),
    COALESCE(item.filesize_type_id, e.extract_filesize_type_id),
    COALESCE(item.compression_type_id, e.extract_compression_type_id),
    COALESCE(item.filetype_id, e.extract_filetype_id),
    CASE
        WHEN item.write_low < e.extract_write_low_date_time THEN item.write_low
        ELSE COALESCE(e.extract_write_low_date_time, item.write_low)
    END,
    CASE
        WHEN item.write_high > e.extract_write_high_date_time THEN item.write_high
        ELSE COALESCE(e.extract_write_high_date_time, item.write_high)
    END,
    COALESCE(item.write_count, e.extract_write_record_count),
    CASE
        WHEN item.load_low < e.extract_load_low_date_time THEN item.load_low
        ELSE COALESCE(e.extract_load_low_date_time, item.load_low)
    END,
    CASE
        WHEN item.load_high > e.extract_load_high_date_time THEN item.load_high
        ELSE COALESCE(e.extract_load_high_date_time, item.load_high)
    END,
    COALESCE(item.load_count, e.extract_load_record_count)
FROM OPENJSON(@details) WITH (
    extract_id BIGINT '$.extract_id',
    filesize DECIMAL(38, 10) '$.filesize',
    filesize_type_id INT '$.filesize_type_id',
    compression_type_id INT '$.compression_type_id',
    filetype_id INT '$.filetype_id',
    write_low DATETIMEOFFSET(6) '$.write_low',
    write_high DATETIMEOFFSET(6) '$.write_high',
    write_count BIGINT '$.write_count',
    load_low DATETIMEOFFSET(6) '$.load_low',
    load_high DATETIMEOFFSET(6) '$.load_high',
    load_count BIGINT '$.load_count'
) AS item
INNER JOIN extract_tracking AS e ON e.extract_id = item.extract_id
OPTION (LOOP JOIN, FORCE ORDER);

SELECT TOP (1)
    @name = m.name,
    @low = CASE WHEN m.write_low > m.write_high THEN m.write_low ELSE m.load_low END,
    @high = CASE WHEN m.write_low > m.write_high THEN m.write_high ELSE m.load_high END
FROM @merged AS m
WHERE m.write_low > m.write_high OR m.load_low > m.load_high
ORDER BY m.extract_id;
EXEC check_dates @low, @high, @name;

UPDATE e
SET
    extract_filesize = m.filesize,
    extract_filesize_type_id = m.filesize_type_id,
    extract_compression_type_id = m.compression_type_id,
    extract_filetype_id = m.filetype_id,
    extract_write_low_date_time = m.write_low,
    extract_write_high_date_time = m.write_high,
    extract_write_record_count = m.write_count,
    extract_load_low_date_time = m.load_low,
    extract_load_high_date_time = m.load_high,
    extract_load_record_count = m.load_count,
    update_date_time = TODATETIMEOFFSET(SYSUTCDATETIME(), 0),
    updated_by = @actor_id
FROM @merged AS m
INNER JOIN extract_tracking AS e ON e.extract_id = m.extract_id
OPTION (LOOP JOIN, FORCE ORDER);
GO
