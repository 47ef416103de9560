-- location_id_of: the location of a path, added when it is new. Internal.
--
-- p_location_path  path of the location; a trailing slash does not count
-- p_location_name  name for a new location; NULL: the last folder of the path, with its key behind it when taken
-- p_actor_id       who adds it
-- Returns: location_id. A known path keeps its name, whatever name is given.
-- Errors: PT011 invalid_argument, PT013 duplicate. Tables: location_lkup, location_type_lkup.
CREATE OR REPLACE FUNCTION location_id_of(p_location_path text, p_location_name text, p_actor_id integer)
RETURNS integer
LANGUAGE plpgsql
AS $$
DECLARE
    v_path text := location_path_of(p_location_path);
    v_bucket text := substring(v_path FROM '(?i)^s3[an]?://([^/]*)');
    v_name text := p_location_name;
    v_new_id integer;
    v_id integer;
BEGIN
    PERFORM check_text(v_path, 'location_path', 750);
    PERFORM check_text(p_location_name, 'location_name', 750, false);
    IF v_bucket = '' OR v_path ~* '^s3[an]?:/*$' THEN
        RAISE EXCEPTION 'PT011: location_path is "%", which names no bucket; give s3://bucket/folder', p_location_path
            USING ERRCODE = 'PT011';
    END IF;
    SELECT location_id INTO v_id FROM location_lkup WHERE location_path = v_path;
    IF v_id IS NOT NULL THEN
        RETURN v_id;
    END IF;
    FOR v_attempt IN 1..3 LOOP
        v_new_id := nextval(pg_get_serial_sequence('location_lkup', 'location_id'));
        IF p_location_name IS NULL THEN
            v_name := coalesce(substring(v_path FROM '([^/\\]+)[/\\]*$'), v_path);
            IF EXISTS (SELECT 1 FROM location_lkup WHERE location_name = v_name) THEN
                v_name := left(v_name, 730) || ' - ' || v_new_id;
            END IF;
        END IF;
        INSERT INTO location_lkup (
            location_id, location_name, location_path, location_type_id, location_bucket_name, created_by, updated_by
        )
        SELECT v_new_id, v_name, v_path, lt.location_type_id, v_bucket, p_actor_id, p_actor_id
        FROM location_type_lkup AS lt
        WHERE lt.location_type_name = CASE WHEN v_bucket IS NULL THEN 'Local Filesystem' ELSE 'S3' END
        ON CONFLICT DO NOTHING;
        -- Read again rather than RETURNING: another session may have added the path, or taken the name, first.
        SELECT location_id INTO v_id FROM location_lkup WHERE location_path = v_path;
        IF v_id IS NOT NULL THEN
            RETURN v_id;
        END IF;
        EXIT WHEN p_location_name IS NOT NULL;
    END LOOP;
    RAISE EXCEPTION 'PT013: location_name is "%", which the location "%" has already; give "%" another name',
        v_name, (SELECT location_path FROM location_lkup WHERE location_name = v_name), v_path
        USING ERRCODE = 'PT013';
END;
$$;
