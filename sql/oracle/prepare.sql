-- Checks what an installation needs, before anything is made, and names all that is missing. Run by install.sql.

-- A block of its own, which older servers can read.
DECLARE
    v_version VARCHAR2(100);
    v_compatible VARCHAR2(100);

    -- Whether a version such as 12.2.0.1.0 is 12.2 or later.
    FUNCTION is_recent(p_version IN VARCHAR2) RETURN BOOLEAN IS
    BEGIN
        RETURN TO_NUMBER(REGEXP_SUBSTR(p_version, '[0-9]+')) * 1000
            + COALESCE(TO_NUMBER(REGEXP_SUBSTR(p_version, '[0-9]+', 1, 2)), 0) >= 12002;
    END is_recent;
BEGIN
    DBMS_UTILITY.DB_VERSION(v_version, v_compatible);
    IF NOT is_recent(v_version) THEN
        RAISE_APPLICATION_ERROR(
            -20000, 'ptdb needs Oracle Database 12.2 or later; this server is of version ' || v_version
        );
    END IF;
    IF NOT is_recent(v_compatible) THEN
        RAISE_APPLICATION_ERROR(
            -20000,
            'ptdb needs the parameter COMPATIBLE to be 12.2.0 or later, and here it is ' || v_compatible
            || '; a DBA may raise it, for good'
        );
    END IF;
END;
/
DECLARE
    v_missing VARCHAR2(32767);
    v_names VARCHAR2(4000);
    v_number NUMBER;
    v_version VARCHAR2(1000);

    PROCEDURE miss(p_what IN VARCHAR2) IS
    BEGIN
        v_missing := v_missing || CHR(10) || '- ' || p_what;
    END miss;
BEGIN
    IF USER IN ('SYS', 'SYSTEM') THEN
        miss('the schema of ' || USER || ' is Oracle''s own; log in as a user of ptdb''s own, whom owner.sql makes');
    ELSIF SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') <> USER THEN
        miss(
            'the current schema is ' || SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') || ', and ptdb goes into that of '
            || USER || ', who runs this; log in as the user whose schema it shall be'
        );
    END IF;

    SELECT LISTAGG(needed.privilege, ', ') WITHIN GROUP (ORDER BY needed.privilege) INTO v_names
    FROM (
        SELECT 'CREATE TABLE' AS privilege FROM dual
        UNION ALL
        SELECT 'CREATE SEQUENCE' FROM dual
        UNION ALL
        SELECT 'CREATE VIEW' FROM dual
        UNION ALL
        SELECT 'CREATE PROCEDURE' FROM dual
    ) needed
    WHERE NOT EXISTS (SELECT 1 FROM session_privs s WHERE s.privilege = needed.privilege);
    IF v_names IS NOT NULL THEN
        miss('you lack rights; let a DBA GRANT ' || v_names || ' TO ' || USER);
    END IF;

    -- Without a quota the first row would be refused, and not the table.
    SELECT COUNT(*) INTO v_number
    FROM (
        SELECT s.privilege AS place FROM session_privs s WHERE s.privilege = 'UNLIMITED TABLESPACE'
        UNION ALL
        SELECT q.tablespace_name
        FROM user_ts_quotas q
        INNER JOIN user_users u ON q.tablespace_name = u.default_tablespace
        WHERE q.max_bytes <> 0
    ) room;
    IF v_number = 0 THEN
        miss('you have no quota on your default tablespace; let a DBA ALTER USER ' || USER || ' QUOTA ... ON it');
    END IF;

    SELECT COUNT(*) INTO v_number
    FROM user_tab_columns c
    WHERE c.table_name = 'SYSTEM_LKUP' AND c.column_name = 'SYSTEM_VALUE';
    IF v_number > 0 THEN
        -- A text, because the block could not be read where there is no such table. Without rows, it is what an
        -- installation has made that then broke off.
        EXECUTE IMMEDIATE q'[
            SELECT COALESCE(
                MAX(CASE WHEN system_key = 'version' THEN system_value END),
                CASE WHEN COUNT(*) > 0 THEN 'unknown' END
            )
            FROM system_lkup
            ]' INTO v_version;
        IF v_version LIKE '0.%' THEN
            miss(
                'the schema holds a store of version ' || v_version
                || ', which would have to be upgraded, and for Oracle ptdb has no upgrade from it; choose another schema'
            );
        ELSIF v_version <> '1.0.0' THEN
            miss(
                'the schema holds a store of version ' || v_version
                || ', and this is the installation of 1.0.0; use the files of that version'
            );
        END IF;
    ELSE
        SELECT LISTAGG(LOWER(o.object_name), ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY o.object_name)
        INTO v_names
        FROM user_objects o
        WHERE o.object_type NOT IN ('INDEX', 'TRIGGER')
            AND o.object_name IN (
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
                'BULK_CHANGE_EXTRACT_STATUS',
                'CHANGE_EXTRACT_STATUS',
                'CHANGE_RUN_STATUS',
                'CHARACTER_SET_ID_OF',
                'CHARACTER_SET_LKUP',
                'CHECK_COUNT',
                'CHECK_DATES',
                'CHECK_FILE_DATES',
                'CHECK_ID',
                'CHECK_INSTANT',
                'CHECK_JSON',
                'CHECK_NAMES',
                'CHECK_PARENTS',
                'CHECK_TEXT',
                'CHECK_TOPIC',
                'CHECK_TOPIC_ROW',
                'CLUSTER_ID_OF',
                'CLUSTER_PROCESS',
                'CLUSTER_TRACKING_LKUP',
                'COMPARE_STEP_MODELS',
                'COMPLETE_EXECUTION',
                'COMPLETE_STEP',
                'COMPRESSION_TYPE_ID_OF',
                'CONTACT_ID_OF',
                'CONTACT_LKUP',
                'CREATE_CLUSTER_PROCESS',
                'CREATE_PROCESS_DEPENDENCY',
                'CREATE_TOPIC',
                'DATA_TYPE_ID_OF',
                'DATA_TYPE_LKUP',
                'DATASET_TYPE_LKUP',
                'DATASET_TYPES_JSON',
                'DELETE_CLUSTER_PROCESS',
                'DELETE_PROCESS_DEPENDENCY',
                'DELETE_TOPIC',
                'DEPENDENCY_TYPE_ID_OF',
                'DEPENDENCY_TYPE_LKUP',
                'ELAPSED_MS',
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
                'EXTRACT_STATUS_ID_OF',
                'EXTRACT_STATUS_LKUP',
                'EXTRACT_TRACKING',
                'FAIL_STALE',
                'FAIL_STALE_RUNS',
                'FILESIZE_TYPE_LKUP',
                'FILETYPE_ID_OF',
                'FILTER_TYPE_ID_OF',
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
                'IN_UTC',
                'INIT_EXECUTION',
                'INIT_STEP',
                'JSON_ITEMS',
                'KNOWN_EXTRACT_STATUS_ID',
                'LINK_DATASET_TYPES',
                'LINK_READ_SOURCES',
                'LINK_SOURCES',
                'LINK_WRITTEN_SOURCES',
                'LOCATION_ID_OF',
                'LOCATION_LKUP',
                'LOCATION_PATH_OF',
                'LOCATION_TYPE_LKUP',
                'LOCK_DEPENDENCIES',
                'LOCK_EXECUTION',
                'LOCK_EXTRACT',
                'LOCK_RUN',
                'MERGE_FILE_DETAILS',
                'NEW_UUID',
                'PARSE_COUNT',
                'PARSE_DATE',
                'PARSE_FILES',
                'PARSE_IDS',
                'PARSE_SIZE',
                'PARSE_SOURCES',
                'PARSE_UUID',
                'PROCESS',
                'PROCESS_CONTACT',
                'PROCESS_DATASET_TYPE',
                'PROCESS_DEPENDENCY',
                'PROCESS_FILTER',
                'PROCESS_ID_OF',
                'PROCESS_KEY',
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
                'REGISTER_SOURCES',
                'RELEASE_PROCESS',
                'REMOVE_PROCESS_CONTACT',
                'REMOVE_PROCESS_FILTER',
                'REMOVE_SOURCE_CONTACT',
                'SCHEDULE_FREQUENCY_ID_OF',
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
                'SOURCE_ID_OF',
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
                'SYSTEM_INTEGER',
                'SYSTEM_LKUP',
                'TOOL_ID_OF',
                'TOOL_LKUP',
                'TOPIC_TABLE_OF',
                'UPDATE_TOPIC',
                'UTC_NOW',
                'UTC_TEXT',
                'V_ERROR',
                'V_EXTRACT',
                'V_LINEAGE',
                'V_PROCESS',
                'V_PROCESS_DEPENDENCY',
                'V_PROCESS_RUN'
                -- names: end
            );
        IF v_names IS NOT NULL THEN
            miss(
                'the schema has objects that are none of ptdb''s but have their names: ' || SUBSTR(v_names, 1, 1000)
                || '; choose another schema'
            );
        END IF;
    END IF;

    IF v_missing IS NOT NULL THEN
        RAISE_APPLICATION_ERROR(
            -20000, SUBSTRB('ptdb cannot be installed in the schema "' || LOWER(USER) || '":' || v_missing, 1, 2000)
        );
    END IF;
END;
/
