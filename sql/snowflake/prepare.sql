-- Checks whose the schema is, before anything is made in it. Run by install.sql.

EXECUTE IMMEDIATE
$$
DECLARE
    v_version VARCHAR DEFAULT NULL;
    v_foreign VARCHAR DEFAULT NULL;
    v_refusal VARCHAR DEFAULT NULL;
    v_block VARCHAR DEFAULT NULL;
BEGIN
    IF (EXISTS (
        SELECT 1
        FROM information_schema.tables AS t
        WHERE t.table_schema = CURRENT_SCHEMA() AND t.table_name = 'SYSTEM_LKUP'
    )) THEN
        SELECT COALESCE(MAX(l.system_value), 'unknown')
        INTO :v_version
        FROM system_lkup AS l
        WHERE l.system_key = 'version';
        IF (v_version LIKE '0.%') THEN
            v_refusal := 'the schema "' || CURRENT_SCHEMA() || '" holds a store of version ' || v_version
                || ', which has to be upgraded';
        ELSEIF (v_version <> '1.0.0') THEN
            v_refusal := 'the schema "' || CURRENT_SCHEMA() || '" holds a store of version ' || v_version
                || ', and this is the installation of 1.0.0; use the files of that version';
        END IF;
    ELSE
        SELECT LISTAGG(there.name, ', ') WITHIN GROUP (ORDER BY there.name)
        INTO :v_foreign
        FROM (
            SELECT t.table_name AS name FROM information_schema.tables AS t WHERE t.table_schema = CURRENT_SCHEMA()
            UNION
            SELECT p.procedure_name
            FROM information_schema.procedures AS p
            WHERE p.procedure_schema = CURRENT_SCHEMA()
            UNION
            SELECT f.function_name
            FROM information_schema.functions AS f
            WHERE f.function_schema = CURRENT_SCHEMA()
        ) AS there
        WHERE there.name IN (
            -- names: begin
            'ACTOR_ID_OF',
            'ACTOR_LKUP',
            'CHARACTER_SET_LKUP',
            'CHECK_PARENTS',
            'CLUSTER_PROCESS',
            'CLUSTER_TRACKING_LKUP',
            'CONTACT_LKUP',
            'DATA_TYPE_LKUP',
            'DATASET_TYPE_LKUP',
            'DEPENDENCY_TYPE_LKUP',
            'ERROR_TRACKING',
            'ERROR_TYPE_LKUP',
            'EXECUTION',
            'EXECUTION_STEP',
            'EXECUTION_STEP_MODEL',
            'EXTRACT_COMPRESSION_TYPE_LKUP',
            'EXTRACT_DATASET_TYPE',
            'EXTRACT_DEPENDENCY',
            'EXTRACT_FILETYPE_LKUP',
            'EXTRACT_PROCESS_TRACKING',
            'EXTRACT_SOURCE',
            'EXTRACT_SOURCE_OBJECT',
            'EXTRACT_STATUS_LKUP',
            'EXTRACT_TRACKING',
            'FAIL_STALE',
            'FILESIZE_TYPE_LKUP',
            'FILTER_TYPE_LKUP',
            'GET_VERSION',
            'LINK_DATASET_TYPES',
            'LINK_SOURCES',
            'LOCATION_LKUP',
            'LOCATION_TYPE_LKUP',
            'PARSE_SOURCES',
            'PROCESS',
            'PROCESS_CONTACT',
            'PROCESS_DATASET_TYPE',
            'PROCESS_DEPENDENCY',
            'PROCESS_FILTER',
            'PROCESS_SOURCE',
            'PROCESS_SOURCE_OBJECT',
            'PROCESS_SOURCE_OBJECT_ATTRIBUTE',
            'PROCESS_STATUS_LKUP',
            'PROCESS_TARGET',
            'PROCESS_TARGET_OBJECT',
            'PROCESS_TARGET_OBJECT_ATTRIBUTE',
            'PROCESS_TRACKING',
            'PROCESS_TYPE_ID_OF',
            'PROCESS_TYPE_LKUP',
            'RAISE_ERROR',
            'SCHEDULE_FREQUENCY_LKUP',
            'SOURCE_CONTACT',
            'SOURCE_DATASET_TYPE',
            'SOURCE_LKUP',
            'SOURCE_LOCATION',
            'SOURCE_OBJECT_ATTRIBUTE_LKUP',
            'SOURCE_OBJECT_DATASET_TYPE',
            'SOURCE_OBJECT_LKUP',
            'SOURCE_OBJECT_LOCATION',
            'SOURCE_TYPE_LKUP',
            'START_PROCESS_RUN',
            'SYSTEM_LKUP',
            'TEXT_REFUSAL',
            'TOOL_ID_OF',
            'TOOL_LKUP',
            'UTC_TEXT'
            -- names: end
        );
        IF (v_foreign <> '') THEN
            v_refusal := 'the schema "' || CURRENT_SCHEMA() || '" has objects that are none of ptdb''s but have their'
                || ' names: ' || SUBSTR(v_foreign, 1, 1500) || '; choose another schema';
        END IF;
    END IF;
    IF (v_refusal IS NOT NULL) THEN
        -- A declared exception takes a literal alone.
        v_block := 'DECLARE refusal EXCEPTION (-20000, '''
            || REPLACE(REPLACE(v_refusal, '\\', '\\\\'), '''', '\\''') || '''); BEGIN RAISE refusal; END;';
        EXECUTE IMMEDIATE :v_block;
    END IF;
END;
$$;
