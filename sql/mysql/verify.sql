-- Compares what is installed in the database in use with what should be, and says so in words. Reads the catalogue and
-- the preloaded rows, and changes nothing.
--
--   mysql --commands --database=DATABASE < sql/mysql/verify.sql
--   mariadb --abort-source-on-error --database=DATABASE < sql/mysql/verify.sql
--
-- Run it in the folder that holds sql/, as the user who installed ptdb, who alone sees all of it. All well: one sentence,
-- exit status 0. Else a line for every difference, an error, and exit status 1.
-- Of views the columns count, because each server writes their texts in its own way.
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
["cluster_tracking_lkup", "cluster_tracking_lkup_max_memory_ck", "CHECK cluster_max_memory>=0"],
["cluster_tracking_lkup", "cluster_tracking_lkup_max_processing_ck", "CHECK cluster_max_processing>=0"],
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
["extract_tracking", "extract_tracking_counts_ck", "CHECK extract_write_record_count>=0andextract_load_record_count>=0"],
["extract_tracking", "extract_tracking_write_dates_ck", "CHECK extract_write_low_date_time<=extract_write_high_date_time"],
["extract_tracking", "extract_tracking_load_dates_ck", "CHECK extract_load_low_date_time<=extract_load_high_date_time"],
["extract_tracking", "extract_tracking_filesize_ck", "CHECK extract_filesize>=0"],
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
["extract_dependency", "extract_dependency_self_ck", "CHECK parent_extract_id<>child_extract_id"],
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
["location_lkup", "location_lkup_file_count_ck", "CHECK location_file_count>=0"],
["execution", "PRIMARY", "UNIQUE (execution_id)"],
["execution", "execution_completed_on_ix", "INDEX (completed_on)"],
["execution", "execution_status_ck", "CHECK statusininitialised,in_progress,completed"],
["execution", "execution_time_ck", "CHECK execution_time_ms>=0"],
["execution_step", "PRIMARY", "UNIQUE (execution_step_id)"],
["execution_step", "execution_step_step_name_uk", "UNIQUE (execution_id, step_name)"],
["execution_step", "execution_step_execution_id_fk", "FOREIGN KEY (execution_id) REFERENCES execution (execution_id)"],
["execution_step", "execution_step_name_ck", "CHECK step_nameinload,transform"],
["execution_step", "execution_step_status_ck", "CHECK statusininitialised,in_progress,completed"],
["execution_step", "execution_step_rows_ck", "CHECK rows_processed>=0"],
["execution_step", "execution_step_time_ck", "CHECK execution_time_ms>=0"],
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
["process", "process_total_record_count_ck", "CHECK total_record_count>=0"],
["process", "process_max_concurrent_failures_ck", "CHECK max_concurrent_failures>=1"],
["process", "process_stale_after_seconds_ck", "CHECK stale_after_seconds>=1"],
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
["process_tracking", "process_tracking_run_id_ck", "CHECK process_run_id>=1"],
["process_tracking", "process_tracking_counts_ck", "CHECK process_run_record_count>=0andprocess_run_insert_count>=0andprocess_run_update_count>=0andprocess_run_delete_count>=0andprocess_run_reject_count>=0"],
["process_tracking", "process_tracking_dates_ck", "CHECK process_run_low_date_time<=process_run_high_date_time"],
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
["process_dependency", "process_dependency_self_ck", "CHECK parent_process_id<>child_process_id"],
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
["source_object_attribute_lkup", "source_object_attribute_lkup_length_ck", "CHECK data_length>=0"],
["source_object_attribute_lkup", "source_object_attribute_lkup_decimal_ck", "CHECK data_decimal>=0"],
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
SET @ptdb_view_columns = '[
["v_error", "error_tracking_id, error_type_name, error_description, error_occurrence_date_time, process_tracking_id, process_run_id, process_run_name, process_id, process_name, process_status_name"],
["v_extract", "extract_id, extract_filename, location_id, location_name, location_path, location_type_name, location_bucket_name, extract_status_id, extract_status_name, extract_registration_date_time, extract_write_low_date_time, extract_write_high_date_time, extract_write_record_count, extract_load_low_date_time, extract_load_high_date_time, extract_load_record_count, extract_compression_type, extract_filetype_code, extract_filetype, extract_filesize, filesize_type_code"],
["v_lineage", "process_id, process_name, source_name, source_object_name, target_name, target_object_name"],
["v_process", "process_id, process_name, process_type_name, tool_name, schedule_frequency_name, total_record_count, last_completed_run_date_time, last_failed_run_date_time, last_errored_run_date_time, max_concurrent_failures, stale_after_seconds, latest_process_tracking_id, latest_process_run_id, latest_process_run_name, latest_process_status_name, latest_run_start_date_time, latest_run_end_date_time, latest_run_change_date_time"],
["v_process_dependency", "parent_process_id, parent_process_name, child_process_id, child_process_name, dependency_type_name, parent_process_status_name, is_blocking"],
["v_process_run", "process_tracking_id, process_id, process_name, process_type_id, process_type_name, tool_id, tool_name, schedule_frequency_name, actor_id, actor_name, process_run_id, process_run_name, process_status_id, process_status_name, is_latest_run, process_run_start_date_time, process_run_end_date_time, process_run_heartbeat_date_time, process_run_low_date_time, process_run_high_date_time, process_run_record_count, process_run_insert_count, process_run_update_count, process_run_delete_count, process_run_reject_count, parent_process_tracking_id, total_record_count, last_completed_run_date_time, last_failed_run_date_time, last_errored_run_date_time"]
]';
SET @ptdb_procedures = '[
["add_extract_dependency", "IN p_parent_extract_id bigint, IN p_child_extract_id bigint, IN p_dependency_type longtext", "24797c0ab8f9d6aa10b3ab71473f4d2574c01cc44a2569e7fe8b44e3c28f5138", "d5f9a6ee39ad6c54d6e39e88b728d5669fcece36936c0547bccf93fd7bae8d70"],
["add_process_contact", "IN p_process_name longtext, IN p_contact_name longtext", "a9f504ef84175f77e8cabfb8aee5c04b787441dba0591cd60b997db62ef19ac4", "a9f504ef84175f77e8cabfb8aee5c04b787441dba0591cd60b997db62ef19ac4"],
["add_process_filter", "IN p_process_name longtext, IN p_source_name longtext, IN p_source_object_name longtext, IN p_source_object_attribute_name longtext, IN p_filter_type_code longtext, IN p_filter_value_string longtext, IN p_filter_value_numeric decimal(60, 20)", "877dc68e6a4261a0dffd1dd2dabcd010b93efb2360e98f01fc8aa586fbd87a2b", "877dc68e6a4261a0dffd1dd2dabcd010b93efb2360e98f01fc8aa586fbd87a2b"],
["add_source_contact", "IN p_source_name longtext, IN p_contact_name longtext", "e91587d1b4e7ba42e50aae11d6b4a1a8b2232a43bde03e05e3b0d199a4f61ca7", "e91587d1b4e7ba42e50aae11d6b4a1a8b2232a43bde03e05e3b0d199a4f61ca7"],
["bulk_change_extract_status", "IN p_process_tracking_id bigint, IN p_extract_ids longtext, IN p_new_status longtext", "9f677bb6c1a847f4f681bd8932cd84a827df36d6c49f7977f540622b1ffd1c59", "9f677bb6c1a847f4f681bd8932cd84a827df36d6c49f7977f540622b1ffd1c59"],
["change_extract_status", "IN p_process_tracking_id bigint, IN p_extract_id bigint, IN p_new_status longtext", "6f686efe4cdb289c6fb0c0a35403f0e0ab009f69eda712239496f9cb84e08dac", "6f686efe4cdb289c6fb0c0a35403f0e0ab009f69eda712239496f9cb84e08dac"],
["change_run_status", "IN p_process_tracking_id bigint, IN p_new_status longtext, IN p_end_date datetime(6)", "4bd0a9805a21df812f06c221abe1b6799bff27766dd9da97503b1430a04c72d9", "4bd0a9805a21df812f06c221abe1b6799bff27766dd9da97503b1430a04c72d9"],
["compare_step_models", "IN p_execution_step_id longtext, IN p_previous_execution_id longtext", "8d9ee0bf51e8fc284f404e743a8cc86c60987435a453ae0249bdf70c80df1861", "8d9ee0bf51e8fc284f404e743a8cc86c60987435a453ae0249bdf70c80df1861"],
["complete_execution", "IN p_execution_id longtext", "327dabc347533aa067c41ace921fa26ce26377c107405aa2f3411564ea3e197c", "327dabc347533aa067c41ace921fa26ce26377c107405aa2f3411564ea3e197c"],
["complete_step", "IN p_execution_step_id longtext, IN p_rows_processed bigint", "afdb3473001efaa136c5b3b2410743c18052ade38341c4ec3c002e0f1214fead", "afdb3473001efaa136c5b3b2410743c18052ade38341c4ec3c002e0f1214fead"],
["create_cluster_process", "IN p_cluster_name longtext, IN p_process_name longtext", "4fb8771370bb56425a49b0f5072c6669b9adfbc189e7f169962501998ee62905", "4fb8771370bb56425a49b0f5072c6669b9adfbc189e7f169962501998ee62905"],
["create_process_dependency", "IN p_parent_process_name longtext, IN p_child_process_name longtext, IN p_dependency_type longtext", "489861eac26e424808fdc21fd65cd8f46407eeb498be708f028c02fa3887e505", "9a4d1f530ad55ee0022395591fa24ad5942c4d8afdee54a98eb39870a7d2bb0d"],
["create_topic", "IN p_topic longtext, IN p_name longtext, IN p_email longtext, IN p_max_memory int, IN p_memory_unit longtext, IN p_max_processing int, IN p_processing_unit longtext", "05a92bd7b5803c196ad4a510c7ef4dfaba5ac1cebe8a1ca5d97a1731134a210a", "05a92bd7b5803c196ad4a510c7ef4dfaba5ac1cebe8a1ca5d97a1731134a210a"],
["delete_cluster_process", "IN p_cluster_name longtext, IN p_process_name longtext", "49380d82abb2fa5b9c4981a1b14300cb69d6187fd39af6271a2f3f0bbd930e46", "49380d82abb2fa5b9c4981a1b14300cb69d6187fd39af6271a2f3f0bbd930e46"],
["delete_process_dependency", "IN p_parent_process_name longtext, IN p_child_process_name longtext", "1c7ba7ccc9c56b0669c0091466dff43d81afb774e02ebbdd404d887b5fdbdbf6", "1c7ba7ccc9c56b0669c0091466dff43d81afb774e02ebbdd404d887b5fdbdbf6"],
["delete_topic", "IN p_topic longtext, IN p_name longtext", "9721162413858dbf006882a493eede125cd22774b2e904053d978323193fe52f", "9721162413858dbf006882a493eede125cd22774b2e904053d978323193fe52f"],
["fail_stale_runs", "OUT p_number_failed int", "c162dc342b4224743da5df327ee7f5d1a8d25662d4a320286dfcfd9ed1330a58", "5edb8ce06661a8a2ece46d8f5964750563ad9f52b41d040c9db9ff712c9dfcb7"],
["find_extracts_by_filename", "IN p_filename longtext, IN p_status longtext", "7575c669f3866f48eecf3def69555ae4d31115b83f38a13c680186c0b7b55e3c", "7575c669f3866f48eecf3def69555ae4d31115b83f38a13c680186c0b7b55e3c"],
["find_extracts_by_location", "IN p_location_name longtext, IN p_location_path longtext, IN p_status longtext", "ab4c0278eb3fc7f336c5d19ee497aec7c4fcf7b5a013ebcaa655b146be4db377", "ab4c0278eb3fc7f336c5d19ee497aec7c4fcf7b5a013ebcaa655b146be4db377"],
["find_extracts_by_process", "IN p_process_name longtext, IN p_status longtext", "ad84fb519eca0f367b9dd3c208ba2797bf539e108874786db548cbb0a74638a1", "ad84fb519eca0f367b9dd3c208ba2797bf539e108874786db548cbb0a74638a1"],
["find_process_by_schedule_frequency", "IN p_frequency longtext", "ebfd0bb9bd6e32c950d0344d9aa5b2cd0bfc82ffc9e520735bf2bcd7255c112f", "ebfd0bb9bd6e32c950d0344d9aa5b2cd0bfc82ffc9e520735bf2bcd7255c112f"],
["find_process_contacts", "IN p_process_id int, IN p_process_name longtext", "8f8d5f38be903acbd3d12678545c2a33b79eafbe7fb96809f11f3831f07e7208", "8f8d5f38be903acbd3d12678545c2a33b79eafbe7fb96809f11f3831f07e7208"],
["find_process_filters", "IN p_process_id int, IN p_process_name longtext", "db6d261571de17eb4dbabdfb3981b9d6582f8cdc45ed6c9bfddab8d3c2a3f7fa", "db6d261571de17eb4dbabdfb3981b9d6582f8cdc45ed6c9bfddab8d3c2a3f7fa"],
["find_process_source_attributes", "IN p_process_id int, IN p_process_name longtext", "a628d8482f5e08478b13b9fb8c686dbd7fea3105f85102a962935008b17d80d7", "a628d8482f5e08478b13b9fb8c686dbd7fea3105f85102a962935008b17d80d7"],
["find_process_sources", "IN p_process_id int, IN p_process_name longtext", "86bcd9cc877d810b7b1508c133df6d40141d93eacfda2d245d674101984df3b0", "86bcd9cc877d810b7b1508c133df6d40141d93eacfda2d245d674101984df3b0"],
["find_process_target_attributes", "IN p_process_id int, IN p_process_name longtext", "d51d0e02f27e2ea5d3368270edb6f5e654e9a2c9951ef2b1f42b15cc4dfbdd0c", "d51d0e02f27e2ea5d3368270edb6f5e654e9a2c9951ef2b1f42b15cc4dfbdd0c"],
["find_process_targets", "IN p_process_id int, IN p_process_name longtext", "73907b9266d1c619ac0cbc015673761d0a3afaba82e6d0894618fc3cc0928bf8", "73907b9266d1c619ac0cbc015673761d0a3afaba82e6d0894618fc3cc0928bf8"],
["get_execution_completion_timestamp", "IN p_execution_id longtext, OUT p_completion_timestamp datetime(6)", "9e9632fb5ebee0b28043e7e59441b1dca3b82630307dab038de8f52d8562481e", "9e9632fb5ebee0b28043e7e59441b1dca3b82630307dab038de8f52d8562481e"],
["get_execution_step", "IN p_execution_id longtext, IN p_step_name longtext, OUT p_execution_step_id char(36)", "0768a55c891c7ca1e5e94f65a8ef9fd812c0866ce16755ec7eed6e5eaa9525a0", "0768a55c891c7ca1e5e94f65a8ef9fd812c0866ce16755ec7eed6e5eaa9525a0"],
["get_extract", "IN p_extract_id bigint", "50e662cb79d7a2757aa44eb706957019a10b3e8effe840f53fc60cf1d27420bf", "50e662cb79d7a2757aa44eb706957019a10b3e8effe840f53fc60cf1d27420bf"],
["get_last_successful_execution", "OUT p_execution_id varchar(36)", "25ccae64b1aa20112f1c5b856d0a51ba6f02df9045525525aca05d46b3d5653d", "25ccae64b1aa20112f1c5b856d0a51ba6f02df9045525525aca05d46b3d5653d"],
["get_process_run", "IN p_process_tracking_id bigint", "14e7e1269ff6344f4639e852491a2f1f426a39d721129a21611bb1b9253d58c5", "aa21d6dccdbc61114a00f71e89eaaf7f7e36f715f016e065f8ec384d753f46b5"],
["get_process_watermark", "IN p_process_name longtext, OUT p_watermark datetime(6)", "4b7de8df3ac7084b68cb34019c0695b7c57e270ebd6724d6886f84f4db259a32", "4b7de8df3ac7084b68cb34019c0695b7c57e270ebd6724d6886f84f4db259a32"],
["get_version", "OUT p_version longtext", "90c620964bc147c9823a1e75ea420edca76a0f9bd117a8560fe50f188ff0798f", "90c620964bc147c9823a1e75ea420edca76a0f9bd117a8560fe50f188ff0798f"],
["init_execution", "IN p_execution_id longtext, OUT p_new_execution_id char(36)", "b210509bf6acf5fc33625a2f6d245112b4561158372e4f7fd98c3b7a23ad902b", "b210509bf6acf5fc33625a2f6d245112b4561158372e4f7fd98c3b7a23ad902b"],
["init_step", "IN p_execution_id longtext, IN p_step_name longtext, IN p_models longtext, OUT p_execution_step_id char(36)", "eb43d69d0b5faaf26222df999c3fde2e4ee4a6522e7abaee1c9c0f64dffea094", "eb43d69d0b5faaf26222df999c3fde2e4ee4a6522e7abaee1c9c0f64dffea094"],
["actor_id_of", "IN p_actor_name longtext, OUT p_actor_id int", "def5c583b2dbfe31fd0eb1c5ef599878c25bec2c6ebb07e5bd6db8ebd237ca53", "def5c583b2dbfe31fd0eb1c5ef599878c25bec2c6ebb07e5bd6db8ebd237ca53"],
["apply_extract_status", "IN p_process_tracking_id bigint, IN p_extract_ids longtext, IN p_status longtext, IN p_actor_id int, IN p_owns tinyint", "6d5aeff920cbc831a6d0d53876c1b77c70c7952303988aac3e93b0d69d16ddbe", "e4207f80945017473305c838e7307700d34a01c49703a3c80876dcdfdef7b427"],
["attribute_id_of", "IN p_source_name longtext, IN p_source_object_name longtext, IN p_attribute_name longtext, OUT p_source_object_attribute_id int", "9072b1a40f2f3a3d898a4ba5cdbb4d918f352ddbcbbcbaa858375454cebc4fee", "9072b1a40f2f3a3d898a4ba5cdbb4d918f352ddbcbbcbaa858375454cebc4fee"],
["audit_table_of", "IN p_actor_id int, OUT p_table longtext", "d1ee21f029b622cf10d018045924006d8bbfd36107764679079f8797b3335124", "d1ee21f029b622cf10d018045924006d8bbfd36107764679079f8797b3335124"],
["begin_call", "OUT p_owns tinyint", "91d90f82978ce9f6d387131904cce1b4d653e25ce6710cdbf561eb3c0dc9cbe4", "91d90f82978ce9f6d387131904cce1b4d653e25ce6710cdbf561eb3c0dc9cbe4"],
["character_set_id_of", "IN p_character_set longtext, IN p_actor_id int, OUT p_character_set_id int", "41957ed27784edb238dafc453bc8a8ba42923d881323f7c920fa9fe5d24c4f41", "41957ed27784edb238dafc453bc8a8ba42923d881323f7c920fa9fe5d24c4f41"],
["check_count", "IN p_value bigint, IN p_parameter longtext", "bc81126439a35d8b46fcd498d61b1d739f33b9b247b991490afa0c2b868512aa", "bc81126439a35d8b46fcd498d61b1d739f33b9b247b991490afa0c2b868512aa"],
["check_date_texts", "IN p_date longtext, IN p_filename longtext", "34688448309d5cd2cf330dc82c8e5edf3e4dacde1e9877a5054e0f60889666e3", "34688448309d5cd2cf330dc82c8e5edf3e4dacde1e9877a5054e0f60889666e3"],
["check_dates", "IN p_low datetime(6), IN p_high datetime(6), IN p_what longtext", "af7325dbf447ab24450b07bc28f33ffcfdacaf4c04e229a266515617c54f5816", "af7325dbf447ab24450b07bc28f33ffcfdacaf4c04e229a266515617c54f5816"],
["check_extracts", "IN p_extract_ids longtext", "a2d71aeb50436b61e8d79084e4a7506811db5e5569d1e68ed5588bd0477b3bef", "8d676f0102709c70cad77ecd3fbb005459af3391ddbb7f7f1b8a4a93d62b5d32"],
["check_id", "IN p_value bigint, IN p_parameter longtext", "9a9c21b5801c02f63230a22ec3c53b8e2ce7f7b02902c0af8dfc9ad412e6fd10", "9a9c21b5801c02f63230a22ec3c53b8e2ce7f7b02902c0af8dfc9ad412e6fd10"],
["check_instant", "IN p_value datetime(6), IN p_parameter longtext", "40fce75861fd5a8f7da6020839729f1065c3e33f524b3c0db2d6f8a2ec5b1b10", "40fce75861fd5a8f7da6020839729f1065c3e33f524b3c0db2d6f8a2ec5b1b10"],
["check_parents", "IN p_process_id int, IN p_process_name longtext", "c849fe98fea6e6280d644d67a3e8c6b1223e5039d7256d2b008a09887df3a7cd", "b468414809ecabb8820b68ab1612161ad3b89c4b7a98b84c7067c6c6db8cce4b"],
["check_size", "IN p_size longtext, IN p_filename longtext", "9aaa7e18d5f9169638e24fcf1fde5c93c140812e0df1dd34dda011529a1ddbb5", "9aaa7e18d5f9169638e24fcf1fde5c93c140812e0df1dd34dda011529a1ddbb5"],
["check_text", "IN p_value longtext, IN p_parameter longtext, IN p_length int, IN p_required tinyint", "d504c5083b8641dd40c2969f1aa893b72a442fc77577619422e2aa6fb7827e85", "d504c5083b8641dd40c2969f1aa893b72a442fc77577619422e2aa6fb7827e85"],
["check_topic", "INOUT p_topic longtext, IN p_name longtext, IN p_email longtext, IN p_max_memory int, IN p_memory_unit longtext, IN p_max_processing int, IN p_processing_unit longtext", "aa588235cbc3d26e749eeb66bf2598df6dae52af655720e9b1fca54956dfcfd7", "aa588235cbc3d26e749eeb66bf2598df6dae52af655720e9b1fca54956dfcfd7"],
["check_topic_row", "IN p_topic longtext, IN p_name longtext, OUT p_id int", "c72df6a16b56f876ecdcd7040325d8cc1e691c9f7f8b0b563caf2b90b61fedb4", "c72df6a16b56f876ecdcd7040325d8cc1e691c9f7f8b0b563caf2b90b61fedb4"],
["cluster_id_of", "IN p_cluster_name longtext, OUT p_cluster_id int", "635e46adb2a70d2f5ef5072a6fc424b50c2944616769f41966a2991e5eff0e75", "635e46adb2a70d2f5ef5072a6fc424b50c2944616769f41966a2991e5eff0e75"],
["compression_type_id_of", "IN p_compression_type longtext, OUT p_extract_compression_type_id int", "e29b487e30f6b7cbaa65d92983c9bf2ac9f195cc75d8c370a7929126c4837d52", "ab37cc659fb2a65cb2d586893f4f59d01efd835ecba441fdf44fd6b88fe3ba1d"],
["contact_id_of", "IN p_contact_name longtext, OUT p_contact_id int", "ea3976b56c80b40036ff90e792f3cb841fbe16527abeb99cefa2f815a42a98f7", "ea3976b56c80b40036ff90e792f3cb841fbe16527abeb99cefa2f815a42a98f7"],
["data_type_id_of", "IN p_data_type longtext, IN p_actor_id int, OUT p_data_type_id int", "d8fdaefb725865b0c45ced661619f4c327cfb63cf335d3d1f33c9ee6eb038be9", "d8fdaefb725865b0c45ced661619f4c327cfb63cf335d3d1f33c9ee6eb038be9"],
["dependency_type_id_of", "IN p_dependency_type longtext, OUT p_dependency_type_id int", "3e9b201f1541e8eba2ca8be8f7e421b70034d8ac89c938484c608bd5e28ef78d", "19800a2f77748b30130d494f275976cc8d850068ba79270c9d3c3d51cb3fef49"],
["end_call", "IN p_owns tinyint", "5d9cc00967c82ce02db7dac169e6496b0fdd4bcdffe7e63e800582f564037d9f", "5d9cc00967c82ce02db7dac169e6496b0fdd4bcdffe7e63e800582f564037d9f"],
["extract_status_id_of", "IN p_status longtext, IN p_actor_id int, OUT p_extract_status_id int", "e30ddb1851a77d256da0d750e0d8bbe93b53839389f044ee523088fdffa9d25b", "e30ddb1851a77d256da0d750e0d8bbe93b53839389f044ee523088fdffa9d25b"],
["fail_stale", "IN p_process_ids longtext, IN p_actor_id int, OUT p_number int", "edca670c60ce57e7a2a7db2c471977fbc08c175cc006550b5ba067445cd324cc", "628a06bb3d8690690560e4f8a4bfa03270e926fe33038ed2d3c27f98cf7a87a6"],
["filetype_id_of", "IN p_filetype longtext, OUT p_extract_filetype_id int", "15f841abddd396262be8999dbc078061f5cd947a154d6c35af023760caf62c8e", "c9574792e365060a933f4d43ab4ab3c7eed8bdbde7775b2a41c8a44252cdccbe"],
["filter_type_id_of", "IN p_filter_type_code longtext, OUT p_filter_type_id int", "66f8beb08fa51aa8bb8b5a8e5c30920c94b11b1ea7b669ab1c3bb8624530fbd0", "f130ed64e3a9e2d55806daeb32147da3836ee01d284134c53c2a8998bd1c989e"],
["known_extract_status_id", "IN p_status longtext, OUT p_extract_status_id int", "17e86f56b5e7b67a86e5176edc40bf4c9121a276df14f874c81ebe3165603873", "ff7275a2724f60796f37bc2a85890330f7ca0c84ec5e1f59ca9c91d5633cc971"],
["knows_read_sources", "IN p_process_id int, IN p_sources longtext, OUT p_is_known tinyint", "5c58a967e073a7c5e6757e96cda85ac94f3c5bf6d1fcc24000cdf64be5464041", "5c58a967e073a7c5e6757e96cda85ac94f3c5bf6d1fcc24000cdf64be5464041"],
["knows_written_sources", "IN p_process_id int, IN p_targets longtext, OUT p_is_known tinyint", "a105e814b4215e965dd06316b924d09534034eb510115ba3a889f9c40deca635", "a105e814b4215e965dd06316b924d09534034eb510115ba3a889f9c40deca635"],
["link_dataset_types", "IN p_process_id int, IN p_text longtext, IN p_actor_id int", "4afeeebf0e7ccc2ac5c0f5994a0ef0e9769f323e9dea04c703ebc7ae5e3c0f33", "08d24b48f9f60504e2dbae11469c66891f8ae93491c3a5a21ed33b91d5311fbb"],
["link_read_sources", "IN p_process_id int, IN p_leaves longtext, IN p_actor_id int", "fa492a5b430afaff463fb8085cb7c3a192a579caa113778a18b8863b6f26bc25", "fa492a5b430afaff463fb8085cb7c3a192a579caa113778a18b8863b6f26bc25"],
["link_sources", "IN p_process_id int, IN p_sources longtext, IN p_targets longtext, IN p_actor_id int, OUT p_is_linked tinyint", "b49988d304c4217d10cbc29673c0215432c70fdffe6ad5086b521a9af6e12dd7", "b49988d304c4217d10cbc29673c0215432c70fdffe6ad5086b521a9af6e12dd7"],
["link_written_sources", "IN p_process_id int, IN p_leaves longtext, IN p_actor_id int", "d710da945086f61b153a6c352db56ff91bb75c5018ed7038fd6aa9e4dee36f7d", "d710da945086f61b153a6c352db56ff91bb75c5018ed7038fd6aa9e4dee36f7d"],
["location_id_of", "IN p_location_path longtext, IN p_location_name longtext, IN p_actor_id int, OUT p_location_id int", "7f23d5d08f28947824be0d880d1d8784e59c12fc3b14b350d765dcacf25b42af", "7f23d5d08f28947824be0d880d1d8784e59c12fc3b14b350d765dcacf25b42af"],
["location_path_of", "INOUT p_location_path longtext", "4048b0633bb29a35b1fc394d394ec569eaae90823c028c3984edc14606936b9a", "4048b0633bb29a35b1fc394d394ec569eaae90823c028c3984edc14606936b9a"],
["lock_dependencies", "", "fbb7431ad911c06a17cb559112208756fe14a27f69c58b9ba94fed913d19fb1d", "fbb7431ad911c06a17cb559112208756fe14a27f69c58b9ba94fed913d19fb1d"],
["lock_execution", "IN p_execution_id longtext, OUT p_started_on datetime(6)", "fcc618e6a93d5efe4d3ee397711c51f6632637306dd665a0489c2e166bb140c7", "fcc618e6a93d5efe4d3ee397711c51f6632637306dd665a0489c2e166bb140c7"],
["lock_extract", "IN p_extract_id bigint, IN p_audit_type longtext", "81fa7c422e4c0bbc4b8fea4c461c0112806d1ff9c7513cfcdb719c8d51177db2", "81fa7c422e4c0bbc4b8fea4c461c0112806d1ff9c7513cfcdb719c8d51177db2"],
["lock_run", "IN p_process_tracking_id bigint, IN p_depth varchar(10), OUT p_process_id int, OUT p_actor_id int", "9552dda0220a505baf50753bc058d0290a0cb93599aa6f31b9bf6fe9b2832219", "9552dda0220a505baf50753bc058d0290a0cb93599aa6f31b9bf6fe9b2832219"],
["merge_file_details", "IN p_files longtext, IN p_location_id int, IN p_now datetime(6), IN p_actor_id int", "f12875ba950cf3ae0f9ad437820abf00cb6048e98286c5988fd6667d0c3efb15", "f12875ba950cf3ae0f9ad437820abf00cb6048e98286c5988fd6667d0c3efb15"],
["parse_files", "IN p_text longtext, IN p_location_id int, OUT p_files longtext, OUT p_known_ids longtext, OUT p_has_new tinyint, OUT p_has_details tinyint", "808db7c300d8787db7123bb242506b14fb7e0a82dc9a2ca5277b267190ccf89d", "923b5add9856e413c5be089b5ff682c6adecf867e6d3cad5c72a2631b3db3bb1"],
["parse_ids", "IN p_text longtext, IN p_parameter longtext, OUT p_ids longtext", "0ca81a40f3df3e70cf8585e3e6fa7f34a215eeb2abeea5cb0f7fcca0481196ec", "30998b624cc5c7cebaa61442372fcfc2769b2d9b3cdc1a9a2d5845522fb49c93"],
["parse_json", "IN p_text longtext, IN p_parameter longtext", "f199517a9ddfd322507ab6aed438be9deb5df7b3fba66b6d13002e941d02e153", "f199517a9ddfd322507ab6aed438be9deb5df7b3fba66b6d13002e941d02e153"],
["parse_names", "IN p_text longtext, IN p_parameter longtext, IN p_length int, OUT p_names longtext", "bcb3501b5ad4ed0d76e729cc65f1f40c25dfbc71d06c901a299f3ac79f5c4493", "577adaca4decd25d3f3f1458c80086f64472ee01e4779bc907f33d034b463ca2"],
["parse_sources", "IN p_text longtext, IN p_parameter longtext, OUT p_leaves longtext", "86f526167f863629f578c3016780bfcb5ac3c57be54d2e85a9a80b7d13261445", "1b5bbe8fd3593c2b67f4a5497800aafbaf278f742789279caff0f74521889c9f"],
["parse_uuid", "INOUT p_uuid longtext, IN p_parameter longtext", "eca3ebd392d017c7e7152fcffa3d962cebe96cb377ae7f51e288f3481798d152", "eca3ebd392d017c7e7152fcffa3d962cebe96cb377ae7f51e288f3481798d152"],
["process_id_of", "IN p_process_name longtext, IN p_parameter longtext, OUT p_process_id int", "bb5337a8144f2b359ec3028d9166d9c82f4823f600a246751d08411efff982a9", "bb5337a8144f2b359ec3028d9166d9c82f4823f600a246751d08411efff982a9"],
["process_key", "IN p_process_id int, IN p_process_name longtext, OUT p_key int", "fa03400377ea07d21c49e7696ed55df723aa6d5dd4f270b6e33fc6e6d7725654", "fa03400377ea07d21c49e7696ed55df723aa6d5dd4f270b6e33fc6e6d7725654"],
["process_status_id_of", "IN p_status longtext, IN p_actor_id int, OUT p_process_status_id int", "93dd7ee9caa4d8c9d41814ea47fde268dc8763a591a482ace6a40bf4e4f6bcff", "93dd7ee9caa4d8c9d41814ea47fde268dc8763a591a482ace6a40bf4e4f6bcff"],
["process_type_id_of", "IN p_process_type longtext, IN p_actor_id int, OUT p_process_type_id int", "f208ca465a1be03f0dc97a96eee38c950b20afa04830e94182a30b07be26f04b", "f208ca465a1be03f0dc97a96eee38c950b20afa04830e94182a30b07be26f04b"],
["raise_error", "IN p_template longtext, IN p_1 longtext, IN p_2 longtext, IN p_3 longtext, IN p_4 longtext", "912060f9d8a2337a28eb288034bcff2a337e941e61bef49b6f1c6c4baaa84bf5", "c938992b2eb00e90cd759f5b8560901e14656a9d6dd91981ae8eef5e4f3c175d"],
["register_files", "IN p_process_tracking_id bigint, IN p_location_path longtext, IN p_location_name longtext, IN p_text longtext, IN p_status longtext, IN p_new_status longtext, IN p_only_new tinyint, OUT p_registered longtext", "1e0c621350fb387284ff46c59140d4b9eddc5ee086f5afe88adaeeae244133ad", "ec66a1d9a81fd3e1997f0092390356b112df63f845f4d586f9a16b0578568701"],
["register_sources", "IN p_leaves longtext, IN p_actor_id int", "0bd3bfc2d2fbf61adfd8e3b3da828bb208b8f444310777225cca5d546976b71b", "44da79fc018c363abcb28c0c1e17b588318510f311ca8cadff4f8843c5c54099"],
["schedule_frequency_id_of", "IN p_schedule_frequency longtext, OUT p_schedule_frequency_id int", "e16fa13282d26b627135aa8702405a76317d64684dcbf5562029a70af4d05305", "52caeaaa612a916129ca0d382154b2c4f9fa44c77ba71ad3357dc85809184031"],
["set_run_status", "IN p_process_tracking_id bigint, IN p_process_id int, IN p_status_id int, IN p_status_name longtext, IN p_end_date datetime(6), IN p_actor_id int", "91394ebb510084b8df089c795a64703b7f445e5501febf88c4f94d3631cfbef6", "91394ebb510084b8df089c795a64703b7f445e5501febf88c4f94d3631cfbef6"],
["source_id_of", "IN p_source_name longtext, OUT p_source_id int", "aea1c4f447ef4b205a03b5d996c3414d0157d3fd3d05c87deb3c8b9e1e83c1cb", "aea1c4f447ef4b205a03b5d996c3414d0157d3fd3d05c87deb3c8b9e1e83c1cb"],
["sources_json", "IN p_process_id int, IN p_is_target tinyint, OUT p_json longtext", "1fe69685987c443a3c4ed651928077c5a7b528d0c26a6bdf3016e20fd1bfe5ea", "6f68dbb20d22d1e5b000c742d163abcca4abaaff8101da3d1c4517bd4bdab53b"],
["status_name", "INOUT p_status longtext", "de765f2c718f730bb53094cfe8e994da9fac6b5260e9dbfb77ea4db8791e2e7d", "de765f2c718f730bb53094cfe8e994da9fac6b5260e9dbfb77ea4db8791e2e7d"],
["system_integer", "IN p_system_key longtext, OUT p_value int", "7a97012e3af52444a9f4fd6f8e545259b8baf3aca702be378c0bdfef7ae36c4a", "7a97012e3af52444a9f4fd6f8e545259b8baf3aca702be378c0bdfef7ae36c4a"],
["tool_id_of", "IN p_tool_name longtext, IN p_actor_id int, OUT p_tool_id int", "3b0955c6730ef00aff973bda41be8622310fc80f0d44f6b4fd8c94363b66f402", "3b0955c6730ef00aff973bda41be8622310fc80f0d44f6b4fd8c94363b66f402"],
["undo_call", "IN p_owns tinyint", "c7178ee72665e09ae5ad581c327c5979498b85684171fa713bd656c77e0a91d5", "c7178ee72665e09ae5ad581c327c5979498b85684171fa713bd656c77e0a91d5"],
["raise_run_error", "IN p_process_tracking_id bigint, IN p_error_type_name longtext, IN p_error_description longtext, IN p_fail_run tinyint, IN p_end_date datetime(6), OUT p_error_tracking_id bigint", "87b21f400097ac4f0d79b314f9ee0e661256a73cfd03868964f3172ce4102de9", "cadf51a876793599040cb2194ff8357a51326b57f64473e2d02f4568c4cfadd9"],
["record_heartbeat", "IN p_process_tracking_id bigint", "f53a11da9300e1f603f88505fd3e71e42f6a0d4310de844e0b440bcafffee20c", "f53a11da9300e1f603f88505fd3e71e42f6a0d4310de844e0b440bcafffee20c"],
["register_extract", "IN p_process_tracking_id bigint, IN p_filename longtext, IN p_location_path longtext, IN p_location_name longtext, IN p_status longtext, IN p_compression_type longtext, IN p_filetype longtext, IN p_file_size longtext, OUT p_extract_id bigint", "17c8303439d6c21bf825d96defbd1a75c05793a14970c063a61707dedf380b32", "17c8303439d6c21bf825d96defbd1a75c05793a14970c063a61707dedf380b32"],
["register_extracts", "IN p_process_tracking_id bigint, IN p_location_path longtext, IN p_files longtext, IN p_location_name longtext, IN p_status longtext, IN p_only_new tinyint", "3b114637595ff42d1dbd667a3959d12d10981b9d0ee6d5bb95f508f35fa815df", "3b114637595ff42d1dbd667a3959d12d10981b9d0ee6d5bb95f508f35fa815df"],
["release_process", "IN p_process_name longtext, IN p_new_status longtext", "5723f285c11485ad16a8820fbf0900ec43ff48dd011ce31310f96593cf05e873", "5723f285c11485ad16a8820fbf0900ec43ff48dd011ce31310f96593cf05e873"],
["remove_process_contact", "IN p_process_name longtext, IN p_contact_name longtext", "106cafb14577a06c9688d228537a9f13cfd7a6f64a95c7e011b77fbb52bafd0d", "106cafb14577a06c9688d228537a9f13cfd7a6f64a95c7e011b77fbb52bafd0d"],
["remove_process_filter", "IN p_process_name longtext, IN p_source_name longtext, IN p_source_object_name longtext, IN p_source_object_attribute_name longtext, IN p_filter_type_code longtext", "4159f692c13dac729e1c3a287f4b0ccb45fa83e6435aa14f47faa6c98d2098f5", "4159f692c13dac729e1c3a287f4b0ccb45fa83e6435aa14f47faa6c98d2098f5"],
["remove_source_contact", "IN p_source_name longtext, IN p_contact_name longtext", "8434008b84ad527222ea3e569a041db7c2762d60a0433c727d50dd01ec186a0c", "8434008b84ad527222ea3e569a041db7c2762d60a0433c727d50dd01ec186a0c"],
["set_extract_low_high_dates", "IN p_extract_id bigint, IN p_low_date datetime(6), IN p_high_date datetime(6), IN p_audit_type longtext", "283a8c2dfe080c3fcd036830a45d76987b6da21ed28acb8083f861e6473aadbd", "283a8c2dfe080c3fcd036830a45d76987b6da21ed28acb8083f861e6473aadbd"],
["set_extract_record_count", "IN p_extract_id bigint, IN p_num_records bigint, IN p_audit_type longtext", "44a86aeb844267ebb4037af9d9e4d30e4e108feb5b8a535ac4299c61fa1c693a", "44a86aeb844267ebb4037af9d9e4d30e4e108feb5b8a535ac4299c61fa1c693a"],
["set_process", "IN p_process_name longtext, IN p_max_concurrent_failures int, IN p_stale_after_seconds int", "72548a9b197204d00c1c8721ccd52633e034c2aa8eb3334f3e25bc4b7bdfc6d7", "72548a9b197204d00c1c8721ccd52633e034c2aa8eb3334f3e25bc4b7bdfc6d7"],
["set_process_run_low_high_dates", "IN p_process_tracking_id bigint, IN p_low_date datetime(6), IN p_high_date datetime(6)", "707856c86cb1a9ec71588214acbd907c8150c536ab4f23ed9d69f52bb6927a7c", "707856c86cb1a9ec71588214acbd907c8150c536ab4f23ed9d69f52bb6927a7c"],
["set_process_run_record_count", "IN p_process_tracking_id bigint, IN p_num_records bigint, IN p_processing_type longtext", "e7f6042a8766554a78ea1fc36d5f765202597763a0d0e767c1ecbc5844764e8e", "e7f6042a8766554a78ea1fc36d5f765202597763a0d0e767c1ecbc5844764e8e"],
["set_source", "IN p_source_name longtext, IN p_source_type longtext, IN p_character_set longtext", "591f4e512c69eb8ea52a60b05c869750d92ea76a0ee498883760f01639cd2dcd", "4780f70382f17dfc3b54409854cb78ccea63147049beaa1f27e182dc116cf633"],
["set_source_object_attribute", "IN p_source_name longtext, IN p_source_object_name longtext, IN p_source_object_attribute_name longtext, IN p_attribute_path longtext, IN p_data_type longtext, IN p_data_length int, IN p_data_decimal int, IN p_default_value_string longtext, IN p_default_value_number decimal(60, 20), IN p_is_pii tinyint, IN p_is_key tinyint, IN p_is_filter tinyint, IN p_is_partition tinyint", "b46e01c763e5e7db22afc615d9e25af424a53fb58c1db9dc769a9bd6e77fb2ff", "b46e01c763e5e7db22afc615d9e25af424a53fb58c1db9dc769a9bd6e77fb2ff"],
["set_system_setting", "IN p_system_key longtext, IN p_system_value longtext", "eb9764a38e8216797851344711a825956d2f9354763ff0234fd9d2c2fd6741ab", "eb9764a38e8216797851344711a825956d2f9354763ff0234fd9d2c2fd6741ab"],
["start_process_run", "IN p_process_name longtext, IN p_process_type longtext, IN p_actor_name longtext, IN p_tool_name longtext, IN p_process_run_name longtext, IN p_sources longtext, IN p_targets longtext, IN p_dataset_types longtext, IN p_schedule_frequency longtext, IN p_parent_process_tracking_id bigint, IN p_max_concurrent_failures int, OUT p_process_tracking_id bigint, OUT p_process_run_status varchar(75)", "6df33789cd1826849da37900d083a79c53f4eb7ef4c75c4a134b05989ced87ab", "6df33789cd1826849da37900d083a79c53f4eb7ef4c75c4a134b05989ced87ab"],
["update_topic", "IN p_topic longtext, IN p_initial_name longtext, IN p_name longtext, IN p_email longtext, IN p_max_memory int, IN p_memory_unit longtext, IN p_max_processing int, IN p_processing_unit longtext", "86ddfa3f1d5ed6c748a7f6a01595d01da7c773085071cdda5ddb60a59e800507", "86ddfa3f1d5ed6c748a7f6a01595d01da7c773085071cdda5ddb60a59e800507"]
]';
SET @ptdb_summary = '52 tables, 6 views, 116 routines';
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

    expected_view AS (
        SELECT *
        FROM JSON_TABLE(@ptdb_view_columns, '$[*]' COLUMNS (
            view_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[0]',
            column_names VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[1]'
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
        SELECT DISTINCT
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

    actual_view AS (
        SELECT
            CONVERT(table_name USING utf8mb4) COLLATE utf8mb4_bin AS view_name,
            CONVERT(GROUP_CONCAT(column_name ORDER BY ordinal_position SEPARATOR ', ') USING utf8mb4) COLLATE utf8mb4_bin
                AS column_names
        FROM information_schema.columns
        WHERE table_schema = DATABASE() AND FIND_IN_SET(table_name, @ptdb_views)
        GROUP BY table_name
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
            CONVERT(k.table_name USING utf8mb4) COLLATE utf8mb4_bin,
            CONVERT(k.constraint_name USING utf8mb4) COLLATE utf8mb4_bin,
            CONVERT(CONCAT(
                'FOREIGN KEY (', k.column_name, ') REFERENCES ', k.referenced_table_name, ' (', k.referenced_column_name, ')',
                IF(r.delete_rule IN ('NO ACTION', 'RESTRICT'), '', CONCAT(' ON DELETE ', r.delete_rule)),
                IF(r.update_rule IN ('NO ACTION', 'RESTRICT'), '', CONCAT(' ON UPDATE ', r.update_rule))
            ) USING utf8mb4) COLLATE utf8mb4_bin
        FROM information_schema.key_column_usage AS k
        INNER JOIN information_schema.referential_constraints AS r
            ON r.constraint_schema = k.constraint_schema AND r.table_name = k.table_name
                AND r.constraint_name = k.constraint_name
        WHERE k.table_schema = DATABASE() AND k.referenced_table_schema = DATABASE()
        UNION ALL
        -- Each server has its own quotes and parentheses.
        SELECT
            CONVERT(t.table_name USING utf8mb4) COLLATE utf8mb4_bin,
            CONVERT(t.constraint_name USING utf8mb4) COLLATE utf8mb4_bin,
            CONVERT(CONCAT(
                'CHECK ', REGEXP_REPLACE(LOWER(c.check_clause), '_utf8mb4|[`()[:space:]\\\\'']', '')
                /*!80016 , IF(t.enforced = 'YES', '', ' NOT ENFORCED') */
            ) USING utf8mb4) COLLATE utf8mb4_bin
        FROM information_schema.table_constraints AS t
        INNER JOIN information_schema.check_constraints AS c
            ON c.constraint_schema = t.constraint_schema AND c.constraint_name = t.constraint_name
        WHERE t.table_schema = DATABASE() AND t.constraint_type = 'CHECK'
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

    -- The text counts without comments, which a client may have dropped, without blanks, and without backslashes,
    -- of which the servers keep every second. DISTINCT: the hashes are made once, not for each row that they meet.
    actual_routine AS (
        SELECT DISTINCT
            CONVERT(r.routine_name USING utf8mb4) COLLATE utf8mb4_bin AS routine_name,
            SHA2(REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(
                CONVERT(r.routine_definition USING utf8mb4) COLLATE utf8mb4_bin,
                '-- [^\n]*', ''), '/[*][^*]*[*]/', ''), '[[:space:]\\\\]+', ''
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
    SELECT 14, CONCAT('view ', e.view_name, ' has the columns "', a.column_names, '", and should have "', e.column_names, '"')
    FROM expected_view AS e
    INNER JOIN actual_view AS a ON a.view_name = e.view_name
    WHERE a.column_names <> e.column_names
    UNION ALL
    SELECT 15, CONCAT('view ', v.table_name, ' runs as ', v.definer, ', but get_version as ', o.definer)
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
