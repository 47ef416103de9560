-- location_id_of: the location of a path, added when it is new. Internal.
--
-- p_location_path  path of the location; a trailing slash does not count
-- p_location_name  name for a new location; NULL: the last folder of the path, with its key behind it when taken
-- p_actor_id       who adds it
-- Returns: location_id. A known path keeps its name, whatever name is given.
-- Errors: PT011 invalid_argument, PT013 duplicate. Tables: location_lkup, location_type_lkup.
CREATE OR REPLACE FUNCTION location_id_of(
    p_location_path IN VARCHAR2,
    p_location_name IN VARCHAR2,
    p_actor_id IN NUMBER
) RETURN NUMBER
AUTHID DEFINER
IS
    v_path VARCHAR2(32767) := location_path_of(p_location_path);
    v_bucket VARCHAR2(32767);
    v_name VARCHAR2(32767) := p_location_name;
    v_own_name VARCHAR2(750 CHAR);
    v_type_id location_type_lkup.location_type_id%TYPE;
    v_id location_lkup.location_id%TYPE;
    v_number NUMBER;
BEGIN
    check_text(v_path, 'location_path', 750);
    check_text(p_location_name, 'location_name', 750, FALSE);
    IF REGEXP_LIKE(v_path, '^s3[an]?:(/*$|///)', 'i') THEN
        raise_error('PT011: location_path is "%", which names no bucket; give s3://bucket/folder', p_location_path);
    END IF;
    SELECT MAX(location_id) INTO v_id FROM location_lkup WHERE location_path = v_path;
    IF v_id IS NOT NULL THEN
        RETURN v_id;
    END IF;

    v_bucket := REGEXP_SUBSTR(v_path, '^s3[an]?://([^/]+)', 1, 1, 'i', 1);
    SELECT location_type_id INTO v_type_id
    FROM location_type_lkup
    WHERE location_type_name = CASE WHEN v_bucket IS NULL THEN 'Local Filesystem' ELSE 'S3' END;
    IF v_name IS NULL THEN
        v_name := COALESCE(REGEXP_SUBSTR(v_path, '([^/\\]+)[/\\]*$', 1, 1, NULL, 1), v_path);
    END IF;
    SELECT COUNT(*) INTO v_number FROM location_lkup WHERE location_name = v_name;
    IF v_number = 0 THEN
        BEGIN
            INSERT INTO location_lkup (
                location_name, location_path, location_type_id, location_bucket_name, created_by, updated_by
            )
            VALUES (v_name, v_path, v_type_id, v_bucket, p_actor_id, p_actor_id)
            RETURNING location_id INTO v_id;
            RETURN v_id;
        EXCEPTION
            WHEN DUP_VAL_ON_INDEX THEN
                -- Another session has just added the path, or taken the name.
                SELECT MAX(location_id) INTO v_id FROM location_lkup WHERE location_path = v_path;
        END;
        IF v_id IS NOT NULL THEN
            RETURN v_id;
        END IF;
    END IF;

    IF p_location_name IS NULL THEN
        -- Under a name that nobody has, until its key is known.
        v_own_name := RAWTOHEX(SYS_GUID());
        BEGIN
            INSERT INTO location_lkup (
                location_name, location_path, location_type_id, location_bucket_name, created_by, updated_by
            )
            VALUES (v_own_name, v_path, v_type_id, v_bucket, p_actor_id, p_actor_id)
            RETURNING location_id INTO v_id;
        EXCEPTION
            WHEN DUP_VAL_ON_INDEX THEN
                -- Another session has just added the path.
                SELECT location_id INTO v_id FROM location_lkup WHERE location_path = v_path;
                RETURN v_id;
        END;
        v_name := SUBSTR(v_name, 1, 730) || ' - ' || v_id;
        BEGIN
            UPDATE location_lkup SET location_name = v_name WHERE location_id = v_id;
            RETURN v_id;
        EXCEPTION
            WHEN DUP_VAL_ON_INDEX THEN
                -- Somebody gave this very name to another location: the refusal says so.
                NULL;
        END;
    END IF;
    SELECT MAX(location_path) INTO v_own_name FROM location_lkup WHERE location_name = v_name;
    raise_error(
        'PT013: location_name is "%", which the location "%" has already; give "%" another name',
        v_name, v_own_name, v_path
    );
END location_id_of;
/
