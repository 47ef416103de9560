-- sources_json: sources with their objects and attributes as one JSON array, in name order. Internal.
--
-- p_source_ids, p_object_ids, p_attribute_ids  what to show at each level
-- Returns: [{source_id, source_name, source_objects: [{source_object_id, source_object_name,
-- source_object_attributes: [{source_object_attribute_id, source_object_attribute_name}]}]}]. Errors: none.
-- Tables: source_lkup, source_object_lkup, source_object_attribute_lkup.
CREATE OR REPLACE FUNCTION sources_json(
    p_source_ids integer[],
    p_object_ids integer[],
    p_attribute_ids integer[]
) RETURNS jsonb
LANGUAGE sql STABLE
AS $$
    WITH attribute AS (
        SELECT
            a.source_object_id,
            jsonb_agg(
                jsonb_build_object(
                    'source_object_attribute_id', a.source_object_attribute_id,
                    'source_object_attribute_name', a.source_object_attribute_name
                ) ORDER BY a.source_object_attribute_name
            ) AS attributes
        FROM source_object_attribute_lkup AS a
        WHERE a.source_object_attribute_id = ANY(p_attribute_ids)
        GROUP BY a.source_object_id
    ),

    object AS (
        SELECT
            o.source_id,
            jsonb_agg(
                jsonb_build_object(
                    'source_object_id', o.source_object_id,
                    'source_object_name', o.source_object_name,
                    'source_object_attributes', coalesce(attribute.attributes, '[]')
                ) ORDER BY o.source_object_name
            ) AS objects
        FROM source_object_lkup AS o
        LEFT JOIN attribute ON attribute.source_object_id = o.source_object_id
        WHERE o.source_object_id = ANY(p_object_ids)
        GROUP BY o.source_id
    )

    SELECT
        coalesce(
            jsonb_agg(
                jsonb_build_object(
                    'source_id', s.source_id,
                    'source_name', s.source_name,
                    'source_objects', coalesce(object.objects, '[]')
                ) ORDER BY s.source_name
            ),
            '[]'
        )
    FROM source_lkup AS s
    LEFT JOIN object ON object.source_id = s.source_id
    WHERE s.source_id = ANY(p_source_ids);
$$;
