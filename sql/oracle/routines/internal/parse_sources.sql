-- parse_sources: sources or targets, in any of their three grains, as one flat list. Internal.
--
-- p_text       JSON text: ["S"], {"S": ["object"]} or {"S": {"object": ["attribute"]}}, each source at its own grain;
--              NULL: none
-- p_parameter  name of the parameter, for the messages
-- Returns: JSON array of {"s": source, "o": object, "a": attribute}, the latter two null at a coarser grain.
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION parse_sources(p_text IN CLOB, p_parameter IN VARCHAR2) RETURN CLOB
AUTHID DEFINER
IS
    v_leaves CLOB;
    v_items CLOB;
    v_misshapen NUMBER;
    v_nameless NUMBER;
    v_source VARCHAR2(4000);
    v_object VARCHAR2(4000);
    v_attribute VARCHAR2(4000);
BEGIN
    IF p_text IS NULL THEN
        RETURN '[]';
    END IF;
    check_json(p_text, p_parameter);
    v_items := json_items(p_text);
    -- A name is NULL where it is empty, and where it has more bytes than a column of JSON_TABLE.
    SELECT
        COUNT(
            CASE
                WHEN leaf.source_type <> CASE leaf.is_member WHEN 0 THEN 'string' ELSE leaf.source_type END
                    OR leaf.is_member = 1 AND leaf.source_type NOT IN ('array', 'object')
                    OR leaf.source_type = 'array' AND leaf.object_type <> 'string'
                    OR leaf.source_type = 'object' AND leaf.object_type <> 'array'
                    OR leaf.attribute_type <> 'string' THEN 1
            END
        ),
        COUNT(
            CASE
                WHEN leaf.source_name IS NULL
                    OR leaf.object_type IS NOT NULL AND leaf.object_name IS NULL
                    OR leaf.attribute_type IS NOT NULL AND leaf.attribute_name IS NULL THEN 1
            END
        ),
        MIN(
            CASE
                WHEN NOT REGEXP_LIKE(leaf.source_name, '[^[:space:]]') OR LENGTH(leaf.source_name) > 250
                    THEN leaf.source_name
            END
        ),
        MIN(
            CASE
                WHEN NOT REGEXP_LIKE(leaf.object_name, '[^[:space:]]') OR LENGTH(leaf.object_name) > 250
                    THEN leaf.object_name
            END
        ),
        MIN(
            CASE
                WHEN NOT REGEXP_LIKE(leaf.attribute_name, '[^[:space:]]') OR LENGTH(leaf.attribute_name) > 250
                    THEN leaf.attribute_name
            END
        )
    INTO v_misshapen, v_nameless, v_source, v_object, v_attribute
    FROM JSON_TABLE(
        v_items, '$[*]' COLUMNS (
            is_member NUMBER PATH '$.m',
            source_type VARCHAR2(10) PATH '$.t',
            source_name VARCHAR2(4000) PATH '$.n',
            NESTED PATH '$.v[*]' COLUMNS (
                object_type VARCHAR2(10) PATH '$.t',
                object_name VARCHAR2(4000) PATH '$.n',
                NESTED PATH '$.v[*]' COLUMNS (
                    attribute_type VARCHAR2(10) PATH '$.t',
                    attribute_name VARCHAR2(4000) PATH '$.n'
                )
            )
        )
    ) leaf;
    IF v_misshapen > 0 THEN
        raise_error(
            'PT011: % is %; give ["S"], {"S": ["object"]} or {"S": {"object": ["attribute"]}}',
            p_parameter, SUBSTR(p_text, 1, 200)
        );
    ELSIF v_nameless > 0 THEN
        raise_error(
            'PT011: a name in % is empty, or has thousands of characters; give names of 1 to 250 characters', p_parameter
        );
    END IF;
    check_text(v_source, 'a source in ' || p_parameter, 250, FALSE);
    check_text(v_object, 'an object in ' || p_parameter, 250, FALSE);
    check_text(v_attribute, 'an attribute in ' || p_parameter, 250, FALSE);
    SELECT
        JSON_ARRAYAGG(
            JSON_OBJECT('s' VALUE leaf.source_name, 'o' VALUE leaf.object_name, 'a' VALUE leaf.attribute_name)
            RETURNING CLOB
        )
    INTO v_leaves
    FROM JSON_TABLE(
        v_items, '$[*]' COLUMNS (
            source_name VARCHAR2(4000) PATH '$.n',
            NESTED PATH '$.v[*]' COLUMNS (
                object_name VARCHAR2(4000) PATH '$.n',
                NESTED PATH '$.v[*]' COLUMNS (attribute_name VARCHAR2(4000) PATH '$.n')
            )
        )
    ) leaf;
    RETURN COALESCE(v_leaves, '[]');
END parse_sources;
/
