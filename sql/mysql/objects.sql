-- Makes all that a store consists of in the database in use: tables, preloaded rows, views and routines. Run by
-- install.sql, after prepare.sql. system_lkup comes first: it says whose store is here, should the rest break off.

source sql/mysql/tables/system.sql
source sql/mysql/tables/actor.sql
source sql/mysql/tables/tool.sql
source sql/mysql/tables/schedule.sql
source sql/mysql/tables/contact.sql
source sql/mysql/tables/location.sql
source sql/mysql/tables/source.sql
source sql/mysql/tables/process.sql
source sql/mysql/tables/capacity.sql
source sql/mysql/tables/extract.sql
source sql/mysql/tables/error.sql
source sql/mysql/tables/pipeline.sql
source sql/mysql/defaults.sql

source sql/mysql/views/v_error.sql
source sql/mysql/views/v_extract.sql
source sql/mysql/views/v_lineage.sql
source sql/mysql/views/v_process.sql
source sql/mysql/views/v_process_dependency.sql
source sql/mysql/views/v_process_run.sql

source sql/mysql/routines/internal/actor_id_of.sql
source sql/mysql/routines/internal/begin_call.sql
source sql/mysql/routines/internal/character_set_id_of.sql
source sql/mysql/routines/internal/check_count.sql
source sql/mysql/routines/internal/check_dates.sql
source sql/mysql/routines/internal/check_id.sql
source sql/mysql/routines/internal/check_instant.sql
source sql/mysql/routines/internal/check_parents.sql
source sql/mysql/routines/internal/check_text.sql
source sql/mysql/routines/internal/dependency_type_id_of.sql
source sql/mysql/routines/internal/end_call.sql
source sql/mysql/routines/internal/fail_stale.sql
source sql/mysql/routines/internal/link_dataset_types.sql
source sql/mysql/routines/internal/link_read_sources.sql
source sql/mysql/routines/internal/link_sources.sql
source sql/mysql/routines/internal/link_written_sources.sql
source sql/mysql/routines/internal/lock_dependencies.sql
source sql/mysql/routines/internal/lock_run.sql
source sql/mysql/routines/internal/parse_json.sql
source sql/mysql/routines/internal/parse_names.sql
source sql/mysql/routines/internal/parse_sources.sql
source sql/mysql/routines/internal/process_id_of.sql
source sql/mysql/routines/internal/process_status_id_of.sql
source sql/mysql/routines/internal/process_type_id_of.sql
source sql/mysql/routines/internal/raise_error.sql
source sql/mysql/routines/internal/register_sources.sql
source sql/mysql/routines/internal/schedule_frequency_id_of.sql
source sql/mysql/routines/internal/set_run_status.sql
source sql/mysql/routines/internal/sources_json.sql
source sql/mysql/routines/internal/status_name.sql
source sql/mysql/routines/internal/system_integer.sql
source sql/mysql/routines/internal/tool_id_of.sql
source sql/mysql/routines/internal/undo_call.sql

source sql/mysql/routines/change_run_status.sql
source sql/mysql/routines/create_process_dependency.sql
source sql/mysql/routines/delete_process_dependency.sql
source sql/mysql/routines/get_process_run.sql
source sql/mysql/routines/get_version.sql
source sql/mysql/routines/raise_run_error.sql
source sql/mysql/routines/record_heartbeat.sql
source sql/mysql/routines/release_process.sql
source sql/mysql/routines/set_process.sql
source sql/mysql/routines/start_process_run.sql
