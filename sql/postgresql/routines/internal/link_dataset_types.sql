-- link_dataset_types: links dataset types to a process, and all of its to its sources, targets and objects. Internal.
--
-- p_process_id  the process, its sources and targets linked already
-- p_text        JSON array of names of dataset types; NULL: none that are new, but perhaps new sources
-- p_actor_id    who says so
-- Errors: PT011 invalid_argument, PT008 lookup_not_found.
-- Tables: dataset_type_lkup, process_dataset_type, source_dataset_type, source_object_dataset_type, process_source,
-- process_target, process_source_object, process_target_object.
CREATE OR REPLACE FUNCTION link_dataset_types(p_process_id integer, p_text text, p_actor_id integer) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    v_names text[];
    v_ids integer[];
    v_unknown text;
BEGIN
    IF p_text IS NOT NULL THEN
        v_names := parse_names(parse_json(p_text, 'dataset_types'), 'dataset_types', 250);
        SELECT
            array_agg(d.dataset_type_id ORDER BY d.dataset_type_id) FILTER (WHERE d.dataset_type_id IS NOT NULL),
            string_agg('"' || item.name || '"', ', ' ORDER BY item.name) FILTER (WHERE d.dataset_type_id IS NULL)
        INTO v_ids, v_unknown
        FROM unnest(v_names) AS item (name)
        LEFT JOIN dataset_type_lkup AS d ON d.dataset_type = item.name;
        IF v_unknown IS NOT NULL THEN
            RAISE EXCEPTION 'PT008: there is no dataset type %; add it with create_topic, or give a known one', v_unknown
                USING ERRCODE = 'PT008';
        END IF;

        INSERT INTO process_dataset_type (process_id, dataset_type_id, created_by, updated_by)
        SELECT p_process_id, item.id, p_actor_id, p_actor_id
        FROM unnest(v_ids) AS item (id)
        ORDER BY item.id
        ON CONFLICT DO NOTHING;
    END IF;

    INSERT INTO source_dataset_type (source_id, dataset_type_id, created_by, updated_by)
    SELECT linked.id, l.dataset_type_id, p_actor_id, p_actor_id
    FROM process_dataset_type AS l
    CROSS JOIN (
        SELECT source_id AS id FROM process_source WHERE process_id = p_process_id
        UNION
        SELECT target_source_id FROM process_target WHERE process_id = p_process_id
    ) AS linked
    WHERE l.process_id = p_process_id
    ORDER BY linked.id, l.dataset_type_id
    ON CONFLICT DO NOTHING;

    INSERT INTO source_object_dataset_type (source_object_id, dataset_type_id, created_by, updated_by)
    SELECT linked.id, l.dataset_type_id, p_actor_id, p_actor_id
    FROM process_dataset_type AS l
    CROSS JOIN (
        SELECT source_object_id AS id FROM process_source_object WHERE process_id = p_process_id
        UNION
        SELECT target_object_id FROM process_target_object WHERE process_id = p_process_id
    ) AS linked
    WHERE l.process_id = p_process_id
    ORDER BY linked.id, l.dataset_type_id
    ON CONFLICT DO NOTHING;
END;
$$;
