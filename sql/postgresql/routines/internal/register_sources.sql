-- register_sources: adds what is new among sources, their objects and attributes. Internal.
--
-- p_sources, p_objects, p_attributes  names, one of each for a leaf; an object or attribute is NULL at a coarser grain
-- p_actor_id                          who adds them
-- Errors: none. Tables: source_lkup, source_object_lkup, source_object_attribute_lkup.
-- Each level is inserted at once and in name order, so that two calls that add the same names wait for, but never
-- block, one another.
CREATE OR REPLACE FUNCTION register_sources(
    p_sources text[],
    p_objects text[],
    p_attributes text[],
    p_actor_id integer
) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
    INSERT INTO source_lkup (source_name, created_by, updated_by)
    SELECT DISTINCT item.source_name, p_actor_id, p_actor_id
    FROM unnest(p_sources) AS item (source_name)
    WHERE NOT EXISTS (SELECT 1 FROM source_lkup AS s WHERE s.source_name = item.source_name)
    ORDER BY item.source_name
    ON CONFLICT (source_name) DO NOTHING;

    INSERT INTO source_object_lkup (source_id, source_object_name, created_by, updated_by)
    SELECT DISTINCT s.source_id, item.object_name, p_actor_id, p_actor_id
    FROM unnest(p_sources, p_objects) AS item (source_name, object_name)
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
    FROM unnest(p_sources, p_objects, p_attributes) AS item (source_name, object_name, attribute_name)
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
END;
$$;
