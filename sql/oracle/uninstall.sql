-- Removes ptdb and all that it has recorded. What others have put into its schema stays; the user and the roles of
-- roles.sql stay. Run by the owner of the installation:
--
--   sqlplus -L process_tracker@//HOST/SERVICE @sql/oracle/uninstall.sql
--
-- Refuses when somebody else's view, routine or foreign key is built on something of ptdb, and when the store is none
-- of ptdb 1. Safe to run again. Each DROP counts at once; when one is refused, because somebody is using the table,
-- run it again.

WHENEVER SQLERROR EXIT FAILURE ROLLBACK
WHENEVER OSERROR EXIT FAILURE ROLLBACK
SET DEFINE OFF
SET SQLBLANKLINES ON
SET FEEDBACK OFF
SET SERVEROUTPUT ON

DECLARE
    v_version VARCHAR2(1000);
    v_here NUMBER;
    v_number NUMBER;
    v_built VARCHAR2(4000);
BEGIN
    WITH ours AS (
        SELECT o.object_name AS name
        FROM user_objects o
        WHERE o.object_type IN ('TABLE', 'VIEW', 'PROCEDURE', 'FUNCTION')
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
            )
    ),

    built AS (
        SELECT LOWER(d.owner || '.' || d.name) AS name
        FROM all_dependencies d
        INNER JOIN ours r ON d.referenced_name = r.name
        LEFT JOIN ours o ON d.name = o.name AND d.owner = USER
        -- A synonym is a name alone, and may name what is not there.
        WHERE d.referenced_owner = USER AND d.type <> 'SYNONYM' AND o.name IS NULL
        UNION
        SELECT LOWER(k.owner || '.' || k.table_name)
        FROM all_constraints k
        INNER JOIN user_constraints p ON k.r_constraint_name = p.constraint_name
        INNER JOIN ours r ON p.table_name = r.name
        LEFT JOIN ours o ON k.table_name = o.name AND k.owner = USER
        WHERE k.constraint_type = 'R' AND k.r_owner = USER AND o.name IS NULL
    )

    SELECT
        (SELECT COUNT(*) FROM ours),
        (SELECT LISTAGG(b.name, ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY b.name) FROM built b)
    INTO v_here, v_built
    FROM dual;

    SELECT COUNT(*) INTO v_number
    FROM user_tab_columns c
    WHERE c.table_name = 'SYSTEM_LKUP' AND c.column_name = 'SYSTEM_VALUE';
    IF v_number > 0 THEN
        -- As in prepare.sql.
        EXECUTE IMMEDIATE q'[
            SELECT COALESCE(
                MAX(CASE WHEN system_key = 'version' THEN system_value END),
                CASE WHEN COUNT(*) > 0 THEN 'unknown' END
            )
            FROM system_lkup
            ]' INTO v_version;
        IF v_version NOT LIKE '1.%' THEN
            RAISE_APPLICATION_ERROR(
                -20000,
                'the schema "' || LOWER(USER) || '" holds a store of version ' || v_version
                || ', which is none of ptdb 1; it stays as it is'
            );
        END IF;
    ELSIF v_here > 0 THEN
        RAISE_APPLICATION_ERROR(
            -20000,
            'the schema "' || LOWER(USER)
            || '" has objects of ptdb''s names, but no system_lkup; they are not dropped'
        );
    END IF;
    IF v_built IS NOT NULL THEN
        RAISE_APPLICATION_ERROR(-20000, 'drop first what is built on ptdb: ' || SUBSTRB(v_built, 1, 1900));
    END IF;
END;
/
-- The list is written by scripts/generate; a table goes before those that it refers to, and system_lkup, which says
-- whose store it is, at the end.
DECLARE
    -- Runs a DROP, unless there is nothing of the name.
    PROCEDURE drop_there(p_statement IN VARCHAR2) IS
        e_no_table EXCEPTION;
        e_no_object EXCEPTION;
        PRAGMA EXCEPTION_INIT(e_no_table, -942);
        PRAGMA EXCEPTION_INIT(e_no_object, -4043);
    BEGIN
        EXECUTE IMMEDIATE p_statement;
    EXCEPTION
        WHEN e_no_table OR e_no_object THEN
            NULL;
    END drop_there;
BEGIN
    -- drops: begin
    drop_there(q'[
DROP FUNCTION actor_id_of]');
    drop_there(q'[
DROP PROCEDURE add_extract_dependency]');
    drop_there(q'[
DROP PROCEDURE add_process_contact]');
    drop_there(q'[
DROP PROCEDURE add_process_filter]');
    drop_there(q'[
DROP PROCEDURE add_source_contact]');
    drop_there(q'[
DROP PROCEDURE apply_extract_status]');
    drop_there(q'[
DROP FUNCTION attribute_id_of]');
    drop_there(q'[
DROP FUNCTION audit_table_of]');
    drop_there(q'[
DROP PROCEDURE bulk_change_extract_status]');
    drop_there(q'[
DROP PROCEDURE change_extract_status]');
    drop_there(q'[
DROP PROCEDURE change_run_status]');
    drop_there(q'[
DROP FUNCTION character_set_id_of]');
    drop_there(q'[
DROP PROCEDURE check_count]');
    drop_there(q'[
DROP PROCEDURE check_dates]');
    drop_there(q'[
DROP PROCEDURE check_file_dates]');
    drop_there(q'[
DROP PROCEDURE check_id]');
    drop_there(q'[
DROP PROCEDURE check_instant]');
    drop_there(q'[
DROP PROCEDURE check_json]');
    drop_there(q'[
DROP PROCEDURE check_names]');
    drop_there(q'[
DROP PROCEDURE check_parents]');
    drop_there(q'[
DROP PROCEDURE check_text]');
    drop_there(q'[
DROP FUNCTION check_topic]');
    drop_there(q'[
DROP FUNCTION check_topic_row]');
    drop_there(q'[
DROP FUNCTION cluster_id_of]');
    drop_there(q'[
DROP PROCEDURE compare_step_models]');
    drop_there(q'[
DROP PROCEDURE complete_execution]');
    drop_there(q'[
DROP PROCEDURE complete_step]');
    drop_there(q'[
DROP FUNCTION compression_type_id_of]');
    drop_there(q'[
DROP FUNCTION contact_id_of]');
    drop_there(q'[
DROP PROCEDURE create_cluster_process]');
    drop_there(q'[
DROP PROCEDURE create_process_dependency]');
    drop_there(q'[
DROP PROCEDURE create_topic]');
    drop_there(q'[
DROP FUNCTION data_type_id_of]');
    drop_there(q'[
DROP FUNCTION dataset_types_json]');
    drop_there(q'[
DROP PROCEDURE delete_cluster_process]');
    drop_there(q'[
DROP PROCEDURE delete_process_dependency]');
    drop_there(q'[
DROP PROCEDURE delete_topic]');
    drop_there(q'[
DROP FUNCTION dependency_type_id_of]');
    drop_there(q'[
DROP FUNCTION elapsed_ms]');
    drop_there(q'[
DROP FUNCTION extract_status_id_of]');
    drop_there(q'[
DROP FUNCTION fail_stale]');
    drop_there(q'[
DROP PROCEDURE fail_stale_runs]');
    drop_there(q'[
DROP FUNCTION filetype_id_of]');
    drop_there(q'[
DROP FUNCTION filter_type_id_of]');
    drop_there(q'[
DROP PROCEDURE find_extracts_by_filename]');
    drop_there(q'[
DROP PROCEDURE find_extracts_by_location]');
    drop_there(q'[
DROP PROCEDURE find_extracts_by_process]');
    drop_there(q'[
DROP PROCEDURE find_process_by_schedule_frequency]');
    drop_there(q'[
DROP PROCEDURE find_process_contacts]');
    drop_there(q'[
DROP PROCEDURE find_process_filters]');
    drop_there(q'[
DROP PROCEDURE find_process_source_attributes]');
    drop_there(q'[
DROP PROCEDURE find_process_sources]');
    drop_there(q'[
DROP PROCEDURE find_process_target_attributes]');
    drop_there(q'[
DROP PROCEDURE find_process_targets]');
    drop_there(q'[
DROP PROCEDURE get_execution_completion_timestamp]');
    drop_there(q'[
DROP PROCEDURE get_execution_step]');
    drop_there(q'[
DROP PROCEDURE get_extract]');
    drop_there(q'[
DROP PROCEDURE get_last_successful_execution]');
    drop_there(q'[
DROP PROCEDURE get_process_run]');
    drop_there(q'[
DROP PROCEDURE get_process_watermark]');
    drop_there(q'[
DROP PROCEDURE get_version]');
    drop_there(q'[
DROP FUNCTION in_utc]');
    drop_there(q'[
DROP PROCEDURE init_execution]');
    drop_there(q'[
DROP PROCEDURE init_step]');
    drop_there(q'[
DROP FUNCTION json_items]');
    drop_there(q'[
DROP FUNCTION known_extract_status_id]');
    drop_there(q'[
DROP PROCEDURE link_dataset_types]');
    drop_there(q'[
DROP PROCEDURE link_read_sources]');
    drop_there(q'[
DROP FUNCTION link_sources]');
    drop_there(q'[
DROP PROCEDURE link_written_sources]');
    drop_there(q'[
DROP FUNCTION location_id_of]');
    drop_there(q'[
DROP FUNCTION location_path_of]');
    drop_there(q'[
DROP PROCEDURE lock_dependencies]');
    drop_there(q'[
DROP PROCEDURE lock_execution]');
    drop_there(q'[
DROP PROCEDURE lock_extract]');
    drop_there(q'[
DROP PROCEDURE lock_run]');
    drop_there(q'[
DROP PROCEDURE merge_file_details]');
    drop_there(q'[
DROP FUNCTION new_uuid]');
    drop_there(q'[
DROP FUNCTION parse_count]');
    drop_there(q'[
DROP FUNCTION parse_date]');
    drop_there(q'[
DROP PROCEDURE parse_files]');
    drop_there(q'[
DROP FUNCTION parse_ids]');
    drop_there(q'[
DROP FUNCTION parse_size]');
    drop_there(q'[
DROP FUNCTION parse_sources]');
    drop_there(q'[
DROP FUNCTION parse_uuid]');
    drop_there(q'[
DROP FUNCTION process_id_of]');
    drop_there(q'[
DROP FUNCTION process_key]');
    drop_there(q'[
DROP FUNCTION process_status_id_of]');
    drop_there(q'[
DROP FUNCTION process_type_id_of]');
    drop_there(q'[
DROP PROCEDURE raise_error]');
    drop_there(q'[
DROP PROCEDURE raise_run_error]');
    drop_there(q'[
DROP PROCEDURE record_heartbeat]');
    drop_there(q'[
DROP PROCEDURE register_extract]');
    drop_there(q'[
DROP PROCEDURE register_extracts]');
    drop_there(q'[
DROP PROCEDURE register_files]');
    drop_there(q'[
DROP PROCEDURE register_sources]');
    drop_there(q'[
DROP PROCEDURE release_process]');
    drop_there(q'[
DROP PROCEDURE remove_process_contact]');
    drop_there(q'[
DROP PROCEDURE remove_process_filter]');
    drop_there(q'[
DROP PROCEDURE remove_source_contact]');
    drop_there(q'[
DROP FUNCTION schedule_frequency_id_of]');
    drop_there(q'[
DROP PROCEDURE set_extract_low_high_dates]');
    drop_there(q'[
DROP PROCEDURE set_extract_record_count]');
    drop_there(q'[
DROP PROCEDURE set_process]');
    drop_there(q'[
DROP PROCEDURE set_process_run_low_high_dates]');
    drop_there(q'[
DROP PROCEDURE set_process_run_record_count]');
    drop_there(q'[
DROP PROCEDURE set_run_status]');
    drop_there(q'[
DROP PROCEDURE set_source]');
    drop_there(q'[
DROP PROCEDURE set_source_object_attribute]');
    drop_there(q'[
DROP PROCEDURE set_system_setting]');
    drop_there(q'[
DROP FUNCTION source_id_of]');
    drop_there(q'[
DROP FUNCTION sources_json]');
    drop_there(q'[
DROP PROCEDURE start_process_run]');
    drop_there(q'[
DROP FUNCTION status_name]');
    drop_there(q'[
DROP FUNCTION system_integer]');
    drop_there(q'[
DROP FUNCTION tool_id_of]');
    drop_there(q'[
DROP FUNCTION topic_table_of]');
    drop_there(q'[
DROP PROCEDURE update_topic]');
    drop_there(q'[
DROP FUNCTION utc_now]');
    drop_there(q'[
DROP FUNCTION utc_text]');
    drop_there(q'[
DROP VIEW v_error]');
    drop_there(q'[
DROP VIEW v_extract]');
    drop_there(q'[
DROP VIEW v_lineage]');
    drop_there(q'[
DROP VIEW v_process]');
    drop_there(q'[
DROP VIEW v_process_dependency]');
    drop_there(q'[
DROP VIEW v_process_run]');
    drop_there(q'[
DROP TABLE cluster_process PURGE]');
    drop_there(q'[
DROP TABLE error_tracking PURGE]');
    drop_there(q'[
DROP TABLE execution_step_model PURGE]');
    drop_there(q'[
DROP TABLE extract_dataset_type PURGE]');
    drop_there(q'[
DROP TABLE extract_dependency PURGE]');
    drop_there(q'[
DROP TABLE extract_process_tracking PURGE]');
    drop_there(q'[
DROP TABLE extract_source PURGE]');
    drop_there(q'[
DROP TABLE extract_source_object PURGE]');
    drop_there(q'[
DROP TABLE process_contact PURGE]');
    drop_there(q'[
DROP TABLE process_dataset_type PURGE]');
    drop_there(q'[
DROP TABLE process_dependency PURGE]');
    drop_there(q'[
DROP TABLE process_filter PURGE]');
    drop_there(q'[
DROP TABLE process_source PURGE]');
    drop_there(q'[
DROP TABLE process_source_object PURGE]');
    drop_there(q'[
DROP TABLE process_source_object_attribute PURGE]');
    drop_there(q'[
DROP TABLE process_target PURGE]');
    drop_there(q'[
DROP TABLE process_target_object PURGE]');
    drop_there(q'[
DROP TABLE process_target_object_attribute PURGE]');
    drop_there(q'[
DROP TABLE source_contact PURGE]');
    drop_there(q'[
DROP TABLE source_dataset_type PURGE]');
    drop_there(q'[
DROP TABLE source_location PURGE]');
    drop_there(q'[
DROP TABLE source_object_dataset_type PURGE]');
    drop_there(q'[
DROP TABLE source_object_location PURGE]');
    drop_there(q'[
DROP TABLE cluster_tracking_lkup PURGE]');
    drop_there(q'[
DROP TABLE contact_lkup PURGE]');
    drop_there(q'[
DROP TABLE dataset_type_lkup PURGE]');
    drop_there(q'[
DROP TABLE dependency_type_lkup PURGE]');
    drop_there(q'[
DROP TABLE error_type_lkup PURGE]');
    drop_there(q'[
DROP TABLE execution_step PURGE]');
    drop_there(q'[
DROP TABLE extract_tracking PURGE]');
    drop_there(q'[
DROP TABLE filter_type_lkup PURGE]');
    drop_there(q'[
DROP TABLE process_tracking PURGE]');
    drop_there(q'[
DROP TABLE source_object_attribute_lkup PURGE]');
    drop_there(q'[
DROP TABLE actor_lkup PURGE]');
    drop_there(q'[
DROP TABLE data_type_lkup PURGE]');
    drop_there(q'[
DROP TABLE execution PURGE]');
    drop_there(q'[
DROP TABLE extract_compression_type_lkup PURGE]');
    drop_there(q'[
DROP TABLE extract_filetype_lkup PURGE]');
    drop_there(q'[
DROP TABLE extract_status_lkup PURGE]');
    drop_there(q'[
DROP TABLE filesize_type_lkup PURGE]');
    drop_there(q'[
DROP TABLE location_lkup PURGE]');
    drop_there(q'[
DROP TABLE process PURGE]');
    drop_there(q'[
DROP TABLE process_status_lkup PURGE]');
    drop_there(q'[
DROP TABLE source_object_lkup PURGE]');
    drop_there(q'[
DROP TABLE location_type_lkup PURGE]');
    drop_there(q'[
DROP TABLE process_type_lkup PURGE]');
    drop_there(q'[
DROP TABLE schedule_frequency_lkup PURGE]');
    drop_there(q'[
DROP TABLE source_lkup PURGE]');
    drop_there(q'[
DROP TABLE tool_lkup PURGE]');
    drop_there(q'[
DROP TABLE character_set_lkup PURGE]');
    drop_there(q'[
DROP TABLE source_type_lkup PURGE]');
    drop_there(q'[
DROP TABLE system_lkup PURGE]');
    -- drops: end
END;
/
EXIT SUCCESS
