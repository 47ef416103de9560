-- register_files: finds or creates extracts of one location and ties them to a run. Internal.
--
-- p_process_tracking_id  the run
-- p_location_path        folder or bucket that the files lie in
-- p_location_name        name for a new location, or NULL
-- p_text                 JSON text of an array of files, as parse_files takes it
-- p_status               status to give to all of them; NULL: a known extract keeps its own
-- p_new_status           status of a new extract when p_status is NULL
-- p_only_new             1: leaves known extracts alone; 0: does not
-- Returns: p_registered, a JSON array with an array for each file: position in the order given, extract_id, is_new.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT008 lookup_not_found, PT013 duplicate,
-- PT007 extract_dependency_blocked.
-- Tables: extract_status_lkup, location_lkup, extract_tracking, extract_process_tracking, extract_dataset_type,
-- extract_source, extract_source_object, and those of parse_files and apply_extract_status.
-- New extracts are inserted in name order before known ones are locked in id order.
CREATE OR REPLACE PROCEDURE register_files(
    p_process_tracking_id IN NUMBER,
    p_location_path IN VARCHAR2,
    p_location_name IN VARCHAR2,
    p_text IN CLOB,
    p_status IN VARCHAR2,
    p_new_status IN VARCHAR2,
    p_only_new IN NUMBER,
    p_registered OUT CLOB
)
AUTHID DEFINER
IS
    v_run process_tracking%ROWTYPE;
    v_status_id extract_status_lkup.extract_status_id%TYPE;
    v_location_id location_lkup.location_id%TYPE;
    v_files CLOB;
    v_has_details BOOLEAN;
    v_known CLOB;
    v_known_ids CLOB;
    v_known_number NUMBER;
    v_number NUMBER := 0;
    v_now TIMESTAMP WITH TIME ZONE;
BEGIN
    lock_run(p_process_tracking_id, 'none', v_run);
    v_status_id := extract_status_id_of(COALESCE(p_status, p_new_status), v_run.process_run_actor_id);
    v_location_id := location_id_of(p_location_path, p_location_name, v_run.process_run_actor_id);
    parse_files(p_text, v_files, v_has_details);

    FOR v_attempt IN 1 .. 10 LOOP
        BEGIN
            SELECT
                JSON_ARRAYAGG(JSON_ARRAY(given.position, e.extract_id) RETURNING CLOB),
                JSON_ARRAYAGG(e.extract_id RETURNING CLOB),
                COUNT(*)
            INTO v_known, v_known_ids, v_known_number
            FROM JSON_TABLE(
                v_files, '$[*]' COLUMNS (position NUMBER PATH '$.p', name VARCHAR2(4000) PATH '$.n')
            ) given
            INNER JOIN extract_tracking e ON e.extract_location_id = v_location_id AND given.name = e.extract_filename;
            v_known := COALESCE(v_known, '[]');
            v_now := utc_now();
            INSERT INTO extract_tracking (
                extract_filename, extract_location_id, extract_status_id, extract_registration_date_time,
                extract_write_low_date_time, extract_write_high_date_time, extract_write_record_count,
                extract_load_low_date_time, extract_load_high_date_time, extract_load_record_count,
                extract_compression_type_id, extract_filetype_id, extract_filesize, extract_filesize_type_id,
                created_by, updated_by
            )
            SELECT
                given.name, v_location_id, v_status_id, v_now,
                TO_TIMESTAMP_TZ(given.write_low, 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM'),
                TO_TIMESTAMP_TZ(given.write_high, 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM'),
                given.write_count,
                TO_TIMESTAMP_TZ(given.load_low, 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM'),
                TO_TIMESTAMP_TZ(given.load_high, 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM'),
                given.load_count,
                given.compression_type_id, given.filetype_id, given.filesize, given.filesize_type_id,
                v_run.process_run_actor_id, v_run.process_run_actor_id
            FROM JSON_TABLE(
                v_files, '$[*]' COLUMNS (
                    position NUMBER PATH '$.p',
                    name VARCHAR2(4000) PATH '$.n',
                    filetype_id NUMBER PATH '$.f',
                    compression_type_id NUMBER PATH '$.c',
                    filesize NUMBER PATH '$.z',
                    filesize_type_id NUMBER PATH '$.u',
                    write_low VARCHAR2(40) PATH '$.wl',
                    write_high VARCHAR2(40) PATH '$.wh',
                    write_count NUMBER PATH '$.wc',
                    load_low VARCHAR2(40) PATH '$.ll',
                    load_high VARCHAR2(40) PATH '$.lh',
                    load_count NUMBER PATH '$.lc'
                )
            ) given
            LEFT JOIN JSON_TABLE(
                v_known, '$[*]' COLUMNS (position NUMBER PATH '$[0]')
            ) known ON given.position = known.position
            WHERE known.position IS NULL
            ORDER BY NLSSORT(given.name, 'NLS_SORT=BINARY');
            EXIT;
        EXCEPTION
            WHEN DUP_VAL_ON_INDEX THEN
                -- Another session has just added one of them: it is known now.
                IF v_attempt = 10 THEN
                    RAISE;
                END IF;
        END;
    END LOOP;

    IF p_only_new = 0 AND v_known_number > 0 THEN
        -- Locked before anything hangs on them: ties and links are written in whatever order.
        FOR item IN (
            SELECT e.extract_id
            FROM extract_tracking e
            WHERE e.extract_id IN (
                SELECT known.id FROM JSON_TABLE(v_known_ids, '$[*]' COLUMNS (id NUMBER PATH '$')) known
            )
            ORDER BY e.extract_id
            FOR UPDATE
        ) LOOP
            v_number := v_number + 1;
        END LOOP;
        IF v_has_details THEN
            check_file_dates(v_files, v_known);
            merge_file_details(v_files, v_known, v_run.process_run_actor_id);
        END IF;
    END IF;

    SELECT
        JSON_ARRAYAGG(
            JSON_ARRAY(given.position, e.extract_id, CASE WHEN known.position IS NULL THEN 1 ELSE 0 END) RETURNING CLOB
        )
    INTO p_registered
    FROM JSON_TABLE(
        v_files, '$[*]' COLUMNS (position NUMBER PATH '$.p', name VARCHAR2(4000) PATH '$.n')
    ) given
    INNER JOIN extract_tracking e ON e.extract_location_id = v_location_id AND given.name = e.extract_filename
    LEFT JOIN JSON_TABLE(
        v_known, '$[*]' COLUMNS (position NUMBER PATH '$[0]')
    ) known ON given.position = known.position
    WHERE p_only_new = 0 OR known.position IS NULL;
    p_registered := COALESCE(p_registered, '[]');

    INSERT INTO extract_process_tracking (
        extract_tracking_id, process_tracking_id, extract_process_status_id, extract_process_event_date_time,
        created_by, updated_by
    )
    SELECT
        e.extract_id, p_process_tracking_id, e.extract_status_id, v_now,
        v_run.process_run_actor_id, v_run.process_run_actor_id
    FROM JSON_TABLE(p_registered, '$[*]' COLUMNS (id NUMBER PATH '$[1]')) item
    INNER JOIN extract_tracking e ON item.id = e.extract_id
    WHERE NOT EXISTS (
        SELECT 1
        FROM extract_process_tracking t
        WHERE t.extract_tracking_id = e.extract_id AND t.process_tracking_id = p_process_tracking_id
    );
    IF p_status IS NOT NULL AND p_only_new = 0 AND v_known_number > 0 THEN
        apply_extract_status(p_process_tracking_id, v_known_ids, p_status, v_run.process_run_actor_id);
    END IF;

    INSERT INTO extract_dataset_type (extract_id, dataset_type_id, created_by, updated_by)
    SELECT item.id, l.dataset_type_id, v_run.process_run_actor_id, v_run.process_run_actor_id
    FROM process_dataset_type l
    CROSS JOIN JSON_TABLE(p_registered, '$[*]' COLUMNS (id NUMBER PATH '$[1]')) item
    WHERE l.process_id = v_run.process_id
        AND NOT EXISTS (
            SELECT 1
            FROM extract_dataset_type d
            WHERE d.extract_id = item.id AND d.dataset_type_id = l.dataset_type_id
        );
    INSERT INTO extract_source (extract_id, source_id, created_by, updated_by)
    SELECT item.id, l.source_id, v_run.process_run_actor_id, v_run.process_run_actor_id
    FROM process_source l
    CROSS JOIN JSON_TABLE(p_registered, '$[*]' COLUMNS (id NUMBER PATH '$[1]')) item
    WHERE l.process_id = v_run.process_id
        AND NOT EXISTS (
            SELECT 1 FROM extract_source s WHERE s.extract_id = item.id AND s.source_id = l.source_id
        );
    INSERT INTO extract_source_object (extract_id, source_object_id, created_by, updated_by)
    SELECT item.id, l.source_object_id, v_run.process_run_actor_id, v_run.process_run_actor_id
    FROM process_source_object l
    CROSS JOIN JSON_TABLE(p_registered, '$[*]' COLUMNS (id NUMBER PATH '$[1]')) item
    WHERE l.process_id = v_run.process_id
        AND NOT EXISTS (
            SELECT 1
            FROM extract_source_object o
            WHERE o.extract_id = item.id AND o.source_object_id = l.source_object_id
        );
END register_files;
/
