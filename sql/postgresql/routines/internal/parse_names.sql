-- parse_names: a JSON array of names as an array, in name order, each once. Internal.
--
-- p_text       JSON text such as ["a", "b"]
-- p_parameter  name of the parameter, for the message
-- p_length     characters that a name may have
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION parse_names(p_text text, p_parameter text, p_length integer) RETURNS text []
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT
AS $$
DECLARE
    v_json jsonb := parse_json(p_text, p_parameter);
    v_names text[];
BEGIN
    IF jsonb_typeof(v_json) <> 'array' OR jsonb_path_exists(v_json, 'strict $[*] ? (@.type() != "string")') THEN
        RAISE EXCEPTION 'PT011: % is %; give a JSON array of names, such as ["a", "b"]', p_parameter, left(p_text, 200)
            USING ERRCODE = 'PT011';
    END IF;
    SELECT array_agg(DISTINCT item.name ORDER BY item.name)
    INTO v_names
    FROM jsonb_array_elements_text(v_json) AS item (name);
    PERFORM check_text(item.name, 'a name in ' || p_parameter, p_length)
    FROM unnest(v_names) AS item (name);
    RETURN coalesce(v_names, '{}');
END;
$$;
