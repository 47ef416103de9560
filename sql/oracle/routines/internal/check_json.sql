-- check_json: refuses a text that is no JSON, or holds the NUL character, which no text of the store does. Internal.
--
-- p_text       the text; NULL passes
-- p_parameter  name of the parameter, for the message
-- Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE PROCEDURE check_json(p_text IN CLOB, p_parameter IN VARCHAR2)
AUTHID DEFINER
IS
    v_number NUMBER;
BEGIN
    IF p_text IS NULL THEN
        RETURN;
    END IF;
    SELECT COUNT(*) INTO v_number FROM dual WHERE p_text IS JSON STRICT WITH UNIQUE KEYS;
    -- Not where its backslash is itself an escaped one.
    IF v_number = 0 OR INSTR(REPLACE(p_text, '\\', ''), '\u0000') > 0 THEN
        raise_error('PT011: % is no JSON array or object: "%"', p_parameter, SUBSTR(p_text, 1, 200));
    END IF;
END check_json;
/
