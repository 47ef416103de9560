-- parse_uuid: a GUID in any of its spellings, as it is stored. Internal.
--
-- p_uuid       the GUID, in either case, with or without hyphens and braces; NULL passes
-- p_parameter  name of the parameter, for the message
-- Returns: lower case with hyphens. Errors: PT011 invalid_argument. Tables: none.
CREATE OR REPLACE FUNCTION parse_uuid(p_uuid IN VARCHAR2, p_parameter IN VARCHAR2) RETURN VARCHAR2
AUTHID DEFINER
IS
    v_hex VARCHAR2(32767) := REPLACE(LOWER(p_uuid), '-');
BEGIN
    IF p_uuid IS NULL THEN
        RETURN NULL;
    END IF;
    IF v_hex LIKE '{%}' THEN
        v_hex := SUBSTR(v_hex, 2, LENGTH(v_hex) - 2);
    END IF;
    -- Nothing is left of hyphens alone.
    IF v_hex IS NULL OR LENGTH(v_hex) <> 32 OR REGEXP_LIKE(v_hex, '[^[:xdigit:]]') THEN
        raise_error(
            'PT011: % is "%"; give a GUID such as 123e4567-e89b-12d3-a456-426614174000', p_parameter, p_uuid
        );
    END IF;
    RETURN SUBSTR(v_hex, 1, 8) || '-' || SUBSTR(v_hex, 9, 4) || '-' || SUBSTR(v_hex, 13, 4) || '-'
        || SUBSTR(v_hex, 17, 4) || '-' || SUBSTR(v_hex, 21);
END parse_uuid;
/
