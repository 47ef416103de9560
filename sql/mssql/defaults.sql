-- The preloaded rows. created_by = 0 marks them: no routine changes or deletes such a row. Their keys lie below 101,
-- where the keys of later rows begin. The store's version is here, and nowhere else.

SET IDENTITY_INSERT [$(schema)].system_lkup ON;
INSERT INTO [$(schema)].system_lkup (
    system_id, system_key, system_value, created_by, updated_by
)
SELECT
    preloaded.system_id,
    preloaded.system_key,
    preloaded.system_value,
    0,
    0
FROM (
    VALUES
    (1, N'version', N'1.0.0'),
    (2, N'max_concurrent_failures', N'5')
) AS preloaded (system_id, system_key, system_value)
WHERE NOT EXISTS (
    SELECT 1
    FROM [$(schema)].system_lkup AS known
    WHERE known.system_id = preloaded.system_id
        OR known.system_key = preloaded.system_key
);
SET IDENTITY_INSERT [$(schema)].system_lkup OFF;

SET IDENTITY_INSERT [$(schema)].schedule_frequency_lkup ON;
INSERT INTO [$(schema)].schedule_frequency_lkup (
    schedule_frequency_id, schedule_frequency_name, created_by, updated_by
)
SELECT
    preloaded.schedule_frequency_id,
    preloaded.schedule_frequency_name,
    0,
    0
FROM (
    VALUES
    (0, N'unscheduled'),
    (1, N'hourly'),
    (2, N'daily'),
    (3, N'weekly'),
    (4, N'monthly'),
    (5, N'quarterly'),
    (6, N'annually')
) AS preloaded (schedule_frequency_id, schedule_frequency_name)
WHERE NOT EXISTS (
    SELECT 1
    FROM [$(schema)].schedule_frequency_lkup AS known
    WHERE known.schedule_frequency_id = preloaded.schedule_frequency_id
        OR known.schedule_frequency_name = preloaded.schedule_frequency_name
);
SET IDENTITY_INSERT [$(schema)].schedule_frequency_lkup OFF;

SET IDENTITY_INSERT [$(schema)].location_type_lkup ON;
INSERT INTO [$(schema)].location_type_lkup (
    location_type_id, location_type_name, created_by, updated_by
)
SELECT
    preloaded.location_type_id,
    preloaded.location_type_name,
    0,
    0
FROM (
    VALUES
    (1, N'S3'),
    (2, N'Local Filesystem')
) AS preloaded (location_type_id, location_type_name)
WHERE NOT EXISTS (
    SELECT 1
    FROM [$(schema)].location_type_lkup AS known
    WHERE known.location_type_id = preloaded.location_type_id
        OR known.location_type_name = preloaded.location_type_name
);
SET IDENTITY_INSERT [$(schema)].location_type_lkup OFF;

SET IDENTITY_INSERT [$(schema)].source_type_lkup ON;
INSERT INTO [$(schema)].source_type_lkup (
    source_type_id, source_type_name, created_by, updated_by
)
SELECT
    preloaded.source_type_id,
    preloaded.source_type_name,
    0,
    0
FROM (
    VALUES
    (1, N'Undefined'),
    (2, N'Database'),
    (3, N'Internal'),
    (4, N'External')
) AS preloaded (source_type_id, source_type_name)
WHERE NOT EXISTS (
    SELECT 1
    FROM [$(schema)].source_type_lkup AS known
    WHERE known.source_type_id = preloaded.source_type_id
        OR known.source_type_name = preloaded.source_type_name
);
SET IDENTITY_INSERT [$(schema)].source_type_lkup OFF;

SET IDENTITY_INSERT [$(schema)].filter_type_lkup ON;
INSERT INTO [$(schema)].filter_type_lkup (
    filter_type_id, filter_type_name, filter_type_code, created_by, updated_by
)
SELECT
    preloaded.filter_type_id,
    preloaded.filter_type_name,
    preloaded.filter_type_code,
    0,
    0
FROM (
    VALUES
    (1, N'equal to', N'eq'),
    (2, N'less than', N'lt'),
    (3, N'greater than', N'gt'),
    (4, N'less than or equal to', N'lte'),
    (5, N'greater than or equal to', N'gte'),
    (6, N'not equal', N'not'),
    (7, N'like', N'lke'),
    (8, N'in set', N'in')
) AS preloaded (filter_type_id, filter_type_name, filter_type_code)
WHERE NOT EXISTS (
    SELECT 1
    FROM [$(schema)].filter_type_lkup AS known
    WHERE known.filter_type_id = preloaded.filter_type_id
        OR known.filter_type_name = preloaded.filter_type_name
        OR known.filter_type_code = preloaded.filter_type_code
);
SET IDENTITY_INSERT [$(schema)].filter_type_lkup OFF;

SET IDENTITY_INSERT [$(schema)].process_type_lkup ON;
INSERT INTO [$(schema)].process_type_lkup (
    process_type_id, process_type_name, created_by, updated_by
)
SELECT
    preloaded.process_type_id,
    preloaded.process_type_name,
    0,
    0
FROM (
    VALUES
    (1, N'Extract'),
    (2, N'Load')
) AS preloaded (process_type_id, process_type_name)
WHERE NOT EXISTS (
    SELECT 1
    FROM [$(schema)].process_type_lkup AS known
    WHERE known.process_type_id = preloaded.process_type_id
        OR known.process_type_name = preloaded.process_type_name
);
SET IDENTITY_INSERT [$(schema)].process_type_lkup OFF;

SET IDENTITY_INSERT [$(schema)].process_status_lkup ON;
INSERT INTO [$(schema)].process_status_lkup (
    process_status_id, process_status_name, created_by, updated_by
)
SELECT
    preloaded.process_status_id,
    preloaded.process_status_name,
    0,
    0
FROM (
    VALUES
    (1, N'running'),
    (2, N'completed'),
    (3, N'failed'),
    (4, N'on hold')
) AS preloaded (process_status_id, process_status_name)
WHERE NOT EXISTS (
    SELECT 1
    FROM [$(schema)].process_status_lkup AS known
    WHERE known.process_status_id = preloaded.process_status_id
        OR known.process_status_name = preloaded.process_status_name
);
SET IDENTITY_INSERT [$(schema)].process_status_lkup OFF;

SET IDENTITY_INSERT [$(schema)].dependency_type_lkup ON;
INSERT INTO [$(schema)].dependency_type_lkup (
    dependency_type_id, dependency_type_name, created_by, updated_by
)
SELECT
    preloaded.dependency_type_id,
    preloaded.dependency_type_name,
    0,
    0
FROM (
    VALUES
    (1, N'Undefined'),
    (2, N'Hard'),
    (3, N'Soft')
) AS preloaded (dependency_type_id, dependency_type_name)
WHERE NOT EXISTS (
    SELECT 1
    FROM [$(schema)].dependency_type_lkup AS known
    WHERE known.dependency_type_id = preloaded.dependency_type_id
        OR known.dependency_type_name = preloaded.dependency_type_name
);
SET IDENTITY_INSERT [$(schema)].dependency_type_lkup OFF;

SET IDENTITY_INSERT [$(schema)].extract_status_lkup ON;
INSERT INTO [$(schema)].extract_status_lkup (
    extract_status_id, extract_status_name, created_by, updated_by
)
SELECT
    preloaded.extract_status_id,
    preloaded.extract_status_name,
    0,
    0
FROM (
    VALUES
    (1, N'initializing'),
    (2, N'ready'),
    (3, N'loading'),
    (4, N'loaded'),
    (5, N'archived'),
    (6, N'deleted'),
    (7, N'error')
) AS preloaded (extract_status_id, extract_status_name)
WHERE NOT EXISTS (
    SELECT 1
    FROM [$(schema)].extract_status_lkup AS known
    WHERE known.extract_status_id = preloaded.extract_status_id
        OR known.extract_status_name = preloaded.extract_status_name
);
SET IDENTITY_INSERT [$(schema)].extract_status_lkup OFF;

SET IDENTITY_INSERT [$(schema)].extract_compression_type_lkup ON;
INSERT INTO [$(schema)].extract_compression_type_lkup (
    extract_compression_type_id, extract_compression_type, created_by, updated_by
)
SELECT
    preloaded.extract_compression_type_id,
    preloaded.extract_compression_type,
    0,
    0
FROM (
    VALUES
    (1, N'zip')
) AS preloaded (extract_compression_type_id, extract_compression_type)
WHERE NOT EXISTS (
    SELECT 1
    FROM [$(schema)].extract_compression_type_lkup AS known
    WHERE known.extract_compression_type_id = preloaded.extract_compression_type_id
        OR known.extract_compression_type = preloaded.extract_compression_type
);
SET IDENTITY_INSERT [$(schema)].extract_compression_type_lkup OFF;

SET IDENTITY_INSERT [$(schema)].extract_filetype_lkup ON;
INSERT INTO [$(schema)].extract_filetype_lkup (
    extract_filetype_id, extract_filetype, extract_filetype_code, delimiter_char, quote_char, escape_char,
    created_by, updated_by
)
SELECT
    preloaded.extract_filetype_id,
    preloaded.extract_filetype,
    preloaded.extract_filetype_code,
    preloaded.delimiter_char,
    preloaded.quote_char,
    preloaded.escape_char,
    0,
    0
FROM (
    VALUES
    (1, N'Comma Separated Values', N'csv', N',', N'"', N'/')
) AS preloaded (extract_filetype_id, extract_filetype, extract_filetype_code, delimiter_char, quote_char, escape_char)
WHERE NOT EXISTS (
    SELECT 1
    FROM [$(schema)].extract_filetype_lkup AS known
    WHERE known.extract_filetype_id = preloaded.extract_filetype_id
        OR known.extract_filetype = preloaded.extract_filetype
        OR known.extract_filetype_code = preloaded.extract_filetype_code
);
SET IDENTITY_INSERT [$(schema)].extract_filetype_lkup OFF;

SET IDENTITY_INSERT [$(schema)].filesize_type_lkup ON;
INSERT INTO [$(schema)].filesize_type_lkup (
    filesize_type_id, filesize_type_name, filesize_type_code, created_by, updated_by
)
SELECT
    preloaded.filesize_type_id,
    preloaded.filesize_type_name,
    preloaded.filesize_type_code,
    0,
    0
FROM (
    VALUES
    (1, N'kilobytes', N'KB'),
    (2, N'megabytes', N'MB'),
    (3, N'gigabytes', N'GB'),
    (4, N'bytes', N'B')
) AS preloaded (filesize_type_id, filesize_type_name, filesize_type_code)
WHERE NOT EXISTS (
    SELECT 1
    FROM [$(schema)].filesize_type_lkup AS known
    WHERE known.filesize_type_id = preloaded.filesize_type_id
        OR known.filesize_type_name = preloaded.filesize_type_name
        OR known.filesize_type_code = preloaded.filesize_type_code
);
SET IDENTITY_INSERT [$(schema)].filesize_type_lkup OFF;

SET IDENTITY_INSERT [$(schema)].error_type_lkup ON;
INSERT INTO [$(schema)].error_type_lkup (
    error_type_id, error_type_name, created_by, updated_by
)
SELECT
    preloaded.error_type_id,
    preloaded.error_type_name,
    0,
    0
FROM (
    VALUES
    (1, N'File Error'),
    (2, N'Data Error'),
    (3, N'Process Error')
) AS preloaded (error_type_id, error_type_name)
WHERE NOT EXISTS (
    SELECT 1
    FROM [$(schema)].error_type_lkup AS known
    WHERE known.error_type_id = preloaded.error_type_id
        OR known.error_type_name = preloaded.error_type_name
);
SET IDENTITY_INSERT [$(schema)].error_type_lkup OFF;
GO
