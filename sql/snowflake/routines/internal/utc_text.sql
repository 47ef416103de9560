-- utc_text: an instant as a message shows it. Internal.
--
-- p_instant  the instant
-- Returns: text in UTC, to the second. Errors: none. Tables: none.
CREATE OR REPLACE FUNCTION utc_text(p_instant TIMESTAMP_TZ)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    TO_VARCHAR(CONVERT_TIMEZONE('UTC', p_instant), 'YYYY-MM-DD HH24:MI:SS') || ' UTC'
$$;
