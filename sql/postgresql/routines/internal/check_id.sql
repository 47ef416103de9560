-- check_id: refuses the key of a run or an extract that is missing. Internal.
--
-- p_value      the key as the caller gave it
-- p_parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION check_id(p_value bigint, p_parameter text) RETURNS void
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
    IF p_value IS NULL THEN
        RAISE EXCEPTION 'PT011: % is missing; give the key that the store returned when it was registered', p_parameter
            USING ERRCODE = 'PT011';
    END IF;
END;
$$;
