-- register_files: finds or creates extracts of one location and ties them to a run. Internal.
--
-- p_process_tracking_id  the run, the store locked
-- p_location_path        folder or bucket that the files lie in, as location_path_of gives it, checked
-- p_location_name        name for a new location, checked, or NULL
-- p_files                JSON array of files, as parse_files gives it
-- p_status               status to give to all of them, checked, no synonym; NULL: a known extract keeps its own
-- p_new_status           status of a new extract when p_status is NULL
-- p_only_new             leaves known extracts alone
-- Returns: JSON array with an object for each file in the order given: extract_id, extract_filename, is_new, and
-- status_id, the status that it had or got by its registration.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT008 lookup_not_found, PT013 duplicate,
-- PT007 extract_dependency_blocked.
-- Tables: process, process_tracking, process_status_lkup, extract_compression_type_lkup, extract_filetype_lkup,
-- filesize_type_lkup, extract_tracking, extract_process_tracking, process_dataset_type, process_source,
-- process_source_object, extract_dataset_type, extract_source, extract_source_object, and those of location_id_of,
-- extract_status_id_of, check_loading and apply_extract_status.
CREATE OR REPLACE PROCEDURE register_files(
    p_process_tracking_id NUMBER,
    p_location_path VARCHAR,
    p_location_name VARCHAR,
    p_files VARCHAR,
    p_status VARCHAR,
    p_new_status VARCHAR,
    p_only_new BOOLEAN
)
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_status VARCHAR DEFAULT COALESCE(p_status, p_new_status);
    v_process_id NUMBER DEFAULT NULL;
    v_process_name VARCHAR DEFAULT NULL;
    v_run_status VARCHAR DEFAULT NULL;
    v_run_change TIMESTAMP_TZ DEFAULT NULL;
    v_actor_id NUMBER DEFAULT NULL;
    v_location_id NUMBER DEFAULT NULL;
    v_status_id NUMBER DEFAULT NULL;
    v_compression_type VARCHAR DEFAULT NULL;
    v_filetype VARCHAR DEFAULT NULL;
    v_names VARCHAR DEFAULT NULL;
    v_known VARCHAR DEFAULT NULL;
    v_number_new NUMBER DEFAULT NULL;
    v_has_known BOOLEAN DEFAULT NULL;
    v_has_details BOOLEAN DEFAULT NULL;
    v_registered VARCHAR DEFAULT NULL;
    v_dataset_types NUMBER DEFAULT NULL;
    v_sources NUMBER DEFAULT NULL;
    v_objects NUMBER DEFAULT NULL;
    v_now TIMESTAMP_TZ DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    SELECT
        t.process_id, p.process_name, s.process_status_name, t.update_date_time, t.process_run_actor_id, l.location_id,
        n.extract_status_id
    INTO :v_process_id, :v_process_name, :v_run_status, :v_run_change, :v_actor_id, :v_location_id, :v_status_id
    FROM process_tracking AS t
    INNER JOIN process AS p ON p.process_id = t.process_id
    INNER JOIN process_status_lkup AS s ON s.process_status_id = t.process_status_id
    LEFT JOIN location_lkup AS l ON l.location_path = :p_location_path
    LEFT JOIN extract_status_lkup AS n ON n.extract_status_name = :v_status
    WHERE t.process_tracking_id = :p_process_tracking_id;
    v_refusal := run_refusal(p_process_tracking_id, v_process_name, v_run_status, v_run_change);
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;

    -- What the files name, and which of them are known: all that can be refused is, before anything is written.
    SELECT
        MIN(IFF(compression.extract_compression_type_id IS NULL, file.compression_type, NULL)),
        MIN(IFF(by_code.extract_filetype_id IS NULL AND by_name.extract_filetype_id IS NULL, file.filetype, NULL)),
        MIN(COALESCE(
            IFF(
                unit.filesize_type_id IS NULL AND file.unit IS NOT NULL,
                'PT011: the size of "' || file.name || '" is "' || file.size
                || '"; give a number and a unit (B, KB, MB, GB), such as 12.5 MB',
                NULL
            ),
            IFF(:p_only_new, NULL, dates_refusal(
                LEAST_IGNORE_NULLS(e.extract_write_low_date_time, file.write_low),
                GREATEST_IGNORE_NULLS(e.extract_write_high_date_time, file.write_high),
                e.extract_filename
            )),
            IFF(:p_only_new, NULL, dates_refusal(
                LEAST_IGNORE_NULLS(e.extract_load_low_date_time, file.load_low),
                GREATEST_IGNORE_NULLS(e.extract_load_high_date_time, file.load_high),
                e.extract_filename
            ))
        )),
        TO_JSON(ARRAY_AGG(e.extract_id)),
        COUNT(*) - COUNT(e.extract_id),
        COUNT(e.extract_id) > 0 AND NOT :p_only_new,
        COALESCE(BOOLOR_AGG(e.extract_id IS NOT NULL AND file.has_details), FALSE) AND NOT :p_only_new
    INTO :v_compression_type, :v_filetype, :v_refusal, :v_known, :v_number_new, :v_has_known, :v_has_details
    FROM (
        SELECT
            f.value:name::VARCHAR AS name,
            f.value:size::VARCHAR AS size,
            f.value:unit::VARCHAR AS unit,
            f.value:compression_type::VARCHAR AS compression_type,
            f.value:filetype::VARCHAR AS filetype,
            TO_TIMESTAMP_TZ(f.value:write_low::VARCHAR, 'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM') AS write_low,
            TO_TIMESTAMP_TZ(f.value:write_high::VARCHAR, 'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM') AS write_high,
            TO_TIMESTAMP_TZ(f.value:load_low::VARCHAR, 'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM') AS load_low,
            TO_TIMESTAMP_TZ(f.value:load_high::VARCHAR, 'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM') AS load_high,
            COALESCE(f.value:has_details::BOOLEAN, FALSE) AS has_details
        FROM TABLE(FLATTEN(input => PARSE_JSON(:p_files))) AS f
    ) AS file
    LEFT JOIN extract_tracking AS e
        ON e.extract_location_id = :v_location_id AND e.extract_filename = file.name
    LEFT JOIN extract_compression_type_lkup AS compression
        ON compression.extract_compression_type = file.compression_type
    LEFT JOIN extract_filetype_lkup AS by_code ON by_code.extract_filetype_code = file.filetype
    LEFT JOIN extract_filetype_lkup AS by_name ON by_name.extract_filetype = file.filetype
    LEFT JOIN filesize_type_lkup AS unit ON unit.filesize_type_code = file.unit;
    IF (v_compression_type IS NOT NULL) THEN
        SELECT LISTAGG(c.extract_compression_type, ', ') WITHIN GROUP (ORDER BY c.extract_compression_type)
        INTO :v_names
        FROM extract_compression_type_lkup AS c;
        v_refusal := lookup_refusal(NULL, 'compression type', v_compression_type, v_names);
    ELSEIF (v_filetype IS NOT NULL) THEN
        SELECT LISTAGG(c.extract_filetype_code, ', ') WITHIN GROUP (ORDER BY c.extract_filetype_code)
        INTO :v_names
        FROM extract_filetype_lkup AS c;
        v_refusal := lookup_refusal(NULL, 'file type', v_filetype, v_names);
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    IF (v_has_known AND p_status = 'loading') THEN
        CALL check_loading(:v_known);
    END IF;

    IF (v_location_id IS NULL) THEN
        CALL location_id_of(:p_location_path, :p_location_name, :v_actor_id) INTO :v_location_id;
    END IF;
    IF (v_status_id IS NULL) THEN
        CALL extract_status_id_of(:v_status, :v_actor_id) INTO :v_status_id;
    END IF;
    v_now := CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP());
    IF (v_number_new > 0) THEN
        INSERT INTO extract_tracking (
            extract_filename, extract_location_id, extract_status_id, extract_registration_date_time,
            extract_write_low_date_time, extract_write_high_date_time, extract_write_record_count,
            extract_load_low_date_time, extract_load_high_date_time, extract_load_record_count,
            extract_compression_type_id, extract_filetype_id, extract_filesize, extract_filesize_type_id,
            created_by, updated_by
        )
        SELECT
            f.value:name::VARCHAR,
            :v_location_id,
            :v_status_id,
            :v_now,
            TO_TIMESTAMP_TZ(f.value:write_low::VARCHAR, 'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM'),
            TO_TIMESTAMP_TZ(f.value:write_high::VARCHAR, 'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM'),
            f.value:write_count::NUMBER,
            TO_TIMESTAMP_TZ(f.value:load_low::VARCHAR, 'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM'),
            TO_TIMESTAMP_TZ(f.value:load_high::VARCHAR, 'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM'),
            f.value:load_count::NUMBER,
            compression.extract_compression_type_id,
            COALESCE(by_code.extract_filetype_id, by_name.extract_filetype_id),
            f.value:amount::VARCHAR::NUMBER(38, 10),
            unit.filesize_type_id,
            :v_actor_id,
            :v_actor_id
        FROM TABLE(FLATTEN(input => PARSE_JSON(:p_files))) AS f
        LEFT JOIN extract_tracking AS e
            ON e.extract_location_id = :v_location_id AND e.extract_filename = f.value:name::VARCHAR
        LEFT JOIN extract_compression_type_lkup AS compression
            ON compression.extract_compression_type = f.value:compression_type::VARCHAR
        LEFT JOIN extract_filetype_lkup AS by_code
            ON by_code.extract_filetype_code = COALESCE(
                f.value:filetype::VARCHAR,
                IFF(CONTAINS(f.value:name::VARCHAR, '.'), LOWER(SPLIT_PART(f.value:name::VARCHAR, '.', -1)), NULL)
            )
        LEFT JOIN extract_filetype_lkup AS by_name ON by_name.extract_filetype = f.value:filetype::VARCHAR
        LEFT JOIN filesize_type_lkup AS unit ON unit.filesize_type_code = f.value:unit::VARCHAR
        WHERE e.extract_id IS NULL
        ORDER BY f.value:name::VARCHAR;
    END IF;
    IF (v_has_details) THEN
        UPDATE extract_tracking
        SET
            extract_write_low_date_time = LEAST_IGNORE_NULLS(
                extract_tracking.extract_write_low_date_time, file.write_low
            ),
            extract_write_high_date_time = GREATEST_IGNORE_NULLS(
                extract_tracking.extract_write_high_date_time, file.write_high
            ),
            extract_write_record_count = COALESCE(file.write_count, extract_tracking.extract_write_record_count),
            extract_load_low_date_time = LEAST_IGNORE_NULLS(
                extract_tracking.extract_load_low_date_time, file.load_low
            ),
            extract_load_high_date_time = GREATEST_IGNORE_NULLS(
                extract_tracking.extract_load_high_date_time, file.load_high
            ),
            extract_load_record_count = COALESCE(file.load_count, extract_tracking.extract_load_record_count),
            extract_compression_type_id = COALESCE(
                file.extract_compression_type_id, extract_tracking.extract_compression_type_id
            ),
            extract_filetype_id = COALESCE(file.extract_filetype_id, extract_tracking.extract_filetype_id),
            extract_filesize = COALESCE(file.filesize, extract_tracking.extract_filesize),
            extract_filesize_type_id = COALESCE(file.filesize_type_id, extract_tracking.extract_filesize_type_id),
            update_date_time = :v_now,
            updated_by = :v_actor_id
        FROM (
            SELECT
                f.value:name::VARCHAR AS name,
                TO_TIMESTAMP_TZ(f.value:write_low::VARCHAR, 'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM') AS write_low,
                TO_TIMESTAMP_TZ(f.value:write_high::VARCHAR, 'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM') AS write_high,
                f.value:write_count::NUMBER AS write_count,
                TO_TIMESTAMP_TZ(f.value:load_low::VARCHAR, 'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM') AS load_low,
                TO_TIMESTAMP_TZ(f.value:load_high::VARCHAR, 'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM') AS load_high,
                f.value:load_count::NUMBER AS load_count,
                compression.extract_compression_type_id,
                COALESCE(by_code.extract_filetype_id, by_name.extract_filetype_id) AS extract_filetype_id,
                f.value:amount::VARCHAR::NUMBER(38, 10) AS filesize,
                unit.filesize_type_id
            FROM TABLE(FLATTEN(input => PARSE_JSON(:p_files))) AS f
            LEFT JOIN extract_compression_type_lkup AS compression
                ON compression.extract_compression_type = f.value:compression_type::VARCHAR
            LEFT JOIN extract_filetype_lkup AS by_code ON by_code.extract_filetype_code = f.value:filetype::VARCHAR
            LEFT JOIN extract_filetype_lkup AS by_name ON by_name.extract_filetype = f.value:filetype::VARCHAR
            LEFT JOIN filesize_type_lkup AS unit ON unit.filesize_type_code = f.value:unit::VARCHAR
            WHERE f.value:has_details::BOOLEAN
        ) AS file
        WHERE extract_tracking.extract_location_id = :v_location_id
            AND extract_tracking.extract_filename = file.name
            AND extract_tracking.extract_id IN (
                SELECT k.value::NUMBER FROM TABLE(FLATTEN(input => PARSE_JSON(:v_known))) AS k
            );
    END IF;

    SELECT
        TO_JSON(ARRAY_AGG(OBJECT_CONSTRUCT(
            'extract_id', file.extract_id,
            'extract_filename', file.extract_filename,
            'is_new', file.is_new,
            'status_id', file.extract_status_id
        )) WITHIN GROUP (ORDER BY file.position))
    INTO :v_registered
    FROM (
        SELECT
            f.index AS position,
            e.extract_id,
            e.extract_filename,
            e.extract_status_id,
            k.extract_id IS NULL AS is_new
        FROM TABLE(FLATTEN(input => PARSE_JSON(:p_files))) AS f
        INNER JOIN extract_tracking AS e
            ON e.extract_location_id = :v_location_id AND e.extract_filename = f.value:name::VARCHAR
        LEFT JOIN (
            SELECT x.value::NUMBER AS extract_id FROM TABLE(FLATTEN(input => PARSE_JSON(:v_known))) AS x
        ) AS k ON k.extract_id = e.extract_id
    ) AS file
    WHERE file.is_new OR NOT :p_only_new;
    IF (v_registered = '[]') THEN
        RETURN v_registered;
    END IF;

    MERGE INTO extract_process_tracking AS known
    USING (
        SELECT f.value:extract_id::NUMBER AS extract_id, f.value:status_id::NUMBER AS status_id
        FROM TABLE(FLATTEN(input => PARSE_JSON(:v_registered))) AS f
    ) AS given
        ON
            known.extract_tracking_id = given.extract_id
            AND known.process_tracking_id = :p_process_tracking_id
    WHEN NOT MATCHED THEN
        INSERT (
            extract_tracking_id, process_tracking_id, extract_process_status_id, extract_process_event_date_time,
            created_by, updated_by
        )
        VALUES (given.extract_id, :p_process_tracking_id, given.status_id, :v_now, :v_actor_id, :v_actor_id);
    IF (v_has_known AND p_status IS NOT NULL) THEN
        CALL apply_extract_status(:p_process_tracking_id, :v_known, :v_status_id, :v_actor_id);
    END IF;

    SELECT COUNT_IF(linked.what = 'dataset type'), COUNT_IF(linked.what = 'source'), COUNT_IF(linked.what = 'object')
    INTO :v_dataset_types, :v_sources, :v_objects
    FROM (
        SELECT 'dataset type' AS what FROM process_dataset_type AS l WHERE l.process_id = :v_process_id
        UNION ALL
        SELECT 'source' AS what FROM process_source AS l WHERE l.process_id = :v_process_id
        UNION ALL
        SELECT 'object' AS what FROM process_source_object AS l WHERE l.process_id = :v_process_id
    ) AS linked;
    IF (v_dataset_types > 0) THEN
        MERGE INTO extract_dataset_type AS known
        USING (
            SELECT f.value:extract_id::NUMBER AS extract_id, l.dataset_type_id
            FROM TABLE(FLATTEN(input => PARSE_JSON(:v_registered))) AS f
            INNER JOIN process_dataset_type AS l ON l.process_id = :v_process_id
        ) AS given
            ON known.extract_id = given.extract_id AND known.dataset_type_id = given.dataset_type_id
        WHEN NOT MATCHED THEN INSERT (extract_id, dataset_type_id, created_by, updated_by)
            VALUES (given.extract_id, given.dataset_type_id, :v_actor_id, :v_actor_id);
    END IF;
    IF (v_sources > 0) THEN
        MERGE INTO extract_source AS known
        USING (
            SELECT f.value:extract_id::NUMBER AS extract_id, l.source_id
            FROM TABLE(FLATTEN(input => PARSE_JSON(:v_registered))) AS f
            INNER JOIN process_source AS l ON l.process_id = :v_process_id
        ) AS given
            ON known.extract_id = given.extract_id AND known.source_id = given.source_id
        WHEN NOT MATCHED THEN INSERT (extract_id, source_id, created_by, updated_by)
            VALUES (given.extract_id, given.source_id, :v_actor_id, :v_actor_id);
    END IF;
    IF (v_objects > 0) THEN
        MERGE INTO extract_source_object AS known
        USING (
            SELECT f.value:extract_id::NUMBER AS extract_id, l.source_object_id
            FROM TABLE(FLATTEN(input => PARSE_JSON(:v_registered))) AS f
            INNER JOIN process_source_object AS l ON l.process_id = :v_process_id
        ) AS given
            ON known.extract_id = given.extract_id AND known.source_object_id = given.source_object_id
        WHEN NOT MATCHED THEN INSERT (extract_id, source_object_id, created_by, updated_by)
            VALUES (given.extract_id, given.source_object_id, :v_actor_id, :v_actor_id);
    END IF;
    RETURN v_registered;
END;
$$;
