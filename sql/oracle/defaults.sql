-- The preloaded rows. created_by = 0 marks them: no routine changes or deletes such a row. Their keys lie below 101,
-- where the keys of later rows begin. The store's version is here, and nowhere else.

MERGE INTO system_lkup t
USING (
    SELECT 1 AS system_id, 'version' AS system_key, '1.0.0' AS system_value FROM dual
    UNION ALL
    SELECT 2, 'max_concurrent_failures', '5' FROM dual
) s
    ON (t.system_id = s.system_id)
WHEN NOT MATCHED THEN
    INSERT (system_id, system_key, system_value, created_by, updated_by)
    VALUES (s.system_id, s.system_key, s.system_value, 0, 0);

MERGE INTO schedule_frequency_lkup t
USING (
    SELECT 0 AS schedule_frequency_id, 'unscheduled' AS schedule_frequency_name FROM dual
    UNION ALL
    SELECT 1, 'hourly' FROM dual
    UNION ALL
    SELECT 2, 'daily' FROM dual
    UNION ALL
    SELECT 3, 'weekly' FROM dual
    UNION ALL
    SELECT 4, 'monthly' FROM dual
    UNION ALL
    SELECT 5, 'quarterly' FROM dual
    UNION ALL
    SELECT 6, 'annually' FROM dual
) s
    ON (t.schedule_frequency_id = s.schedule_frequency_id)
WHEN NOT MATCHED THEN
    INSERT (schedule_frequency_id, schedule_frequency_name, created_by, updated_by)
    VALUES (s.schedule_frequency_id, s.schedule_frequency_name, 0, 0);

MERGE INTO location_type_lkup t
USING (
    SELECT 1 AS location_type_id, 'S3' AS location_type_name FROM dual
    UNION ALL
    SELECT 2, 'Local Filesystem' FROM dual
) s
    ON (t.location_type_id = s.location_type_id)
WHEN NOT MATCHED THEN
    INSERT (location_type_id, location_type_name, created_by, updated_by)
    VALUES (s.location_type_id, s.location_type_name, 0, 0);

MERGE INTO source_type_lkup t
USING (
    SELECT 1 AS source_type_id, 'Undefined' AS source_type_name FROM dual
    UNION ALL
    SELECT 2, 'Database' FROM dual
    UNION ALL
    SELECT 3, 'Internal' FROM dual
    UNION ALL
    SELECT 4, 'External' FROM dual
) s
    ON (t.source_type_id = s.source_type_id)
WHEN NOT MATCHED THEN
    INSERT (source_type_id, source_type_name, created_by, updated_by)
    VALUES (s.source_type_id, s.source_type_name, 0, 0);

MERGE INTO filter_type_lkup t
USING (
    SELECT 1 AS filter_type_id, 'equal to' AS filter_type_name, 'eq' AS filter_type_code FROM dual
    UNION ALL
    SELECT 2, 'less than', 'lt' FROM dual
    UNION ALL
    SELECT 3, 'greater than', 'gt' FROM dual
    UNION ALL
    SELECT 4, 'less than or equal to', 'lte' FROM dual
    UNION ALL
    SELECT 5, 'greater than or equal to', 'gte' FROM dual
    UNION ALL
    SELECT 6, 'not equal', 'not' FROM dual
    UNION ALL
    SELECT 7, 'like', 'lke' FROM dual
    UNION ALL
    SELECT 8, 'in set', 'in' FROM dual
) s
    ON (t.filter_type_id = s.filter_type_id)
WHEN NOT MATCHED THEN
    INSERT (filter_type_id, filter_type_name, filter_type_code, created_by, updated_by)
    VALUES (s.filter_type_id, s.filter_type_name, s.filter_type_code, 0, 0);

MERGE INTO process_type_lkup t
USING (
    SELECT 1 AS process_type_id, 'Extract' AS process_type_name FROM dual
    UNION ALL
    SELECT 2, 'Load' FROM dual
) s
    ON (t.process_type_id = s.process_type_id)
WHEN NOT MATCHED THEN
    INSERT (process_type_id, process_type_name, created_by, updated_by)
    VALUES (s.process_type_id, s.process_type_name, 0, 0);

MERGE INTO process_status_lkup t
USING (
    SELECT 1 AS process_status_id, 'running' AS process_status_name FROM dual
    UNION ALL
    SELECT 2, 'completed' FROM dual
    UNION ALL
    SELECT 3, 'failed' FROM dual
    UNION ALL
    SELECT 4, 'on hold' FROM dual
) s
    ON (t.process_status_id = s.process_status_id)
WHEN NOT MATCHED THEN
    INSERT (process_status_id, process_status_name, created_by, updated_by)
    VALUES (s.process_status_id, s.process_status_name, 0, 0);

MERGE INTO dependency_type_lkup t
USING (
    SELECT 1 AS dependency_type_id, 'Undefined' AS dependency_type_name FROM dual
    UNION ALL
    SELECT 2, 'Hard' FROM dual
    UNION ALL
    SELECT 3, 'Soft' FROM dual
) s
    ON (t.dependency_type_id = s.dependency_type_id)
WHEN NOT MATCHED THEN
    INSERT (dependency_type_id, dependency_type_name, created_by, updated_by)
    VALUES (s.dependency_type_id, s.dependency_type_name, 0, 0);

MERGE INTO extract_status_lkup t
USING (
    SELECT 1 AS extract_status_id, 'initializing' AS extract_status_name FROM dual
    UNION ALL
    SELECT 2, 'ready' FROM dual
    UNION ALL
    SELECT 3, 'loading' FROM dual
    UNION ALL
    SELECT 4, 'loaded' FROM dual
    UNION ALL
    SELECT 5, 'archived' FROM dual
    UNION ALL
    SELECT 6, 'deleted' FROM dual
    UNION ALL
    SELECT 7, 'error' FROM dual
) s
    ON (t.extract_status_id = s.extract_status_id)
WHEN NOT MATCHED THEN
    INSERT (extract_status_id, extract_status_name, created_by, updated_by)
    VALUES (s.extract_status_id, s.extract_status_name, 0, 0);

MERGE INTO extract_compression_type_lkup t
USING (
    SELECT 1 AS extract_compression_type_id, 'zip' AS extract_compression_type FROM dual
) s
    ON (t.extract_compression_type_id = s.extract_compression_type_id)
WHEN NOT MATCHED THEN
    INSERT (extract_compression_type_id, extract_compression_type, created_by, updated_by)
    VALUES (s.extract_compression_type_id, s.extract_compression_type, 0, 0);

MERGE INTO extract_filetype_lkup t
USING (
    SELECT
        1 AS extract_filetype_id,
        'Comma Separated Values' AS extract_filetype,
        'csv' AS extract_filetype_code,
        ',' AS delimiter_char,
        '"' AS quote_char,
        '/' AS escape_char
    FROM dual
) s
    ON (t.extract_filetype_id = s.extract_filetype_id)
WHEN NOT MATCHED THEN
    INSERT (
        extract_filetype_id, extract_filetype, extract_filetype_code, delimiter_char, quote_char, escape_char,
        created_by, updated_by
    )
    VALUES (
        s.extract_filetype_id, s.extract_filetype, s.extract_filetype_code, s.delimiter_char, s.quote_char,
        s.escape_char, 0, 0
    );

MERGE INTO filesize_type_lkup t
USING (
    SELECT 1 AS filesize_type_id, 'kilobytes' AS filesize_type_name, 'KB' AS filesize_type_code FROM dual
    UNION ALL
    SELECT 2, 'megabytes', 'MB' FROM dual
    UNION ALL
    SELECT 3, 'gigabytes', 'GB' FROM dual
    UNION ALL
    SELECT 4, 'bytes', 'B' FROM dual
) s
    ON (t.filesize_type_id = s.filesize_type_id)
WHEN NOT MATCHED THEN
    INSERT (filesize_type_id, filesize_type_name, filesize_type_code, created_by, updated_by)
    VALUES (s.filesize_type_id, s.filesize_type_name, s.filesize_type_code, 0, 0);

MERGE INTO error_type_lkup t
USING (
    SELECT 1 AS error_type_id, 'File Error' AS error_type_name FROM dual
    UNION ALL
    SELECT 2, 'Data Error' FROM dual
    UNION ALL
    SELECT 3, 'Process Error' FROM dual
) s
    ON (t.error_type_id = s.error_type_id)
WHEN NOT MATCHED THEN
    INSERT (error_type_id, error_type_name, created_by, updated_by)
    VALUES (s.error_type_id, s.error_type_name, 0, 0);
