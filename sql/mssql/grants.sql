-- Grants what each of the roles of roles.sql may do. Run by the owner of the installation. Safe to run again. Run it in
-- the folder that holds sql/:
--
--   sqlcmd -b -S SERVER -d DATABASE -i sql/mssql/grants.sql
--
-- No role gets a right on a table: routines and views reach the tables of their own owner by ownership chaining. The
-- lists are written by scripts/generate from contract.toml.

:on error exit
:r sql/mssql/schema.sql
:r sql/mssql/options.sql
BEGIN TRANSACTION;
GO
-- views: begin
GRANT SELECT ON OBJECT::[$(schema)].v_error TO ptdb_reader;
GRANT SELECT ON OBJECT::[$(schema)].v_extract TO ptdb_reader;
GRANT SELECT ON OBJECT::[$(schema)].v_lineage TO ptdb_reader;
GRANT SELECT ON OBJECT::[$(schema)].v_process TO ptdb_reader;
GRANT SELECT ON OBJECT::[$(schema)].v_process_dependency TO ptdb_reader;
GRANT SELECT ON OBJECT::[$(schema)].v_process_run TO ptdb_reader;
-- views: end
-- reader: begin
GRANT EXECUTE ON OBJECT::[$(schema)].compare_step_models TO ptdb_reader;
GRANT EXECUTE ON OBJECT::[$(schema)].find_extracts_by_filename TO ptdb_reader;
GRANT EXECUTE ON OBJECT::[$(schema)].find_extracts_by_location TO ptdb_reader;
GRANT EXECUTE ON OBJECT::[$(schema)].find_extracts_by_process TO ptdb_reader;
GRANT EXECUTE ON OBJECT::[$(schema)].find_process_by_schedule_frequency TO ptdb_reader;
GRANT EXECUTE ON OBJECT::[$(schema)].find_process_contacts TO ptdb_reader;
GRANT EXECUTE ON OBJECT::[$(schema)].find_process_filters TO ptdb_reader;
GRANT EXECUTE ON OBJECT::[$(schema)].find_process_source_attributes TO ptdb_reader;
GRANT EXECUTE ON OBJECT::[$(schema)].find_process_sources TO ptdb_reader;
GRANT EXECUTE ON OBJECT::[$(schema)].find_process_target_attributes TO ptdb_reader;
GRANT EXECUTE ON OBJECT::[$(schema)].find_process_targets TO ptdb_reader;
GRANT EXECUTE ON OBJECT::[$(schema)].get_execution_completion_timestamp TO ptdb_reader;
GRANT EXECUTE ON OBJECT::[$(schema)].get_execution_step TO ptdb_reader;
GRANT EXECUTE ON OBJECT::[$(schema)].get_extract TO ptdb_reader;
GRANT EXECUTE ON OBJECT::[$(schema)].get_last_successful_execution TO ptdb_reader;
GRANT EXECUTE ON OBJECT::[$(schema)].get_process_run TO ptdb_reader;
GRANT EXECUTE ON OBJECT::[$(schema)].get_process_watermark TO ptdb_reader;
GRANT EXECUTE ON OBJECT::[$(schema)].get_version TO ptdb_reader;
-- reader: end
-- runner: begin
GRANT EXECUTE ON OBJECT::[$(schema)].add_extract_dependency TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].bulk_change_extract_status TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].change_extract_status TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].change_run_status TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].complete_execution TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].complete_step TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].fail_stale_runs TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].init_execution TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].init_step TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].raise_run_error TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].record_heartbeat TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].register_extract TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].register_extracts TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].release_process TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].set_extract_low_high_dates TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].set_extract_record_count TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].set_process_run_low_high_dates TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].set_process_run_record_count TO ptdb_runner;
GRANT EXECUTE ON OBJECT::[$(schema)].start_process_run TO ptdb_runner;
-- runner: end
-- admin: begin
GRANT EXECUTE ON OBJECT::[$(schema)].add_process_contact TO ptdb_admin;
GRANT EXECUTE ON OBJECT::[$(schema)].add_process_filter TO ptdb_admin;
GRANT EXECUTE ON OBJECT::[$(schema)].add_source_contact TO ptdb_admin;
GRANT EXECUTE ON OBJECT::[$(schema)].create_cluster_process TO ptdb_admin;
GRANT EXECUTE ON OBJECT::[$(schema)].create_process_dependency TO ptdb_admin;
GRANT EXECUTE ON OBJECT::[$(schema)].create_topic TO ptdb_admin;
GRANT EXECUTE ON OBJECT::[$(schema)].delete_cluster_process TO ptdb_admin;
GRANT EXECUTE ON OBJECT::[$(schema)].delete_process_dependency TO ptdb_admin;
GRANT EXECUTE ON OBJECT::[$(schema)].delete_topic TO ptdb_admin;
GRANT EXECUTE ON OBJECT::[$(schema)].remove_process_contact TO ptdb_admin;
GRANT EXECUTE ON OBJECT::[$(schema)].remove_process_filter TO ptdb_admin;
GRANT EXECUTE ON OBJECT::[$(schema)].remove_source_contact TO ptdb_admin;
GRANT EXECUTE ON OBJECT::[$(schema)].set_process TO ptdb_admin;
GRANT EXECUTE ON OBJECT::[$(schema)].set_source TO ptdb_admin;
GRANT EXECUTE ON OBJECT::[$(schema)].set_source_object_attribute TO ptdb_admin;
GRANT EXECUTE ON OBJECT::[$(schema)].set_system_setting TO ptdb_admin;
GRANT EXECUTE ON OBJECT::[$(schema)].update_topic TO ptdb_admin;
-- admin: end
COMMIT TRANSACTION;
GO
