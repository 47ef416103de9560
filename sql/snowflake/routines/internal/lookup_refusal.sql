-- lookup_refusal: why the name of a lookup is refused: it has no such row. Internal.
--
-- p_id     the key that was found; NULL: none
-- p_what   what the lookup holds, for the message
-- p_name   the name that was looked for
-- p_known  the names that there are, for the message
-- Returns: the message for raise_error, PT008 lookup_not_found; NULL when there is one. Tables: none.
CREATE OR REPLACE FUNCTION lookup_refusal(p_id NUMBER, p_what VARCHAR, p_name VARCHAR, p_known VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    CASE
        WHEN p_id IS NULL
            THEN 'PT008: there is no ' || p_what || ' "' || p_name || '"; the known ones are ' || p_known
    END
$$;
