-- apply_extract_status: gives extracts another status on behalf of a run: all of them or none. Internal.
--
-- p_process_tracking_id  the run
-- p_extract_ids          the extracts, each once; locked here in the order of their ids
-- p_status               the new status; an unknown one is added as a custom status
-- p_actor_id             who says so
-- Errors: PT011 invalid_argument, PT006 extract_not_found, PT007 extract_dependency_blocked.
-- Tables: extract_status_lkup, extract_tracking, extract_dependency, dependency_type_lkup, extract_process_tracking.
CREATE OR REPLACE FUNCTION apply_extract_status(
    p_process_tracking_id bigint,
    p_extract_ids bigint[],
    p_status text,
    p_actor_id integer
) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    v_status_id integer := extract_status_id_of(p_status, p_actor_id);
    v_number bigint;
    v_names text;
    v_now timestamptz;
BEGIN
    PERFORM 1 FROM extract_tracking WHERE extract_id = ANY(p_extract_ids) ORDER BY extract_id FOR NO KEY UPDATE;
    GET DIAGNOSTICS v_number = ROW_COUNT;
    IF v_number < cardinality(p_extract_ids) THEN
        SELECT string_agg(item.id::text, ', ' ORDER BY item.id) INTO v_names
        FROM unnest(p_extract_ids) AS item (id)
        WHERE NOT EXISTS (SELECT 1 FROM extract_tracking AS e WHERE e.extract_id = item.id);
        RAISE EXCEPTION 'PT006: there is no extract with the extract_id %; no status was changed', left(v_names, 200)
            USING ERRCODE = 'PT006';
    END IF;

    IF p_status = 'loading' THEN
        SELECT string_agg(
            format('"%s" waits for "%s" (%s)', child.extract_filename, parent.extract_filename, s.extract_status_name),
            ', ' ORDER BY d.child_extract_id, d.parent_extract_id
        )
        INTO v_names
        FROM unnest(p_extract_ids) AS item (id)
        INNER JOIN extract_dependency AS d ON d.child_extract_id = item.id
        INNER JOIN dependency_type_lkup AS dt ON dt.dependency_type_id = d.dependency_type_id
        INNER JOIN extract_tracking AS child ON child.extract_id = d.child_extract_id
        INNER JOIN extract_tracking AS parent ON parent.extract_id = d.parent_extract_id
        INNER JOIN extract_status_lkup AS s ON s.extract_status_id = parent.extract_status_id
        WHERE dt.dependency_type_name <> 'Soft'
            AND (
                s.extract_status_name NOT IN ('loaded', 'archived', 'deleted')
                OR d.parent_extract_id IN (SELECT unnest(p_extract_ids))
            );
        IF v_names IS NOT NULL THEN
            RAISE EXCEPTION 'PT007: extracts may not be loaded before those they depend on: %; load the parents first, in a call of their own',
                left(v_names, 1000)
                USING ERRCODE = 'PT007';
        END IF;
    END IF;

    v_now := clock_timestamp();
    UPDATE extract_tracking
    SET
        extract_status_id = v_status_id,
        update_date_time = v_now,
        updated_by = p_actor_id
    WHERE extract_id = ANY(p_extract_ids);
    INSERT INTO extract_process_tracking (
        extract_tracking_id, process_tracking_id, extract_process_status_id, extract_process_event_date_time,
        created_by, updated_by
    )
    SELECT item.id, p_process_tracking_id, v_status_id, v_now, p_actor_id, p_actor_id
    FROM unnest(p_extract_ids) AS item (id)
    ON CONFLICT (extract_tracking_id, process_tracking_id) DO UPDATE
    SET
        extract_process_status_id = excluded.extract_process_status_id,
        extract_process_event_date_time = excluded.extract_process_event_date_time,
        update_date_time = excluded.extract_process_event_date_time,
        updated_by = excluded.updated_by;
END;
$$;
