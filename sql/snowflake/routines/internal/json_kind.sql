-- json_kind: what a text is as JSON. Internal.
--
-- p_text  the text
-- Returns: ARRAY, OBJECT, or what else TYPEOF answers; NULL when it is no JSON, or none that is taken. Errors: none.
-- Tables: none.
-- Snowflake reads more than JSON: where an element is left out, as in [1,], it sees an undefined one. And an escaped
-- NUL is JSON, but no text everywhere; an escaped backslash is taken out, so that what stands behind it is no escape.
CREATE OR REPLACE FUNCTION json_kind(p_text VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    CASE
        WHEN NOT CONTAINS(REPLACE(p_text, '\\\\', ''), '\\u0000')
            AND NOT REGEXP_LIKE(
                REGEXP_REPLACE(p_text, '"([^"\\\\]|\\\\.)*"', '""'),
                '.*([[{,][[:space:]]*,|,[[:space:]]*[]}]).*',
                's'
            )
            THEN TYPEOF(TRY_PARSE_JSON(p_text))
    END
$$;
