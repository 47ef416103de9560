-- register_sources: adds what is new among sources, their objects and attributes. Internal.
--
-- p_text       sources or targets, as parse_sources takes them
-- p_parameter  name of the parameter, for the messages
-- p_actor_id   who adds them
-- Returns: the keys of all that the text names, one row for each leaf.
-- Errors: PT011 invalid_argument. Tables: source_lkup, source_object_lkup, source_object_attribute_lkup.
-- Each level is inserted in name order, so that two calls that add the same names wait for, but never block, one another.
CREATE OR REPLACE FUNCTION register_sources(p_text text, p_parameter text, p_actor_id integer)
RETURNS TABLE (source_id integer, source_object_id integer, source_object_attribute_id integer)
LANGUAGE plpgsql SET search_path FROM CURRENT
AS $$
#variable_conflict use_column
DECLARE
    v_sources text[];
    v_objects text[];
    v_attributes text[];
BEGIN
    SELECT
        array_agg(item.source_name),
        array_agg(item.object_name),
        array_agg(item.attribute_name)
    INTO v_sources, v_objects, v_attributes
    FROM parse_sources(p_text, p_parameter) AS item;

    INSERT INTO source_lkup (source_name, created_by, updated_by)
    SELECT DISTINCT item.source_name, p_actor_id, p_actor_id
    FROM unnest(v_sources) AS item (source_name)
    WHERE NOT EXISTS (SELECT 1 FROM source_lkup AS s WHERE s.source_name = item.source_name)
    ORDER BY item.source_name
    ON CONFLICT (source_name) DO NOTHING;

    INSERT INTO source_object_lkup (source_id, source_object_name, created_by, updated_by)
    SELECT DISTINCT s.source_id, item.object_name, p_actor_id, p_actor_id
    FROM unnest(v_sources, v_objects) AS item (source_name, object_name)
    INNER JOIN source_lkup AS s ON s.source_name = item.source_name
    WHERE item.object_name IS NOT NULL
        AND NOT EXISTS (
            SELECT 1
            FROM source_object_lkup AS o
            WHERE o.source_id = s.source_id AND o.source_object_name = item.object_name
        )
    ORDER BY s.source_id, item.object_name
    ON CONFLICT (source_id, source_object_name) DO NOTHING;

    INSERT INTO source_object_attribute_lkup (source_object_id, source_object_attribute_name, created_by, updated_by)
    SELECT DISTINCT o.source_object_id, item.attribute_name, p_actor_id, p_actor_id
    FROM unnest(v_sources, v_objects, v_attributes) AS item (source_name, object_name, attribute_name)
    INNER JOIN source_lkup AS s ON s.source_name = item.source_name
    INNER JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = item.object_name
    WHERE item.attribute_name IS NOT NULL
        AND NOT EXISTS (
            SELECT 1
            FROM source_object_attribute_lkup AS a
            WHERE a.source_object_id = o.source_object_id AND a.source_object_attribute_name = item.attribute_name
        )
    ORDER BY o.source_object_id, item.attribute_name
    ON CONFLICT (source_object_id, source_object_attribute_name) DO NOTHING;

    RETURN QUERY
    SELECT s.source_id, o.source_object_id, a.source_object_attribute_id
    FROM unnest(v_sources, v_objects, v_attributes) AS item (source_name, object_name, attribute_name)
    INNER JOIN source_lkup AS s ON s.source_name = item.source_name
    LEFT JOIN source_object_lkup AS o ON o.source_id = s.source_id AND o.source_object_name = item.object_name
    LEFT JOIN source_object_attribute_lkup AS a
        ON a.source_object_id = o.source_object_id AND a.source_object_attribute_name = item.attribute_name;
END;
$$;
