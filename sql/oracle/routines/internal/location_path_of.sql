-- location_path_of: a path as it is stored: without a trailing slash. Internal.
--
-- p_location_path  path as the caller gave it
-- Returns: the path; a Windows path loses a trailing backslash too; a root stays. Errors: none. Tables: none.
CREATE OR REPLACE FUNCTION location_path_of(p_location_path IN VARCHAR2) RETURN VARCHAR2
AUTHID DEFINER
IS
BEGIN
    RETURN CASE
        WHEN REGEXP_LIKE(p_location_path, '^/+$') THEN '/'
        WHEN REGEXP_LIKE(p_location_path, '^[[:alpha:]]:[/\\]+$') THEN SUBSTR(p_location_path, 1, 3)
        WHEN REGEXP_LIKE(p_location_path, '^([[:alpha:]]:|\\\\)') THEN RTRIM(p_location_path, '/\')
        ELSE RTRIM(p_location_path, '/')
    END;
END location_path_of;
/
