-- utc_text: an instant as a message shows it. Internal.
--
-- p_instant  the instant
-- Returns: text in UTC, to the second. Errors: none. Tables: none.
CREATE OR REPLACE FUNCTION utc_text(p_instant timestamptz) RETURNS text
LANGUAGE sql STABLE
AS $$
    SELECT to_char(p_instant AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC';
$$;
