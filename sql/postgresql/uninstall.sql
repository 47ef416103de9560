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

DO $$
DECLARE
    v_schema text := current_setting('ptdb.schema');
    v_version text;
BEGIN
    IF to_regclass(format('%I.system_lkup', v_schema)) IS NOT NULL THEN
        EXECUTE format('SELECT system_value FROM %I.system_lkup WHERE system_key = %L', v_schema, 'version')
        INTO v_version;
        IF v_version IS NULL OR v_version NOT LIKE '1.%' THEN
            RAISE EXCEPTION 'the schema "%" holds a store of version %, which is none of ptdb 1; it stays as it is',
                v_schema, coalesce(v_version, 'unknown');
        END IF;
    END IF;
END;
$$;

-- The lists are written by scripts/generate.
DROP FUNCTION IF EXISTS
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
utc_text;
-- routines: end

DROP VIEW IF EXISTS
-- views: begin
v_error,
v_extract,
v_lineage,
v_process,
v_process_dependency,
v_process_run;
-- views: end

DROP TABLE IF EXISTS
-- tables: begin
actor_lkup,
character_set_lkup,
cluster_process,
cluster_tracking_lkup,
contact_lkup,
data_type_lkup,
dataset_type_lkup,
dependency_type_lkup,
error_tracking,
error_type_lkup,
execution,
execution_step,
execution_step_model,
extract_compression_type_lkup,
extract_dataset_type,
extract_dependency,
extract_filetype_lkup,
extract_process_tracking,
extract_source,
extract_source_object,
extract_status_lkup,
extract_tracking,
filesize_type_lkup,
filter_type_lkup,
location_lkup,
location_type_lkup,
process,
process_contact,
process_dataset_type,
process_dependency,
process_filter,
process_source,
process_source_object,
process_source_object_attribute,
process_status_lkup,
process_target,
process_target_object,
process_target_object_attribute,
process_tracking,
process_type_lkup,
schedule_frequency_lkup,
source_contact,
source_dataset_type,
source_lkup,
source_location,
source_object_attribute_lkup,
source_object_dataset_type,
source_object_lkup,
source_object_location,
source_type_lkup,
system_lkup,
tool_lkup;
-- tables: end

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
