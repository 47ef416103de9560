-- Removes ptdb and all that it has recorded. What others have put into its schema stays, and the schema with it; the
-- roles of roles.sql stay. In the folder that holds sql/:
--
--   snow sql --database DATABASE --role OWNER -f sql/snowflake/uninstall.sql
--
-- Refuses when the store is none of ptdb 1. Safe to run again. Snowflake commits at each DROP; when one fails, mend its
-- cause and run this again.

!source sql/snowflake/schema.sql
-- A schema that is not there cannot be used; this one goes at the end.
CREATE SCHEMA IF NOT EXISTS IDENTIFIER($ptdb_schema) COMMENT = 'Made by the installation of ptdb.';
USE SCHEMA IDENTIFIER($ptdb_schema);
EXECUTE IMMEDIATE
$$
DECLARE
    v_version VARCHAR DEFAULT NULL;
    v_built VARCHAR DEFAULT NULL;
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
        IF (v_version NOT LIKE '1.%') THEN
            v_refusal := 'the schema "' || CURRENT_SCHEMA() || '" holds a store of version ' || v_version
                || ', which is none of ptdb 1; it stays as it is';
        END IF;
    ELSE
        SELECT LISTAGG(t.table_name, ', ') WITHIN GROUP (ORDER BY t.table_name)
        INTO :v_built
        FROM information_schema.tables AS t
        WHERE t.table_schema = CURRENT_SCHEMA()
            AND t.table_name IN (
                -- tables: begin
                'ACTOR_LKUP',
                'CHARACTER_SET_LKUP',
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
                'FILESIZE_TYPE_LKUP',
                'FILTER_TYPE_LKUP',
                'LOCATION_LKUP',
                'LOCATION_TYPE_LKUP',
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
                'PROCESS_TYPE_LKUP',
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
                'SYSTEM_LKUP',
                'TOOL_LKUP'
                -- tables: end
            );
        IF (v_built <> '') THEN
            v_refusal := 'the schema "' || CURRENT_SCHEMA() || '" has tables of ptdb''s names, but no system_lkup; they'
                || ' are not dropped: ' || v_built;
        END IF;
    END IF;
    IF (v_refusal IS NULL) THEN
        -- Snowflake keeps no record of what a view is built on; its text tells.
        SELECT
            LISTAGG(LOWER(v.table_schema || '.' || v.table_name), ', ')
                WITHIN GROUP (ORDER BY v.table_schema, v.table_name)
        INTO :v_built
        FROM information_schema.views AS v
        WHERE NOT (
            v.table_schema = CURRENT_SCHEMA()
            AND v.table_name IN (
                -- own: begin
                'V_ERROR',
                'V_EXTRACT',
                'V_LINEAGE',
                'V_PROCESS',
                'V_PROCESS_DEPENDENCY',
                'V_PROCESS_RUN'
                -- own: end
            )
        )
        AND (v.table_schema = CURRENT_SCHEMA() OR CONTAINS(UPPER(v.view_definition), UPPER(CURRENT_SCHEMA()) || '.'))
        AND REGEXP_LIKE(
            UPPER(v.view_definition),
            '.*\\b('
            -- pattern: begin
            || 'ACTOR_LKUP'
            || '|CHARACTER_SET_LKUP'
            || '|CLUSTER_PROCESS'
            || '|CLUSTER_TRACKING_LKUP'
            || '|CONTACT_LKUP'
            || '|DATA_TYPE_LKUP'
            || '|DATASET_TYPE_LKUP'
            || '|DEPENDENCY_TYPE_LKUP'
            || '|ERROR_TRACKING'
            || '|ERROR_TYPE_LKUP'
            || '|EXECUTION'
            || '|EXECUTION_STEP'
            || '|EXECUTION_STEP_MODEL'
            || '|EXTRACT_COMPRESSION_TYPE_LKUP'
            || '|EXTRACT_DATASET_TYPE'
            || '|EXTRACT_DEPENDENCY'
            || '|EXTRACT_FILETYPE_LKUP'
            || '|EXTRACT_PROCESS_TRACKING'
            || '|EXTRACT_SOURCE'
            || '|EXTRACT_SOURCE_OBJECT'
            || '|EXTRACT_STATUS_LKUP'
            || '|EXTRACT_TRACKING'
            || '|FILESIZE_TYPE_LKUP'
            || '|FILTER_TYPE_LKUP'
            || '|LOCATION_LKUP'
            || '|LOCATION_TYPE_LKUP'
            || '|PROCESS'
            || '|PROCESS_CONTACT'
            || '|PROCESS_DATASET_TYPE'
            || '|PROCESS_DEPENDENCY'
            || '|PROCESS_FILTER'
            || '|PROCESS_SOURCE'
            || '|PROCESS_SOURCE_OBJECT'
            || '|PROCESS_SOURCE_OBJECT_ATTRIBUTE'
            || '|PROCESS_STATUS_LKUP'
            || '|PROCESS_TARGET'
            || '|PROCESS_TARGET_OBJECT'
            || '|PROCESS_TARGET_OBJECT_ATTRIBUTE'
            || '|PROCESS_TRACKING'
            || '|PROCESS_TYPE_LKUP'
            || '|SCHEDULE_FREQUENCY_LKUP'
            || '|SOURCE_CONTACT'
            || '|SOURCE_DATASET_TYPE'
            || '|SOURCE_LKUP'
            || '|SOURCE_LOCATION'
            || '|SOURCE_OBJECT_ATTRIBUTE_LKUP'
            || '|SOURCE_OBJECT_DATASET_TYPE'
            || '|SOURCE_OBJECT_LKUP'
            || '|SOURCE_OBJECT_LOCATION'
            || '|SOURCE_TYPE_LKUP'
            || '|SYSTEM_LKUP'
            || '|TOOL_LKUP'
            || '|V_ERROR'
            || '|V_EXTRACT'
            || '|V_LINEAGE'
            || '|V_PROCESS'
            || '|V_PROCESS_DEPENDENCY'
            || '|V_PROCESS_RUN'
            -- pattern: end
            || ')\\b.*',
            's'
        );
        IF (v_built <> '') THEN
            v_refusal := 'drop first what is built on ptdb: ' || SUBSTR(v_built, 1, 1900);
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
-- system_lkup goes last: it says whose store is here, should the rest break off.
-- drops: begin
DROP PROCEDURE IF EXISTS update_topic(VARCHAR, VARCHAR, VARCHAR, VARCHAR, NUMBER, VARCHAR, NUMBER, VARCHAR);
DROP PROCEDURE IF EXISTS start_process_run(VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, NUMBER, NUMBER);
DROP PROCEDURE IF EXISTS set_system_setting(VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS set_source_object_attribute(VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, NUMBER, NUMBER, VARCHAR, NUMBER, BOOLEAN, BOOLEAN, BOOLEAN, BOOLEAN);
DROP PROCEDURE IF EXISTS set_source(VARCHAR, VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS set_process_run_record_count(NUMBER, NUMBER, VARCHAR);
DROP PROCEDURE IF EXISTS set_process_run_low_high_dates(NUMBER, TIMESTAMP_TZ, TIMESTAMP_TZ);
DROP PROCEDURE IF EXISTS set_process(VARCHAR, NUMBER, NUMBER);
DROP PROCEDURE IF EXISTS set_extract_record_count(NUMBER, NUMBER, VARCHAR);
DROP PROCEDURE IF EXISTS set_extract_low_high_dates(NUMBER, TIMESTAMP_TZ, TIMESTAMP_TZ, VARCHAR);
DROP PROCEDURE IF EXISTS remove_source_contact(VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS remove_process_filter(VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS remove_process_contact(VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS release_process(VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS register_extracts(NUMBER, VARCHAR, VARCHAR, VARCHAR, VARCHAR, BOOLEAN);
DROP PROCEDURE IF EXISTS register_extract(NUMBER, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS record_heartbeat(NUMBER);
DROP PROCEDURE IF EXISTS raise_run_error(NUMBER, VARCHAR, VARCHAR, BOOLEAN, TIMESTAMP_TZ);
DROP PROCEDURE IF EXISTS init_step(VARCHAR, VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS init_execution(VARCHAR);
DROP PROCEDURE IF EXISTS get_version();
DROP PROCEDURE IF EXISTS get_process_watermark(VARCHAR);
DROP PROCEDURE IF EXISTS get_process_run(NUMBER);
DROP PROCEDURE IF EXISTS get_last_successful_execution();
DROP PROCEDURE IF EXISTS get_extract(NUMBER);
DROP PROCEDURE IF EXISTS get_execution_step(VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS get_execution_completion_timestamp(VARCHAR);
DROP PROCEDURE IF EXISTS find_process_targets(NUMBER, VARCHAR);
DROP PROCEDURE IF EXISTS find_process_target_attributes(NUMBER, VARCHAR);
DROP PROCEDURE IF EXISTS find_process_sources(NUMBER, VARCHAR);
DROP PROCEDURE IF EXISTS find_process_source_attributes(NUMBER, VARCHAR);
DROP PROCEDURE IF EXISTS find_process_filters(NUMBER, VARCHAR);
DROP PROCEDURE IF EXISTS find_process_contacts(NUMBER, VARCHAR);
DROP PROCEDURE IF EXISTS find_process_by_schedule_frequency(VARCHAR);
DROP PROCEDURE IF EXISTS find_extracts_by_process(VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS find_extracts_by_location(VARCHAR, VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS find_extracts_by_filename(VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS fail_stale_runs();
DROP PROCEDURE IF EXISTS delete_topic(VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS delete_process_dependency(VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS delete_cluster_process(VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS create_topic(VARCHAR, VARCHAR, VARCHAR, NUMBER, VARCHAR, NUMBER, VARCHAR);
DROP PROCEDURE IF EXISTS create_process_dependency(VARCHAR, VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS create_cluster_process(VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS complete_step(VARCHAR, NUMBER);
DROP PROCEDURE IF EXISTS complete_execution(VARCHAR);
DROP PROCEDURE IF EXISTS compare_step_models(VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS change_run_status(NUMBER, VARCHAR, TIMESTAMP_TZ);
DROP PROCEDURE IF EXISTS change_extract_status(NUMBER, NUMBER, VARCHAR);
DROP PROCEDURE IF EXISTS bulk_change_extract_status(NUMBER, VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS add_source_contact(VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS add_process_filter(VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, NUMBER);
DROP PROCEDURE IF EXISTS add_process_contact(VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS add_extract_dependency(NUMBER, NUMBER, VARCHAR);
DROP PROCEDURE IF EXISTS topic_table_of(VARCHAR, NUMBER);
DROP PROCEDURE IF EXISTS topic_id_of(VARCHAR, VARCHAR, BOOLEAN);
DROP PROCEDURE IF EXISTS tool_id_of(VARCHAR, NUMBER);
DROP PROCEDURE IF EXISTS sources_json(NUMBER, BOOLEAN);
DROP PROCEDURE IF EXISTS set_run_status(NUMBER, NUMBER, NUMBER, VARCHAR, TIMESTAMP_TZ, NUMBER);
DROP PROCEDURE IF EXISTS register_files(NUMBER, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, BOOLEAN);
DROP PROCEDURE IF EXISTS raise_error(VARCHAR);
DROP PROCEDURE IF EXISTS process_type_id_of(VARCHAR, NUMBER);
DROP PROCEDURE IF EXISTS process_status_id_of(VARCHAR, NUMBER);
DROP PROCEDURE IF EXISTS process_key(NUMBER, VARCHAR);
DROP PROCEDURE IF EXISTS parse_sources(VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS parse_ids(VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS parse_files(VARCHAR);
DROP PROCEDURE IF EXISTS location_id_of(VARCHAR, VARCHAR, NUMBER);
DROP PROCEDURE IF EXISTS link_sources(NUMBER, VARCHAR, VARCHAR, NUMBER);
DROP PROCEDURE IF EXISTS link_dataset_types(NUMBER, VARCHAR, NUMBER);
DROP PROCEDURE IF EXISTS fail_stale(NUMBER, NUMBER);
DROP PROCEDURE IF EXISTS extract_status_id_of(VARCHAR, NUMBER);
DROP PROCEDURE IF EXISTS data_type_id_of(VARCHAR, NUMBER);
DROP PROCEDURE IF EXISTS check_parents(NUMBER, VARCHAR);
DROP PROCEDURE IF EXISTS check_loading(VARCHAR);
DROP PROCEDURE IF EXISTS check_execution(VARCHAR);
DROP PROCEDURE IF EXISTS character_set_id_of(VARCHAR, NUMBER);
DROP PROCEDURE IF EXISTS change_extracts(NUMBER, VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS audit_table_of(NUMBER);
DROP PROCEDURE IF EXISTS attribute_id_of(VARCHAR, VARCHAR, VARCHAR);
DROP PROCEDURE IF EXISTS apply_extract_status(NUMBER, VARCHAR, NUMBER, NUMBER);
DROP PROCEDURE IF EXISTS actor_id_of(VARCHAR);
DROP FUNCTION IF EXISTS uuid_refusal(VARCHAR, VARCHAR);
DROP FUNCTION IF EXISTS topic_refusal(VARCHAR, VARCHAR, VARCHAR, NUMBER, VARCHAR, NUMBER, VARCHAR);
DROP FUNCTION IF EXISTS uuid_text(VARCHAR);
DROP FUNCTION IF EXISTS utc_text(TIMESTAMP_TZ);
DROP FUNCTION IF EXISTS unknown_refusal(NUMBER, VARCHAR, VARCHAR, VARCHAR);
DROP FUNCTION IF EXISTS topic_text(VARCHAR);
DROP FUNCTION IF EXISTS text_refusal(VARCHAR, VARCHAR, NUMBER, BOOLEAN);
DROP FUNCTION IF EXISTS status_name(VARCHAR);
DROP FUNCTION IF EXISTS run_refusal(NUMBER, VARCHAR, VARCHAR, TIMESTAMP_TZ);
DROP FUNCTION IF EXISTS process_refusal(NUMBER, VARCHAR);
DROP FUNCTION IF EXISTS lookup_refusal(NUMBER, VARCHAR, VARCHAR, VARCHAR);
DROP FUNCTION IF EXISTS location_path_of(VARCHAR);
DROP FUNCTION IF EXISTS json_kind(VARCHAR);
DROP FUNCTION IF EXISTS iso_instant(VARCHAR);
DROP FUNCTION IF EXISTS instant_text(TIMESTAMP_TZ);
DROP FUNCTION IF EXISTS instant_refusal(TIMESTAMP_TZ, VARCHAR);
DROP FUNCTION IF EXISTS id_refusal(NUMBER, VARCHAR);
DROP FUNCTION IF EXISTS extract_refusal(NUMBER, NUMBER);
DROP FUNCTION IF EXISTS dates_refusal(TIMESTAMP_TZ, TIMESTAMP_TZ, VARCHAR);
DROP FUNCTION IF EXISTS count_refusal(NUMBER, VARCHAR);
DROP FUNCTION IF EXISTS bucket_of(VARCHAR);
DROP VIEW IF EXISTS v_error;
DROP VIEW IF EXISTS v_extract;
DROP VIEW IF EXISTS v_lineage;
DROP VIEW IF EXISTS v_process;
DROP VIEW IF EXISTS v_process_dependency;
DROP VIEW IF EXISTS v_process_run;
DROP TABLE IF EXISTS actor_lkup;
DROP TABLE IF EXISTS character_set_lkup;
DROP TABLE IF EXISTS cluster_process;
DROP TABLE IF EXISTS cluster_tracking_lkup;
DROP TABLE IF EXISTS contact_lkup;
DROP TABLE IF EXISTS data_type_lkup;
DROP TABLE IF EXISTS dataset_type_lkup;
DROP TABLE IF EXISTS dependency_type_lkup;
DROP TABLE IF EXISTS error_tracking;
DROP TABLE IF EXISTS error_type_lkup;
DROP TABLE IF EXISTS execution;
DROP TABLE IF EXISTS execution_step;
DROP TABLE IF EXISTS execution_step_model;
DROP TABLE IF EXISTS extract_compression_type_lkup;
DROP TABLE IF EXISTS extract_dataset_type;
DROP TABLE IF EXISTS extract_dependency;
DROP TABLE IF EXISTS extract_filetype_lkup;
DROP TABLE IF EXISTS extract_process_tracking;
DROP TABLE IF EXISTS extract_source;
DROP TABLE IF EXISTS extract_source_object;
DROP TABLE IF EXISTS extract_status_lkup;
DROP TABLE IF EXISTS extract_tracking;
DROP TABLE IF EXISTS filesize_type_lkup;
DROP TABLE IF EXISTS filter_type_lkup;
DROP TABLE IF EXISTS location_lkup;
DROP TABLE IF EXISTS location_type_lkup;
DROP TABLE IF EXISTS process;
DROP TABLE IF EXISTS process_contact;
DROP TABLE IF EXISTS process_dataset_type;
DROP TABLE IF EXISTS process_dependency;
DROP TABLE IF EXISTS process_filter;
DROP TABLE IF EXISTS process_source;
DROP TABLE IF EXISTS process_source_object;
DROP TABLE IF EXISTS process_source_object_attribute;
DROP TABLE IF EXISTS process_status_lkup;
DROP TABLE IF EXISTS process_target;
DROP TABLE IF EXISTS process_target_object;
DROP TABLE IF EXISTS process_target_object_attribute;
DROP TABLE IF EXISTS process_tracking;
DROP TABLE IF EXISTS process_type_lkup;
DROP TABLE IF EXISTS schedule_frequency_lkup;
DROP TABLE IF EXISTS source_contact;
DROP TABLE IF EXISTS source_dataset_type;
DROP TABLE IF EXISTS source_lkup;
DROP TABLE IF EXISTS source_location;
DROP TABLE IF EXISTS source_object_attribute_lkup;
DROP TABLE IF EXISTS source_object_dataset_type;
DROP TABLE IF EXISTS source_object_lkup;
DROP TABLE IF EXISTS source_object_location;
DROP TABLE IF EXISTS source_type_lkup;
DROP TABLE IF EXISTS tool_lkup;
DROP TABLE IF EXISTS system_lkup;
-- drops: end
EXECUTE IMMEDIATE
$$
DECLARE
    v_drop VARCHAR DEFAULT NULL;
BEGIN
    SELECT MAX('DROP SCHEMA "' || REPLACE(s.schema_name, '"', '""') || '"')
    INTO :v_drop
    FROM information_schema.schemata AS s
    WHERE s.schema_name = CURRENT_SCHEMA()
        AND s.comment = 'Made by the installation of ptdb.'
        AND NOT EXISTS (
            SELECT 1 FROM information_schema.tables AS t WHERE t.table_schema = CURRENT_SCHEMA()
            UNION ALL
            SELECT 1 FROM information_schema.procedures AS p WHERE p.procedure_schema = CURRENT_SCHEMA()
            UNION ALL
            SELECT 1 FROM information_schema.functions AS f WHERE f.function_schema = CURRENT_SCHEMA()
        );
    IF (v_drop IS NOT NULL) THEN
        EXECUTE IMMEDIATE :v_drop;
    END IF;
END;
$$;
