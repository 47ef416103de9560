-- Makes all that a store consists of in the schema of the user who runs it: tables, preloaded rows, views and routines.
-- Run by install.sql, after prepare.sql. system_lkup comes first: it says whose store is here, should the rest break
-- off. A routine comes behind those that it calls, so that each compiles at once.

@@tables/system.sql
@@tables/actor.sql
@@tables/tool.sql
@@tables/schedule.sql
@@tables/contact.sql
@@tables/location.sql
@@tables/source.sql
@@tables/process.sql
@@tables/capacity.sql
@@tables/extract.sql
@@tables/error.sql
@@tables/pipeline.sql
@@defaults.sql

@@views/v_error.sql
@@views/v_extract.sql
@@views/v_lineage.sql
@@views/v_process.sql
@@views/v_process_dependency.sql
@@views/v_process_run.sql

-- What calls no other routine, or only those before it.
@@routines/internal/raise_error.sql
@@routines/internal/in_utc.sql
@@routines/internal/utc_now.sql
@@routines/internal/utc_text.sql
@@routines/internal/status_name.sql
@@routines/internal/system_integer.sql
@@routines/internal/json_items.sql
@@routines/internal/check_count.sql
@@routines/internal/check_dates.sql
@@routines/internal/check_id.sql
@@routines/internal/check_instant.sql
@@routines/internal/check_text.sql
@@routines/internal/check_json.sql
@@routines/internal/check_names.sql
@@routines/internal/parse_sources.sql
@@routines/internal/parse_count.sql
@@routines/internal/parse_date.sql
@@routines/internal/parse_ids.sql
@@routines/internal/parse_size.sql
@@routines/internal/location_path_of.sql

@@routines/internal/actor_id_of.sql
@@routines/internal/compression_type_id_of.sql
@@routines/internal/dependency_type_id_of.sql
@@routines/internal/extract_status_id_of.sql
@@routines/internal/filetype_id_of.sql
@@routines/internal/known_extract_status_id.sql
@@routines/internal/location_id_of.sql
@@routines/internal/process_id_of.sql
@@routines/internal/process_status_id_of.sql
@@routines/internal/process_type_id_of.sql
@@routines/internal/schedule_frequency_id_of.sql
@@routines/internal/tool_id_of.sql

@@routines/internal/apply_extract_status.sql
@@routines/internal/check_file_dates.sql
@@routines/internal/check_parents.sql
@@routines/internal/dataset_types_json.sql
@@routines/internal/link_dataset_types.sql
@@routines/internal/link_read_sources.sql
@@routines/internal/link_written_sources.sql
@@routines/internal/lock_dependencies.sql
@@routines/internal/lock_extract.sql
@@routines/internal/lock_run.sql
@@routines/internal/merge_file_details.sql
@@routines/internal/parse_files.sql
@@routines/internal/register_files.sql
@@routines/internal/register_sources.sql
@@routines/internal/set_run_status.sql
@@routines/internal/sources_json.sql
@@routines/internal/fail_stale.sql
@@routines/internal/link_sources.sql

@@routines/add_extract_dependency.sql
@@routines/bulk_change_extract_status.sql
@@routines/change_extract_status.sql
@@routines/change_run_status.sql
@@routines/create_process_dependency.sql
@@routines/delete_process_dependency.sql
@@routines/fail_stale_runs.sql
@@routines/find_extracts_by_filename.sql
@@routines/find_extracts_by_location.sql
@@routines/find_extracts_by_process.sql
@@routines/get_extract.sql
@@routines/get_process_run.sql
@@routines/get_process_watermark.sql
@@routines/get_version.sql
@@routines/raise_run_error.sql
@@routines/record_heartbeat.sql
@@routines/register_extract.sql
@@routines/register_extracts.sql
@@routines/release_process.sql
@@routines/set_extract_low_high_dates.sql
@@routines/set_extract_record_count.sql
@@routines/set_process.sql
@@routines/set_process_run_low_high_dates.sql
@@routines/set_process_run_record_count.sql
@@routines/set_system_setting.sql
@@routines/start_process_run.sql
