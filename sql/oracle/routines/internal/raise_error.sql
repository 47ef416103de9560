-- raise_error: refuses a call. Internal.
--
-- p_template   the message: its first five characters are the code, each % stands for a value
-- p_1 ... p_4  the values in their order
-- Oracle takes 2048 bytes of a message: long values are cut first, then the end of the whole.
-- Errors: the one that it is told. Tables: none.
CREATE OR REPLACE PROCEDURE raise_error(
    p_template IN VARCHAR2,
    p_1 IN VARCHAR2 DEFAULT NULL,
    p_2 IN VARCHAR2 DEFAULT NULL,
    p_3 IN VARCHAR2 DEFAULT NULL,
    p_4 IN VARCHAR2 DEFAULT NULL
)
AUTHID DEFINER
IS
    v_message VARCHAR2(32767);
    v_rest VARCHAR2(4000) := p_template;
    v_value VARCHAR2(32767);
    v_place INTEGER;
BEGIN
    FOR v_at IN 1 .. 4 LOOP
        v_place := INSTR(v_rest, '%');
        EXIT WHEN v_place = 0;
        v_value := CASE v_at WHEN 1 THEN p_1 WHEN 2 THEN p_2 WHEN 3 THEN p_3 ELSE p_4 END;
        IF LENGTH(v_value) > 1000 THEN
            v_value := SUBSTR(v_value, 1, 997) || '...';
        END IF;
        v_message := v_message || SUBSTR(v_rest, 1, v_place - 1) || v_value;
        v_rest := SUBSTR(v_rest, v_place + 1);
    END LOOP;
    v_message := v_message || v_rest;
    IF LENGTHB(v_message) > 2048 THEN
        v_message := SUBSTRB(v_message, 1, 2045) || '...';
    END IF;
    RAISE_APPLICATION_ERROR(-20000 - TO_NUMBER(SUBSTR(p_template, 3, 3)), v_message);
END raise_error;
/
