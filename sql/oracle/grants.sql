-- Grants what each of the roles of roles.sql may do. Run by the owner of the installation. Safe to run again:
--
--   sqlplus -L process_tracker@//HOST/SERVICE @sql/oracle/grants.sql
--
-- No role gets a right on a table: routines run with their owner's rights, and views read with them. READ lets nobody
-- lock rows, as SELECT would. The lists are written by scripts/generate from contract.toml.

WHENEVER SQLERROR EXIT FAILURE ROLLBACK
WHENEVER OSERROR EXIT FAILURE ROLLBACK
SET DEFINE OFF
SET FEEDBACK OFF

-- views: begin
GRANT READ ON v_error TO ptdb_reader;
GRANT READ ON v_extract TO ptdb_reader;
GRANT READ ON v_lineage TO ptdb_reader;
GRANT READ ON v_process TO ptdb_reader;
GRANT READ ON v_process_dependency TO ptdb_reader;
GRANT READ ON v_process_run TO ptdb_reader;
-- views: end
-- reader: begin
GRANT EXECUTE ON compare_step_models TO ptdb_reader;
GRANT EXECUTE ON find_extracts_by_filename TO ptdb_reader;
GRANT EXECUTE ON find_extracts_by_location TO ptdb_reader;
GRANT EXECUTE ON find_extracts_by_process TO ptdb_reader;
GRANT EXECUTE ON find_process_by_schedule_frequency TO ptdb_reader;
GRANT EXECUTE ON find_process_contacts TO ptdb_reader;
GRANT EXECUTE ON find_process_filters TO ptdb_reader;
GRANT EXECUTE ON find_process_source_attributes TO ptdb_reader;
GRANT EXECUTE ON find_process_sources TO ptdb_reader;
GRANT EXECUTE ON find_process_target_attributes TO ptdb_reader;
GRANT EXECUTE ON find_process_targets TO ptdb_reader;
GRANT EXECUTE ON get_execution_completion_timestamp TO ptdb_reader;
GRANT EXECUTE ON get_execution_step TO ptdb_reader;
GRANT EXECUTE ON get_extract TO ptdb_reader;
GRANT EXECUTE ON get_last_successful_execution TO ptdb_reader;
GRANT EXECUTE ON get_process_run TO ptdb_reader;
GRANT EXECUTE ON get_process_watermark TO ptdb_reader;
GRANT EXECUTE ON get_version TO ptdb_reader;
-- reader: end
-- runner: begin
GRANT EXECUTE ON add_extract_dependency TO ptdb_runner;
GRANT EXECUTE ON bulk_change_extract_status TO ptdb_runner;
GRANT EXECUTE ON change_extract_status TO ptdb_runner;
GRANT EXECUTE ON change_run_status TO ptdb_runner;
GRANT EXECUTE ON complete_execution TO ptdb_runner;
GRANT EXECUTE ON complete_step TO ptdb_runner;
GRANT EXECUTE ON fail_stale_runs TO ptdb_runner;
GRANT EXECUTE ON init_execution TO ptdb_runner;
GRANT EXECUTE ON init_step TO ptdb_runner;
GRANT EXECUTE ON raise_run_error TO ptdb_runner;
GRANT EXECUTE ON record_heartbeat TO ptdb_runner;
GRANT EXECUTE ON register_extract TO ptdb_runner;
GRANT EXECUTE ON register_extracts TO ptdb_runner;
GRANT EXECUTE ON release_process TO ptdb_runner;
GRANT EXECUTE ON set_extract_low_high_dates TO ptdb_runner;
GRANT EXECUTE ON set_extract_record_count TO ptdb_runner;
GRANT EXECUTE ON set_process_run_low_high_dates TO ptdb_runner;
GRANT EXECUTE ON set_process_run_record_count TO ptdb_runner;
GRANT EXECUTE ON start_process_run TO ptdb_runner;
-- runner: end
-- admin: begin
GRANT EXECUTE ON add_process_contact TO ptdb_admin;
GRANT EXECUTE ON add_process_filter TO ptdb_admin;
GRANT EXECUTE ON add_source_contact TO ptdb_admin;
GRANT EXECUTE ON create_cluster_process TO ptdb_admin;
GRANT EXECUTE ON create_process_dependency TO ptdb_admin;
GRANT EXECUTE ON create_topic TO ptdb_admin;
GRANT EXECUTE ON delete_cluster_process TO ptdb_admin;
GRANT EXECUTE ON delete_process_dependency TO ptdb_admin;
GRANT EXECUTE ON delete_topic TO ptdb_admin;
GRANT EXECUTE ON remove_process_contact TO ptdb_admin;
GRANT EXECUTE ON remove_process_filter TO ptdb_admin;
GRANT EXECUTE ON remove_source_contact TO ptdb_admin;
GRANT EXECUTE ON set_process TO ptdb_admin;
GRANT EXECUTE ON set_source TO ptdb_admin;
GRANT EXECUTE ON set_source_object_attribute TO ptdb_admin;
GRANT EXECUTE ON set_system_setting TO ptdb_admin;
GRANT EXECUTE ON update_topic TO ptdb_admin;
-- admin: end

EXIT SUCCESS
