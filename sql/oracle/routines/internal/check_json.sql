-- check_json: refuses a text that is no JSON array or object, or holds the NUL character. Internal.
--
-- No text of the store has that character.
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
    -- From Oracle 21c on, a number or a string alone is JSON too. A NUL's backslash is not itself an escaped one.
    IF v_number = 0 OR SUBSTR(LTRIM(p_text, ' ' || CHR(9) || CHR(10) || CHR(13)), 1, 1) NOT IN ('[', '{')
        OR INSTR(REPLACE(p_text, '\\', ''), '\u0000') > 0 THEN
        raise_error('PT011: % is no JSON array or object: "%"', p_parameter, SUBSTR(p_text, 1, 200));
    END IF;
END check_json;
/
