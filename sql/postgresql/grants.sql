-- Grants what each of the roles of roles.sql may do. Run by the owner of the installation. Safe to run again.
--
--   psql -X -d DATABASE -f grants.sql                       in the schema process_tracker
--   psql -X -d DATABASE -v schema=NAME -f grants.sql        in a schema of your choice
--
-- No role gets a right on a table: the routines and views run with their owner's rights. The lists are written by
-- scripts/generate from contract.toml.

\set ON_ERROR_STOP on
\if :{?schema}
\else
\set schema process_tracker
\endif

BEGIN;
SET LOCAL search_path TO :"schema", pg_temp;

GRANT SELECT ON
-- views: begin
v_error,
v_extract,
v_lineage,
v_process,
v_process_dependency,
v_process_run
-- views: end
TO ptdb_reader;

GRANT EXECUTE ON FUNCTION
-- reader: begin
compare_step_models,
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
get_version
-- reader: end
TO ptdb_reader;

GRANT EXECUTE ON FUNCTION
-- runner: begin
add_extract_dependency,
bulk_change_extract_status,
change_extract_status,
change_run_status,
complete_execution,
complete_step,
fail_stale_runs,
init_execution,
init_step,
raise_run_error,
record_heartbeat,
register_extract,
register_extracts,
release_process,
set_extract_low_high_dates,
set_extract_record_count,
set_process_run_low_high_dates,
set_process_run_record_count,
start_process_run
-- runner: end
TO ptdb_runner;

GRANT EXECUTE ON FUNCTION
-- admin: begin
add_process_contact,
add_process_filter,
add_source_contact,
create_cluster_process,
create_process_dependency,
create_topic,
delete_cluster_process,
delete_process_dependency,
delete_topic,
remove_process_contact,
remove_process_filter,
remove_source_contact,
set_process,
set_source,
set_source_object_attribute,
set_system_setting,
update_topic
-- admin: end
TO ptdb_admin;

GRANT USAGE ON SCHEMA :"schema" TO ptdb_reader, ptdb_runner, ptdb_admin; -- noqa: PRS
COMMIT;
