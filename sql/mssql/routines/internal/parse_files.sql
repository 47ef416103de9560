-- parse_files: a JSON array of files, checked, with the keys of what they name. Internal.
--
-- @files   JSON array; each item a name, or an object with name and any of size, compression_type, filetype,
--          write_low_date, write_high_date, write_record_count, load_low_date, load_high_date, load_record_count
-- @parsed  returns a JSON array with an object for each file: position, from 0; name; has_details, whether the item
--          gave more than a name; filesize, filesize_type_id, compression_type_id; filetype_id, as given;
--          ending_filetype_id, by the name's ending; write_low, write_high, write_count, load_low, load_high,
--          load_count
-- Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: extract_compression_type_lkup, extract_filetype_lkup, filesize_type_lkup.
CREATE OR ALTER PROCEDURE [$(schema)].parse_files
    @files NVARCHAR(MAX),
    @parsed NVARCHAR(MAX) OUTPUT
AS
SET NOCOUNT ON;
DECLARE @is_array BIT;
DECLARE @bad NVARCHAR(MAX);
DECLARE @name NVARCHAR(750);
DECLARE @reason NVARCHAR(30);
DECLARE @id INT;
DECLARE @low DATETIMEOFFSET(6);
DECLARE @high DATETIMEOFFSET(6);
DECLARE @message NVARCHAR(MAX);
DECLARE @blanks NVARCHAR(6) = CONCAT(N' ', NCHAR(9), NCHAR(10), NCHAR(11), NCHAR(12), NCHAR(13));
DECLARE @item TABLE (
    position INT NOT NULL PRIMARY KEY,
    is_bad BIT NOT NULL,
    name NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    size NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    compression_type NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    filetype NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    write_low_date NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    write_high_date NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    write_count NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    load_low_date NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    load_high_date NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    load_count NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL
);
DECLARE @date TABLE (
    position INT NOT NULL,
    kind NVARCHAR(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    day DATE NULL,
    time NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    zone NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    seconds INT NULL,
    microseconds INT NULL,
    shift INT NULL,
    instant DATETIMEOFFSET(6) NULL,
    PRIMARY KEY (position, kind)
);
DECLARE @size TABLE (
    position INT NOT NULL PRIMARY KEY,
    filesize DECIMAL(38, 10) NULL,
    filesize_type_id INT NULL
);
DECLARE @file TABLE (
    position INT NOT NULL PRIMARY KEY,
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
EXEC check_json @files, N'files', @is_array OUTPUT;
-- Types: 1 text, 4 array, 5 object.
IF @files IS NULL OR @is_array = 0 OR EXISTS (SELECT 1 FROM OPENJSON(@files) AS item WHERE item.type NOT IN (1, 5))
BEGIN
    SET @message = CONCAT(
        N'PT011: files is ', COALESCE(LEFT(@files, 200), N'missing'),
        N'; give a JSON array of names, or of objects with a name'
    );
    EXEC raise_error @message;
END;

WITH detail AS (
    SELECT
        CAST(item.[key] AS INT) AS position,
        CASE item.type WHEN 5 THEN 1 ELSE 0 END AS is_object,
        pair.[key] COLLATE Latin1_General_100_BIN2 AS name,
        CASE item.type WHEN 5 THEN pair.value ELSE item.value END COLLATE Latin1_General_100_BIN2 AS value,
        pair.type
    FROM OPENJSON(@files) AS item
    OUTER APPLY OPENJSON(CASE item.type WHEN 5 THEN item.value ELSE N'{}' END) AS pair
)

INSERT INTO @item (
    position, is_bad, name, size, compression_type, filetype, write_low_date, write_high_date, write_count,
    load_low_date, load_high_date, load_count
)
SELECT
    detail.position,
    CASE
        WHEN MAX(detail.is_object) = 0 THEN 0
        WHEN MAX(CASE WHEN detail.name = N'name' AND detail.type = 1 THEN 1 ELSE 0 END) = 0 THEN 1
        WHEN COUNT(*) > COUNT(DISTINCT detail.name) THEN 1
        ELSE MAX(
            CASE
                WHEN detail.type NOT IN (4, 5)
                    AND detail.name IN (
                        N'name', N'size', N'compression_type', N'filetype', N'write_low_date', N'write_high_date',
                        N'write_record_count', N'load_low_date', N'load_high_date', N'load_record_count'
                    ) THEN 0
                ELSE 1
            END
        )
    END,
    MAX(CASE WHEN detail.is_object = 0 OR detail.name = N'name' THEN detail.value END),
    MAX(CASE WHEN detail.name = N'size' THEN detail.value END),
    MAX(CASE WHEN detail.name = N'compression_type' THEN detail.value END),
    MAX(CASE WHEN detail.name = N'filetype' THEN detail.value END),
    MAX(CASE WHEN detail.name = N'write_low_date' THEN detail.value END),
    MAX(CASE WHEN detail.name = N'write_high_date' THEN detail.value END),
    MAX(CASE WHEN detail.name = N'write_record_count' THEN detail.value END),
    MAX(CASE WHEN detail.name = N'load_low_date' THEN detail.value END),
    MAX(CASE WHEN detail.name = N'load_high_date' THEN detail.value END),
    MAX(CASE WHEN detail.name = N'load_record_count' THEN detail.value END)
FROM detail
GROUP BY detail.position;
SET @bad = (
    SELECT TOP (1) LEFT(element.value, 200)
    FROM @item AS item
    INNER JOIN OPENJSON(@files) AS element ON CAST(element.[key] AS INT) = item.position
    WHERE item.is_bad = 1
    ORDER BY item.position
);
IF @bad IS NOT NULL
BEGIN
    SET @message = CONCAT(
        N'PT011: files holds ', @bad, N'; an object has a name, and of its other keys only size, compression_type, ',
        N'filetype, write_low_date, write_high_date, write_record_count, load_low_date, load_high_date, ',
        N'load_record_count'
    );
    EXEC raise_error @message;
END;
SET @bad = (
    SELECT CONCAT(
        N'[',
        STRING_AGG(CAST(CONCAT(N'"', STRING_ESCAPE(item.name, 'json'), N'"') AS NVARCHAR(MAX)), N',')
            WITHIN GROUP (ORDER BY item.position),
        N']'
    )
    FROM @item AS item
);
EXEC first_bad_name @bad, 750, @bad OUTPUT;
IF @bad IS NOT NULL
    EXEC check_text @bad, N'a file name', 750;
SET @bad = (
    SELECT TOP (1) CAST(item.name AS NVARCHAR(750))
    FROM @item AS item
    GROUP BY CAST(item.name AS NVARCHAR(750))
    HAVING COUNT(*) > 1
);
IF @bad IS NOT NULL
BEGIN
    SET @message = CONCAT(N'PT011: files names "', @bad, N'" more than once; name each file once');
    EXEC raise_error @message;
END;

-- A number and a unit. Of the number, 28 digits and 10 decimals are what the column holds.
WITH given AS (
    SELECT
        item.position,
        TRIM(@blanks FROM item.size) AS text
    FROM @item AS item
    WHERE item.size IS NOT NULL
),

cut AS (
    SELECT
        given.position,
        given.text,
        PATINDEX(N'%[^0-9.]%', given.text + N'x') - 1 AS length
    FROM given
),

part AS (
    SELECT
        cut.position,
        LEFT(cut.text, cut.length) AS number,
        UPPER(TRIM(@blanks FROM SUBSTRING(cut.text, cut.length + 1, 100))) AS unit
    FROM cut
)

INSERT INTO @size (position, filesize, filesize_type_id)
SELECT
    part.position,
    CASE
        WHEN part.number LIKE N'[0-9]%'
            AND part.number LIKE N'%[0-9]'
            AND part.number NOT LIKE N'%.%.%'
            AND CHARINDEX(N'.', part.number + N'.') <= 29
            THEN CONVERT(DECIMAL(38, 10), LEFT(part.number, CHARINDEX(N'.', part.number + N'.') + 10))
    END,
    unit.filesize_type_id
FROM part
LEFT JOIN filesize_type_lkup AS unit
    ON unit.filesize_type_code = CASE WHEN part.unit = N'' THEN N'B' ELSE part.unit END;

-- ISO texts alone, in UTC when they name no zone. What is none has no instant here.
WITH given AS (
    SELECT item.position, N'write low' AS kind, item.write_low_date AS text FROM @item AS item
    UNION ALL
    SELECT item.position, N'write high', item.write_high_date FROM @item AS item
    UNION ALL
    SELECT item.position, N'load low', item.load_low_date FROM @item AS item
    UNION ALL
    SELECT item.position, N'load high', item.load_high_date FROM @item AS item
),

cut AS (
    SELECT
        given.position,
        given.kind,
        LEFT(given.text, 10) AS day,
        SUBSTRING(given.text, 11, 40) AS text,
        PATINDEX(N'%[-Z+]%', SUBSTRING(given.text, 11, 40) + N'Z') - 1 AS length
    FROM given
    WHERE given.text IS NOT NULL
)

INSERT INTO @date (position, kind, day, time, zone)
SELECT
    cut.position,
    cut.kind,
    CASE
        WHEN cut.day LIKE N'[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' THEN TRY_CAST(cut.day AS DATE)
    END,
    LEFT(cut.text, cut.length),
    SUBSTRING(cut.text, cut.length + 1, 40)
FROM cut;
-- One blank may stand before the zone.
UPDATE @date SET time = LEFT(time, LEN(time + N'.') - 2) WHERE time LIKE N'_% ';
-- Up to 23:59:59.999999; without a time, there is no zone either.
UPDATE @date
SET
    seconds = TRY_CAST(SUBSTRING(time, 2, 2) AS INT) * 3600 + TRY_CAST(SUBSTRING(time, 5, 2) AS INT) * 60
    + COALESCE(TRY_CAST(NULLIF(SUBSTRING(time, 8, 2), N'') AS INT), 0),
    microseconds = TRY_CAST(LEFT(SUBSTRING(time, 11, 6) + N'000000', 6) AS INT)
WHERE SUBSTRING(time, 2, 2) < N'24'
    AND (
        time LIKE N'[T ][0-2][0-9]:[0-5][0-9]'
        OR time LIKE N'[T ][0-2][0-9]:[0-5][0-9]:[0-5][0-9]'
        OR time LIKE N'[T ][0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9]%'
        AND SUBSTRING(time, 11, 30) NOT LIKE N'%[^0-9]%'
        AND LEN(time) <= 16
    );
UPDATE @date
SET
    seconds = 0,
    microseconds = 0
WHERE time + zone + N'.' = N'.';
UPDATE @date
SET
    shift = CASE LEFT(zone, 1) WHEN N'-' THEN -60 ELSE 60 END * (
        COALESCE(TRY_CAST(NULLIF(SUBSTRING(zone, 2, 2), N'') AS INT), 0) * 60
        + COALESCE(TRY_CAST(NULLIF(REPLACE(SUBSTRING(zone, 4, 3), N':', N''), N'') AS INT), 0)
    )
WHERE zone + N'.' IN (N'.', N'Z.')
    OR SUBSTRING(zone, 2, 2) < N'16'
    AND (
        zone LIKE N'[-+][01][0-9]'
        OR zone LIKE N'[-+][01][0-9][0-5][0-9]'
        OR zone LIKE N'[-+][01][0-9]:[0-5][0-9]'
    );
UPDATE @date
SET
    instant = CASE
        WHEN (day > CAST(N'0001-01-01' AS DATE) OR seconds >= shift)
            AND (day < CAST(N'9999-12-31' AS DATE) OR seconds - shift < 86400)
            THEN TODATETIMEOFFSET(
                DATEADD(MICROSECOND, microseconds, DATEADD(SECOND, seconds - shift, CAST(day AS DATETIME2(6)))), 0
            )
    END;

INSERT INTO @file (
    position, name, has_details, filesize, filesize_type_id, compression_type_id, filetype_id, ending_filetype_id,
    write_low, write_high, write_count, load_low, load_high, load_count
)
SELECT
    item.position,
    item.name,
    CASE
        WHEN COALESCE(
            item.size, item.compression_type, item.filetype, item.write_low_date, item.write_high_date,
            item.write_count, item.load_low_date, item.load_high_date, item.load_count
        ) IS NULL THEN 0
        ELSE 1
    END,
    size.filesize,
    size.filesize_type_id,
    compression.extract_compression_type_id,
    COALESCE(code.extract_filetype_id, type.extract_filetype_id),
    ending.extract_filetype_id,
    write_low.instant,
    write_high.instant,
    CASE WHEN item.write_count NOT LIKE N'%[^-0-9]%' THEN TRY_CAST(NULLIF(item.write_count, N'') AS BIGINT) END,
    load_low.instant,
    load_high.instant,
    CASE WHEN item.load_count NOT LIKE N'%[^-0-9]%' THEN TRY_CAST(NULLIF(item.load_count, N'') AS BIGINT) END
FROM @item AS item
LEFT JOIN @size AS size ON size.position = item.position
LEFT JOIN @date AS write_low ON write_low.position = item.position AND write_low.kind = N'write low'
LEFT JOIN @date AS write_high ON write_high.position = item.position AND write_high.kind = N'write high'
LEFT JOIN @date AS load_low ON load_low.position = item.position AND load_low.kind = N'load low'
LEFT JOIN @date AS load_high ON load_high.position = item.position AND load_high.kind = N'load high'
LEFT JOIN extract_compression_type_lkup AS compression ON compression.extract_compression_type = item.compression_type
LEFT JOIN extract_filetype_lkup AS code ON code.extract_filetype_code = item.filetype
LEFT JOIN extract_filetype_lkup AS type ON type.extract_filetype = item.filetype
LEFT JOIN extract_filetype_lkup AS ending
    ON ending.extract_filetype_code = CASE
        WHEN item.name LIKE N'%.%'
            THEN LOWER(RIGHT(item.name, PATINDEX(N'%.%', REVERSE(item.name)) - 1))
    END;

-- The first file that has to be refused, and why.
WITH refused AS (
    SELECT
        item.position,
        f.name,
        item.size,
        item.compression_type,
        item.filetype,
        item.write_low_date,
        item.write_high_date,
        item.load_low_date,
        item.load_high_date,
        item.write_count,
        item.load_count,
        f.write_low,
        f.write_high,
        f.load_low,
        f.load_high,
        CASE
            WHEN item.size IS NOT NULL AND (f.filesize IS NULL OR f.filesize_type_id IS NULL) THEN N'size'
            WHEN item.compression_type IS NOT NULL AND f.compression_type_id IS NULL THEN N'compression type'
            WHEN item.filetype IS NOT NULL AND f.filetype_id IS NULL THEN N'file type'
            WHEN item.write_low_date IS NOT NULL AND f.write_low IS NULL THEN N'write low'
            WHEN item.write_high_date IS NOT NULL AND f.write_high IS NULL THEN N'write high'
            WHEN item.load_low_date IS NOT NULL AND f.load_low IS NULL THEN N'load low'
            WHEN item.load_high_date IS NOT NULL AND f.load_high IS NULL THEN N'load high'
            WHEN item.write_count IS NOT NULL AND COALESCE(f.write_count, -1) < 0 THEN N'write count'
            WHEN item.load_count IS NOT NULL AND COALESCE(f.load_count, -1) < 0 THEN N'load count'
            WHEN f.write_low > f.write_high THEN N'write dates'
            WHEN f.load_low > f.load_high THEN N'load dates'
        END AS reason
    FROM @item AS item
    INNER JOIN @file AS f ON f.position = item.position
    WHERE f.has_details = 1
)

SELECT TOP (1)
    @name = refused.name,
    @reason = refused.reason,
    @bad = CASE refused.reason
        WHEN N'size' THEN refused.size
        WHEN N'compression type' THEN refused.compression_type
        WHEN N'file type' THEN refused.filetype
        WHEN N'write low' THEN refused.write_low_date
        WHEN N'write high' THEN refused.write_high_date
        WHEN N'load low' THEN refused.load_low_date
        WHEN N'load high' THEN refused.load_high_date
        WHEN N'write count' THEN refused.write_count
        WHEN N'load count' THEN refused.load_count
    END,
    @low = CASE refused.reason WHEN N'write dates' THEN refused.write_low ELSE refused.load_low END,
    @high = CASE refused.reason WHEN N'write dates' THEN refused.write_high ELSE refused.load_high END
FROM refused
WHERE refused.reason IS NOT NULL
ORDER BY refused.position;
IF @reason = N'size'
    EXEC check_size @bad, @name;
ELSE IF @reason = N'compression type'
    EXEC compression_type_id_of @bad, @id OUTPUT;
ELSE IF @reason = N'file type'
    EXEC filetype_id_of @bad, @id OUTPUT;
ELSE IF @reason IN (N'write low', N'write high', N'load low', N'load high')
    EXEC check_date_texts @bad, @name;
ELSE IF @reason IN (N'write count', N'load count')
BEGIN
    SET @message = CONCAT(
        N'PT011: a record count of "', @name, N'" is ', @bad, N'; give a whole number, 0 or more'
    );
    EXEC raise_error @message;
END;
ELSE IF @reason IN (N'write dates', N'load dates')
    EXEC check_dates @low, @high, @name;

SET @parsed = COALESCE(
    (
        SELECT
            f.position,
            f.name,
            f.has_details,
            f.filesize,
            f.filesize_type_id,
            f.compression_type_id,
            f.filetype_id,
            f.ending_filetype_id,
            f.write_low,
            f.write_high,
            f.write_count,
            f.load_low,
            f.load_high,
            f.load_count
        FROM @file AS f
        ORDER BY f.position
        FOR JSON PATH
    ),
    N'[]'
);
GO
