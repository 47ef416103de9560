-- Makes all that a store consists of, in the schema that the search_path names: tables, preloaded rows, views and
-- routines. Run by install.sql and by the upgrade, inside their transactions, after prepare.sql.

\ir tables/actor.sql
\ir tables/tool.sql
\ir tables/system.sql
\ir tables/schedule.sql
\ir tables/contact.sql
\ir tables/location.sql
\ir tables/source.sql
\ir tables/process.sql
\ir tables/capacity.sql
\ir tables/extract.sql
\ir tables/error.sql
\ir tables/pipeline.sql
\ir defaults.sql

\ir views/v_error.sql
\ir views/v_extract.sql
\ir views/v_lineage.sql
\ir views/v_process.sql
\ir views/v_process_dependency.sql
\ir views/v_process_run.sql

\ir routines/internal/status_name.sql
\ir routines/internal/system_integer.sql
\ir routines/internal/location_path_of.sql
\ir routines/internal/utc_text.sql
\ir routines/internal/sources_json.sql
\ir routines/internal/parse_json.sql
\ir routines/internal/check_text.sql
\ir routines/internal/actor_id_of.sql
\ir routines/internal/apply_extract_status.sql
\ir routines/internal/attribute_id_of.sql
\ir routines/internal/audit_table_of.sql
\ir routines/internal/character_set_id_of.sql
\ir routines/internal/check_count.sql
\ir routines/internal/check_date_texts.sql
\ir routines/internal/check_dates.sql
\ir routines/internal/check_id.sql
\ir routines/internal/check_instant.sql
\ir routines/internal/check_number.sql
\ir routines/internal/check_parents.sql
\ir routines/internal/check_size.sql
\ir routines/internal/check_topic.sql
\ir routines/internal/check_topic_row.sql
\ir routines/internal/cluster_id_of.sql
\ir routines/internal/compression_type_id_of.sql
\ir routines/internal/contact_id_of.sql
\ir routines/internal/data_type_id_of.sql
\ir routines/internal/dependency_type_id_of.sql
\ir routines/internal/extract_status_id_of.sql
\ir routines/internal/fail_stale.sql
\ir routines/internal/filetype_id_of.sql
\ir routines/internal/filter_type_id_of.sql
\ir routines/internal/known_extract_status_id.sql
\ir routines/internal/link_dataset_types.sql
\ir routines/internal/link_sources.sql
\ir routines/internal/location_id_of.sql
\ir routines/internal/lock_dependencies.sql
\ir routines/internal/lock_execution.sql
\ir routines/internal/lock_extract.sql
\ir routines/internal/lock_run.sql
\ir routines/internal/merge_file_details.sql
\ir routines/internal/parse_files.sql
\ir routines/internal/parse_ids.sql
\ir routines/internal/parse_names.sql
\ir routines/internal/parse_sources.sql
\ir routines/internal/process_id_of.sql
\ir routines/internal/process_key.sql
\ir routines/internal/process_status_id_of.sql
\ir routines/internal/process_type_id_of.sql
\ir routines/internal/register_files.sql
\ir routines/internal/register_sources.sql
\ir routines/internal/schedule_frequency_id_of.sql
\ir routines/internal/set_run_status.sql
\ir routines/internal/source_id_of.sql
\ir routines/internal/tool_id_of.sql

\ir routines/add_extract_dependency.sql
\ir routines/add_process_contact.sql
\ir routines/add_process_filter.sql
\ir routines/add_source_contact.sql
\ir routines/bulk_change_extract_status.sql
\ir routines/change_extract_status.sql
\ir routines/change_run_status.sql
\ir routines/compare_step_models.sql
\ir routines/complete_execution.sql
\ir routines/complete_step.sql
\ir routines/create_cluster_process.sql
\ir routines/create_process_dependency.sql
\ir routines/create_topic.sql
\ir routines/delete_cluster_process.sql
\ir routines/delete_process_dependency.sql
\ir routines/delete_topic.sql
\ir routines/fail_stale_runs.sql
\ir routines/find_extracts_by_filename.sql
\ir routines/find_extracts_by_location.sql
\ir routines/find_extracts_by_process.sql
\ir routines/find_process_by_schedule_frequency.sql
\ir routines/find_process_contacts.sql
\ir routines/find_process_filters.sql
\ir routines/find_process_source_attributes.sql
\ir routines/find_process_sources.sql
\ir routines/find_process_target_attributes.sql
\ir routines/find_process_targets.sql
\ir routines/get_execution_completion_timestamp.sql
\ir routines/get_execution_step.sql
\ir routines/get_extract.sql
\ir routines/get_last_successful_execution.sql
\ir routines/get_process_run.sql
\ir routines/get_process_watermark.sql
\ir routines/get_version.sql
\ir routines/init_execution.sql
\ir routines/init_step.sql
\ir routines/raise_run_error.sql
\ir routines/record_heartbeat.sql
\ir routines/register_extract.sql
\ir routines/register_extracts.sql
\ir routines/release_process.sql
\ir routines/remove_process_contact.sql
\ir routines/remove_process_filter.sql
\ir routines/remove_source_contact.sql
\ir routines/set_extract_low_high_dates.sql
\ir routines/set_extract_record_count.sql
\ir routines/set_process.sql
\ir routines/set_process_run_low_high_dates.sql
\ir routines/set_process_run_record_count.sql
\ir routines/set_source.sql
\ir routines/set_source_object_attribute.sql
\ir routines/set_system_setting.sql
\ir routines/start_process_run.sql
\ir routines/update_topic.sql

-- PostgreSQL lets everybody execute a new function; these are for whom the owner grants them to.
REVOKE ALL ON FUNCTION
-- routines: begin
actor_id_of,
add_extract_dependency,
add_process_contact,
add_process_filter,
add_source_contact,
apply_extract_status,
attribute_id_of,
audit_table_of,
bulk_change_extract_status,
change_extract_status,
change_run_status,
character_set_id_of,
check_count,
check_date_texts,
check_dates,
check_id,
check_instant,
check_number,
check_parents,
check_size,
check_text,
check_topic,
check_topic_row,
cluster_id_of,
compare_step_models,
complete_execution,
complete_step,
compression_type_id_of,
contact_id_of,
create_cluster_process,
create_process_dependency,
create_topic,
data_type_id_of,
delete_cluster_process,
delete_process_dependency,
delete_topic,
dependency_type_id_of,
extract_status_id_of,
fail_stale,
fail_stale_runs,
filetype_id_of,
filter_type_id_of,
find_extracts_by_filename,
find_extracts_by_location,
find_extracts_by_process,
find_process_by_schedule_frequency,
find_process_contacts,
find_process_filters,
find_process_source_attributes,
find_process_sources,
find_process_target_attributes,
find_process_targets,
get_execution_completion_timestamp,
get_execution_step,
get_extract,
get_last_successful_execution,
get_process_run,
get_process_watermark,
get_version,
init_execution,
init_step,
known_extract_status_id,
link_dataset_types,
link_sources,
location_id_of,
location_path_of,
lock_dependencies,
lock_execution,
lock_extract,
lock_run,
merge_file_details,
parse_files,
parse_ids,
parse_json,
parse_names,
parse_sources,
process_id_of,
process_key,
process_status_id_of,
process_type_id_of,
raise_run_error,
record_heartbeat,
register_extract,
register_extracts,
register_files,
register_sources,
release_process,
remove_process_contact,
remove_process_filter,
remove_source_contact,
schedule_frequency_id_of,
set_extract_low_high_dates,
set_extract_record_count,
set_process,
set_process_run_low_high_dates,
set_process_run_record_count,
set_run_status,
set_source,
set_source_object_attribute,
set_system_setting,
source_id_of,
sources_json,
start_process_run,
status_name,
system_integer,
tool_id_of,
update_topic,
utc_text
-- routines: end
FROM public;
