-- uuid_refusal: why a GUID is refused: it is none. Internal.
--
-- p_uuid       the GUID as the caller gave it; NULL passes
-- p_parameter  name of the parameter, for the message
-- Returns: the message for raise_error, PT011 invalid_argument; NULL when it is one. Tables: none.
CREATE OR REPLACE FUNCTION uuid_refusal(p_uuid VARCHAR, p_parameter VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    IFF(
        REGEXP_LIKE(uuid_text(p_uuid), '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
        NULL,
        'PT011: ' || p_parameter || ' is "' || p_uuid || '"; give a GUID such as 123e4567-e89b-12d3-a456-426614174000'
    )
$$;
