-- dates_refusal: why a range of dates is refused: its low lies above its high. Internal.
--
-- p_low, p_high  the range as it would be stored; NULL: open
-- p_what         what the range belongs to, for the message
-- Returns: the message for raise_error, PT011 invalid_argument; NULL when the range is fine. Tables: none.
CREATE OR REPLACE FUNCTION dates_refusal(p_low TIMESTAMP_TZ, p_high TIMESTAMP_TZ, p_what VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    CASE
        WHEN p_low > p_high
            THEN 'PT011: the dates of ' || p_what || ' would run from '
                || TO_VARCHAR(CONVERT_TIMEZONE('UTC', p_low), 'YYYY-MM-DD HH24:MI:SS') || ' UTC to '
                || TO_VARCHAR(CONVERT_TIMEZONE('UTC', p_high), 'YYYY-MM-DD HH24:MI:SS')
                || ' UTC; the low date may not lie above the high date'
    END
$$;
