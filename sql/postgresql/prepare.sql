-- Checks what an installation needs, all of it before anything is made, and makes the schema. Run by install.sql.
DO $$
DECLARE
    -- The only dynamic SQL: a schema's name cannot be a parameter of CREATE SCHEMA.
    v_schema text := current_setting('ptdb.schema');
    v_exists boolean := EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = v_schema);
    v_version text;
BEGIN
    -- Two installations at once would both see the schema missing.
    PERFORM pg_advisory_xact_lock(hashtext('ptdb install'), hashtext(v_schema));
    IF current_setting('server_version_num')::integer < 140000 THEN
        RAISE EXCEPTION 'ptdb needs PostgreSQL 14 or later; this server is %', current_setting('server_version');
    END IF;
    IF NOT v_exists AND NOT has_database_privilege(current_database(), 'CREATE') THEN
        RAISE EXCEPTION 'role "%" may not create the schema "%" in database "%"; let its owner run: GRANT CREATE ON DATABASE, or create the schema with AUTHORIZATION for you',
            current_user, v_schema, current_database();
    END IF;
    IF v_exists AND NOT has_schema_privilege(v_schema, 'CREATE') THEN
        RAISE EXCEPTION 'role "%" may not create objects in the schema "%"; install as its owner', current_user, v_schema;
    END IF;

    IF NOT v_exists THEN
        EXECUTE format('CREATE SCHEMA %I', v_schema);
        EXECUTE format('COMMENT ON SCHEMA %I IS %L', v_schema, 'ptdb: made by its install.sql');
    ELSIF to_regclass(format('%I.system_lkup', v_schema)) IS NOT NULL THEN
        EXECUTE format('SELECT system_value FROM %I.system_lkup WHERE system_key = %L', v_schema, 'version')
        INTO v_version;
        IF v_version LIKE '0.%' THEN
            RAISE EXCEPTION 'the schema "%" holds a ProcessTracker store of version %; install.sql makes new stores, upgrade/ brings old ones up to date',
                v_schema, v_version;
        ELSIF v_version IS DISTINCT FROM '1.0.0' THEN
            RAISE EXCEPTION 'the schema "%" holds a ptdb store of version %, and this is the installation of 1.0.0; use the files of that version',
                v_schema, coalesce(v_version, 'unknown');
        END IF;
    END IF;
END;
$$;
