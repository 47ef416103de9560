-- extract_refusal: why an extract is refused: there is none. Internal.
--
-- p_found_id    the key that was found; NULL: none
-- p_extract_id  the key that was looked for
-- Returns: the message for raise_error, PT006 extract_not_found; NULL when there is one. Tables: none.
CREATE OR REPLACE FUNCTION extract_refusal(p_found_id NUMBER, p_extract_id NUMBER)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    CASE
        WHEN p_found_id IS NULL
            THEN 'PT006: there is no extract with the extract_id ' || p_extract_id
                || '; give the one that register_extract returned'
    END
$$;
