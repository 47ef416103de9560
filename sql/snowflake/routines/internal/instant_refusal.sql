-- instant_refusal: why an instant is refused: it lies outside every calendar. Internal.
--
-- p_value      the instant; NULL passes
-- p_parameter  name of the parameter, for the message
-- Returns: the message for raise_error, PT011 invalid_argument; NULL when the instant is fine. Tables: none.
CREATE OR REPLACE FUNCTION instant_refusal(p_value TIMESTAMP_TZ, p_parameter VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    CASE
        WHEN YEAR(CONVERT_TIMEZONE('UTC', p_value)) NOT BETWEEN 1 AND 9999
            THEN 'PT011: ' || p_parameter || ' is '
                || TO_VARCHAR(CONVERT_TIMEZONE('UTC', p_value), 'YYYY-MM-DD HH24:MI:SS')
                || ' UTC; give an instant in the years 1 to 9999'
    END
$$;
