-- parse_sources: sources or targets, in any of their three grains, as three arrays of one length. Internal.
--
-- p_text       JSON text: ["S"], {"S": ["object"]} or {"S": {"object": ["attribute"]}}, each source at its own grain;
--              NULL: none
-- p_parameter  name of the parameter, for the messages
-- Returns: source_names, object_names and attribute_names of the leaves, the latter two NULL at a coarser grain.
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION parse_sources(
    p_text text,
    p_parameter text,
    OUT source_names text[],
    OUT object_names text[],
    OUT attribute_names text[]
)
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_json jsonb := parse_json(p_text, p_parameter);
    v_is_shaped boolean;
BEGIN
    IF p_text IS NULL THEN
        RETURN;
    END IF;
    IF jsonb_typeof(v_json) = 'array' THEN
        source_names := parse_names(v_json, p_parameter, 250);
        object_names := array_fill(NULL::text, ARRAY[cardinality(source_names)]);
        attribute_names := object_names;
        RETURN;
    END IF;
    -- Lax paths unwrap arrays, so an object's members are looked at by type, level by level, in strict mode.
    v_is_shaped := jsonb_typeof(v_json) = 'object'
        AND NOT jsonb_path_exists(v_json, 'strict $.* ? (@.type() != "array" && @.type() != "object")')
        AND NOT jsonb_path_exists(v_json, 'strict $.* ? (@.type() == "array")[*] ? (@.type() != "string")')
        AND NOT jsonb_path_exists(v_json, 'strict $.* ? (@.type() == "object").* ? (@.type() != "array")')
        AND NOT jsonb_path_exists(v_json, 'strict $.* ? (@.type() == "object").*[*] ? (@.type() != "string")');
    IF v_is_shaped IS NOT TRUE THEN
        RAISE EXCEPTION 'PT011: % is %; give ["S"], {"S": ["object"]} or {"S": {"object": ["attribute"]}}',
            p_parameter, left(p_text, 200)
            USING ERRCODE = 'PT011';
    END IF;
    WITH item AS (
        SELECT
            source.key AS source_name,
            coalesce(object_array.name, object_member.key) AS object_name,
            attribute.name AS attribute_name
        FROM jsonb_each(v_json) AS source
        LEFT JOIN LATERAL jsonb_array_elements_text(
            CASE jsonb_typeof(source.value) WHEN 'array' THEN source.value END
        ) AS object_array (name) ON true
        LEFT JOIN LATERAL jsonb_each(
            CASE jsonb_typeof(source.value) WHEN 'object' THEN source.value END
        ) AS object_member ON true
        LEFT JOIN LATERAL jsonb_array_elements_text(object_member.value) AS attribute (name) ON true
    ),

    checked AS MATERIALIZED (
        SELECT
            item.*,
            check_text(item.source_name, 'a source in ' || p_parameter, 250) AS source_check,
            check_text(item.object_name, 'an object in ' || p_parameter, 250, false) AS object_check,
            check_text(item.attribute_name, 'an attribute in ' || p_parameter, 250, false) AS attribute_check
        FROM item
    )

    SELECT
        array_agg(checked.source_name),
        array_agg(checked.object_name),
        array_agg(checked.attribute_name)
    INTO source_names, object_names, attribute_names
    FROM checked;
END;
$$;
