-- unknown_refusal: why the name of something is refused: there is none of it. Internal.
--
-- p_id      the key that was found; NULL: none
-- p_what    what was looked for, for the message
-- p_name    the name that was looked for
-- p_remedy  what adds one, for the message
-- Returns: the message for raise_error, PT008 lookup_not_found; NULL when there is one. Tables: none.
CREATE OR REPLACE FUNCTION unknown_refusal(p_id NUMBER, p_what VARCHAR, p_name VARCHAR, p_remedy VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    CASE
        WHEN p_id IS NULL
            THEN 'PT008: there is no ' || p_what || ' "' || p_name || '"; ' || p_remedy
    END
$$;
