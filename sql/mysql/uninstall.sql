-- Removes ptdb, and all that it has recorded, from the database in use. What others have put there stays.
--
--   mysql --commands --database=DATABASE < sql/mysql/uninstall.sql
--   mariadb --abort-source-on-error --database=DATABASE < sql/mysql/uninstall.sql
--
-- Run it in the folder that holds sql/; install.sql says what the options are for. Refuses a store that is none of
-- ptdb 1, and while somebody else's view, or foreign key, that you may see is built on ours: MySQL and MariaDB would let
-- it break. Safe to run again. The roles of roles.sql belong to the server and stay; so do rights on our views, which
-- the servers keep for names that are gone: DROP ROLE, or REVOKE, ends them.

SET NAMES utf8mb4 COLLATE utf8mb4_bin;
SET @ptdb_sql_mode = @@SESSION.sql_mode;
SET SESSION sql_mode = '';
source sql/mysql/look.sql

SELECT GROUP_CONCAT(DISTINCT built.object_name ORDER BY built.object_name SEPARATOR ', ') INTO @ptdb_built
FROM (
    SELECT CONCAT(v.table_schema, '.', v.table_name) AS object_name
    FROM information_schema.views AS v
    INNER JOIN information_schema.tables AS t
        ON t.table_schema = DATABASE() AND FIND_IN_SET(t.table_name, CONCAT(@ptdb_tables, ',', @ptdb_views))
    WHERE INSTR(v.view_definition, CONCAT('`', t.table_schema, '`.`', t.table_name, '`'))
        AND NOT (v.table_schema = DATABASE() AND FIND_IN_SET(v.table_name, @ptdb_views))
    UNION ALL
    SELECT CONCAT(k.table_schema, '.', k.table_name)
    FROM information_schema.key_column_usage AS k
    WHERE k.referenced_table_schema = DATABASE() AND FIND_IN_SET(k.referenced_table_name, @ptdb_tables)
        AND NOT (k.table_schema = DATABASE() AND FIND_IN_SET(k.table_name, @ptdb_tables))
) AS built;

SET @ptdb_refusal = LEFT(
    CASE
        WHEN DATABASE() IS NULL THEN 'no database is selected; name it to the client: --database=NAME'
        WHEN @ptdb_version NOT LIKE '1.%' THEN CONCAT(
            'the database "', DATABASE(), '" holds a store of version ', @ptdb_version, ', which is none of ptdb 1'
        )
        WHEN @ptdb_here IS NOT NULL AND @ptdb_version IS NULL AND NOT @ptdb_is_half THEN CONCAT(
            'the database "', DATABASE(), '" holds no store; these are of others: ', @ptdb_here
        )
        WHEN @ptdb_built IS NOT NULL THEN CONCAT('drop first what is built on ptdb: ', @ptdb_built)
    END,
    128
);
-- Ends here with the error @ptdb_refusal, when there is one; install.sql says how.
SET SESSION /*!50720 transaction_read_only */ /*M!100001 tx_read_only */
= IF(@ptdb_refusal IS NULL, @@SESSION./*!50720 transaction_read_only */ /*M!100001 tx_read_only */, TRUE);
SET SESSION sql_mode = IF(@ptdb_refusal IS NULL, '', 'NO_BACKSLASH_ESCAPES');
DELIMITER //
DO '\'; SIGNAL SQLSTATE "45000" SET MESSAGE_TEXT = @ptdb_refusal; -- '
//
DELIMITER ;

-- system_lkup, which says whose store it is, goes last: what breaks off can be run again.
SET @ptdb_foreign_key_checks = @@SESSION.foreign_key_checks;
SET SESSION foreign_key_checks = 0;
-- drops: begin
DROP PROCEDURE IF EXISTS actor_id_of;
DROP PROCEDURE IF EXISTS add_extract_dependency;
DROP PROCEDURE IF EXISTS add_process_contact;
DROP PROCEDURE IF EXISTS add_process_filter;
DROP PROCEDURE IF EXISTS add_source_contact;
DROP PROCEDURE IF EXISTS apply_extract_status;
DROP PROCEDURE IF EXISTS attribute_id_of;
DROP PROCEDURE IF EXISTS audit_table_of;
DROP PROCEDURE IF EXISTS begin_call;
DROP PROCEDURE IF EXISTS bulk_change_extract_status;
DROP PROCEDURE IF EXISTS change_extract_status;
DROP PROCEDURE IF EXISTS change_run_status;
DROP PROCEDURE IF EXISTS character_set_id_of;
DROP PROCEDURE IF EXISTS check_count;
DROP PROCEDURE IF EXISTS check_date_texts;
DROP PROCEDURE IF EXISTS check_dates;
DROP PROCEDURE IF EXISTS check_extracts;
DROP PROCEDURE IF EXISTS check_id;
DROP PROCEDURE IF EXISTS check_instant;
DROP PROCEDURE IF EXISTS check_parents;
DROP PROCEDURE IF EXISTS check_size;
DROP PROCEDURE IF EXISTS check_text;
DROP PROCEDURE IF EXISTS check_topic;
DROP PROCEDURE IF EXISTS check_topic_row;
DROP PROCEDURE IF EXISTS cluster_id_of;
DROP PROCEDURE IF EXISTS compare_step_models;
DROP PROCEDURE IF EXISTS complete_execution;
DROP PROCEDURE IF EXISTS complete_step;
DROP PROCEDURE IF EXISTS compression_type_id_of;
DROP PROCEDURE IF EXISTS contact_id_of;
DROP PROCEDURE IF EXISTS create_cluster_process;
DROP PROCEDURE IF EXISTS create_process_dependency;
DROP PROCEDURE IF EXISTS create_topic;
DROP PROCEDURE IF EXISTS data_type_id_of;
DROP PROCEDURE IF EXISTS delete_cluster_process;
DROP PROCEDURE IF EXISTS delete_process_dependency;
DROP PROCEDURE IF EXISTS delete_topic;
DROP PROCEDURE IF EXISTS dependency_type_id_of;
DROP PROCEDURE IF EXISTS end_call;
DROP PROCEDURE IF EXISTS extract_status_id_of;
DROP PROCEDURE IF EXISTS fail_stale;
DROP PROCEDURE IF EXISTS fail_stale_runs;
DROP PROCEDURE IF EXISTS filetype_id_of;
DROP PROCEDURE IF EXISTS filter_type_id_of;
DROP PROCEDURE IF EXISTS find_extracts_by_filename;
DROP PROCEDURE IF EXISTS find_extracts_by_location;
DROP PROCEDURE IF EXISTS find_extracts_by_process;
DROP PROCEDURE IF EXISTS find_process_by_schedule_frequency;
DROP PROCEDURE IF EXISTS find_process_contacts;
DROP PROCEDURE IF EXISTS find_process_filters;
DROP PROCEDURE IF EXISTS find_process_source_attributes;
DROP PROCEDURE IF EXISTS find_process_sources;
DROP PROCEDURE IF EXISTS find_process_target_attributes;
DROP PROCEDURE IF EXISTS find_process_targets;
DROP PROCEDURE IF EXISTS get_execution_completion_timestamp;
DROP PROCEDURE IF EXISTS get_execution_step;
DROP PROCEDURE IF EXISTS get_extract;
DROP PROCEDURE IF EXISTS get_last_successful_execution;
DROP PROCEDURE IF EXISTS get_process_run;
DROP PROCEDURE IF EXISTS get_process_watermark;
DROP PROCEDURE IF EXISTS get_version;
DROP PROCEDURE IF EXISTS init_execution;
DROP PROCEDURE IF EXISTS init_step;
DROP PROCEDURE IF EXISTS known_extract_status_id;
DROP PROCEDURE IF EXISTS knows_read_sources;
DROP PROCEDURE IF EXISTS knows_written_sources;
DROP PROCEDURE IF EXISTS link_dataset_types;
DROP PROCEDURE IF EXISTS link_read_sources;
DROP PROCEDURE IF EXISTS link_sources;
DROP PROCEDURE IF EXISTS link_written_sources;
DROP PROCEDURE IF EXISTS location_id_of;
DROP PROCEDURE IF EXISTS location_path_of;
DROP PROCEDURE IF EXISTS lock_dependencies;
DROP PROCEDURE IF EXISTS lock_execution;
DROP PROCEDURE IF EXISTS lock_extract;
DROP PROCEDURE IF EXISTS lock_run;
DROP PROCEDURE IF EXISTS merge_file_details;
DROP PROCEDURE IF EXISTS parse_files;
DROP PROCEDURE IF EXISTS parse_ids;
DROP PROCEDURE IF EXISTS parse_json;
DROP PROCEDURE IF EXISTS parse_names;
DROP PROCEDURE IF EXISTS parse_sources;
DROP PROCEDURE IF EXISTS parse_uuid;
DROP PROCEDURE IF EXISTS process_id_of;
DROP PROCEDURE IF EXISTS process_key;
DROP PROCEDURE IF EXISTS process_status_id_of;
DROP PROCEDURE IF EXISTS process_type_id_of;
DROP PROCEDURE IF EXISTS raise_error;
DROP PROCEDURE IF EXISTS raise_run_error;
DROP PROCEDURE IF EXISTS record_heartbeat;
DROP PROCEDURE IF EXISTS register_extract;
DROP PROCEDURE IF EXISTS register_extracts;
DROP PROCEDURE IF EXISTS register_files;
DROP PROCEDURE IF EXISTS register_sources;
DROP PROCEDURE IF EXISTS release_process;
DROP PROCEDURE IF EXISTS remove_process_contact;
DROP PROCEDURE IF EXISTS remove_process_filter;
DROP PROCEDURE IF EXISTS remove_source_contact;
DROP PROCEDURE IF EXISTS schedule_frequency_id_of;
DROP PROCEDURE IF EXISTS set_extract_low_high_dates;
DROP PROCEDURE IF EXISTS set_extract_record_count;
DROP PROCEDURE IF EXISTS set_process;
DROP PROCEDURE IF EXISTS set_process_run_low_high_dates;
DROP PROCEDURE IF EXISTS set_process_run_record_count;
DROP PROCEDURE IF EXISTS set_run_status;
DROP PROCEDURE IF EXISTS set_source;
DROP PROCEDURE IF EXISTS set_source_object_attribute;
DROP PROCEDURE IF EXISTS set_system_setting;
DROP PROCEDURE IF EXISTS source_id_of;
DROP PROCEDURE IF EXISTS sources_json;
DROP PROCEDURE IF EXISTS start_process_run;
DROP PROCEDURE IF EXISTS status_name;
DROP PROCEDURE IF EXISTS system_integer;
DROP PROCEDURE IF EXISTS tool_id_of;
DROP PROCEDURE IF EXISTS undo_call;
DROP PROCEDURE IF EXISTS update_topic;
DROP VIEW IF EXISTS v_error;
DROP VIEW IF EXISTS v_extract;
DROP VIEW IF EXISTS v_lineage;
DROP VIEW IF EXISTS v_process;
DROP VIEW IF EXISTS v_process_dependency;
DROP VIEW IF EXISTS v_process_run;
DROP TABLE IF EXISTS actor_lkup;
DROP TABLE IF EXISTS character_set_lkup;
DROP TABLE IF EXISTS cluster_process;
DROP TABLE IF EXISTS cluster_tracking_lkup;
DROP TABLE IF EXISTS contact_lkup;
DROP TABLE IF EXISTS data_type_lkup;
DROP TABLE IF EXISTS dataset_type_lkup;
DROP TABLE IF EXISTS dependency_type_lkup;
DROP TABLE IF EXISTS error_tracking;
DROP TABLE IF EXISTS error_type_lkup;
DROP TABLE IF EXISTS execution;
DROP TABLE IF EXISTS execution_step;
DROP TABLE IF EXISTS execution_step_model;
DROP TABLE IF EXISTS extract_compression_type_lkup;
DROP TABLE IF EXISTS extract_dataset_type;
DROP TABLE IF EXISTS extract_dependency;
DROP TABLE IF EXISTS extract_filetype_lkup;
DROP TABLE IF EXISTS extract_process_tracking;
DROP TABLE IF EXISTS extract_source;
DROP TABLE IF EXISTS extract_source_object;
DROP TABLE IF EXISTS extract_status_lkup;
DROP TABLE IF EXISTS extract_tracking;
DROP TABLE IF EXISTS filesize_type_lkup;
DROP TABLE IF EXISTS filter_type_lkup;
DROP TABLE IF EXISTS location_lkup;
DROP TABLE IF EXISTS location_type_lkup;
DROP TABLE IF EXISTS process;
DROP TABLE IF EXISTS process_contact;
DROP TABLE IF EXISTS process_dataset_type;
DROP TABLE IF EXISTS process_dependency;
DROP TABLE IF EXISTS process_filter;
DROP TABLE IF EXISTS process_source;
DROP TABLE IF EXISTS process_source_object;
DROP TABLE IF EXISTS process_source_object_attribute;
DROP TABLE IF EXISTS process_status_lkup;
DROP TABLE IF EXISTS process_target;
DROP TABLE IF EXISTS process_target_object;
DROP TABLE IF EXISTS process_target_object_attribute;
DROP TABLE IF EXISTS process_tracking;
DROP TABLE IF EXISTS process_type_lkup;
DROP TABLE IF EXISTS schedule_frequency_lkup;
DROP TABLE IF EXISTS source_contact;
DROP TABLE IF EXISTS source_dataset_type;
DROP TABLE IF EXISTS source_lkup;
DROP TABLE IF EXISTS source_location;
DROP TABLE IF EXISTS source_object_attribute_lkup;
DROP TABLE IF EXISTS source_object_dataset_type;
DROP TABLE IF EXISTS source_object_lkup;
DROP TABLE IF EXISTS source_object_location;
DROP TABLE IF EXISTS source_type_lkup;
DROP TABLE IF EXISTS tool_lkup;
DROP TABLE IF EXISTS system_lkup;
-- drops: end
SET SESSION foreign_key_checks = @ptdb_foreign_key_checks;

-- A client that goes on behind an error gets here too.
source sql/mysql/look.sql
SET @ptdb_refusal = LEFT(CONCAT('these could not be dropped; the errors above say why: ', @ptdb_here), 128);
SET SESSION sql_mode = IF(@ptdb_refusal IS NULL, '', 'NO_BACKSLASH_ESCAPES');
DELIMITER //
DO '\'; SIGNAL SQLSTATE "45000" SET MESSAGE_TEXT = @ptdb_refusal; -- '
//
DELIMITER ;
SET SESSION sql_mode = @ptdb_sql_mode;
