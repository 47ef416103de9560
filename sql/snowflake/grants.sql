-- Grants what each of the roles of roles.sql may do in the schema of sql/snowflake/schema.sql. Run by the owner of the
-- installation. Safe to run again. In the folder that holds sql/:
--
--   snow sql --database DATABASE --role OWNER -f sql/snowflake/grants.sql
--
-- USAGE on the database is its owner's to give:
--   GRANT USAGE ON DATABASE name TO ROLE ptdb_reader;
--
-- No role gets a right on a table: routines run with their owner's rights, and views read with theirs. The lists are
-- written by scripts/generate from contract.toml.

!source sql/snowflake/schema.sql
GRANT USAGE ON SCHEMA IDENTIFIER($ptdb_schema) TO ROLE ptdb_reader;
USE SCHEMA IDENTIFIER($ptdb_schema);
-- views: begin
GRANT SELECT ON VIEW v_error TO ROLE ptdb_reader;
GRANT SELECT ON VIEW v_extract TO ROLE ptdb_reader;
GRANT SELECT ON VIEW v_lineage TO ROLE ptdb_reader;
GRANT SELECT ON VIEW v_process TO ROLE ptdb_reader;
GRANT SELECT ON VIEW v_process_dependency TO ROLE ptdb_reader;
GRANT SELECT ON VIEW v_process_run TO ROLE ptdb_reader;
-- views: end
-- reader: begin
GRANT USAGE ON PROCEDURE compare_step_models(VARCHAR, VARCHAR) TO ROLE ptdb_reader;
GRANT USAGE ON PROCEDURE find_extracts_by_filename(VARCHAR, VARCHAR) TO ROLE ptdb_reader;
GRANT USAGE ON PROCEDURE find_extracts_by_location(VARCHAR, VARCHAR, VARCHAR) TO ROLE ptdb_reader;
GRANT USAGE ON PROCEDURE find_extracts_by_process(VARCHAR, VARCHAR) TO ROLE ptdb_reader;
GRANT USAGE ON PROCEDURE find_process_by_schedule_frequency(VARCHAR) TO ROLE ptdb_reader;
GRANT USAGE ON PROCEDURE find_process_contacts(NUMBER, VARCHAR) TO ROLE ptdb_reader;
GRANT USAGE ON PROCEDURE find_process_filters(NUMBER, VARCHAR) TO ROLE ptdb_reader;
GRANT USAGE ON PROCEDURE find_process_source_attributes(NUMBER, VARCHAR) TO ROLE ptdb_reader;
GRANT USAGE ON PROCEDURE find_process_sources(NUMBER, VARCHAR) TO ROLE ptdb_reader;
GRANT USAGE ON PROCEDURE find_process_target_attributes(NUMBER, VARCHAR) TO ROLE ptdb_reader;
GRANT USAGE ON PROCEDURE find_process_targets(NUMBER, VARCHAR) TO ROLE ptdb_reader;
GRANT USAGE ON PROCEDURE get_execution_completion_timestamp(VARCHAR) TO ROLE ptdb_reader;
GRANT USAGE ON PROCEDURE get_execution_step(VARCHAR, VARCHAR) TO ROLE ptdb_reader;
GRANT USAGE ON PROCEDURE get_extract(NUMBER) TO ROLE ptdb_reader;
GRANT USAGE ON PROCEDURE get_last_successful_execution() TO ROLE ptdb_reader;
GRANT USAGE ON PROCEDURE get_process_run(NUMBER) TO ROLE ptdb_reader;
GRANT USAGE ON PROCEDURE get_process_watermark(VARCHAR) TO ROLE ptdb_reader;
GRANT USAGE ON PROCEDURE get_version() TO ROLE ptdb_reader;
-- reader: end
-- runner: begin
GRANT USAGE ON PROCEDURE add_extract_dependency(NUMBER, NUMBER, VARCHAR) TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE bulk_change_extract_status(NUMBER, VARCHAR, VARCHAR) TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE change_extract_status(NUMBER, NUMBER, VARCHAR) TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE change_run_status(NUMBER, VARCHAR, TIMESTAMP_TZ) TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE complete_execution(VARCHAR) TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE complete_step(VARCHAR, NUMBER) TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE fail_stale_runs() TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE init_execution(VARCHAR) TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE init_step(VARCHAR, VARCHAR, VARCHAR) TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE raise_run_error(NUMBER, VARCHAR, VARCHAR, BOOLEAN, TIMESTAMP_TZ) TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE record_heartbeat(NUMBER) TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE register_extract(NUMBER, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR) TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE register_extracts(NUMBER, VARCHAR, VARCHAR, VARCHAR, VARCHAR, BOOLEAN) TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE release_process(VARCHAR, VARCHAR) TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE set_extract_low_high_dates(NUMBER, TIMESTAMP_TZ, TIMESTAMP_TZ, VARCHAR) TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE set_extract_record_count(NUMBER, NUMBER, VARCHAR) TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE set_process_run_low_high_dates(NUMBER, TIMESTAMP_TZ, TIMESTAMP_TZ) TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE set_process_run_record_count(NUMBER, NUMBER, VARCHAR) TO ROLE ptdb_runner;
GRANT USAGE ON PROCEDURE start_process_run(VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, NUMBER, NUMBER) TO ROLE ptdb_runner;
-- runner: end
-- admin: begin
GRANT USAGE ON PROCEDURE add_process_contact(VARCHAR, VARCHAR) TO ROLE ptdb_admin;
GRANT USAGE ON PROCEDURE add_process_filter(VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, NUMBER) TO ROLE ptdb_admin;
GRANT USAGE ON PROCEDURE add_source_contact(VARCHAR, VARCHAR) TO ROLE ptdb_admin;
GRANT USAGE ON PROCEDURE create_cluster_process(VARCHAR, VARCHAR) TO ROLE ptdb_admin;
GRANT USAGE ON PROCEDURE create_process_dependency(VARCHAR, VARCHAR, VARCHAR) TO ROLE ptdb_admin;
GRANT USAGE ON PROCEDURE create_topic(VARCHAR, VARCHAR, VARCHAR, NUMBER, VARCHAR, NUMBER, VARCHAR) TO ROLE ptdb_admin;
GRANT USAGE ON PROCEDURE delete_cluster_process(VARCHAR, VARCHAR) TO ROLE ptdb_admin;
GRANT USAGE ON PROCEDURE delete_process_dependency(VARCHAR, VARCHAR) TO ROLE ptdb_admin;
GRANT USAGE ON PROCEDURE delete_topic(VARCHAR, VARCHAR) TO ROLE ptdb_admin;
GRANT USAGE ON PROCEDURE remove_process_contact(VARCHAR, VARCHAR) TO ROLE ptdb_admin;
GRANT USAGE ON PROCEDURE remove_process_filter(VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR) TO ROLE ptdb_admin;
GRANT USAGE ON PROCEDURE remove_source_contact(VARCHAR, VARCHAR) TO ROLE ptdb_admin;
GRANT USAGE ON PROCEDURE set_process(VARCHAR, NUMBER, NUMBER) TO ROLE ptdb_admin;
GRANT USAGE ON PROCEDURE set_source(VARCHAR, VARCHAR, VARCHAR) TO ROLE ptdb_admin;
GRANT USAGE ON PROCEDURE set_source_object_attribute(VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, NUMBER, NUMBER, VARCHAR, NUMBER, BOOLEAN, BOOLEAN, BOOLEAN, BOOLEAN) TO ROLE ptdb_admin;
GRANT USAGE ON PROCEDURE set_system_setting(VARCHAR, VARCHAR) TO ROLE ptdb_admin;
GRANT USAGE ON PROCEDURE update_topic(VARCHAR, VARCHAR, VARCHAR, VARCHAR, NUMBER, VARCHAR, NUMBER, VARCHAR) TO ROLE ptdb_admin;
-- admin: end
