-- system_integer: a setting of the store that is a whole number. Internal.
--
-- p_system_key  name of the setting
-- Returns: its value; NULL when it is not set. Errors: none. Tables: system_lkup.
CREATE OR REPLACE FUNCTION system_integer(p_system_key IN VARCHAR2) RETURN NUMBER
AUTHID DEFINER
IS
    v_value system_lkup.system_value%TYPE;
BEGIN
    SELECT MAX(system_value) INTO v_value FROM system_lkup WHERE system_key = p_system_key;
    RETURN TO_NUMBER(v_value);
END system_integer;
/
