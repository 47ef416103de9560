-- location_id_of: the location of a path, added when it is new. Internal.
--
-- p_location_path  path as location_path_of gives it, checked, the store locked
-- p_location_name  name for a new location, checked; NULL: the last folder of the path, with its key behind it when
--                  taken
-- p_actor_id       who adds it
-- Returns: location_id. A known path keeps its name, whatever name is given.
-- Errors: PT013 duplicate. Tables: location_lkup, location_type_lkup.
CREATE OR REPLACE PROCEDURE location_id_of(p_location_path VARCHAR, p_location_name VARCHAR, p_actor_id NUMBER)
RETURNS NUMBER
LANGUAGE SQL
EXECUTE AS OWNER
AS
$$
DECLARE
    v_bucket VARCHAR DEFAULT bucket_of(p_location_path);
    v_folder VARCHAR DEFAULT SPLIT_PART(REPLACE(RTRIM(p_location_path, '/\\'), '\\', '/'), '/', -1);
    v_name VARCHAR DEFAULT NULL;
    v_other VARCHAR DEFAULT NULL;
    v_id NUMBER DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
BEGIN
    SELECT l.location_id INTO :v_id FROM location_lkup AS l WHERE l.location_path = :p_location_path;
    IF (v_id IS NOT NULL) THEN
        RETURN v_id;
    END IF;
    v_name := COALESCE(p_location_name, NULLIF(v_folder, ''), p_location_path);
    SELECT MAX(l.location_path) INTO :v_other FROM location_lkup AS l WHERE l.location_name = :v_name;
    IF (p_location_name IS NULL OR v_other IS NULL) THEN
        MERGE INTO location_lkup AS known
        USING (
            SELECT
                :p_location_path AS location_path,
                -- A name with the key in it follows when the key is known.
                IFF(:v_other IS NULL, :v_name, :p_location_path) AS location_name,
                lt.location_type_id
            FROM location_type_lkup AS lt
            WHERE lt.location_type_name = IFF(:v_bucket IS NULL, 'Local Filesystem', 'S3')
        ) AS given
            ON known.location_path = given.location_path
        WHEN NOT MATCHED THEN
            INSERT (
                location_name, location_path, location_type_id, location_bucket_name, created_by, updated_by
            )
            VALUES (
                given.location_name, given.location_path, given.location_type_id, :v_bucket, :p_actor_id, :p_actor_id
            );
        SELECT l.location_id INTO :v_id FROM location_lkup AS l WHERE l.location_path = :p_location_path;
        IF (v_other IS NOT NULL) THEN
            v_name := LEFT(v_name, 730) || ' - ' || v_id;
            v_other := (SELECT MAX(l.location_path) FROM location_lkup AS l WHERE l.location_name = :v_name);
            IF (v_other IS NULL) THEN
                UPDATE location_lkup SET location_name = :v_name WHERE location_id = :v_id;
            END IF;
        END IF;
    END IF;
    IF (v_other IS NOT NULL) THEN
        v_refusal := 'PT013: location_name is "' || v_name || '", which the location "' || v_other
            || '" has already; give "' || p_location_path || '" another name';
        CALL raise_error(:v_refusal);
    END IF;
    RETURN v_id;
END;
$$;
