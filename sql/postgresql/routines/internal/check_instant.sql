-- check_instant: refuses an instant that lies outside every calendar. Internal.
--
-- p_value      the instant; NULL passes
-- p_parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION check_instant(p_value timestamptz, p_parameter text) RETURNS void
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
    -- The range that every client can read back: infinity and years beyond 9999 are PostgreSQL's own.
    IF p_value NOT BETWEEN timestamptz '0001-01-01 00:00:00+00' AND timestamptz '9999-12-31 23:59:59.999999+00' THEN
        RAISE EXCEPTION 'PT011: % is %; give an instant in the years 1 to 9999', p_parameter, p_value
            USING ERRCODE = 'PT011';
    END IF;
END;
$$;
