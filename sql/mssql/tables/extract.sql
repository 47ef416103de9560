-- Extract: the files that processes hand to one another.

-- extract_status_lkup: States of an extract. Only the preloaded ones drive the rules.
IF OBJECT_ID(N'[$(schema)].extract_status_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].extract_status_lkup (
        extract_status_id INT IDENTITY(101, 1) NOT NULL,
        extract_status_name NVARCHAR(75) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_status_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_status_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT extract_status_lkup_pk PRIMARY KEY (extract_status_id),
        CONSTRAINT extract_status_lkup_extract_status_name_uk UNIQUE (extract_status_name)
    );
END;

-- extract_compression_type_lkup: Ways in which an extract can be compressed.
IF OBJECT_ID(N'[$(schema)].extract_compression_type_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].extract_compression_type_lkup (
        extract_compression_type_id INT IDENTITY(101, 1) NOT NULL,
        extract_compression_type NVARCHAR(25) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_compression_type_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_compression_type_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT extract_compression_type_lkup_pk PRIMARY KEY (extract_compression_type_id),
        CONSTRAINT extract_compression_type_lkup_extract_compression_type_uk UNIQUE (extract_compression_type)
    );
END;

-- extract_filetype_lkup: File types of extracts and how they are read.
IF OBJECT_ID(N'[$(schema)].extract_filetype_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].extract_filetype_lkup (
        extract_filetype_id INT IDENTITY(101, 1) NOT NULL,
        extract_filetype NVARCHAR(75) COLLATE Latin1_General_100_BIN2 NOT NULL,
        extract_filetype_code NVARCHAR(25) COLLATE Latin1_General_100_BIN2 NOT NULL,
        delimiter_char NVARCHAR(1) COLLATE Latin1_General_100_BIN2 NULL,
        quote_char NVARCHAR(1) COLLATE Latin1_General_100_BIN2 NULL,
        escape_char NVARCHAR(1) COLLATE Latin1_General_100_BIN2 NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_filetype_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_filetype_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT extract_filetype_lkup_pk PRIMARY KEY (extract_filetype_id),
        CONSTRAINT extract_filetype_lkup_extract_filetype_uk UNIQUE (extract_filetype),
        CONSTRAINT extract_filetype_lkup_extract_filetype_code_uk UNIQUE (extract_filetype_code)
    );
END;

-- filesize_type_lkup: Units of an extract's size.
IF OBJECT_ID(N'[$(schema)].filesize_type_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].filesize_type_lkup (
        filesize_type_id INT IDENTITY(101, 1) NOT NULL,
        filesize_type_name NVARCHAR(75) COLLATE Latin1_General_100_BIN2 NOT NULL,
        filesize_type_code NVARCHAR(2) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT filesize_type_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT filesize_type_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT filesize_type_lkup_pk PRIMARY KEY (filesize_type_id),
        CONSTRAINT filesize_type_lkup_filesize_type_name_uk UNIQUE (filesize_type_name),
        CONSTRAINT filesize_type_lkup_filesize_type_code_uk UNIQUE (filesize_type_code)
    );
END;

-- extract_tracking: Extracts: the files that processes hand to one another.
IF OBJECT_ID(N'[$(schema)].extract_tracking', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].extract_tracking (
        extract_id BIGINT IDENTITY(1, 1) NOT NULL,
        extract_filename NVARCHAR(750) COLLATE Latin1_General_100_BIN2 NOT NULL,
        extract_location_id INT NOT NULL,
        extract_status_id INT NOT NULL,
        extract_registration_date_time DATETIMEOFFSET(6) NOT NULL,
        extract_write_low_date_time DATETIMEOFFSET(6) NULL,
        extract_write_high_date_time DATETIMEOFFSET(6) NULL,
        extract_write_record_count BIGINT NULL,
        extract_load_low_date_time DATETIMEOFFSET(6) NULL,
        extract_load_high_date_time DATETIMEOFFSET(6) NULL,
        extract_load_record_count BIGINT NULL,
        extract_compression_type_id INT NULL,
        extract_filetype_id INT NULL,
        extract_filesize DECIMAL(38, 10) NULL,
        extract_filesize_type_id INT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_tracking_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_tracking_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT extract_tracking_pk PRIMARY KEY (extract_id),
        CONSTRAINT extract_tracking_extract_filename_uk UNIQUE (extract_location_id, extract_filename),
        CONSTRAINT extract_tracking_extract_location_id_fk FOREIGN KEY (extract_location_id)
        REFERENCES [$(schema)].location_lkup (location_id),
        CONSTRAINT extract_tracking_extract_status_id_fk FOREIGN KEY (extract_status_id)
        REFERENCES [$(schema)].extract_status_lkup (extract_status_id),
        CONSTRAINT extract_tracking_extract_compression_type_id_fk FOREIGN KEY (extract_compression_type_id)
        REFERENCES [$(schema)].extract_compression_type_lkup (extract_compression_type_id),
        CONSTRAINT extract_tracking_extract_filetype_id_fk FOREIGN KEY (extract_filetype_id)
        REFERENCES [$(schema)].extract_filetype_lkup (extract_filetype_id),
        CONSTRAINT extract_tracking_extract_filesize_type_id_fk FOREIGN KEY (extract_filesize_type_id)
        REFERENCES [$(schema)].filesize_type_lkup (filesize_type_id),
        CONSTRAINT extract_tracking_counts_ck CHECK (
            extract_write_record_count >= 0 AND extract_load_record_count >= 0
        ),
        CONSTRAINT extract_tracking_write_dates_ck CHECK (extract_write_low_date_time <= extract_write_high_date_time),
        CONSTRAINT extract_tracking_load_dates_ck CHECK (extract_load_low_date_time <= extract_load_high_date_time),
        CONSTRAINT extract_tracking_filesize_ck CHECK (extract_filesize >= 0)
    );
    CREATE INDEX extract_tracking_extract_status_id_ix
    ON [$(schema)].extract_tracking (extract_status_id, extract_location_id);
END;

-- extract_process_tracking: Which run touched which extract, and what it last did with it.
IF OBJECT_ID(N'[$(schema)].extract_process_tracking', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].extract_process_tracking (
        extract_tracking_id BIGINT NOT NULL,
        process_tracking_id BIGINT NOT NULL,
        extract_process_status_id INT NOT NULL,
        extract_process_event_date_time DATETIMEOFFSET(6) NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_process_tracking_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_process_tracking_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT extract_process_tracking_pk PRIMARY KEY (extract_tracking_id, process_tracking_id),
        CONSTRAINT extract_process_tracking_extract_tracking_id_fk FOREIGN KEY (extract_tracking_id)
        REFERENCES [$(schema)].extract_tracking (extract_id),
        CONSTRAINT extract_process_tracking_process_tracking_id_fk FOREIGN KEY (process_tracking_id)
        REFERENCES [$(schema)].process_tracking (process_tracking_id),
        CONSTRAINT extract_process_tracking_extract_process_status_id_fk FOREIGN KEY (extract_process_status_id)
        REFERENCES [$(schema)].extract_status_lkup (extract_status_id)
    );
    CREATE INDEX extract_process_tracking_process_tracking_id_ix
    ON [$(schema)].extract_process_tracking (process_tracking_id);
    CREATE INDEX extract_process_tracking_extract_process_status_id_ix
    ON [$(schema)].extract_process_tracking (extract_process_status_id);
END;

-- extract_dataset_type: Categories of the data in an extract.
IF OBJECT_ID(N'[$(schema)].extract_dataset_type', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].extract_dataset_type (
        extract_id BIGINT NOT NULL,
        dataset_type_id INT NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_dataset_type_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_dataset_type_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT extract_dataset_type_pk PRIMARY KEY (extract_id, dataset_type_id),
        CONSTRAINT extract_dataset_type_extract_id_fk FOREIGN KEY (extract_id)
        REFERENCES [$(schema)].extract_tracking (extract_id),
        CONSTRAINT extract_dataset_type_dataset_type_id_fk FOREIGN KEY (dataset_type_id)
        REFERENCES [$(schema)].dataset_type_lkup (dataset_type_id)
    );
    CREATE INDEX extract_dataset_type_dataset_type_id_ix ON [$(schema)].extract_dataset_type (dataset_type_id);
END;

-- extract_dependency: Which extract has to be loaded before which.
IF OBJECT_ID(N'[$(schema)].extract_dependency', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].extract_dependency (
        parent_extract_id BIGINT NOT NULL,
        child_extract_id BIGINT NOT NULL,
        dependency_type_id INT NOT NULL CONSTRAINT extract_dependency_dependency_type_id_df DEFAULT (1),
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_dependency_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_dependency_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT extract_dependency_pk PRIMARY KEY (parent_extract_id, child_extract_id),
        CONSTRAINT extract_dependency_parent_extract_id_fk FOREIGN KEY (parent_extract_id)
        REFERENCES [$(schema)].extract_tracking (extract_id),
        CONSTRAINT extract_dependency_child_extract_id_fk FOREIGN KEY (child_extract_id)
        REFERENCES [$(schema)].extract_tracking (extract_id),
        CONSTRAINT extract_dependency_dependency_type_id_fk FOREIGN KEY (dependency_type_id)
        REFERENCES [$(schema)].dependency_type_lkup (dependency_type_id),
        CONSTRAINT extract_dependency_self_ck CHECK (parent_extract_id <> child_extract_id)
    );
    CREATE INDEX extract_dependency_child_extract_id_ix ON [$(schema)].extract_dependency (child_extract_id);
    CREATE INDEX extract_dependency_dependency_type_id_ix ON [$(schema)].extract_dependency (dependency_type_id);
END;

-- extract_source: Sources whose data an extract holds.
IF OBJECT_ID(N'[$(schema)].extract_source', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].extract_source (
        extract_id BIGINT NOT NULL,
        source_id INT NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_source_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_source_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT extract_source_pk PRIMARY KEY (extract_id, source_id),
        CONSTRAINT extract_source_extract_id_fk FOREIGN KEY (extract_id)
        REFERENCES [$(schema)].extract_tracking (extract_id),
        CONSTRAINT extract_source_source_id_fk FOREIGN KEY (source_id) REFERENCES [$(schema)].source_lkup (source_id)
    );
    CREATE INDEX extract_source_source_id_ix ON [$(schema)].extract_source (source_id);
END;

-- extract_source_object: Source objects whose data an extract holds.
IF OBJECT_ID(N'[$(schema)].extract_source_object', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].extract_source_object (
        extract_id BIGINT NOT NULL,
        source_object_id INT NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_source_object_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT extract_source_object_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT extract_source_object_pk PRIMARY KEY (extract_id, source_object_id),
        CONSTRAINT extract_source_object_extract_id_fk FOREIGN KEY (extract_id)
        REFERENCES [$(schema)].extract_tracking (extract_id),
        CONSTRAINT extract_source_object_source_object_id_fk FOREIGN KEY (source_object_id)
        REFERENCES [$(schema)].source_object_lkup (source_object_id)
    );
    CREATE INDEX extract_source_object_source_object_id_ix ON [$(schema)].extract_source_object (source_object_id);
END;
GO
