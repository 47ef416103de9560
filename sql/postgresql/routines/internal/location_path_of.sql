-- location_path_of: a path as it is stored: without a trailing slash. Internal.
--
-- p_location_path  path as the caller gave it
-- Returns: the path; a Windows path loses a trailing backslash too; a root stays. Errors: none. Tables: none.
CREATE OR REPLACE FUNCTION location_path_of(p_location_path text) RETURNS text
LANGUAGE sql IMMUTABLE
AS $$
    SELECT
        CASE
            WHEN p_location_path ~ '^/+$' THEN '/'
            WHEN p_location_path ~ '^[A-Za-z]:[/\\]+$' THEN left(p_location_path, 3)
            WHEN p_location_path ~ '^([A-Za-z]:|\\\\)' THEN rtrim(p_location_path, '/\')
            ELSE rtrim(p_location_path, '/')
        END;
$$;
