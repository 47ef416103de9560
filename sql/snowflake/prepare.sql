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
            'ADD_EXTRACT_DEPENDENCY',
            'ADD_PROCESS_CONTACT',
            'ADD_PROCESS_FILTER',
            'ADD_SOURCE_CONTACT',
            'APPLY_EXTRACT_STATUS',
            'ATTRIBUTE_ID_OF',
            'AUDIT_TABLE_OF',
            'BUCKET_OF',
            'BULK_CHANGE_EXTRACT_STATUS',
            'CHANGE_EXTRACT_STATUS',
            'CHANGE_EXTRACTS',
            'CHANGE_RUN_STATUS',
            'CHARACTER_SET_ID_OF',
            'CHARACTER_SET_LKUP',
            'CHECK_EXECUTION',
            'CHECK_LOADING',
            'CHECK_PARENTS',
            'CLUSTER_PROCESS',
            'CLUSTER_TRACKING_LKUP',
            'COMPARE_STEP_MODELS',
            'COMPLETE_EXECUTION',
            'COMPLETE_STEP',
            'CONTACT_LKUP',
            'COUNT_REFUSAL',
            'CREATE_CLUSTER_PROCESS',
            'CREATE_PROCESS_DEPENDENCY',
            'CREATE_TOPIC',
            'DATA_TYPE_ID_OF',
            'DATA_TYPE_LKUP',
            'DATASET_TYPE_LKUP',
            'DATES_REFUSAL',
            'DELETE_CLUSTER_PROCESS',
            'DELETE_PROCESS_DEPENDENCY',
            'DELETE_TOPIC',
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
            'EXTRACT_REFUSAL',
            'EXTRACT_SOURCE',
            'EXTRACT_SOURCE_OBJECT',
            'EXTRACT_STATUS_ID_OF',
            'EXTRACT_STATUS_LKUP',
            'EXTRACT_TRACKING',
            'FAIL_STALE',
            'FAIL_STALE_RUNS',
            'FILESIZE_TYPE_LKUP',
            'FILTER_TYPE_LKUP',
            'FIND_EXTRACTS_BY_FILENAME',
            'FIND_EXTRACTS_BY_LOCATION',
            'FIND_EXTRACTS_BY_PROCESS',
            'FIND_PROCESS_BY_SCHEDULE_FREQUENCY',
            'FIND_PROCESS_CONTACTS',
            'FIND_PROCESS_FILTERS',
            'FIND_PROCESS_SOURCE_ATTRIBUTES',
            'FIND_PROCESS_SOURCES',
            'FIND_PROCESS_TARGET_ATTRIBUTES',
            'FIND_PROCESS_TARGETS',
            'GET_EXECUTION_COMPLETION_TIMESTAMP',
            'GET_EXECUTION_STEP',
            'GET_EXTRACT',
            'GET_LAST_SUCCESSFUL_EXECUTION',
            'GET_PROCESS_RUN',
            'GET_PROCESS_WATERMARK',
            'GET_VERSION',
            'ID_REFUSAL',
            'INIT_EXECUTION',
            'INIT_STEP',
            'INSTANT_REFUSAL',
            'INSTANT_TEXT',
            'ISO_INSTANT',
            'JSON_KIND',
            'LINK_DATASET_TYPES',
            'LINK_SOURCES',
            'LOCATION_ID_OF',
            'LOCATION_LKUP',
            'LOCATION_PATH_OF',
            'LOCATION_TYPE_LKUP',
            'LOOKUP_REFUSAL',
            'PARSE_FILES',
            'PARSE_IDS',
            'PARSE_SOURCES',
            'PROCESS',
            'PROCESS_CONTACT',
            'PROCESS_DATASET_TYPE',
            'PROCESS_DEPENDENCY',
            'PROCESS_FILTER',
            'PROCESS_KEY',
            'PROCESS_REFUSAL',
            'PROCESS_SOURCE',
            'PROCESS_SOURCE_OBJECT',
            'PROCESS_SOURCE_OBJECT_ATTRIBUTE',
            'PROCESS_STATUS_ID_OF',
            'PROCESS_STATUS_LKUP',
            'PROCESS_TARGET',
            'PROCESS_TARGET_OBJECT',
            'PROCESS_TARGET_OBJECT_ATTRIBUTE',
            'PROCESS_TRACKING',
            'PROCESS_TYPE_ID_OF',
            'PROCESS_TYPE_LKUP',
            'RAISE_ERROR',
            'RAISE_RUN_ERROR',
            'RECORD_HEARTBEAT',
            'REGISTER_EXTRACT',
            'REGISTER_EXTRACTS',
            'REGISTER_FILES',
            'RELEASE_PROCESS',
            'REMOVE_PROCESS_CONTACT',
            'REMOVE_PROCESS_FILTER',
            'REMOVE_SOURCE_CONTACT',
            'RUN_REFUSAL',
            'SCHEDULE_FREQUENCY_LKUP',
            'SET_EXTRACT_LOW_HIGH_DATES',
            'SET_EXTRACT_RECORD_COUNT',
            'SET_PROCESS',
            'SET_PROCESS_RUN_LOW_HIGH_DATES',
            'SET_PROCESS_RUN_RECORD_COUNT',
            'SET_RUN_STATUS',
            'SET_SOURCE',
            'SET_SOURCE_OBJECT_ATTRIBUTE',
            'SET_SYSTEM_SETTING',
            'SOURCE_CONTACT',
            'SOURCE_DATASET_TYPE',
            'SOURCE_LKUP',
            'SOURCE_LOCATION',
            'SOURCE_OBJECT_ATTRIBUTE_LKUP',
            'SOURCE_OBJECT_DATASET_TYPE',
            'SOURCE_OBJECT_LKUP',
            'SOURCE_OBJECT_LOCATION',
            'SOURCE_TYPE_LKUP',
            'SOURCES_JSON',
            'START_PROCESS_RUN',
            'STATUS_NAME',
            'SYSTEM_LKUP',
            'TEXT_REFUSAL',
            'TOOL_ID_OF',
            'TOOL_LKUP',
            'TOPIC_ID_OF',
            'TOPIC_REFUSAL',
            'TOPIC_TABLE_OF',
            'TOPIC_TEXT',
            'UNKNOWN_REFUSAL',
            'UPDATE_TOPIC',
            'UTC_TEXT',
            'UUID_REFUSAL',
            'UUID_TEXT',
            'V_ERROR',
            'V_EXTRACT',
            'V_LINEAGE',
            'V_PROCESS',
            'V_PROCESS_DEPENDENCY',
            'V_PROCESS_RUN'
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
