-- text_refusal: why a name is refused: it is missing, blank, or too long for its column. Internal.
--
-- p_value        the text as the caller gave it
-- p_parameter    name of the parameter, for the message
-- p_length       characters that the column holds; NULL: any number
-- p_is_required  whether NULL is refused too
-- Returns: the message for raise_error, PT011 invalid_argument; NULL when the text is fine. Tables: none.
CREATE OR REPLACE FUNCTION text_refusal(
    p_value VARCHAR, p_parameter VARCHAR, p_length NUMBER, p_is_required BOOLEAN
)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    CASE
        WHEN p_value IS NULL
            THEN IFF(p_is_required, 'PT011: ' || p_parameter || ' is missing; give a value', NULL)
        WHEN NOT REGEXP_LIKE(p_value, '.*[^[:space:]].*', 's')
            THEN 'PT011: ' || p_parameter || ' is "' || p_value || '", which is blank; give a name'
        WHEN LENGTH(p_value) > p_length
            THEN 'PT011: ' || p_parameter || ' has ' || LENGTH(p_value) || ' characters, "' || LEFT(p_value, 40)
                || '..."; at most ' || p_length || ' are stored: shorten it'
    END
$$;
