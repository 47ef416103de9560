-- Makes all that a store consists of, in the schema of schema.sql: tables, preloaded rows, views and routines. Run by
-- install.sql, inside its transaction, after prepare.sql. What broke off lets a client that goes on behind an error
-- make nothing more.

:r sql/mssql/tables/actor.sql
:r sql/mssql/tables/tool.sql
:r sql/mssql/tables/system.sql
:r sql/mssql/tables/schedule.sql
:r sql/mssql/tables/contact.sql
:r sql/mssql/tables/location.sql
:r sql/mssql/tables/source.sql
:r sql/mssql/tables/process.sql
:r sql/mssql/tables/capacity.sql
:r sql/mssql/tables/extract.sql
:r sql/mssql/tables/error.sql
:r sql/mssql/tables/pipeline.sql
:r sql/mssql/defaults.sql

IF @@TRANCOUNT = 0
    SET NOEXEC ON;
GO
:r sql/mssql/views/v_error.sql
:r sql/mssql/views/v_extract.sql
:r sql/mssql/views/v_lineage.sql
:r sql/mssql/views/v_process.sql
:r sql/mssql/views/v_process_dependency.sql
:r sql/mssql/views/v_process_run.sql

-- A routine before those that call it, or the server would say of each that something is missing. Written by
-- scripts/generate.
-- routines: begin
:r sql/mssql/routines/internal/audit_table_of.sql
:r sql/mssql/routines/internal/first_bad_name.sql
:r sql/mssql/routines/internal/location_path_of.sql
:r sql/mssql/routines/internal/lock_name.sql
:r sql/mssql/routines/internal/raise_error.sql
:r sql/mssql/routines/internal/set_run_status.sql
:r sql/mssql/routines/internal/sources_json.sql
:r sql/mssql/routines/internal/status_name.sql
:r sql/mssql/routines/internal/system_integer.sql
:r sql/mssql/routines/internal/topic_table_of.sql
:r sql/mssql/routines/internal/check_count.sql
:r sql/mssql/routines/internal/check_date_texts.sql
:r sql/mssql/routines/internal/check_dates.sql
:r sql/mssql/routines/internal/check_id.sql
:r sql/mssql/routines/internal/check_json.sql
:r sql/mssql/routines/internal/check_parents.sql
:r sql/mssql/routines/internal/check_size.sql
:r sql/mssql/routines/internal/check_text.sql
:r sql/mssql/routines/internal/check_topic_row.sql
:r sql/mssql/routines/internal/fail_stale.sql
:r sql/mssql/routines/internal/known_extract_status_id.sql
:r sql/mssql/routines/internal/lock_dependencies.sql
:r sql/mssql/routines/internal/lock_execution.sql
:r sql/mssql/routines/internal/lock_topic.sql
:r sql/mssql/routines/internal/register_sources.sql
:r sql/mssql/routines/internal/schedule_frequency_id_of.sql
:r sql/mssql/routines/internal/actor_id_of.sql
:r sql/mssql/routines/internal/character_set_id_of.sql
:r sql/mssql/routines/internal/check_ids.sql
:r sql/mssql/routines/internal/check_names.sql
:r sql/mssql/routines/internal/check_topic.sql
:r sql/mssql/routines/internal/cluster_id_of.sql
:r sql/mssql/routines/internal/compression_type_id_of.sql
:r sql/mssql/routines/internal/contact_id_of.sql
:r sql/mssql/routines/internal/data_type_id_of.sql
:r sql/mssql/routines/internal/dependency_type_id_of.sql
:r sql/mssql/routines/internal/extract_status_id_of.sql
:r sql/mssql/routines/internal/filetype_id_of.sql
:r sql/mssql/routines/internal/filter_type_id_of.sql
:r sql/mssql/routines/internal/location_id_of.sql
:r sql/mssql/routines/internal/lock_extract.sql
:r sql/mssql/routines/internal/lock_run.sql
:r sql/mssql/routines/internal/merge_file_details.sql
:r sql/mssql/routines/internal/process_id_of.sql
:r sql/mssql/routines/internal/process_status_id_of.sql
:r sql/mssql/routines/internal/process_type_id_of.sql
:r sql/mssql/routines/internal/source_id_of.sql
:r sql/mssql/routines/internal/tool_id_of.sql
:r sql/mssql/routines/internal/apply_extract_status.sql
:r sql/mssql/routines/internal/attribute_id_of.sql
:r sql/mssql/routines/internal/link_dataset_types.sql
:r sql/mssql/routines/internal/parse_files.sql
:r sql/mssql/routines/internal/parse_sources.sql
:r sql/mssql/routines/internal/process_key.sql
:r sql/mssql/routines/internal/link_sources.sql
:r sql/mssql/routines/internal/register_files.sql
:r sql/mssql/routines/add_extract_dependency.sql
:r sql/mssql/routines/add_process_contact.sql
:r sql/mssql/routines/add_process_filter.sql
:r sql/mssql/routines/add_source_contact.sql
:r sql/mssql/routines/bulk_change_extract_status.sql
:r sql/mssql/routines/change_extract_status.sql
:r sql/mssql/routines/change_run_status.sql
:r sql/mssql/routines/compare_step_models.sql
:r sql/mssql/routines/complete_execution.sql
:r sql/mssql/routines/complete_step.sql
:r sql/mssql/routines/create_cluster_process.sql
:r sql/mssql/routines/create_process_dependency.sql
:r sql/mssql/routines/create_topic.sql
:r sql/mssql/routines/delete_cluster_process.sql
:r sql/mssql/routines/delete_process_dependency.sql
:r sql/mssql/routines/delete_topic.sql
:r sql/mssql/routines/fail_stale_runs.sql
:r sql/mssql/routines/find_extracts_by_filename.sql
:r sql/mssql/routines/find_extracts_by_location.sql
:r sql/mssql/routines/find_extracts_by_process.sql
:r sql/mssql/routines/find_process_by_schedule_frequency.sql
:r sql/mssql/routines/find_process_contacts.sql
:r sql/mssql/routines/find_process_filters.sql
:r sql/mssql/routines/find_process_source_attributes.sql
:r sql/mssql/routines/find_process_sources.sql
:r sql/mssql/routines/find_process_target_attributes.sql
:r sql/mssql/routines/find_process_targets.sql
:r sql/mssql/routines/get_execution_completion_timestamp.sql
:r sql/mssql/routines/get_execution_step.sql
:r sql/mssql/routines/get_extract.sql
:r sql/mssql/routines/get_last_successful_execution.sql
:r sql/mssql/routines/get_process_run.sql
:r sql/mssql/routines/get_process_watermark.sql
:r sql/mssql/routines/get_version.sql
:r sql/mssql/routines/init_execution.sql
:r sql/mssql/routines/init_step.sql
:r sql/mssql/routines/raise_run_error.sql
:r sql/mssql/routines/record_heartbeat.sql
:r sql/mssql/routines/register_extract.sql
:r sql/mssql/routines/register_extracts.sql
:r sql/mssql/routines/release_process.sql
:r sql/mssql/routines/remove_process_contact.sql
:r sql/mssql/routines/remove_process_filter.sql
:r sql/mssql/routines/remove_source_contact.sql
:r sql/mssql/routines/set_extract_low_high_dates.sql
:r sql/mssql/routines/set_extract_record_count.sql
:r sql/mssql/routines/set_process.sql
:r sql/mssql/routines/set_process_run_low_high_dates.sql
:r sql/mssql/routines/set_process_run_record_count.sql
:r sql/mssql/routines/set_source.sql
:r sql/mssql/routines/set_source_object_attribute.sql
:r sql/mssql/routines/set_system_setting.sql
:r sql/mssql/routines/start_process_run.sql
:r sql/mssql/routines/update_topic.sql
-- routines: end
IF @@TRANCOUNT = 0
    SET NOEXEC ON;
GO
