-- Removes ptdb and all that it has recorded. What others have put into its schema stays, and the schema with it.
--
--   psql -X -d DATABASE -f uninstall.sql                    from the schema process_tracker
--   psql -X -d DATABASE -v schema=NAME -f uninstall.sql     from a schema of your choice
--
-- Refuses when an object of somebody else's, such as a view, is built on one of ptdb's. Safe to run again.

\set ON_ERROR_STOP on
\if :{?schema}
\else
\set schema process_tracker
\endif

BEGIN;
SET LOCAL client_min_messages = warning;
SELECT set_config('ptdb.schema', :'schema', true) AS installed_in \gset
SET LOCAL search_path TO :"schema", pg_temp;

DROP FUNCTION IF EXISTS
add_extract_dependency,
bulk_change_extract_status,
change_extract_status,
change_run_status,
create_process_dependency,
delete_process_dependency,
fail_stale_runs,
find_extracts_by_filename,
find_extracts_by_location,
find_extracts_by_process,
get_extract,
get_process_run,
get_process_watermark,
get_version,
raise_run_error,
record_heartbeat,
register_extract,
register_extracts,
release_process,
set_extract_low_high_dates,
set_extract_record_count,
set_process,
set_process_run_low_high_dates,
set_process_run_record_count,
set_system_setting,
start_process_run,
actor_id_of,
apply_extract_status,
check_count,
check_dates,
check_parents,
check_size,
check_text,
compression_type_id_of,
dependency_type_id_of,
extract_status_id_of,
fail_stale,
filetype_id_of,
known_extract_status_id,
link_dataset_types,
link_sources,
location_id_of,
location_path_of,
lock_extract,
lock_run,
merge_file_details,
parse_files,
parse_ids,
parse_json,
parse_names,
parse_sources,
process_id_of,
process_status_id_of,
process_type_id_of,
register_files,
register_sources,
set_run_status,
sources_json,
status_name,
system_integer,
tool_id_of,
utc_text;

DROP VIEW IF EXISTS
v_error,
v_extract,
v_lineage,
v_process,
v_process_dependency,
v_process_run;

DROP TABLE IF EXISTS
actor_lkup,
tool_lkup,
system_lkup,
schedule_frequency_lkup,
contact_lkup,
location_type_lkup,
location_lkup,
source_type_lkup,
character_set_lkup,
data_type_lkup,
dataset_type_lkup,
filter_type_lkup,
source_lkup,
source_object_lkup,
source_object_attribute_lkup,
source_contact,
source_dataset_type,
source_object_dataset_type,
source_location,
source_object_location,
process_type_lkup,
process_status_lkup,
dependency_type_lkup,
process,
process_tracking,
process_contact,
process_dataset_type,
process_dependency,
process_filter,
process_source,
process_source_object,
process_source_object_attribute,
process_target,
process_target_object,
process_target_object_attribute,
cluster_tracking_lkup,
cluster_process,
extract_status_lkup,
extract_compression_type_lkup,
extract_filetype_lkup,
filesize_type_lkup,
extract_tracking,
extract_process_tracking,
extract_dataset_type,
extract_dependency,
extract_source,
extract_source_object,
error_type_lkup,
error_tracking,
execution,
execution_step,
execution_step_model;

-- Only a schema that install.sql made, and that is empty now, goes too.
DO $$
DECLARE
    v_schema text := current_setting('ptdb.schema');
    v_schema_oid oid := to_regnamespace(quote_ident(v_schema));
BEGIN
    IF obj_description(v_schema_oid, 'pg_namespace') = 'ptdb: made by its install.sql'
        AND NOT EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = v_schema_oid)
        AND NOT EXISTS (SELECT 1 FROM pg_proc WHERE pronamespace = v_schema_oid)
        AND NOT EXISTS (SELECT 1 FROM pg_type WHERE typnamespace = v_schema_oid) THEN
        EXECUTE format('DROP SCHEMA %I', v_schema);
    END IF;
END;
$$;
COMMIT;
