-- parse_count: a record count of a file. Internal.
--
-- p_count     the count as the caller gave it
-- p_filename  the file, for the message
-- Returns: the number; NULL gives NULL. Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION parse_count(p_count IN VARCHAR2, p_filename IN VARCHAR2) RETURN NUMBER
AUTHID DEFINER
IS
    v_count NUMBER;
BEGIN
    IF REGEXP_LIKE(p_count, '^[0-9]{1,19}$') THEN
        v_count := TO_NUMBER(p_count);
    END IF;
    IF p_count IS NOT NULL AND (v_count IS NULL OR v_count > 9223372036854775807) THEN
        raise_error('PT011: a record count of "%" is %; give a whole number, 0 or more', p_filename, p_count);
    END IF;
    RETURN v_count;
END parse_count;
/
