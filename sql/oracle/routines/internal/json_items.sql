-- json_items: a JSON array or object as an array of items, whose names and types JSON_TABLE can read. Internal.
--
-- A path of Oracle's finds a member by its name, but does not tell names. So each element and each member becomes an
-- object: m: 1 for a member, else 0; t: string, array, object or other; n: the member's name, or the string; v: for an
-- array or object its items. {"S": ["a"]} becomes
-- [{"m": 1, "n": "S", "t": "array", "v": [{"m": 0, "n": "a", "t": "string"}]}].
-- p_text  JSON array or object, looked at by check_json
-- Returns: JSON array. Errors: none. Tables: none.
CREATE OR REPLACE FUNCTION json_items(p_text IN CLOB) RETURN CLOB
AUTHID DEFINER
IS
    FUNCTION items_of(p_element IN JSON_ELEMENT_T) RETURN JSON_ARRAY_T IS
        v_items JSON_ARRAY_T := JSON_ARRAY_T();
        v_array JSON_ARRAY_T;
        v_object JSON_OBJECT_T;
        v_keys JSON_KEY_LIST;

        PROCEDURE add_item(p_is_member IN NUMBER, p_name IN VARCHAR2, p_value IN JSON_ELEMENT_T) IS
            v_item JSON_OBJECT_T := JSON_OBJECT_T();
        BEGIN
            v_item.put('m', p_is_member);
            v_item.put('n', p_name);
            IF p_value.is_array() THEN
                v_item.put('t', 'array');
                v_item.put('v', items_of(p_value));
            ELSIF p_value.is_object() THEN
                v_item.put('t', 'object');
                v_item.put('v', items_of(p_value));
            ELSIF p_value.is_string() THEN
                v_item.put('t', 'string');
            ELSE
                v_item.put('t', 'other');
            END IF;
            v_items.append(v_item);
        END add_item;
    BEGIN
        IF p_element.is_array() THEN
            v_array := TREAT(p_element AS JSON_ARRAY_T);
            FOR v_at IN 0 .. v_array.get_size() - 1 LOOP
                IF v_array.get(v_at).is_string() THEN
                    add_item(0, v_array.get_string(v_at), v_array.get(v_at));
                ELSE
                    add_item(0, NULL, v_array.get(v_at));
                END IF;
            END LOOP;
        ELSE
            v_object := TREAT(p_element AS JSON_OBJECT_T);
            -- An empty object has no list of names.
            IF v_object.get_size() > 0 THEN
                v_keys := v_object.get_keys();
                FOR v_at IN 1 .. v_keys.COUNT LOOP
                    add_item(1, v_keys(v_at), v_object.get(v_keys(v_at)));
                END LOOP;
            END IF;
        END IF;
        RETURN v_items;
    END items_of;
BEGIN
    RETURN items_of(JSON_ELEMENT_T.parse(p_text)).to_clob();
END json_items;
/
