-- bucket_of: the bucket that a path lies in. Internal.
--
-- p_location_path  path as location_path_of gives it
-- Returns: the bucket of an S3 path, '' when it names none; NULL for any other path. Errors: none. Tables: none.
CREATE OR REPLACE FUNCTION bucket_of(p_location_path VARCHAR)
RETURNS VARCHAR
LANGUAGE SQL
IMMUTABLE
AS
$$
    CASE
        WHEN REGEXP_LIKE(p_location_path, 's3[an]?:/*', 'i') THEN ''
        WHEN REGEXP_LIKE(p_location_path, 's3[an]?://.*', 'is') THEN SPLIT_PART(p_location_path, '/', 3)
    END
$$;
