-- parse_ids: a JSON array of ids as an array, ascending, each once. Internal.
--
-- p_text       JSON text such as [1, 2]
-- p_parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION parse_ids(p_text text, p_parameter text) RETURNS bigint[]
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_json jsonb := parse_json(p_text, p_parameter);
    v_ids bigint[];
BEGIN
    IF jsonb_typeof(v_json) IS DISTINCT FROM 'array'
        OR jsonb_path_exists(v_json, 'strict $[*] ? (@.type() != "number")') THEN
        RAISE EXCEPTION 'PT011: % is %; give a JSON array of ids, such as [1, 2]',
            p_parameter, coalesce(left(p_text, 200), 'missing')
            USING ERRCODE = 'PT011';
    END IF;
    SELECT array_agg(DISTINCT item.id::bigint ORDER BY item.id::bigint)
    INTO v_ids
    FROM jsonb_array_elements_text(v_json) AS item (id);
    RETURN coalesce(v_ids, '{}');
EXCEPTION
    WHEN invalid_text_representation OR numeric_value_out_of_range THEN
        RAISE EXCEPTION 'PT011: % holds a number that is no id (%); give a JSON array of ids, such as [1, 2]',
            p_parameter, sqlerrm
            USING ERRCODE = 'PT011';
END;
$$;
