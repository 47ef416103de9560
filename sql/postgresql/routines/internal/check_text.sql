-- check_text: refuses a name that is missing, blank or too long for its column. Internal.
--
-- p_value      the text as the caller gave it
-- p_parameter  name of the parameter, for the message
-- p_length     characters that the column holds; NULL: any number
-- p_required   whether NULL is refused too
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION check_text(
    p_value text,
    p_parameter text,
    p_length integer,
    p_required boolean DEFAULT true
) RETURNS void
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
    IF p_value IS NULL THEN
        IF p_required THEN
            RAISE EXCEPTION 'PT011: % is missing; give a value', p_parameter USING ERRCODE = 'PT011';
        END IF;
    ELSIF p_value !~ '[^[:space:]]' THEN
        RAISE EXCEPTION 'PT011: % is "%", which is blank; give a name', p_parameter, p_value
            USING ERRCODE = 'PT011';
    ELSIF length(p_value) > p_length THEN
        RAISE EXCEPTION 'PT011: % has % characters, "%..."; at most % are stored: shorten it',
            p_parameter, length(p_value), left(p_value, 40), p_length
            USING ERRCODE = 'PT011';
    END IF;
END;
$$;
