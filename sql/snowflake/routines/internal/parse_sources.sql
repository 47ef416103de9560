-- parse_sources: sources or targets, in any of their three grains, as one list. Internal.
--
-- p_text       JSON text: ["S"], {"S": ["object"]} or {"S": {"object": ["attribute"]}}, each source at its own grain;
--              NULL: none
-- p_parameter  name of the parameter, for the messages
-- Returns: JSON array of objects with s, and at a finer grain o and a: the names of the source, the object, the
-- attribute. Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE PROCEDURE parse_sources(p_text VARCHAR, p_parameter VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_items VARCHAR DEFAULT NULL;
    v_is_shaped BOOLEAN DEFAULT json_kind(p_text) IN ('ARRAY', 'OBJECT');
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    IF (p_text IS NULL) THEN
        RETURN '[]';
    END IF;
    IF (v_is_shaped) THEN
        SELECT
            COALESCE(BOOLAND_AGG(
                CASE
                    WHEN s.key IS NULL THEN TYPEOF(s.value) = 'VARCHAR'
                    WHEN TYPEOF(s.value) = 'ARRAY' THEN o.value IS NULL OR TYPEOF(o.value) = 'VARCHAR'
                    WHEN TYPEOF(s.value) = 'OBJECT'
                        THEN o.value IS NULL
                            OR (TYPEOF(o.value) = 'ARRAY' AND (a.value IS NULL OR TYPEOF(a.value) = 'VARCHAR'))
                    ELSE FALSE
                END
            ), TRUE),
            MIN(COALESCE(
                text_refusal(COALESCE(s.key, s.value::VARCHAR), 'a source in ' || :p_parameter, 250, TRUE),
                text_refusal(COALESCE(o.key, o.value::VARCHAR), 'an object in ' || :p_parameter, 250, FALSE),
                text_refusal(a.value::VARCHAR, 'an attribute in ' || :p_parameter, 250, FALSE)
            )),
            TO_JSON(ARRAY_AGG(OBJECT_CONSTRUCT(
                's', COALESCE(s.key, s.value::VARCHAR), 'o', COALESCE(o.key, o.value::VARCHAR), 'a', a.value::VARCHAR
            )))
        INTO :v_is_shaped, :v_refusal, :v_items
        FROM TABLE(FLATTEN(input => PARSE_JSON(:p_text))) AS s,
            LATERAL FLATTEN(input => s.value, outer => TRUE) AS o,
            LATERAL FLATTEN(input => o.value, outer => TRUE) AS a;
    END IF;
    IF (NOT COALESCE(v_is_shaped, FALSE)) THEN
        v_refusal := 'PT011: ' || p_parameter || ' is ' || LEFT(p_text, 200)
            || '; give ["S"], {"S": ["object"]} or {"S": {"object": ["attribute"]}}';
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        CALL raise_error(:v_refusal);
    END IF;
    RETURN v_items;
END;
$$;
