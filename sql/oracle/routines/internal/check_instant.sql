-- check_instant: refuses an instant that lies outside every calendar. Internal.
--
-- p_value      the instant; NULL passes
-- p_parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE PROCEDURE check_instant(p_value IN TIMESTAMP WITH TIME ZONE, p_parameter IN VARCHAR2)
AUTHID DEFINER
IS
BEGIN
    -- The range that every client can read back: the years before 1 are Oracle's own.
    IF p_value NOT BETWEEN TIMESTAMP '0001-01-01 00:00:00 +00:00' AND TIMESTAMP '9999-12-31 23:59:59.999999 +00:00' THEN
        raise_error(
            'PT011: % is %; give an instant in the years 1 to 9999',
            p_parameter, TO_CHAR(SYS_EXTRACT_UTC(p_value), 'SYYYY-MM-DD HH24:MI:SS') || ' UTC'
        );
    END IF;
END check_instant;
/
