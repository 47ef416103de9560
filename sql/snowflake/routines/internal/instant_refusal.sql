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
        WHEN p_value NOT BETWEEN TO_TIMESTAMP_TZ('0001-01-01 00:00:00.000000 +0000', 'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM')
            AND TO_TIMESTAMP_TZ('9999-12-31 23:59:59.999999 +0000', 'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM')
            THEN 'PT011: ' || p_parameter || ' is '
                || TO_VARCHAR(CONVERT_TIMEZONE('UTC', p_value), 'YYYY-MM-DD HH24:MI:SS')
                || ' UTC; give an instant in the years 1 to 9999'
    END
$$;
