-- Checks what an installation needs, all of it before anything is made, and makes the schema. Run by install.sql.
DO $$
DECLARE
    -- The only dynamic SQL: a schema's name cannot be a parameter of CREATE SCHEMA.
    v_schema text := current_setting('ptdb.schema');
    v_exists boolean := EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = v_schema);
    v_version text;
    v_foreign text;
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

    IF v_schema LIKE 'pg\_%' OR octet_length(v_schema) > 63 THEN
        RAISE EXCEPTION 'a schema cannot be called "%"; a name has at most 63 bytes and does not begin with pg_', v_schema;
    END IF;
    IF v_exists AND has_schema_privilege('public', v_schema, 'CREATE') THEN
        RAISE EXCEPTION 'everybody (PUBLIC) may create objects in the schema "%", and so slip a routine under those that run with your rights; run: REVOKE CREATE ON SCHEMA, or choose another schema',
            v_schema;
    END IF;

    IF NOT v_exists THEN
        EXECUTE format('CREATE SCHEMA %I', v_schema);
        EXECUTE format('COMMENT ON SCHEMA %I IS %L', v_schema, 'ptdb: made by its install.sql');
    ELSIF to_regclass(format('%I.system_lkup', v_schema)) IS NOT NULL THEN
        EXECUTE format('SELECT system_value FROM %I.system_lkup WHERE system_key = %L', v_schema, 'version')
        INTO v_version;
        IF v_version LIKE '0.%' THEN
            RAISE EXCEPTION 'the schema "%" holds a ProcessTracker store of version %; install.sql makes new stores, and this one has to be upgraded, by `processtracker upgrade` or the file in upgrade/',
                v_schema, v_version;
        ELSIF v_version IS DISTINCT FROM '1.0.0' THEN
            RAISE EXCEPTION 'the schema "%" holds a store of version %, and this is the installation of 1.0.0; use the files of that version',
                v_schema, coalesce(v_version, 'unknown');
        END IF;
    ELSE
        SELECT string_agg(c.relname, ', ' ORDER BY c.relname) INTO v_foreign
        FROM pg_class AS c
        WHERE c.relnamespace = to_regnamespace(quote_ident(v_schema))
            AND c.relname IN (
                -- tables: begin
                'actor_lkup',
                'character_set_lkup',
                'cluster_process',
                'cluster_tracking_lkup',
                'contact_lkup',
                'data_type_lkup',
                'dataset_type_lkup',
                'dependency_type_lkup',
                'error_tracking',
                'error_type_lkup',
                'execution',
                'execution_step',
                'execution_step_model',
                'extract_compression_type_lkup',
                'extract_dataset_type',
                'extract_dependency',
                'extract_filetype_lkup',
                'extract_process_tracking',
                'extract_source',
                'extract_source_object',
                'extract_status_lkup',
                'extract_tracking',
                'filesize_type_lkup',
                'filter_type_lkup',
                'location_lkup',
                'location_type_lkup',
                'process',
                'process_contact',
                'process_dataset_type',
                'process_dependency',
                'process_filter',
                'process_source',
                'process_source_object',
                'process_source_object_attribute',
                'process_status_lkup',
                'process_target',
                'process_target_object',
                'process_target_object_attribute',
                'process_tracking',
                'process_type_lkup',
                'schedule_frequency_lkup',
                'source_contact',
                'source_dataset_type',
                'source_lkup',
                'source_location',
                'source_object_attribute_lkup',
                'source_object_dataset_type',
                'source_object_lkup',
                'source_object_location',
                'source_type_lkup',
                'system_lkup',
                'tool_lkup'
                -- tables: end
            );
        IF v_foreign IS NOT NULL THEN
            RAISE EXCEPTION 'the schema "%" has objects that are none of ptdb''s but have their names: %; choose another schema',
                v_schema, v_foreign;
        END IF;
    END IF;
END;
$$;
