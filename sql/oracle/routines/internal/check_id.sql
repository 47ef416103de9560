-- check_id: refuses the key of a run or an extract that is missing. Internal.
--
-- p_value      the key as the caller gave it
-- p_parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE PROCEDURE check_id(p_value IN NUMBER, p_parameter IN VARCHAR2)
AUTHID DEFINER
IS
BEGIN
    IF p_value IS NULL THEN
        raise_error('PT011: % is missing; give the key that the store returned when it was registered', p_parameter);
    END IF;
END check_id;
/
