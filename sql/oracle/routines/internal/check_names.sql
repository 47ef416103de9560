-- check_names: refuses what is no JSON array of names. Internal.
--
-- p_text       such as ["a", "b"]
-- p_parameter  name of the parameter, for the message
-- p_length     characters that a name may have
-- Errors: PT011 invalid_argument. Tables: none.
-- An element is read within an array of its own, which shows its type: ["a"], [1], [null]. One of more bytes than a
-- column of JSON_TABLE holds is NULL.
CREATE OR REPLACE PROCEDURE check_names(p_text IN CLOB, p_parameter IN VARCHAR2, p_length IN NUMBER)
AUTHID DEFINER
IS
    v_others NUMBER;
    v_too_long NUMBER;
BEGIN
    check_json(p_text, p_parameter);
    SELECT
        COUNT(CASE WHEN element.item NOT LIKE '["%' THEN 1 END),
        COUNT(CASE WHEN element.item IS NULL THEN 1 END)
    INTO v_others, v_too_long
    FROM JSON_TABLE(
        p_text, '$[*]' COLUMNS (item VARCHAR2(4000) FORMAT JSON WITH WRAPPER PATH '$')
    ) element;
    IF v_others > 0 THEN
        raise_error(
            'PT011: % is %; give a JSON array of names, such as ["a", "b"]', p_parameter, SUBSTR(p_text, 1, 200)
        );
    ELSIF v_too_long > 0 THEN
        raise_error(
            'PT011: a name in % has thousands of characters; at most % are stored: shorten it', p_parameter, p_length
        );
    END IF;
    FOR element IN (
        SELECT item.name
        FROM JSON_TABLE(p_text, '$[*]' COLUMNS (name VARCHAR2(4000) PATH '$')) item
        WHERE item.name IS NULL OR NOT REGEXP_LIKE(item.name, '[^[:space:]]') OR LENGTH(item.name) > p_length
    ) LOOP
        check_text(element.name, 'a name in ' || p_parameter, p_length);
    END LOOP;
END check_names;
/
