-- Compares what is installed with what should be: tables, columns, keys, references, checks, indexes, views, routines,
-- their owners, and the preloaded rows. Changes nothing. Run it as the owner, in the folder that holds sql/:
--
--   sqlcmd -b -W -w 1000 -h -1 -S SERVER -d DATABASE -i sql/mssql/verify.sql
--
-- Lists every difference, and ends with an error when there is one; rows are looked at when all else is right. Texts of
-- views and routines are compared without white space. Names of defaults, further indexes, and how data are stored, are
-- yours.

:on error exit
:r sql/mssql/schema.sql
:r sql/mssql/options.sql
DECLARE @finding TABLE (
    number INT IDENTITY(1, 1) NOT NULL PRIMARY KEY,
    what NVARCHAR(2000) COLLATE Latin1_General_100_BIN2 NOT NULL
);
-- Kind, the table that it is of, its name, and what it is.
DECLARE @expected TABLE (
    number INT IDENTITY(1, 1) NOT NULL PRIMARY KEY,
    kind NVARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    table_name NVARCHAR(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    name NVARCHAR(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    definition NVARCHAR(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    UNIQUE (kind, table_name, name)
);
DECLARE @actual TABLE (
    kind NVARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    table_name NVARCHAR(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    name NVARCHAR(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    definition NVARCHAR(4000) COLLATE Latin1_General_100_BIN2 NOT NULL
);
DECLARE @json NVARCHAR(MAX);
DECLARE @message NVARCHAR(2048);
IF OBJECT_ID(N'[$(schema)].system_lkup', N'U') IS NULL
BEGIN
    SET @message = CONCAT(
        N'there is no ptdb in the schema "$(schema)" of the database "', REPLACE(DB_NAME(), N'%', N'%%'),
        N'", or none that you may see; install.sql makes it'
    );
    THROW 50000, @message, 1;
END;
-- Written by scripts/generate.
-- expected: begin
SET @json = N'[
["table", "actor_lkup", "actor_lkup", ""],
["column", "actor_lkup", "actor_id", "INT NOT NULL IDENTITY"],
["column", "actor_lkup", "actor_name", "NVARCHAR(250) NOT NULL"],
["column", "actor_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "actor_lkup", "created_by", "INT NOT NULL"],
["column", "actor_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "actor_lkup", "updated_by", "INT NOT NULL"],
["constraint", "actor_lkup", "actor_lkup_pk", "PRIMARY KEY (actor_id)"],
["constraint", "actor_lkup", "actor_lkup_actor_name_uk", "UNIQUE (actor_name)"],
["table", "cluster_tracking_lkup", "cluster_tracking_lkup", ""],
["column", "cluster_tracking_lkup", "cluster_id", "INT NOT NULL IDENTITY"],
["column", "cluster_tracking_lkup", "cluster_name", "NVARCHAR(250) NOT NULL"],
["column", "cluster_tracking_lkup", "cluster_max_memory", "INT NULL"],
["column", "cluster_tracking_lkup", "cluster_max_memory_unit", "NVARCHAR(2) NULL"],
["column", "cluster_tracking_lkup", "cluster_max_processing", "INT NULL"],
["column", "cluster_tracking_lkup", "cluster_max_processing_unit", "NVARCHAR(3) NULL"],
["column", "cluster_tracking_lkup", "cluster_current_memory_usage", "INT NULL"],
["column", "cluster_tracking_lkup", "cluster_current_process_usage", "INT NULL"],
["column", "cluster_tracking_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "cluster_tracking_lkup", "created_by", "INT NOT NULL"],
["column", "cluster_tracking_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "cluster_tracking_lkup", "updated_by", "INT NOT NULL"],
["constraint", "cluster_tracking_lkup", "cluster_tracking_lkup_pk", "PRIMARY KEY (cluster_id)"],
["constraint", "cluster_tracking_lkup", "cluster_tracking_lkup_cluster_name_uk", "UNIQUE (cluster_name)"],
["constraint", "cluster_tracking_lkup", "cluster_tracking_lkup_max_memory_ck", "CHECK cluster_max_memory>=0"],
["constraint", "cluster_tracking_lkup", "cluster_tracking_lkup_max_processing_ck", "CHECK cluster_max_processing>=0"],
["table", "cluster_process", "cluster_process", ""],
["column", "cluster_process", "cluster_id", "INT NOT NULL"],
["column", "cluster_process", "process_id", "INT NOT NULL"],
["column", "cluster_process", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "cluster_process", "created_by", "INT NOT NULL"],
["column", "cluster_process", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "cluster_process", "updated_by", "INT NOT NULL"],
["constraint", "cluster_process", "cluster_process_pk", "PRIMARY KEY (cluster_id, process_id)"],
["constraint", "cluster_process", "cluster_process_cluster_id_fk", "FOREIGN KEY (cluster_id) REFERENCES cluster_tracking_lkup (cluster_id)"],
["constraint", "cluster_process", "cluster_process_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["index", "cluster_process", "cluster_process_process_id_ix", "(process_id)"],
["table", "contact_lkup", "contact_lkup", ""],
["column", "contact_lkup", "contact_id", "INT NOT NULL IDENTITY"],
["column", "contact_lkup", "contact_name", "NVARCHAR(250) NOT NULL"],
["column", "contact_lkup", "contact_email", "NVARCHAR(750) NULL"],
["column", "contact_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "contact_lkup", "created_by", "INT NOT NULL"],
["column", "contact_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "contact_lkup", "updated_by", "INT NOT NULL"],
["constraint", "contact_lkup", "contact_lkup_pk", "PRIMARY KEY (contact_id)"],
["constraint", "contact_lkup", "contact_lkup_contact_name_uk", "UNIQUE (contact_name)"],
["index", "contact_lkup", "contact_lkup_contact_email_uk", "UNIQUE (contact_email) WHERE contact_emailISNOTNULL"],
["table", "error_type_lkup", "error_type_lkup", ""],
["column", "error_type_lkup", "error_type_id", "INT NOT NULL IDENTITY"],
["column", "error_type_lkup", "error_type_name", "NVARCHAR(250) NOT NULL"],
["column", "error_type_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "error_type_lkup", "created_by", "INT NOT NULL"],
["column", "error_type_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "error_type_lkup", "updated_by", "INT NOT NULL"],
["constraint", "error_type_lkup", "error_type_lkup_pk", "PRIMARY KEY (error_type_id)"],
["constraint", "error_type_lkup", "error_type_lkup_error_type_name_uk", "UNIQUE (error_type_name)"],
["table", "error_tracking", "error_tracking", ""],
["column", "error_tracking", "error_tracking_id", "BIGINT NOT NULL IDENTITY"],
["column", "error_tracking", "error_type_id", "INT NOT NULL"],
["column", "error_tracking", "error_description", "NVARCHAR(MAX) NULL"],
["column", "error_tracking", "error_occurrence_date_time", "DATETIMEOFFSET(6) NOT NULL"],
["column", "error_tracking", "process_tracking_id", "BIGINT NOT NULL"],
["column", "error_tracking", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "error_tracking", "created_by", "INT NOT NULL"],
["column", "error_tracking", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "error_tracking", "updated_by", "INT NOT NULL"],
["constraint", "error_tracking", "error_tracking_pk", "PRIMARY KEY (error_tracking_id)"],
["constraint", "error_tracking", "error_tracking_error_type_id_fk", "FOREIGN KEY (error_type_id) REFERENCES error_type_lkup (error_type_id)"],
["constraint", "error_tracking", "error_tracking_process_tracking_id_fk", "FOREIGN KEY (process_tracking_id) REFERENCES process_tracking (process_tracking_id)"],
["index", "error_tracking", "error_tracking_process_tracking_id_ix", "(process_tracking_id)"],
["index", "error_tracking", "error_tracking_error_type_id_ix", "(error_type_id)"],
["table", "extract_status_lkup", "extract_status_lkup", ""],
["column", "extract_status_lkup", "extract_status_id", "INT NOT NULL IDENTITY"],
["column", "extract_status_lkup", "extract_status_name", "NVARCHAR(75) NOT NULL"],
["column", "extract_status_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_status_lkup", "created_by", "INT NOT NULL"],
["column", "extract_status_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_status_lkup", "updated_by", "INT NOT NULL"],
["constraint", "extract_status_lkup", "extract_status_lkup_pk", "PRIMARY KEY (extract_status_id)"],
["constraint", "extract_status_lkup", "extract_status_lkup_extract_status_name_uk", "UNIQUE (extract_status_name)"],
["table", "extract_compression_type_lkup", "extract_compression_type_lkup", ""],
["column", "extract_compression_type_lkup", "extract_compression_type_id", "INT NOT NULL IDENTITY"],
["column", "extract_compression_type_lkup", "extract_compression_type", "NVARCHAR(25) NOT NULL"],
["column", "extract_compression_type_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_compression_type_lkup", "created_by", "INT NOT NULL"],
["column", "extract_compression_type_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_compression_type_lkup", "updated_by", "INT NOT NULL"],
["constraint", "extract_compression_type_lkup", "extract_compression_type_lkup_pk", "PRIMARY KEY (extract_compression_type_id)"],
["constraint", "extract_compression_type_lkup", "extract_compression_type_lkup_extract_compression_type_uk", "UNIQUE (extract_compression_type)"],
["table", "extract_filetype_lkup", "extract_filetype_lkup", ""],
["column", "extract_filetype_lkup", "extract_filetype_id", "INT NOT NULL IDENTITY"],
["column", "extract_filetype_lkup", "extract_filetype", "NVARCHAR(75) NOT NULL"],
["column", "extract_filetype_lkup", "extract_filetype_code", "NVARCHAR(25) NOT NULL"],
["column", "extract_filetype_lkup", "delimiter_char", "NVARCHAR(1) NULL"],
["column", "extract_filetype_lkup", "quote_char", "NVARCHAR(1) NULL"],
["column", "extract_filetype_lkup", "escape_char", "NVARCHAR(1) NULL"],
["column", "extract_filetype_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_filetype_lkup", "created_by", "INT NOT NULL"],
["column", "extract_filetype_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_filetype_lkup", "updated_by", "INT NOT NULL"],
["constraint", "extract_filetype_lkup", "extract_filetype_lkup_pk", "PRIMARY KEY (extract_filetype_id)"],
["constraint", "extract_filetype_lkup", "extract_filetype_lkup_extract_filetype_uk", "UNIQUE (extract_filetype)"],
["constraint", "extract_filetype_lkup", "extract_filetype_lkup_extract_filetype_code_uk", "UNIQUE (extract_filetype_code)"],
["table", "filesize_type_lkup", "filesize_type_lkup", ""],
["column", "filesize_type_lkup", "filesize_type_id", "INT NOT NULL IDENTITY"],
["column", "filesize_type_lkup", "filesize_type_name", "NVARCHAR(75) NOT NULL"],
["column", "filesize_type_lkup", "filesize_type_code", "NVARCHAR(2) NOT NULL"],
["column", "filesize_type_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "filesize_type_lkup", "created_by", "INT NOT NULL"],
["column", "filesize_type_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "filesize_type_lkup", "updated_by", "INT NOT NULL"],
["constraint", "filesize_type_lkup", "filesize_type_lkup_pk", "PRIMARY KEY (filesize_type_id)"],
["constraint", "filesize_type_lkup", "filesize_type_lkup_filesize_type_name_uk", "UNIQUE (filesize_type_name)"],
["constraint", "filesize_type_lkup", "filesize_type_lkup_filesize_type_code_uk", "UNIQUE (filesize_type_code)"],
["table", "extract_tracking", "extract_tracking", ""],
["column", "extract_tracking", "extract_id", "BIGINT NOT NULL IDENTITY"],
["column", "extract_tracking", "extract_filename", "NVARCHAR(750) NOT NULL"],
["column", "extract_tracking", "extract_location_id", "INT NOT NULL"],
["column", "extract_tracking", "extract_status_id", "INT NOT NULL"],
["column", "extract_tracking", "extract_registration_date_time", "DATETIMEOFFSET(6) NOT NULL"],
["column", "extract_tracking", "extract_write_low_date_time", "DATETIMEOFFSET(6) NULL"],
["column", "extract_tracking", "extract_write_high_date_time", "DATETIMEOFFSET(6) NULL"],
["column", "extract_tracking", "extract_write_record_count", "BIGINT NULL"],
["column", "extract_tracking", "extract_load_low_date_time", "DATETIMEOFFSET(6) NULL"],
["column", "extract_tracking", "extract_load_high_date_time", "DATETIMEOFFSET(6) NULL"],
["column", "extract_tracking", "extract_load_record_count", "BIGINT NULL"],
["column", "extract_tracking", "extract_compression_type_id", "INT NULL"],
["column", "extract_tracking", "extract_filetype_id", "INT NULL"],
["column", "extract_tracking", "extract_filesize", "DECIMAL(38, 10) NULL"],
["column", "extract_tracking", "extract_filesize_type_id", "INT NULL"],
["column", "extract_tracking", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_tracking", "created_by", "INT NOT NULL"],
["column", "extract_tracking", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_tracking", "updated_by", "INT NOT NULL"],
["constraint", "extract_tracking", "extract_tracking_pk", "PRIMARY KEY (extract_id)"],
["constraint", "extract_tracking", "extract_tracking_extract_filename_uk", "UNIQUE (extract_location_id, extract_filename)"],
["constraint", "extract_tracking", "extract_tracking_extract_location_id_fk", "FOREIGN KEY (extract_location_id) REFERENCES location_lkup (location_id)"],
["constraint", "extract_tracking", "extract_tracking_extract_status_id_fk", "FOREIGN KEY (extract_status_id) REFERENCES extract_status_lkup (extract_status_id)"],
["constraint", "extract_tracking", "extract_tracking_extract_compression_type_id_fk", "FOREIGN KEY (extract_compression_type_id) REFERENCES extract_compression_type_lkup (extract_compression_type_id)"],
["constraint", "extract_tracking", "extract_tracking_extract_filetype_id_fk", "FOREIGN KEY (extract_filetype_id) REFERENCES extract_filetype_lkup (extract_filetype_id)"],
["constraint", "extract_tracking", "extract_tracking_extract_filesize_type_id_fk", "FOREIGN KEY (extract_filesize_type_id) REFERENCES filesize_type_lkup (filesize_type_id)"],
["constraint", "extract_tracking", "extract_tracking_counts_ck", "CHECK extract_write_record_count>=0ANDextract_load_record_count>=0"],
["constraint", "extract_tracking", "extract_tracking_write_dates_ck", "CHECK extract_write_low_date_time<=extract_write_high_date_time"],
["constraint", "extract_tracking", "extract_tracking_load_dates_ck", "CHECK extract_load_low_date_time<=extract_load_high_date_time"],
["constraint", "extract_tracking", "extract_tracking_filesize_ck", "CHECK extract_filesize>=0"],
["table", "extract_process_tracking", "extract_process_tracking", ""],
["column", "extract_process_tracking", "extract_tracking_id", "BIGINT NOT NULL"],
["column", "extract_process_tracking", "process_tracking_id", "BIGINT NOT NULL"],
["column", "extract_process_tracking", "extract_process_status_id", "INT NOT NULL"],
["column", "extract_process_tracking", "extract_process_event_date_time", "DATETIMEOFFSET(6) NOT NULL"],
["column", "extract_process_tracking", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_process_tracking", "created_by", "INT NOT NULL"],
["column", "extract_process_tracking", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_process_tracking", "updated_by", "INT NOT NULL"],
["constraint", "extract_process_tracking", "extract_process_tracking_pk", "PRIMARY KEY (extract_tracking_id, process_tracking_id)"],
["constraint", "extract_process_tracking", "extract_process_tracking_extract_tracking_id_fk", "FOREIGN KEY (extract_tracking_id) REFERENCES extract_tracking (extract_id)"],
["constraint", "extract_process_tracking", "extract_process_tracking_process_tracking_id_fk", "FOREIGN KEY (process_tracking_id) REFERENCES process_tracking (process_tracking_id)"],
["constraint", "extract_process_tracking", "extract_process_tracking_extract_process_status_id_fk", "FOREIGN KEY (extract_process_status_id) REFERENCES extract_status_lkup (extract_status_id)"],
["table", "extract_dataset_type", "extract_dataset_type", ""],
["column", "extract_dataset_type", "extract_id", "BIGINT NOT NULL"],
["column", "extract_dataset_type", "dataset_type_id", "INT NOT NULL"],
["column", "extract_dataset_type", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_dataset_type", "created_by", "INT NOT NULL"],
["column", "extract_dataset_type", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_dataset_type", "updated_by", "INT NOT NULL"],
["constraint", "extract_dataset_type", "extract_dataset_type_pk", "PRIMARY KEY (extract_id, dataset_type_id)"],
["constraint", "extract_dataset_type", "extract_dataset_type_extract_id_fk", "FOREIGN KEY (extract_id) REFERENCES extract_tracking (extract_id)"],
["constraint", "extract_dataset_type", "extract_dataset_type_dataset_type_id_fk", "FOREIGN KEY (dataset_type_id) REFERENCES dataset_type_lkup (dataset_type_id)"],
["table", "extract_dependency", "extract_dependency", ""],
["column", "extract_dependency", "parent_extract_id", "BIGINT NOT NULL"],
["column", "extract_dependency", "child_extract_id", "BIGINT NOT NULL"],
["column", "extract_dependency", "dependency_type_id", "INT NOT NULL DEFAULT 1"],
["column", "extract_dependency", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_dependency", "created_by", "INT NOT NULL"],
["column", "extract_dependency", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_dependency", "updated_by", "INT NOT NULL"],
["constraint", "extract_dependency", "extract_dependency_pk", "PRIMARY KEY (parent_extract_id, child_extract_id)"],
["constraint", "extract_dependency", "extract_dependency_parent_extract_id_fk", "FOREIGN KEY (parent_extract_id) REFERENCES extract_tracking (extract_id)"],
["constraint", "extract_dependency", "extract_dependency_child_extract_id_fk", "FOREIGN KEY (child_extract_id) REFERENCES extract_tracking (extract_id)"],
["constraint", "extract_dependency", "extract_dependency_dependency_type_id_fk", "FOREIGN KEY (dependency_type_id) REFERENCES dependency_type_lkup (dependency_type_id)"],
["constraint", "extract_dependency", "extract_dependency_self_ck", "CHECK parent_extract_id<>child_extract_id"],
["table", "extract_source", "extract_source", ""],
["column", "extract_source", "extract_id", "BIGINT NOT NULL"],
["column", "extract_source", "source_id", "INT NOT NULL"],
["column", "extract_source", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_source", "created_by", "INT NOT NULL"],
["column", "extract_source", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_source", "updated_by", "INT NOT NULL"],
["constraint", "extract_source", "extract_source_pk", "PRIMARY KEY (extract_id, source_id)"],
["constraint", "extract_source", "extract_source_extract_id_fk", "FOREIGN KEY (extract_id) REFERENCES extract_tracking (extract_id)"],
["constraint", "extract_source", "extract_source_source_id_fk", "FOREIGN KEY (source_id) REFERENCES source_lkup (source_id)"],
["table", "extract_source_object", "extract_source_object", ""],
["column", "extract_source_object", "extract_id", "BIGINT NOT NULL"],
["column", "extract_source_object", "source_object_id", "INT NOT NULL"],
["column", "extract_source_object", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_source_object", "created_by", "INT NOT NULL"],
["column", "extract_source_object", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "extract_source_object", "updated_by", "INT NOT NULL"],
["constraint", "extract_source_object", "extract_source_object_pk", "PRIMARY KEY (extract_id, source_object_id)"],
["constraint", "extract_source_object", "extract_source_object_extract_id_fk", "FOREIGN KEY (extract_id) REFERENCES extract_tracking (extract_id)"],
["constraint", "extract_source_object", "extract_source_object_source_object_id_fk", "FOREIGN KEY (source_object_id) REFERENCES source_object_lkup (source_object_id)"],
["index", "extract_tracking", "extract_tracking_extract_status_id_ix", "(extract_status_id, extract_location_id)"],
["index", "extract_process_tracking", "extract_process_tracking_process_tracking_id_ix", "(process_tracking_id)"],
["index", "extract_process_tracking", "extract_process_tracking_extract_process_status_id_ix", "(extract_process_status_id)"],
["index", "extract_dataset_type", "extract_dataset_type_dataset_type_id_ix", "(dataset_type_id)"],
["index", "extract_dependency", "extract_dependency_child_extract_id_ix", "(child_extract_id)"],
["index", "extract_dependency", "extract_dependency_dependency_type_id_ix", "(dependency_type_id)"],
["index", "extract_source", "extract_source_source_id_ix", "(source_id)"],
["index", "extract_source_object", "extract_source_object_source_object_id_ix", "(source_object_id)"],
["table", "location_type_lkup", "location_type_lkup", ""],
["column", "location_type_lkup", "location_type_id", "INT NOT NULL IDENTITY"],
["column", "location_type_lkup", "location_type_name", "NVARCHAR(25) NOT NULL"],
["column", "location_type_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "location_type_lkup", "created_by", "INT NOT NULL"],
["column", "location_type_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "location_type_lkup", "updated_by", "INT NOT NULL"],
["constraint", "location_type_lkup", "location_type_lkup_pk", "PRIMARY KEY (location_type_id)"],
["constraint", "location_type_lkup", "location_type_lkup_location_type_name_uk", "UNIQUE (location_type_name)"],
["table", "location_lkup", "location_lkup", ""],
["column", "location_lkup", "location_id", "INT NOT NULL IDENTITY"],
["column", "location_lkup", "location_name", "NVARCHAR(750) NOT NULL"],
["column", "location_lkup", "location_path", "NVARCHAR(750) NOT NULL"],
["column", "location_lkup", "location_type_id", "INT NOT NULL"],
["column", "location_lkup", "location_file_count", "INT NULL"],
["column", "location_lkup", "location_bucket_name", "NVARCHAR(750) NULL"],
["column", "location_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "location_lkup", "created_by", "INT NOT NULL"],
["column", "location_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "location_lkup", "updated_by", "INT NOT NULL"],
["constraint", "location_lkup", "location_lkup_pk", "PRIMARY KEY (location_id)"],
["constraint", "location_lkup", "location_lkup_location_name_uk", "UNIQUE (location_name)"],
["constraint", "location_lkup", "location_lkup_location_path_uk", "UNIQUE (location_path)"],
["constraint", "location_lkup", "location_lkup_location_type_id_fk", "FOREIGN KEY (location_type_id) REFERENCES location_type_lkup (location_type_id)"],
["constraint", "location_lkup", "location_lkup_file_count_ck", "CHECK location_file_count>=0"],
["index", "location_lkup", "location_lkup_location_type_id_ix", "(location_type_id)"],
["table", "execution", "execution", ""],
["column", "execution", "execution_id", "UNIQUEIDENTIFIER NOT NULL"],
["column", "execution", "status", "NVARCHAR(20) NOT NULL"],
["column", "execution", "started_on", "DATETIMEOFFSET(6) NOT NULL"],
["column", "execution", "completed_on", "DATETIMEOFFSET(6) NULL"],
["column", "execution", "execution_time_ms", "BIGINT NULL"],
["column", "execution", "created_on", "DATETIMEOFFSET(6) NOT NULL"],
["column", "execution", "updated_on", "DATETIMEOFFSET(6) NOT NULL"],
["column", "execution", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "execution", "created_by", "INT NOT NULL"],
["column", "execution", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "execution", "updated_by", "INT NOT NULL"],
["constraint", "execution", "execution_pk", "PRIMARY KEY (execution_id)"],
["constraint", "execution", "execution_status_ck", "CHECK status=N''INITIALISED''ORstatus=N''IN_PROGRESS''ORstatus=N''COMPLETED''"],
["constraint", "execution", "execution_time_ck", "CHECK execution_time_ms>=0"],
["table", "execution_step", "execution_step", ""],
["column", "execution_step", "execution_step_id", "UNIQUEIDENTIFIER NOT NULL"],
["column", "execution_step", "execution_id", "UNIQUEIDENTIFIER NOT NULL"],
["column", "execution_step", "step_name", "NVARCHAR(20) NOT NULL"],
["column", "execution_step", "status", "NVARCHAR(20) NOT NULL"],
["column", "execution_step", "rows_processed", "BIGINT NULL"],
["column", "execution_step", "started_on", "DATETIMEOFFSET(6) NOT NULL"],
["column", "execution_step", "completed_on", "DATETIMEOFFSET(6) NULL"],
["column", "execution_step", "execution_time_ms", "BIGINT NULL"],
["column", "execution_step", "created_on", "DATETIMEOFFSET(6) NOT NULL"],
["column", "execution_step", "updated_on", "DATETIMEOFFSET(6) NOT NULL"],
["column", "execution_step", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "execution_step", "created_by", "INT NOT NULL"],
["column", "execution_step", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "execution_step", "updated_by", "INT NOT NULL"],
["constraint", "execution_step", "execution_step_pk", "PRIMARY KEY (execution_step_id)"],
["constraint", "execution_step", "execution_step_step_name_uk", "UNIQUE (execution_id, step_name)"],
["constraint", "execution_step", "execution_step_execution_id_fk", "FOREIGN KEY (execution_id) REFERENCES execution (execution_id)"],
["constraint", "execution_step", "execution_step_name_ck", "CHECK step_name=N''LOAD''ORstep_name=N''TRANSFORM''"],
["constraint", "execution_step", "execution_step_status_ck", "CHECK status=N''INITIALISED''ORstatus=N''IN_PROGRESS''ORstatus=N''COMPLETED''"],
["constraint", "execution_step", "execution_step_rows_ck", "CHECK rows_processed>=0"],
["constraint", "execution_step", "execution_step_time_ck", "CHECK execution_time_ms>=0"],
["table", "execution_step_model", "execution_step_model", ""],
["column", "execution_step_model", "execution_step_model_id", "UNIQUEIDENTIFIER NOT NULL"],
["column", "execution_step_model", "execution_step_id", "UNIQUEIDENTIFIER NOT NULL"],
["column", "execution_step_model", "model_name", "NVARCHAR(250) NOT NULL"],
["column", "execution_step_model", "checksum", "NVARCHAR(100) NOT NULL"],
["column", "execution_step_model", "created_on", "DATETIMEOFFSET(6) NOT NULL"],
["column", "execution_step_model", "updated_on", "DATETIMEOFFSET(6) NOT NULL"],
["column", "execution_step_model", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "execution_step_model", "created_by", "INT NOT NULL"],
["column", "execution_step_model", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "execution_step_model", "updated_by", "INT NOT NULL"],
["constraint", "execution_step_model", "execution_step_model_pk", "PRIMARY KEY (execution_step_model_id)"],
["constraint", "execution_step_model", "execution_step_model_model_name_uk", "UNIQUE (execution_step_id, model_name)"],
["constraint", "execution_step_model", "execution_step_model_execution_step_id_fk", "FOREIGN KEY (execution_step_id) REFERENCES execution_step (execution_step_id)"],
["index", "execution", "execution_completed_on_ix", "(completed_on) WHERE status=N''COMPLETED''"],
["table", "process_type_lkup", "process_type_lkup", ""],
["column", "process_type_lkup", "process_type_id", "INT NOT NULL IDENTITY"],
["column", "process_type_lkup", "process_type_name", "NVARCHAR(250) NOT NULL"],
["column", "process_type_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_type_lkup", "created_by", "INT NOT NULL"],
["column", "process_type_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_type_lkup", "updated_by", "INT NOT NULL"],
["constraint", "process_type_lkup", "process_type_lkup_pk", "PRIMARY KEY (process_type_id)"],
["constraint", "process_type_lkup", "process_type_lkup_process_type_name_uk", "UNIQUE (process_type_name)"],
["table", "process_status_lkup", "process_status_lkup", ""],
["column", "process_status_lkup", "process_status_id", "INT NOT NULL IDENTITY"],
["column", "process_status_lkup", "process_status_name", "NVARCHAR(75) NOT NULL"],
["column", "process_status_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_status_lkup", "created_by", "INT NOT NULL"],
["column", "process_status_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_status_lkup", "updated_by", "INT NOT NULL"],
["constraint", "process_status_lkup", "process_status_lkup_pk", "PRIMARY KEY (process_status_id)"],
["constraint", "process_status_lkup", "process_status_lkup_process_status_name_uk", "UNIQUE (process_status_name)"],
["table", "dependency_type_lkup", "dependency_type_lkup", ""],
["column", "dependency_type_lkup", "dependency_type_id", "INT NOT NULL IDENTITY"],
["column", "dependency_type_lkup", "dependency_type_name", "NVARCHAR(75) NOT NULL"],
["column", "dependency_type_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "dependency_type_lkup", "created_by", "INT NOT NULL"],
["column", "dependency_type_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "dependency_type_lkup", "updated_by", "INT NOT NULL"],
["constraint", "dependency_type_lkup", "dependency_type_lkup_pk", "PRIMARY KEY (dependency_type_id)"],
["constraint", "dependency_type_lkup", "dependency_type_lkup_dependency_type_name_uk", "UNIQUE (dependency_type_name)"],
["table", "process", "process", ""],
["column", "process", "process_id", "INT NOT NULL IDENTITY"],
["column", "process", "process_name", "NVARCHAR(250) NOT NULL"],
["column", "process", "total_record_count", "BIGINT NOT NULL DEFAULT 0"],
["column", "process", "process_type_id", "INT NOT NULL"],
["column", "process", "process_tool_id", "INT NOT NULL"],
["column", "process", "last_failed_run_date_time", "DATETIMEOFFSET(6) NULL"],
["column", "process", "last_completed_run_date_time", "DATETIMEOFFSET(6) NULL"],
["column", "process", "last_errored_run_date_time", "DATETIMEOFFSET(6) NULL"],
["column", "process", "schedule_frequency_id", "INT NOT NULL DEFAULT 0"],
["column", "process", "max_concurrent_failures", "INT NULL"],
["column", "process", "stale_after_seconds", "INT NULL"],
["column", "process", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process", "created_by", "INT NOT NULL"],
["column", "process", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process", "updated_by", "INT NOT NULL"],
["constraint", "process", "process_pk", "PRIMARY KEY (process_id)"],
["constraint", "process", "process_name_uk", "UNIQUE (process_name)"],
["constraint", "process", "process_process_type_id_fk", "FOREIGN KEY (process_type_id) REFERENCES process_type_lkup (process_type_id)"],
["constraint", "process", "process_process_tool_id_fk", "FOREIGN KEY (process_tool_id) REFERENCES tool_lkup (tool_id)"],
["constraint", "process", "process_schedule_frequency_id_fk", "FOREIGN KEY (schedule_frequency_id) REFERENCES schedule_frequency_lkup (schedule_frequency_id)"],
["constraint", "process", "process_total_record_count_ck", "CHECK total_record_count>=0"],
["constraint", "process", "process_max_concurrent_failures_ck", "CHECK max_concurrent_failures>=1"],
["constraint", "process", "process_stale_after_seconds_ck", "CHECK stale_after_seconds>=1"],
["table", "process_tracking", "process_tracking", ""],
["column", "process_tracking", "process_tracking_id", "BIGINT NOT NULL IDENTITY"],
["column", "process_tracking", "process_id", "INT NOT NULL"],
["column", "process_tracking", "process_status_id", "INT NOT NULL"],
["column", "process_tracking", "process_run_id", "BIGINT NOT NULL"],
["column", "process_tracking", "process_run_low_date_time", "DATETIMEOFFSET(6) NULL"],
["column", "process_tracking", "process_run_high_date_time", "DATETIMEOFFSET(6) NULL"],
["column", "process_tracking", "process_run_start_date_time", "DATETIMEOFFSET(6) NOT NULL"],
["column", "process_tracking", "process_run_end_date_time", "DATETIMEOFFSET(6) NULL"],
["column", "process_tracking", "process_run_heartbeat_date_time", "DATETIMEOFFSET(6) NULL"],
["column", "process_tracking", "process_run_record_count", "BIGINT NOT NULL DEFAULT 0"],
["column", "process_tracking", "process_run_insert_count", "BIGINT NOT NULL DEFAULT 0"],
["column", "process_tracking", "process_run_update_count", "BIGINT NOT NULL DEFAULT 0"],
["column", "process_tracking", "process_run_delete_count", "BIGINT NOT NULL DEFAULT 0"],
["column", "process_tracking", "process_run_reject_count", "BIGINT NOT NULL DEFAULT 0"],
["column", "process_tracking", "process_run_actor_id", "INT NOT NULL"],
["column", "process_tracking", "is_latest_run", "BIT NOT NULL DEFAULT 0"],
["column", "process_tracking", "process_run_name", "NVARCHAR(250) NULL"],
["column", "process_tracking", "parent_process_tracking_id", "BIGINT NULL"],
["column", "process_tracking", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_tracking", "created_by", "INT NOT NULL"],
["column", "process_tracking", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_tracking", "updated_by", "INT NOT NULL"],
["constraint", "process_tracking", "process_tracking_pk", "PRIMARY KEY (process_tracking_id)"],
["constraint", "process_tracking", "process_tracking_process_run_id_uk", "UNIQUE (process_id, process_run_id)"],
["constraint", "process_tracking", "process_tracking_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["constraint", "process_tracking", "process_tracking_process_status_id_fk", "FOREIGN KEY (process_status_id) REFERENCES process_status_lkup (process_status_id)"],
["constraint", "process_tracking", "process_tracking_process_run_actor_id_fk", "FOREIGN KEY (process_run_actor_id) REFERENCES actor_lkup (actor_id)"],
["constraint", "process_tracking", "process_tracking_parent_process_tracking_id_fk", "FOREIGN KEY (parent_process_tracking_id) REFERENCES process_tracking (process_tracking_id)"],
["constraint", "process_tracking", "process_tracking_run_id_ck", "CHECK process_run_id>=1"],
["constraint", "process_tracking", "process_tracking_counts_ck", "CHECK process_run_record_count>=0ANDprocess_run_insert_count>=0ANDprocess_run_update_count>=0ANDprocess_run_delete_count>=0ANDprocess_run_reject_count>=0"],
["constraint", "process_tracking", "process_tracking_dates_ck", "CHECK process_run_low_date_time<=process_run_high_date_time"],
["constraint", "process_tracking", "process_tracking_parent_ck", "CHECK parent_process_tracking_id<>process_tracking_id"],
["table", "process_contact", "process_contact", ""],
["column", "process_contact", "process_id", "INT NOT NULL"],
["column", "process_contact", "contact_id", "INT NOT NULL"],
["column", "process_contact", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_contact", "created_by", "INT NOT NULL"],
["column", "process_contact", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_contact", "updated_by", "INT NOT NULL"],
["constraint", "process_contact", "process_contact_pk", "PRIMARY KEY (process_id, contact_id)"],
["constraint", "process_contact", "process_contact_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["constraint", "process_contact", "process_contact_contact_id_fk", "FOREIGN KEY (contact_id) REFERENCES contact_lkup (contact_id)"],
["table", "process_dataset_type", "process_dataset_type", ""],
["column", "process_dataset_type", "process_id", "INT NOT NULL"],
["column", "process_dataset_type", "dataset_type_id", "INT NOT NULL"],
["column", "process_dataset_type", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_dataset_type", "created_by", "INT NOT NULL"],
["column", "process_dataset_type", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_dataset_type", "updated_by", "INT NOT NULL"],
["constraint", "process_dataset_type", "process_dataset_type_pk", "PRIMARY KEY (process_id, dataset_type_id)"],
["constraint", "process_dataset_type", "process_dataset_type_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["constraint", "process_dataset_type", "process_dataset_type_dataset_type_id_fk", "FOREIGN KEY (dataset_type_id) REFERENCES dataset_type_lkup (dataset_type_id)"],
["table", "process_dependency", "process_dependency", ""],
["column", "process_dependency", "parent_process_id", "INT NOT NULL"],
["column", "process_dependency", "child_process_id", "INT NOT NULL"],
["column", "process_dependency", "dependency_type_id", "INT NOT NULL DEFAULT 1"],
["column", "process_dependency", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_dependency", "created_by", "INT NOT NULL"],
["column", "process_dependency", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_dependency", "updated_by", "INT NOT NULL"],
["constraint", "process_dependency", "process_dependency_pk", "PRIMARY KEY (parent_process_id, child_process_id)"],
["constraint", "process_dependency", "process_dependency_parent_process_id_fk", "FOREIGN KEY (parent_process_id) REFERENCES process (process_id)"],
["constraint", "process_dependency", "process_dependency_child_process_id_fk", "FOREIGN KEY (child_process_id) REFERENCES process (process_id)"],
["constraint", "process_dependency", "process_dependency_dependency_type_id_fk", "FOREIGN KEY (dependency_type_id) REFERENCES dependency_type_lkup (dependency_type_id)"],
["constraint", "process_dependency", "process_dependency_self_ck", "CHECK parent_process_id<>child_process_id"],
["table", "process_filter", "process_filter", ""],
["column", "process_filter", "process_filter_id", "INT NOT NULL IDENTITY"],
["column", "process_filter", "process_id", "INT NOT NULL"],
["column", "process_filter", "source_object_attribute_id", "INT NOT NULL"],
["column", "process_filter", "filter_type_id", "INT NOT NULL"],
["column", "process_filter", "filter_value_string", "NVARCHAR(250) NULL"],
["column", "process_filter", "filter_value_numeric", "DECIMAL(38, 10) NULL"],
["column", "process_filter", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_filter", "created_by", "INT NOT NULL"],
["column", "process_filter", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_filter", "updated_by", "INT NOT NULL"],
["constraint", "process_filter", "process_filter_pk", "PRIMARY KEY (process_filter_id)"],
["constraint", "process_filter", "process_filter_filter_type_id_uk", "UNIQUE (process_id, source_object_attribute_id, filter_type_id)"],
["constraint", "process_filter", "process_filter_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["constraint", "process_filter", "process_filter_source_object_attribute_id_fk", "FOREIGN KEY (source_object_attribute_id) REFERENCES source_object_attribute_lkup (source_object_attribute_id)"],
["constraint", "process_filter", "process_filter_filter_type_id_fk", "FOREIGN KEY (filter_type_id) REFERENCES filter_type_lkup (filter_type_id)"],
["table", "process_source", "process_source", ""],
["column", "process_source", "process_id", "INT NOT NULL"],
["column", "process_source", "source_id", "INT NOT NULL"],
["column", "process_source", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_source", "created_by", "INT NOT NULL"],
["column", "process_source", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_source", "updated_by", "INT NOT NULL"],
["constraint", "process_source", "process_source_pk", "PRIMARY KEY (process_id, source_id)"],
["constraint", "process_source", "process_source_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["constraint", "process_source", "process_source_source_id_fk", "FOREIGN KEY (source_id) REFERENCES source_lkup (source_id)"],
["table", "process_source_object", "process_source_object", ""],
["column", "process_source_object", "process_id", "INT NOT NULL"],
["column", "process_source_object", "source_object_id", "INT NOT NULL"],
["column", "process_source_object", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_source_object", "created_by", "INT NOT NULL"],
["column", "process_source_object", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_source_object", "updated_by", "INT NOT NULL"],
["constraint", "process_source_object", "process_source_object_pk", "PRIMARY KEY (process_id, source_object_id)"],
["constraint", "process_source_object", "process_source_object_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["constraint", "process_source_object", "process_source_object_source_object_id_fk", "FOREIGN KEY (source_object_id) REFERENCES source_object_lkup (source_object_id)"],
["table", "process_source_object_attribute", "process_source_object_attribute", ""],
["column", "process_source_object_attribute", "process_id", "INT NOT NULL"],
["column", "process_source_object_attribute", "source_object_attribute_id", "INT NOT NULL"],
["column", "process_source_object_attribute", "source_object_attribute_alias", "NVARCHAR(250) NULL"],
["column", "process_source_object_attribute", "source_object_attribute_expression", "NVARCHAR(250) NULL"],
["column", "process_source_object_attribute", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_source_object_attribute", "created_by", "INT NOT NULL"],
["column", "process_source_object_attribute", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_source_object_attribute", "updated_by", "INT NOT NULL"],
["constraint", "process_source_object_attribute", "process_source_object_attribute_pk", "PRIMARY KEY (process_id, source_object_attribute_id)"],
["constraint", "process_source_object_attribute", "process_source_object_attribute_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["constraint", "process_source_object_attribute", "process_source_object_attribute_source_object_attribute_id_fk", "FOREIGN KEY (source_object_attribute_id) REFERENCES source_object_attribute_lkup (source_object_attribute_id)"],
["table", "process_target", "process_target", ""],
["column", "process_target", "process_id", "INT NOT NULL"],
["column", "process_target", "target_source_id", "INT NOT NULL"],
["column", "process_target", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_target", "created_by", "INT NOT NULL"],
["column", "process_target", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_target", "updated_by", "INT NOT NULL"],
["constraint", "process_target", "process_target_pk", "PRIMARY KEY (process_id, target_source_id)"],
["constraint", "process_target", "process_target_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["constraint", "process_target", "process_target_target_source_id_fk", "FOREIGN KEY (target_source_id) REFERENCES source_lkup (source_id)"],
["table", "process_target_object", "process_target_object", ""],
["column", "process_target_object", "process_id", "INT NOT NULL"],
["column", "process_target_object", "target_object_id", "INT NOT NULL"],
["column", "process_target_object", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_target_object", "created_by", "INT NOT NULL"],
["column", "process_target_object", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_target_object", "updated_by", "INT NOT NULL"],
["constraint", "process_target_object", "process_target_object_pk", "PRIMARY KEY (process_id, target_object_id)"],
["constraint", "process_target_object", "process_target_object_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["constraint", "process_target_object", "process_target_object_target_object_id_fk", "FOREIGN KEY (target_object_id) REFERENCES source_object_lkup (source_object_id)"],
["table", "process_target_object_attribute", "process_target_object_attribute", ""],
["column", "process_target_object_attribute", "process_id", "INT NOT NULL"],
["column", "process_target_object_attribute", "target_object_attribute_id", "INT NOT NULL"],
["column", "process_target_object_attribute", "target_object_attribute_alias", "NVARCHAR(250) NULL"],
["column", "process_target_object_attribute", "target_object_attribute_expression", "NVARCHAR(250) NULL"],
["column", "process_target_object_attribute", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_target_object_attribute", "created_by", "INT NOT NULL"],
["column", "process_target_object_attribute", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "process_target_object_attribute", "updated_by", "INT NOT NULL"],
["constraint", "process_target_object_attribute", "process_target_object_attribute_pk", "PRIMARY KEY (process_id, target_object_attribute_id)"],
["constraint", "process_target_object_attribute", "process_target_object_attribute_process_id_fk", "FOREIGN KEY (process_id) REFERENCES process (process_id)"],
["constraint", "process_target_object_attribute", "process_target_object_attribute_target_object_attribute_id_fk", "FOREIGN KEY (target_object_attribute_id) REFERENCES source_object_attribute_lkup (source_object_attribute_id)"],
["index", "process", "process_process_type_id_ix", "(process_type_id)"],
["index", "process", "process_process_tool_id_ix", "(process_tool_id)"],
["index", "process", "process_schedule_frequency_id_ix", "(schedule_frequency_id)"],
["index", "process_tracking", "process_tracking_latest_ux", "UNIQUE (process_id) WHERE is_latest_run=1"],
["index", "process_tracking", "process_tracking_process_run_name_ux", "UNIQUE (process_run_name) WHERE process_run_nameISNOTNULL"],
["index", "process_tracking", "process_tracking_process_run_high_date_time_ix", "(process_id, process_run_high_date_time) WHERE process_run_high_date_timeISNOTNULL"],
["index", "process_tracking", "process_tracking_process_run_actor_id_ix", "(process_run_actor_id)"],
["index", "process_tracking", "process_tracking_parent_process_tracking_id_ix", "(parent_process_tracking_id) WHERE parent_process_tracking_idISNOTNULL"],
["index", "process_tracking", "process_tracking_process_status_id_ix", "(process_status_id)"],
["index", "process_contact", "process_contact_contact_id_ix", "(contact_id)"],
["index", "process_dataset_type", "process_dataset_type_dataset_type_id_ix", "(dataset_type_id)"],
["index", "process_dependency", "process_dependency_child_process_id_ix", "(child_process_id)"],
["index", "process_dependency", "process_dependency_dependency_type_id_ix", "(dependency_type_id)"],
["index", "process_filter", "process_filter_source_object_attribute_id_ix", "(source_object_attribute_id)"],
["index", "process_filter", "process_filter_filter_type_id_ix", "(filter_type_id)"],
["index", "process_source", "process_source_source_id_ix", "(source_id)"],
["index", "process_source_object", "process_source_object_source_object_id_ix", "(source_object_id)"],
["index", "process_source_object_attribute", "process_source_object_attribute_source_object_attribute_id_ix", "(source_object_attribute_id)"],
["index", "process_target", "process_target_target_source_id_ix", "(target_source_id)"],
["index", "process_target_object", "process_target_object_target_object_id_ix", "(target_object_id)"],
["index", "process_target_object_attribute", "process_target_object_attribute_target_object_attribute_id_ix", "(target_object_attribute_id)"],
["table", "schedule_frequency_lkup", "schedule_frequency_lkup", ""],
["column", "schedule_frequency_lkup", "schedule_frequency_id", "INT NOT NULL IDENTITY"],
["column", "schedule_frequency_lkup", "schedule_frequency_name", "NVARCHAR(25) NOT NULL"],
["column", "schedule_frequency_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "schedule_frequency_lkup", "created_by", "INT NOT NULL"],
["column", "schedule_frequency_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "schedule_frequency_lkup", "updated_by", "INT NOT NULL"],
["constraint", "schedule_frequency_lkup", "schedule_frequency_lkup_pk", "PRIMARY KEY (schedule_frequency_id)"],
["constraint", "schedule_frequency_lkup", "schedule_frequency_lkup_schedule_frequency_name_uk", "UNIQUE (schedule_frequency_name)"],
["table", "source_type_lkup", "source_type_lkup", ""],
["column", "source_type_lkup", "source_type_id", "INT NOT NULL IDENTITY"],
["column", "source_type_lkup", "source_type_name", "NVARCHAR(75) NOT NULL"],
["column", "source_type_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_type_lkup", "created_by", "INT NOT NULL"],
["column", "source_type_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_type_lkup", "updated_by", "INT NOT NULL"],
["constraint", "source_type_lkup", "source_type_lkup_pk", "PRIMARY KEY (source_type_id)"],
["constraint", "source_type_lkup", "source_type_lkup_source_type_name_uk", "UNIQUE (source_type_name)"],
["table", "character_set_lkup", "character_set_lkup", ""],
["column", "character_set_lkup", "character_set_id", "INT NOT NULL IDENTITY"],
["column", "character_set_lkup", "character_set_name", "NVARCHAR(75) NOT NULL"],
["column", "character_set_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "character_set_lkup", "created_by", "INT NOT NULL"],
["column", "character_set_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "character_set_lkup", "updated_by", "INT NOT NULL"],
["constraint", "character_set_lkup", "character_set_lkup_pk", "PRIMARY KEY (character_set_id)"],
["constraint", "character_set_lkup", "character_set_lkup_character_set_name_uk", "UNIQUE (character_set_name)"],
["table", "data_type_lkup", "data_type_lkup", ""],
["column", "data_type_lkup", "data_type_id", "INT NOT NULL IDENTITY"],
["column", "data_type_lkup", "data_type", "NVARCHAR(75) NOT NULL"],
["column", "data_type_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "data_type_lkup", "created_by", "INT NOT NULL"],
["column", "data_type_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "data_type_lkup", "updated_by", "INT NOT NULL"],
["constraint", "data_type_lkup", "data_type_lkup_pk", "PRIMARY KEY (data_type_id)"],
["constraint", "data_type_lkup", "data_type_lkup_data_type_uk", "UNIQUE (data_type)"],
["table", "dataset_type_lkup", "dataset_type_lkup", ""],
["column", "dataset_type_lkup", "dataset_type_id", "INT NOT NULL IDENTITY"],
["column", "dataset_type_lkup", "dataset_type", "NVARCHAR(250) NOT NULL"],
["column", "dataset_type_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "dataset_type_lkup", "created_by", "INT NOT NULL"],
["column", "dataset_type_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "dataset_type_lkup", "updated_by", "INT NOT NULL"],
["constraint", "dataset_type_lkup", "dataset_type_lkup_pk", "PRIMARY KEY (dataset_type_id)"],
["constraint", "dataset_type_lkup", "dataset_type_lkup_dataset_type_uk", "UNIQUE (dataset_type)"],
["table", "filter_type_lkup", "filter_type_lkup", ""],
["column", "filter_type_lkup", "filter_type_id", "INT NOT NULL IDENTITY"],
["column", "filter_type_lkup", "filter_type_name", "NVARCHAR(75) NOT NULL"],
["column", "filter_type_lkup", "filter_type_code", "NVARCHAR(3) NOT NULL"],
["column", "filter_type_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "filter_type_lkup", "created_by", "INT NOT NULL"],
["column", "filter_type_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "filter_type_lkup", "updated_by", "INT NOT NULL"],
["constraint", "filter_type_lkup", "filter_type_lkup_pk", "PRIMARY KEY (filter_type_id)"],
["constraint", "filter_type_lkup", "filter_type_lkup_filter_type_name_uk", "UNIQUE (filter_type_name)"],
["constraint", "filter_type_lkup", "filter_type_lkup_filter_type_code_uk", "UNIQUE (filter_type_code)"],
["table", "source_lkup", "source_lkup", ""],
["column", "source_lkup", "source_id", "INT NOT NULL IDENTITY"],
["column", "source_lkup", "source_name", "NVARCHAR(250) NOT NULL"],
["column", "source_lkup", "character_set_id", "INT NULL"],
["column", "source_lkup", "source_type_id", "INT NOT NULL DEFAULT 1"],
["column", "source_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_lkup", "created_by", "INT NOT NULL"],
["column", "source_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_lkup", "updated_by", "INT NOT NULL"],
["constraint", "source_lkup", "source_lkup_pk", "PRIMARY KEY (source_id)"],
["constraint", "source_lkup", "source_lkup_source_name_uk", "UNIQUE (source_name)"],
["constraint", "source_lkup", "source_lkup_character_set_id_fk", "FOREIGN KEY (character_set_id) REFERENCES character_set_lkup (character_set_id)"],
["constraint", "source_lkup", "source_lkup_source_type_id_fk", "FOREIGN KEY (source_type_id) REFERENCES source_type_lkup (source_type_id)"],
["table", "source_object_lkup", "source_object_lkup", ""],
["column", "source_object_lkup", "source_object_id", "INT NOT NULL IDENTITY"],
["column", "source_object_lkup", "source_id", "INT NOT NULL"],
["column", "source_object_lkup", "source_object_name", "NVARCHAR(250) NOT NULL"],
["column", "source_object_lkup", "character_set_id", "INT NULL"],
["column", "source_object_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_object_lkup", "created_by", "INT NOT NULL"],
["column", "source_object_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_object_lkup", "updated_by", "INT NOT NULL"],
["constraint", "source_object_lkup", "source_object_lkup_pk", "PRIMARY KEY (source_object_id)"],
["constraint", "source_object_lkup", "source_object_lkup_source_object_name_uk", "UNIQUE (source_id, source_object_name)"],
["constraint", "source_object_lkup", "source_object_lkup_source_id_fk", "FOREIGN KEY (source_id) REFERENCES source_lkup (source_id)"],
["constraint", "source_object_lkup", "source_object_lkup_character_set_id_fk", "FOREIGN KEY (character_set_id) REFERENCES character_set_lkup (character_set_id)"],
["table", "source_object_attribute_lkup", "source_object_attribute_lkup", ""],
["column", "source_object_attribute_lkup", "source_object_attribute_id", "INT NOT NULL IDENTITY"],
["column", "source_object_attribute_lkup", "source_object_attribute_name", "NVARCHAR(250) NOT NULL"],
["column", "source_object_attribute_lkup", "source_object_id", "INT NOT NULL"],
["column", "source_object_attribute_lkup", "attribute_path", "NVARCHAR(750) NULL"],
["column", "source_object_attribute_lkup", "data_type_id", "INT NULL"],
["column", "source_object_attribute_lkup", "data_length", "INT NULL"],
["column", "source_object_attribute_lkup", "data_decimal", "INT NULL"],
["column", "source_object_attribute_lkup", "is_pii", "BIT NOT NULL DEFAULT 0"],
["column", "source_object_attribute_lkup", "default_value_string", "NVARCHAR(250) NULL"],
["column", "source_object_attribute_lkup", "default_value_number", "DECIMAL(38, 10) NULL"],
["column", "source_object_attribute_lkup", "is_key", "BIT NOT NULL DEFAULT 0"],
["column", "source_object_attribute_lkup", "is_filter", "BIT NOT NULL DEFAULT 0"],
["column", "source_object_attribute_lkup", "is_partition", "BIT NOT NULL DEFAULT 0"],
["column", "source_object_attribute_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_object_attribute_lkup", "created_by", "INT NOT NULL"],
["column", "source_object_attribute_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_object_attribute_lkup", "updated_by", "INT NOT NULL"],
["constraint", "source_object_attribute_lkup", "source_object_attribute_lkup_pk", "PRIMARY KEY (source_object_attribute_id)"],
["constraint", "source_object_attribute_lkup", "source_object_attribute_lkup_source_object_attribute_name_uk", "UNIQUE (source_object_id, source_object_attribute_name)"],
["constraint", "source_object_attribute_lkup", "source_object_attribute_lkup_source_object_id_fk", "FOREIGN KEY (source_object_id) REFERENCES source_object_lkup (source_object_id)"],
["constraint", "source_object_attribute_lkup", "source_object_attribute_lkup_data_type_id_fk", "FOREIGN KEY (data_type_id) REFERENCES data_type_lkup (data_type_id)"],
["constraint", "source_object_attribute_lkup", "source_object_attribute_lkup_length_ck", "CHECK data_length>=0"],
["constraint", "source_object_attribute_lkup", "source_object_attribute_lkup_decimal_ck", "CHECK data_decimal>=0"],
["table", "source_contact", "source_contact", ""],
["column", "source_contact", "source_id", "INT NOT NULL"],
["column", "source_contact", "contact_id", "INT NOT NULL"],
["column", "source_contact", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_contact", "created_by", "INT NOT NULL"],
["column", "source_contact", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_contact", "updated_by", "INT NOT NULL"],
["constraint", "source_contact", "source_contact_pk", "PRIMARY KEY (source_id, contact_id)"],
["constraint", "source_contact", "source_contact_source_id_fk", "FOREIGN KEY (source_id) REFERENCES source_lkup (source_id)"],
["constraint", "source_contact", "source_contact_contact_id_fk", "FOREIGN KEY (contact_id) REFERENCES contact_lkup (contact_id)"],
["table", "source_dataset_type", "source_dataset_type", ""],
["column", "source_dataset_type", "source_id", "INT NOT NULL"],
["column", "source_dataset_type", "dataset_type_id", "INT NOT NULL"],
["column", "source_dataset_type", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_dataset_type", "created_by", "INT NOT NULL"],
["column", "source_dataset_type", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_dataset_type", "updated_by", "INT NOT NULL"],
["constraint", "source_dataset_type", "source_dataset_type_pk", "PRIMARY KEY (source_id, dataset_type_id)"],
["constraint", "source_dataset_type", "source_dataset_type_source_id_fk", "FOREIGN KEY (source_id) REFERENCES source_lkup (source_id)"],
["constraint", "source_dataset_type", "source_dataset_type_dataset_type_id_fk", "FOREIGN KEY (dataset_type_id) REFERENCES dataset_type_lkup (dataset_type_id)"],
["table", "source_object_dataset_type", "source_object_dataset_type", ""],
["column", "source_object_dataset_type", "source_object_id", "INT NOT NULL"],
["column", "source_object_dataset_type", "dataset_type_id", "INT NOT NULL"],
["column", "source_object_dataset_type", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_object_dataset_type", "created_by", "INT NOT NULL"],
["column", "source_object_dataset_type", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_object_dataset_type", "updated_by", "INT NOT NULL"],
["constraint", "source_object_dataset_type", "source_object_dataset_type_pk", "PRIMARY KEY (source_object_id, dataset_type_id)"],
["constraint", "source_object_dataset_type", "source_object_dataset_type_source_object_id_fk", "FOREIGN KEY (source_object_id) REFERENCES source_object_lkup (source_object_id)"],
["constraint", "source_object_dataset_type", "source_object_dataset_type_dataset_type_id_fk", "FOREIGN KEY (dataset_type_id) REFERENCES dataset_type_lkup (dataset_type_id)"],
["table", "source_location", "source_location", ""],
["column", "source_location", "source_id", "INT NOT NULL"],
["column", "source_location", "location_id", "INT NOT NULL"],
["column", "source_location", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_location", "created_by", "INT NOT NULL"],
["column", "source_location", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_location", "updated_by", "INT NOT NULL"],
["constraint", "source_location", "source_location_pk", "PRIMARY KEY (source_id, location_id)"],
["constraint", "source_location", "source_location_source_id_fk", "FOREIGN KEY (source_id) REFERENCES source_lkup (source_id)"],
["constraint", "source_location", "source_location_location_id_fk", "FOREIGN KEY (location_id) REFERENCES location_lkup (location_id)"],
["table", "source_object_location", "source_object_location", ""],
["column", "source_object_location", "source_object_id", "INT NOT NULL"],
["column", "source_object_location", "location_id", "INT NOT NULL"],
["column", "source_object_location", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_object_location", "created_by", "INT NOT NULL"],
["column", "source_object_location", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "source_object_location", "updated_by", "INT NOT NULL"],
["constraint", "source_object_location", "source_object_location_pk", "PRIMARY KEY (source_object_id, location_id)"],
["constraint", "source_object_location", "source_object_location_source_object_id_fk", "FOREIGN KEY (source_object_id) REFERENCES source_object_lkup (source_object_id)"],
["constraint", "source_object_location", "source_object_location_location_id_fk", "FOREIGN KEY (location_id) REFERENCES location_lkup (location_id)"],
["index", "source_lkup", "source_lkup_character_set_id_ix", "(character_set_id)"],
["index", "source_lkup", "source_lkup_source_type_id_ix", "(source_type_id)"],
["index", "source_object_lkup", "source_object_lkup_character_set_id_ix", "(character_set_id)"],
["index", "source_object_attribute_lkup", "source_object_attribute_lkup_data_type_id_ix", "(data_type_id)"],
["index", "source_contact", "source_contact_contact_id_ix", "(contact_id)"],
["index", "source_dataset_type", "source_dataset_type_dataset_type_id_ix", "(dataset_type_id)"],
["index", "source_object_dataset_type", "source_object_dataset_type_dataset_type_id_ix", "(dataset_type_id)"],
["index", "source_location", "source_location_location_id_ix", "(location_id)"],
["index", "source_object_location", "source_object_location_location_id_ix", "(location_id)"],
["table", "system_lkup", "system_lkup", ""],
["column", "system_lkup", "system_id", "INT NOT NULL IDENTITY"],
["column", "system_lkup", "system_key", "NVARCHAR(250) NOT NULL"],
["column", "system_lkup", "system_value", "NVARCHAR(250) NOT NULL"],
["column", "system_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "system_lkup", "created_by", "INT NOT NULL"],
["column", "system_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "system_lkup", "updated_by", "INT NOT NULL"],
["constraint", "system_lkup", "system_lkup_pk", "PRIMARY KEY (system_id)"],
["constraint", "system_lkup", "system_lkup_system_key_uk", "UNIQUE (system_key)"],
["table", "tool_lkup", "tool_lkup", ""],
["column", "tool_lkup", "tool_id", "INT NOT NULL IDENTITY"],
["column", "tool_lkup", "tool_name", "NVARCHAR(250) NOT NULL"],
["column", "tool_lkup", "created_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "tool_lkup", "created_by", "INT NOT NULL"],
["column", "tool_lkup", "update_date_time", "DATETIMEOFFSET(6) NOT NULL DEFAULT sysutcdatetime"],
["column", "tool_lkup", "updated_by", "INT NOT NULL"],
["constraint", "tool_lkup", "tool_lkup_pk", "PRIMARY KEY (tool_id)"],
["constraint", "tool_lkup", "tool_lkup_tool_name_uk", "UNIQUE (tool_name)"],
["view", "", "v_error", "CF52B1147AA581B7C710337FFF3E8BE6D22F9E54A8A73FFDA4B12986B327F24C"],
["view", "", "v_extract", "7668D0B617EFEC54F7DA2A6428C42EF4D8C62841D7232F599B3E2F571B69BBB4"],
["view", "", "v_lineage", "47D9985D62C90286952E657350F88A6DDBB33A2D8E8459D6A6A80D741AEF380A"],
["view", "", "v_process", "2BE5DB76267C15AD54CECBC318E3E0D590F5C891F6762E2BE32EAD00D506DCC8"],
["view", "", "v_process_dependency", "04CF9CD36EFDA49227B78B01364F28895D84A5114FBEB4DED6ACA8575D15CB57"],
["view", "", "v_process_run", "06291FD147DF4537C5998A1037DF2D61A68E3D13C8B45D5CAB63F6C241241EB6"],
["routine", "", "add_extract_dependency", "2CC0C5BC325FBEACA962F349B7ED9C7A2D4171B3ED1D0B5369898483614ABA17"],
["routine", "", "add_process_contact", "C4B05B84C6C244D41CE6E5B9D84403A44383AB5C43670C14FC3255F818FE5C2C"],
["routine", "", "add_process_filter", "2CCC360D471941F03D1857781F6AEACA73EF18A1389C06C6B8078F576C427EE2"],
["routine", "", "add_source_contact", "AC99EFF3DC15F3624D2A47C2C2EEF64D7D6BE19D42443B0CD12EFE302BD34B7A"],
["routine", "", "bulk_change_extract_status", "BB9829ACC391B52BD397FC3917649F03791027A88C6EB0EA812F884319D72F6D"],
["routine", "", "change_extract_status", "0EE163F5DD6241F349D1F265BAFFB31E3A37A0A9287510633431E51C97204CF0"],
["routine", "", "change_run_status", "A9CA4641536FC61E9F891ACBEB818B9EA4B589481E3DFA311A194064959EEEAC"],
["routine", "", "compare_step_models", "82461C2FC84651CA49FCBC70F554A53B59867D9ED6CF98ED447D2FD62C5B735E"],
["routine", "", "complete_execution", "8B08D1B410499DCE27967C6FB9D9476BC3779BBF9C5053DB4390AF3F6D84E109"],
["routine", "", "complete_step", "89F194A3F71808B23073921C2C4CE718B67C74BDD714B50875BD5E5AA8C46008"],
["routine", "", "create_cluster_process", "275D790F5411BC0996B39A36F155748CA8F9B891994301FEB8935D6F1CFEA09E"],
["routine", "", "create_process_dependency", "9C837B98FF53085CFD73831F781D18B2A1A61CA0DEE23648D774428B6EA0DEE1"],
["routine", "", "create_topic", "C9BD2211099F8A201F9783EB32051AAD9469B566288386D8FA638B77D6C126A4"],
["routine", "", "delete_cluster_process", "B41E623063A99FD26622FECCF5F9A87BDCD880A12AB3C005621048597DFE3D3E"],
["routine", "", "delete_process_dependency", "A85FAD288154B1BC6222AE4F13A7B3C17D3456313A57FC8863CD31DE9E60261A"],
["routine", "", "delete_topic", "7F1D43F3561742CC7FB7193A7401CA0E5599A11796AFCB81586DEBC169A46057"],
["routine", "", "fail_stale_runs", "BF1543C63664740A8710FE61B0012C7D9A64D49B41A829D88F62DF2571F5802A"],
["routine", "", "find_extracts_by_filename", "07C325608AF4449E8E7633F19B563CD3C4FA6388D2CD1A664D75CBB1671F7A76"],
["routine", "", "find_extracts_by_location", "879B0078D92DE4CB5460CDAC63EACA8F660992495E49F5F49E4D7F4D6CF360E9"],
["routine", "", "find_extracts_by_process", "BECB1E508C0E6EBA6A5E0B83E9FB4D0E6B6DCA5DDA5DB84F2176317AFE455BA4"],
["routine", "", "find_process_by_schedule_frequency", "C7C92CCCC3AFE278790C0C71958CDEE857F5473EE399199622B9F2945A4BF53C"],
["routine", "", "find_process_contacts", "3270A87BB404B63A5EE8D942E12390166E0E1D743FF58641D1FF06DFB170DBC7"],
["routine", "", "find_process_filters", "C5952EFD74865D485BD7A04BF0E4DD38CB94EB18CC9D94426280B9729D8B9C98"],
["routine", "", "find_process_source_attributes", "388F990E802FE82BCAEBB95F025F82E670F53F087211262C960715DF43439B8B"],
["routine", "", "find_process_sources", "26418CDD959063F48224AAB29A21CAE74C2C84F522025BFA55435EFDE9205668"],
["routine", "", "find_process_target_attributes", "DF9D9F65775BF6C98ABFEC22873B1BDD3B6D4523EE9CE0555638CF182C69579D"],
["routine", "", "find_process_targets", "C635B566FD887ECD6AAAC8A4CD4A3AE386BD4108EE18AB02BAC173033A9833E0"],
["routine", "", "get_execution_completion_timestamp", "D8E48FFC7C155FF231B3D617BE0BE89364D1963BD70E5D5E7003D5358F495F61"],
["routine", "", "get_execution_step", "BABED85D903FE5F9E47B365121A722338FCFFAD52667D82B430F37C6C849B283"],
["routine", "", "get_extract", "3FDA1FAFED6158726D663B2514EA56210886092B4440DABD46DE35B5872C47BD"],
["routine", "", "get_last_successful_execution", "E4DA41722CA1DF80DBDEE189D7B768CC07E9582081525157662EF29EAE4C784B"],
["routine", "", "get_process_run", "FBD30903E96F1EA6C9D99B3CC387E88ACDCB8CCFB86866B0BAA9C777C0DE92C6"],
["routine", "", "get_process_watermark", "AC3659DDB614C27EF375D97F35C0D56A0786DE5D93F1768897F769B5D9F4F016"],
["routine", "", "get_version", "F11FA31EB9BB2E3DCB8F506C12F49FDCDB614DFCE4934312A77AC8CA6B50C7E5"],
["routine", "", "init_execution", "91220492C0D9DEC9113F226C346B22E809778B3365BF023A9B4C3EF0D7D62F8D"],
["routine", "", "init_step", "1F23A6317B27F8460A55FEFB4817EE235240F5C54B0030D32DE00448CE2CA157"],
["routine", "", "actor_id_of", "68BF6B91861BFE6B0E6B348E64A23DD9C39EF61E2BB494061530A12D8B5CAECE"],
["routine", "", "apply_extract_status", "22B294F972E30675CAF064FFC4C8FEDFC5EEB495CEA5A5B0A661C0D45EEFD5C4"],
["routine", "", "attribute_id_of", "2C5EA58CE27B8B4AAE3367FD6E9583E5555660E949681513C761CDF197CC3790"],
["routine", "", "audit_table_of", "17DD318B80F207CBE4BD1A580A86B78921B65DF4C9066F875CBF9349533815F1"],
["routine", "", "character_set_id_of", "E12C4C94A7155DC6052ACB14B8EB3294D1EAF93052251514E944D311E2B9ACC2"],
["routine", "", "check_count", "B54713C7A0E2A54A327D729C0D0D12AADD0BB29C8C312851741CA0495A925BB0"],
["routine", "", "check_date_texts", "9875C78947C3AEA9C15D8FFDF738F2D55D55FA315C8EDEAECDC2DFEEE0E6864C"],
["routine", "", "check_dates", "63276A5F412E67F1D3B59653A3E84E29F221A8646F70ED158DF70C4356D870A8"],
["routine", "", "check_id", "A471BDD51AB0B571B3A91D48860CBD2C0B898314141049D20B2EA3383F8EBCBB"],
["routine", "", "check_ids", "B6DB2BB1524CF3B104D2CC405A68C4A8CD1F35AA30BC20876028CAC42FBD4F3D"],
["routine", "", "check_json", "89BA305F2C3863DD574A66A0AC3B883403DDDE249D59A688E34CB69283D22C09"],
["routine", "", "check_names", "859A56A91ABE933E864E76AE48E8112A480A2DEFADE75C1E2A3AB8788E7BB8C1"],
["routine", "", "check_parents", "4189583C0E09DCE58AB48320CAD48F3CA3A5F79C099E36CAE1B9FA3CBAECB9D6"],
["routine", "", "check_size", "9EF67B95AE6449CFCA343A45788DC101BE3B9B94C7F3EFD640105E7547F87143"],
["routine", "", "check_text", "ACC2918DA7E7C0BD4E954F35438869384946353BB71B9C98ADE3BF3FE318F63A"],
["routine", "", "check_topic", "289A4946DF91DB2F2E4BC5E5E9770C853542AA37DAE583CA17D8C9819AF322B4"],
["routine", "", "check_topic_row", "E12A6187605D6EB9FBF0AE0CE069643737BF84C9F7F2AD8DC56DD5538528058D"],
["routine", "", "cluster_id_of", "DA89DDEBA3DFA007F2D2B8CABE86902B72400F1B621B6BF867E7ED1687E059D7"],
["routine", "", "compression_type_id_of", "3E48731B93828B64E3CEB3A9D68124FC7DAFBC5505DE68FFED0E40FE4BF947C4"],
["routine", "", "contact_id_of", "0B497D08E394D4B7259DF8892570B175ED0F25688CE079301CE4CE7A4F3D0412"],
["routine", "", "data_type_id_of", "7FED44F0A07A8C0820A682C9A4DDCB88FF357C2EF3B384F52AC8DF7D0ADB8E55"],
["routine", "", "dependency_type_id_of", "F1E7797D54A7C334F1591C49354A5447BCB051A13DB57501C796ADAEC91B4E9C"],
["routine", "", "extract_status_id_of", "7D287A90ECB71ED865ECDF84A0D3436A096CA2307D5944356B3E7136A6E0FA8B"],
["routine", "", "fail_stale", "984CDA93D3DD7FDD4ACC508FEAD959568F3DDCAA51C46EE0F112E0C07A2FAD9A"],
["routine", "", "filetype_id_of", "AD50650921DA743C38AB232B93CC95FCCE775ED2B59974C287F36384D5E5BB3B"],
["routine", "", "filter_type_id_of", "265CDB42578DD459AA16C32AACC797DFABC574D2D81A25543F60E0C383A109A4"],
["routine", "", "first_bad_name", "64EC434375EB8849CE501F319BF4E248448B8889A977BEA4B0343C14DB46BCA6"],
["routine", "", "known_extract_status_id", "1B77075D796B91219F8D368DA48E1F0A4BC94D30EF68CA807EB7FA8AE3C96342"],
["routine", "", "link_dataset_types", "04E5762BDE64DBC6CE2A00A3D61F015B76EEBBB81D8644A11EC6345FCD27F09A"],
["routine", "", "link_sources", "BC1D1C3F585092814AECDBC073B96A811EC3A0837F3F32A414B1490159B77DB0"],
["routine", "", "location_id_of", "93CCBB11937A6BC87C3FE7DC74FE6506E82CB93258EC5FDFD3649B07196F8F38"],
["routine", "", "location_path_of", "1ECE9FF40EDFD14734B82C4091699B2F76CBDCFDA5EEBF5396DA1E50BB3F00C3"],
["routine", "", "lock_dependencies", "0357405C07745B4BC2A52823609B7A095B920638769B228547FDFFEA0633FC70"],
["routine", "", "lock_execution", "7A8A49969B173532BDC118AF0AD32A922D7EE0161A86C5D2A0272011E4F1DA99"],
["routine", "", "lock_extract", "CF5BF2611CFCD66A4AF99887B010594B9BA91F89E860EE732B7EFB786C79E7A5"],
["routine", "", "lock_name", "B0F695A6061200680EACD3993C711C6A2C9ED6F5EC276C434E4B6568CA451CE4"],
["routine", "", "lock_run", "2B5663F57D2E51D6FA88FFE1DC6AA26D988ADD901EDB28B5D18A38F330653CDF"],
["routine", "", "lock_topic", "2291B53FA2BBBAA9D6E16A9DCDAF6067F3B6728263099E75BC92298DC891A620"],
["routine", "", "merge_file_details", "ED1684086F99AC01AC7DB6019A8F79CEE527C60AFC25317FF45C5592AFC01511"],
["routine", "", "parse_files", "562233D232C42CF9ACD71FB9E43F178810FCC82BC4BBC1F6721F258FE7373464"],
["routine", "", "parse_sources", "3758568F8D2986AFE02C22F077079B07E61A76A29E61D879A7F05BCB969F45D2"],
["routine", "", "process_id_of", "2C759656E98185C5B08DF969FF45B62C2F22E7C7A73313CCF5B2F51B88F1A120"],
["routine", "", "process_key", "0CC9F5ECFF0AD604E39B62E27BBBA539371061C4EB0F6E69C34479BFD021B024"],
["routine", "", "process_status_id_of", "4ABFE6B75D290D85296FF234F30588923970D6B3E5D5893B12CBA6D98B201B8C"],
["routine", "", "process_type_id_of", "2FAC008D29F7FB870F873E6850F281E27933C0D34542A5F869EBD1D3A0A81A4E"],
["routine", "", "raise_error", "898569574A8717E877D8DECFE4F8DDDD77C279D614280354D939C71ACAF5D630"],
["routine", "", "register_files", "1C19F9E3E055738E32052A47EF8D5BA316E47892080915500E9267D4E227F17B"],
["routine", "", "register_sources", "5B57F1D50A95FF8EF722EA2A705C4D75AB75953245DD0CCE973442DB09986E00"],
["routine", "", "schedule_frequency_id_of", "A78A135A08696E1AF1E51500231A2B562B011AE6151409A5F58296A4B799C695"],
["routine", "", "set_run_status", "7415A07EEAE60BBB938095233FF7AD4A044A830887EAA264B31C660257E27692"],
["routine", "", "source_id_of", "A9330E79483D95ABE0FD488E621138A1E0753F24A5122F0D945D8DFB87EE7CDE"],
["routine", "", "sources_json", "BAFF9D40BD77EFF7447C6CA31385A1DB56AD959837DB57A1CE324782ABFE2790"],
["routine", "", "status_name", "44B10428BF3A6DDB058010EEECFF48A581799E73B383C65EFF47DABD0CC85251"],
["routine", "", "system_integer", "2509B97996AF0DA677E9DF90F6DCE5C1BB8DD35B9D5685165A327933F6D5D8BD"],
["routine", "", "tool_id_of", "68B9294C3745B2956BB1C76C4ED682DABC057C4D2A5619D5F76512908143AF05"],
["routine", "", "topic_table_of", "49C51409442E4E2F37FCE959806266F122A02DA3DEF53F3CB7A26AEDE9F626B4"],
["routine", "", "raise_run_error", "F36C7DE5EE5A72ED3B25E3FE0FE1E848C92ABD333590752EE1016BED8D08A8C3"],
["routine", "", "record_heartbeat", "E58FF9B000DD021FFA34704632740109354197CA69ECEB26778F7A5142A379AA"],
["routine", "", "register_extract", "8C5529951702E7696BCBE2655DAFAC753A324A73C4C82761C3BDD31120030746"],
["routine", "", "register_extracts", "14233E4154D776D41EB8965D7DD83DC266CE9A15CEED180643582E0C2487CF28"],
["routine", "", "release_process", "E0DFA8C93EFAD8D354D5CFE0E4A32EE044AF2981BC40E8E3552B5EA83B62F659"],
["routine", "", "remove_process_contact", "4F5DE5E2FA092E0A8DE19A2E402850221B5DEEE5D9102D60C425C240B8D8E186"],
["routine", "", "remove_process_filter", "14B8DBD02BC07724CD3164F7AC02C952A26FF7498C21FF858CBB8F0BCA8EC992"],
["routine", "", "remove_source_contact", "EE79FD1892681A69929ACFC7EF08EF9FBA7AB5AA84D67C4F125B5E79DE61A8E9"],
["routine", "", "set_extract_low_high_dates", "EA7C467A42FE6A2A11B46E99035ED34BD49A4EE356B7FF3448FCABBCD34FF381"],
["routine", "", "set_extract_record_count", "762171A45FDA1B11067F4B8EC96D45054980A26A8A359D769B07C33ED2B015B9"],
["routine", "", "set_process", "8E03119CA38CB30DB573175D1EA278404F3E90676F0730C5B695813ADFA11721"],
["routine", "", "set_process_run_low_high_dates", "ABF62DFB32503CAE235FE581AE3C3ECF3E61E59A11792A6F2CC50B57AF5F2647"],
["routine", "", "set_process_run_record_count", "9831ED9F0B1D2715831C9DF305170CBE11968916706424C0266A7C6E8938960F"],
["routine", "", "set_source", "400581C5FE4178D7594F6A9920FE06359D27F376A3C6C6437076FB530172A699"],
["routine", "", "set_source_object_attribute", "7490CEB3A0BCA90F5097B11FE4E12FA49D59A1E58DA124D35BF517A327636F7D"],
["routine", "", "set_system_setting", "E8620ACF82215E1FF396B286D9F128F3796C6C15CB3E8A0515BB89871771BE98"],
["routine", "", "start_process_run", "6F5DABFAB86C7490BA34FCDDB26E85439981D9B22DA46A526A74E0C0A5739F23"],
["routine", "", "update_topic", "0EA70B8A54DAAB422179ADD7FBE76E6E57DCD11AAF5181EB5CCE9C2B9D3CD991"]
]';
-- expected: end
INSERT INTO @expected (kind, table_name, name, definition)
SELECT
    JSON_VALUE(item.value, N'$[0]'),
    JSON_VALUE(item.value, N'$[1]'),
    JSON_VALUE(item.value, N'$[2]'),
    JSON_VALUE(item.value, N'$[3]')
FROM OPENJSON(@json) AS item
ORDER BY CAST(item.[key] AS INT);

INSERT INTO @actual (kind, table_name, name, definition)
SELECT
    N'table',
    t.name,
    t.name,
    N''
FROM sys.tables AS t
WHERE t.schema_id = SCHEMA_ID(N'$(schema)');

-- The server adds brackets and parentheses to expressions, which are compared without them.
INSERT INTO @actual (kind, table_name, name, definition)
SELECT
    N'column',
    t.name,
    c.name,
    CONCAT(
        UPPER(TYPE_NAME(c.user_type_id)),
        CASE
            WHEN TYPE_NAME(c.user_type_id) = N'nvarchar' AND c.max_length = -1 THEN N'(MAX)'
            WHEN TYPE_NAME(c.user_type_id) = N'nvarchar' THEN CONCAT(N'(', c.max_length / 2, N')')
            WHEN TYPE_NAME(c.user_type_id) = N'decimal' THEN CONCAT(N'(', c.precision, N', ', c.scale, N')')
            WHEN TYPE_NAME(c.user_type_id) = N'datetimeoffset' THEN CONCAT(N'(', c.scale, N')')
        END,
        CASE
            WHEN TYPE_NAME(c.user_type_id) = N'nvarchar'
                AND LOWER(c.collation_name) <> N'latin1_general_100_bin2'
                THEN CONCAT(N' COLLATE ', c.collation_name)
        END,
        CASE WHEN c.is_nullable = 1 THEN N' NULL' ELSE N' NOT NULL' END,
        CASE WHEN c.is_identity = 1 THEN N' IDENTITY' END,
        CASE WHEN c.is_computed = 1 THEN N' computed' END,
        CASE
            WHEN d.object_id IS NOT NULL THEN CONCAT(N' DEFAULT ', LOWER(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(
                d.definition, N'[', N''), N']', N''), N'(', N''), N')', N''), N' ', N'')))
        END
    )
FROM sys.tables AS t
INNER JOIN sys.columns AS c ON c.object_id = t.object_id
LEFT JOIN sys.default_constraints AS d ON d.object_id = c.default_object_id
WHERE t.schema_id = SCHEMA_ID(N'$(schema)');

INSERT INTO @actual (kind, table_name, name, definition)
SELECT
    N'constraint',
    t.name,
    f.name,
    CONCAT(
        N'FOREIGN KEY (',
        (
            SELECT STRING_AGG(CAST(c.name AS NVARCHAR(MAX)), N', ') WITHIN GROUP (ORDER BY fc.constraint_column_id)
            FROM sys.foreign_key_columns AS fc
            INNER JOIN sys.columns AS c ON c.object_id = fc.parent_object_id AND c.column_id = fc.parent_column_id
            WHERE fc.constraint_object_id = f.object_id
        ),
        N') REFERENCES ', OBJECT_NAME(f.referenced_object_id), N' (',
        (
            SELECT STRING_AGG(CAST(c.name AS NVARCHAR(MAX)), N', ') WITHIN GROUP (ORDER BY fc.constraint_column_id)
            FROM sys.foreign_key_columns AS fc
            INNER JOIN sys.columns AS c
                ON c.object_id = fc.referenced_object_id AND c.column_id = fc.referenced_column_id
            WHERE fc.constraint_object_id = f.object_id
        ),
        N')',
        CASE
            WHEN f.delete_referential_action_desc <> N'NO_ACTION'
                THEN CONCAT(N' ON DELETE ', REPLACE(f.delete_referential_action_desc, N'_', N' '))
        END,
        CASE
            WHEN f.update_referential_action_desc <> N'NO_ACTION'
                THEN CONCAT(N' ON UPDATE ', REPLACE(f.update_referential_action_desc, N'_', N' '))
        END,
        CASE WHEN f.is_disabled = 1 THEN N', disabled' WHEN f.is_not_trusted = 1 THEN N', not trusted' END
    )
FROM sys.tables AS t
INNER JOIN sys.foreign_keys AS f ON f.parent_object_id = t.object_id
WHERE t.schema_id = SCHEMA_ID(N'$(schema)')
UNION ALL
SELECT
    N'constraint',
    t.name,
    k.name,
    CONCAT(
        N'CHECK ',
        REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(k.definition, N'[', N''), N']', N''), N'(', N''), N')', N''), N' ', N''),
        CASE WHEN k.is_disabled = 1 THEN N', disabled' WHEN k.is_not_trusted = 1 THEN N', not trusted' END
    )
FROM sys.tables AS t
INNER JOIN sys.check_constraints AS k ON k.parent_object_id = t.object_id
WHERE t.schema_id = SCHEMA_ID(N'$(schema)')
UNION ALL
SELECT
    CASE WHEN i.is_primary_key = 1 OR i.is_unique_constraint = 1 THEN N'constraint' ELSE N'index' END,
    t.name,
    i.name,
    CONCAT(
        CASE WHEN i.is_primary_key = 1 THEN N'PRIMARY KEY ' WHEN i.is_unique = 1 THEN N'UNIQUE ' END,
        N'(',
        (
            SELECT STRING_AGG(
                CAST(CONCAT(c.name, CASE WHEN ic.is_descending_key = 1 THEN N' DESC' END) AS NVARCHAR(MAX)), N', '
            ) WITHIN GROUP (ORDER BY ic.key_ordinal)
            FROM sys.index_columns AS ic
            INNER JOIN sys.columns AS c ON c.object_id = ic.object_id AND c.column_id = ic.column_id
            WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.key_ordinal > 0
        ),
        N')',
        CASE
            WHEN i.has_filter = 1 THEN CONCAT(N' WHERE ', REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(
                i.filter_definition, N'[', N''), N']', N''), N'(', N''), N')', N''), N' ', N''))
        END,
        CASE WHEN i.is_disabled = 1 THEN N', disabled' END
    )
FROM sys.tables AS t
INNER JOIN sys.indexes AS i ON i.object_id = t.object_id
WHERE t.schema_id = SCHEMA_ID(N'$(schema)') AND i.name IS NOT NULL;

-- The text behind the name; the name of the schema is taken out of views, which have it before each table.
INSERT INTO @actual (kind, table_name, name, definition)
SELECT
    module.kind,
    N'',
    module.name,
    COALESCE(CONVERT(
        NVARCHAR(64),
        HASHBYTES(
            'SHA2_256',
            SUBSTRING(
                module.code,
                CHARINDEX(CONCAT(module.word, module.name), module.code COLLATE Latin1_General_100_BIN2)
                    + LEN(module.word) + LEN(module.name),
                2000000
            )
        ),
        2
    ), N'unreadable')
FROM (
    SELECT
        CASE o.type WHEN 'V' THEN N'view' ELSE N'routine' END AS kind,
        CASE o.type WHEN 'V' THEN N'VIEW' ELSE N'PROCEDURE' END AS word,
        o.name,
        REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(
            m.definition, N' ', N''), NCHAR(9), N''), NCHAR(10), N''), NCHAR(13), N''), N'[$(schema)].', N''
        ) AS code
    FROM sys.objects AS o
    INNER JOIN sys.sql_modules AS m ON m.object_id = o.object_id
    WHERE o.schema_id = SCHEMA_ID(N'$(schema)') AND o.type IN ('P', 'V')
) AS module;

-- What is missing of a table that is missing is not told.
INSERT INTO @finding (what)
SELECT
    CONCAT(
        CASE
            WHEN e.table_name IN (N'', e.name) THEN CONCAT(e.kind, N' ', e.name)
            ELSE CONCAT(N'table ', e.table_name, N': ', e.kind, N' ', e.name)
        END,
        CASE
            WHEN a.name IS NULL THEN N' is missing'
            WHEN a.definition = N'unreadable' THEN N' may not be read by you'
            WHEN e.table_name = N'' THEN N' has another text than the installation''s'
            ELSE CONCAT(N' is ', a.definition, N', and should be ', e.definition)
        END
    )
FROM @expected AS e
LEFT JOIN @actual AS a ON a.kind = e.kind AND a.table_name = e.table_name AND a.name = e.name
WHERE (a.name IS NULL OR a.definition <> e.definition)
    AND (
        e.table_name IN (N'', e.name)
        OR e.table_name IN (SELECT t.table_name FROM @actual AS t WHERE t.kind = N'table')
    )
ORDER BY e.number;
INSERT INTO @finding (what)
SELECT CONCAT(N'table ', a.table_name, N': column ', a.name, N' is none of ptdb''s')
FROM @actual AS a
WHERE a.kind = N'column'
    AND a.table_name IN (SELECT t.table_name FROM @expected AS t WHERE t.kind = N'table')
    AND NOT EXISTS (
        SELECT 1 FROM @expected AS e WHERE e.kind = N'column' AND e.table_name = a.table_name AND e.name = a.name
    )
ORDER BY a.table_name, a.name;
INSERT INTO @finding (what)
SELECT CONCAT(e.kind, N' ', e.name, N' was made without ANSI_NULLS or QUOTED_IDENTIFIER')
FROM @expected AS e
INNER JOIN sys.objects AS o ON o.name COLLATE Latin1_General_100_BIN2 = e.name
INNER JOIN sys.sql_modules AS m ON m.object_id = o.object_id
WHERE o.schema_id = SCHEMA_ID(N'$(schema)')
    AND e.table_name = N''
    AND (m.uses_ansi_nulls = 0 OR m.uses_quoted_identifier = 0)
ORDER BY e.number;
-- Of one owner, which is that of the schema: else a caller would need rights on the tables.
INSERT INTO @finding (what)
SELECT CONCAT(e.kind, N' ', e.name, N' is owned by ', USER_NAME(o.principal_id), N', and should be by the schema''s owner')
FROM @expected AS e
INNER JOIN sys.objects AS o ON o.name COLLATE Latin1_General_100_BIN2 = e.name
INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id
WHERE o.schema_id = SCHEMA_ID(N'$(schema)')
    AND e.table_name IN (N'', e.name)
    AND o.principal_id <> s.principal_id
ORDER BY e.number;

IF EXISTS (SELECT 1 FROM @finding)
BEGIN
    SELECT CAST(CONCAT(N'- ', f.what) AS NVARCHAR(2000)) AS finding
    FROM @finding AS f
    ORDER BY f.number;
    THROW 50000, N'ptdb in the schema "$(schema)" is not as it should be', 1;
END;
GO
-- The rows, in a batch of its own, which could not be read while a column is missing.
DECLARE @finding TABLE (
    number INT IDENTITY(1, 1) NOT NULL PRIMARY KEY,
    what NVARCHAR(2000) COLLATE Latin1_General_100_BIN2 NOT NULL
);
INSERT INTO @finding (what)
SELECT CONCAT(
    N'table ', expected.table_name, N': the preloaded row "', expected.name,
    N'" is missing, or not marked by created_by = 0'
)
FROM (
    SELECT
        CAST(item.[key] AS INT) AS number,
        JSON_VALUE(item.value, N'$[0]') COLLATE Latin1_General_100_BIN2 AS table_name,
        JSON_VALUE(item.value, N'$[1]') COLLATE Latin1_General_100_BIN2 AS name
    FROM OPENJSON(
        -- rows: begin
N'[
["system_lkup", "version"],
["system_lkup", "max_concurrent_failures"],
["schedule_frequency_lkup", "unscheduled"],
["schedule_frequency_lkup", "hourly"],
["schedule_frequency_lkup", "daily"],
["schedule_frequency_lkup", "weekly"],
["schedule_frequency_lkup", "monthly"],
["schedule_frequency_lkup", "quarterly"],
["schedule_frequency_lkup", "annually"],
["location_type_lkup", "S3"],
["location_type_lkup", "Local Filesystem"],
["source_type_lkup", "Undefined"],
["source_type_lkup", "Database"],
["source_type_lkup", "Internal"],
["source_type_lkup", "External"],
["filter_type_lkup", "equal to"],
["filter_type_lkup", "less than"],
["filter_type_lkup", "greater than"],
["filter_type_lkup", "less than or equal to"],
["filter_type_lkup", "greater than or equal to"],
["filter_type_lkup", "not equal"],
["filter_type_lkup", "like"],
["filter_type_lkup", "in set"],
["process_type_lkup", "Extract"],
["process_type_lkup", "Load"],
["process_status_lkup", "running"],
["process_status_lkup", "completed"],
["process_status_lkup", "failed"],
["process_status_lkup", "on hold"],
["dependency_type_lkup", "Undefined"],
["dependency_type_lkup", "Hard"],
["dependency_type_lkup", "Soft"],
["extract_status_lkup", "initializing"],
["extract_status_lkup", "ready"],
["extract_status_lkup", "loading"],
["extract_status_lkup", "loaded"],
["extract_status_lkup", "archived"],
["extract_status_lkup", "deleted"],
["extract_status_lkup", "error"],
["extract_compression_type_lkup", "zip"],
["extract_filetype_lkup", "Comma Separated Values"],
["filesize_type_lkup", "kilobytes"],
["filesize_type_lkup", "megabytes"],
["filesize_type_lkup", "gigabytes"],
["filesize_type_lkup", "bytes"],
["error_type_lkup", "File Error"],
["error_type_lkup", "Data Error"],
["error_type_lkup", "Process Error"]
]'
        -- rows: end
    ) AS item
) AS expected
LEFT JOIN (
    -- actual: begin
    SELECT N'system_lkup' AS table_name, system_key AS name FROM [$(schema)].system_lkup WHERE created_by = 0
    UNION ALL
    SELECT N'schedule_frequency_lkup' AS table_name, schedule_frequency_name AS name FROM [$(schema)].schedule_frequency_lkup WHERE created_by = 0
    UNION ALL
    SELECT N'location_type_lkup' AS table_name, location_type_name AS name FROM [$(schema)].location_type_lkup WHERE created_by = 0
    UNION ALL
    SELECT N'source_type_lkup' AS table_name, source_type_name AS name FROM [$(schema)].source_type_lkup WHERE created_by = 0
    UNION ALL
    SELECT N'filter_type_lkup' AS table_name, filter_type_name AS name FROM [$(schema)].filter_type_lkup WHERE created_by = 0
    UNION ALL
    SELECT N'process_type_lkup' AS table_name, process_type_name AS name FROM [$(schema)].process_type_lkup WHERE created_by = 0
    UNION ALL
    SELECT N'process_status_lkup' AS table_name, process_status_name AS name FROM [$(schema)].process_status_lkup WHERE created_by = 0
    UNION ALL
    SELECT N'dependency_type_lkup' AS table_name, dependency_type_name AS name FROM [$(schema)].dependency_type_lkup WHERE created_by = 0
    UNION ALL
    SELECT N'extract_status_lkup' AS table_name, extract_status_name AS name FROM [$(schema)].extract_status_lkup WHERE created_by = 0
    UNION ALL
    SELECT N'extract_compression_type_lkup' AS table_name, extract_compression_type AS name FROM [$(schema)].extract_compression_type_lkup WHERE created_by = 0
    UNION ALL
    SELECT N'extract_filetype_lkup' AS table_name, extract_filetype AS name FROM [$(schema)].extract_filetype_lkup WHERE created_by = 0
    UNION ALL
    SELECT N'filesize_type_lkup' AS table_name, filesize_type_name AS name FROM [$(schema)].filesize_type_lkup WHERE created_by = 0
    UNION ALL
    SELECT N'error_type_lkup' AS table_name, error_type_name AS name FROM [$(schema)].error_type_lkup WHERE created_by = 0
    -- actual: end
) AS actual ON actual.table_name COLLATE Latin1_General_100_BIN2 = expected.table_name AND actual.name = expected.name
WHERE actual.name IS NULL
ORDER BY expected.number;
INSERT INTO @finding (what)
SELECT CONCAT(N'the store says that it is of version ', l.system_value)
FROM [$(schema)].system_lkup AS l
-- version: begin
WHERE l.system_key = N'version' AND l.system_value <> N'1.0.0';
-- version: end

IF EXISTS (SELECT 1 FROM @finding)
BEGIN
    SELECT CAST(CONCAT(N'- ', f.what) AS NVARCHAR(2000)) AS finding
    FROM @finding AS f
    ORDER BY f.number;
    THROW 50000, N'ptdb in the schema "$(schema)" is not as it should be', 1;
END;
SELECT
    -- summary: begin
    N'ptdb 1.0.0 in the schema "$(schema)" is as it should be: 52 tables, 6 views, 110 routines' AS ptdb;
    -- summary: end
GO
