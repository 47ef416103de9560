-- Grants what each of the roles of roles.sql may do in the database in use. Safe to run again, and to be run again after
-- each run of install.sql: a routine that is replaced loses its grants.
--
--   mysql --database=DATABASE < sql/mysql/grants.sql
--   mariadb --database=DATABASE < sql/mysql/grants.sql
--
-- Needs GRANT OPTION for EXECUTE and SELECT on the database. No role gets a right on a table: the routines and views run
-- with the rights of who installed them. Grant nobody CREATE TEMPORARY TABLES on this database: a session's temporary
-- table would stand before ours of its name, also for the routines that the session calls. The lists are written by
-- scripts/generate from contract.toml.

-- views: begin
GRANT SELECT ON v_error TO ptdb_reader;
GRANT SELECT ON v_extract TO ptdb_reader;
GRANT SELECT ON v_lineage TO ptdb_reader;
GRANT SELECT ON v_process TO ptdb_reader;
GRANT SELECT ON v_process_dependency TO ptdb_reader;
GRANT SELECT ON v_process_run TO ptdb_reader;
-- views: end

-- reader: begin
GRANT EXECUTE ON PROCEDURE compare_step_models TO ptdb_reader;
GRANT EXECUTE ON PROCEDURE find_extracts_by_filename TO ptdb_reader;
GRANT EXECUTE ON PROCEDURE find_extracts_by_location TO ptdb_reader;
GRANT EXECUTE ON PROCEDURE find_extracts_by_process TO ptdb_reader;
GRANT EXECUTE ON PROCEDURE find_process_by_schedule_frequency TO ptdb_reader;
GRANT EXECUTE ON PROCEDURE find_process_contacts TO ptdb_reader;
GRANT EXECUTE ON PROCEDURE find_process_filters TO ptdb_reader;
GRANT EXECUTE ON PROCEDURE find_process_source_attributes TO ptdb_reader;
GRANT EXECUTE ON PROCEDURE find_process_sources TO ptdb_reader;
GRANT EXECUTE ON PROCEDURE find_process_target_attributes TO ptdb_reader;
GRANT EXECUTE ON PROCEDURE find_process_targets TO ptdb_reader;
GRANT EXECUTE ON PROCEDURE get_execution_completion_timestamp TO ptdb_reader;
GRANT EXECUTE ON PROCEDURE get_execution_step TO ptdb_reader;
GRANT EXECUTE ON PROCEDURE get_extract TO ptdb_reader;
GRANT EXECUTE ON PROCEDURE get_last_successful_execution TO ptdb_reader;
GRANT EXECUTE ON PROCEDURE get_process_run TO ptdb_reader;
GRANT EXECUTE ON PROCEDURE get_process_watermark TO ptdb_reader;
GRANT EXECUTE ON PROCEDURE get_version TO ptdb_reader;
-- reader: end

-- runner: begin
GRANT EXECUTE ON PROCEDURE add_extract_dependency TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE bulk_change_extract_status TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE change_extract_status TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE change_run_status TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE complete_execution TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE complete_step TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE fail_stale_runs TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE init_execution TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE init_step TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE raise_run_error TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE record_heartbeat TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE register_extract TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE register_extracts TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE release_process TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE set_extract_low_high_dates TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE set_extract_record_count TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE set_process_run_low_high_dates TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE set_process_run_record_count TO ptdb_runner;
GRANT EXECUTE ON PROCEDURE start_process_run TO ptdb_runner;
-- runner: end

-- admin: begin
GRANT EXECUTE ON PROCEDURE add_process_contact TO ptdb_admin;
GRANT EXECUTE ON PROCEDURE add_process_filter TO ptdb_admin;
GRANT EXECUTE ON PROCEDURE add_source_contact TO ptdb_admin;
GRANT EXECUTE ON PROCEDURE create_cluster_process TO ptdb_admin;
GRANT EXECUTE ON PROCEDURE create_process_dependency TO ptdb_admin;
GRANT EXECUTE ON PROCEDURE create_topic TO ptdb_admin;
GRANT EXECUTE ON PROCEDURE delete_cluster_process TO ptdb_admin;
GRANT EXECUTE ON PROCEDURE delete_process_dependency TO ptdb_admin;
GRANT EXECUTE ON PROCEDURE delete_topic TO ptdb_admin;
GRANT EXECUTE ON PROCEDURE remove_process_contact TO ptdb_admin;
GRANT EXECUTE ON PROCEDURE remove_process_filter TO ptdb_admin;
GRANT EXECUTE ON PROCEDURE remove_source_contact TO ptdb_admin;
GRANT EXECUTE ON PROCEDURE set_process TO ptdb_admin;
GRANT EXECUTE ON PROCEDURE set_source TO ptdb_admin;
GRANT EXECUTE ON PROCEDURE set_source_object_attribute TO ptdb_admin;
GRANT EXECUTE ON PROCEDURE set_system_setting TO ptdb_admin;
GRANT EXECUTE ON PROCEDURE update_topic TO ptdb_admin;
-- admin: end
