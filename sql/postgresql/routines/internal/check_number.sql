-- check_number: refuses a number that is none. Internal.
--
-- p_value      the number; NULL is none given
-- p_parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION check_number(p_value numeric, p_parameter text) RETURNS void
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
    IF p_value IN ('NaN', 'Infinity', '-Infinity') THEN
        RAISE EXCEPTION 'PT011: % is %; give a finite number', p_parameter, p_value USING ERRCODE = 'PT011';
    END IF;
END;
$$;
