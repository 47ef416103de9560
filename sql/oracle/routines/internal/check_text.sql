-- check_text: refuses a name that is missing, blank or too long for its column. Internal.
--
-- p_value      the text as the caller gave it; the empty one is NULL in Oracle
-- p_parameter  name of the parameter, for the message
-- p_length     characters that the column holds; NULL: any number
-- p_required   whether NULL is refused too
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE PROCEDURE check_text(
    p_value IN VARCHAR2,
    p_parameter IN VARCHAR2,
    p_length IN NUMBER,
    p_required IN BOOLEAN DEFAULT TRUE
)
AUTHID DEFINER
IS
BEGIN
    IF p_value IS NULL THEN
        IF p_required THEN
            raise_error('PT011: % is missing; give a value', p_parameter);
        END IF;
    ELSIF NOT REGEXP_LIKE(p_value, '[^[:space:]]') THEN
        raise_error('PT011: % is "%", which is blank; give a name', p_parameter, p_value);
    ELSIF LENGTH(p_value) > p_length THEN
        raise_error(
            'PT011: % has % characters, "%..."; at most % are stored: shorten it',
            p_parameter, LENGTH(p_value), SUBSTR(p_value, 1, 40), p_length
        );
    END IF;
END check_text;
/
