-- iso_instant: an ISO text as an instant. Internal.
--
-- p_text  date, or date and time to the minute, the second or its fractions, with an offset, Z, or neither, then UTC
-- Returns: the instant in UTC; NULL when the text is none. Errors: none. Tables: none.
-- The text is made complete first and read by one format: what a session takes for a timestamp is for it to set.
CREATE OR REPLACE FUNCTION iso_instant(p_text VARCHAR)
RETURNS TIMESTAMP_TZ
LANGUAGE SQL
IMMUTABLE
AS
$$
    CASE
        WHEN REGEXP_LIKE(
            p_text,
            '[0-9]{4}-[0-9]{2}-[0-9]{2}'
            || '([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)? ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?'
        )
            THEN CONVERT_TIMEZONE(
                'UTC',
                TRY_TO_TIMESTAMP_TZ(
                    LEFT(p_text, 10) || ' '
                    || REGEXP_REPLACE(SUBSTR(p_text, 12), ' ?(Z|[+-].*)?$', '')
                    || SUBSTR(
                        '00:00:00.000000', LENGTH(REGEXP_REPLACE(SUBSTR(p_text, 12), ' ?(Z|[+-].*)?$', '')) + 1
                    )
                    || ' ' || REGEXP_REPLACE(SUBSTR(p_text, 12), '^[^+-]*|:', '')
                    || SUBSTR('+0000', LENGTH(REGEXP_REPLACE(SUBSTR(p_text, 12), '^[^+-]*|:', '')) + 1),
                    'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM'
                )
            )
    END
$$;
