-- instant_text: an instant in a list of an internal routine. Internal.
--
-- p_instant  the instant
-- Returns: text in UTC, to the microsecond, for the format YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM. Errors: none.
-- Tables: none.
CREATE OR REPLACE FUNCTION instant_text(p_instant TIMESTAMP_TZ)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    TO_VARCHAR(CONVERT_TIMEZONE('UTC', p_instant), 'YYYY-MM-DD HH24:MI:SS.FF6') || ' +0000'
$$;
