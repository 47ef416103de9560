-- link_sources: registers the sources and targets of a process and links them to it, at every grain named. Internal.
--
-- p_process_id          the process, its row locked
-- p_sources, p_targets  as parse_sources takes them; NULL: none
-- p_actor_id            who says so
-- Returns: whether anything was new. Errors: PT011 invalid_argument.
-- Tables: process_source, process_source_object, process_source_object_attribute, process_target,
-- process_target_object, process_target_object_attribute, and those of register_sources.
CREATE OR REPLACE FUNCTION link_sources(p_process_id integer, p_sources text, p_targets text, p_actor_id integer)
RETURNS boolean
LANGUAGE plpgsql
AS $$
DECLARE
    v_read record;
    v_written record;
    v_is_target boolean[];
    v_sources text[];
    v_objects text[];
    v_attributes text[];
BEGIN
    v_read := parse_sources(p_sources, 'sources');
    v_written := parse_sources(p_targets, 'targets');
    v_sources := v_read.source_names || v_written.source_names;
    v_objects := v_read.object_names || v_written.object_names;
    v_attributes := v_read.attribute_names || v_written.attribute_names;
    v_is_target := array_fill(false, ARRAY[coalesce(cardinality(v_read.source_names), 0)])
    || array_fill(true, ARRAY[coalesce(cardinality(v_written.source_names), 0)]);

    -- Most starts name what the process is linked to already, and are done with this one look.
    IF NOT EXISTS (
        SELECT 1
        FROM unnest(v_is_target, v_sources, v_objects, v_attributes)
            AS item (is_target, source_name, object_name, attribute_name)
        LEFT JOIN source_lkup AS s ON s.source_name = item.source_name
        LEFT JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = item.object_name
        LEFT JOIN source_object_attribute_lkup AS a
            ON a.source_object_id = o.source_object_id AND a.source_object_attribute_name = item.attribute_name
        WHERE NOT CASE
                WHEN item.attribute_name IS NOT NULL AND item.is_target THEN EXISTS (
                    SELECT 1
                    FROM process_target_object_attribute AS l
                    WHERE l.process_id = p_process_id AND l.target_object_attribute_id = a.source_object_attribute_id
                )
                WHEN item.attribute_name IS NOT NULL THEN EXISTS (
                    SELECT 1
                    FROM process_source_object_attribute AS l
                    WHERE l.process_id = p_process_id AND l.source_object_attribute_id = a.source_object_attribute_id
                )
                WHEN item.object_name IS NOT NULL AND item.is_target THEN EXISTS (
                    SELECT 1
                    FROM process_target_object AS l
                    WHERE l.process_id = p_process_id AND l.target_object_id = o.source_object_id
                )
                WHEN item.object_name IS NOT NULL THEN EXISTS (
                    SELECT 1
                    FROM process_source_object AS l
                    WHERE l.process_id = p_process_id AND l.source_object_id = o.source_object_id
                )
                WHEN item.is_target THEN EXISTS (
                    SELECT 1 FROM process_target AS l WHERE l.process_id = p_process_id AND l.target_source_id = s.source_id
                )
                ELSE EXISTS (
                    SELECT 1 FROM process_source AS l WHERE l.process_id = p_process_id AND l.source_id = s.source_id
                )
            END
    ) THEN
        RETURN false;
    END IF;

    PERFORM register_sources(v_sources, v_objects, v_attributes, p_actor_id);

    INSERT INTO process_source (process_id, source_id, created_by, updated_by)
    SELECT DISTINCT p_process_id, s.source_id, p_actor_id, p_actor_id
    FROM unnest(v_is_target, v_sources) AS item (is_target, source_name)
    INNER JOIN source_lkup AS s ON s.source_name = item.source_name
    WHERE NOT item.is_target
    ON CONFLICT DO NOTHING;

    INSERT INTO process_source_object (process_id, source_object_id, created_by, updated_by)
    SELECT DISTINCT p_process_id, o.source_object_id, p_actor_id, p_actor_id
    FROM unnest(v_is_target, v_sources, v_objects) AS item (is_target, source_name, object_name)
    INNER JOIN source_lkup AS s ON s.source_name = item.source_name
    INNER JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = item.object_name
    WHERE NOT item.is_target
    ON CONFLICT DO NOTHING;

    INSERT INTO process_source_object_attribute (process_id, source_object_attribute_id, created_by, updated_by)
    SELECT DISTINCT p_process_id, a.source_object_attribute_id, p_actor_id, p_actor_id
    FROM unnest(v_is_target, v_sources, v_objects, v_attributes)
        AS item (is_target, source_name, object_name, attribute_name)
    INNER JOIN source_lkup AS s ON s.source_name = item.source_name
    INNER JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = item.object_name
    INNER JOIN source_object_attribute_lkup AS a
        ON a.source_object_id = o.source_object_id AND a.source_object_attribute_name = item.attribute_name
    WHERE NOT item.is_target
    ON CONFLICT DO NOTHING;

    INSERT INTO process_target (process_id, target_source_id, created_by, updated_by)
    SELECT DISTINCT p_process_id, s.source_id, p_actor_id, p_actor_id
    FROM unnest(v_is_target, v_sources) AS item (is_target, source_name)
    INNER JOIN source_lkup AS s ON s.source_name = item.source_name
    WHERE item.is_target
    ON CONFLICT DO NOTHING;

    INSERT INTO process_target_object (process_id, target_object_id, created_by, updated_by)
    SELECT DISTINCT p_process_id, o.source_object_id, p_actor_id, p_actor_id
    FROM unnest(v_is_target, v_sources, v_objects) AS item (is_target, source_name, object_name)
    INNER JOIN source_lkup AS s ON s.source_name = item.source_name
    INNER JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = item.object_name
    WHERE item.is_target
    ON CONFLICT DO NOTHING;

    INSERT INTO process_target_object_attribute (process_id, target_object_attribute_id, created_by, updated_by)
    SELECT DISTINCT p_process_id, a.source_object_attribute_id, p_actor_id, p_actor_id
    FROM unnest(v_is_target, v_sources, v_objects, v_attributes)
        AS item (is_target, source_name, object_name, attribute_name)
    INNER JOIN source_lkup AS s ON s.source_name = item.source_name
    INNER JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = item.object_name
    INNER JOIN source_object_attribute_lkup AS a
        ON a.source_object_id = o.source_object_id AND a.source_object_attribute_name = item.attribute_name
    WHERE item.is_target
    ON CONFLICT DO NOTHING;
    RETURN true;
END;
$$;
