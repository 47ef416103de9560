-- Upgrades a ProcessTracker 0.9.0 store to ptdb 1.0.0, in place: the database and every key stay.
--
--   mysql --comments --commands --database=DATABASE --init-command="SET @zone = 'Europe/Berlin'" \
--       < sql/mysql/upgrade/0.9.0--1.0.0.sql
--   mariadb --comments --abort-source-on-error --database=DATABASE --init-command="SET @zone = 'Europe/Berlin'" \
--       < sql/mysql/upgrade/0.9.0--1.0.0.sql
--   ... SET @drop_old = 'true'  drops the old tables at the end; else they stay, under the names old_0_9_0_...
--   ... SET @dry_run = 'true'   says what an upgrade would do, and ends with the error PT000 instead
--
-- Several go into one --init-command: "SET @zone = 'Europe/Berlin', @dry_run = 'true'". Run it in the folder that holds
-- sql/; install.sql says what the other options are for. `processtracker upgrade` runs it too, and
-- `processtracker sql --dialect mysql --upgrade-from 0.9.0` prints it as one file.
--
-- `zone` is the time zone of the machines that ran ProcessTracker: the old store keeps their local time without saying
-- so. It is a name, if the server's time-zone tables are filled (mysql_tzinfo_to_sql), or an offset such as +01:00.
-- Columns of the type TIMESTAMP stay the instants that they are.
--
-- Needs GRANT ALL on the database; no SUPER and no global setting. Take a backup and stop the processes first: old
-- clients cannot use the new store. Rights on the new store are to be granted anew.
--
-- These servers take no table back, so it goes in steps. Whatever it could refuse it refuses before the first one. Then
-- all old tables are renamed in one statement, to old_0_9_0_...; the new ones are made, and filled and counted in one
-- transaction; the views and routines follow; and the version in system_lkup, which until then says 0.9.0, goes last.
-- Broken off anywhere, it is run again and goes on. To go back before it is done instead: drop the tables whose
-- names also exist with old_0_9_0_, and execution..., and rename those back. Its helpers are called upgrade_...
-- Views of yours go by names, and read the new tables afterwards; foreign keys of yours follow the old ones.
--
-- What becomes of the rows:
-- - Keys stay. Runs are numbered anew for each process, by start and then key, and only the last one is the latest.
--   A process's total is the sum over its runs.
-- - Dates before 1901 mean "never" and become NULL; where a date is required, it is the row's creation, or now. Local
--   times of an hour that comes twice count as standard time; those that a change of the clock skips become its moment.
--   The servers know zones from 1970 to 2037 only: dates before and after count as the zone's time at either end.
-- - Locations lose the trailing slash of their path. Those that are one then are folded into the lowest key, and so are
--   process types of one name. `s3` and `local filesystem` are called `S3` and `Local Filesystem` now.
-- - Extracts of one location and file name are folded into the lowest key: with the status, counts, size and types of
--   the one that changed last, of those that have any, the widest dates, and the latest tie to each run. What would
--   then depend on itself does not.
-- - Filters of one process, attribute and type are folded into the lowest key, with the values of the last change.
-- - Negative counts become 0, NULL counts of runs too. A range whose low date is after its high date is turned round.
-- - Two file types of one code: the later ones get their key behind the code.
-- - Preloaded rows of 1.0.0 take the keys of the old rows of their names or codes; those that were missing get free
--   ones. An old row of a preloaded name but another code gets the preloaded code, and the report says so.
-- - created_by is 0 for preloaded rows, else the actor of the database login that upgrades; it was 0 throughout.
-- It refuses, with a list, what no rule could settle: rows that lack what each must have, such as runs without a
-- process; rows whose keys are nowhere; two rows for one preloaded row; names that differ by nothing but blanks at their
-- end; dependencies that close a circle, as the new store keeps none. Mend those first.

SET NAMES utf8mb4 COLLATE utf8mb4_bin;
SET SESSION sql_mode = '';
-- Another session's changes between two statements are seen, and TIMESTAMP columns are read as UTC.
SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;
SET SESSION time_zone = '+00:00';
-- processtracker puts its values in here.
SET @zone = COALESCE(@zone, '');
SET @drop_old = COALESCE(@drop_old, 'false');
SET @dry_run = COALESCE(@dry_run, 'false');

-- 1. Is this a store that can be upgraded, by whom, and how far did an earlier upgrade come?
source sql/mysql/look.sql
source sql/mysql/prepare.sql
-- Again, as the lock may have had to wait for another upgrade.
SET @upgrade_hindrance = IF(@ptdb_refusal LIKE 'a % of version %', NULL, @ptdb_refusal);
source sql/mysql/look.sql
SET @upgrade_wants_drop = CASE
    WHEN LOWER(TRIM(@drop_old)) IN ('true', 't', 'yes', 'y', 'on', '1') THEN 1
    WHEN LOWER(TRIM(@drop_old)) IN ('false', 'f', 'no', 'n', 'off', '0') THEN 0
END;
SET @upgrade_is_dry_run = CASE
    WHEN LOWER(TRIM(@dry_run)) IN ('true', 't', 'yes', 'y', 'on', '1') THEN 1
    WHEN LOWER(TRIM(@dry_run)) IN ('false', 'f', 'no', 'n', 'off', '0') THEN 0
END;
-- Whether the old tables bear their own names, and whether there are any that an upgrade has put away.
SELECT
    EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'process_tracking')
    AND NOT EXISTS (
        SELECT 1
        FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'process_tracking'
            AND column_name = 'process_run_heartbeat_date_time'
    ),
    EXISTS (
        SELECT 1
        FROM information_schema.tables
        WHERE table_schema = DATABASE() AND table_name LIKE 'old\_0\_9\_0\_%'
    ),
    EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'upgrade_report')
INTO @upgrade_is_fresh, @upgrade_has_old, @upgrade_is_filled;
-- The report is written together with the new tables.
SET @ptdb_query = IF(
    @upgrade_is_filled AND NOT @upgrade_is_fresh, 'SELECT COUNT(*) > 0 INTO @upgrade_is_filled FROM upgrade_report',
    'SET @upgrade_is_filled = 0'
);
PREPARE ptdb_query FROM @ptdb_query;
EXECUTE ptdb_query;
DEALLOCATE PREPARE ptdb_query;
SELECT GROUP_CONCAT(table_name ORDER BY table_name SEPARATOR ', ') INTO @upgrade_in_the_way
FROM information_schema.tables
WHERE table_schema = DATABASE()
    AND table_comment NOT IN (
        'Made by the upgrade to ptdb 1.0.0, which drops it.',
        'Settings of the whole store, the same for every tool that calls it.'
    )
    AND table_name IN (
        'upgrade_table',
        'upgrade_reference',
        'upgrade_preloaded',
        'upgrade_code',
        'upgrade_location_type',
        'upgrade_process_type',
        'upgrade_location',
        'upgrade_extract',
        'upgrade_dependency',
        'upgrade_node',
        'upgrade_path',
        'upgrade_finding',
        'upgrade_report',
        'upgrade_system_lkup'
    );
-- What others have built on the old tables would have to go with them.
SELECT GROUP_CONCAT(DISTINCT k.table_schema, '.', k.table_name ORDER BY k.table_schema, k.table_name SEPARATOR ', ')
INTO @upgrade_built
FROM information_schema.key_column_usage AS k
WHERE k.referenced_table_schema = DATABASE()
    AND FIND_IN_SET(REPLACE(k.referenced_table_name, 'old_0_9_0_', ''), @ptdb_tables)
    AND NOT (
        k.table_schema = DATABASE() AND FIND_IN_SET(REPLACE(k.table_name, 'old_0_9_0_', ''), @ptdb_tables)
    );
SET @upgrade_code = '45000';
SET @ptdb_refusal = LEFT(
    CASE
        WHEN DATABASE() IS NULL THEN @upgrade_hindrance
        WHEN NOT @ptdb_is_store AND @upgrade_has_old
            THEN 'system_lkup is missing beside the old_0_9_0_ tables of an upgrade that was broken off; restore the backup'
        WHEN NOT @ptdb_is_store THEN CONCAT(
            'there is no ProcessTracker store; select the database that has it: "', DATABASE(), '"'
        )
        WHEN @ptdb_version = '1.0.0' AND NOT @upgrade_is_filled THEN CONCAT(
            'a store of version 1.0.0 already, nothing was changed: database "', DATABASE(), '"'
        )
        WHEN NOT @ptdb_version <=> '0.9.0' AND NOT @upgrade_is_filled THEN CONCAT(
            'a store of version ', COALESCE(@ptdb_version, 'unknown'), ', and this upgrades 0.9.0 only; nothing was changed: database "', DATABASE(), '"'
        )
        WHEN @upgrade_hindrance IS NOT NULL THEN @upgrade_hindrance
        WHEN @ptdb_lacking IS NOT NULL THEN CONCAT(
            'you lack rights on the database "', DATABASE(), '"; let its owner GRANT you: ', @ptdb_lacking
        )
        WHEN @upgrade_wants_drop IS NULL THEN CONCAT('@drop_old is true or false, and not "', @drop_old, '"')
        WHEN @upgrade_is_dry_run IS NULL THEN CONCAT('@dry_run is true or false, and not "', @dry_run, '"')
        WHEN @upgrade_is_fresh AND @upgrade_has_old
            THEN 'old_0_9_0_ tables are here beside those that they would become; rename or drop them first'
        WHEN @upgrade_in_the_way IS NOT NULL
            THEN CONCAT('the upgrade makes tables of these names, which are yours; rename them first: ', @upgrade_in_the_way)
        WHEN @upgrade_wants_drop AND @upgrade_built IS NOT NULL
            THEN CONCAT('these refer to the old tables, which so cannot be dropped: ', @upgrade_built)
    END,
    128
);
-- install.sql says how this ends here.
SET SESSION sql_mode = IF(@ptdb_refusal IS NULL, '', 'NO_BACKSLASH_ESCAPES');
DELIMITER //
DO '\'; SIGNAL SQLSTATE "45000" SET MESSAGE_TEXT = @ptdb_refusal; -- '
//
DELIMITER ;

SET @ptdb_refusal = LEFT(
    CASE
        WHEN @upgrade_is_filled THEN NULL
        WHEN @zone = ''
            THEN 'PT011: the time zone of the machines that ran ProcessTracker is missing: SET @zone, or --zone, such as Europe/Berlin'
        WHEN LOWER(@zone) = 'system' OR CONVERT_TZ('2024-07-01 12:00:00', @zone, '+00:00') IS NULL
            THEN CONCAT('PT011: no time zone "', LEFT(@zone, 32), '" here; load the server''s zones, or give an offset: +01:00')
    END,
    128
);
SET SESSION sql_mode = IF(@ptdb_refusal IS NULL, '', 'NO_BACKSLASH_ESCAPES');
DELIMITER //
DO '\'; SIGNAL SQLSTATE "PT011" SET MYSQL_ERRNO = 51011, MESSAGE_TEXT = @ptdb_refusal; -- '
//
DELIMITER ;

-- Where the old tables are; NULL behind the filling, when they are read no more.
SET @upgrade_prefix = CASE WHEN @upgrade_is_filled THEN NULL WHEN @upgrade_has_old THEN 'old_0_9_0_' ELSE '' END;
-- What a local time is ahead of UTC, in seconds, at either end of what the servers know of zones.
SET @upgrade_first_offset = TIMESTAMPDIFF(
    SECOND, CONVERT_TZ('1970-01-02 00:00:00', @zone, '+00:00'), '1970-01-02 00:00:00'
);
SET @upgrade_last_offset = TIMESTAMPDIFF(
    SECOND, CONVERT_TZ('2037-12-31 00:00:00', @zone, '+00:00'), '2037-12-31 00:00:00'
);
SET SESSION group_concat_max_len = 1073741824;
SET SESSION sql_mode = CONCAT(
    'STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
    ',NO_AUTO_VALUE_ON_ZERO' /*!80000 , ',ONLY_FULL_GROUP_BY' */
);

-- 2. The upgrade's own tables and procedures. Keys and counts of each old table, and the report, outlast a break.
CREATE TABLE IF NOT EXISTS upgrade_table (
    table_name VARCHAR(64) NOT NULL PRIMARY KEY,
    column_names TEXT NOT NULL,
    unique_names VARCHAR(250),
    old_count BIGINT,
    new_count BIGINT,
    next_id BIGINT
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Made by the upgrade to ptdb 1.0.0, which drops it.';
CREATE TABLE IF NOT EXISTS upgrade_reference (
    table_name VARCHAR(64) NOT NULL,
    column_name VARCHAR(64) NOT NULL,
    parent_name VARCHAR(64) NOT NULL,
    PRIMARY KEY (table_name, column_name)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Made by the upgrade to ptdb 1.0.0, which drops it.';
CREATE TABLE IF NOT EXISTS upgrade_preloaded (
    table_name VARCHAR(64) NOT NULL,
    row_name VARCHAR(75) NOT NULL,
    row_code VARCHAR(25),
    PRIMARY KEY (table_name, row_name)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Made by the upgrade to ptdb 1.0.0, which drops it.';
CREATE TABLE IF NOT EXISTS upgrade_code (
    table_name VARCHAR(64) NOT NULL,
    row_id INT NOT NULL,
    row_name VARCHAR(75) NOT NULL,
    old_code VARCHAR(25) NOT NULL,
    new_code VARCHAR(25) NOT NULL,
    is_ours BOOLEAN NOT NULL,
    PRIMARY KEY (table_name, row_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Made by the upgrade to ptdb 1.0.0, which drops it.';
CREATE TABLE IF NOT EXISTS upgrade_location_type (
    location_type_id INT NOT NULL PRIMARY KEY,
    kept_id INT NOT NULL,
    location_type_name VARCHAR(25) NOT NULL
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Made by the upgrade to ptdb 1.0.0, which drops it.';
CREATE TABLE IF NOT EXISTS upgrade_process_type (process_type_id INT NOT NULL PRIMARY KEY, kept_id INT NOT NULL)
ENGINE = InnoDB
COMMENT = 'Made by the upgrade to ptdb 1.0.0, which drops it.';
CREATE TABLE IF NOT EXISTS upgrade_location (
    location_id INT NOT NULL PRIMARY KEY,
    kept_id INT NOT NULL,
    location_path VARCHAR(750) NOT NULL
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Made by the upgrade to ptdb 1.0.0, which drops it.';
-- age: 1 for the one of a folded extract that changed last.
CREATE TABLE IF NOT EXISTS upgrade_extract (
    extract_id BIGINT NOT NULL PRIMARY KEY,
    kept_id BIGINT NOT NULL,
    location_id INT NOT NULL,
    age INT NOT NULL,
    INDEX (kept_id, age)
)
ENGINE = InnoDB
COMMENT = 'Made by the upgrade to ptdb 1.0.0, which drops it.';
CREATE TABLE IF NOT EXISTS upgrade_dependency (
    parent_id BIGINT NOT NULL,
    child_id BIGINT NOT NULL,
    PRIMARY KEY (parent_id, child_id),
    INDEX (child_id)
)
ENGINE = InnoDB
COMMENT = 'Made by the upgrade to ptdb 1.0.0, which drops it.';
-- wait_count: the parents that are not done; level: in which round it is, when none is left.
CREATE TABLE IF NOT EXISTS upgrade_node (
    node_id BIGINT NOT NULL PRIMARY KEY,
    wait_count INT NOT NULL,
    level INT,
    INDEX (level)
)
ENGINE = InnoDB
COMMENT = 'Made by the upgrade to ptdb 1.0.0, which drops it.';
CREATE TABLE IF NOT EXISTS upgrade_path (place INT NOT NULL PRIMARY KEY, node_id BIGINT NOT NULL, INDEX (node_id))
ENGINE = InnoDB
COMMENT = 'Made by the upgrade to ptdb 1.0.0, which drops it.';
-- kind: which sentence the finding belongs under.
CREATE TABLE IF NOT EXISTS upgrade_finding (
    finding_id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind INT NOT NULL,
    finding LONGTEXT NOT NULL
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Made by the upgrade to ptdb 1.0.0, which drops it.';
CREATE TABLE IF NOT EXISTS upgrade_report (
    place INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    line LONGTEXT NOT NULL
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Made by the upgrade to ptdb 1.0.0, which drops it.';
DELETE FROM upgrade_finding;

INSERT INTO upgrade_table (table_name, column_names, unique_names)
VALUES
('actor_lkup', 'actor_id,actor_name', 'actor_name'),
('character_set_lkup', 'character_set_id,character_set_name', 'character_set_name'),
('cluster_process', 'cluster_id,process_id', NULL),
(
    'cluster_tracking_lkup',
    CONCAT(
        'cluster_id,cluster_name,cluster_max_memory,cluster_max_memory_unit,cluster_max_processing,',
        'cluster_max_processing_unit,cluster_current_memory_usage,cluster_current_process_usage'
    ),
    'cluster_name'
),
('contact_lkup', 'contact_id,contact_name,contact_email', 'contact_name'),
('data_type_lkup', 'data_type_id,data_type', 'data_type'),
('dataset_type_lkup', 'dataset_type_id,dataset_type', 'dataset_type'),
('dependency_type_lkup', 'dependency_type_id,dependency_type_name', 'dependency_type_name'),
(
    'error_tracking',
    CONCAT(
        'error_tracking_id,error_type_id,error_description,error_occurrence_date_time,process_tracking_id'
    ),
    NULL
),
('error_type_lkup', 'error_type_id,error_type_name', 'error_type_name'),
('extract_compression_type_lkup', 'extract_compression_type_id,extract_compression_type', 'extract_compression_type'),
('extract_dataset_type', 'extract_id,dataset_type_id', NULL),
('extract_dependency', 'parent_extract_id,child_extract_id,dependency_type_id', NULL),
(
    'extract_filetype_lkup',
    CONCAT(
        'extract_filetype_id,extract_filetype_code,extract_filetype,delimiter_char,quote_char,escape_char'
    ),
    'extract_filetype'
),
(
    'extract_process_tracking',
    CONCAT(
        'extract_tracking_id,process_tracking_id,extract_process_status_id,extract_process_event_date_time'
    ),
    NULL
),
('extract_source', 'extract_id,source_id', NULL),
('extract_source_object', 'extract_id,source_object_id', NULL),
('extract_status_lkup', 'extract_status_id,extract_status_name', 'extract_status_name'),
(
    'extract_tracking',
    CONCAT(
        'extract_id,extract_filename,extract_location_id,extract_status_id,extract_registration_date_time,',
        'extract_write_low_date_time,extract_write_high_date_time,extract_write_record_count,',
        'extract_load_low_date_time,extract_load_high_date_time,extract_load_record_count,',
        'extract_compression_type_id,extract_filetype_id,extract_filesize,extract_filesize_type_id'
    ),
    NULL
),
('filesize_type_lkup', 'filesize_type_id,filesize_type_name,filesize_type_code', 'filesize_type_name'),
('filter_type_lkup', 'filter_type_id,filter_type_code,filter_type_name', 'filter_type_name'),
(
    'location_lkup',
    CONCAT(
        'location_id,location_name,location_path,location_type_id,location_file_count,location_bucket_name'
    ),
    'location_name'
),
('location_type_lkup', 'location_type_id,location_type_name', NULL),
(
    'process',
    CONCAT(
        'process_id,process_name,total_record_count,process_type_id,process_tool_id,',
        'last_failed_run_date_time,last_completed_run_date_time,last_errored_run_date_time,',
        'schedule_frequency_id'
    ),
    'process_name'
),
('process_contact', 'process_id,contact_id', NULL),
('process_dataset_type', 'process_id,dataset_type_id', NULL),
('process_dependency', 'parent_process_id,child_process_id,dependency_type_id', NULL),
(
    'process_filter',
    CONCAT(
        'process_filter_id,process_id,source_object_attribute_id,filter_type_id,filter_value_string,',
        'filter_value_numeric'
    ),
    NULL
),
('process_source', 'source_id,process_id', NULL),
('process_source_object', 'process_id,source_object_id', NULL),
(
    'process_source_object_attribute',
    CONCAT(
        'process_id,source_object_attribute_id,source_object_attribute_alias,',
        'source_object_attribute_expression'
    ),
    NULL
),
('process_status_lkup', 'process_status_id,process_status_name', 'process_status_name'),
('process_target', 'target_source_id,process_id', NULL),
('process_target_object', 'process_id,target_object_id', NULL),
(
    'process_target_object_attribute',
    CONCAT(
        'process_id,target_object_attribute_id,target_object_attribute_alias,',
        'target_object_attribute_expression'
    ),
    NULL
),
(
    'process_tracking',
    CONCAT(
        'process_tracking_id,process_id,process_status_id,process_run_id,process_run_low_date_time,',
        'process_run_high_date_time,process_run_start_date_time,process_run_end_date_time,',
        'process_run_record_count,process_run_insert_count,process_run_update_count,process_run_actor_id,',
        'is_latest_run,process_run_name'
    ),
    'process_run_name'
),
('process_type_lkup', 'process_type_id,process_type_name', NULL),
('schedule_frequency_lkup', 'schedule_frequency_id,schedule_frequency_name', 'schedule_frequency_name'),
('source_contact', 'source_id,contact_id', NULL),
('source_dataset_type', 'source_id,dataset_type_id', NULL),
('source_lkup', 'source_id,source_name,character_set_id,source_type_id', 'source_name'),
('source_location', 'source_id,location_id', NULL),
(
    'source_object_attribute_lkup',
    CONCAT(
        'source_object_attribute_id,source_object_attribute_name,source_object_id,attribute_path,',
        'data_type_id,data_length,data_decimal,is_pii,default_value_string,default_value_number,is_key,',
        'is_filter,is_partition'
    ),
    'source_object_id,source_object_attribute_name'
),
('source_object_dataset_type', 'source_object_id,dataset_type_id', NULL),
(
    'source_object_lkup',
    CONCAT(
        'source_object_id,source_id,source_object_name,character_set_id'
    ),
    'source_id,source_object_name'
),
('source_object_location', 'source_object_id,location_id', NULL),
('source_type_lkup', 'source_type_id,source_type_name', 'source_type_name'),
('system_lkup', 'system_id,system_key,system_value', 'system_key'),
('tool_lkup', 'tool_id,tool_name', 'tool_name')
ON DUPLICATE KEY UPDATE column_names = VALUES(column_names), unique_names = VALUES(unique_names);
INSERT INTO upgrade_reference (table_name, column_name, parent_name)
VALUES
('cluster_process', 'cluster_id', 'cluster_tracking_lkup'),
('cluster_process', 'process_id', 'process'),
('error_tracking', 'error_type_id', 'error_type_lkup'),
('error_tracking', 'process_tracking_id', 'process_tracking'),
('extract_dataset_type', 'dataset_type_id', 'dataset_type_lkup'),
('extract_dataset_type', 'extract_id', 'extract_tracking'),
('extract_dependency', 'child_extract_id', 'extract_tracking'),
('extract_dependency', 'dependency_type_id', 'dependency_type_lkup'),
('extract_dependency', 'parent_extract_id', 'extract_tracking'),
('extract_process_tracking', 'extract_process_status_id', 'extract_status_lkup'),
('extract_process_tracking', 'extract_tracking_id', 'extract_tracking'),
('extract_process_tracking', 'process_tracking_id', 'process_tracking'),
('extract_source', 'extract_id', 'extract_tracking'),
('extract_source', 'source_id', 'source_lkup'),
('extract_source_object', 'extract_id', 'extract_tracking'),
('extract_source_object', 'source_object_id', 'source_object_lkup'),
('extract_tracking', 'extract_compression_type_id', 'extract_compression_type_lkup'),
('extract_tracking', 'extract_filesize_type_id', 'filesize_type_lkup'),
('extract_tracking', 'extract_filetype_id', 'extract_filetype_lkup'),
('extract_tracking', 'extract_location_id', 'location_lkup'),
('extract_tracking', 'extract_status_id', 'extract_status_lkup'),
('location_lkup', 'location_type_id', 'location_type_lkup'),
('process', 'process_tool_id', 'tool_lkup'),
('process', 'process_type_id', 'process_type_lkup'),
('process', 'schedule_frequency_id', 'schedule_frequency_lkup'),
('process_contact', 'contact_id', 'contact_lkup'),
('process_contact', 'process_id', 'process'),
('process_dataset_type', 'dataset_type_id', 'dataset_type_lkup'),
('process_dataset_type', 'process_id', 'process'),
('process_dependency', 'child_process_id', 'process'),
('process_dependency', 'dependency_type_id', 'dependency_type_lkup'),
('process_dependency', 'parent_process_id', 'process'),
('process_filter', 'filter_type_id', 'filter_type_lkup'),
('process_filter', 'process_id', 'process'),
('process_filter', 'source_object_attribute_id', 'source_object_attribute_lkup'),
('process_source', 'process_id', 'process'),
('process_source', 'source_id', 'source_lkup'),
('process_source_object', 'process_id', 'process'),
('process_source_object', 'source_object_id', 'source_object_lkup'),
('process_source_object_attribute', 'process_id', 'process'),
('process_source_object_attribute', 'source_object_attribute_id', 'source_object_attribute_lkup'),
('process_target', 'process_id', 'process'),
('process_target', 'target_source_id', 'source_lkup'),
('process_target_object', 'process_id', 'process'),
('process_target_object', 'target_object_id', 'source_object_lkup'),
('process_target_object_attribute', 'process_id', 'process'),
('process_target_object_attribute', 'target_object_attribute_id', 'source_object_attribute_lkup'),
('process_tracking', 'process_id', 'process'),
('process_tracking', 'process_run_actor_id', 'actor_lkup'),
('process_tracking', 'process_status_id', 'process_status_lkup'),
('source_contact', 'contact_id', 'contact_lkup'),
('source_contact', 'source_id', 'source_lkup'),
('source_dataset_type', 'dataset_type_id', 'dataset_type_lkup'),
('source_dataset_type', 'source_id', 'source_lkup'),
('source_lkup', 'character_set_id', 'character_set_lkup'),
('source_lkup', 'source_type_id', 'source_type_lkup'),
('source_location', 'location_id', 'location_lkup'),
('source_location', 'source_id', 'source_lkup'),
('source_object_attribute_lkup', 'data_type_id', 'data_type_lkup'),
('source_object_attribute_lkup', 'source_object_id', 'source_object_lkup'),
('source_object_dataset_type', 'dataset_type_id', 'dataset_type_lkup'),
('source_object_dataset_type', 'source_object_id', 'source_object_lkup'),
('source_object_lkup', 'character_set_id', 'character_set_lkup'),
('source_object_lkup', 'source_id', 'source_lkup'),
('source_object_location', 'location_id', 'location_lkup'),
('source_object_location', 'source_object_id', 'source_object_lkup')
ON DUPLICATE KEY UPDATE parent_name = VALUES(parent_name);

-- The names of the rows of defaults.sql, and their codes.
INSERT INTO upgrade_preloaded (table_name, row_name, row_code)
VALUES
('system_lkup', 'version', NULL),
('system_lkup', 'max_concurrent_failures', NULL),
('schedule_frequency_lkup', 'unscheduled', NULL),
('schedule_frequency_lkup', 'hourly', NULL),
('schedule_frequency_lkup', 'daily', NULL),
('schedule_frequency_lkup', 'weekly', NULL),
('schedule_frequency_lkup', 'monthly', NULL),
('schedule_frequency_lkup', 'quarterly', NULL),
('schedule_frequency_lkup', 'annually', NULL),
('location_type_lkup', 'S3', NULL),
('location_type_lkup', 'Local Filesystem', NULL),
('source_type_lkup', 'Undefined', NULL),
('source_type_lkup', 'Database', NULL),
('source_type_lkup', 'Internal', NULL),
('source_type_lkup', 'External', NULL),
('filter_type_lkup', 'equal to', 'eq'),
('filter_type_lkup', 'less than', 'lt'),
('filter_type_lkup', 'greater than', 'gt'),
('filter_type_lkup', 'less than or equal to', 'lte'),
('filter_type_lkup', 'greater than or equal to', 'gte'),
('filter_type_lkup', 'not equal', 'not'),
('filter_type_lkup', 'like', 'lke'),
('filter_type_lkup', 'in set', 'in'),
('process_type_lkup', 'Extract', NULL),
('process_type_lkup', 'Load', NULL),
('process_status_lkup', 'running', NULL),
('process_status_lkup', 'completed', NULL),
('process_status_lkup', 'failed', NULL),
('process_status_lkup', 'on hold', NULL),
('dependency_type_lkup', 'Undefined', NULL),
('dependency_type_lkup', 'Hard', NULL),
('dependency_type_lkup', 'Soft', NULL),
('extract_status_lkup', 'initializing', NULL),
('extract_status_lkup', 'ready', NULL),
('extract_status_lkup', 'loading', NULL),
('extract_status_lkup', 'loaded', NULL),
('extract_status_lkup', 'archived', NULL),
('extract_status_lkup', 'deleted', NULL),
('extract_status_lkup', 'error', NULL),
('extract_compression_type_lkup', 'zip', NULL),
('extract_filetype_lkup', 'Comma Separated Values', 'csv'),
('filesize_type_lkup', 'kilobytes', 'KB'),
('filesize_type_lkup', 'megabytes', 'MB'),
('filesize_type_lkup', 'gigabytes', 'GB'),
('filesize_type_lkup', 'bytes', 'B'),
('error_type_lkup', 'File Error', NULL),
('error_type_lkup', 'Data Error', NULL),
('error_type_lkup', 'Process Error', NULL)
ON DUPLICATE KEY UPDATE row_code = VALUES(row_code);

-- Drops what the upgrade has made for itself.
DROP PROCEDURE IF EXISTS upgrade_clear;
DELIMITER //
CREATE PROCEDURE upgrade_clear()
BEGIN
    SELECT CONCAT('DROP VIEW IF EXISTS ', GROUP_CONCAT('`', table_name, '`')) INTO @ptdb_query
    FROM information_schema.views
    WHERE table_schema = DATABASE() AND table_name LIKE 'upgrade\_old\_%'
        AND FIND_IN_SET(SUBSTRING(table_name, 13), @ptdb_tables);
    IF @ptdb_query IS NOT NULL THEN
        PREPARE ptdb_query FROM @ptdb_query;
        EXECUTE ptdb_query;
        DEALLOCATE PREPARE ptdb_query;
    END IF;
    DROP TABLE IF EXISTS upgrade_reference;
    DROP TABLE IF EXISTS upgrade_preloaded;
    DROP TABLE IF EXISTS upgrade_code;
    DROP TABLE IF EXISTS upgrade_location_type;
    DROP TABLE IF EXISTS upgrade_process_type;
    DROP TABLE IF EXISTS upgrade_location;
    DROP TABLE IF EXISTS upgrade_extract;
    DROP TABLE IF EXISTS upgrade_dependency;
    DROP TABLE IF EXISTS upgrade_node;
    DROP TABLE IF EXISTS upgrade_path;
    DROP TABLE IF EXISTS upgrade_finding;
    DROP TABLE IF EXISTS upgrade_system_lkup;
    IF NOT (@upgrade_is_filled AND @upgrade_is_dry_run) THEN
        DROP TABLE IF EXISTS upgrade_table;
        -- Last, as it tells that the new tables are filled.
        DROP TABLE IF EXISTS upgrade_report;
    END IF;
END//
DELIMITER ;

-- Views upgrade_old_... of the old tables: instants in UTC, NULL for "never", and texts that compare as ours do. Of an
-- hour that comes twice CONVERT_TZ takes the first.
DROP PROCEDURE IF EXISTS upgrade_see;
DELIMITER //
CREATE PROCEDURE upgrade_see(IN p_prefix VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin)
BEGIN
    DECLARE v_table VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT '';
    DECLARE v_columns TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_there TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_zone VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT QUOTE(@zone);
    DECLARE v_early INT DEFAULT @upgrade_first_offset;
    DECLARE v_late INT DEFAULT @upgrade_last_offset;
    -- The last local time whose instant a client can read.
    DECLARE v_end VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT QUOTE(
        CAST('9999-12-31 23:59:59.999999' + INTERVAL LEAST(v_late, 0) SECOND AS CHAR)
    );

    table_loop: WHILE p_prefix IS NOT NULL AND v_table IS NOT NULL DO
        SELECT (SELECT MIN(t.table_name) FROM upgrade_table AS t WHERE t.table_name > v_table) INTO v_table;
        IF v_table IS NULL THEN
            LEAVE table_loop;
        END IF;
        SELECT CONCAT(t.column_names, ',created_date_time,update_date_time') INTO v_columns
        FROM upgrade_table AS t
        WHERE t.table_name = v_table;
        SELECT
            GROUP_CONCAT(c.column_name),
            GROUP_CONCAT(
                CASE
                    WHEN c.data_type = 'timestamp' THEN REPLACE(
                        'CASE WHEN `?` >= ''1901-01-01'' THEN CAST(`?` AS DATETIME(6)) END AS `?`', '?', c.column_name
                    )
                    WHEN c.data_type = 'datetime' THEN REPLACE(
                        CONCAT(
                            'CASE WHEN `?` < ''1901-01-01'' THEN NULL',
                            ' WHEN `?` < ''1970-01-02'' THEN `?` - INTERVAL ', v_early, ' SECOND',
                            ' WHEN `?` < ''2037-12-31'' THEN CONVERT_TZ(`?`, ', v_zone, ', ''+00:00'') + INTERVAL (',
                            'CONVERT_TZ(CONVERT_TZ(`?`, ', v_zone, ', ''+00:00'') + INTERVAL 1 HOUR, ''+00:00'', ', v_zone,
                            ') = `?`) HOUR',
                            ' WHEN `?` <= ', v_end, ' THEN `?` - INTERVAL ', v_late, ' SECOND',
                            ' WHEN `?` IS NOT NULL THEN CAST(''9999-12-31 23:59:59.999999'' AS DATETIME(6)) END AS `?`'
                        ),
                        '?', c.column_name
                    )
                    WHEN c.character_set_name IS NOT NULL OR c.column_name = 'character_set_name' THEN REPLACE(
                        'CONVERT(`?` USING utf8mb4) COLLATE utf8mb4_bin AS `?`', '?', c.column_name
                    )
                    ELSE CONCAT('`', c.column_name, '`')
                END
                SEPARATOR ', '
            )
        INTO v_there, @ptdb_query
        FROM information_schema.columns AS c
        WHERE c.table_schema = DATABASE() AND c.table_name = CONCAT(p_prefix, v_table)
            AND FIND_IN_SET(c.column_name, v_columns);
        IF v_there IS NULL THEN
            INSERT INTO upgrade_finding (kind, finding) VALUES (1, CONCAT('table ', v_table, ' is missing'));
        ELSE
            INSERT INTO upgrade_finding (kind, finding)
            SELECT 1, CONCAT('table ', v_table, ': the column ', item.name, ' is missing')
            FROM JSON_TABLE(CONCAT('["', REPLACE(v_columns, ',', '","'), '"]'), '$[*]' COLUMNS (
                name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'
            )) AS item
            WHERE NOT FIND_IN_SET(item.name, v_there);
            SET @ptdb_query = CONCAT(
                'CREATE OR REPLACE VIEW upgrade_old_', v_table, ' AS SELECT ', @ptdb_query, ' FROM `', p_prefix, v_table, '`'
            );
            PREPARE ptdb_query FROM @ptdb_query;
            EXECUTE ptdb_query;
            DEALLOCATE PREPARE ptdb_query;
        END IF;
    END WHILE;
END//
DELIMITER ;

-- What the old rows become: which are folded into which, and what each preloaded row's code is.
DROP PROCEDURE IF EXISTS upgrade_map;
DELIMITER //
CREATE PROCEDURE upgrade_map()
all_of_it: BEGIN
    IF @upgrade_prefix IS NULL OR (SELECT COUNT(*) FROM upgrade_finding) > 0 THEN
        LEAVE all_of_it;
    END IF;
    START TRANSACTION;

    -- An old row of a preloaded name gets the code of that. A varchar(2) may have a blank behind a short code.
    DELETE FROM upgrade_code;
    INSERT INTO upgrade_code (table_name, row_id, row_name, old_code, new_code, is_ours)
    SELECT
        o.table_name,
        o.row_id,
        o.row_name,
        o.old_code,
        COALESCE(p.row_code, o.old_code),
        p.row_name IS NOT NULL
    FROM (
        SELECT
            'filter_type_lkup' AS table_name,
            filter_type_id AS row_id,
            filter_type_name AS row_name,
            filter_type_code AS old_code
        FROM upgrade_old_filter_type_lkup
        UNION ALL
        SELECT 'filesize_type_lkup', filesize_type_id, filesize_type_name, RTRIM(filesize_type_code)
        FROM upgrade_old_filesize_type_lkup
        UNION ALL
        SELECT 'extract_filetype_lkup', extract_filetype_id, extract_filetype, extract_filetype_code
        FROM upgrade_old_extract_filetype_lkup
    ) AS o
    LEFT JOIN upgrade_preloaded AS p ON p.table_name = o.table_name AND p.row_name = o.row_name;

    DELETE FROM upgrade_location_type;
    INSERT INTO upgrade_location_type (location_type_id, kept_id, location_type_name)
    SELECT
        n.location_type_id,
        MIN(n.location_type_id) OVER (PARTITION BY n.location_type_name),
        n.location_type_name
    FROM (
        SELECT
            o.location_type_id,
            CASE o.location_type_name
                WHEN 's3' THEN 'S3'
                WHEN 'local filesystem' THEN 'Local Filesystem'
                ELSE o.location_type_name
            END AS location_type_name
        FROM upgrade_old_location_type_lkup AS o
    ) AS n;

    DELETE FROM upgrade_process_type;
    INSERT INTO upgrade_process_type (process_type_id, kept_id)
    SELECT o.process_type_id, MIN(o.process_type_id) OVER (PARTITION BY o.process_type_name)
    FROM upgrade_old_process_type_lkup AS o;

    -- As location_path_of has it.
    DELETE FROM upgrade_location;
    INSERT INTO upgrade_location (location_id, kept_id, location_path)
    SELECT n.location_id, MIN(n.location_id) OVER (PARTITION BY n.location_path), n.location_path
    FROM (
        SELECT
            o.location_id,
            CASE
                WHEN o.location_path REGEXP '^/+\\z' THEN '/'
                WHEN o.location_path REGEXP '^[A-Za-z]:[/\\\\]+\\z' THEN LEFT(o.location_path, 3)
                WHEN o.location_path REGEXP '^([A-Za-z]:|\\\\\\\\)' THEN REGEXP_REPLACE(o.location_path, '[/\\\\]+\\z', '')
                ELSE TRIM(TRAILING '/' FROM o.location_path)
            END AS location_path
        FROM upgrade_old_location_lkup AS o
    ) AS n;

    DELETE FROM upgrade_extract;
    INSERT INTO upgrade_extract (extract_id, kept_id, location_id, age)
    SELECT
        o.extract_id,
        MIN(o.extract_id) OVER (PARTITION BY m.kept_id, o.extract_filename),
        m.kept_id,
        ROW_NUMBER() OVER (
            PARTITION BY m.kept_id, o.extract_filename ORDER BY o.update_date_time DESC, o.extract_id DESC
        )
    FROM upgrade_old_extract_tracking AS o
    INNER JOIN upgrade_location AS m ON m.location_id = o.extract_location_id;
    COMMIT;
END//
DELIMITER ;

-- The circles in upgrade_dependency, from parent to child and back to the first: as many as leave none when each loses
-- a dependency, but not more than can be told.
DROP PROCEDURE IF EXISTS upgrade_circles;
DELIMITER //
CREATE PROCEDURE upgrade_circles(IN p_is_process BOOLEAN)
BEGIN
    DECLARE v_level INT DEFAULT 0;
    DECLARE v_moved BIGINT;
    DECLARE v_id BIGINT;
    DECLARE v_next BIGINT;
    DECLARE v_place INT;
    DECLARE v_first INT;
    DECLARE v_count INT DEFAULT 0;

    START TRANSACTION;
    DELETE FROM upgrade_dependency;
    IF p_is_process THEN
        INSERT INTO upgrade_dependency (parent_id, child_id)
        SELECT o.parent_process_id, o.child_process_id
        FROM upgrade_old_process_dependency AS o
        WHERE o.parent_process_id <> o.child_process_id;
    ELSE
        INSERT INTO upgrade_dependency (parent_id, child_id)
        SELECT DISTINCT p.kept_id, c.kept_id
        FROM upgrade_old_extract_dependency AS o
        INNER JOIN upgrade_extract AS p ON p.extract_id = o.parent_extract_id
        INNER JOIN upgrade_extract AS c ON c.extract_id = o.child_extract_id
        WHERE p.kept_id <> c.kept_id;
    END IF;
    DELETE FROM upgrade_node;
    INSERT INTO upgrade_node (node_id, wait_count, level)
    SELECT e.node_id, SUM(e.wait_count), IF(SUM(e.wait_count) = 0, 0, NULL)
    FROM (
        SELECT d.parent_id AS node_id, 0 AS wait_count FROM upgrade_dependency AS d
        UNION ALL
        SELECT d.child_id, 1 FROM upgrade_dependency AS d
    ) AS e
    GROUP BY e.node_id;

    circle_loop: LOOP
        -- Who waits for nobody is in no circle. Without those, the next ones wait for nobody.
        SELECT EXISTS (SELECT 1 FROM upgrade_node AS n WHERE n.level = v_level) INTO v_moved;
        WHILE v_moved DO
            UPDATE upgrade_node AS n
            INNER JOIN (
                SELECT d.child_id, COUNT(*) AS done_count
                FROM upgrade_node AS p
                INNER JOIN upgrade_dependency AS d ON d.parent_id = p.node_id
                WHERE p.level = v_level
                GROUP BY d.child_id
            ) AS c ON c.child_id = n.node_id
            SET n.wait_count = n.wait_count - c.done_count;
            UPDATE upgrade_node AS n
            INNER JOIN (
                SELECT DISTINCT d.child_id
                FROM upgrade_node AS p
                INNER JOIN upgrade_dependency AS d ON d.parent_id = p.node_id
                WHERE p.level = v_level
            ) AS c ON c.child_id = n.node_id
            SET n.level = v_level + 1
            WHERE n.wait_count = 0;
            SET v_moved = ROW_COUNT();
            SET v_level = v_level + 1;
        END WHILE;

        -- Each of the rest has a parent among the rest, so the way back to the parents comes by somebody twice.
        SELECT MIN(d.parent_id) INTO v_id
        FROM upgrade_node AS n
        INNER JOIN upgrade_dependency AS d ON d.parent_id = n.node_id
        WHERE n.level IS NULL;
        IF v_id IS NULL OR v_count > 100 THEN
            LEAVE circle_loop;
        END IF;
        SET v_count = v_count + 1;
        DELETE FROM upgrade_path;
        SET v_place = 0;
        SET v_first = NULL;
        WHILE v_first IS NULL DO
            SET v_place = v_place + 1;
            INSERT INTO upgrade_path (place, node_id) VALUES (v_place, v_id);
            SELECT MIN(d.parent_id) INTO v_next
            FROM upgrade_dependency AS d
            INNER JOIN upgrade_node AS p ON p.node_id = d.parent_id AND p.level IS NULL
            WHERE d.child_id = v_id;
            SET v_id = v_next;
            SELECT (SELECT t.place FROM upgrade_path AS t WHERE t.node_id = v_id) INTO v_first;
        END WHILE;
        SELECT t.node_id INTO v_next FROM upgrade_path AS t WHERE t.place = v_place;
        DELETE FROM upgrade_path WHERE place < v_first;
        INSERT INTO upgrade_path (place, node_id) VALUES (v_place + 1, v_id);

        IF p_is_process THEN
            INSERT INTO upgrade_finding (kind, finding)
            SELECT 3, CONCAT(
                'table process_dependency: ',
                GROUP_CONCAT(t.node_id, ' "', o.process_name, '"' ORDER BY t.place DESC SEPARATOR ' -> '),
                '; its rows, by parent and child: ',
                (
                    SELECT GROUP_CONCAT('(', a.node_id, ', ', b.node_id, ')' ORDER BY a.place DESC SEPARATOR ', ')
                    FROM upgrade_path AS a
                    INNER JOIN upgrade_path AS b ON b.place = a.place - 1
                )
            )
            FROM upgrade_path AS t
            INNER JOIN upgrade_old_process AS o ON o.process_id = t.node_id;
        ELSE
            -- Of folded extracts the rows are those of the old keys, so that a dependency may have several.
            INSERT INTO upgrade_finding (kind, finding)
            SELECT 3, CONCAT(
                'table extract_dependency: ',
                GROUP_CONCAT(t.node_id, ' "', o.extract_filename, '"' ORDER BY t.place DESC SEPARATOR ' -> '),
                '; its rows, by parent and child: ',
                (
                    SELECT GROUP_CONCAT(link.links ORDER BY link.place DESC SEPARATOR ', ')
                    FROM (
                        SELECT
                            a.place,
                            GROUP_CONCAT(
                                '(', d.parent_extract_id, ', ', d.child_extract_id, ')'
                                ORDER BY d.parent_extract_id, d.child_extract_id SEPARATOR ' and '
                            ) AS links
                        FROM upgrade_path AS a
                        INNER JOIN upgrade_path AS b ON b.place = a.place - 1
                        INNER JOIN upgrade_extract AS p ON p.kept_id = a.node_id
                        INNER JOIN upgrade_old_extract_dependency AS d ON d.parent_extract_id = p.extract_id
                        INNER JOIN upgrade_extract AS c ON c.extract_id = d.child_extract_id AND c.kept_id = b.node_id
                        GROUP BY a.place
                    ) AS link
                )
            )
            FROM upgrade_path AS t
            INNER JOIN upgrade_old_extract_tracking AS o ON o.extract_id = t.node_id;
        END IF;

        -- Without its first dependency the rest may be free.
        DELETE FROM upgrade_dependency WHERE parent_id = v_id AND child_id = v_next;
        UPDATE upgrade_node SET wait_count = wait_count - 1 WHERE node_id = v_next;
        UPDATE upgrade_node SET level = v_level WHERE node_id = v_next AND wait_count = 0;
    END LOOP;
    COMMIT;
END//
DELIMITER ;

-- Rows that cannot be kept, into upgrade_finding.
DROP PROCEDURE IF EXISTS upgrade_check;
DELIMITER //
CREATE PROCEDURE upgrade_check()
all_of_it: BEGIN
    DECLARE v_table VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT '';
    DECLARE v_column VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_parent VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE v_place INT DEFAULT 0;
    DECLARE v_number INT;

    IF @upgrade_prefix IS NULL OR (SELECT COUNT(*) FROM upgrade_finding) > 0 THEN
        LEAVE all_of_it;
    END IF;

    -- What must be there, and what refers to no row: a store without foreign keys may have it.
    SELECT COUNT(*) INTO v_number FROM upgrade_reference;
    WHILE v_place < v_number DO
        SELECT r.table_name, r.column_name, r.parent_name INTO v_table, v_column, v_parent
        FROM upgrade_reference AS r
        ORDER BY r.table_name, r.column_name
        LIMIT v_place, 1;
        SET v_place = v_place + 1;
        IF v_column NOT IN (
            'character_set_id', 'data_type_id', 'extract_compression_type_id', 'extract_filesize_type_id',
            'extract_filetype_id', 'source_type_id'
        ) THEN
            CALL upgrade_find(v_table, CONCAT(' rows without ', v_column), CONCAT('o.', v_column, ' IS NULL'));
        END IF;
        CALL upgrade_find(
            v_table, CONCAT(' rows whose ', v_column, ' is in no row of ', v_parent),
            (
                SELECT CONCAT(
                    'o.', v_column, ' IS NOT NULL AND NOT EXISTS (SELECT 1 FROM upgrade_old_', v_parent, ' AS p WHERE p.',
                    SUBSTRING_INDEX(t.column_names, ',', 1), ' = o.', v_column, ')'
                )
                FROM upgrade_table AS t
                WHERE t.table_name = v_parent
            )
        );
    END WHILE;
    CALL upgrade_find('source_object_lkup', ' rows without source_object_name', 'o.source_object_name IS NULL');
    CALL upgrade_find('dataset_type_lkup', ' rows without dataset_type', 'o.dataset_type IS NULL');

    -- Names that the old collation tells apart, and ours does not.
    SET v_table = '';
    unique_loop: WHILE v_table IS NOT NULL DO
        SELECT (
            SELECT MIN(t.table_name) FROM upgrade_table AS t WHERE t.table_name > v_table AND t.unique_names IS NOT NULL
        ) INTO v_table;
        IF v_table IS NULL THEN
            LEAVE unique_loop;
        END IF;
        SELECT t.unique_names INTO @upgrade_names FROM upgrade_table AS t WHERE t.table_name = v_table;
        CALL upgrade_find(
            v_table, CONCAT(' rows whose ', @upgrade_names, ' is that of another, but for blanks at its end'),
            CONCAT(
                '(', @upgrade_names, ') IN (SELECT ', @upgrade_names, ' FROM upgrade_old_', v_table,
                ' WHERE CONCAT(', @upgrade_names, ') IS NOT NULL GROUP BY ', @upgrade_names, ' HAVING COUNT(*) > 1)'
            )
        );
    END WHILE;
    CALL upgrade_find(
        'contact_lkup', ' rows whose contact_email is that of another, but for blanks at its end',
        'contact_email IN (SELECT contact_email FROM upgrade_old_contact_lkup GROUP BY contact_email HAVING COUNT(*) > 1)'
    );

    -- These keys are defaults of columns, so they have to mean the same.
    INSERT INTO upgrade_finding (kind, finding)
    SELECT 1, CONCAT('table ', d.table_name, ': the key ', d.row_id, ' is "', d.id_name, '", and should be "', d.row_name, '"')
    FROM (
        SELECT
            'schedule_frequency_lkup' AS table_name,
            0 AS row_id,
            'unscheduled' AS row_name,
            (
                SELECT schedule_frequency_name FROM upgrade_old_schedule_frequency_lkup WHERE schedule_frequency_id = 0
            ) AS id_name
        UNION ALL
        SELECT
            'source_type_lkup', 1, 'Undefined',
            (SELECT source_type_name FROM upgrade_old_source_type_lkup WHERE source_type_id = 1)
        UNION ALL
        SELECT
            'dependency_type_lkup', 1, 'Undefined',
            (SELECT dependency_type_name FROM upgrade_old_dependency_type_lkup WHERE dependency_type_id = 1)
    ) AS d
    WHERE d.id_name <> d.row_name
    UNION ALL
    SELECT 1, CONCAT('table ', d.table_name, ': "', d.row_name, '" has the key ', d.name_id, ', and should have ', d.row_id)
    FROM (
        SELECT
            'schedule_frequency_lkup' AS table_name,
            0 AS row_id,
            'unscheduled' AS row_name,
            (
                SELECT schedule_frequency_id
                FROM upgrade_old_schedule_frequency_lkup
                WHERE schedule_frequency_name = 'unscheduled'
            ) AS name_id
        UNION ALL
        SELECT
            'source_type_lkup', 1, 'Undefined',
            (SELECT source_type_id FROM upgrade_old_source_type_lkup WHERE source_type_name = 'Undefined')
        UNION ALL
        SELECT
            'dependency_type_lkup', 1, 'Undefined',
            (SELECT dependency_type_id FROM upgrade_old_dependency_type_lkup WHERE dependency_type_name = 'Undefined')
    ) AS d
    WHERE d.name_id <> d.row_id;
    IF (SELECT COUNT(*) FROM upgrade_finding) > 0 THEN
        LEAVE all_of_it;
    END IF;

    -- A file type's code may be there twice: that is settled when the tables are filled.
    INSERT INTO upgrade_finding (kind, finding)
    SELECT 2, CONCAT(
        'table ', c.table_name, ': more than one row for the code "', c.new_code, '": ',
        GROUP_CONCAT(
            c.row_id, ' "', c.row_name, '" of the code "', c.old_code, '"' ORDER BY c.row_id SEPARATOR ', '
        )
    )
    FROM upgrade_code AS c
    WHERE c.table_name <> 'extract_filetype_lkup'
    GROUP BY c.table_name, c.new_code
    HAVING COUNT(*) > 1;
    IF (SELECT COUNT(*) FROM upgrade_finding) > 0 THEN
        LEAVE all_of_it;
    END IF;

    CALL upgrade_circles(TRUE);
    CALL upgrade_circles(FALSE);
END//
DELIMITER ;

-- The rows of an old table for which a condition holds, as a finding.
DROP PROCEDURE IF EXISTS upgrade_find;
DELIMITER //
CREATE PROCEDURE upgrade_find(
    IN p_table VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_what TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    IN p_condition TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
)
BEGIN
    SELECT CONCAT(
        'INSERT INTO upgrade_finding (kind, finding) SELECT 1, CONCAT(', QUOTE(CONCAT('table ', p_table, ': ')),
        ', COUNT(*), ', QUOTE(p_what), ', '': '', SUBSTRING_INDEX(',
        REPLACE('GROUP_CONCAT(o.? ORDER BY o.? SEPARATOR '', '')', '?', SUBSTRING_INDEX(t.column_names, ',', 1)),
        ', '', '', 100), IF(COUNT(*) > 100, '', ...'', ''''))',
        ' FROM upgrade_old_', p_table, ' AS o WHERE ', p_condition, ' HAVING COUNT(*) > 0'
    ) INTO @ptdb_query
    FROM upgrade_table AS t
    WHERE t.table_name = p_table;
    PREPARE ptdb_query FROM @ptdb_query;
    EXECUTE ptdb_query;
    DEALLOCATE PREPARE ptdb_query;
END//
DELIMITER ;

-- How many rows each table has and will have, and the report's lines about what changes.
DROP PROCEDURE IF EXISTS upgrade_count;
DELIMITER //
CREATE PROCEDURE upgrade_count(IN p_is_wanted BOOLEAN)
all_of_it: BEGIN
    DECLARE v_table VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT '';

    IF @upgrade_prefix IS NULL OR NOT p_is_wanted THEN
        LEAVE all_of_it;
    END IF;
    table_loop: WHILE v_table IS NOT NULL DO
        SELECT (SELECT MIN(t.table_name) FROM upgrade_table AS t WHERE t.table_name > v_table) INTO v_table;
        IF v_table IS NULL THEN
            LEAVE table_loop;
        END IF;
        SET @ptdb_query = CONCAT(
            'UPDATE upgrade_table SET old_count = (SELECT COUNT(*) FROM upgrade_old_', v_table, ') WHERE table_name = ',
            QUOTE(v_table)
        );
        PREPARE ptdb_query FROM @ptdb_query;
        EXECUTE ptdb_query;
        -- With the preloaded rows that are missing by their names.
        SELECT CONCAT(
            'UPDATE upgrade_table SET new_count = old_count + (SELECT COUNT(*) FROM upgrade_preloaded AS p WHERE p.table_name = ',
            QUOTE(v_table), ' AND NOT EXISTS (SELECT 1 FROM upgrade_old_', v_table, ' AS o WHERE o.',
            SUBSTRING_INDEX(t.unique_names, ',', 1), ' = p.row_name)) WHERE table_name = ', QUOTE(v_table)
        ) INTO @ptdb_query
        FROM upgrade_table AS t
        WHERE t.table_name = v_table;
        IF NOT EXISTS (SELECT 1 FROM upgrade_preloaded AS p WHERE p.table_name = v_table) OR @ptdb_query IS NULL THEN
            SET @ptdb_query = CONCAT(
                'UPDATE upgrade_table SET new_count = old_count WHERE table_name = ', QUOTE(v_table)
            );
        END IF;
        PREPARE ptdb_query FROM @ptdb_query;
        EXECUTE ptdb_query;
        DEALLOCATE PREPARE ptdb_query;
    END WHILE;

    UPDATE upgrade_table
    SET new_count = old_count + IF(EXISTS (SELECT 1 FROM upgrade_old_actor_lkup AS o WHERE o.actor_name = @upgrade_actor), 0, 1)
    WHERE table_name = 'actor_lkup';
    UPDATE upgrade_table AS t
    SET t.new_count = t.old_count + (
            SELECT COUNT(*)
            FROM upgrade_preloaded AS p
            WHERE p.table_name = t.table_name
                AND NOT EXISTS (
                    SELECT 1 FROM upgrade_code AS c WHERE c.table_name = p.table_name AND c.new_code = p.row_code
                )
        )
    WHERE t.table_name IN ('filter_type_lkup', 'filesize_type_lkup', 'extract_filetype_lkup');
    UPDATE upgrade_table
    SET new_count = (
            SELECT COUNT(*)
            FROM (
                SELECT m.location_type_name FROM upgrade_location_type AS m
                UNION
                SELECT p.row_name FROM upgrade_preloaded AS p WHERE p.table_name = 'location_type_lkup'
            ) AS n
        )
    WHERE table_name = 'location_type_lkup';
    UPDATE upgrade_table
    SET new_count = (
            SELECT COUNT(*)
            FROM (
                SELECT o.process_type_name FROM upgrade_old_process_type_lkup AS o
                UNION
                SELECT p.row_name FROM upgrade_preloaded AS p WHERE p.table_name = 'process_type_lkup'
            ) AS n
        )
    WHERE table_name = 'process_type_lkup';
    UPDATE upgrade_table
    SET new_count = (SELECT COUNT(DISTINCT m.kept_id) FROM upgrade_location AS m)
    WHERE table_name = 'location_lkup';
    UPDATE upgrade_table
    SET new_count = (
            SELECT COUNT(DISTINCT o.source_id, m.kept_id)
            FROM upgrade_old_source_location AS o
            INNER JOIN upgrade_location AS m ON m.location_id = o.location_id
        )
    WHERE table_name = 'source_location';
    UPDATE upgrade_table
    SET new_count = (
            SELECT COUNT(DISTINCT o.source_object_id, m.kept_id)
            FROM upgrade_old_source_object_location AS o
            INNER JOIN upgrade_location AS m ON m.location_id = o.location_id
        )
    WHERE table_name = 'source_object_location';
    UPDATE upgrade_table
    SET new_count = (
            SELECT COUNT(*)
            FROM upgrade_old_process_dependency AS o
            WHERE o.parent_process_id <> o.child_process_id
        )
    WHERE table_name = 'process_dependency';
    UPDATE upgrade_table
    SET new_count = (
            SELECT COUNT(DISTINCT o.process_id, o.source_object_attribute_id, o.filter_type_id)
            FROM upgrade_old_process_filter AS o
        )
    WHERE table_name = 'process_filter';
    UPDATE upgrade_table
    SET new_count = (SELECT COUNT(*) FROM upgrade_extract AS m WHERE m.extract_id = m.kept_id)
    WHERE table_name = 'extract_tracking';
    UPDATE upgrade_table
    SET new_count = (
            SELECT COUNT(DISTINCT m.kept_id, o.process_tracking_id)
            FROM upgrade_old_extract_process_tracking AS o
            INNER JOIN upgrade_extract AS m ON m.extract_id = o.extract_tracking_id
        )
    WHERE table_name = 'extract_process_tracking';
    UPDATE upgrade_table
    SET new_count = (
            SELECT COUNT(DISTINCT p.kept_id, c.kept_id)
            FROM upgrade_old_extract_dependency AS o
            INNER JOIN upgrade_extract AS p ON p.extract_id = o.parent_extract_id
            INNER JOIN upgrade_extract AS c ON c.extract_id = o.child_extract_id
            WHERE p.kept_id <> c.kept_id
        )
    WHERE table_name = 'extract_dependency';
    UPDATE upgrade_table
    SET new_count = (
            SELECT COUNT(DISTINCT m.kept_id, o.dataset_type_id)
            FROM upgrade_old_extract_dataset_type AS o
            INNER JOIN upgrade_extract AS m ON m.extract_id = o.extract_id
        )
    WHERE table_name = 'extract_dataset_type';
    UPDATE upgrade_table
    SET new_count = (
            SELECT COUNT(DISTINCT m.kept_id, o.source_id)
            FROM upgrade_old_extract_source AS o
            INNER JOIN upgrade_extract AS m ON m.extract_id = o.extract_id
        )
    WHERE table_name = 'extract_source';
    UPDATE upgrade_table
    SET new_count = (
            SELECT COUNT(DISTINCT m.kept_id, o.source_object_id)
            FROM upgrade_old_extract_source_object AS o
            INNER JOIN upgrade_extract AS m ON m.extract_id = o.extract_id
        )
    WHERE table_name = 'extract_source_object';

    DELETE FROM upgrade_report;
    INSERT INTO upgrade_report (line)
    SELECT CONCAT('- ', r.run_count, ' runs have another number now')
    FROM (
        SELECT COUNT(*) AS run_count
        FROM (
            SELECT
                o.process_run_id,
                ROW_NUMBER() OVER (
                    PARTITION BY o.process_id
                    ORDER BY
                        COALESCE(o.process_run_start_date_time, o.created_date_time, UTC_TIMESTAMP(6)),
                        o.process_tracking_id
                ) AS new_run_id
            FROM upgrade_old_process_tracking AS o
        ) AS n
        WHERE n.process_run_id <> n.new_run_id
    ) AS r
    WHERE r.run_count > 0;
    INSERT INTO upgrade_report (line)
    SELECT CONCAT('- ', r.run_count, ' runs are no longer marked as the latest of their process')
    FROM (
        SELECT COUNT(*) AS run_count
        FROM (
            SELECT
                o.is_latest_run,
                ROW_NUMBER() OVER (
                    PARTITION BY o.process_id
                    ORDER BY
                        COALESCE(o.process_run_start_date_time, o.created_date_time, UTC_TIMESTAMP(6)) DESC,
                        o.process_tracking_id DESC
                ) AS age
            FROM upgrade_old_process_tracking AS o
        ) AS n
        WHERE n.is_latest_run AND n.age > 1
    ) AS r
    WHERE r.run_count > 0;
    INSERT INTO upgrade_report (line)
    SELECT CONCAT('- ', r.process_count, ' processes have another total of records now: the sum over their runs')
    FROM (
        SELECT COUNT(*) AS process_count
        FROM upgrade_old_process AS o
        LEFT JOIN (
            SELECT d.process_id, SUM(GREATEST(COALESCE(d.process_run_record_count, 0), 0)) AS record_count
            FROM upgrade_old_process_tracking AS d
            GROUP BY d.process_id
        ) AS s ON s.process_id = o.process_id
        WHERE o.total_record_count <> COALESCE(s.record_count, 0)
    ) AS r
    WHERE r.process_count > 0;
    INSERT INTO upgrade_report (line)
    SELECT CONCAT(
        '- table ', c.table_name, ': "', c.row_name, '" has the code "', c.new_code, '" now, and had "', c.old_code, '"'
    )
    FROM upgrade_code AS c
    WHERE c.new_code <> c.old_code
    ORDER BY c.table_name, c.row_name;
    INSERT INTO upgrade_report (line)
    SELECT CONCAT(SUM(t.old_count), ' rows of ', COUNT(*), ' tables:') FROM upgrade_table AS t;
    INSERT INTO upgrade_report (line)
    SELECT CONCAT(
        '- ', t.table_name, ': ', t.old_count,
        CASE
            WHEN t.new_count < t.old_count
                THEN CONCAT(', now ', t.new_count, ': ', t.old_count - t.new_count, ' folded or dropped')
            WHEN t.new_count > t.old_count THEN CONCAT(', now ', t.new_count, ': ', t.new_count - t.old_count, ' new')
            ELSE ''
        END
    )
    FROM upgrade_table AS t
    ORDER BY t.table_name;
END//
DELIMITER ;

-- Copies a table as it is. A preloaded row takes the key of the old row of its name.
DROP PROCEDURE IF EXISTS upgrade_copy;
DELIMITER //
CREATE PROCEDURE upgrade_copy(IN p_table VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin)
BEGIN
    SELECT CONCAT(
        'INSERT INTO ', p_table, ' (', t.column_names, ', created_date_time, created_by, update_date_time, updated_by)',
        ' SELECT o.', REPLACE(t.column_names, ',', ', o.'),
        ', COALESCE(o.created_date_time, UTC_TIMESTAMP(6)), @upgrade_actor_id, COALESCE(o.update_date_time, UTC_TIMESTAMP(6))',
        ', @upgrade_actor_id FROM upgrade_old_', p_table, ' AS o',
        IF(
            EXISTS (SELECT 1 FROM upgrade_preloaded AS p WHERE p.table_name = p_table),
            REPLACE(
                ' ON DUPLICATE KEY UPDATE ? = VALUES(?), created_date_time = VALUES(created_date_time), update_date_time = VALUES(update_date_time)',
                '?', SUBSTRING_INDEX(t.column_names, ',', 1)
            ),
            ''
        )
    ) INTO @ptdb_query
    FROM upgrade_table AS t
    WHERE t.table_name = p_table;
    PREPARE ptdb_query FROM @ptdb_query;
    EXECUTE ptdb_query;
    DEALLOCATE PREPARE ptdb_query;
END//
DELIMITER ;

-- Moves the preloaded rows of each table out of the way of the old keys, below zero, and what is left of them back: to
-- their own keys where those are free, else to keys behind all others. Their own are below 101, so the two do not meet.
DROP PROCEDURE IF EXISTS upgrade_shift;
DELIMITER //
CREATE PROCEDURE upgrade_shift(IN p_is_back BOOLEAN)
BEGIN
    DECLARE v_table VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT '';

    table_loop: WHILE v_table IS NOT NULL DO
        SELECT (SELECT MIN(p.table_name) FROM upgrade_preloaded AS p WHERE p.table_name > v_table) INTO v_table;
        IF v_table IS NULL THEN
            LEAVE table_loop;
        END IF;
        SELECT REPLACE(
            REPLACE(
                IF(
                    p_is_back,
                    CONCAT(
                        'UPDATE ?t AS t',
                        ' LEFT JOIN (SELECT DISTINCT ?i AS taken_id FROM ?t WHERE ?i >= 0) AS o ON o.taken_id = -1 - t.?i',
                        ' CROSS JOIN (SELECT MAX(?i) AS last_id FROM ?t) AS m',
                        ' SET t.?i = IF(o.taken_id IS NULL, -1 - t.?i, GREATEST(100, m.last_id) - t.?i) WHERE t.?i < 0'
                    ),
                    'UPDATE ?t SET ?i = -1 - ?i'
                ),
                '?t', v_table
            ),
            '?i', SUBSTRING_INDEX(t.column_names, ',', 1)
        ) INTO @ptdb_query
        FROM upgrade_table AS t
        WHERE t.table_name = v_table;
        PREPARE ptdb_query FROM @ptdb_query;
        EXECUTE ptdb_query;
        DEALLOCATE PREPARE ptdb_query;
    END WHILE;
END//
DELIMITER ;

-- Fills the new tables, counts them, and writes the report: all in one transaction.
DROP PROCEDURE IF EXISTS upgrade_fill;
DELIMITER //
CREATE PROCEDURE upgrade_fill()
all_of_it: BEGIN
    DECLARE v_table VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT '';
    DECLARE v_message VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    IF @upgrade_prefix IS NULL THEN
        LEAVE all_of_it;
    END IF;
    START TRANSACTION;
    CALL upgrade_count(TRUE);

    -- Who upgrades: an actor that is there, or a new one behind the old ones.
    SELECT (SELECT o.actor_id FROM upgrade_old_actor_lkup AS o WHERE o.actor_name = @upgrade_actor)
    INTO @upgrade_actor_id;
    IF @upgrade_actor_id IS NULL THEN
        SELECT COALESCE(MAX(o.actor_id), 0) + 1 INTO @upgrade_actor_id FROM upgrade_old_actor_lkup AS o;
        INSERT INTO actor_lkup (actor_id, actor_name, created_by, updated_by)
        VALUES (@upgrade_actor_id, @upgrade_actor, @upgrade_actor_id, @upgrade_actor_id);
    END IF;
    CALL upgrade_copy('actor_lkup');

    -- The lookups with preloaded rows. A preloaded row takes the key of the old row of its name or code; the old rows of
    -- other names stay as they are. Its version is the last thing that the new store gets.
    CALL upgrade_shift(FALSE);
    CALL upgrade_copy('system_lkup');
    CALL upgrade_copy('schedule_frequency_lkup');
    CALL upgrade_copy('source_type_lkup');
    CALL upgrade_copy('process_status_lkup');
    CALL upgrade_copy('dependency_type_lkup');
    CALL upgrade_copy('extract_status_lkup');
    CALL upgrade_copy('extract_compression_type_lkup');
    CALL upgrade_copy('error_type_lkup');

    INSERT INTO location_type_lkup (
        location_type_id, location_type_name, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.location_type_id,
        m.location_type_name,
        COALESCE(o.created_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id,
        COALESCE(o.update_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id
    FROM upgrade_old_location_type_lkup AS o
    INNER JOIN upgrade_location_type AS m ON m.location_type_id = o.location_type_id AND m.kept_id = o.location_type_id
    ON DUPLICATE KEY UPDATE
        location_type_id = VALUES(location_type_id),
        created_date_time = VALUES(created_date_time),
        update_date_time = VALUES(update_date_time);

    INSERT INTO process_type_lkup (
        process_type_id, process_type_name, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.process_type_id,
        o.process_type_name,
        COALESCE(o.created_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id,
        COALESCE(o.update_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id
    FROM upgrade_old_process_type_lkup AS o
    INNER JOIN upgrade_process_type AS m ON m.process_type_id = o.process_type_id AND m.kept_id = o.process_type_id
    ON DUPLICATE KEY UPDATE
        process_type_id = VALUES(process_type_id),
        created_date_time = VALUES(created_date_time),
        update_date_time = VALUES(update_date_time);

    INSERT INTO filter_type_lkup (
        filter_type_id, filter_type_name, filter_type_code, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.filter_type_id,
        o.filter_type_name,
        m.new_code,
        COALESCE(o.created_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id,
        COALESCE(o.update_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id
    FROM upgrade_old_filter_type_lkup AS o
    INNER JOIN upgrade_code AS m ON m.table_name = 'filter_type_lkup' AND m.row_id = o.filter_type_id
    ON DUPLICATE KEY UPDATE
        filter_type_id = VALUES(filter_type_id),
        created_date_time = VALUES(created_date_time),
        update_date_time = VALUES(update_date_time);

    INSERT INTO filesize_type_lkup (
        filesize_type_id, filesize_type_name, filesize_type_code, created_date_time, created_by, update_date_time,
        updated_by
    )
    SELECT
        o.filesize_type_id,
        o.filesize_type_name,
        m.new_code,
        COALESCE(o.created_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id,
        COALESCE(o.update_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id
    FROM upgrade_old_filesize_type_lkup AS o
    INNER JOIN upgrade_code AS m ON m.table_name = 'filesize_type_lkup' AND m.row_id = o.filesize_type_id
    ON DUPLICATE KEY UPDATE
        filesize_type_id = VALUES(filesize_type_id),
        created_date_time = VALUES(created_date_time),
        update_date_time = VALUES(update_date_time);

    -- A char(1) loses a blank when it is read; RPAD brings it back for the delimiter. As a quote, a blank means none.
    INSERT INTO extract_filetype_lkup (
        extract_filetype_id, extract_filetype, extract_filetype_code, delimiter_char, quote_char, escape_char,
        created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.extract_filetype_id,
        o.extract_filetype,
        IF(m.place = 1, m.new_code, CONCAT(LEFT(m.new_code, 14), ' ', o.extract_filetype_id)),
        RPAD(o.delimiter_char, 1, ' '),
        NULLIF(o.quote_char, ''),
        NULLIF(o.escape_char, ''),
        COALESCE(o.created_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id,
        COALESCE(o.update_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id
    FROM upgrade_old_extract_filetype_lkup AS o
    INNER JOIN (
        SELECT
            c.row_id,
            c.new_code,
            ROW_NUMBER() OVER (PARTITION BY c.new_code ORDER BY c.is_ours DESC, c.row_id) AS place
        FROM upgrade_code AS c
        WHERE c.table_name = 'extract_filetype_lkup'
    ) AS m ON m.row_id = o.extract_filetype_id
    ON DUPLICATE KEY UPDATE
        extract_filetype_id = VALUES(extract_filetype_id),
        delimiter_char = VALUES(delimiter_char),
        quote_char = VALUES(quote_char),
        escape_char = VALUES(escape_char),
        created_date_time = VALUES(created_date_time),
        update_date_time = VALUES(update_date_time);
    CALL upgrade_shift(TRUE);

    -- Lookups without preloaded rows, sources and clusters.
    CALL upgrade_copy('contact_lkup');
    CALL upgrade_copy('tool_lkup');
    CALL upgrade_copy('character_set_lkup');
    CALL upgrade_copy('data_type_lkup');
    CALL upgrade_copy('dataset_type_lkup');

    INSERT INTO source_lkup (
        source_id, source_name, character_set_id, source_type_id, created_date_time, created_by, update_date_time,
        updated_by
    )
    SELECT
        o.source_id,
        o.source_name,
        o.character_set_id,
        COALESCE(o.source_type_id, 1),
        COALESCE(o.created_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id,
        COALESCE(o.update_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id
    FROM upgrade_old_source_lkup AS o;
    CALL upgrade_copy('source_object_lkup');

    INSERT INTO source_object_attribute_lkup (
        source_object_attribute_id, source_object_attribute_name, source_object_id, attribute_path, data_type_id,
        data_length, data_decimal, is_pii, default_value_string, default_value_number, is_key, is_filter, is_partition,
        created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.source_object_attribute_id,
        o.source_object_attribute_name,
        o.source_object_id,
        o.attribute_path,
        o.data_type_id,
        GREATEST(o.data_length, 0),
        GREATEST(o.data_decimal, 0),
        o.is_pii,
        o.default_value_string,
        o.default_value_number,
        o.is_key,
        o.is_filter,
        o.is_partition,
        COALESCE(o.created_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id,
        COALESCE(o.update_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id
    FROM upgrade_old_source_object_attribute_lkup AS o;

    INSERT INTO cluster_tracking_lkup (
        cluster_id, cluster_name, cluster_max_memory, cluster_max_memory_unit, cluster_max_processing,
        cluster_max_processing_unit, cluster_current_memory_usage, cluster_current_process_usage, created_date_time,
        created_by, update_date_time, updated_by
    )
    SELECT
        o.cluster_id,
        o.cluster_name,
        GREATEST(o.cluster_max_memory, 0),
        o.cluster_max_memory_unit,
        GREATEST(o.cluster_max_processing, 0),
        o.cluster_max_processing_unit,
        o.cluster_current_memory_usage,
        o.cluster_current_process_usage,
        COALESCE(o.created_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id,
        COALESCE(o.update_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id
    FROM upgrade_old_cluster_tracking_lkup AS o;

    -- Locations, one for each path without its trailing slash.
    INSERT INTO location_lkup (
        location_id, location_name, location_path, location_type_id, location_file_count, location_bucket_name,
        created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.location_id,
        o.location_name,
        p.location_path,
        t.kept_id,
        f.location_file_count,
        (
            SELECT d.location_bucket_name
            FROM upgrade_location AS m
            INNER JOIN upgrade_old_location_lkup AS d ON d.location_id = m.location_id
            WHERE m.kept_id = o.location_id AND d.location_bucket_name IS NOT NULL
            ORDER BY d.location_id
            LIMIT 1
        ),
        COALESCE(o.created_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id,
        COALESCE(f.update_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id
    FROM upgrade_old_location_lkup AS o
    INNER JOIN upgrade_location AS p ON p.location_id = o.location_id
    INNER JOIN (
        SELECT
            m.kept_id,
            GREATEST(MAX(d.location_file_count), 0) AS location_file_count,
            MAX(d.update_date_time) AS update_date_time
        FROM upgrade_old_location_lkup AS d
        INNER JOIN upgrade_location AS m ON m.location_id = d.location_id
        GROUP BY m.kept_id
    ) AS f ON f.kept_id = o.location_id
    INNER JOIN upgrade_location_type AS t ON t.location_type_id = o.location_type_id;

    INSERT INTO source_location (source_id, location_id, created_date_time, created_by, update_date_time, updated_by)
    SELECT
        o.source_id,
        m.kept_id,
        MIN(COALESCE(o.created_date_time, UTC_TIMESTAMP(6))),
        @upgrade_actor_id,
        MAX(COALESCE(o.update_date_time, UTC_TIMESTAMP(6))),
        @upgrade_actor_id
    FROM upgrade_old_source_location AS o
    INNER JOIN upgrade_location AS m ON m.location_id = o.location_id
    GROUP BY o.source_id, m.kept_id;

    INSERT INTO source_object_location (
        source_object_id, location_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.source_object_id,
        m.kept_id,
        MIN(COALESCE(o.created_date_time, UTC_TIMESTAMP(6))),
        @upgrade_actor_id,
        MAX(COALESCE(o.update_date_time, UTC_TIMESTAMP(6))),
        @upgrade_actor_id
    FROM upgrade_old_source_object_location AS o
    INNER JOIN upgrade_location AS m ON m.location_id = o.location_id
    GROUP BY o.source_object_id, m.kept_id;

    -- Processes, with the sums of their runs, and the runs in their order.
    INSERT INTO process (
        process_id, process_name, total_record_count, process_type_id, process_tool_id, last_failed_run_date_time,
        last_completed_run_date_time, last_errored_run_date_time, schedule_frequency_id, created_date_time, created_by,
        update_date_time, updated_by
    )
    SELECT
        o.process_id,
        o.process_name,
        COALESCE(r.record_count, 0),
        t.kept_id,
        o.process_tool_id,
        o.last_failed_run_date_time,
        o.last_completed_run_date_time,
        o.last_errored_run_date_time,
        o.schedule_frequency_id,
        COALESCE(o.created_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id,
        COALESCE(o.update_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id
    FROM upgrade_old_process AS o
    INNER JOIN upgrade_process_type AS t ON t.process_type_id = o.process_type_id
    LEFT JOIN (
        SELECT d.process_id, SUM(GREATEST(COALESCE(d.process_run_record_count, 0), 0)) AS record_count
        FROM upgrade_old_process_tracking AS d
        GROUP BY d.process_id
    ) AS r ON r.process_id = o.process_id;

    INSERT INTO process_tracking (
        process_tracking_id, process_id, process_status_id, process_run_id, process_run_low_date_time,
        process_run_high_date_time, process_run_start_date_time, process_run_end_date_time, process_run_record_count,
        process_run_insert_count, process_run_update_count, process_run_actor_id, is_latest_run, process_run_name,
        created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.process_tracking_id,
        o.process_id,
        o.process_status_id,
        ROW_NUMBER() OVER (PARTITION BY o.process_id ORDER BY o.started, o.process_tracking_id),
        IF(o.process_run_low_date_time > o.process_run_high_date_time, o.process_run_high_date_time, o.process_run_low_date_time),
        IF(o.process_run_low_date_time > o.process_run_high_date_time, o.process_run_low_date_time, o.process_run_high_date_time),
        o.started,
        o.process_run_end_date_time,
        GREATEST(COALESCE(o.process_run_record_count, 0), 0),
        GREATEST(COALESCE(o.process_run_insert_count, 0), 0),
        GREATEST(COALESCE(o.process_run_update_count, 0), 0),
        o.process_run_actor_id,
        ROW_NUMBER() OVER (PARTITION BY o.process_id ORDER BY o.started DESC, o.process_tracking_id DESC) = 1,
        o.process_run_name,
        COALESCE(o.created_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id,
        COALESCE(o.update_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id
    FROM (
        SELECT
            d.*,
            COALESCE(d.process_run_start_date_time, d.created_date_time, UTC_TIMESTAMP(6)) AS started
        FROM upgrade_old_process_tracking AS d
    ) AS o;

    -- What hangs on processes and sources.
    CALL upgrade_copy('cluster_process');
    CALL upgrade_copy('source_contact');
    CALL upgrade_copy('source_dataset_type');
    CALL upgrade_copy('source_object_dataset_type');
    CALL upgrade_copy('process_contact');
    CALL upgrade_copy('process_dataset_type');
    CALL upgrade_copy('process_source');
    CALL upgrade_copy('process_source_object');
    CALL upgrade_copy('process_source_object_attribute');
    CALL upgrade_copy('process_target');
    CALL upgrade_copy('process_target_object');
    CALL upgrade_copy('process_target_object_attribute');

    INSERT INTO process_dependency (
        parent_process_id, child_process_id, dependency_type_id, created_date_time, created_by, update_date_time,
        updated_by
    )
    SELECT
        o.parent_process_id,
        o.child_process_id,
        o.dependency_type_id,
        COALESCE(o.created_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id,
        COALESCE(o.update_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id
    FROM upgrade_old_process_dependency AS o
    WHERE o.parent_process_id <> o.child_process_id;

    INSERT INTO process_filter (
        process_filter_id, process_id, source_object_attribute_id, filter_type_id, filter_value_string,
        filter_value_numeric, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        f.kept_id,
        f.process_id,
        f.source_object_attribute_id,
        f.filter_type_id,
        f.filter_value_string,
        f.filter_value_numeric,
        f.created,
        @upgrade_actor_id,
        COALESCE(f.update_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id
    FROM (
        SELECT
            o.*,
            MIN(o.process_filter_id) OVER (
                PARTITION BY o.process_id, o.source_object_attribute_id, o.filter_type_id
            ) AS kept_id,
            MIN(COALESCE(o.created_date_time, UTC_TIMESTAMP(6))) OVER (
                PARTITION BY o.process_id, o.source_object_attribute_id, o.filter_type_id
            ) AS created,
            ROW_NUMBER() OVER (
                PARTITION BY o.process_id, o.source_object_attribute_id, o.filter_type_id
                ORDER BY o.update_date_time DESC, o.process_filter_id DESC
            ) AS age
        FROM upgrade_old_process_filter AS o
    ) AS f
    WHERE f.age = 1;

    INSERT INTO error_tracking (
        error_tracking_id, error_type_id, error_description, error_occurrence_date_time, process_tracking_id,
        created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.error_tracking_id,
        o.error_type_id,
        o.error_description,
        COALESCE(o.error_occurrence_date_time, UTC_TIMESTAMP(6)),
        o.process_tracking_id,
        COALESCE(o.created_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id,
        COALESCE(o.update_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id
    FROM upgrade_old_error_tracking AS o;

    -- Extracts, one for each location and file name; the lowest key is the oldest.
    INSERT INTO extract_tracking (
        extract_id, extract_filename, extract_location_id, extract_status_id, extract_registration_date_time,
        extract_write_low_date_time, extract_write_high_date_time, extract_write_record_count,
        extract_load_low_date_time, extract_load_high_date_time, extract_load_record_count,
        extract_compression_type_id, extract_filetype_id, extract_filesize, extract_filesize_type_id,
        created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        o.extract_id,
        o.extract_filename,
        m.location_id,
        o.extract_status_id,
        COALESCE(o.extract_registration_date_time, o.created_date_time, UTC_TIMESTAMP(6)),
        IF(o.extract_write_low_date_time > o.extract_write_high_date_time, o.extract_write_high_date_time, o.extract_write_low_date_time),
        IF(o.extract_write_low_date_time > o.extract_write_high_date_time, o.extract_write_low_date_time, o.extract_write_high_date_time),
        GREATEST(o.extract_write_record_count, 0),
        IF(o.extract_load_low_date_time > o.extract_load_high_date_time, o.extract_load_high_date_time, o.extract_load_low_date_time),
        IF(o.extract_load_low_date_time > o.extract_load_high_date_time, o.extract_load_low_date_time, o.extract_load_high_date_time),
        GREATEST(o.extract_load_record_count, 0),
        o.extract_compression_type_id,
        o.extract_filetype_id,
        GREATEST(o.extract_filesize, 0),
        o.extract_filesize_type_id,
        COALESCE(o.created_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id,
        COALESCE(o.update_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id
    FROM upgrade_old_extract_tracking AS o
    INNER JOIN upgrade_extract AS m ON m.extract_id = o.extract_id AND m.kept_id = o.extract_id;

    -- What the others of a folded extract add. Every date counts, so that a range is also put right that one of them
    -- turned round; the size goes with its unit.
    UPDATE extract_tracking AS e
    INNER JOIN (
        SELECT
            m.kept_id,
            MIN(COALESCE(o.extract_registration_date_time, o.created_date_time, UTC_TIMESTAMP(6))) AS registered,
            MIN(COALESCE(o.created_date_time, UTC_TIMESTAMP(6))) AS created,
            MAX(COALESCE(o.update_date_time, UTC_TIMESTAMP(6))) AS updated,
            MIN(LEAST(o.extract_write_low_date_time, COALESCE(o.extract_write_high_date_time, o.extract_write_low_date_time)))
            AS write_low,
            MAX(GREATEST(o.extract_write_high_date_time, COALESCE(o.extract_write_low_date_time, o.extract_write_high_date_time)))
            AS write_high,
            MIN(LEAST(o.extract_load_low_date_time, COALESCE(o.extract_load_high_date_time, o.extract_load_low_date_time)))
            AS load_low,
            MAX(GREATEST(o.extract_load_high_date_time, COALESCE(o.extract_load_low_date_time, o.extract_load_high_date_time)))
            AS load_high,
            MIN(IF(o.extract_write_record_count IS NULL, NULL, m.age)) AS write_count_age,
            MIN(IF(o.extract_load_record_count IS NULL, NULL, m.age)) AS load_count_age,
            MIN(IF(o.extract_compression_type_id IS NULL, NULL, m.age)) AS compression_age,
            MIN(IF(o.extract_filetype_id IS NULL, NULL, m.age)) AS filetype_age,
            MIN(IF(o.extract_filesize IS NULL, NULL, m.age)) AS filesize_age
        FROM upgrade_old_extract_tracking AS o
        INNER JOIN upgrade_extract AS m ON m.extract_id = o.extract_id
        GROUP BY m.kept_id
        HAVING COUNT(*) > 1
    ) AS d ON d.kept_id = e.extract_id
    INNER JOIN upgrade_extract AS s ON s.kept_id = d.kept_id AND s.age = 1
    INNER JOIN upgrade_old_extract_tracking AS so ON so.extract_id = s.extract_id
    LEFT JOIN upgrade_extract AS w ON w.kept_id = d.kept_id AND w.age = d.write_count_age
    LEFT JOIN upgrade_old_extract_tracking AS wo ON wo.extract_id = w.extract_id
    LEFT JOIN upgrade_extract AS l ON l.kept_id = d.kept_id AND l.age = d.load_count_age
    LEFT JOIN upgrade_old_extract_tracking AS lo ON lo.extract_id = l.extract_id
    LEFT JOIN upgrade_extract AS c ON c.kept_id = d.kept_id AND c.age = d.compression_age
    LEFT JOIN upgrade_old_extract_tracking AS co ON co.extract_id = c.extract_id
    LEFT JOIN upgrade_extract AS f ON f.kept_id = d.kept_id AND f.age = d.filetype_age
    LEFT JOIN upgrade_old_extract_tracking AS fo ON fo.extract_id = f.extract_id
    LEFT JOIN upgrade_extract AS z ON z.kept_id = d.kept_id AND z.age = d.filesize_age
    LEFT JOIN upgrade_old_extract_tracking AS zo ON zo.extract_id = z.extract_id
    SET
        e.extract_status_id = so.extract_status_id,
        e.extract_registration_date_time = d.registered,
        e.extract_write_low_date_time = IF(d.write_low > d.write_high, d.write_high, d.write_low),
        e.extract_write_high_date_time = IF(d.write_low > d.write_high, d.write_low, d.write_high),
        e.extract_write_record_count = GREATEST(wo.extract_write_record_count, 0),
        e.extract_load_low_date_time = IF(d.load_low > d.load_high, d.load_high, d.load_low),
        e.extract_load_high_date_time = IF(d.load_low > d.load_high, d.load_low, d.load_high),
        e.extract_load_record_count = GREATEST(lo.extract_load_record_count, 0),
        e.extract_compression_type_id = co.extract_compression_type_id,
        e.extract_filetype_id = fo.extract_filetype_id,
        e.extract_filesize = GREATEST(zo.extract_filesize, 0),
        e.extract_filesize_type_id = zo.extract_filesize_type_id,
        e.created_date_time = d.created,
        e.update_date_time = d.updated;

    INSERT INTO extract_process_tracking (
        extract_tracking_id, process_tracking_id, extract_process_status_id, extract_process_event_date_time,
        created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        t.kept_id,
        t.process_tracking_id,
        t.extract_process_status_id,
        COALESCE(t.extract_process_event_date_time, t.created_date_time, UTC_TIMESTAMP(6)),
        COALESCE(t.created_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id,
        COALESCE(t.update_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id
    FROM (
        SELECT
            o.*,
            m.kept_id,
            ROW_NUMBER() OVER (
                PARTITION BY m.kept_id, o.process_tracking_id
                ORDER BY o.extract_process_event_date_time DESC, o.update_date_time DESC, o.extract_tracking_id DESC
            ) AS age
        FROM upgrade_old_extract_process_tracking AS o
        INNER JOIN upgrade_extract AS m ON m.extract_id = o.extract_tracking_id
    ) AS t
    WHERE t.age = 1;

    INSERT INTO extract_dependency (
        parent_extract_id, child_extract_id, dependency_type_id, created_date_time, created_by, update_date_time,
        updated_by
    )
    SELECT
        t.parent_id,
        t.child_id,
        t.dependency_type_id,
        COALESCE(t.created_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id,
        COALESCE(t.update_date_time, UTC_TIMESTAMP(6)),
        @upgrade_actor_id
    FROM (
        SELECT
            o.*,
            p.kept_id AS parent_id,
            c.kept_id AS child_id,
            ROW_NUMBER() OVER (
                PARTITION BY p.kept_id, c.kept_id
                ORDER BY o.update_date_time DESC, o.parent_extract_id DESC, o.child_extract_id DESC
            ) AS age
        FROM upgrade_old_extract_dependency AS o
        INNER JOIN upgrade_extract AS p ON p.extract_id = o.parent_extract_id
        INNER JOIN upgrade_extract AS c ON c.extract_id = o.child_extract_id
        WHERE p.kept_id <> c.kept_id
    ) AS t
    WHERE t.age = 1;

    INSERT INTO extract_dataset_type (
        extract_id, dataset_type_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        m.kept_id,
        o.dataset_type_id,
        MIN(COALESCE(o.created_date_time, UTC_TIMESTAMP(6))),
        @upgrade_actor_id,
        MAX(COALESCE(o.update_date_time, UTC_TIMESTAMP(6))),
        @upgrade_actor_id
    FROM upgrade_old_extract_dataset_type AS o
    INNER JOIN upgrade_extract AS m ON m.extract_id = o.extract_id
    GROUP BY m.kept_id, o.dataset_type_id;

    INSERT INTO extract_source (extract_id, source_id, created_date_time, created_by, update_date_time, updated_by)
    SELECT
        m.kept_id,
        o.source_id,
        MIN(COALESCE(o.created_date_time, UTC_TIMESTAMP(6))),
        @upgrade_actor_id,
        MAX(COALESCE(o.update_date_time, UTC_TIMESTAMP(6))),
        @upgrade_actor_id
    FROM upgrade_old_extract_source AS o
    INNER JOIN upgrade_extract AS m ON m.extract_id = o.extract_id
    GROUP BY m.kept_id, o.source_id;

    INSERT INTO extract_source_object (
        extract_id, source_object_id, created_date_time, created_by, update_date_time, updated_by
    )
    SELECT
        m.kept_id,
        o.source_object_id,
        MIN(COALESCE(o.created_date_time, UTC_TIMESTAMP(6))),
        @upgrade_actor_id,
        MAX(COALESCE(o.update_date_time, UTC_TIMESTAMP(6))),
        @upgrade_actor_id
    FROM upgrade_old_extract_source_object AS o
    INNER JOIN upgrade_extract AS m ON m.extract_id = o.extract_id
    GROUP BY m.kept_id, o.source_object_id;

    -- Is all there? And where do new keys begin: behind the old ones, so that the key of a folded row never means
    -- another, and those of lookups with preloaded rows not below 101.
    table_loop: WHILE v_table IS NOT NULL DO
        SELECT (SELECT MIN(t.table_name) FROM upgrade_table AS t WHERE t.table_name > v_table) INTO v_table;
        IF v_table IS NULL THEN
            LEAVE table_loop;
        END IF;
        SET @ptdb_query = CONCAT('SELECT COUNT(*) INTO @upgrade_number FROM ', v_table);
        PREPARE ptdb_query FROM @ptdb_query;
        EXECUTE ptdb_query;
        SELECT LEFT(
            CONCAT(
                v_table, ' has ', @upgrade_number, ' rows and should have ', t.new_count,
                '; is somebody writing? Stop it, empty the new tables and run this again'
            ),
            128
        ) INTO v_message
        FROM upgrade_table AS t
        WHERE t.table_name = v_table;
        IF @upgrade_number <> (SELECT t.new_count FROM upgrade_table AS t WHERE t.table_name = v_table) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = v_message;
        END IF;
        SELECT REPLACE(
            CONCAT(
                'UPDATE upgrade_table SET next_id = 1 + GREATEST(',
                IF(EXISTS (SELECT 1 FROM upgrade_preloaded AS p WHERE p.table_name = v_table), 100, 0),
                ', (SELECT COALESCE(MAX(?), 0) FROM ', v_table, '), (SELECT COALESCE(MAX(?), 0) FROM upgrade_old_', v_table,
                ')) WHERE table_name = ', QUOTE(v_table)
            ),
            '?', c.column_name
        ) INTO @ptdb_query
        FROM information_schema.tables AS t
        LEFT JOIN information_schema.columns AS c
            ON c.table_schema = DATABASE() AND c.table_name = v_table AND c.extra LIKE '%auto_increment%'
        WHERE t.table_schema = DATABASE() AND t.table_name = v_table;
        IF @ptdb_query IS NOT NULL THEN
            PREPARE ptdb_query FROM @ptdb_query;
            EXECUTE ptdb_query;
        END IF;
        DEALLOCATE PREPARE ptdb_query;
    END WHILE;
    IF (SELECT COUNT(*) FROM process_tracking WHERE is_latest_run)
        <> (SELECT COUNT(DISTINCT process_id) FROM upgrade_old_process_tracking)
    THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'not every process with runs has its latest one; the old tables are as they were';
    END IF;
    COMMIT;
END//
DELIMITER ;

-- Lets the keys of each table go on where they should, and drops the old tables if so wished.
DROP PROCEDURE IF EXISTS upgrade_finish;
DELIMITER //
CREATE PROCEDURE upgrade_finish()
BEGIN
    DECLARE v_table VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT '';
    DECLARE v_next BIGINT;

    -- Behind the last step others may have used the keys.
    table_loop: WHILE v_table IS NOT NULL AND @ptdb_version <> '1.0.0' DO
        SELECT (SELECT MIN(t.table_name) FROM upgrade_table AS t WHERE t.table_name > v_table) INTO v_table;
        IF v_table IS NULL THEN
            LEAVE table_loop;
        END IF;
        SELECT t.next_id INTO v_next FROM upgrade_table AS t WHERE t.table_name = v_table;
        IF v_next IS NOT NULL THEN
            SET @ptdb_query = CONCAT('ALTER TABLE ', v_table, ' AUTO_INCREMENT = ', v_next);
            PREPARE ptdb_query FROM @ptdb_query;
            EXECUTE ptdb_query;
            DEALLOCATE PREPARE ptdb_query;
        END IF;
    END WHILE;

    IF @upgrade_wants_drop THEN
        -- The old tables refer to one another.
        SET @upgrade_foreign_key_checks = @@SESSION.foreign_key_checks;
        SET SESSION foreign_key_checks = 0;
        SET v_table = '';
        drop_loop: WHILE v_table IS NOT NULL DO
            SELECT (SELECT MIN(t.table_name) FROM upgrade_table AS t WHERE t.table_name > v_table) INTO v_table;
            IF v_table IS NULL THEN
                LEAVE drop_loop;
            END IF;
            SET @ptdb_query = CONCAT('DROP TABLE IF EXISTS old_0_9_0_', v_table);
            PREPARE ptdb_query FROM @ptdb_query;
            EXECUTE ptdb_query;
            DEALLOCATE PREPARE ptdb_query;
        END WHILE;
        SET SESSION foreign_key_checks = @upgrade_foreign_key_checks;
    END IF;
END//
DELIMITER ;

SET @upgrade_actor = LEFT(USER(), CHAR_LENGTH(USER()) - LOCATE('@', REVERSE(USER())));

-- 3. Are there rows that cannot be kept? Or is this all that is wanted?
CALL upgrade_see(@upgrade_prefix);
CALL upgrade_map();
CALL upgrade_check();
SET @ptdb_refusal = (
    SELECT CASE MIN(f.kind)
        WHEN 1 THEN 'rows that cannot be kept; nothing was changed; mend these first'
        WHEN 2 THEN 'rows would become one; nothing was changed; give all but one of each another name and code first'
        WHEN 3 THEN 'dependencies close a circle; nothing was changed; delete one of each circle first, with all its rows'
    END
    FROM upgrade_finding AS f
);
SELECT CONCAT(IF(l.place < 100, '- ', ''), IF(l.place < 100, l.finding, '- ...')) AS finding
FROM (SELECT f.finding, ROW_NUMBER() OVER (ORDER BY f.kind, f.finding_id) - 1 AS place FROM upgrade_finding AS f) AS l
WHERE l.place <= 100
ORDER BY l.place;
SET @upgrade_sql_mode = @@SESSION.sql_mode;
SET SESSION sql_mode = IF(@ptdb_refusal IS NULL, '', 'NO_BACKSLASH_ESCAPES');
DELIMITER //
DO '\'; CALL upgrade_clear();
DROP PROCEDURE IF EXISTS upgrade_see;
DROP PROCEDURE IF EXISTS upgrade_map;
DROP PROCEDURE IF EXISTS upgrade_circles;
DROP PROCEDURE IF EXISTS upgrade_check;
DROP PROCEDURE IF EXISTS upgrade_find;
DROP PROCEDURE IF EXISTS upgrade_count;
DROP PROCEDURE IF EXISTS upgrade_copy;
DROP PROCEDURE IF EXISTS upgrade_shift;
DROP PROCEDURE IF EXISTS upgrade_fill;
DROP PROCEDURE IF EXISTS upgrade_finish;
DROP PROCEDURE IF EXISTS upgrade_clear;
SIGNAL SQLSTATE "45000" SET MESSAGE_TEXT = @ptdb_refusal; -- '
//
DELIMITER ;
SET SESSION sql_mode = @upgrade_sql_mode;

-- Taken back, because a report that stays would say that the new tables are filled.
START TRANSACTION;
CALL upgrade_count(@upgrade_is_dry_run);
SET @upgrade_store = CONCAT('the ProcessTracker 0.9.0 store in the database "', DATABASE(), '" is of version 1.0.0 now');
SET @upgrade_fate = CONCAT(
    '- grant rights on it anew; the old tables ',
    IF(@upgrade_wants_drop, 'are dropped', 'stay under the names old_0_9_0_... until you drop them')
);
SELECT l.line AS report
FROM (
    SELECT -4 AS place, 'a dry run, nothing was changed; an upgrade does this:' AS line
    UNION ALL
    SELECT -3, @upgrade_store
    UNION ALL
    SELECT -2, CONCAT('- local times were those of ', NULLIF(@zone, ''))
    UNION ALL
    SELECT -1, @upgrade_fate
    UNION ALL
    SELECT r.place, r.line FROM upgrade_report AS r
) AS l
WHERE @upgrade_is_dry_run AND l.line IS NOT NULL
ORDER BY l.place;
ROLLBACK;
SET SESSION sql_mode = IF(@upgrade_is_dry_run, 'NO_BACKSLASH_ESCAPES', '');
DELIMITER //
DO '\'; CALL upgrade_clear();
DROP PROCEDURE IF EXISTS upgrade_see;
DROP PROCEDURE IF EXISTS upgrade_map;
DROP PROCEDURE IF EXISTS upgrade_circles;
DROP PROCEDURE IF EXISTS upgrade_check;
DROP PROCEDURE IF EXISTS upgrade_find;
DROP PROCEDURE IF EXISTS upgrade_count;
DROP PROCEDURE IF EXISTS upgrade_copy;
DROP PROCEDURE IF EXISTS upgrade_shift;
DROP PROCEDURE IF EXISTS upgrade_fill;
DROP PROCEDURE IF EXISTS upgrade_finish;
DROP PROCEDURE IF EXISTS upgrade_clear;
SIGNAL SQLSTATE "PT000" SET MESSAGE_TEXT = "a dry run ends here, as it should; nothing was changed"; -- '
//
DELIMITER ;
SET SESSION sql_mode = @upgrade_sql_mode;

-- 4. The old tables make room, all at once. system_lkup, by which everybody knows the version, is never missing.
CREATE TABLE IF NOT EXISTS upgrade_system_lkup (
    system_id INT NOT NULL AUTO_INCREMENT,
    system_key VARCHAR(250) NOT NULL,
    system_value VARCHAR(250) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT system_lkup_pk PRIMARY KEY (system_id),
    CONSTRAINT system_lkup_system_key_uk UNIQUE (system_key)
)
ENGINE = InnoDB AUTO_INCREMENT = 101 DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Settings of the whole store, the same for every tool that calls it.';
INSERT INTO upgrade_system_lkup (system_id, system_key, system_value, created_by, updated_by)
VALUES (1, 'version', '0.9.0', 0, 0)
ON DUPLICATE KEY UPDATE system_id = system_id;
SELECT CONCAT(
    'RENAME TABLE ', GROUP_CONCAT('`', t.table_name, '` TO `old_0_9_0_', t.table_name, '`' SEPARATOR ', '),
    ', upgrade_system_lkup TO system_lkup'
) INTO @ptdb_query
FROM upgrade_table AS t;
SET @ptdb_query = IF(@upgrade_prefix = '', @ptdb_query, 'DO 0');
PREPARE ptdb_query FROM @ptdb_query;
EXECUTE ptdb_query;
DEALLOCATE PREPARE ptdb_query;

-- 5. From here on nobody writes to the old tables; what has come since is seen and checked too.
SET @upgrade_prefix = IF(@upgrade_prefix = '', 'old_0_9_0_', @upgrade_prefix);
CALL upgrade_see(@upgrade_prefix);
CALL upgrade_map();
CALL upgrade_check();
SET @ptdb_refusal = (
    SELECT CASE MIN(f.kind)
        WHEN 1 THEN 'rows that cannot be kept; nothing was changed; mend these first'
        WHEN 2 THEN 'rows would become one; nothing was changed; give all but one of each another name and code first'
        WHEN 3 THEN 'dependencies close a circle; nothing was changed; delete one of each circle first, with all its rows'
    END
    FROM upgrade_finding AS f
);
SELECT CONCAT(IF(l.place < 100, '- ', ''), IF(l.place < 100, l.finding, '- ...')) AS finding
FROM (SELECT f.finding, ROW_NUMBER() OVER (ORDER BY f.kind, f.finding_id) - 1 AS place FROM upgrade_finding AS f) AS l
WHERE l.place <= 100
ORDER BY l.place;
SET @upgrade_sql_mode = @@SESSION.sql_mode;
SET SESSION sql_mode = IF(@ptdb_refusal IS NULL, '', 'NO_BACKSLASH_ESCAPES');
DELIMITER //
DO '\'; CALL upgrade_clear();
DROP PROCEDURE IF EXISTS upgrade_see;
DROP PROCEDURE IF EXISTS upgrade_map;
DROP PROCEDURE IF EXISTS upgrade_circles;
DROP PROCEDURE IF EXISTS upgrade_check;
DROP PROCEDURE IF EXISTS upgrade_find;
DROP PROCEDURE IF EXISTS upgrade_count;
DROP PROCEDURE IF EXISTS upgrade_copy;
DROP PROCEDURE IF EXISTS upgrade_shift;
DROP PROCEDURE IF EXISTS upgrade_fill;
DROP PROCEDURE IF EXISTS upgrade_finish;
DROP PROCEDURE IF EXISTS upgrade_clear;
SIGNAL SQLSTATE "45000" SET MESSAGE_TEXT = @ptdb_refusal; -- '
//
DELIMITER ;
SET SESSION sql_mode = @upgrade_sql_mode;

-- 6. The new tables, and their rows. Until these are there, no routine lets anybody write.
source sql/mysql/tables/actor.sql
source sql/mysql/tables/tool.sql
source sql/mysql/tables/system.sql
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
CALL upgrade_fill();

-- 7. What makes a store of them, and in the end its version.
source sql/mysql/objects.sql
CALL upgrade_finish();
UPDATE system_lkup SET system_value = '1.0.0' WHERE system_key = 'version';
SELECT l.line AS report
FROM (
    SELECT -3 AS place, @upgrade_store AS line
    UNION ALL
    SELECT -2, CONCAT('- local times were those of ', NULLIF(@zone, ''))
    UNION ALL
    SELECT -1, @upgrade_fate
    UNION ALL
    SELECT r.place, r.line FROM upgrade_report AS r
) AS l
WHERE l.line IS NOT NULL
ORDER BY l.place;
CALL upgrade_clear();
DROP PROCEDURE IF EXISTS upgrade_see;
DROP PROCEDURE IF EXISTS upgrade_map;
DROP PROCEDURE IF EXISTS upgrade_circles;
DROP PROCEDURE IF EXISTS upgrade_check;
DROP PROCEDURE IF EXISTS upgrade_find;
DROP PROCEDURE IF EXISTS upgrade_count;
DROP PROCEDURE IF EXISTS upgrade_copy;
DROP PROCEDURE IF EXISTS upgrade_shift;
DROP PROCEDURE IF EXISTS upgrade_fill;
DROP PROCEDURE IF EXISTS upgrade_finish;
DROP PROCEDURE IF EXISTS upgrade_clear;
DO RELEASE_LOCK(LEFT(CONCAT('ptdb ', SHA2(DATABASE(), 256)), 64));
