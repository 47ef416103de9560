-- location_path_of: a path as it is stored: without a trailing slash. Internal.
--
-- p_location_path  path as the caller gave it
-- Returns: the path; a Windows path loses a trailing backslash too; a root stays. Errors: none. Tables: none.
CREATE OR REPLACE FUNCTION location_path_of(p_location_path VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    CASE
        WHEN REGEXP_LIKE(p_location_path, '/+') THEN '/'
        WHEN REGEXP_LIKE(p_location_path, '[A-Za-z]:[/\\\\]+') THEN LEFT(p_location_path, 3)
        WHEN REGEXP_LIKE(p_location_path, '([A-Za-z]:|\\\\\\\\).*', 's') THEN RTRIM(p_location_path, '/\\')
        ELSE RTRIM(p_location_path, '/')
    END
$$;
