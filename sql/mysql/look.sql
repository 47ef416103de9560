-- Looks what the database in use holds of ptdb's names. Run by install.sql, uninstall.sql and verify.sql.
--
-- @ptdb_tables, @ptdb_views, @ptdb_routines  our names, joined by commas
-- @ptdb_is_store  whether system_lkup is there, as ptdb and ProcessTracker have it
-- @ptdb_version   the version that it says; NULL when it says none
-- @ptdb_is_half   whether an installation was broken off before it wrote its version
-- @ptdb_here      the objects of our names, whosever they are, joined by commas; NULL when there is none
-- @ptdb_number    how many of them are what ours are: a table, a view, a procedure
-- The lists are written by scripts/generate.

SET SESSION group_concat_max_len = 1073741824;
SET @ptdb_tables = CONCAT_WS(
    ',',
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
SET @ptdb_views = CONCAT_WS(
    ',',
    -- views: begin
    'v_error',
    'v_extract',
    'v_lineage',
    'v_process',
    'v_process_dependency',
    'v_process_run'
    -- views: end
);
SET @ptdb_routines = CONCAT_WS(
    ',',
    -- routines: begin
    'actor_id_of',
    'add_extract_dependency',
    'add_process_contact',
    'add_process_filter',
    'add_source_contact',
    'apply_extract_status',
    'attribute_id_of',
    'audit_table_of',
    'begin_call',
    'bulk_change_extract_status',
    'change_extract_status',
    'change_run_status',
    'character_set_id_of',
    'check_count',
    'check_date_texts',
    'check_dates',
    'check_extracts',
    'check_id',
    'check_instant',
    'check_parents',
    'check_size',
    'check_text',
    'check_topic',
    'check_topic_row',
    'cluster_id_of',
    'compare_step_models',
    'complete_execution',
    'complete_step',
    'compression_type_id_of',
    'contact_id_of',
    'create_cluster_process',
    'create_process_dependency',
    'create_topic',
    'data_type_id_of',
    'delete_cluster_process',
    'delete_process_dependency',
    'delete_topic',
    'dependency_type_id_of',
    'end_call',
    'extract_status_id_of',
    'fail_stale',
    'fail_stale_runs',
    'filetype_id_of',
    'filter_type_id_of',
    'find_extracts_by_filename',
    'find_extracts_by_location',
    'find_extracts_by_process',
    'find_process_by_schedule_frequency',
    'find_process_contacts',
    'find_process_filters',
    'find_process_source_attributes',
    'find_process_sources',
    'find_process_target_attributes',
    'find_process_targets',
    'get_execution_completion_timestamp',
    'get_execution_step',
    'get_extract',
    'get_last_successful_execution',
    'get_process_run',
    'get_process_watermark',
    'get_version',
    'init_execution',
    'init_step',
    'known_extract_status_id',
    'knows_read_sources',
    'knows_written_sources',
    'link_dataset_types',
    'link_read_sources',
    'link_sources',
    'link_written_sources',
    'location_id_of',
    'location_path_of',
    'lock_dependencies',
    'lock_execution',
    'lock_extract',
    'lock_run',
    'merge_file_details',
    'parse_files',
    'parse_ids',
    'parse_json',
    'parse_names',
    'parse_sources',
    'parse_uuid',
    'process_id_of',
    'process_key',
    'process_status_id_of',
    'process_type_id_of',
    'raise_error',
    'raise_run_error',
    'record_heartbeat',
    'register_extract',
    'register_extracts',
    'register_files',
    'register_sources',
    'release_process',
    'remove_process_contact',
    'remove_process_filter',
    'remove_source_contact',
    'schedule_frequency_id_of',
    'set_extract_low_high_dates',
    'set_extract_record_count',
    'set_process',
    'set_process_run_low_high_dates',
    'set_process_run_record_count',
    'set_run_status',
    'set_source',
    'set_source_object_attribute',
    'set_system_setting',
    'source_id_of',
    'sources_json',
    'start_process_run',
    'status_name',
    'system_integer',
    'tool_id_of',
    'undo_call',
    'update_topic'
    -- routines: end
);

SET @ptdb_is_store = (
    SELECT COUNT(*) = 2
    FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'system_lkup' AND column_name IN ('system_key', 'system_value')
);
SET @ptdb_version = NULL;
SET @ptdb_query = IF(
    @ptdb_is_store, 'SELECT MAX(system_value) INTO @ptdb_version FROM system_lkup WHERE system_key = ''version''', 'DO 0'
);
PREPARE ptdb_query FROM @ptdb_query;
EXECUTE ptdb_query;
DEALLOCATE PREPARE ptdb_query;
SET @ptdb_is_half = @ptdb_is_store AND @ptdb_version IS NULL AND EXISTS (
    SELECT 1
    FROM information_schema.tables
    WHERE table_schema = DATABASE() AND table_name = 'system_lkup'
        AND table_comment = 'Settings of the whole store, the same for every tool that calls it.'
);

SELECT GROUP_CONCAT(here.object_name ORDER BY here.object_name SEPARATOR ', '), COALESCE(SUM(here.is_of_its_kind), 0)
INTO @ptdb_here, @ptdb_number
FROM (
    SELECT
        table_name AS object_name,
        FIND_IN_SET(table_name, IF(table_type = 'VIEW', @ptdb_views, @ptdb_tables)) > 0 AS is_of_its_kind
    FROM information_schema.tables
    WHERE table_schema = DATABASE() AND FIND_IN_SET(table_name, CONCAT(@ptdb_tables, ',', @ptdb_views))
    UNION ALL
    SELECT routine_name, TRUE
    FROM information_schema.routines
    WHERE routine_schema = DATABASE() AND routine_type = 'PROCEDURE' AND FIND_IN_SET(routine_name, @ptdb_routines)
) AS here;
