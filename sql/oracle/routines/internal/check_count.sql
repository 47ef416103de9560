-- check_count: refuses a number of records that is missing or negative. Internal.
--
-- p_value      number of records
-- p_parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE PROCEDURE check_count(p_value IN NUMBER, p_parameter IN VARCHAR2)
AUTHID DEFINER
IS
BEGIN
    IF p_value IS NULL OR p_value < 0 THEN
        raise_error(
            'PT011: % is %; give a number of records, 0 or more', p_parameter, COALESCE(TO_CHAR(p_value), 'missing')
        );
    END IF;
END check_count;
/
