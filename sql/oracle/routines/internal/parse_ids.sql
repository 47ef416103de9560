-- parse_ids: a JSON array of ids, each once. Internal.
--
-- p_text       JSON text such as [1, 2]
-- p_parameter  name of the parameter, for the message
-- Returns: a JSON array. Errors: PT011 invalid_argument. Tables: none.
-- An element is read within an array of its own, which tells a number from a text: [1], ["1"].
CREATE OR REPLACE FUNCTION parse_ids(p_text IN CLOB, p_parameter IN VARCHAR2) RETURN CLOB
AUTHID DEFINER
IS
    v_wrong NUMBER;
    v_ids CLOB;
BEGIN
    check_json(p_text, p_parameter);
    SELECT
        COUNT(
            CASE
                WHEN element.item IS NULL OR NOT REGEXP_LIKE(element.item, '^\[-?[0-9]{1,19}\]$')
                    OR NOT element.id BETWEEN -9223372036854775808 AND 9223372036854775807 THEN 1
            END
        )
    INTO v_wrong
    FROM JSON_TABLE(
        p_text, '$[*]' COLUMNS (
            item VARCHAR2(4000) FORMAT JSON WITH WRAPPER PATH '$',
            id NUMBER PATH '$'
        )
    ) element;
    IF p_text IS NULL OR v_wrong > 0 THEN
        raise_error(
            'PT011: % is %; give a JSON array of ids, such as [1, 2]',
            p_parameter, COALESCE(SUBSTR(p_text, 1, 200), 'missing')
        );
    END IF;
    SELECT JSON_ARRAYAGG(item.id RETURNING CLOB) INTO v_ids
    FROM (
        SELECT DISTINCT element.id
        FROM JSON_TABLE(p_text, '$[*]' COLUMNS (id NUMBER PATH '$')) element
    ) item;
    RETURN COALESCE(v_ids, '[]');
END parse_ids;
/
