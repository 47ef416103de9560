-- Stops the installation when an object does not compile, and says where. Run by install.sql, behind objects.sql.

DECLARE
    v_number NUMBER := 0;
BEGIN
    FOR mistake IN (SELECT name, type, line, position, text FROM user_errors ORDER BY name, sequence) LOOP
        v_number := v_number + 1;
        DBMS_OUTPUT.PUT_LINE(
            mistake.type || ' ' || mistake.name || ', line ' || mistake.line || ': ' || mistake.text
        );
    END LOOP;
    IF v_number > 0 THEN
        RAISE_APPLICATION_ERROR(-20000, v_number || ' errors of compilation; the lines above say where');
    END IF;
END;
/
