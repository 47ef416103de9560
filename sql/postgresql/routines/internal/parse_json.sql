-- parse_json: JSON text as a value that can be queried. Internal.
--
-- p_text       the text; NULL gives NULL
-- p_parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION parse_json(p_text text, p_parameter text) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    RETURN p_text::jsonb;
EXCEPTION
    -- 22P05: an escaped NUL character, which no text column can hold.
    WHEN invalid_text_representation OR untranslatable_character OR numeric_value_out_of_range
        OR statement_too_complex OR program_limit_exceeded THEN
        RAISE EXCEPTION 'PT011: % is not JSON: "%" (%)', p_parameter, left(p_text, 200), sqlerrm
            USING ERRCODE = 'PT011';
END;
$$;
