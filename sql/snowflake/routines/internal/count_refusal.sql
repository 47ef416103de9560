-- count_refusal: why a number of records is refused: it is missing, negative, or too large to be stored. Internal.
--
-- p_value      number of records
-- p_parameter  name of the parameter, for the message
-- Returns: the message for raise_error, PT011 invalid_argument; NULL when the number is fine. Tables: none.
CREATE OR REPLACE FUNCTION count_refusal(p_value NUMBER, p_parameter VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    CASE
        WHEN p_value IS NULL OR p_value < 0
            THEN 'PT011: ' || p_parameter || ' is ' || COALESCE(p_value::VARCHAR, 'missing')
                || '; give a number of records, 0 or more'
        WHEN p_value > 9223372036854775807
            THEN 'PT011: ' || p_parameter || ' is ' || p_value || '; at most 9223372036854775807 are stored'
    END
$$;
