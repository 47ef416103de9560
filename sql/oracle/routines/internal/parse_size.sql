-- parse_size: the number in the size of a file. Internal.
--
-- p_size      the size as the caller gave it: a number, and perhaps a unit
-- p_unit_id   the unit that was found for it; NULL: there is none
-- p_filename  the file, for the message
-- Returns: the number; NULL gives NULL. Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION parse_size(
    p_size IN VARCHAR2,
    p_unit_id IN NUMBER,
    p_filename IN VARCHAR2
) RETURN NUMBER
AUTHID DEFINER
IS
BEGIN
    IF p_unit_id IS NULL
        OR NOT REGEXP_LIKE(
            p_size, '^[[:space:]]*([0-9]{1,38}|[0-9]{0,38}\.[0-9]{1,20})[[:space:]]*[[:alpha:]]*[[:space:]]*$'
        ) THEN
        raise_error(
            'PT011: the size of "%" is "%"; give a number and a unit (B, KB, MB, GB), such as 12.5 MB',
            p_filename, p_size
        );
    END IF;
    -- A point, whatever the session takes for one; with nothing before it where Oracle has made a text of JSON's 0.5.
    RETURN TO_NUMBER(
        REGEXP_SUBSTR(p_size, '[0-9]*\.?[0-9]+'),
        '99999999999999999999999999999999999999D99999999999999999999', 'NLS_NUMERIC_CHARACTERS=''.,'''
    );
END parse_size;
/
