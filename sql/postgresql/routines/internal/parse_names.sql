-- parse_names: a JSON array of names as an array, in name order, each once. Internal.
--
-- p_json       such as ["a", "b"]
-- p_parameter  name of the parameter, for the message
-- p_length     characters that a name may have
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION parse_names(p_json jsonb, p_parameter text, p_length integer) RETURNS text[]
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_names text[];
    v_name text;
BEGIN
    IF jsonb_typeof(p_json) <> 'array' OR jsonb_path_exists(p_json, 'strict $[*] ? (@.type() != "string")') THEN
        RAISE EXCEPTION 'PT011: % is %; give a JSON array of names, such as ["a", "b"]', p_parameter, left(p_json::text, 200)
            USING ERRCODE = 'PT011';
    END IF;
    SELECT array_agg(DISTINCT item.name ORDER BY item.name)
    INTO v_names
    FROM jsonb_array_elements_text(p_json) AS item (name);
    FOREACH v_name IN ARRAY coalesce(v_names, '{}') LOOP
        PERFORM check_text(v_name, 'a name in ' || p_parameter, p_length);
    END LOOP;
    RETURN coalesce(v_names, '{}');
END;
$$;
