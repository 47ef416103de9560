-- Makes all that a store consists of, in the schema of schema.sql: tables, preloaded rows, views and routines. Run by
-- install.sql and by the upgrade, inside their transactions, after prepare.sql. A routine finds what it calls when it
-- runs, so they come in the order of their names.

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

:r sql/mssql/views/v_error.sql
:r sql/mssql/views/v_extract.sql
:r sql/mssql/views/v_lineage.sql
:r sql/mssql/views/v_process.sql
:r sql/mssql/views/v_process_dependency.sql
:r sql/mssql/views/v_process_run.sql

:r sql/mssql/routines/internal/actor_id_of.sql
:r sql/mssql/routines/internal/check_count.sql
:r sql/mssql/routines/internal/check_dates.sql
:r sql/mssql/routines/internal/check_id.sql
:r sql/mssql/routines/internal/check_json.sql
:r sql/mssql/routines/internal/check_names.sql
:r sql/mssql/routines/internal/check_parents.sql
:r sql/mssql/routines/internal/check_text.sql
:r sql/mssql/routines/internal/dependency_type_id_of.sql
:r sql/mssql/routines/internal/fail_stale.sql
:r sql/mssql/routines/internal/first_bad_name.sql
:r sql/mssql/routines/internal/link_dataset_types.sql
:r sql/mssql/routines/internal/link_sources.sql
:r sql/mssql/routines/internal/lock_dependencies.sql
:r sql/mssql/routines/internal/lock_name.sql
:r sql/mssql/routines/internal/lock_run.sql
:r sql/mssql/routines/internal/parse_sources.sql
:r sql/mssql/routines/internal/process_id_of.sql
:r sql/mssql/routines/internal/process_key.sql
:r sql/mssql/routines/internal/process_status_id_of.sql
:r sql/mssql/routines/internal/process_type_id_of.sql
:r sql/mssql/routines/internal/raise_error.sql
:r sql/mssql/routines/internal/register_sources.sql
:r sql/mssql/routines/internal/schedule_frequency_id_of.sql
:r sql/mssql/routines/internal/set_run_status.sql
:r sql/mssql/routines/internal/sources_json.sql
:r sql/mssql/routines/internal/status_name.sql
:r sql/mssql/routines/internal/system_integer.sql
:r sql/mssql/routines/internal/tool_id_of.sql

:r sql/mssql/routines/change_run_status.sql
:r sql/mssql/routines/create_process_dependency.sql
:r sql/mssql/routines/delete_process_dependency.sql
:r sql/mssql/routines/fail_stale_runs.sql
:r sql/mssql/routines/get_process_run.sql
:r sql/mssql/routines/get_process_watermark.sql
:r sql/mssql/routines/get_version.sql
:r sql/mssql/routines/raise_run_error.sql
:r sql/mssql/routines/record_heartbeat.sql
:r sql/mssql/routines/release_process.sql
:r sql/mssql/routines/set_process.sql
:r sql/mssql/routines/set_process_run_low_high_dates.sql
:r sql/mssql/routines/set_process_run_record_count.sql
:r sql/mssql/routines/start_process_run.sql
