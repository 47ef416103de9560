-- link_targets: registers the targets of a process and links them to it, at every grain that is named. Internal.
--
-- p_process_id  the process
-- p_text        the targets, as parse_sources takes them; NULL: none
-- p_actor_id    who says so
-- Errors: PT011 invalid_argument.
-- Tables: process_target, process_target_object, process_target_object_attribute, and those of register_sources.
CREATE OR REPLACE FUNCTION link_targets(p_process_id integer, p_text text, p_actor_id integer) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT
AS $$
DECLARE
    v_source_ids integer[];
    v_object_ids integer[];
    v_attribute_ids integer[];
BEGIN
    IF p_text IS NULL THEN
        RETURN;
    END IF;
    SELECT
        array_agg(DISTINCT item.source_id),
        array_agg(DISTINCT item.source_object_id) FILTER (WHERE item.source_object_id IS NOT NULL),
        array_agg(DISTINCT item.source_object_attribute_id) FILTER (WHERE item.source_object_attribute_id IS NOT NULL)
    INTO v_source_ids, v_object_ids, v_attribute_ids
    FROM register_sources(p_text, 'targets', p_actor_id) AS item;

    INSERT INTO process_target (process_id, target_source_id, created_by, updated_by)
    SELECT p_process_id, item.id, p_actor_id, p_actor_id
    FROM unnest(v_source_ids) AS item (id)
    WHERE NOT EXISTS (SELECT 1 FROM process_target AS l WHERE l.process_id = p_process_id AND l.target_source_id = item.id)
    ON CONFLICT DO NOTHING;

    INSERT INTO process_target_object (process_id, target_object_id, created_by, updated_by)
    SELECT p_process_id, item.id, p_actor_id, p_actor_id
    FROM unnest(v_object_ids) AS item (id)
    WHERE NOT EXISTS (
            SELECT 1 FROM process_target_object AS l WHERE l.process_id = p_process_id AND l.target_object_id = item.id
        )
    ON CONFLICT DO NOTHING;

    INSERT INTO process_target_object_attribute (process_id, target_object_attribute_id, created_by, updated_by)
    SELECT p_process_id, item.id, p_actor_id, p_actor_id
    FROM unnest(v_attribute_ids) AS item (id)
    WHERE NOT EXISTS (
            SELECT 1
            FROM process_target_object_attribute AS l
            WHERE l.process_id = p_process_id AND l.target_object_attribute_id = item.id
        )
    ON CONFLICT DO NOTHING;
END;
$$;
