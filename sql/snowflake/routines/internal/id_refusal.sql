-- id_refusal: why the key of a run or an extract is refused: it is missing. Internal.
--
-- p_value      the key as the caller gave it
-- p_parameter  name of the parameter, for the message
-- Returns: the message for raise_error, PT011 invalid_argument; NULL when there is a key. Tables: none.
CREATE OR REPLACE FUNCTION id_refusal(p_value NUMBER, p_parameter VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    CASE
        WHEN p_value IS NULL
            THEN 'PT011: ' || p_parameter || ' is missing; give the key that the store returned when it was registered'
    END
$$;
