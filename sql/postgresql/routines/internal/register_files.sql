-- register_files: finds or creates extracts of one location and ties them to a run. Internal.
--
-- p_process_tracking_id  the run
-- p_location_path        folder or bucket that the files lie in
-- p_location_name        name for a new location, or NULL
-- p_files                JSON array of files, as parse_files takes it
-- p_status               status to give to all of them; NULL: a known extract keeps its own
-- p_new_status           status of a new extract when p_status is NULL
-- p_only_new             leaves known extracts alone
-- Returns: a row for each file in the order given: extract_id, extract_filename, is_new.
-- Errors: PT011 invalid_argument, PT003 run_not_found, PT017 process_on_hold, PT008 lookup_not_found, PT013 duplicate,
-- PT007 extract_dependency_blocked.
-- Tables: extract_status_lkup, location_lkup, extract_tracking, extract_process_tracking, extract_dataset_type,
-- extract_source, extract_source_object, and those of parse_files and apply_extract_status.
-- New extracts are inserted in name order before known ones are locked in id order.
CREATE OR REPLACE FUNCTION register_files(
    p_process_tracking_id bigint,
    p_location_path text,
    p_location_name text,
    p_files jsonb,
    p_status text,
    p_new_status text,
    p_only_new boolean
) RETURNS TABLE (extract_id bigint, extract_filename text, is_new boolean)
LANGUAGE plpgsql
AS $$
#variable_conflict use_column
DECLARE
    v_run process_tracking := lock_run(p_process_tracking_id, 'none');
    v_status_id integer;
    v_location_id integer;
    v_now timestamptz;
    v_names text[];
    v_has_details boolean;
    v_new_ids bigint[];
    v_new_names text[];
    v_known_ids bigint[];
    v_known_names text[];
BEGIN
    v_status_id := extract_status_id_of(coalesce(p_status, p_new_status), v_run.process_run_actor_id);
    v_location_id := location_id_of(p_location_path, p_location_name, v_run.process_run_actor_id);
    v_now := clock_timestamp();

    WITH file AS MATERIALIZED (
        SELECT * FROM parse_files(p_files)
    ),

    added AS (
        INSERT INTO extract_tracking (
            extract_filename, extract_location_id, extract_status_id, extract_registration_date_time,
            extract_write_low_date_time, extract_write_high_date_time, extract_write_record_count,
            extract_load_low_date_time, extract_load_high_date_time, extract_load_record_count,
            extract_compression_type_id, extract_filetype_id, extract_filesize, extract_filesize_type_id,
            created_by, updated_by
        )
        SELECT
            file.file_name, v_location_id, v_status_id, v_now,
            file.write_low, file.write_high, file.write_count,
            file.load_low, file.load_high, file.load_count,
            file.compression_type_id, file.filetype_id, file.filesize, file.filesize_type_id,
            v_run.process_run_actor_id, v_run.process_run_actor_id
        FROM file
        WHERE NOT EXISTS (
                SELECT 1
                FROM extract_tracking AS e
                WHERE e.extract_location_id = v_location_id AND e.extract_filename = file.file_name
            )
        ORDER BY file.file_name
        ON CONFLICT (extract_location_id, extract_filename) DO NOTHING
        RETURNING extract_tracking.extract_id, extract_tracking.extract_filename
    )

    SELECT
        (SELECT array_agg(file.file_name ORDER BY file.file_position) FROM file),
        (SELECT bool_or(file.has_details) FROM file),
        array_agg(added.extract_id),
        array_agg(added.extract_filename)
    INTO v_names, v_has_details, v_new_ids, v_new_names
    FROM added;

    IF NOT p_only_new AND coalesce(cardinality(v_new_names), 0) < cardinality(v_names) THEN
        -- Locked before anything hangs on them: ties and links are written in whatever order.
        SELECT
            array_agg(known.extract_id),
            array_agg(known.extract_filename)
        INTO v_known_ids, v_known_names
        FROM (
            SELECT e.extract_id, e.extract_filename
            FROM extract_tracking AS e
            WHERE e.extract_id = ANY(
                    ARRAY(
                        SELECT found.extract_id
                        FROM (SELECT unnest(v_names) EXCEPT SELECT unnest(v_new_names)) AS item (name)
                        -- One look-up for each name, by the unique key, whatever the statistics say of folders.
                        CROSS JOIN LATERAL (
                            SELECT x.extract_id
                            FROM extract_tracking AS x
                            WHERE x.extract_location_id = v_location_id AND x.extract_filename = item.name
                            LIMIT 1
                        ) AS found
                    )
                )
            ORDER BY e.extract_id
            FOR NO KEY UPDATE
        ) AS known;
        PERFORM merge_file_details(v_location_id, p_files, v_known_ids, v_run.process_run_actor_id)
        WHERE v_has_details;
    END IF;

    INSERT INTO extract_process_tracking (
        extract_tracking_id, process_tracking_id, extract_process_status_id, extract_process_event_date_time,
        created_by, updated_by
    )
    SELECT
        tie.extract_id, p_process_tracking_id, tie.status_id, v_now,
        v_run.process_run_actor_id, v_run.process_run_actor_id
    FROM (
        SELECT
            unnest(v_new_ids) AS extract_id,
            v_status_id AS status_id
        UNION ALL
        SELECT
            e.extract_id,
            e.extract_status_id
        FROM extract_tracking AS e
        WHERE e.extract_id = ANY(v_known_ids)
    ) AS tie
    ON CONFLICT (extract_tracking_id, process_tracking_id) DO NOTHING;
    PERFORM apply_extract_status(p_process_tracking_id, v_known_ids, p_status, v_run.process_run_actor_id)
    WHERE p_status IS NOT NULL AND v_known_ids IS NOT NULL;

    INSERT INTO extract_dataset_type (extract_id, dataset_type_id, created_by, updated_by)
    SELECT item.id, l.dataset_type_id, v_run.process_run_actor_id, v_run.process_run_actor_id
    FROM process_dataset_type AS l
    CROSS JOIN unnest(v_new_ids || v_known_ids) AS item (id)
    WHERE l.process_id = v_run.process_id
    ON CONFLICT DO NOTHING;
    INSERT INTO extract_source (extract_id, source_id, created_by, updated_by)
    SELECT item.id, l.source_id, v_run.process_run_actor_id, v_run.process_run_actor_id
    FROM process_source AS l
    CROSS JOIN unnest(v_new_ids || v_known_ids) AS item (id)
    WHERE l.process_id = v_run.process_id
    ON CONFLICT DO NOTHING;
    INSERT INTO extract_source_object (extract_id, source_object_id, created_by, updated_by)
    SELECT item.id, l.source_object_id, v_run.process_run_actor_id, v_run.process_run_actor_id
    FROM process_source_object AS l
    CROSS JOIN unnest(v_new_ids || v_known_ids) AS item (id)
    WHERE l.process_id = v_run.process_id
    ON CONFLICT DO NOTHING;

    RETURN QUERY
    SELECT registered.id, registered.name, registered.is_new
    FROM (
        SELECT unnest(v_new_ids) AS id, unnest(v_new_names) AS name, true AS is_new
        UNION ALL
        SELECT unnest(v_known_ids), unnest(v_known_names), false
    ) AS registered
    INNER JOIN unnest(v_names) WITH ORDINALITY AS item (name, position) ON item.name = registered.name
    ORDER BY item.position;
END;
$$;
