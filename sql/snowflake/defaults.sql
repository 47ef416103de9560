-- The preloaded rows. created_by = 0 marks them: no routine changes or deletes such a row. Their keys lie below 101,
-- where the keys of later rows begin. The store's version is here, and nowhere else.

INSERT INTO system_lkup (
    system_id,
    system_key,
    system_value,
    created_by,
    updated_by
)
SELECT
    preloaded.system_id,
    preloaded.system_key,
    preloaded.system_value,
    preloaded.created_by,
    preloaded.updated_by
FROM (
    VALUES
    (1, 'version', '1.0.0', 0, 0),
    (2, 'max_concurrent_failures', '5', 0, 0)
)
    AS preloaded (
        system_id,
        system_key,
        system_value,
        created_by,
        updated_by
    )
WHERE NOT EXISTS (
    SELECT 1 FROM system_lkup AS stored
    WHERE stored.system_id = preloaded.system_id
);

INSERT INTO schedule_frequency_lkup (
    schedule_frequency_id,
    schedule_frequency_name,
    created_by,
    updated_by
)
SELECT
    preloaded.schedule_frequency_id,
    preloaded.schedule_frequency_name,
    preloaded.created_by,
    preloaded.updated_by
FROM (
    VALUES
    (0, 'unscheduled', 0, 0),
    (1, 'hourly', 0, 0),
    (2, 'daily', 0, 0),
    (3, 'weekly', 0, 0),
    (4, 'monthly', 0, 0),
    (5, 'quarterly', 0, 0),
    (6, 'annually', 0, 0)
)
    AS preloaded (
        schedule_frequency_id,
        schedule_frequency_name,
        created_by,
        updated_by
    )
WHERE NOT EXISTS (
    SELECT 1 FROM schedule_frequency_lkup AS stored
    WHERE stored.schedule_frequency_id = preloaded.schedule_frequency_id
);

INSERT INTO location_type_lkup (
    location_type_id,
    location_type_name,
    created_by,
    updated_by
)
SELECT
    preloaded.location_type_id,
    preloaded.location_type_name,
    preloaded.created_by,
    preloaded.updated_by
FROM (
    VALUES
    (1, 'S3', 0, 0),
    (2, 'Local Filesystem', 0, 0)
)
    AS preloaded (
        location_type_id,
        location_type_name,
        created_by,
        updated_by
    )
WHERE NOT EXISTS (
    SELECT 1 FROM location_type_lkup AS stored
    WHERE stored.location_type_id = preloaded.location_type_id
);

INSERT INTO source_type_lkup (
    source_type_id,
    source_type_name,
    created_by,
    updated_by
)
SELECT
    preloaded.source_type_id,
    preloaded.source_type_name,
    preloaded.created_by,
    preloaded.updated_by
FROM (
    VALUES
    (1, 'Undefined', 0, 0),
    (2, 'Database', 0, 0),
    (3, 'Internal', 0, 0),
    (4, 'External', 0, 0)
)
    AS preloaded (
        source_type_id,
        source_type_name,
        created_by,
        updated_by
    )
WHERE NOT EXISTS (
    SELECT 1 FROM source_type_lkup AS stored
    WHERE stored.source_type_id = preloaded.source_type_id
);

INSERT INTO filter_type_lkup (
    filter_type_id,
    filter_type_name,
    filter_type_code,
    created_by,
    updated_by
)
SELECT
    preloaded.filter_type_id,
    preloaded.filter_type_name,
    preloaded.filter_type_code,
    preloaded.created_by,
    preloaded.updated_by
FROM (
    VALUES
    (1, 'equal to', 'eq', 0, 0),
    (2, 'less than', 'lt', 0, 0),
    (3, 'greater than', 'gt', 0, 0),
    (4, 'less than or equal to', 'lte', 0, 0),
    (5, 'greater than or equal to', 'gte', 0, 0),
    (6, 'not equal', 'not', 0, 0),
    (7, 'like', 'lke', 0, 0),
    (8, 'in set', 'in', 0, 0)
)
    AS preloaded (
        filter_type_id,
        filter_type_name,
        filter_type_code,
        created_by,
        updated_by
    )
WHERE NOT EXISTS (
    SELECT 1 FROM filter_type_lkup AS stored
    WHERE stored.filter_type_id = preloaded.filter_type_id
);

INSERT INTO process_type_lkup (
    process_type_id,
    process_type_name,
    created_by,
    updated_by
)
SELECT
    preloaded.process_type_id,
    preloaded.process_type_name,
    preloaded.created_by,
    preloaded.updated_by
FROM (
    VALUES
    (1, 'Extract', 0, 0),
    (2, 'Load', 0, 0)
)
    AS preloaded (
        process_type_id,
        process_type_name,
        created_by,
        updated_by
    )
WHERE NOT EXISTS (
    SELECT 1 FROM process_type_lkup AS stored
    WHERE stored.process_type_id = preloaded.process_type_id
);

INSERT INTO process_status_lkup (
    process_status_id,
    process_status_name,
    created_by,
    updated_by
)
SELECT
    preloaded.process_status_id,
    preloaded.process_status_name,
    preloaded.created_by,
    preloaded.updated_by
FROM (
    VALUES
    (1, 'running', 0, 0),
    (2, 'completed', 0, 0),
    (3, 'failed', 0, 0),
    (4, 'on hold', 0, 0)
)
    AS preloaded (
        process_status_id,
        process_status_name,
        created_by,
        updated_by
    )
WHERE NOT EXISTS (
    SELECT 1 FROM process_status_lkup AS stored
    WHERE stored.process_status_id = preloaded.process_status_id
);

INSERT INTO dependency_type_lkup (
    dependency_type_id,
    dependency_type_name,
    created_by,
    updated_by
)
SELECT
    preloaded.dependency_type_id,
    preloaded.dependency_type_name,
    preloaded.created_by,
    preloaded.updated_by
FROM (
    VALUES
    (1, 'Undefined', 0, 0),
    (2, 'Hard', 0, 0),
    (3, 'Soft', 0, 0)
)
    AS preloaded (
        dependency_type_id,
        dependency_type_name,
        created_by,
        updated_by
    )
WHERE NOT EXISTS (
    SELECT 1 FROM dependency_type_lkup AS stored
    WHERE stored.dependency_type_id = preloaded.dependency_type_id
);

INSERT INTO extract_status_lkup (
    extract_status_id,
    extract_status_name,
    created_by,
    updated_by
)
SELECT
    preloaded.extract_status_id,
    preloaded.extract_status_name,
    preloaded.created_by,
    preloaded.updated_by
FROM (
    VALUES
    (1, 'initializing', 0, 0),
    (2, 'ready', 0, 0),
    (3, 'loading', 0, 0),
    (4, 'loaded', 0, 0),
    (5, 'archived', 0, 0),
    (6, 'deleted', 0, 0),
    (7, 'error', 0, 0)
)
    AS preloaded (
        extract_status_id,
        extract_status_name,
        created_by,
        updated_by
    )
WHERE NOT EXISTS (
    SELECT 1 FROM extract_status_lkup AS stored
    WHERE stored.extract_status_id = preloaded.extract_status_id
);

INSERT INTO extract_compression_type_lkup (
    extract_compression_type_id,
    extract_compression_type,
    created_by,
    updated_by
)
SELECT
    preloaded.extract_compression_type_id,
    preloaded.extract_compression_type,
    preloaded.created_by,
    preloaded.updated_by
FROM (
    VALUES
    (1, 'zip', 0, 0)
)
    AS preloaded (
        extract_compression_type_id,
        extract_compression_type,
        created_by,
        updated_by
    )
WHERE NOT EXISTS (
    SELECT 1 FROM extract_compression_type_lkup AS stored
    WHERE stored.extract_compression_type_id = preloaded.extract_compression_type_id
);

INSERT INTO extract_filetype_lkup (
    extract_filetype_id,
    extract_filetype,
    extract_filetype_code,
    delimiter_char,
    quote_char,
    escape_char,
    created_by,
    updated_by
)
SELECT
    preloaded.extract_filetype_id,
    preloaded.extract_filetype,
    preloaded.extract_filetype_code,
    preloaded.delimiter_char,
    preloaded.quote_char,
    preloaded.escape_char,
    preloaded.created_by,
    preloaded.updated_by
FROM (
    VALUES
    (1, 'Comma Separated Values', 'csv', ',', '"', '/', 0, 0)
)
    AS preloaded (
        extract_filetype_id,
        extract_filetype,
        extract_filetype_code,
        delimiter_char,
        quote_char,
        escape_char,
        created_by,
        updated_by
    )
WHERE NOT EXISTS (
    SELECT 1 FROM extract_filetype_lkup AS stored
    WHERE stored.extract_filetype_id = preloaded.extract_filetype_id
);

INSERT INTO filesize_type_lkup (
    filesize_type_id,
    filesize_type_name,
    filesize_type_code,
    created_by,
    updated_by
)
SELECT
    preloaded.filesize_type_id,
    preloaded.filesize_type_name,
    preloaded.filesize_type_code,
    preloaded.created_by,
    preloaded.updated_by
FROM (
    VALUES
    (1, 'kilobytes', 'KB', 0, 0),
    (2, 'megabytes', 'MB', 0, 0),
    (3, 'gigabytes', 'GB', 0, 0),
    (4, 'bytes', 'B', 0, 0)
)
    AS preloaded (
        filesize_type_id,
        filesize_type_name,
        filesize_type_code,
        created_by,
        updated_by
    )
WHERE NOT EXISTS (
    SELECT 1 FROM filesize_type_lkup AS stored
    WHERE stored.filesize_type_id = preloaded.filesize_type_id
);

INSERT INTO error_type_lkup (
    error_type_id,
    error_type_name,
    created_by,
    updated_by
)
SELECT
    preloaded.error_type_id,
    preloaded.error_type_name,
    preloaded.created_by,
    preloaded.updated_by
FROM (
    VALUES
    (1, 'File Error', 0, 0),
    (2, 'Data Error', 0, 0),
    (3, 'Process Error', 0, 0)
)
    AS preloaded (
        error_type_id,
        error_type_name,
        created_by,
        updated_by
    )
WHERE NOT EXISTS (
    SELECT 1 FROM error_type_lkup AS stored
    WHERE stored.error_type_id = preloaded.error_type_id
);
