-- uuid_text: a GUID in any of its spellings, as it is stored. Internal.
--
-- p_uuid  the GUID, in either case, with or without hyphens and braces
-- Returns: lower case with hyphens; what is no GUID comes back as something that is none. Errors: none. Tables: none.
CREATE OR REPLACE FUNCTION uuid_text(p_uuid VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    REGEXP_REPLACE(
        LOWER(p_uuid),
        '[{]?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})[}]?',
        '\\1-\\2-\\3-\\4-\\5'
    )
$$;
