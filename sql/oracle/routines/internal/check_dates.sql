-- check_dates: refuses a range of dates whose low lies above its high. Internal.
--
-- p_low, p_high  the range as it would be stored; NULL: open
-- p_what         what the range belongs to, for the message
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE PROCEDURE check_dates(
    p_low IN TIMESTAMP WITH TIME ZONE,
    p_high IN TIMESTAMP WITH TIME ZONE,
    p_what IN VARCHAR2
)
AUTHID DEFINER
IS
BEGIN
    IF p_low > p_high THEN
        raise_error(
            'PT011: the dates of % would run from % to %; the low date may not lie above the high date',
            p_what, utc_text(p_low), utc_text(p_high)
        );
    END IF;
END check_dates;
/
