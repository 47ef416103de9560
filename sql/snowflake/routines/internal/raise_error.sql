-- raise_error: refuses a call. Internal.
--
-- p_message  the message; it begins with its code, such as PT011:
-- A declared exception takes a literal as its message, so a computed one becomes a quoted literal in the text
-- of a block. This is the only text that is put together; a quote or a backslash cannot end the literal.
-- Errors: the one that it is told, as the exception -20nnn. Tables: none.
CREATE OR REPLACE PROCEDURE raise_error(p_message VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_block VARCHAR DEFAULT NULL;
BEGIN
    v_block := 'DECLARE refusal EXCEPTION (-20' || SUBSTR(p_message, 3, 3) || ', '''
        || REPLACE(REPLACE(p_message, '\\', '\\\\'), '''', '\\''')
        || '''); BEGIN RAISE refusal; END;';
    EXECUTE IMMEDIATE :v_block;
END;
$$;
