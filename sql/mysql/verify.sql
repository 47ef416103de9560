-- Compares what is installed in the database in use with what should be, and says so in words. Reads the catalogue and
-- the preloaded rows, and changes nothing.
--
--   mysql --commands --database=DATABASE < sql/mysql/verify.sql
--   mariadb --abort-source-on-error --database=DATABASE < sql/mysql/verify.sql
--
-- Run it in the folder that holds sql/, as the user who installed ptdb, who alone sees all of it. All well: one sentence,
-- exit status 0. Else a line for every difference, an error, and exit status 1.
-- What it expects, between the marks below, scripts/generate writes from the files beside this one.

SET NAMES utf8mb4 COLLATE utf8mb4_bin;
SET @ptdb_sql_mode = @@SESSION.sql_mode;
SET SESSION sql_mode = '';
source sql/mysql/look.sql
SET @ptdb_refusal = CASE
    WHEN DATABASE() IS NULL THEN 'no database is selected; name it to the client: --database=NAME'
    WHEN NOT @ptdb_is_store THEN LEFT(CONCAT('there is no ptdb in the database "', DATABASE(), '"; install.sql makes it'), 128)
END;
-- Ends here with the error @ptdb_refusal, when there is one; install.sql says how.
SET SESSION sql_mode = IF(@ptdb_refusal IS NULL, '', 'NO_BACKSLASH_ESCAPES');
DELIMITER //
DO '\'; SIGNAL SQLSTATE "45000" SET MESSAGE_TEXT = @ptdb_refusal; -- '
//
DELIMITER ;

-- expected: begin
SET @ptdb_columns = '[
["actor_lkup", "actor_id", "int NOT NULL AUTO_INCREMENT"],
["actor_lkup", "actor_name", "varchar(250) NOT NULL"],
["actor_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["actor_lkup", "created_by", "int NOT NULL"],
["actor_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["actor_lkup", "updated_by", "int NOT NULL"],
["cluster_tracking_lkup", "cluster_id", "int NOT NULL AUTO_INCREMENT"],
["cluster_tracking_lkup", "cluster_name", "varchar(250) NOT NULL"],
["cluster_tracking_lkup", "cluster_max_memory", "int"],
["cluster_tracking_lkup", "cluster_max_memory_unit", "varchar(2)"],
["cluster_tracking_lkup", "cluster_max_processing", "int"],
["cluster_tracking_lkup", "cluster_max_processing_unit", "varchar(3)"],
["cluster_tracking_lkup", "cluster_current_memory_usage", "int"],
["cluster_tracking_lkup", "cluster_current_process_usage", "int"],
["cluster_tracking_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["cluster_tracking_lkup", "created_by", "int NOT NULL"],
["cluster_tracking_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["cluster_tracking_lkup", "updated_by", "int NOT NULL"],
["cluster_process", "cluster_id", "int NOT NULL"],
["cluster_process", "process_id", "int NOT NULL"],
["cluster_process", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["cluster_process", "created_by", "int NOT NULL"],
["cluster_process", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["cluster_process", "updated_by", "int NOT NULL"],
["contact_lkup", "contact_id", "int NOT NULL AUTO_INCREMENT"],
["contact_lkup", "contact_name", "varchar(250) NOT NULL"],
["contact_lkup", "contact_email", "varchar(750)"],
["contact_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["contact_lkup", "created_by", "int NOT NULL"],
["contact_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["contact_lkup", "updated_by", "int NOT NULL"],
["error_type_lkup", "error_type_id", "int NOT NULL AUTO_INCREMENT"],
["error_type_lkup", "error_type_name", "varchar(250) NOT NULL"],
["error_type_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["error_type_lkup", "created_by", "int NOT NULL"],
["error_type_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["error_type_lkup", "updated_by", "int NOT NULL"],
["error_tracking", "error_tracking_id", "bigint NOT NULL AUTO_INCREMENT"],
["error_tracking", "error_type_id", "int NOT NULL"],
["error_tracking", "error_description", "longtext"],
["error_tracking", "error_occurrence_date_time", "datetime(6) NOT NULL"],
["error_tracking", "process_tracking_id", "bigint NOT NULL"],
["error_tracking", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["error_tracking", "created_by", "int NOT NULL"],
["error_tracking", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["error_tracking", "updated_by", "int NOT NULL"],
["extract_status_lkup", "extract_status_id", "int NOT NULL AUTO_INCREMENT"],
["extract_status_lkup", "extract_status_name", "varchar(75) NOT NULL"],
["extract_status_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_status_lkup", "created_by", "int NOT NULL"],
["extract_status_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_status_lkup", "updated_by", "int NOT NULL"],
["extract_compression_type_lkup", "extract_compression_type_id", "int NOT NULL AUTO_INCREMENT"],
["extract_compression_type_lkup", "extract_compression_type", "varchar(25) NOT NULL"],
["extract_compression_type_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_compression_type_lkup", "created_by", "int NOT NULL"],
["extract_compression_type_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_compression_type_lkup", "updated_by", "int NOT NULL"],
["extract_filetype_lkup", "extract_filetype_id", "int NOT NULL AUTO_INCREMENT"],
["extract_filetype_lkup", "extract_filetype", "varchar(75) NOT NULL"],
["extract_filetype_lkup", "extract_filetype_code", "varchar(25) NOT NULL"],
["extract_filetype_lkup", "delimiter_char", "varchar(1)"],
["extract_filetype_lkup", "quote_char", "varchar(1)"],
["extract_filetype_lkup", "escape_char", "varchar(1)"],
["extract_filetype_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_filetype_lkup", "created_by", "int NOT NULL"],
["extract_filetype_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_filetype_lkup", "updated_by", "int NOT NULL"],
["filesize_type_lkup", "filesize_type_id", "int NOT NULL AUTO_INCREMENT"],
["filesize_type_lkup", "filesize_type_name", "varchar(75) NOT NULL"],
["filesize_type_lkup", "filesize_type_code", "varchar(2) NOT NULL"],
["filesize_type_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["filesize_type_lkup", "created_by", "int NOT NULL"],
["filesize_type_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["filesize_type_lkup", "updated_by", "int NOT NULL"],
["extract_tracking", "extract_id", "bigint NOT NULL AUTO_INCREMENT"],
["extract_tracking", "extract_filename", "varchar(750) NOT NULL"],
["extract_tracking", "extract_location_id", "int NOT NULL"],
["extract_tracking", "extract_status_id", "int NOT NULL"],
["extract_tracking", "extract_registration_date_time", "datetime(6) NOT NULL"],
["extract_tracking", "extract_write_low_date_time", "datetime(6)"],
["extract_tracking", "extract_write_high_date_time", "datetime(6)"],
["extract_tracking", "extract_write_record_count", "bigint"],
["extract_tracking", "extract_load_low_date_time", "datetime(6)"],
["extract_tracking", "extract_load_high_date_time", "datetime(6)"],
["extract_tracking", "extract_load_record_count", "bigint"],
["extract_tracking", "extract_compression_type_id", "int"],
["extract_tracking", "extract_filetype_id", "int"],
["extract_tracking", "extract_filesize", "decimal(60, 20)"],
["extract_tracking", "extract_filesize_type_id", "int"],
["extract_tracking", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_tracking", "created_by", "int NOT NULL"],
["extract_tracking", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_tracking", "updated_by", "int NOT NULL"],
["extract_process_tracking", "extract_tracking_id", "bigint NOT NULL"],
["extract_process_tracking", "process_tracking_id", "bigint NOT NULL"],
["extract_process_tracking", "extract_process_status_id", "int NOT NULL"],
["extract_process_tracking", "extract_process_event_date_time", "datetime(6) NOT NULL"],
["extract_process_tracking", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_process_tracking", "created_by", "int NOT NULL"],
["extract_process_tracking", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_process_tracking", "updated_by", "int NOT NULL"],
["extract_dataset_type", "extract_id", "bigint NOT NULL"],
["extract_dataset_type", "dataset_type_id", "int NOT NULL"],
["extract_dataset_type", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_dataset_type", "created_by", "int NOT NULL"],
["extract_dataset_type", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_dataset_type", "updated_by", "int NOT NULL"],
["extract_dependency", "parent_extract_id", "bigint NOT NULL"],
["extract_dependency", "child_extract_id", "bigint NOT NULL"],
["extract_dependency", "dependency_type_id", "int NOT NULL DEFAULT 1"],
["extract_dependency", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_dependency", "created_by", "int NOT NULL"],
["extract_dependency", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_dependency", "updated_by", "int NOT NULL"],
["extract_source", "extract_id", "bigint NOT NULL"],
["extract_source", "source_id", "int NOT NULL"],
["extract_source", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_source", "created_by", "int NOT NULL"],
["extract_source", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_source", "updated_by", "int NOT NULL"],
["extract_source_object", "extract_id", "bigint NOT NULL"],
["extract_source_object", "source_object_id", "int NOT NULL"],
["extract_source_object", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_source_object", "created_by", "int NOT NULL"],
["extract_source_object", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["extract_source_object", "updated_by", "int NOT NULL"],
["location_type_lkup", "location_type_id", "int NOT NULL AUTO_INCREMENT"],
["location_type_lkup", "location_type_name", "varchar(25) NOT NULL"],
["location_type_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["location_type_lkup", "created_by", "int NOT NULL"],
["location_type_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["location_type_lkup", "updated_by", "int NOT NULL"],
["location_lkup", "location_id", "int NOT NULL AUTO_INCREMENT"],
["location_lkup", "location_name", "varchar(750) NOT NULL"],
["location_lkup", "location_path", "varchar(750) NOT NULL"],
["location_lkup", "location_type_id", "int NOT NULL"],
["location_lkup", "location_file_count", "int"],
["location_lkup", "location_bucket_name", "varchar(750)"],
["location_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["location_lkup", "created_by", "int NOT NULL"],
["location_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["location_lkup", "updated_by", "int NOT NULL"],
["execution", "execution_id", "char(36) NOT NULL"],
["execution", "status", "varchar(20) NOT NULL"],
["execution", "started_on", "datetime(6) NOT NULL"],
["execution", "completed_on", "datetime(6)"],
["execution", "execution_time_ms", "bigint"],
["execution", "created_on", "datetime(6) NOT NULL"],
["execution", "updated_on", "datetime(6) NOT NULL"],
["execution", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["execution", "created_by", "int NOT NULL"],
["execution", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["execution", "updated_by", "int NOT NULL"],
["execution_step", "execution_step_id", "char(36) NOT NULL"],
["execution_step", "execution_id", "char(36) NOT NULL"],
["execution_step", "step_name", "varchar(20) NOT NULL"],
["execution_step", "status", "varchar(20) NOT NULL"],
["execution_step", "rows_processed", "bigint"],
["execution_step", "started_on", "datetime(6) NOT NULL"],
["execution_step", "completed_on", "datetime(6)"],
["execution_step", "execution_time_ms", "bigint"],
["execution_step", "created_on", "datetime(6) NOT NULL"],
["execution_step", "updated_on", "datetime(6) NOT NULL"],
["execution_step", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["execution_step", "created_by", "int NOT NULL"],
["execution_step", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["execution_step", "updated_by", "int NOT NULL"],
["execution_step_model", "execution_step_model_id", "char(36) NOT NULL"],
["execution_step_model", "execution_step_id", "char(36) NOT NULL"],
["execution_step_model", "model_name", "varchar(250) NOT NULL"],
["execution_step_model", "checksum", "varchar(100) NOT NULL"],
["execution_step_model", "created_on", "datetime(6) NOT NULL"],
["execution_step_model", "updated_on", "datetime(6) NOT NULL"],
["execution_step_model", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["execution_step_model", "created_by", "int NOT NULL"],
["execution_step_model", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["execution_step_model", "updated_by", "int NOT NULL"],
["process_type_lkup", "process_type_id", "int NOT NULL AUTO_INCREMENT"],
["process_type_lkup", "process_type_name", "varchar(250) NOT NULL"],
["process_type_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_type_lkup", "created_by", "int NOT NULL"],
["process_type_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_type_lkup", "updated_by", "int NOT NULL"],
["process_status_lkup", "process_status_id", "int NOT NULL AUTO_INCREMENT"],
["process_status_lkup", "process_status_name", "varchar(75) NOT NULL"],
["process_status_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_status_lkup", "created_by", "int NOT NULL"],
["process_status_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_status_lkup", "updated_by", "int NOT NULL"],
["dependency_type_lkup", "dependency_type_id", "int NOT NULL AUTO_INCREMENT"],
["dependency_type_lkup", "dependency_type_name", "varchar(75) NOT NULL"],
["dependency_type_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["dependency_type_lkup", "created_by", "int NOT NULL"],
["dependency_type_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["dependency_type_lkup", "updated_by", "int NOT NULL"],
["process", "process_id", "int NOT NULL AUTO_INCREMENT"],
["process", "process_name", "varchar(250) NOT NULL"],
["process", "total_record_count", "bigint NOT NULL DEFAULT 0"],
["process", "process_type_id", "int NOT NULL"],
["process", "process_tool_id", "int NOT NULL"],
["process", "last_failed_run_date_time", "datetime(6)"],
["process", "last_completed_run_date_time", "datetime(6)"],
["process", "last_errored_run_date_time", "datetime(6)"],
["process", "schedule_frequency_id", "int NOT NULL DEFAULT 0"],
["process", "max_concurrent_failures", "int"],
["process", "stale_after_seconds", "int"],
["process", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process", "created_by", "int NOT NULL"],
["process", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process", "updated_by", "int NOT NULL"],
["process_tracking", "process_tracking_id", "bigint NOT NULL AUTO_INCREMENT"],
["process_tracking", "process_id", "int NOT NULL"],
["process_tracking", "process_status_id", "int NOT NULL"],
["process_tracking", "process_run_id", "bigint NOT NULL"],
["process_tracking", "process_run_low_date_time", "datetime(6)"],
["process_tracking", "process_run_high_date_time", "datetime(6)"],
["process_tracking", "process_run_start_date_time", "datetime(6) NOT NULL"],
["process_tracking", "process_run_end_date_time", "datetime(6)"],
["process_tracking", "process_run_heartbeat_date_time", "datetime(6)"],
["process_tracking", "process_run_record_count", "bigint NOT NULL DEFAULT 0"],
["process_tracking", "process_run_insert_count", "bigint NOT NULL DEFAULT 0"],
["process_tracking", "process_run_update_count", "bigint NOT NULL DEFAULT 0"],
["process_tracking", "process_run_delete_count", "bigint NOT NULL DEFAULT 0"],
["process_tracking", "process_run_reject_count", "bigint NOT NULL DEFAULT 0"],
["process_tracking", "process_run_actor_id", "int NOT NULL"],
["process_tracking", "is_latest_run", "tinyint NOT NULL DEFAULT 0"],
["process_tracking", "process_run_name", "varchar(250)"],
["process_tracking", "parent_process_tracking_id", "bigint"],
["process_tracking", "latest_process_id", "int GENERATED"],
["process_tracking", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_tracking", "created_by", "int NOT NULL"],
["process_tracking", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_tracking", "updated_by", "int NOT NULL"],
["process_contact", "process_id", "int NOT NULL"],
["process_contact", "contact_id", "int NOT NULL"],
["process_contact", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_contact", "created_by", "int NOT NULL"],
["process_contact", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_contact", "updated_by", "int NOT NULL"],
["process_dataset_type", "process_id", "int NOT NULL"],
["process_dataset_type", "dataset_type_id", "int NOT NULL"],
["process_dataset_type", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_dataset_type", "created_by", "int NOT NULL"],
["process_dataset_type", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_dataset_type", "updated_by", "int NOT NULL"],
["process_dependency", "parent_process_id", "int NOT NULL"],
["process_dependency", "child_process_id", "int NOT NULL"],
["process_dependency", "dependency_type_id", "int NOT NULL DEFAULT 1"],
["process_dependency", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_dependency", "created_by", "int NOT NULL"],
["process_dependency", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_dependency", "updated_by", "int NOT NULL"],
["process_filter", "process_filter_id", "int NOT NULL AUTO_INCREMENT"],
["process_filter", "process_id", "int NOT NULL"],
["process_filter", "source_object_attribute_id", "int NOT NULL"],
["process_filter", "filter_type_id", "int NOT NULL"],
["process_filter", "filter_value_string", "varchar(250)"],
["process_filter", "filter_value_numeric", "decimal(60, 20)"],
["process_filter", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_filter", "created_by", "int NOT NULL"],
["process_filter", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_filter", "updated_by", "int NOT NULL"],
["process_source", "process_id", "int NOT NULL"],
["process_source", "source_id", "int NOT NULL"],
["process_source", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_source", "created_by", "int NOT NULL"],
["process_source", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_source", "updated_by", "int NOT NULL"],
["process_source_object", "process_id", "int NOT NULL"],
["process_source_object", "source_object_id", "int NOT NULL"],
["process_source_object", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_source_object", "created_by", "int NOT NULL"],
["process_source_object", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_source_object", "updated_by", "int NOT NULL"],
["process_source_object_attribute", "process_id", "int NOT NULL"],
["process_source_object_attribute", "source_object_attribute_id", "int NOT NULL"],
["process_source_object_attribute", "source_object_attribute_alias", "varchar(250)"],
["process_source_object_attribute", "source_object_attribute_expression", "varchar(250)"],
["process_source_object_attribute", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_source_object_attribute", "created_by", "int NOT NULL"],
["process_source_object_attribute", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_source_object_attribute", "updated_by", "int NOT NULL"],
["process_target", "process_id", "int NOT NULL"],
["process_target", "target_source_id", "int NOT NULL"],
["process_target", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_target", "created_by", "int NOT NULL"],
["process_target", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_target", "updated_by", "int NOT NULL"],
["process_target_object", "process_id", "int NOT NULL"],
["process_target_object", "target_object_id", "int NOT NULL"],
["process_target_object", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_target_object", "created_by", "int NOT NULL"],
["process_target_object", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_target_object", "updated_by", "int NOT NULL"],
["process_target_object_attribute", "process_id", "int NOT NULL"],
["process_target_object_attribute", "target_object_attribute_id", "int NOT NULL"],
["process_target_object_attribute", "target_object_attribute_alias", "varchar(250)"],
["process_target_object_attribute", "target_object_attribute_expression", "varchar(250)"],
["process_target_object_attribute", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_target_object_attribute", "created_by", "int NOT NULL"],
["process_target_object_attribute", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["process_target_object_attribute", "updated_by", "int NOT NULL"],
["schedule_frequency_lkup", "schedule_frequency_id", "int NOT NULL AUTO_INCREMENT"],
["schedule_frequency_lkup", "schedule_frequency_name", "varchar(25) NOT NULL"],
["schedule_frequency_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["schedule_frequency_lkup", "created_by", "int NOT NULL"],
["schedule_frequency_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["schedule_frequency_lkup", "updated_by", "int NOT NULL"],
["source_type_lkup", "source_type_id", "int NOT NULL AUTO_INCREMENT"],
["source_type_lkup", "source_type_name", "varchar(75) NOT NULL"],
["source_type_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_type_lkup", "created_by", "int NOT NULL"],
["source_type_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_type_lkup", "updated_by", "int NOT NULL"],
["character_set_lkup", "character_set_id", "int NOT NULL AUTO_INCREMENT"],
["character_set_lkup", "character_set_name", "varchar(75) NOT NULL"],
["character_set_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["character_set_lkup", "created_by", "int NOT NULL"],
["character_set_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["character_set_lkup", "updated_by", "int NOT NULL"],
["data_type_lkup", "data_type_id", "int NOT NULL AUTO_INCREMENT"],
["data_type_lkup", "data_type", "varchar(75) NOT NULL"],
["data_type_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["data_type_lkup", "created_by", "int NOT NULL"],
["data_type_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["data_type_lkup", "updated_by", "int NOT NULL"],
["dataset_type_lkup", "dataset_type_id", "int NOT NULL AUTO_INCREMENT"],
["dataset_type_lkup", "dataset_type", "varchar(250) NOT NULL"],
["dataset_type_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["dataset_type_lkup", "created_by", "int NOT NULL"],
["dataset_type_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["dataset_type_lkup", "updated_by", "int NOT NULL"],
["filter_type_lkup", "filter_type_id", "int NOT NULL AUTO_INCREMENT"],
["filter_type_lkup", "filter_type_name", "varchar(75) NOT NULL"],
["filter_type_lkup", "filter_type_code", "varchar(3) NOT NULL"],
["filter_type_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["filter_type_lkup", "created_by", "int NOT NULL"],
["filter_type_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["filter_type_lkup", "updated_by", "int NOT NULL"],
["source_lkup", "source_id", "int NOT NULL AUTO_INCREMENT"],
["source_lkup", "source_name", "varchar(250) NOT NULL"],
["source_lkup", "character_set_id", "int"],
["source_lkup", "source_type_id", "int NOT NULL DEFAULT 1"],
["source_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_lkup", "created_by", "int NOT NULL"],
["source_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_lkup", "updated_by", "int NOT NULL"],
["source_object_lkup", "source_object_id", "int NOT NULL AUTO_INCREMENT"],
["source_object_lkup", "source_id", "int NOT NULL"],
["source_object_lkup", "source_object_name", "varchar(250) NOT NULL"],
["source_object_lkup", "character_set_id", "int"],
["source_object_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_object_lkup", "created_by", "int NOT NULL"],
["source_object_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_object_lkup", "updated_by", "int NOT NULL"],
["source_object_attribute_lkup", "source_object_attribute_id", "int NOT NULL AUTO_INCREMENT"],
["source_object_attribute_lkup", "source_object_attribute_name", "varchar(250) NOT NULL"],
["source_object_attribute_lkup", "source_object_id", "int NOT NULL"],
["source_object_attribute_lkup", "attribute_path", "varchar(750)"],
["source_object_attribute_lkup", "data_type_id", "int"],
["source_object_attribute_lkup", "data_length", "int"],
["source_object_attribute_lkup", "data_decimal", "int"],
["source_object_attribute_lkup", "is_pii", "tinyint NOT NULL DEFAULT 0"],
["source_object_attribute_lkup", "default_value_string", "varchar(250)"],
["source_object_attribute_lkup", "default_value_number", "decimal(60, 20)"],
["source_object_attribute_lkup", "is_key", "tinyint NOT NULL DEFAULT 0"],
["source_object_attribute_lkup", "is_filter", "tinyint NOT NULL DEFAULT 0"],
["source_object_attribute_lkup", "is_partition", "tinyint NOT NULL DEFAULT 0"],
["source_object_attribute_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_object_attribute_lkup", "created_by", "int NOT NULL"],
["source_object_attribute_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_object_attribute_lkup", "updated_by", "int NOT NULL"],
["source_contact", "source_id", "int NOT NULL"],
["source_contact", "contact_id", "int NOT NULL"],
["source_contact", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_contact", "created_by", "int NOT NULL"],
["source_contact", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_contact", "updated_by", "int NOT NULL"],
["source_dataset_type", "source_id", "int NOT NULL"],
["source_dataset_type", "dataset_type_id", "int NOT NULL"],
["source_dataset_type", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_dataset_type", "created_by", "int NOT NULL"],
["source_dataset_type", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_dataset_type", "updated_by", "int NOT NULL"],
["source_object_dataset_type", "source_object_id", "int NOT NULL"],
["source_object_dataset_type", "dataset_type_id", "int NOT NULL"],
["source_object_dataset_type", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_object_dataset_type", "created_by", "int NOT NULL"],
["source_object_dataset_type", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_object_dataset_type", "updated_by", "int NOT NULL"],
["source_location", "source_id", "int NOT NULL"],
["source_location", "location_id", "int NOT NULL"],
["source_location", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_location", "created_by", "int NOT NULL"],
["source_location", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_location", "updated_by", "int NOT NULL"],
["source_object_location", "source_object_id", "int NOT NULL"],
["source_object_location", "location_id", "int NOT NULL"],
["source_object_location", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_object_location", "created_by", "int NOT NULL"],
["source_object_location", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["source_object_location", "updated_by", "int NOT NULL"],
["system_lkup", "system_id", "int NOT NULL AUTO_INCREMENT"],
["system_lkup", "system_key", "varchar(250) NOT NULL"],
["system_lkup", "system_value", "varchar(250) NOT NULL"],
["system_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["system_lkup", "created_by", "int NOT NULL"],
["system_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["system_lkup", "updated_by", "int NOT NULL"],
["tool_lkup", "tool_id", "int NOT NULL AUTO_INCREMENT"],
["tool_lkup", "tool_name", "varchar(250) NOT NULL"],
["tool_lkup", "created_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["tool_lkup", "created_by", "int NOT NULL"],
["tool_lkup", "update_date_time", "datetime(6) NOT NULL DEFAULT utc_timestamp(6)"],
["tool_lkup", "updated_by", "int NOT NULL"]
]';
SET @ptdb_constraints = '[
["actor_lkup", "PRIMARY", "UNIQUE (actor_id)"],
["actor_lkup", "actor_lkup_actor_name_uk", "UNIQUE (actor_name)"],
["cluster_tracking_lkup", "PRIMARY", "UNIQUE (cluster_id)"],
["cluster_tracking_lkup", "cluster_tracking_lkup_cluster_name_uk", "UNIQUE (cluster_name)"],
["cluster_tracking_lkup", "cluster_tracking_lkup_max_memory_ck", "CHECK"],
["cluster_tracking_lkup", "cluster_tracking_lkup_max_processing_ck", "CHECK"],
["cluster_process", "PRIMARY", "UNIQUE (cluster_id, process_id)"],
["cluster_process", "cluster_process_process_id_ix", "INDEX (process_id)"],
["cluster_process", "cluster_process_cluster_id_fk", "FOREIGN KEY (cluster_id) REFERENCES cluster_tracking_lkup (cluster_id)"],
["cluster_process", "cluster_process_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["contact_lkup", "PRIMARY", "UNIQUE (contact_id)"],
["contact_lkup", "contact_lkup_contact_name_uk", "UNIQUE (contact_name)"],
["contact_lkup", "contact_lkup_contact_email_uk", "UNIQUE (contact_email)"],
["error_type_lkup", "PRIMARY", "UNIQUE (error_type_id)"],
["error_type_lkup", "error_type_lkup_error_type_name_uk", "UNIQUE (error_type_name)"],
["error_tracking", "PRIMARY", "UNIQUE (error_tracking_id)"],
["error_tracking", "error_tracking_process_tracking_id_ix", "INDEX (process_tracking_id)"],
["error_tracking", "error_tracking_error_type_id_ix", "INDEX (error_type_id)"],
["error_tracking", "error_tracking_error_type_id_fk", "FOREIGN KEY (error_type_id) REFERENCES error_type_lkup (error_type_id)"],
["error_tracking", "error_tracking_process_tracking_id_fk", "FOREIGN KEY (process_tracking_id) REFERENCES process_tracking (process_tracking_id)"],
["extract_status_lkup", "PRIMARY", "UNIQUE (extract_status_id)"],
["extract_status_lkup", "extract_status_lkup_extract_status_name_uk", "UNIQUE (extract_status_name)"],
["extract_compression_type_lkup", "PRIMARY", "UNIQUE (extract_compression_type_id)"],
["extract_compression_type_lkup", "extract_compression_type_lkup_extract_compression_type_uk", "UNIQUE (extract_compression_type)"],
["extract_filetype_lkup", "PRIMARY", "UNIQUE (extract_filetype_id)"],
["extract_filetype_lkup", "extract_filetype_lkup_extract_filetype_uk", "UNIQUE (extract_filetype)"],
["extract_filetype_lkup", "extract_filetype_lkup_extract_filetype_code_uk", "UNIQUE (extract_filetype_code)"],
["filesize_type_lkup", "PRIMARY", "UNIQUE (filesize_type_id)"],
["filesize_type_lkup", "filesize_type_lkup_filesize_type_name_uk", "UNIQUE (filesize_type_name)"],
["filesize_type_lkup", "filesize_type_lkup_filesize_type_code_uk", "UNIQUE (filesize_type_code)"],
["extract_tracking", "PRIMARY", "UNIQUE (extract_id)"],
["extract_tracking", "extract_tracking_extract_filename_uk", "UNIQUE (extract_location_id, extract_filename)"],
["extract_tracking", "extract_tracking_extract_status_id_ix", "INDEX (extract_status_id, extract_location_id)"],
["extract_tracking", "extract_tracking_extract_location_id_fk", "FOREIGN KEY (extract_location_id) REFERENCES location_lkup (location_id)"],
["extract_tracking", "extract_tracking_extract_status_id_fk", "FOREIGN KEY (extract_status_id) REFERENCES extract_status_lkup (extract_status_id)"],
["extract_tracking", "extract_tracking_extract_compression_type_id_fk", "FOREIGN KEY (extract_compression_type_id) REFERENCES extract_compression_type_lkup (extract_compression_type_id)"],
["extract_tracking", "extract_tracking_extract_filetype_id_fk", "FOREIGN KEY (extract_filetype_id) REFERENCES extract_filetype_lkup (extract_filetype_id)"],
["extract_tracking", "extract_tracking_extract_filesize_type_id_fk", "FOREIGN KEY (extract_filesize_type_id) REFERENCES filesize_type_lkup (filesize_type_id)"],
["extract_tracking", "extract_tracking_counts_ck", "CHECK"],
["extract_tracking", "extract_tracking_write_dates_ck", "CHECK"],
["extract_tracking", "extract_tracking_load_dates_ck", "CHECK"],
["extract_tracking", "extract_tracking_filesize_ck", "CHECK"],
["extract_process_tracking", "PRIMARY", "UNIQUE (extract_tracking_id, process_tracking_id)"],
["extract_process_tracking", "extract_process_tracking_process_tracking_id_ix", "INDEX (process_tracking_id)"],
["extract_process_tracking", "extract_process_tracking_extract_process_status_id_ix", "INDEX (extract_process_status_id)"],
["extract_process_tracking", "extract_process_tracking_extract_tracking_id_fk", "FOREIGN KEY (extract_tracking_id) REFERENCES extract_tracking (extract_id)"],
["extract_process_tracking", "extract_process_tracking_process_tracking_id_fk", "FOREIGN KEY (process_tracking_id) REFERENCES process_tracking (process_tracking_id)"],
["extract_process_tracking", "extract_process_tracking_extract_process_status_id_fk", "FOREIGN KEY (extract_process_status_id) REFERENCES extract_status_lkup (extract_status_id)"],
["extract_dataset_type", "PRIMARY", "UNIQUE (extract_id, dataset_type_id)"],
["extract_dataset_type", "extract_dataset_type_dataset_type_id_ix", "INDEX (dataset_type_id)"],
["extract_dataset_type", "extract_dataset_type_extract_id_fk", "FOREIGN KEY (extract_id) REFERENCES extract_tracking (extract_id)"],
["extract_dataset_type", "extract_dataset_type_dataset_type_id_fk", "FOREIGN KEY (dataset_type_id) REFERENCES dataset_type_lkup (dataset_type_id)"],
["extract_dependency", "PRIMARY", "UNIQUE (parent_extract_id, child_extract_id)"],
["extract_dependency", "extract_dependency_child_extract_id_ix", "INDEX (child_extract_id)"],
["extract_dependency", "extract_dependency_dependency_type_id_ix", "INDEX (dependency_type_id)"],
["extract_dependency", "extract_dependency_parent_extract_id_fk", "FOREIGN KEY (parent_extract_id) REFERENCES extract_tracking (extract_id)"],
["extract_dependency", "extract_dependency_child_extract_id_fk", "FOREIGN KEY (child_extract_id) REFERENCES extract_tracking (extract_id)"],
["extract_dependency", "extract_dependency_dependency_type_id_fk", "FOREIGN KEY (dependency_type_id) REFERENCES dependency_type_lkup (dependency_type_id)"],
["extract_dependency", "extract_dependency_self_ck", "CHECK"],
["extract_source", "PRIMARY", "UNIQUE (extract_id, source_id)"],
["extract_source", "extract_source_source_id_ix", "INDEX (source_id)"],
["extract_source", "extract_source_extract_id_fk", "FOREIGN KEY (extract_id) REFERENCES extract_tracking (extract_id)"],
["extract_source", "extract_source_source_id_fk", "FOREIGN KEY (source_id) REFERENCES source_lkup (source_id)"],
["extract_source_object", "PRIMARY", "UNIQUE (extract_id, source_object_id)"],
["extract_source_object", "extract_source_object_source_object_id_ix", "INDEX (source_object_id)"],
["extract_source_object", "extract_source_object_extract_id_fk", "FOREIGN KEY (extract_id) REFERENCES extract_tracking (extract_id)"],
["extract_source_object", "extract_source_object_source_object_id_fk", "FOREIGN KEY (source_object_id) REFERENCES source_object_lkup (source_object_id)"],
["location_type_lkup", "PRIMARY", "UNIQUE (location_type_id)"],
["location_type_lkup", "location_type_lkup_location_type_name_uk", "UNIQUE (location_type_name)"],
["location_lkup", "PRIMARY", "UNIQUE (location_id)"],
["location_lkup", "location_lkup_location_name_uk", "UNIQUE (location_name)"],
["location_lkup", "location_lkup_location_path_uk", "UNIQUE (location_path)"],
["location_lkup", "location_lkup_location_type_id_ix", "INDEX (location_type_id)"],
["location_lkup", "location_lkup_location_type_id_fk", "FOREIGN KEY (location_type_id) REFERENCES location_type_lkup (location_type_id)"],
["location_lkup", "location_lkup_file_count_ck", "CHECK"],
["execution", "PRIMARY", "UNIQUE (execution_id)"],
["execution", "execution_completed_on_ix", "INDEX (completed_on)"],
["execution", "execution_status_ck", "CHECK"],
["execution", "execution_time_ck", "CHECK"],
["execution_step", "PRIMARY", "UNIQUE (execution_step_id)"],
["execution_step", "execution_step_step_name_uk", "UNIQUE (execution_id, step_name)"],
["execution_step", "execution_step_execution_id_fk", "FOREIGN KEY (execution_id) REFERENCES execution (execution_id)"],
["execution_step", "execution_step_name_ck", "CHECK"],
["execution_step", "execution_step_status_ck", "CHECK"],
["execution_step", "execution_step_rows_ck", "CHECK"],
["execution_step", "execution_step_time_ck", "CHECK"],
["execution_step_model", "PRIMARY", "UNIQUE (execution_step_model_id)"],
["execution_step_model", "execution_step_model_model_name_uk", "UNIQUE (execution_step_id, model_name)"],
["execution_step_model", "execution_step_model_execution_step_id_fk", "FOREIGN KEY (execution_step_id) REFERENCES execution_step (execution_step_id)"],
["process_type_lkup", "PRIMARY", "UNIQUE (process_type_id)"],
["process_type_lkup", "process_type_lkup_process_type_name_uk", "UNIQUE (process_type_name)"],
["process_status_lkup", "PRIMARY", "UNIQUE (process_status_id)"],
["process_status_lkup", "process_status_lkup_process_status_name_uk", "UNIQUE (process_status_name)"],
["dependency_type_lkup", "PRIMARY", "UNIQUE (dependency_type_id)"],
["dependency_type_lkup", "dependency_type_lkup_dependency_type_name_uk", "UNIQUE (dependency_type_name)"],
["process", "PRIMARY", "UNIQUE (process_id)"],
["process", "process_name_uk", "UNIQUE (process_name)"],
["process", "process_process_type_id_ix", "INDEX (process_type_id)"],
["process", "process_process_tool_id_ix", "INDEX (process_tool_id)"],
["process", "process_schedule_frequency_id_ix", "INDEX (schedule_frequency_id)"],
["process", "process_process_type_id_fk", "FOREIGN KEY (process_type_id) REFERENCES process_type_lkup (process_type_id)"],
["process", "process_process_tool_id_fk", "FOREIGN KEY (process_tool_id) REFERENCES tool_lkup (tool_id)"],
["process", "process_schedule_frequency_id_fk", "FOREIGN KEY (schedule_frequency_id) REFERENCES schedule_frequency_lkup (schedule_frequency_id)"],
["process", "process_total_record_count_ck", "CHECK"],
["process", "process_max_concurrent_failures_ck", "CHECK"],
["process", "process_stale_after_seconds_ck", "CHECK"],
["process_tracking", "PRIMARY", "UNIQUE (process_tracking_id)"],
["process_tracking", "process_tracking_process_run_id_uk", "UNIQUE (process_id, process_run_id)"],
["process_tracking", "process_tracking_latest_ux", "UNIQUE (latest_process_id)"],
["process_tracking", "process_tracking_process_run_name_ux", "UNIQUE (process_run_name)"],
["process_tracking", "process_tracking_process_run_high_date_time_ix", "INDEX (process_id, process_run_high_date_time)"],
["process_tracking", "process_tracking_process_run_actor_id_ix", "INDEX (process_run_actor_id)"],
["process_tracking", "process_tracking_parent_process_tracking_id_ix", "INDEX (parent_process_tracking_id)"],
["process_tracking", "process_tracking_process_status_id_ix", "INDEX (process_status_id)"],
["process_tracking", "process_tracking_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["process_tracking", "process_tracking_process_status_id_fk", "FOREIGN KEY (process_status_id) REFERENCES process_status_lkup (process_status_id)"],
["process_tracking", "process_tracking_process_run_actor_id_fk", "FOREIGN KEY (process_run_actor_id) REFERENCES actor_lkup (actor_id)"],
["process_tracking", "process_tracking_parent_process_tracking_id_fk", "FOREIGN KEY (parent_process_tracking_id) REFERENCES process_tracking (process_tracking_id)"],
["process_tracking", "process_tracking_run_id_ck", "CHECK"],
["process_tracking", "process_tracking_counts_ck", "CHECK"],
["process_tracking", "process_tracking_dates_ck", "CHECK"],
["process_contact", "PRIMARY", "UNIQUE (process_id, contact_id)"],
["process_contact", "process_contact_contact_id_ix", "INDEX (contact_id)"],
["process_contact", "process_contact_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["process_contact", "process_contact_contact_id_fk", "FOREIGN KEY (contact_id) REFERENCES contact_lkup (contact_id)"],
["process_dataset_type", "PRIMARY", "UNIQUE (process_id, dataset_type_id)"],
["process_dataset_type", "process_dataset_type_dataset_type_id_ix", "INDEX (dataset_type_id)"],
["process_dataset_type", "process_dataset_type_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["process_dataset_type", "process_dataset_type_dataset_type_id_fk", "FOREIGN KEY (dataset_type_id) REFERENCES dataset_type_lkup (dataset_type_id)"],
["process_dependency", "PRIMARY", "UNIQUE (parent_process_id, child_process_id)"],
["process_dependency", "process_dependency_child_process_id_ix", "INDEX (child_process_id)"],
["process_dependency", "process_dependency_dependency_type_id_ix", "INDEX (dependency_type_id)"],
["process_dependency", "process_dependency_parent_process_id_fk", "FOREIGN KEY (parent_process_id) REFERENCES process (process_id)"],
["process_dependency", "process_dependency_child_process_id_fk", "FOREIGN KEY (child_process_id) REFERENCES process (process_id)"],
["process_dependency", "process_dependency_dependency_type_id_fk", "FOREIGN KEY (dependency_type_id) REFERENCES dependency_type_lkup (dependency_type_id)"],
["process_dependency", "process_dependency_self_ck", "CHECK"],
["process_filter", "PRIMARY", "UNIQUE (process_filter_id)"],
["process_filter", "process_filter_filter_type_id_uk", "UNIQUE (process_id, source_object_attribute_id, filter_type_id)"],
["process_filter", "process_filter_source_object_attribute_id_ix", "INDEX (source_object_attribute_id)"],
["process_filter", "process_filter_filter_type_id_ix", "INDEX (filter_type_id)"],
["process_filter", "process_filter_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["process_filter", "process_filter_source_object_attribute_id_fk", "FOREIGN KEY (source_object_attribute_id) REFERENCES source_object_attribute_lkup (source_object_attribute_id)"],
["process_filter", "process_filter_filter_type_id_fk", "FOREIGN KEY (filter_type_id) REFERENCES filter_type_lkup (filter_type_id)"],
["process_source", "PRIMARY", "UNIQUE (process_id, source_id)"],
["process_source", "process_source_source_id_ix", "INDEX (source_id)"],
["process_source", "process_source_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["process_source", "process_source_source_id_fk", "FOREIGN KEY (source_id) REFERENCES source_lkup (source_id)"],
["process_source_object", "PRIMARY", "UNIQUE (process_id, source_object_id)"],
["process_source_object", "process_source_object_source_object_id_ix", "INDEX (source_object_id)"],
["process_source_object", "process_source_object_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["process_source_object", "process_source_object_source_object_id_fk", "FOREIGN KEY (source_object_id) REFERENCES source_object_lkup (source_object_id)"],
["process_source_object_attribute", "PRIMARY", "UNIQUE (process_id, source_object_attribute_id)"],
["process_source_object_attribute", "process_source_object_attribute_source_object_attribute_id_ix", "INDEX (source_object_attribute_id)"],
["process_source_object_attribute", "process_source_object_attribute_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["process_source_object_attribute", "process_source_object_attribute_source_object_attribute_id_fk", "FOREIGN KEY (source_object_attribute_id) REFERENCES source_object_attribute_lkup (source_object_attribute_id)"],
["process_target", "PRIMARY", "UNIQUE (process_id, target_source_id)"],
["process_target", "process_target_target_source_id_ix", "INDEX (target_source_id)"],
["process_target", "process_target_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["process_target", "process_target_target_source_id_fk", "FOREIGN KEY (target_source_id) REFERENCES source_lkup (source_id)"],
["process_target_object", "PRIMARY", "UNIQUE (process_id, target_object_id)"],
["process_target_object", "process_target_object_target_object_id_ix", "INDEX (target_object_id)"],
["process_target_object", "process_target_object_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["process_target_object", "process_target_object_target_object_id_fk", "FOREIGN KEY (target_object_id) REFERENCES source_object_lkup (source_object_id)"],
["process_target_object_attribute", "PRIMARY", "UNIQUE (process_id, target_object_attribute_id)"],
["process_target_object_attribute", "process_target_object_attribute_target_object_attribute_id_ix", "INDEX (target_object_attribute_id)"],
["process_target_object_attribute", "process_target_object_attribute_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["process_target_object_attribute", "process_target_object_attribute_target_object_attribute_id_fk", "FOREIGN KEY (target_object_attribute_id) REFERENCES source_object_attribute_lkup (source_object_attribute_id)"],
["schedule_frequency_lkup", "PRIMARY", "UNIQUE (schedule_frequency_id)"],
["schedule_frequency_lkup", "schedule_frequency_lkup_schedule_frequency_name_uk", "UNIQUE (schedule_frequency_name)"],
["source_type_lkup", "PRIMARY", "UNIQUE (source_type_id)"],
["source_type_lkup", "source_type_lkup_source_type_name_uk", "UNIQUE (source_type_name)"],
["character_set_lkup", "PRIMARY", "UNIQUE (character_set_id)"],
["character_set_lkup", "character_set_lkup_character_set_name_uk", "UNIQUE (character_set_name)"],
["data_type_lkup", "PRIMARY", "UNIQUE (data_type_id)"],
["data_type_lkup", "data_type_lkup_data_type_uk", "UNIQUE (data_type)"],
["dataset_type_lkup", "PRIMARY", "UNIQUE (dataset_type_id)"],
["dataset_type_lkup", "dataset_type_lkup_dataset_type_uk", "UNIQUE (dataset_type)"],
["filter_type_lkup", "PRIMARY", "UNIQUE (filter_type_id)"],
["filter_type_lkup", "filter_type_lkup_filter_type_name_uk", "UNIQUE (filter_type_name)"],
["filter_type_lkup", "filter_type_lkup_filter_type_code_uk", "UNIQUE (filter_type_code)"],
["source_lkup", "PRIMARY", "UNIQUE (source_id)"],
["source_lkup", "source_lkup_source_name_uk", "UNIQUE (source_name)"],
["source_lkup", "source_lkup_character_set_id_ix", "INDEX (character_set_id)"],
["source_lkup", "source_lkup_source_type_id_ix", "INDEX (source_type_id)"],
["source_lkup", "source_lkup_character_set_id_fk", "FOREIGN KEY (character_set_id) REFERENCES character_set_lkup (character_set_id)"],
["source_lkup", "source_lkup_source_type_id_fk", "FOREIGN KEY (source_type_id) REFERENCES source_type_lkup (source_type_id)"],
["source_object_lkup", "PRIMARY", "UNIQUE (source_object_id)"],
["source_object_lkup", "source_object_lkup_source_object_name_uk", "UNIQUE (source_id, source_object_name)"],
["source_object_lkup", "source_object_lkup_character_set_id_ix", "INDEX (character_set_id)"],
["source_object_lkup", "source_object_lkup_source_id_fk", "FOREIGN KEY (source_id) REFERENCES source_lkup (source_id)"],
["source_object_lkup", "source_object_lkup_character_set_id_fk", "FOREIGN KEY (character_set_id) REFERENCES character_set_lkup (character_set_id)"],
["source_object_attribute_lkup", "PRIMARY", "UNIQUE (source_object_attribute_id)"],
["source_object_attribute_lkup", "source_object_attribute_lkup_source_object_attribute_name_uk", "UNIQUE (source_object_id, source_object_attribute_name)"],
["source_object_attribute_lkup", "source_object_attribute_lkup_data_type_id_ix", "INDEX (data_type_id)"],
["source_object_attribute_lkup", "source_object_attribute_lkup_source_object_id_fk", "FOREIGN KEY (source_object_id) REFERENCES source_object_lkup (source_object_id)"],
["source_object_attribute_lkup", "source_object_attribute_lkup_data_type_id_fk", "FOREIGN KEY (data_type_id) REFERENCES data_type_lkup (data_type_id)"],
["source_object_attribute_lkup", "source_object_attribute_lkup_length_ck", "CHECK"],
["source_object_attribute_lkup", "source_object_attribute_lkup_decimal_ck", "CHECK"],
["source_contact", "PRIMARY", "UNIQUE (source_id, contact_id)"],
["source_contact", "source_contact_contact_id_ix", "INDEX (contact_id)"],
["source_contact", "source_contact_source_id_fk", "FOREIGN KEY (source_id) REFERENCES source_lkup (source_id)"],
["source_contact", "source_contact_contact_id_fk", "FOREIGN KEY (contact_id) REFERENCES contact_lkup (contact_id)"],
["source_dataset_type", "PRIMARY", "UNIQUE (source_id, dataset_type_id)"],
["source_dataset_type", "source_dataset_type_dataset_type_id_ix", "INDEX (dataset_type_id)"],
["source_dataset_type", "source_dataset_type_source_id_fk", "FOREIGN KEY (source_id) REFERENCES source_lkup (source_id)"],
["source_dataset_type", "source_dataset_type_dataset_type_id_fk", "FOREIGN KEY (dataset_type_id) REFERENCES dataset_type_lkup (dataset_type_id)"],
["source_object_dataset_type", "PRIMARY", "UNIQUE (source_object_id, dataset_type_id)"],
["source_object_dataset_type", "source_object_dataset_type_dataset_type_id_ix", "INDEX (dataset_type_id)"],
["source_object_dataset_type", "source_object_dataset_type_source_object_id_fk", "FOREIGN KEY (source_object_id) REFERENCES source_object_lkup (source_object_id)"],
["source_object_dataset_type", "source_object_dataset_type_dataset_type_id_fk", "FOREIGN KEY (dataset_type_id) REFERENCES dataset_type_lkup (dataset_type_id)"],
["source_location", "PRIMARY", "UNIQUE (source_id, location_id)"],
["source_location", "source_location_location_id_ix", "INDEX (location_id)"],
["source_location", "source_location_source_id_fk", "FOREIGN KEY (source_id) REFERENCES source_lkup (source_id)"],
["source_location", "source_location_location_id_fk", "FOREIGN KEY (location_id) REFERENCES location_lkup (location_id)"],
["source_object_location", "PRIMARY", "UNIQUE (source_object_id, location_id)"],
["source_object_location", "source_object_location_location_id_ix", "INDEX (location_id)"],
["source_object_location", "source_object_location_source_object_id_fk", "FOREIGN KEY (source_object_id) REFERENCES source_object_lkup (source_object_id)"],
["source_object_location", "source_object_location_location_id_fk", "FOREIGN KEY (location_id) REFERENCES location_lkup (location_id)"],
["system_lkup", "PRIMARY", "UNIQUE (system_id)"],
["system_lkup", "system_lkup_system_key_uk", "UNIQUE (system_key)"],
["tool_lkup", "PRIMARY", "UNIQUE (tool_id)"],
["tool_lkup", "tool_lkup_tool_name_uk", "UNIQUE (tool_name)"]
]';
SET @ptdb_procedures = '[
["change_run_status", "IN p_process_tracking_id bigint, IN p_new_status longtext, IN p_end_date datetime(6)", "4bd0a9805a21df812f06c221abe1b6799bff27766dd9da97503b1430a04c72d9", "4bd0a9805a21df812f06c221abe1b6799bff27766dd9da97503b1430a04c72d9"],
["create_process_dependency", "IN p_parent_process_name longtext, IN p_child_process_name longtext, IN p_dependency_type longtext", "489861eac26e424808fdc21fd65cd8f46407eeb498be708f028c02fa3887e505", "9a4d1f530ad55ee0022395591fa24ad5942c4d8afdee54a98eb39870a7d2bb0d"],
["delete_process_dependency", "IN p_parent_process_name longtext, IN p_child_process_name longtext", "1c7ba7ccc9c56b0669c0091466dff43d81afb774e02ebbdd404d887b5fdbdbf6", "1c7ba7ccc9c56b0669c0091466dff43d81afb774e02ebbdd404d887b5fdbdbf6"],
["get_process_run", "IN p_process_tracking_id bigint", "14e7e1269ff6344f4639e852491a2f1f426a39d721129a21611bb1b9253d58c5", "aa21d6dccdbc61114a00f71e89eaaf7f7e36f715f016e065f8ec384d753f46b5"],
["get_version", "OUT p_version longtext", "90c620964bc147c9823a1e75ea420edca76a0f9bd117a8560fe50f188ff0798f", "90c620964bc147c9823a1e75ea420edca76a0f9bd117a8560fe50f188ff0798f"],
["actor_id_of", "IN p_actor_name longtext, OUT p_actor_id int", "def5c583b2dbfe31fd0eb1c5ef599878c25bec2c6ebb07e5bd6db8ebd237ca53", "def5c583b2dbfe31fd0eb1c5ef599878c25bec2c6ebb07e5bd6db8ebd237ca53"],
["begin_call", "OUT p_owns tinyint", "91d90f82978ce9f6d387131904cce1b4d653e25ce6710cdbf561eb3c0dc9cbe4", "91d90f82978ce9f6d387131904cce1b4d653e25ce6710cdbf561eb3c0dc9cbe4"],
["character_set_id_of", "IN p_character_set longtext, IN p_actor_id int, OUT p_character_set_id int", "41957ed27784edb238dafc453bc8a8ba42923d881323f7c920fa9fe5d24c4f41", "41957ed27784edb238dafc453bc8a8ba42923d881323f7c920fa9fe5d24c4f41"],
["check_count", "IN p_value bigint, IN p_parameter longtext", "bc81126439a35d8b46fcd498d61b1d739f33b9b247b991490afa0c2b868512aa", "bc81126439a35d8b46fcd498d61b1d739f33b9b247b991490afa0c2b868512aa"],
["check_dates", "IN p_low datetime(6), IN p_high datetime(6), IN p_what longtext", "af7325dbf447ab24450b07bc28f33ffcfdacaf4c04e229a266515617c54f5816", "af7325dbf447ab24450b07bc28f33ffcfdacaf4c04e229a266515617c54f5816"],
["check_id", "IN p_value bigint, IN p_parameter longtext", "9a9c21b5801c02f63230a22ec3c53b8e2ce7f7b02902c0af8dfc9ad412e6fd10", "9a9c21b5801c02f63230a22ec3c53b8e2ce7f7b02902c0af8dfc9ad412e6fd10"],
["check_instant", "IN p_value datetime(6), IN p_parameter longtext", "40fce75861fd5a8f7da6020839729f1065c3e33f524b3c0db2d6f8a2ec5b1b10", "40fce75861fd5a8f7da6020839729f1065c3e33f524b3c0db2d6f8a2ec5b1b10"],
["check_parents", "IN p_process_id int, IN p_process_name longtext", "2b5ff0aab64b60d5429a9cd20923ad3d681b7ee486d30ed0f09fb4053254dd06", "2b5ff0aab64b60d5429a9cd20923ad3d681b7ee486d30ed0f09fb4053254dd06"],
["check_text", "IN p_value longtext, IN p_parameter longtext, IN p_length int, IN p_required tinyint", "53a658068aa1dd1229ae30cfbb54ef730bff08fac4be27b138b908f22640499a", "53a658068aa1dd1229ae30cfbb54ef730bff08fac4be27b138b908f22640499a"],
["dependency_type_id_of", "IN p_dependency_type longtext, OUT p_dependency_type_id int", "6e16f896ff794d93da5b008f085f0876e21ac44f6da44fc1d2717ff10a5b17d8", "6e16f896ff794d93da5b008f085f0876e21ac44f6da44fc1d2717ff10a5b17d8"],
["end_call", "IN p_owns tinyint", "5d9cc00967c82ce02db7dac169e6496b0fdd4bcdffe7e63e800582f564037d9f", "5d9cc00967c82ce02db7dac169e6496b0fdd4bcdffe7e63e800582f564037d9f"],
["fail_stale", "IN p_process_ids longtext, IN p_actor_id int, OUT p_number int", "edca670c60ce57e7a2a7db2c471977fbc08c175cc006550b5ba067445cd324cc", "628a06bb3d8690690560e4f8a4bfa03270e926fe33038ed2d3c27f98cf7a87a6"],
["link_dataset_types", "IN p_process_id int, IN p_text longtext, IN p_actor_id int", "4afeeebf0e7ccc2ac5c0f5994a0ef0e9769f323e9dea04c703ebc7ae5e3c0f33", "4afeeebf0e7ccc2ac5c0f5994a0ef0e9769f323e9dea04c703ebc7ae5e3c0f33"],
["link_read_sources", "IN p_process_id int, IN p_leaves longtext, IN p_actor_id int", "fa492a5b430afaff463fb8085cb7c3a192a579caa113778a18b8863b6f26bc25", "fa492a5b430afaff463fb8085cb7c3a192a579caa113778a18b8863b6f26bc25"],
["link_sources", "IN p_process_id int, IN p_sources longtext, IN p_targets longtext, IN p_actor_id int, OUT p_is_linked tinyint", "fa3b5e50a80e63e33c9eda7b24cc263e11b2ddad3dbadc0f85ddf2deb6662bc9", "fa3b5e50a80e63e33c9eda7b24cc263e11b2ddad3dbadc0f85ddf2deb6662bc9"],
["link_written_sources", "IN p_process_id int, IN p_leaves longtext, IN p_actor_id int", "d710da945086f61b153a6c352db56ff91bb75c5018ed7038fd6aa9e4dee36f7d", "d710da945086f61b153a6c352db56ff91bb75c5018ed7038fd6aa9e4dee36f7d"],
["lock_dependencies", "", "fbb7431ad911c06a17cb559112208756fe14a27f69c58b9ba94fed913d19fb1d", "fbb7431ad911c06a17cb559112208756fe14a27f69c58b9ba94fed913d19fb1d"],
["lock_run", "IN p_process_tracking_id bigint, IN p_depth varchar(10), OUT p_process_id int, OUT p_actor_id int", "9552dda0220a505baf50753bc058d0290a0cb93599aa6f31b9bf6fe9b2832219", "9552dda0220a505baf50753bc058d0290a0cb93599aa6f31b9bf6fe9b2832219"],
["parse_json", "IN p_text longtext, IN p_parameter longtext", "0b3355f3501a642491bc36a639444296600a6bf2a48d19a1e2574373f2bbc781", "0b3355f3501a642491bc36a639444296600a6bf2a48d19a1e2574373f2bbc781"],
["parse_names", "IN p_text longtext, IN p_parameter longtext, IN p_length int, OUT p_names longtext", "bcb3501b5ad4ed0d76e729cc65f1f40c25dfbc71d06c901a299f3ac79f5c4493", "577adaca4decd25d3f3f1458c80086f64472ee01e4779bc907f33d034b463ca2"],
["parse_sources", "IN p_text longtext, IN p_parameter longtext, OUT p_leaves longtext", "f650c1aa1541cb0d05f38079de3c85fd805dbf477d077480f1c6e033ea6b196a", "d84ce987592a94d7f1251dd607e6111225fa7d8220eacb861f3d355d4e1a6aaa"],
["process_id_of", "IN p_process_name longtext, IN p_parameter longtext, OUT p_process_id int", "bb5337a8144f2b359ec3028d9166d9c82f4823f600a246751d08411efff982a9", "bb5337a8144f2b359ec3028d9166d9c82f4823f600a246751d08411efff982a9"],
["process_status_id_of", "IN p_status longtext, IN p_actor_id int, OUT p_process_status_id int", "93dd7ee9caa4d8c9d41814ea47fde268dc8763a591a482ace6a40bf4e4f6bcff", "93dd7ee9caa4d8c9d41814ea47fde268dc8763a591a482ace6a40bf4e4f6bcff"],
["process_type_id_of", "IN p_process_type longtext, IN p_actor_id int, OUT p_process_type_id int", "f208ca465a1be03f0dc97a96eee38c950b20afa04830e94182a30b07be26f04b", "f208ca465a1be03f0dc97a96eee38c950b20afa04830e94182a30b07be26f04b"],
["raise_error", "IN p_template longtext, IN p_1 longtext, IN p_2 longtext, IN p_3 longtext, IN p_4 longtext", "9f7b8765435c0ec70cd691b64e7704b908ec1405088cc8b84031ac8748a7f2a6", "fe9bd1260c12597ae0ec3fe98f7e700bebd59c6ef321d7d88169c0b94982e68c"],
["register_sources", "IN p_leaves longtext, IN p_actor_id int", "0bd3bfc2d2fbf61adfd8e3b3da828bb208b8f444310777225cca5d546976b71b", "44da79fc018c363abcb28c0c1e17b588318510f311ca8cadff4f8843c5c54099"],
["schedule_frequency_id_of", "IN p_schedule_frequency longtext, OUT p_schedule_frequency_id int", "e16fa13282d26b627135aa8702405a76317d64684dcbf5562029a70af4d05305", "e16fa13282d26b627135aa8702405a76317d64684dcbf5562029a70af4d05305"],
["set_run_status", "IN p_process_tracking_id bigint, IN p_process_id int, IN p_status_id int, IN p_status_name longtext, IN p_end_date datetime(6), IN p_actor_id int", "91394ebb510084b8df089c795a64703b7f445e5501febf88c4f94d3631cfbef6", "91394ebb510084b8df089c795a64703b7f445e5501febf88c4f94d3631cfbef6"],
["sources_json", "IN p_process_id int, IN p_is_target tinyint, OUT p_json longtext", "1fe69685987c443a3c4ed651928077c5a7b528d0c26a6bdf3016e20fd1bfe5ea", "6f68dbb20d22d1e5b000c742d163abcca4abaaff8101da3d1c4517bd4bdab53b"],
["status_name", "INOUT p_status longtext", "de765f2c718f730bb53094cfe8e994da9fac6b5260e9dbfb77ea4db8791e2e7d", "de765f2c718f730bb53094cfe8e994da9fac6b5260e9dbfb77ea4db8791e2e7d"],
["system_integer", "IN p_system_key longtext, OUT p_value int", "7a97012e3af52444a9f4fd6f8e545259b8baf3aca702be378c0bdfef7ae36c4a", "7a97012e3af52444a9f4fd6f8e545259b8baf3aca702be378c0bdfef7ae36c4a"],
["tool_id_of", "IN p_tool_name longtext, IN p_actor_id int, OUT p_tool_id int", "3b0955c6730ef00aff973bda41be8622310fc80f0d44f6b4fd8c94363b66f402", "3b0955c6730ef00aff973bda41be8622310fc80f0d44f6b4fd8c94363b66f402"],
["undo_call", "IN p_owns tinyint", "c7178ee72665e09ae5ad581c327c5979498b85684171fa713bd656c77e0a91d5", "c7178ee72665e09ae5ad581c327c5979498b85684171fa713bd656c77e0a91d5"],
["raise_run_error", "IN p_process_tracking_id bigint, IN p_error_type_name longtext, IN p_error_description longtext, IN p_fail_run tinyint, IN p_end_date datetime(6), OUT p_error_tracking_id bigint", "4157cce16e0a443da2d7db958b57cd7728e0ea898fa77cf1bf46ae3f75f7c276", "4157cce16e0a443da2d7db958b57cd7728e0ea898fa77cf1bf46ae3f75f7c276"],
["record_heartbeat", "IN p_process_tracking_id bigint", "f53a11da9300e1f603f88505fd3e71e42f6a0d4310de844e0b440bcafffee20c", "f53a11da9300e1f603f88505fd3e71e42f6a0d4310de844e0b440bcafffee20c"],
["release_process", "IN p_process_name longtext, IN p_new_status longtext", "2e4ff7df16e6c791ccc5ddb5a3fed041ff6ca1864b46889b052c0a9e6db96d59", "2e4ff7df16e6c791ccc5ddb5a3fed041ff6ca1864b46889b052c0a9e6db96d59"],
["set_process", "IN p_process_name longtext, IN p_max_concurrent_failures int, IN p_stale_after_seconds int", "72548a9b197204d00c1c8721ccd52633e034c2aa8eb3334f3e25bc4b7bdfc6d7", "72548a9b197204d00c1c8721ccd52633e034c2aa8eb3334f3e25bc4b7bdfc6d7"],
["start_process_run", "IN p_process_name longtext, IN p_process_type longtext, IN p_actor_name longtext, IN p_tool_name longtext, IN p_process_run_name longtext, IN p_sources longtext, IN p_targets longtext, IN p_dataset_types longtext, IN p_schedule_frequency longtext, IN p_parent_process_tracking_id bigint, IN p_max_concurrent_failures int, OUT p_process_tracking_id bigint, OUT p_process_run_status varchar(75)", "0878cc35172c04e3c5b70dbfb9d954ef69134360abee124578b2a991265d09e7", "0878cc35172c04e3c5b70dbfb9d954ef69134360abee124578b2a991265d09e7"]
]';
SET @ptdb_summary = '52 tables, 6 views, 43 routines';
-- expected: end

-- Both servers' words for a type, without the widths that MariaDB shows for integers.
SELECT CONCAT('[', GROUP_CONCAT(JSON_QUOTE(CONCAT('- ', finding.finding)) ORDER BY finding.place, finding.finding), ']')
INTO @ptdb_findings
FROM (
    WITH
    expected_column AS (
        SELECT *
        FROM JSON_TABLE(@ptdb_columns, '$[*]' COLUMNS (
            table_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[0]',
            column_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[1]',
            definition VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[2]'
        )) AS item
    ),

    expected_constraint AS (
        SELECT *
        FROM JSON_TABLE(@ptdb_constraints, '$[*]' COLUMNS (
            table_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[0]',
            constraint_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[1]',
            definition VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[2]'
        )) AS item
    ),

    expected_routine AS (
        SELECT *
        FROM JSON_TABLE(@ptdb_procedures, '$[*]' COLUMNS (
            routine_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[0]',
            parameters VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[1]',
            body_hash VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH /*!80000 '$[2]' */ /*M!100600 '$[3]' */
        )) AS item
    ),

    expected_name AS (
        SELECT 'table' AS kind, item.object_name
        FROM JSON_TABLE(CONCAT('["', REPLACE(@ptdb_tables, ',', '","'), '"]'), '$[*]' COLUMNS (
            object_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
        )) AS item
        UNION ALL
        SELECT 'view', item.object_name
        FROM JSON_TABLE(CONCAT('["', REPLACE(@ptdb_views, ',', '","'), '"]'), '$[*]' COLUMNS (
            object_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
        )) AS item
    ),

    actual_table AS (
        SELECT
            IF(table_type = 'VIEW', 'view', 'table') AS kind,
            CONVERT(table_name USING utf8mb4) COLLATE utf8mb4_bin AS table_name,
            engine,
            table_collation
        FROM information_schema.tables
        WHERE table_schema = DATABASE()
    ),

    actual_column AS (
        SELECT
            CONVERT(table_name USING utf8mb4) COLLATE utf8mb4_bin AS table_name,
            CONVERT(column_name USING utf8mb4) COLLATE utf8mb4_bin AS column_name,
            CONVERT(CONCAT(
                data_type,
                CASE
                    WHEN data_type IN ('char', 'varchar') THEN CONCAT('(', character_maximum_length, ')')
                    WHEN data_type = 'decimal' THEN CONCAT('(', numeric_precision, ', ', numeric_scale, ')')
                    WHEN data_type = 'datetime' THEN CONCAT('(', datetime_precision, ')')
                    ELSE ''
                END,
                IF(column_type LIKE '%unsigned%', ' UNSIGNED', ''),
                IF(COALESCE(collation_name, 'utf8mb4_bin') = 'utf8mb4_bin', '', CONCAT(' COLLATE ', collation_name)),
                IF(is_nullable = 'NO', ' NOT NULL', ''),
                IF(COALESCE(column_default, 'NULL') = 'NULL', '', CONCAT(' DEFAULT ', column_default)),
                IF(extra LIKE '%auto_increment%', ' AUTO_INCREMENT', ''),
                IF(extra LIKE '%on update%', ' ON UPDATE', ''),
                IF(COALESCE(generation_expression, '') = '', '', ' GENERATED')
            ) USING utf8mb4) COLLATE utf8mb4_bin AS definition
        FROM information_schema.columns
        WHERE table_schema = DATABASE()
    ),

    actual_constraint AS (
        SELECT
            CONVERT(table_name USING utf8mb4) COLLATE utf8mb4_bin AS table_name,
            CONVERT(index_name USING utf8mb4) COLLATE utf8mb4_bin AS constraint_name,
            CONVERT(CONCAT(
                IF(non_unique, 'INDEX (', 'UNIQUE ('), GROUP_CONCAT(column_name ORDER BY seq_in_index SEPARATOR ', '), ')'
            ) USING utf8mb4) COLLATE utf8mb4_bin AS definition
        FROM information_schema.statistics
        WHERE table_schema = DATABASE()
        GROUP BY table_name, index_name, non_unique
        UNION ALL
        SELECT
            CONVERT(table_name USING utf8mb4) COLLATE utf8mb4_bin,
            CONVERT(constraint_name USING utf8mb4) COLLATE utf8mb4_bin,
            CONVERT(CONCAT('FOREIGN KEY (', column_name, ') REFERENCES ', referenced_table_name, ' (', referenced_column_name, ')')
                USING utf8mb4) COLLATE utf8mb4_bin
        FROM information_schema.key_column_usage
        WHERE table_schema = DATABASE() AND referenced_table_schema = DATABASE()
        UNION ALL
        SELECT
            CONVERT(table_name USING utf8mb4) COLLATE utf8mb4_bin,
            CONVERT(constraint_name USING utf8mb4) COLLATE utf8mb4_bin,
            CONCAT('CHECK' /*!80016 , IF(enforced = 'YES', '', ' NOT ENFORCED') */)
        FROM information_schema.table_constraints
        WHERE table_schema = DATABASE() AND constraint_type = 'CHECK'
    ),

    actual_parameter AS (
        SELECT
            CONVERT(specific_name USING utf8mb4) COLLATE utf8mb4_bin AS routine_name,
            CONVERT(GROUP_CONCAT(
                parameter_mode, ' ', parameter_name, ' ', data_type,
                CASE
                    WHEN data_type IN ('char', 'varchar') THEN CONCAT('(', character_maximum_length, ')')
                    WHEN data_type = 'decimal' THEN CONCAT('(', numeric_precision, ', ', numeric_scale, ')')
                    WHEN data_type = 'datetime' THEN CONCAT('(', datetime_precision, ')')
                    ELSE ''
                END,
                IF(COALESCE(collation_name, 'utf8mb4_bin') = 'utf8mb4_bin', '', CONCAT(' COLLATE ', collation_name))
                ORDER BY ordinal_position SEPARATOR ', '
            ) USING utf8mb4) COLLATE utf8mb4_bin AS parameters
        FROM information_schema.parameters
        WHERE specific_schema = DATABASE() AND routine_type = 'PROCEDURE'
        GROUP BY specific_name
    ),

    -- The text counts without comments, which a client may have dropped, and without blanks.
    actual_routine AS (
        SELECT
            CONVERT(r.routine_name USING utf8mb4) COLLATE utf8mb4_bin AS routine_name,
            SHA2(REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(
                CONVERT(r.routine_definition USING utf8mb4) COLLATE utf8mb4_bin,
                '-- [^\n]*', ''), '/[*]([^*]|[*][^/])*[*]/', ''), '[[:space:]]+', ''
            ), 256) COLLATE utf8mb4_bin AS body_hash,
            r.security_type,
            CONVERT(r.definer USING utf8mb4) COLLATE utf8mb4_bin AS definer,
            FIND_IN_SET('STRICT_TRANS_TABLES', r.sql_mode) AND FIND_IN_SET('NO_AUTO_VALUE_ON_ZERO', r.sql_mode)
            AND NOT FIND_IN_SET('ANSI_QUOTES', r.sql_mode) AND NOT FIND_IN_SET('PIPES_AS_CONCAT', r.sql_mode)
            AND NOT FIND_IN_SET('NO_BACKSLASH_ESCAPES', r.sql_mode) AS is_in_mode
        FROM information_schema.routines AS r
        WHERE r.routine_schema = DATABASE() AND r.routine_type = 'PROCEDURE'
    )

    SELECT 1 AS place, CONCAT(e.kind, ' ', e.object_name, ' is missing') AS finding
    FROM expected_name AS e
    LEFT JOIN actual_table AS a ON a.kind = e.kind AND a.table_name = e.object_name
    WHERE a.table_name IS NULL
    UNION ALL
    SELECT 2, CONCAT('table ', a.table_name, ' is ', COALESCE(a.engine, 'of no engine'), ' in ', a.table_collation, ', and should be InnoDB in utf8mb4_bin')
    FROM expected_name AS e
    INNER JOIN actual_table AS a ON a.kind = e.kind AND a.table_name = e.object_name
    WHERE e.kind = 'table' AND (COALESCE(a.engine, '') <> 'InnoDB' OR a.table_collation <> 'utf8mb4_bin')
    UNION ALL
    SELECT 3, CONCAT('table ', e.table_name, ': column ', e.column_name, ' is missing')
    FROM expected_column AS e
    INNER JOIN actual_table AS t ON t.kind = 'table' AND t.table_name = e.table_name
    LEFT JOIN actual_column AS a ON a.table_name = e.table_name AND a.column_name = e.column_name
    WHERE a.table_name IS NULL
    UNION ALL
    SELECT 4, CONCAT('table ', e.table_name, ': column ', e.column_name, ' is ', a.definition, ', and should be ', e.definition)
    FROM expected_column AS e
    INNER JOIN actual_column AS a ON a.table_name = e.table_name AND a.column_name = e.column_name
    WHERE a.definition <> e.definition
    UNION ALL
    SELECT 5, CONCAT('table ', a.table_name, ': column ', a.column_name, ' is none of ptdb''s')
    FROM actual_column AS a
    LEFT JOIN expected_column AS e ON e.table_name = a.table_name AND e.column_name = a.column_name
    WHERE e.table_name IS NULL AND FIND_IN_SET(a.table_name, @ptdb_tables)
    UNION ALL
    SELECT 6, CONCAT('table ', e.table_name, ': ', e.definition, ' under the name ', e.constraint_name, ' is missing')
    FROM expected_constraint AS e
    INNER JOIN actual_table AS t ON t.kind = 'table' AND t.table_name = e.table_name
    LEFT JOIN actual_constraint AS a
        ON a.table_name = e.table_name AND a.constraint_name = e.constraint_name
            AND SUBSTRING_INDEX(a.definition, ' ', 1) = SUBSTRING_INDEX(e.definition, ' ', 1)
    WHERE a.table_name IS NULL
    UNION ALL
    SELECT 7, CONCAT('table ', e.table_name, ': ', e.constraint_name, ' is ', a.definition, ', and should be ', e.definition)
    FROM expected_constraint AS e
    INNER JOIN actual_constraint AS a
        ON a.table_name = e.table_name AND a.constraint_name = e.constraint_name
            AND SUBSTRING_INDEX(a.definition, ' ', 1) = SUBSTRING_INDEX(e.definition, ' ', 1)
    WHERE a.definition <> e.definition
    UNION ALL
    SELECT 8, CONCAT('routine ', e.routine_name, ' is missing')
    FROM expected_routine AS e
    LEFT JOIN actual_routine AS a ON a.routine_name = e.routine_name
    WHERE a.routine_name IS NULL
    UNION ALL
    SELECT 9, CONCAT('routine ', e.routine_name, ' has the parameters "', COALESCE(p.parameters, ''), '", and should have "', e.parameters, '"')
    FROM expected_routine AS e
    INNER JOIN actual_routine AS a ON a.routine_name = e.routine_name
    LEFT JOIN actual_parameter AS p ON p.routine_name = e.routine_name
    WHERE COALESCE(p.parameters, '') <> e.parameters
    UNION ALL
    SELECT 10, CONCAT('routine ', e.routine_name, IF(a.body_hash IS NULL, ' may not be read by you', ' has another text than the installation''s'))
    FROM expected_routine AS e
    INNER JOIN actual_routine AS a ON a.routine_name = e.routine_name
    WHERE COALESCE(a.body_hash, '') <> e.body_hash
    UNION ALL
    SELECT 11, CONCAT('routine ', e.routine_name, ' runs with the rights of its caller, and should with those of its definer')
    FROM expected_routine AS e
    INNER JOIN actual_routine AS a ON a.routine_name = e.routine_name
    WHERE a.security_type <> 'DEFINER'
    UNION ALL
    SELECT 12, CONCAT('routine ', e.routine_name, ' was made in another sql_mode than install.sql sets')
    FROM expected_routine AS e
    INNER JOIN actual_routine AS a ON a.routine_name = e.routine_name
    WHERE NOT a.is_in_mode
    UNION ALL
    SELECT 13, CONCAT('routine ', a.routine_name, ' runs as ', a.definer, ', but get_version as ', o.definer)
    FROM expected_routine AS e
    INNER JOIN actual_routine AS a ON a.routine_name = e.routine_name
    INNER JOIN actual_routine AS o ON o.routine_name = 'get_version'
    WHERE a.definer <> o.definer
    UNION ALL
    SELECT 14, CONCAT('view ', v.table_name, ' runs as ', v.definer, ', but get_version as ', o.definer)
    FROM information_schema.views AS v
    INNER JOIN actual_routine AS o ON o.routine_name = 'get_version'
    WHERE v.table_schema = DATABASE() AND FIND_IN_SET(v.table_name, @ptdb_views)
        AND (v.definer <> o.definer OR v.security_type <> 'DEFINER')
) AS finding;

SELECT item.finding
FROM JSON_TABLE(COALESCE(@ptdb_findings, '[]'), '$[*]' COLUMNS (
    place FOR ORDINALITY, finding LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
)) AS item
ORDER BY item.place;
SET @ptdb_refusal = IF(
    @ptdb_findings IS NULL, NULL, LEFT(CONCAT('ptdb in the database "', DATABASE(), '" is not as it should be'), 128)
);
SET SESSION sql_mode = IF(@ptdb_refusal IS NULL, '', 'NO_BACKSLASH_ESCAPES');
DELIMITER //
DO '\'; SIGNAL SQLSTATE "45000" SET MESSAGE_TEXT = @ptdb_refusal; -- '
//
DELIMITER ;

-- The rows can be read only where the tables are as they should be.
-- rows: begin
SELECT CONCAT('[', GROUP_CONCAT(JSON_QUOTE(f.finding) ORDER BY f.finding), ']') INTO @ptdb_findings
FROM (
    SELECT CONCAT('- table system_lkup: the preloaded row "', item.name, '" is missing, or not marked by created_by = 0') AS finding
    FROM JSON_TABLE('["version", "max_concurrent_failures"]', '$[*]' COLUMNS (
        name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
    )) AS item
    LEFT JOIN system_lkup AS t ON t.system_key = item.name AND t.created_by = 0
    WHERE t.system_id IS NULL
    UNION ALL
    SELECT CONCAT('- table schedule_frequency_lkup: the preloaded row "', item.name, '" is missing, or not marked by created_by = 0') AS finding
    FROM JSON_TABLE('["unscheduled", "hourly", "daily", "weekly", "monthly", "quarterly", "annually"]', '$[*]' COLUMNS (
        name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
    )) AS item
    LEFT JOIN schedule_frequency_lkup AS t ON t.schedule_frequency_name = item.name AND t.created_by = 0
    WHERE t.schedule_frequency_id IS NULL
    UNION ALL
    SELECT CONCAT('- table location_type_lkup: the preloaded row "', item.name, '" is missing, or not marked by created_by = 0') AS finding
    FROM JSON_TABLE('["S3", "Local Filesystem"]', '$[*]' COLUMNS (
        name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
    )) AS item
    LEFT JOIN location_type_lkup AS t ON t.location_type_name = item.name AND t.created_by = 0
    WHERE t.location_type_id IS NULL
    UNION ALL
    SELECT CONCAT('- table source_type_lkup: the preloaded row "', item.name, '" is missing, or not marked by created_by = 0') AS finding
    FROM JSON_TABLE('["Undefined", "Database", "Internal", "External"]', '$[*]' COLUMNS (
        name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
    )) AS item
    LEFT JOIN source_type_lkup AS t ON t.source_type_name = item.name AND t.created_by = 0
    WHERE t.source_type_id IS NULL
    UNION ALL
    SELECT CONCAT('- table filter_type_lkup: the preloaded row "', item.name, '" is missing, or not marked by created_by = 0') AS finding
    FROM JSON_TABLE('["equal to", "less than", "greater than", "less than or equal to", "greater than or equal to", "not equal", "like", "in set"]', '$[*]' COLUMNS (
        name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
    )) AS item
    LEFT JOIN filter_type_lkup AS t ON t.filter_type_name = item.name AND t.created_by = 0
    WHERE t.filter_type_id IS NULL
    UNION ALL
    SELECT CONCAT('- table process_type_lkup: the preloaded row "', item.name, '" is missing, or not marked by created_by = 0') AS finding
    FROM JSON_TABLE('["Extract", "Load"]', '$[*]' COLUMNS (
        name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
    )) AS item
    LEFT JOIN process_type_lkup AS t ON t.process_type_name = item.name AND t.created_by = 0
    WHERE t.process_type_id IS NULL
    UNION ALL
    SELECT CONCAT('- table process_status_lkup: the preloaded row "', item.name, '" is missing, or not marked by created_by = 0') AS finding
    FROM JSON_TABLE('["running", "completed", "failed", "on hold"]', '$[*]' COLUMNS (
        name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
    )) AS item
    LEFT JOIN process_status_lkup AS t ON t.process_status_name = item.name AND t.created_by = 0
    WHERE t.process_status_id IS NULL
    UNION ALL
    SELECT CONCAT('- table dependency_type_lkup: the preloaded row "', item.name, '" is missing, or not marked by created_by = 0') AS finding
    FROM JSON_TABLE('["Undefined", "Hard", "Soft"]', '$[*]' COLUMNS (
        name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
    )) AS item
    LEFT JOIN dependency_type_lkup AS t ON t.dependency_type_name = item.name AND t.created_by = 0
    WHERE t.dependency_type_id IS NULL
    UNION ALL
    SELECT CONCAT('- table extract_status_lkup: the preloaded row "', item.name, '" is missing, or not marked by created_by = 0') AS finding
    FROM JSON_TABLE('["initializing", "ready", "loading", "loaded", "archived", "deleted", "error"]', '$[*]' COLUMNS (
        name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
    )) AS item
    LEFT JOIN extract_status_lkup AS t ON t.extract_status_name = item.name AND t.created_by = 0
    WHERE t.extract_status_id IS NULL
    UNION ALL
    SELECT CONCAT('- table extract_compression_type_lkup: the preloaded row "', item.name, '" is missing, or not marked by created_by = 0') AS finding
    FROM JSON_TABLE('["zip"]', '$[*]' COLUMNS (
        name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
    )) AS item
    LEFT JOIN extract_compression_type_lkup AS t ON t.extract_compression_type = item.name AND t.created_by = 0
    WHERE t.extract_compression_type_id IS NULL
    UNION ALL
    SELECT CONCAT('- table extract_filetype_lkup: the preloaded row "', item.name, '" is missing, or not marked by created_by = 0') AS finding
    FROM JSON_TABLE('["Comma Separated Values"]', '$[*]' COLUMNS (
        name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
    )) AS item
    LEFT JOIN extract_filetype_lkup AS t ON t.extract_filetype = item.name AND t.created_by = 0
    WHERE t.extract_filetype_id IS NULL
    UNION ALL
    SELECT CONCAT('- table filesize_type_lkup: the preloaded row "', item.name, '" is missing, or not marked by created_by = 0') AS finding
    FROM JSON_TABLE('["kilobytes", "megabytes", "gigabytes", "bytes"]', '$[*]' COLUMNS (
        name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
    )) AS item
    LEFT JOIN filesize_type_lkup AS t ON t.filesize_type_name = item.name AND t.created_by = 0
    WHERE t.filesize_type_id IS NULL
    UNION ALL
    SELECT CONCAT('- table error_type_lkup: the preloaded row "', item.name, '" is missing, or not marked by created_by = 0') AS finding
    FROM JSON_TABLE('["File Error", "Data Error", "Process Error"]', '$[*]' COLUMNS (
        name VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
    )) AS item
    LEFT JOIN error_type_lkup AS t ON t.error_type_name = item.name AND t.created_by = 0
    WHERE t.error_type_id IS NULL
    UNION ALL
    SELECT CONCAT('- the store says that it is of version ', @ptdb_version)
    FROM DUAL
    WHERE @ptdb_version <> '1.0.0'
) AS f;
-- rows: end
SELECT item.finding
FROM JSON_TABLE(COALESCE(@ptdb_findings, '[]'), '$[*]' COLUMNS (
    place FOR ORDINALITY, finding LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
)) AS item
ORDER BY item.place;
SET @ptdb_refusal = IF(
    @ptdb_findings IS NULL, NULL, LEFT(CONCAT('ptdb in the database "', DATABASE(), '" is not as it should be'), 128)
);
SET SESSION sql_mode = IF(@ptdb_refusal IS NULL, '', 'NO_BACKSLASH_ESCAPES');
DELIMITER //
DO '\'; SIGNAL SQLSTATE "45000" SET MESSAGE_TEXT = @ptdb_refusal; -- '
//
DELIMITER ;
SET SESSION sql_mode = @ptdb_sql_mode;
SELECT CONCAT('ptdb ', @ptdb_version, ' in the database "', DATABASE(), '" is as it should be: ', @ptdb_summary) AS ptdb;
