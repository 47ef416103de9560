-- Compares what is installed with what should be, and says so in words. Reads the catalogue and the preloaded rows, and
-- changes nothing.
--
--   psql -X -d DATABASE -f verify.sql                       the schema process_tracker
--   psql -X -d DATABASE -v schema=NAME -f verify.sql        a schema of your choice
--
-- All well: one notice, exit status 0. Else an error that lists every difference, exit status 3.
-- What it expects, between the marks below, scripts/generate writes from contract.toml and the files beside this one.

\set ON_ERROR_STOP on
\if :{?schema}
\else
\set schema process_tracker
\endif

BEGIN;
SET LOCAL transaction_read_only TO on;
SELECT set_config('ptdb.schema', :'schema', true) AS installed_in \gset
SET LOCAL search_path TO :"schema", pg_temp;

DO $$
DECLARE
    v_schema text := current_setting('ptdb.schema');
    v_schema_oid oid := to_regnamespace(quote_ident(v_schema));
    v_findings text[] := '{}';
    v_rows text[];
    v_summary text;
BEGIN
    IF v_schema_oid IS NULL THEN
        RAISE EXCEPTION 'there is no schema "%" in database "%"; install.sql makes it', v_schema, current_database();
    END IF;

    WITH
    -- expected: begin
    expected_column (table_name, column_name, data_type, is_required) AS (
        VALUES
            ('actor_lkup', 'actor_id', 'integer', true),
            ('actor_lkup', 'actor_name', 'character varying(250)', true),
            ('actor_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('actor_lkup', 'created_by', 'integer', true),
            ('actor_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('actor_lkup', 'updated_by', 'integer', true),
            ('tool_lkup', 'tool_id', 'integer', true),
            ('tool_lkup', 'tool_name', 'character varying(250)', true),
            ('tool_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('tool_lkup', 'created_by', 'integer', true),
            ('tool_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('tool_lkup', 'updated_by', 'integer', true),
            ('system_lkup', 'system_id', 'integer', true),
            ('system_lkup', 'system_key', 'character varying(250)', true),
            ('system_lkup', 'system_value', 'character varying(250)', true),
            ('system_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('system_lkup', 'created_by', 'integer', true),
            ('system_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('system_lkup', 'updated_by', 'integer', true),
            ('schedule_frequency_lkup', 'schedule_frequency_id', 'integer', true),
            ('schedule_frequency_lkup', 'schedule_frequency_name', 'character varying(25)', true),
            ('schedule_frequency_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('schedule_frequency_lkup', 'created_by', 'integer', true),
            ('schedule_frequency_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('schedule_frequency_lkup', 'updated_by', 'integer', true),
            ('contact_lkup', 'contact_id', 'integer', true),
            ('contact_lkup', 'contact_name', 'character varying(250)', true),
            ('contact_lkup', 'contact_email', 'character varying(750)', false),
            ('contact_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('contact_lkup', 'created_by', 'integer', true),
            ('contact_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('contact_lkup', 'updated_by', 'integer', true),
            ('location_type_lkup', 'location_type_id', 'integer', true),
            ('location_type_lkup', 'location_type_name', 'character varying(25)', true),
            ('location_type_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('location_type_lkup', 'created_by', 'integer', true),
            ('location_type_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('location_type_lkup', 'updated_by', 'integer', true),
            ('location_lkup', 'location_id', 'integer', true),
            ('location_lkup', 'location_name', 'character varying(750)', true),
            ('location_lkup', 'location_path', 'character varying(750)', true),
            ('location_lkup', 'location_type_id', 'integer', true),
            ('location_lkup', 'location_file_count', 'integer', false),
            ('location_lkup', 'location_bucket_name', 'character varying(750)', false),
            ('location_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('location_lkup', 'created_by', 'integer', true),
            ('location_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('location_lkup', 'updated_by', 'integer', true),
            ('source_type_lkup', 'source_type_id', 'integer', true),
            ('source_type_lkup', 'source_type_name', 'character varying(75)', true),
            ('source_type_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('source_type_lkup', 'created_by', 'integer', true),
            ('source_type_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('source_type_lkup', 'updated_by', 'integer', true),
            ('character_set_lkup', 'character_set_id', 'integer', true),
            ('character_set_lkup', 'character_set_name', 'character varying(75)', true),
            ('character_set_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('character_set_lkup', 'created_by', 'integer', true),
            ('character_set_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('character_set_lkup', 'updated_by', 'integer', true),
            ('data_type_lkup', 'data_type_id', 'integer', true),
            ('data_type_lkup', 'data_type', 'character varying(75)', true),
            ('data_type_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('data_type_lkup', 'created_by', 'integer', true),
            ('data_type_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('data_type_lkup', 'updated_by', 'integer', true),
            ('dataset_type_lkup', 'dataset_type_id', 'integer', true),
            ('dataset_type_lkup', 'dataset_type', 'character varying(250)', true),
            ('dataset_type_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('dataset_type_lkup', 'created_by', 'integer', true),
            ('dataset_type_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('dataset_type_lkup', 'updated_by', 'integer', true),
            ('filter_type_lkup', 'filter_type_id', 'integer', true),
            ('filter_type_lkup', 'filter_type_name', 'character varying(75)', true),
            ('filter_type_lkup', 'filter_type_code', 'character varying(3)', true),
            ('filter_type_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('filter_type_lkup', 'created_by', 'integer', true),
            ('filter_type_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('filter_type_lkup', 'updated_by', 'integer', true),
            ('source_lkup', 'source_id', 'integer', true),
            ('source_lkup', 'source_name', 'character varying(250)', true),
            ('source_lkup', 'character_set_id', 'integer', false),
            ('source_lkup', 'source_type_id', 'integer', true),
            ('source_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('source_lkup', 'created_by', 'integer', true),
            ('source_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('source_lkup', 'updated_by', 'integer', true),
            ('source_object_lkup', 'source_object_id', 'integer', true),
            ('source_object_lkup', 'source_id', 'integer', true),
            ('source_object_lkup', 'source_object_name', 'character varying(250)', true),
            ('source_object_lkup', 'character_set_id', 'integer', false),
            ('source_object_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('source_object_lkup', 'created_by', 'integer', true),
            ('source_object_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('source_object_lkup', 'updated_by', 'integer', true),
            ('source_object_attribute_lkup', 'source_object_attribute_id', 'integer', true),
            ('source_object_attribute_lkup', 'source_object_attribute_name', 'character varying(250)', true),
            ('source_object_attribute_lkup', 'source_object_id', 'integer', true),
            ('source_object_attribute_lkup', 'attribute_path', 'character varying(750)', false),
            ('source_object_attribute_lkup', 'data_type_id', 'integer', false),
            ('source_object_attribute_lkup', 'data_length', 'integer', false),
            ('source_object_attribute_lkup', 'data_decimal', 'integer', false),
            ('source_object_attribute_lkup', 'is_pii', 'boolean', true),
            ('source_object_attribute_lkup', 'default_value_string', 'character varying(250)', false),
            ('source_object_attribute_lkup', 'default_value_number', 'numeric', false),
            ('source_object_attribute_lkup', 'is_key', 'boolean', true),
            ('source_object_attribute_lkup', 'is_filter', 'boolean', true),
            ('source_object_attribute_lkup', 'is_partition', 'boolean', true),
            ('source_object_attribute_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('source_object_attribute_lkup', 'created_by', 'integer', true),
            ('source_object_attribute_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('source_object_attribute_lkup', 'updated_by', 'integer', true),
            ('source_contact', 'source_id', 'integer', true),
            ('source_contact', 'contact_id', 'integer', true),
            ('source_contact', 'created_date_time', 'timestamp with time zone', true),
            ('source_contact', 'created_by', 'integer', true),
            ('source_contact', 'update_date_time', 'timestamp with time zone', true),
            ('source_contact', 'updated_by', 'integer', true),
            ('source_dataset_type', 'source_id', 'integer', true),
            ('source_dataset_type', 'dataset_type_id', 'integer', true),
            ('source_dataset_type', 'created_date_time', 'timestamp with time zone', true),
            ('source_dataset_type', 'created_by', 'integer', true),
            ('source_dataset_type', 'update_date_time', 'timestamp with time zone', true),
            ('source_dataset_type', 'updated_by', 'integer', true),
            ('source_object_dataset_type', 'source_object_id', 'integer', true),
            ('source_object_dataset_type', 'dataset_type_id', 'integer', true),
            ('source_object_dataset_type', 'created_date_time', 'timestamp with time zone', true),
            ('source_object_dataset_type', 'created_by', 'integer', true),
            ('source_object_dataset_type', 'update_date_time', 'timestamp with time zone', true),
            ('source_object_dataset_type', 'updated_by', 'integer', true),
            ('source_location', 'source_id', 'integer', true),
            ('source_location', 'location_id', 'integer', true),
            ('source_location', 'created_date_time', 'timestamp with time zone', true),
            ('source_location', 'created_by', 'integer', true),
            ('source_location', 'update_date_time', 'timestamp with time zone', true),
            ('source_location', 'updated_by', 'integer', true),
            ('source_object_location', 'source_object_id', 'integer', true),
            ('source_object_location', 'location_id', 'integer', true),
            ('source_object_location', 'created_date_time', 'timestamp with time zone', true),
            ('source_object_location', 'created_by', 'integer', true),
            ('source_object_location', 'update_date_time', 'timestamp with time zone', true),
            ('source_object_location', 'updated_by', 'integer', true),
            ('process_type_lkup', 'process_type_id', 'integer', true),
            ('process_type_lkup', 'process_type_name', 'character varying(250)', true),
            ('process_type_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('process_type_lkup', 'created_by', 'integer', true),
            ('process_type_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('process_type_lkup', 'updated_by', 'integer', true),
            ('process_status_lkup', 'process_status_id', 'integer', true),
            ('process_status_lkup', 'process_status_name', 'character varying(75)', true),
            ('process_status_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('process_status_lkup', 'created_by', 'integer', true),
            ('process_status_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('process_status_lkup', 'updated_by', 'integer', true),
            ('dependency_type_lkup', 'dependency_type_id', 'integer', true),
            ('dependency_type_lkup', 'dependency_type_name', 'character varying(75)', true),
            ('dependency_type_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('dependency_type_lkup', 'created_by', 'integer', true),
            ('dependency_type_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('dependency_type_lkup', 'updated_by', 'integer', true),
            ('process', 'process_id', 'integer', true),
            ('process', 'process_name', 'character varying(250)', true),
            ('process', 'total_record_count', 'bigint', true),
            ('process', 'process_type_id', 'integer', true),
            ('process', 'process_tool_id', 'integer', true),
            ('process', 'last_failed_run_date_time', 'timestamp with time zone', false),
            ('process', 'last_completed_run_date_time', 'timestamp with time zone', false),
            ('process', 'last_errored_run_date_time', 'timestamp with time zone', false),
            ('process', 'schedule_frequency_id', 'integer', true),
            ('process', 'max_concurrent_failures', 'integer', false),
            ('process', 'stale_after_seconds', 'integer', false),
            ('process', 'created_date_time', 'timestamp with time zone', true),
            ('process', 'created_by', 'integer', true),
            ('process', 'update_date_time', 'timestamp with time zone', true),
            ('process', 'updated_by', 'integer', true),
            ('process_tracking', 'process_tracking_id', 'bigint', true),
            ('process_tracking', 'process_id', 'integer', true),
            ('process_tracking', 'process_status_id', 'integer', true),
            ('process_tracking', 'process_run_id', 'bigint', true),
            ('process_tracking', 'process_run_low_date_time', 'timestamp with time zone', false),
            ('process_tracking', 'process_run_high_date_time', 'timestamp with time zone', false),
            ('process_tracking', 'process_run_start_date_time', 'timestamp with time zone', true),
            ('process_tracking', 'process_run_end_date_time', 'timestamp with time zone', false),
            ('process_tracking', 'process_run_heartbeat_date_time', 'timestamp with time zone', false),
            ('process_tracking', 'process_run_record_count', 'bigint', true),
            ('process_tracking', 'process_run_insert_count', 'bigint', true),
            ('process_tracking', 'process_run_update_count', 'bigint', true),
            ('process_tracking', 'process_run_delete_count', 'bigint', true),
            ('process_tracking', 'process_run_reject_count', 'bigint', true),
            ('process_tracking', 'process_run_actor_id', 'integer', true),
            ('process_tracking', 'is_latest_run', 'boolean', true),
            ('process_tracking', 'process_run_name', 'character varying(250)', false),
            ('process_tracking', 'parent_process_tracking_id', 'bigint', false),
            ('process_tracking', 'created_date_time', 'timestamp with time zone', true),
            ('process_tracking', 'created_by', 'integer', true),
            ('process_tracking', 'update_date_time', 'timestamp with time zone', true),
            ('process_tracking', 'updated_by', 'integer', true),
            ('process_contact', 'process_id', 'integer', true),
            ('process_contact', 'contact_id', 'integer', true),
            ('process_contact', 'created_date_time', 'timestamp with time zone', true),
            ('process_contact', 'created_by', 'integer', true),
            ('process_contact', 'update_date_time', 'timestamp with time zone', true),
            ('process_contact', 'updated_by', 'integer', true),
            ('process_dataset_type', 'process_id', 'integer', true),
            ('process_dataset_type', 'dataset_type_id', 'integer', true),
            ('process_dataset_type', 'created_date_time', 'timestamp with time zone', true),
            ('process_dataset_type', 'created_by', 'integer', true),
            ('process_dataset_type', 'update_date_time', 'timestamp with time zone', true),
            ('process_dataset_type', 'updated_by', 'integer', true),
            ('process_dependency', 'parent_process_id', 'integer', true),
            ('process_dependency', 'child_process_id', 'integer', true),
            ('process_dependency', 'dependency_type_id', 'integer', true),
            ('process_dependency', 'created_date_time', 'timestamp with time zone', true),
            ('process_dependency', 'created_by', 'integer', true),
            ('process_dependency', 'update_date_time', 'timestamp with time zone', true),
            ('process_dependency', 'updated_by', 'integer', true),
            ('process_filter', 'process_filter_id', 'integer', true),
            ('process_filter', 'process_id', 'integer', true),
            ('process_filter', 'source_object_attribute_id', 'integer', true),
            ('process_filter', 'filter_type_id', 'integer', true),
            ('process_filter', 'filter_value_string', 'character varying(250)', false),
            ('process_filter', 'filter_value_numeric', 'numeric', false),
            ('process_filter', 'created_date_time', 'timestamp with time zone', true),
            ('process_filter', 'created_by', 'integer', true),
            ('process_filter', 'update_date_time', 'timestamp with time zone', true),
            ('process_filter', 'updated_by', 'integer', true),
            ('process_source', 'process_id', 'integer', true),
            ('process_source', 'source_id', 'integer', true),
            ('process_source', 'created_date_time', 'timestamp with time zone', true),
            ('process_source', 'created_by', 'integer', true),
            ('process_source', 'update_date_time', 'timestamp with time zone', true),
            ('process_source', 'updated_by', 'integer', true),
            ('process_source_object', 'process_id', 'integer', true),
            ('process_source_object', 'source_object_id', 'integer', true),
            ('process_source_object', 'created_date_time', 'timestamp with time zone', true),
            ('process_source_object', 'created_by', 'integer', true),
            ('process_source_object', 'update_date_time', 'timestamp with time zone', true),
            ('process_source_object', 'updated_by', 'integer', true),
            ('process_source_object_attribute', 'process_id', 'integer', true),
            ('process_source_object_attribute', 'source_object_attribute_id', 'integer', true),
            ('process_source_object_attribute', 'source_object_attribute_alias', 'character varying(250)', false),
            ('process_source_object_attribute', 'source_object_attribute_expression', 'character varying(250)', false),
            ('process_source_object_attribute', 'created_date_time', 'timestamp with time zone', true),
            ('process_source_object_attribute', 'created_by', 'integer', true),
            ('process_source_object_attribute', 'update_date_time', 'timestamp with time zone', true),
            ('process_source_object_attribute', 'updated_by', 'integer', true),
            ('process_target', 'process_id', 'integer', true),
            ('process_target', 'target_source_id', 'integer', true),
            ('process_target', 'created_date_time', 'timestamp with time zone', true),
            ('process_target', 'created_by', 'integer', true),
            ('process_target', 'update_date_time', 'timestamp with time zone', true),
            ('process_target', 'updated_by', 'integer', true),
            ('process_target_object', 'process_id', 'integer', true),
            ('process_target_object', 'target_object_id', 'integer', true),
            ('process_target_object', 'created_date_time', 'timestamp with time zone', true),
            ('process_target_object', 'created_by', 'integer', true),
            ('process_target_object', 'update_date_time', 'timestamp with time zone', true),
            ('process_target_object', 'updated_by', 'integer', true),
            ('process_target_object_attribute', 'process_id', 'integer', true),
            ('process_target_object_attribute', 'target_object_attribute_id', 'integer', true),
            ('process_target_object_attribute', 'target_object_attribute_alias', 'character varying(250)', false),
            ('process_target_object_attribute', 'target_object_attribute_expression', 'character varying(250)', false),
            ('process_target_object_attribute', 'created_date_time', 'timestamp with time zone', true),
            ('process_target_object_attribute', 'created_by', 'integer', true),
            ('process_target_object_attribute', 'update_date_time', 'timestamp with time zone', true),
            ('process_target_object_attribute', 'updated_by', 'integer', true),
            ('cluster_tracking_lkup', 'cluster_id', 'integer', true),
            ('cluster_tracking_lkup', 'cluster_name', 'character varying(250)', true),
            ('cluster_tracking_lkup', 'cluster_max_memory', 'integer', false),
            ('cluster_tracking_lkup', 'cluster_max_memory_unit', 'character varying(2)', false),
            ('cluster_tracking_lkup', 'cluster_max_processing', 'integer', false),
            ('cluster_tracking_lkup', 'cluster_max_processing_unit', 'character varying(3)', false),
            ('cluster_tracking_lkup', 'cluster_current_memory_usage', 'integer', false),
            ('cluster_tracking_lkup', 'cluster_current_process_usage', 'integer', false),
            ('cluster_tracking_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('cluster_tracking_lkup', 'created_by', 'integer', true),
            ('cluster_tracking_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('cluster_tracking_lkup', 'updated_by', 'integer', true),
            ('cluster_process', 'cluster_id', 'integer', true),
            ('cluster_process', 'process_id', 'integer', true),
            ('cluster_process', 'created_date_time', 'timestamp with time zone', true),
            ('cluster_process', 'created_by', 'integer', true),
            ('cluster_process', 'update_date_time', 'timestamp with time zone', true),
            ('cluster_process', 'updated_by', 'integer', true),
            ('extract_status_lkup', 'extract_status_id', 'integer', true),
            ('extract_status_lkup', 'extract_status_name', 'character varying(75)', true),
            ('extract_status_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('extract_status_lkup', 'created_by', 'integer', true),
            ('extract_status_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('extract_status_lkup', 'updated_by', 'integer', true),
            ('extract_compression_type_lkup', 'extract_compression_type_id', 'integer', true),
            ('extract_compression_type_lkup', 'extract_compression_type', 'character varying(25)', true),
            ('extract_compression_type_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('extract_compression_type_lkup', 'created_by', 'integer', true),
            ('extract_compression_type_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('extract_compression_type_lkup', 'updated_by', 'integer', true),
            ('extract_filetype_lkup', 'extract_filetype_id', 'integer', true),
            ('extract_filetype_lkup', 'extract_filetype', 'character varying(75)', true),
            ('extract_filetype_lkup', 'extract_filetype_code', 'character varying(25)', true),
            ('extract_filetype_lkup', 'delimiter_char', 'character varying(1)', false),
            ('extract_filetype_lkup', 'quote_char', 'character varying(1)', false),
            ('extract_filetype_lkup', 'escape_char', 'character varying(1)', false),
            ('extract_filetype_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('extract_filetype_lkup', 'created_by', 'integer', true),
            ('extract_filetype_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('extract_filetype_lkup', 'updated_by', 'integer', true),
            ('filesize_type_lkup', 'filesize_type_id', 'integer', true),
            ('filesize_type_lkup', 'filesize_type_name', 'character varying(75)', true),
            ('filesize_type_lkup', 'filesize_type_code', 'character varying(2)', true),
            ('filesize_type_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('filesize_type_lkup', 'created_by', 'integer', true),
            ('filesize_type_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('filesize_type_lkup', 'updated_by', 'integer', true),
            ('extract_tracking', 'extract_id', 'bigint', true),
            ('extract_tracking', 'extract_filename', 'character varying(750)', true),
            ('extract_tracking', 'extract_location_id', 'integer', true),
            ('extract_tracking', 'extract_status_id', 'integer', true),
            ('extract_tracking', 'extract_registration_date_time', 'timestamp with time zone', true),
            ('extract_tracking', 'extract_write_low_date_time', 'timestamp with time zone', false),
            ('extract_tracking', 'extract_write_high_date_time', 'timestamp with time zone', false),
            ('extract_tracking', 'extract_write_record_count', 'bigint', false),
            ('extract_tracking', 'extract_load_low_date_time', 'timestamp with time zone', false),
            ('extract_tracking', 'extract_load_high_date_time', 'timestamp with time zone', false),
            ('extract_tracking', 'extract_load_record_count', 'bigint', false),
            ('extract_tracking', 'extract_compression_type_id', 'integer', false),
            ('extract_tracking', 'extract_filetype_id', 'integer', false),
            ('extract_tracking', 'extract_filesize', 'numeric', false),
            ('extract_tracking', 'extract_filesize_type_id', 'integer', false),
            ('extract_tracking', 'created_date_time', 'timestamp with time zone', true),
            ('extract_tracking', 'created_by', 'integer', true),
            ('extract_tracking', 'update_date_time', 'timestamp with time zone', true),
            ('extract_tracking', 'updated_by', 'integer', true),
            ('extract_process_tracking', 'extract_tracking_id', 'bigint', true),
            ('extract_process_tracking', 'process_tracking_id', 'bigint', true),
            ('extract_process_tracking', 'extract_process_status_id', 'integer', true),
            ('extract_process_tracking', 'extract_process_event_date_time', 'timestamp with time zone', true),
            ('extract_process_tracking', 'created_date_time', 'timestamp with time zone', true),
            ('extract_process_tracking', 'created_by', 'integer', true),
            ('extract_process_tracking', 'update_date_time', 'timestamp with time zone', true),
            ('extract_process_tracking', 'updated_by', 'integer', true),
            ('extract_dataset_type', 'extract_id', 'bigint', true),
            ('extract_dataset_type', 'dataset_type_id', 'integer', true),
            ('extract_dataset_type', 'created_date_time', 'timestamp with time zone', true),
            ('extract_dataset_type', 'created_by', 'integer', true),
            ('extract_dataset_type', 'update_date_time', 'timestamp with time zone', true),
            ('extract_dataset_type', 'updated_by', 'integer', true),
            ('extract_dependency', 'parent_extract_id', 'bigint', true),
            ('extract_dependency', 'child_extract_id', 'bigint', true),
            ('extract_dependency', 'dependency_type_id', 'integer', true),
            ('extract_dependency', 'created_date_time', 'timestamp with time zone', true),
            ('extract_dependency', 'created_by', 'integer', true),
            ('extract_dependency', 'update_date_time', 'timestamp with time zone', true),
            ('extract_dependency', 'updated_by', 'integer', true),
            ('extract_source', 'extract_id', 'bigint', true),
            ('extract_source', 'source_id', 'integer', true),
            ('extract_source', 'created_date_time', 'timestamp with time zone', true),
            ('extract_source', 'created_by', 'integer', true),
            ('extract_source', 'update_date_time', 'timestamp with time zone', true),
            ('extract_source', 'updated_by', 'integer', true),
            ('extract_source_object', 'extract_id', 'bigint', true),
            ('extract_source_object', 'source_object_id', 'integer', true),
            ('extract_source_object', 'created_date_time', 'timestamp with time zone', true),
            ('extract_source_object', 'created_by', 'integer', true),
            ('extract_source_object', 'update_date_time', 'timestamp with time zone', true),
            ('extract_source_object', 'updated_by', 'integer', true),
            ('error_type_lkup', 'error_type_id', 'integer', true),
            ('error_type_lkup', 'error_type_name', 'character varying(250)', true),
            ('error_type_lkup', 'created_date_time', 'timestamp with time zone', true),
            ('error_type_lkup', 'created_by', 'integer', true),
            ('error_type_lkup', 'update_date_time', 'timestamp with time zone', true),
            ('error_type_lkup', 'updated_by', 'integer', true),
            ('error_tracking', 'error_tracking_id', 'bigint', true),
            ('error_tracking', 'error_type_id', 'integer', true),
            ('error_tracking', 'error_description', 'text', false),
            ('error_tracking', 'error_occurrence_date_time', 'timestamp with time zone', true),
            ('error_tracking', 'process_tracking_id', 'bigint', true),
            ('error_tracking', 'created_date_time', 'timestamp with time zone', true),
            ('error_tracking', 'created_by', 'integer', true),
            ('error_tracking', 'update_date_time', 'timestamp with time zone', true),
            ('error_tracking', 'updated_by', 'integer', true),
            ('execution', 'execution_id', 'uuid', true),
            ('execution', 'status', 'character varying(20)', true),
            ('execution', 'started_on', 'timestamp with time zone', true),
            ('execution', 'completed_on', 'timestamp with time zone', false),
            ('execution', 'execution_time_ms', 'bigint', false),
            ('execution', 'created_on', 'timestamp with time zone', true),
            ('execution', 'updated_on', 'timestamp with time zone', true),
            ('execution', 'created_date_time', 'timestamp with time zone', true),
            ('execution', 'created_by', 'integer', true),
            ('execution', 'update_date_time', 'timestamp with time zone', true),
            ('execution', 'updated_by', 'integer', true),
            ('execution_step', 'execution_step_id', 'uuid', true),
            ('execution_step', 'execution_id', 'uuid', true),
            ('execution_step', 'step_name', 'character varying(20)', true),
            ('execution_step', 'status', 'character varying(20)', true),
            ('execution_step', 'rows_processed', 'bigint', false),
            ('execution_step', 'started_on', 'timestamp with time zone', true),
            ('execution_step', 'completed_on', 'timestamp with time zone', false),
            ('execution_step', 'execution_time_ms', 'bigint', false),
            ('execution_step', 'created_on', 'timestamp with time zone', true),
            ('execution_step', 'updated_on', 'timestamp with time zone', true),
            ('execution_step', 'created_date_time', 'timestamp with time zone', true),
            ('execution_step', 'created_by', 'integer', true),
            ('execution_step', 'update_date_time', 'timestamp with time zone', true),
            ('execution_step', 'updated_by', 'integer', true),
            ('execution_step_model', 'execution_step_model_id', 'uuid', true),
            ('execution_step_model', 'execution_step_id', 'uuid', true),
            ('execution_step_model', 'model_name', 'character varying(250)', true),
            ('execution_step_model', 'checksum', 'character varying(100)', true),
            ('execution_step_model', 'created_on', 'timestamp with time zone', true),
            ('execution_step_model', 'updated_on', 'timestamp with time zone', true),
            ('execution_step_model', 'created_date_time', 'timestamp with time zone', true),
            ('execution_step_model', 'created_by', 'integer', true),
            ('execution_step_model', 'update_date_time', 'timestamp with time zone', true),
            ('execution_step_model', 'updated_by', 'integer', true)
    ),

    expected_constraint (table_name, constraint_name) AS (
        VALUES
            ('actor_lkup', 'actor_lkup_pk'),
            ('actor_lkup', 'actor_lkup_actor_name_uk'),
            ('cluster_tracking_lkup', 'cluster_tracking_lkup_pk'),
            ('cluster_tracking_lkup', 'cluster_tracking_lkup_cluster_name_uk'),
            ('cluster_tracking_lkup', 'cluster_tracking_lkup_max_memory_ck'),
            ('cluster_tracking_lkup', 'cluster_tracking_lkup_max_processing_ck'),
            ('cluster_process', 'cluster_process_pk'),
            ('cluster_process', 'cluster_process_cluster_id_fk'),
            ('cluster_process', 'cluster_process_process_id_fk'),
            ('contact_lkup', 'contact_lkup_pk'),
            ('contact_lkup', 'contact_lkup_contact_name_uk'),
            ('contact_lkup', 'contact_lkup_contact_email_uk'),
            ('error_type_lkup', 'error_type_lkup_pk'),
            ('error_type_lkup', 'error_type_lkup_error_type_name_uk'),
            ('error_tracking', 'error_tracking_pk'),
            ('error_tracking', 'error_tracking_error_type_id_fk'),
            ('error_tracking', 'error_tracking_process_tracking_id_fk'),
            ('extract_status_lkup', 'extract_status_lkup_pk'),
            ('extract_status_lkup', 'extract_status_lkup_extract_status_name_uk'),
            ('extract_compression_type_lkup', 'extract_compression_type_lkup_pk'),
            ('extract_compression_type_lkup', 'extract_compression_type_lkup_extract_compression_type_uk'),
            ('extract_filetype_lkup', 'extract_filetype_lkup_pk'),
            ('extract_filetype_lkup', 'extract_filetype_lkup_extract_filetype_uk'),
            ('extract_filetype_lkup', 'extract_filetype_lkup_extract_filetype_code_uk'),
            ('filesize_type_lkup', 'filesize_type_lkup_pk'),
            ('filesize_type_lkup', 'filesize_type_lkup_filesize_type_name_uk'),
            ('filesize_type_lkup', 'filesize_type_lkup_filesize_type_code_uk'),
            ('extract_tracking', 'extract_tracking_pk'),
            ('extract_tracking', 'extract_tracking_extract_filename_uk'),
            ('extract_tracking', 'extract_tracking_extract_location_id_fk'),
            ('extract_tracking', 'extract_tracking_extract_status_id_fk'),
            ('extract_tracking', 'extract_tracking_extract_compression_type_id_fk'),
            ('extract_tracking', 'extract_tracking_extract_filetype_id_fk'),
            ('extract_tracking', 'extract_tracking_extract_filesize_type_id_fk'),
            ('extract_tracking', 'extract_tracking_counts_ck'),
            ('extract_tracking', 'extract_tracking_write_dates_ck'),
            ('extract_tracking', 'extract_tracking_load_dates_ck'),
            ('extract_tracking', 'extract_tracking_filesize_ck'),
            ('extract_process_tracking', 'extract_process_tracking_pk'),
            ('extract_process_tracking', 'extract_process_tracking_extract_tracking_id_fk'),
            ('extract_process_tracking', 'extract_process_tracking_process_tracking_id_fk'),
            ('extract_process_tracking', 'extract_process_tracking_extract_process_status_id_fk'),
            ('extract_dataset_type', 'extract_dataset_type_pk'),
            ('extract_dataset_type', 'extract_dataset_type_extract_id_fk'),
            ('extract_dataset_type', 'extract_dataset_type_dataset_type_id_fk'),
            ('extract_dependency', 'extract_dependency_pk'),
            ('extract_dependency', 'extract_dependency_parent_extract_id_fk'),
            ('extract_dependency', 'extract_dependency_child_extract_id_fk'),
            ('extract_dependency', 'extract_dependency_dependency_type_id_fk'),
            ('extract_dependency', 'extract_dependency_self_ck'),
            ('extract_source', 'extract_source_pk'),
            ('extract_source', 'extract_source_extract_id_fk'),
            ('extract_source', 'extract_source_source_id_fk'),
            ('extract_source_object', 'extract_source_object_pk'),
            ('extract_source_object', 'extract_source_object_extract_id_fk'),
            ('extract_source_object', 'extract_source_object_source_object_id_fk'),
            ('location_type_lkup', 'location_type_lkup_pk'),
            ('location_type_lkup', 'location_type_lkup_location_type_name_uk'),
            ('location_lkup', 'location_lkup_pk'),
            ('location_lkup', 'location_lkup_location_name_uk'),
            ('location_lkup', 'location_lkup_location_path_uk'),
            ('location_lkup', 'location_lkup_location_type_id_fk'),
            ('location_lkup', 'location_lkup_file_count_ck'),
            ('execution', 'execution_pk'),
            ('execution', 'execution_status_ck'),
            ('execution', 'execution_time_ck'),
            ('execution_step', 'execution_step_pk'),
            ('execution_step', 'execution_step_step_name_uk'),
            ('execution_step', 'execution_step_execution_id_fk'),
            ('execution_step', 'execution_step_name_ck'),
            ('execution_step', 'execution_step_status_ck'),
            ('execution_step', 'execution_step_rows_ck'),
            ('execution_step', 'execution_step_time_ck'),
            ('execution_step_model', 'execution_step_model_pk'),
            ('execution_step_model', 'execution_step_model_model_name_uk'),
            ('execution_step_model', 'execution_step_model_execution_step_id_fk'),
            ('process_type_lkup', 'process_type_lkup_pk'),
            ('process_type_lkup', 'process_type_lkup_process_type_name_uk'),
            ('process_status_lkup', 'process_status_lkup_pk'),
            ('process_status_lkup', 'process_status_lkup_process_status_name_uk'),
            ('dependency_type_lkup', 'dependency_type_lkup_pk'),
            ('dependency_type_lkup', 'dependency_type_lkup_dependency_type_name_uk'),
            ('process', 'process_pk'),
            ('process', 'process_name_uk'),
            ('process', 'process_process_type_id_fk'),
            ('process', 'process_process_tool_id_fk'),
            ('process', 'process_schedule_frequency_id_fk'),
            ('process', 'process_total_record_count_ck'),
            ('process', 'process_max_concurrent_failures_ck'),
            ('process', 'process_stale_after_seconds_ck'),
            ('process_tracking', 'process_tracking_pk'),
            ('process_tracking', 'process_tracking_process_run_id_uk'),
            ('process_tracking', 'process_tracking_process_id_fk'),
            ('process_tracking', 'process_tracking_process_status_id_fk'),
            ('process_tracking', 'process_tracking_process_run_actor_id_fk'),
            ('process_tracking', 'process_tracking_parent_process_tracking_id_fk'),
            ('process_tracking', 'process_tracking_run_id_ck'),
            ('process_tracking', 'process_tracking_counts_ck'),
            ('process_tracking', 'process_tracking_dates_ck'),
            ('process_tracking', 'process_tracking_parent_ck'),
            ('process_contact', 'process_contact_pk'),
            ('process_contact', 'process_contact_process_id_fk'),
            ('process_contact', 'process_contact_contact_id_fk'),
            ('process_dataset_type', 'process_dataset_type_pk'),
            ('process_dataset_type', 'process_dataset_type_process_id_fk'),
            ('process_dataset_type', 'process_dataset_type_dataset_type_id_fk'),
            ('process_dependency', 'process_dependency_pk'),
            ('process_dependency', 'process_dependency_parent_process_id_fk'),
            ('process_dependency', 'process_dependency_child_process_id_fk'),
            ('process_dependency', 'process_dependency_dependency_type_id_fk'),
            ('process_dependency', 'process_dependency_self_ck'),
            ('process_filter', 'process_filter_pk'),
            ('process_filter', 'process_filter_filter_type_id_uk'),
            ('process_filter', 'process_filter_process_id_fk'),
            ('process_filter', 'process_filter_source_object_attribute_id_fk'),
            ('process_filter', 'process_filter_filter_type_id_fk'),
            ('process_source', 'process_source_pk'),
            ('process_source', 'process_source_process_id_fk'),
            ('process_source', 'process_source_source_id_fk'),
            ('process_source_object', 'process_source_object_pk'),
            ('process_source_object', 'process_source_object_process_id_fk'),
            ('process_source_object', 'process_source_object_source_object_id_fk'),
            ('process_source_object_attribute', 'process_source_object_attribute_pk'),
            ('process_source_object_attribute', 'process_source_object_attribute_process_id_fk'),
            ('process_source_object_attribute', 'process_source_object_attribute_source_object_attribute_id_fk'),
            ('process_target', 'process_target_pk'),
            ('process_target', 'process_target_process_id_fk'),
            ('process_target', 'process_target_target_source_id_fk'),
            ('process_target_object', 'process_target_object_pk'),
            ('process_target_object', 'process_target_object_process_id_fk'),
            ('process_target_object', 'process_target_object_target_object_id_fk'),
            ('process_target_object_attribute', 'process_target_object_attribute_pk'),
            ('process_target_object_attribute', 'process_target_object_attribute_process_id_fk'),
            ('process_target_object_attribute', 'process_target_object_attribute_target_object_attribute_id_fk'),
            ('schedule_frequency_lkup', 'schedule_frequency_lkup_pk'),
            ('schedule_frequency_lkup', 'schedule_frequency_lkup_schedule_frequency_name_uk'),
            ('source_type_lkup', 'source_type_lkup_pk'),
            ('source_type_lkup', 'source_type_lkup_source_type_name_uk'),
            ('character_set_lkup', 'character_set_lkup_pk'),
            ('character_set_lkup', 'character_set_lkup_character_set_name_uk'),
            ('data_type_lkup', 'data_type_lkup_pk'),
            ('data_type_lkup', 'data_type_lkup_data_type_uk'),
            ('dataset_type_lkup', 'dataset_type_lkup_pk'),
            ('dataset_type_lkup', 'dataset_type_lkup_dataset_type_uk'),
            ('filter_type_lkup', 'filter_type_lkup_pk'),
            ('filter_type_lkup', 'filter_type_lkup_filter_type_name_uk'),
            ('filter_type_lkup', 'filter_type_lkup_filter_type_code_uk'),
            ('source_lkup', 'source_lkup_pk'),
            ('source_lkup', 'source_lkup_source_name_uk'),
            ('source_lkup', 'source_lkup_character_set_id_fk'),
            ('source_lkup', 'source_lkup_source_type_id_fk'),
            ('source_object_lkup', 'source_object_lkup_pk'),
            ('source_object_lkup', 'source_object_lkup_source_object_name_uk'),
            ('source_object_lkup', 'source_object_lkup_source_id_fk'),
            ('source_object_lkup', 'source_object_lkup_character_set_id_fk'),
            ('source_object_attribute_lkup', 'source_object_attribute_lkup_pk'),
            ('source_object_attribute_lkup', 'source_object_attribute_lkup_source_object_attribute_name_uk'),
            ('source_object_attribute_lkup', 'source_object_attribute_lkup_source_object_id_fk'),
            ('source_object_attribute_lkup', 'source_object_attribute_lkup_data_type_id_fk'),
            ('source_object_attribute_lkup', 'source_object_attribute_lkup_length_ck'),
            ('source_object_attribute_lkup', 'source_object_attribute_lkup_decimal_ck'),
            ('source_contact', 'source_contact_pk'),
            ('source_contact', 'source_contact_source_id_fk'),
            ('source_contact', 'source_contact_contact_id_fk'),
            ('source_dataset_type', 'source_dataset_type_pk'),
            ('source_dataset_type', 'source_dataset_type_source_id_fk'),
            ('source_dataset_type', 'source_dataset_type_dataset_type_id_fk'),
            ('source_object_dataset_type', 'source_object_dataset_type_pk'),
            ('source_object_dataset_type', 'source_object_dataset_type_source_object_id_fk'),
            ('source_object_dataset_type', 'source_object_dataset_type_dataset_type_id_fk'),
            ('source_location', 'source_location_pk'),
            ('source_location', 'source_location_source_id_fk'),
            ('source_location', 'source_location_location_id_fk'),
            ('source_object_location', 'source_object_location_pk'),
            ('source_object_location', 'source_object_location_source_object_id_fk'),
            ('source_object_location', 'source_object_location_location_id_fk'),
            ('system_lkup', 'system_lkup_pk'),
            ('system_lkup', 'system_lkup_system_key_uk'),
            ('tool_lkup', 'tool_lkup_pk'),
            ('tool_lkup', 'tool_lkup_tool_name_uk')
    ),

    expected_index (table_name, index_name) AS (
        VALUES
            ('cluster_process', 'cluster_process_process_id_ix'),
            ('error_tracking', 'error_tracking_process_tracking_id_ix'),
            ('error_tracking', 'error_tracking_error_type_id_ix'),
            ('extract_tracking', 'extract_tracking_extract_status_id_ix'),
            ('extract_process_tracking', 'extract_process_tracking_process_tracking_id_ix'),
            ('extract_process_tracking', 'extract_process_tracking_extract_process_status_id_ix'),
            ('extract_dataset_type', 'extract_dataset_type_dataset_type_id_ix'),
            ('extract_dependency', 'extract_dependency_child_extract_id_ix'),
            ('extract_dependency', 'extract_dependency_dependency_type_id_ix'),
            ('extract_source', 'extract_source_source_id_ix'),
            ('extract_source_object', 'extract_source_object_source_object_id_ix'),
            ('location_lkup', 'location_lkup_location_type_id_ix'),
            ('execution', 'execution_completed_on_ix'),
            ('process', 'process_process_type_id_ix'),
            ('process', 'process_process_tool_id_ix'),
            ('process', 'process_schedule_frequency_id_ix'),
            ('process_tracking', 'process_tracking_latest_ux'),
            ('process_tracking', 'process_tracking_process_run_name_ux'),
            ('process_tracking', 'process_tracking_process_run_high_date_time_ix'),
            ('process_tracking', 'process_tracking_process_run_actor_id_ix'),
            ('process_tracking', 'process_tracking_parent_process_tracking_id_ix'),
            ('process_tracking', 'process_tracking_process_status_id_ix'),
            ('process_contact', 'process_contact_contact_id_ix'),
            ('process_dataset_type', 'process_dataset_type_dataset_type_id_ix'),
            ('process_dependency', 'process_dependency_child_process_id_ix'),
            ('process_dependency', 'process_dependency_dependency_type_id_ix'),
            ('process_filter', 'process_filter_source_object_attribute_id_ix'),
            ('process_filter', 'process_filter_filter_type_id_ix'),
            ('process_source', 'process_source_source_id_ix'),
            ('process_source_object', 'process_source_object_source_object_id_ix'),
            ('process_source_object_attribute', 'process_source_object_attribute_source_object_attribute_id_ix'),
            ('process_target', 'process_target_target_source_id_ix'),
            ('process_target_object', 'process_target_object_target_object_id_ix'),
            ('process_target_object_attribute', 'process_target_object_attribute_target_object_attribute_id_ix'),
            ('source_lkup', 'source_lkup_character_set_id_ix'),
            ('source_lkup', 'source_lkup_source_type_id_ix'),
            ('source_object_lkup', 'source_object_lkup_character_set_id_ix'),
            ('source_object_attribute_lkup', 'source_object_attribute_lkup_data_type_id_ix'),
            ('source_contact', 'source_contact_contact_id_ix'),
            ('source_dataset_type', 'source_dataset_type_dataset_type_id_ix'),
            ('source_object_dataset_type', 'source_object_dataset_type_dataset_type_id_ix'),
            ('source_location', 'source_location_location_id_ix'),
            ('source_object_location', 'source_object_location_location_id_ix')
    ),

    expected_view (view_name) AS (
        VALUES
            ('v_process'),
            ('v_process_run'),
            ('v_extract'),
            ('v_error'),
            ('v_process_dependency'),
            ('v_lineage')
    ),

    expected_routine (routine_name, argument_names, body_hash, is_definer) AS (
        VALUES
            ('add_extract_dependency', 'p_parent_extract_id p_child_extract_id p_dependency_type', '279c2e33ede6843840e47d6c6f1806dc5037e3fe58aa9e3a43c5af1e4a4653e2', true),
            ('add_process_contact', 'p_process_name p_contact_name', '732da46cf7ed3719351bfa1d3510b483b5e5e54e549dd8961d747a6a2ea8aab4', true),
            ('add_process_filter', 'p_process_name p_source_name p_source_object_name p_source_object_attribute_name p_filter_type_code p_filter_value_string p_filter_value_numeric', 'b4a50a415b743b5c17e5895a8b5bf0c733961383d6fa1ca212e707a9f43e9cfd', true),
            ('add_source_contact', 'p_source_name p_contact_name', 'cde0ca2029b8cdb07ef68745aae0796c321d87c604c16ea9aeda77e0d3efaebf', true),
            ('bulk_change_extract_status', 'p_process_tracking_id p_extract_ids p_new_status', 'fdb69fdd725b35a2277a713791083f58ea021919fd29c11c4e46471d36d1c886', true),
            ('change_extract_status', 'p_process_tracking_id p_extract_id p_new_status', 'd799652c7b64123c857ef71aee6d185a70da704ebc246f103c3cc8f05ba36892', true),
            ('change_run_status', 'p_process_tracking_id p_new_status p_end_date', '38aa4c5a52baa63d30a158aca7f1a0f2f768b052af9fe1563b7006f72c2f5bf7', true),
            ('compare_step_models', 'p_execution_step_id p_previous_execution_id model_name', 'ea97214ed2d1ddb5a6ab8ea882979aeadbcf028544139aff1aace3e731cff128', true),
            ('complete_execution', 'p_execution_id', '6e76e466f800391e62bdf05c4476d0407d61c1626601f2670e47ccc3f5831a74', true),
            ('complete_step', 'p_execution_step_id p_rows_processed', 'd6f9618e4a6e4404452477f409f38370368c7b73558493203fcec9de572b5dce', true),
            ('create_cluster_process', 'p_cluster_name p_process_name', '452a6e0874f8de2bc1e1c5b5b4996bc28f6dd51906b282bae0784cdeb7e0b340', true),
            ('create_process_dependency', 'p_parent_process_name p_child_process_name p_dependency_type', '1bdb47a845e57c4f93270d50d32ed1613b43fcab8a6bfb03a23eadbbbfe4cff4', true),
            ('create_topic', 'p_topic p_name p_email p_max_memory p_memory_unit p_max_processing p_processing_unit', '876e751b6ff3ce02d6888b2b4a8f0b65253cbb3e658d3e8df94148905a5370a8', true),
            ('delete_cluster_process', 'p_cluster_name p_process_name', '33194ea2d72422aa91d394d100697dc178c51825ead53df67e9a67418268d4b8', true),
            ('delete_process_dependency', 'p_parent_process_name p_child_process_name', '045cfa35b10e4f558c0c04d1eea76f35a7a4a427d9e5eadf1fcfe0279aaad213', true),
            ('delete_topic', 'p_topic p_name', '2fe8cf89949603ba6cde0faefc4900adec0af11df4bd0dad3925e44dbda8dc94', true),
            ('fail_stale_runs', 'number_failed', '6640404eea46bbb8a33701fee90383685019903e06721db0db5043f2f7e95605', true),
            ('find_extracts_by_filename', 'p_filename p_status', 'c923810fd2512a4000af5abe6cdf4085d58a00919115c9b08d1d0a955c07af3e', true),
            ('find_extracts_by_location', 'p_location_name p_location_path p_status', '74d1283ed1c655fb5d0d740fd5c1466b2262ae032c9727c19e14b21195b2d43f', true),
            ('find_extracts_by_process', 'p_process_name p_status', 'fff32ee1ca1cb13fb3a9611bd203726e39e2ea89760bb11b970360c2f39b9a7f', true),
            ('find_process_by_schedule_frequency', 'p_frequency process_id process_name process_type_name tool_name schedule_frequency_name', '4e8e6c5ebf94a8ff5964a701cad246a6d0d59c4f4eeb4855c817fa9964904175', true),
            ('find_process_contacts', 'p_process_id p_process_name contact_name contact_email contact_type source_name', 'cb14bf44f8bcfcfaacb49b107dd8c0a2a150e8c2b63a00f71742b96e835d23c0', true),
            ('find_process_filters', 'p_process_id p_process_name source_name source_object_name source_object_attribute_name filter_type_code filter_value_numeric filter_value_string', '901008f685b9bc445d292e08adafcdc7532d51bc958ea439d7fb6a2f68c579e7', true),
            ('find_process_source_attributes', 'p_process_id p_process_name source_name source_type source_object_name source_object_attribute_name is_key is_filter is_partition', 'd7a6273e4af6fbd8819db899c94bec8e083f3ec5e9f0f6f5c2da10745543c124', true),
            ('find_process_sources', 'p_process_id p_process_name source_id source_name source_object_id source_object_name source_object_attribute_id source_object_attribute_name', '9d3e22615c788233d1df57808355419c96dd9a4c8be17bf4552d0aa2ffdefa63', true),
            ('find_process_target_attributes', 'p_process_id p_process_name target_name target_type target_object_name target_object_attribute_name is_key is_filter is_partition', '928c44c6fec446530f4827d234fe662db05929eb86cf26272295c138c155c216', true),
            ('find_process_targets', 'p_process_id p_process_name target_id target_name target_object_id target_object_name target_object_attribute_id target_object_attribute_name', 'fa32bb3fc1d657ecd4e3ffe3cc8f72a5bae33e44bbd7d0ce21553569d4042d77', true),
            ('get_execution_completion_timestamp', 'p_execution_id completion_timestamp', 'fb754cc1f53c0dfe544f99ca3ef863d424e46c53a494d4f3208488f7a7b2c6a2', true),
            ('get_extract', 'p_extract_id', '0cecc844e6ad190d555ed1b959c11a53b33cb8c57e3060cfd958ab17b4ea5e98', true),
            ('get_last_successful_execution', 'execution_id', '29df92c30f0c4dd4dce9f01ac20dc3250b6a4d07345dde4beca2551aac8186dc', true),
            ('get_process_run', 'p_process_tracking_id process_tracking_id process_id process_name process_type_id process_type_name tool_id tool_name schedule_frequency_name actor_id actor_name process_run_id process_run_name process_status_id process_status_name is_latest_run process_run_start_date_time process_run_end_date_time process_run_heartbeat_date_time process_run_low_date_time process_run_high_date_time process_run_record_count process_run_insert_count process_run_update_count process_run_delete_count process_run_reject_count parent_process_tracking_id total_record_count last_completed_run_date_time last_failed_run_date_time last_errored_run_date_time sources targets dataset_types', '5c608fcfd13f3f359d1b6cd048683dec13648bcfba90d2cf2c09d6e777b1731f', true),
            ('get_process_watermark', 'p_process_name watermark', 'ad6fae6475d8f3787bf48ca553ea16dda008b54f131e1ea33015377916310408', true),
            ('get_version', 'version', '61c6dd01f92d985fa916c7ce98956f9dcca501dc556d7dc57f5ab2dfc08bf49e', true),
            ('init_execution', 'p_execution_id execution_id', 'ffd98ca1f06482bc4fead6865bd1bc6cce333e4d1d807c4ad32982c109f6face', true),
            ('init_step', 'p_execution_id p_step_name p_models execution_step_id', '228accd0b932a5a65aaeea04c69ac2a97cda649ac27e5c8dd8b3ae3432e69ed5', true),
            ('actor_id_of', 'p_actor_name', 'fb88c0eb3703feec053d605aa5d3ff51e656ec79aace477876b94f1b22d4b8a2', false),
            ('apply_extract_status', 'p_process_tracking_id p_extract_ids p_status p_actor_id', 'ed49094205ce4734fd466adf9f2e3968a861875fbf64f2e14a9bb0ceb1de5c66', false),
            ('attribute_id_of', 'p_source_name p_source_object_name p_attribute_name', '4c535bed2f2612cb21b9c010d8f5689c70fb0f26d4985c780f23fc10856a0f50', false),
            ('character_set_id_of', 'p_character_set p_actor_id', '4f68c162affd89dbbb4166437e65d06fbc84fad2da7a919e404f2bed454e8f4b', false),
            ('check_count', 'p_value p_parameter', '7d7ee30e9ce4b147ca99d03ab0c0e37af3a5c27711fbdd1f0bdf57e819753f5e', false),
            ('check_date_texts', 'p_dates p_filename', 'd20546b81a3d9d45396235c47698f8c99d9ddc5a2c609d11c1e36d242ed0311d', false),
            ('check_dates', 'p_low p_high p_what', 'dee1fa00a97ac45f4915f70ecc9aeddf8bf0f1f860704c7772cbd5bfcab7a121', false),
            ('check_id', 'p_value p_parameter', '8d2a8c0b2763e69f90dba4d3cf43212afe67650f994add27c52a05cabb13d23e', false),
            ('check_instant', 'p_value p_parameter', 'c8521755b3eb900e871c72a065a5e8217a614956f1e6be93b0e6b226c2a6915d', false),
            ('check_number', 'p_value p_parameter', '3bb780cf0c5eb33923158f4c780a8b1e37700cfdb18327f8a8b63a63e3e6e11f', false),
            ('check_parents', 'p_process_id p_process_name', '8ea412b5eb84095728248615339724c6dda8db4d73b5985844a42d9a519f7de7', false),
            ('check_size', 'p_size p_filename', '1ce25fbb3f8f74fe2cd8398ed33b462c6455c2ee479a5021b553217cb2deb9ec', false),
            ('check_text', 'p_value p_parameter p_length p_required', 'ba04d5de33f2d3337087df17c325dcd3daa95dec8e3e81f3d341b93d15a4ac89', false),
            ('check_topic', 'p_topic p_name p_email p_max_memory p_memory_unit p_max_processing p_processing_unit', 'f2dc69c6325499aaee199ef04ff56623b123951e10894c9321e72fb0a6f59058', false),
            ('check_topic_row', 'p_topic p_name', '543947f17d6225389e6e09ad36a35cd55a44e2239f043f516c3aed81b99787d8', false),
            ('cluster_id_of', 'p_cluster_name', '6a504b1d83cc5edfacf21cd718dd0c6f77c9f924f7e42cfa261850837aa030c2', false),
            ('compression_type_id_of', 'p_compression_type', '4033f4a058222f580201cd7295e61e93501ac7b3dc42aea9a80341f91fb898b7', false),
            ('contact_id_of', 'p_contact_name', '8c8738ed6601c9bc45126916e648d6f003b9e8a3b4f9e54a7070aafa7daba5c0', false),
            ('data_type_id_of', 'p_data_type p_actor_id', 'e7d6b2b19f47c893e517c9a64e40397ada7f56cc1a5a9e0408ffa03c51f7539f', false),
            ('dependency_type_id_of', 'p_dependency_type', 'af0b25d25b8e745aa262772995501aebb9f8ba35ac4783fd40dbd5cb2a54f625', false),
            ('extract_status_id_of', 'p_status p_actor_id', '0e25f0a9eafe9e03b69faa111d9a80f2ad9ac86a30c8a6a7a6f78675c061262d', false),
            ('fail_stale', 'p_process_ids p_actor_id', 'd82d52dc25c88e48c93c8155742eb5fe9d5240a6973590c1a142b37d8d487262', false),
            ('filetype_id_of', 'p_filetype', '9ee57212a2829b5c192d5984c9862a4587b497860aa298dcc3347ea5895a004f', false),
            ('filter_type_id_of', 'p_filter_type_code', '98e83a3584d1f32853a4bd9bc57fd8489f704acbaf4e1cfdfa4869a4a02557fe', false),
            ('known_extract_status_id', 'p_status', 'a03dd797dfb1d04ed4ada2c1390604b405dbb36cb0228c735c28fb2af31d3cfd', false),
            ('link_dataset_types', 'p_process_id p_text p_actor_id', '8f8d1d7d539d570ada0a258b388ac77227813b4fcd00075fbf80d7e1e005d015', false),
            ('link_sources', 'p_process_id p_sources p_targets p_actor_id', '6650d35d959b0ab7e7ceff95bcbd5c7e119c48b4a40a3fa39a60de18c1b1583b', false),
            ('location_id_of', 'p_location_path p_location_name p_actor_id', '3a6fbc6a684d5fc2f9753f1ac213d1a04f3dab820b5d0cc79bb0955572945fc5', false),
            ('location_path_of', 'p_location_path', '7ce0747a1d03d1c6c5b9c785d0c89b10371e502a7b455335247a96eafa47fd97', false),
            ('lock_dependencies', '', 'a69acb22a186e2f2e6e26dc132a8a414accc952532c866591427003d9d2fd263', false),
            ('lock_execution', 'p_execution_id', 'b8793b9af767d03216184e7bc568ac9f357c058bb0ab74436017f72567f0958d', false),
            ('lock_extract', 'p_extract_id p_audit_type', 'a586649103668c7917b75ce2dd91c5b5fa1060eba57e2e07346ba02882578d13', false),
            ('lock_run', 'p_process_tracking_id p_depth', '89bcdbafd3e1978161b8a1733d10e9848f1a4f862be3016d93e6127de1606fee', false),
            ('merge_file_details', 'p_location_id p_files p_extract_ids p_actor_id', 'c33959b8c0052aad54ff8e8d5c5b87a5b765fcdac841448a8199293789a9c920', false),
            ('parse_files', 'p_files file_position file_name filesize filesize_type_id compression_type_id filetype_id write_low write_high write_count load_low load_high load_count has_details', '01fdb4b7b23ca813ed29884e91621e96f365ab51f765effd7edf94c93b894551', false),
            ('parse_ids', 'p_text p_parameter', 'e0f32cbefd4a057d05dd79f4ff8c32668c14dfe793b760deef109d82714d2e7e', false),
            ('parse_json', 'p_text p_parameter', '67de166d95b4cb0635b10298c24cfbdeef690c223717a89531e5e9882ad1e5bd', false),
            ('parse_names', 'p_json p_parameter p_length', 'c31bab6bfd46971ef78e8658eb5c95fe3ee7771b6299cd9327aff4564f1f58a8', false),
            ('parse_sources', 'p_text p_parameter source_names object_names attribute_names', '3c873db3f7186cbed2fe1e7b00135c2db6b5666dd57500077c37c96234bdd1af', false),
            ('process_id_of', 'p_process_name p_parameter', '91b475c2fa3aca8c4d6db0567534d012e4b8698d4d2c8058a12e525392d985a4', false),
            ('process_key', 'p_process_id p_process_name', '29815a09f45a8ff351a89c4fdd23b78d138fea429ceeab514c4923f8ebcb9d0e', false),
            ('process_status_id_of', 'p_status p_actor_id', '5702668a7aeeddacc2b342d62565966070bcc4738480e6af3144e6755534bdfd', false),
            ('process_type_id_of', 'p_process_type p_actor_id', '4e16f2ca50806b164b5afd847ae32530af1da2642d81ea0ac8576d0515a056ae', false),
            ('register_files', 'p_process_tracking_id p_location_path p_location_name p_files p_status p_new_status p_only_new extract_id extract_filename is_new', '76e793b6cf22b012d89100c60263eeb14368e35e12267c08c4f307a85f38beda', false),
            ('register_sources', 'p_sources p_objects p_attributes p_actor_id', 'bdf9ef6761b12f54a24a09e02774022c71616352d7e55d85866ea63c58e1fc53', false),
            ('schedule_frequency_id_of', 'p_schedule_frequency', '980245aa8c603f4721e59295b277f439d13a643fc4baca1564c40d112cc839b7', false),
            ('set_run_status', 'p_process_tracking_id p_status_id p_status_name p_end_date p_actor_id', 'ac20d80761a2ec607324a3c71e79fb525285668aa538ffff5615a1ded97a9c76', false),
            ('source_id_of', 'p_source_name', '3d2632dab6f0dfe5650523ce092a1454d4433c65368b5313b40c65b1ddea7662', false),
            ('sources_json', 'p_source_ids p_object_ids p_attribute_ids', '51979980ac498d55453cb329a7c4a9418e3e26c3c2a3ddccf1fa0d5b2278ea67', false),
            ('status_name', 'p_status', '0ce1087ae7189df0a0e2bf93b3c064bd491198c248264b6ac31f7d70b2b81350', false),
            ('system_integer', 'p_system_key', '6bb7089138fba47d15427803996614699a570580478f26cb29e1122ab5ea4831', false),
            ('tool_id_of', 'p_tool_name p_actor_id', '3d94f724a8a7dec737f74375ade1ca52d0653ec4e7c58262f362d2fc6458be24', false),
            ('utc_text', 'p_instant', '0ad375846a5b70d50393ca5febb91c98e6652a85974876fb191fbf47ff250035', false),
            ('raise_run_error', 'p_process_tracking_id p_error_type_name p_error_description p_fail_run p_end_date error_tracking_id', '1a1ea96b06f300be8dee3aa69c6d7cbd7fa954715c1d0d4101052f3680961247', true),
            ('record_heartbeat', 'p_process_tracking_id', '8ab0979fa6e6a04884c846497683df1ab1320fe264e6942f879e2aaa8b812e35', true),
            ('register_extract', 'p_process_tracking_id p_filename p_location_path p_location_name p_status p_compression_type p_filetype p_file_size extract_id', 'e0d0eb251085f083c8f3516008fa8763f25531e5ba3ea6a39b4c3adece328d63', true),
            ('register_extracts', 'p_process_tracking_id p_location_path p_files p_location_name p_status p_only_new extract_id extract_filename is_new', 'bb4a109bd3c489bd9c364c7946e4cd9e67f5a18424dca52f719cea9c055f367c', true),
            ('release_process', 'p_process_name p_new_status', '031dfcaf20c8f4e1d398617a719eb34802253eeb9509f6ed17deeb8616679fea', true),
            ('remove_process_contact', 'p_process_name p_contact_name', '096d0c16630167c13603d9305474d2bd7e11e4b9a0dc85a6172d6fcfaef5d57c', true),
            ('remove_process_filter', 'p_process_name p_source_name p_source_object_name p_source_object_attribute_name p_filter_type_code', '44b620059545b5724895db4356bf9bb2ad1ca5114b088d7688698d926dfa82cc', true),
            ('remove_source_contact', 'p_source_name p_contact_name', '042ab30511f03609bd49c6e21c8cc989514ad3f93182c879263ee93cea87e080', true),
            ('set_extract_low_high_dates', 'p_extract_id p_low_date p_high_date p_audit_type', 'ccd2ed8b8e1b0b2ce39834c4fb4121a2e2f59c1e53b91e629efcd7a9a87072ca', true),
            ('set_extract_record_count', 'p_extract_id p_num_records p_audit_type', 'd19c6047233686323763287ea736302d1f8ad0b7bfadd86d4e54d7721f45a3fb', true),
            ('set_process', 'p_process_name p_max_concurrent_failures p_stale_after_seconds', 'fa710db4a467f53dfd9ab550044fd6edd36e1607ca6f3d427636c84df549ffb6', true),
            ('set_process_run_low_high_dates', 'p_process_tracking_id p_low_date p_high_date', 'a3a0d78b25cc11bfca837e5e924be277263dfc0174e55abe02b1dc68835263fe', true),
            ('set_process_run_record_count', 'p_process_tracking_id p_num_records p_processing_type', 'c5ec521e7ae3ed249ba9935b57ea169925a93f21c491df5c4deee0a57f935a3e', true),
            ('set_source', 'p_source_name p_source_type p_character_set', '6e527b55cadb9787b2f00c410771eb9078ac2ea5dfd25936a642136d36798ba2', true),
            ('set_source_object_attribute', 'p_source_name p_source_object_name p_source_object_attribute_name p_attribute_path p_data_type p_data_length p_data_decimal p_default_value_string p_default_value_number p_is_pii p_is_key p_is_filter p_is_partition', '777f5282c3e9d8415898a0ec2abb987bd367eeb8c1721a3561bd6e2872dd6cf4', true),
            ('set_system_setting', 'p_system_key p_system_value', '3f721c7111e25bfbe2281d85c0b9e3e63ea26a7d9e064d7180dfb5afbf74eb2d', true),
            ('start_process_run', 'p_process_name p_process_type p_actor_name p_tool_name p_process_run_name p_sources p_targets p_dataset_types p_schedule_frequency p_parent_process_tracking_id p_max_concurrent_failures process_tracking_id process_run_status', '8919b0e2c48bc23e50b8aa42e386095023d0f41064f0fc81173396d49bd341a3', true),
            ('update_topic', 'p_topic p_initial_name p_name p_email p_max_memory p_memory_unit p_max_processing p_processing_unit', '3460b44d0a7c593ced9eec7f5ee3df15e194d3c49ecacd74c6190b87b89583df', true)
    ),
    -- expected: end

    actual_column AS (
        SELECT
            c.relname::text AS table_name,
            a.attname::text AS column_name,
            format_type(a.atttypid, a.atttypmod) AS data_type,
            a.attnotnull AS is_required
        FROM pg_attribute AS a
        INNER JOIN pg_class AS c ON c.oid = a.attrelid
        WHERE c.relnamespace = v_schema_oid AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
    ),

    actual_table AS (
        SELECT DISTINCT actual_column.table_name FROM actual_column
    ),

    expected_table AS (
        SELECT DISTINCT e.table_name FROM expected_column AS e
    ),

    actual_routine AS (
        SELECT
            p.proname::text AS routine_name,
            coalesce(array_to_string(p.proargnames, ' '), '') AS argument_names,
            encode(sha256(convert_to(p.prosrc, 'UTF8')), 'hex') AS body_hash,
            p.prosecdef AS is_definer,
            'search_path=' || quote_ident(v_schema) || ', pg_temp' = ANY(p.proconfig) AS has_path,
            has_function_privilege('public', p.oid, 'EXECUTE') AS is_public,
            p.proowner
        FROM pg_proc AS p
        WHERE p.pronamespace = v_schema_oid
    ),

    finding (place, finding) AS (
        SELECT 1, format('table %s is missing', e.table_name)
        FROM expected_table AS e
        WHERE NOT EXISTS (SELECT 1 FROM actual_table AS a WHERE a.table_name = e.table_name)
        UNION ALL
        SELECT 2, format('table %s: column %s is missing', e.table_name, e.column_name)
        FROM expected_column AS e
        INNER JOIN actual_table AS t ON t.table_name = e.table_name
        WHERE NOT EXISTS (
                SELECT 1
                FROM actual_column AS a
                WHERE a.table_name = e.table_name AND a.column_name = e.column_name
            )
        UNION ALL
        SELECT
            3,
            format(
                'table %s: column %s is %s%s, and should be %s%s', e.table_name, e.column_name,
                a.data_type, CASE WHEN a.is_required THEN ' NOT NULL' END,
                e.data_type, CASE WHEN e.is_required THEN ' NOT NULL' END
            )
        FROM expected_column AS e
        INNER JOIN actual_column AS a ON a.table_name = e.table_name AND a.column_name = e.column_name
        WHERE a.data_type <> e.data_type OR a.is_required <> e.is_required
        UNION ALL
        SELECT 4, format('table %s: column %s is none of ptdb''s', a.table_name, a.column_name)
        FROM actual_column AS a
        INNER JOIN expected_table AS t ON t.table_name = a.table_name
        WHERE NOT EXISTS (
                SELECT 1
                FROM expected_column AS e
                WHERE e.table_name = a.table_name AND e.column_name = a.column_name
            )
        UNION ALL
        SELECT 5, format('table %s: constraint %s is missing, or not validated', e.table_name, e.constraint_name)
        FROM expected_constraint AS e
        INNER JOIN actual_table AS t ON t.table_name = e.table_name
        WHERE NOT EXISTS (
                SELECT 1
                FROM pg_constraint AS c
                INNER JOIN pg_class AS r ON r.oid = c.conrelid
                WHERE r.relnamespace = v_schema_oid
                    AND r.relname = e.table_name AND c.conname = e.constraint_name AND c.convalidated
            )
        UNION ALL
        SELECT 6, format('table %s: index %s is missing, or not valid', e.table_name, e.index_name)
        FROM expected_index AS e
        INNER JOIN actual_table AS t ON t.table_name = e.table_name
        WHERE NOT EXISTS (
                SELECT 1
                FROM pg_index AS i
                INNER JOIN pg_class AS x ON x.oid = i.indexrelid
                INNER JOIN pg_class AS r ON r.oid = i.indrelid
                WHERE r.relnamespace = v_schema_oid
                    AND r.relname = e.table_name AND x.relname = e.index_name AND i.indisvalid
            )
        UNION ALL
        SELECT 7, format('view %s is missing', e.view_name)
        FROM expected_view AS e
        WHERE NOT EXISTS (
                SELECT 1
                FROM pg_class AS c
                WHERE c.relnamespace = v_schema_oid AND c.relname = e.view_name AND c.relkind = 'v'
            )
        UNION ALL
        SELECT 8, format('routine %s is missing', e.routine_name)
        FROM expected_routine AS e
        WHERE NOT EXISTS (SELECT 1 FROM actual_routine AS a WHERE a.routine_name = e.routine_name)
        UNION ALL
        SELECT
            9,
            format('routine %s has the parameters "%s", and should have "%s"', e.routine_name, a.argument_names, e.argument_names)
        FROM expected_routine AS e
        INNER JOIN actual_routine AS a ON a.routine_name = e.routine_name
        WHERE a.argument_names <> e.argument_names
        UNION ALL
        SELECT 10, format('routine %s has another text than the installation''s', e.routine_name)
        FROM expected_routine AS e
        INNER JOIN actual_routine AS a ON a.routine_name = e.routine_name
        WHERE a.body_hash <> e.body_hash
        UNION ALL
        SELECT
            11,
            format(
                'routine %s runs with the rights of its %s, and should with those of its %s', e.routine_name,
                CASE WHEN a.is_definer THEN 'owner' ELSE 'caller' END,
                CASE WHEN e.is_definer THEN 'owner' ELSE 'caller' END
            )
        FROM expected_routine AS e
        INNER JOIN actual_routine AS a ON a.routine_name = e.routine_name
        WHERE a.is_definer <> e.is_definer
        UNION ALL
        SELECT 12, format('routine %s does not set its search_path to %I, pg_temp', e.routine_name, v_schema)
        FROM expected_routine AS e
        INNER JOIN actual_routine AS a ON a.routine_name = e.routine_name
        WHERE e.is_definer AND a.has_path IS NOT TRUE
        UNION ALL
        SELECT 13, format('routine %s may be executed by everybody (PUBLIC)', e.routine_name)
        FROM expected_routine AS e
        INNER JOIN actual_routine AS a ON a.routine_name = e.routine_name
        WHERE a.is_public
        UNION ALL
        SELECT 14, format('routine %s is owned by %s, but the tables by %s', e.routine_name, a.proowner::regrole, o.relowner::regrole)
        FROM expected_routine AS e
        INNER JOIN actual_routine AS a ON a.routine_name = e.routine_name
        INNER JOIN pg_class AS o ON o.relnamespace = v_schema_oid AND o.relname = 'process_tracking'
        WHERE a.proowner <> o.relowner
    )

    SELECT
        coalesce(array_agg(finding.finding ORDER BY finding.place, finding.finding), '{}'),
        format(
            '%s tables, %s views, %s routines',
            (SELECT count(*) FROM expected_table), (SELECT count(*) FROM expected_view),
            (SELECT count(*) FROM expected_routine)
        )
    INTO v_findings, v_summary
    FROM finding;

    -- The rows can be read only where the tables are there.
    IF cardinality(v_findings) = 0 THEN
        WITH
        -- rows: begin
        expected_row (table_name, row_name) AS (
            VALUES
                ('system_lkup', 'version'),
                ('system_lkup', 'max_concurrent_failures'),
                ('schedule_frequency_lkup', 'unscheduled'),
                ('schedule_frequency_lkup', 'hourly'),
                ('schedule_frequency_lkup', 'daily'),
                ('schedule_frequency_lkup', 'weekly'),
                ('schedule_frequency_lkup', 'monthly'),
                ('schedule_frequency_lkup', 'quarterly'),
                ('schedule_frequency_lkup', 'annually'),
                ('location_type_lkup', 'S3'),
                ('location_type_lkup', 'Local Filesystem'),
                ('source_type_lkup', 'Undefined'),
                ('source_type_lkup', 'Database'),
                ('source_type_lkup', 'Internal'),
                ('source_type_lkup', 'External'),
                ('filter_type_lkup', 'equal to'),
                ('filter_type_lkup', 'less than'),
                ('filter_type_lkup', 'greater than'),
                ('filter_type_lkup', 'less than or equal to'),
                ('filter_type_lkup', 'greater than or equal to'),
                ('filter_type_lkup', 'not equal'),
                ('filter_type_lkup', 'like'),
                ('filter_type_lkup', 'in set'),
                ('process_type_lkup', 'Extract'),
                ('process_type_lkup', 'Load'),
                ('process_status_lkup', 'running'),
                ('process_status_lkup', 'completed'),
                ('process_status_lkup', 'failed'),
                ('process_status_lkup', 'on hold'),
                ('dependency_type_lkup', 'Undefined'),
                ('dependency_type_lkup', 'Hard'),
                ('dependency_type_lkup', 'Soft'),
                ('extract_status_lkup', 'initializing'),
                ('extract_status_lkup', 'ready'),
                ('extract_status_lkup', 'loading'),
                ('extract_status_lkup', 'loaded'),
                ('extract_status_lkup', 'archived'),
                ('extract_status_lkup', 'deleted'),
                ('extract_status_lkup', 'error'),
                ('extract_compression_type_lkup', 'zip'),
                ('extract_filetype_lkup', 'Comma Separated Values'),
                ('filesize_type_lkup', 'kilobytes'),
                ('filesize_type_lkup', 'megabytes'),
                ('filesize_type_lkup', 'gigabytes'),
                ('filesize_type_lkup', 'bytes'),
                ('error_type_lkup', 'File Error'),
                ('error_type_lkup', 'Data Error'),
                ('error_type_lkup', 'Process Error')
        ),

        actual_row (table_name, row_name) AS (
            SELECT 'system_lkup', system_key::text FROM system_lkup WHERE created_by = 0
            UNION ALL
            SELECT 'schedule_frequency_lkup', schedule_frequency_name::text FROM schedule_frequency_lkup WHERE created_by = 0
            UNION ALL
            SELECT 'location_type_lkup', location_type_name::text FROM location_type_lkup WHERE created_by = 0
            UNION ALL
            SELECT 'source_type_lkup', source_type_name::text FROM source_type_lkup WHERE created_by = 0
            UNION ALL
            SELECT 'filter_type_lkup', filter_type_name::text FROM filter_type_lkup WHERE created_by = 0
            UNION ALL
            SELECT 'process_type_lkup', process_type_name::text FROM process_type_lkup WHERE created_by = 0
            UNION ALL
            SELECT 'process_status_lkup', process_status_name::text FROM process_status_lkup WHERE created_by = 0
            UNION ALL
            SELECT 'dependency_type_lkup', dependency_type_name::text FROM dependency_type_lkup WHERE created_by = 0
            UNION ALL
            SELECT 'extract_status_lkup', extract_status_name::text FROM extract_status_lkup WHERE created_by = 0
            UNION ALL
            SELECT 'extract_compression_type_lkup', extract_compression_type::text FROM extract_compression_type_lkup WHERE created_by = 0
            UNION ALL
            SELECT 'extract_filetype_lkup', extract_filetype::text FROM extract_filetype_lkup WHERE created_by = 0
            UNION ALL
            SELECT 'filesize_type_lkup', filesize_type_name::text FROM filesize_type_lkup WHERE created_by = 0
            UNION ALL
            SELECT 'error_type_lkup', error_type_name::text FROM error_type_lkup WHERE created_by = 0
        )
        -- rows: end

        SELECT coalesce(array_agg(format('table %s: the preloaded row "%s" is missing, or not marked by created_by = 0',
            e.table_name, e.row_name) ORDER BY e.table_name, e.row_name), '{}')
        INTO v_rows
        FROM expected_row AS e
        WHERE NOT EXISTS (
                SELECT 1 FROM actual_row AS a WHERE a.table_name = e.table_name AND a.row_name = e.row_name
            );
        v_findings := v_findings || v_rows;
        -- version: begin
        IF get_version() <> '1.0.0' THEN
        -- version: end
            v_findings := v_findings || format('the store says that it is of version %s', get_version());
        END IF;
    END IF;

    IF cardinality(v_findings) > 0 THEN
        RAISE EXCEPTION E'ptdb in the schema "%" is not as it should be:\n- %',
            v_schema, array_to_string(v_findings, E'\n- ');
    END IF;
    RAISE NOTICE 'ptdb % in the schema "%" is as it should be: %', get_version(), v_schema, v_summary;
END;
$$;
COMMIT;
