-- check_count: refuses a number of records that is missing or negative. Internal.
--
-- p_value      number of records
-- p_parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION check_count(p_value bigint, p_parameter text) RETURNS void
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
    IF p_value IS NULL OR p_value < 0 THEN
        RAISE EXCEPTION 'PT011: % is %; give a number of records, 0 or more',
            p_parameter, coalesce(p_value::text, 'missing')
            USING ERRCODE = 'PT011';
    END IF;
END;
$$;
