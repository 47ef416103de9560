-- Source: what data comes from and goes to, down to its attributes.

-- source_type_lkup: Kinds of sources.
IF OBJECT_ID(N'[$(schema)].source_type_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].source_type_lkup (
        source_type_id INT IDENTITY(101, 1) NOT NULL,
        source_type_name NVARCHAR(75) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_type_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_type_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT source_type_lkup_pk PRIMARY KEY (source_type_id),
        CONSTRAINT source_type_lkup_source_type_name_uk UNIQUE (source_type_name)
    );
END;

-- character_set_lkup: Character sets that data comes in.
IF OBJECT_ID(N'[$(schema)].character_set_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].character_set_lkup (
        character_set_id INT IDENTITY(1, 1) NOT NULL,
        character_set_name NVARCHAR(75) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT character_set_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT character_set_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT character_set_lkup_pk PRIMARY KEY (character_set_id),
        CONSTRAINT character_set_lkup_character_set_name_uk UNIQUE (character_set_name)
    );
END;

-- data_type_lkup: Data types of source object attributes.
IF OBJECT_ID(N'[$(schema)].data_type_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].data_type_lkup (
        data_type_id INT IDENTITY(1, 1) NOT NULL,
        data_type NVARCHAR(75) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT data_type_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT data_type_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT data_type_lkup_pk PRIMARY KEY (data_type_id),
        CONSTRAINT data_type_lkup_data_type_uk UNIQUE (data_type)
    );
END;

-- dataset_type_lkup: High-level categories of data, such as Customer, Sales, Employee.
IF OBJECT_ID(N'[$(schema)].dataset_type_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].dataset_type_lkup (
        dataset_type_id INT IDENTITY(1, 1) NOT NULL,
        dataset_type NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT dataset_type_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT dataset_type_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT dataset_type_lkup_pk PRIMARY KEY (dataset_type_id),
        CONSTRAINT dataset_type_lkup_dataset_type_uk UNIQUE (dataset_type)
    );
END;

-- filter_type_lkup: Comparisons that a process filter can make.
IF OBJECT_ID(N'[$(schema)].filter_type_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].filter_type_lkup (
        filter_type_id INT IDENTITY(101, 1) NOT NULL,
        filter_type_name NVARCHAR(75) COLLATE Latin1_General_100_BIN2 NOT NULL,
        filter_type_code NVARCHAR(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT filter_type_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT filter_type_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT filter_type_lkup_pk PRIMARY KEY (filter_type_id),
        CONSTRAINT filter_type_lkup_filter_type_name_uk UNIQUE (filter_type_name),
        CONSTRAINT filter_type_lkup_filter_type_code_uk UNIQUE (filter_type_code)
    );
END;

-- source_lkup: Systems that data is read from or written to: a target is a source in another role.
IF OBJECT_ID(N'[$(schema)].source_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].source_lkup (
        source_id INT IDENTITY(1, 1) NOT NULL,
        source_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL,
        character_set_id INT NULL,
        source_type_id INT NOT NULL CONSTRAINT source_lkup_source_type_id_df DEFAULT (1),
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT source_lkup_pk PRIMARY KEY (source_id),
        CONSTRAINT source_lkup_source_name_uk UNIQUE (source_name),
        CONSTRAINT source_lkup_character_set_id_fk FOREIGN KEY (character_set_id)
        REFERENCES [$(schema)].character_set_lkup (character_set_id),
        CONSTRAINT source_lkup_source_type_id_fk FOREIGN KEY (source_type_id)
        REFERENCES [$(schema)].source_type_lkup (source_type_id)
    );
    CREATE INDEX source_lkup_character_set_id_ix ON [$(schema)].source_lkup (character_set_id);
    CREATE INDEX source_lkup_source_type_id_ix ON [$(schema)].source_lkup (source_type_id);
END;

-- source_object_lkup: Tables, datasets and files of a source.
IF OBJECT_ID(N'[$(schema)].source_object_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].source_object_lkup (
        source_object_id INT IDENTITY(1, 1) NOT NULL,
        source_id INT NOT NULL,
        source_object_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL,
        character_set_id INT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_object_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_object_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT source_object_lkup_pk PRIMARY KEY (source_object_id),
        CONSTRAINT source_object_lkup_source_object_name_uk UNIQUE (source_id, source_object_name),
        CONSTRAINT source_object_lkup_source_id_fk FOREIGN KEY (source_id)
        REFERENCES [$(schema)].source_lkup (source_id),
        CONSTRAINT source_object_lkup_character_set_id_fk FOREIGN KEY (character_set_id)
        REFERENCES [$(schema)].character_set_lkup (character_set_id)
    );
    CREATE INDEX source_object_lkup_character_set_id_ix ON [$(schema)].source_object_lkup (character_set_id);
END;

-- source_object_attribute_lkup: Columns and fields of a source object.
IF OBJECT_ID(N'[$(schema)].source_object_attribute_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].source_object_attribute_lkup (
        source_object_attribute_id INT IDENTITY(1, 1) NOT NULL,
        source_object_attribute_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL,
        source_object_id INT NOT NULL,
        attribute_path NVARCHAR(750) COLLATE Latin1_General_100_BIN2 NULL,
        data_type_id INT NULL,
        data_length INT NULL,
        data_decimal INT NULL,
        is_pii BIT NOT NULL CONSTRAINT source_object_attribute_lkup_is_pii_df DEFAULT (0),
        default_value_string NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NULL,
        default_value_number DECIMAL(38, 10) NULL,
        is_key BIT NOT NULL CONSTRAINT source_object_attribute_lkup_is_key_df DEFAULT (0),
        is_filter BIT NOT NULL CONSTRAINT source_object_attribute_lkup_is_filter_df DEFAULT (0),
        is_partition BIT NOT NULL CONSTRAINT source_object_attribute_lkup_is_partition_df DEFAULT (0),
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_object_attribute_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_object_attribute_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT source_object_attribute_lkup_pk PRIMARY KEY (source_object_attribute_id),
        CONSTRAINT source_object_attribute_lkup_source_object_attribute_name_uk
            UNIQUE (source_object_id, source_object_attribute_name),
        CONSTRAINT source_object_attribute_lkup_source_object_id_fk FOREIGN KEY (source_object_id)
        REFERENCES [$(schema)].source_object_lkup (source_object_id),
        CONSTRAINT source_object_attribute_lkup_data_type_id_fk FOREIGN KEY (data_type_id)
        REFERENCES [$(schema)].data_type_lkup (data_type_id),
        CONSTRAINT source_object_attribute_lkup_length_ck CHECK (data_length >= 0),
        CONSTRAINT source_object_attribute_lkup_decimal_ck CHECK (data_decimal >= 0)
    );
    CREATE INDEX source_object_attribute_lkup_data_type_id_ix
    ON [$(schema)].source_object_attribute_lkup (data_type_id);
END;

-- source_contact: Whom to tell about a source.
IF OBJECT_ID(N'[$(schema)].source_contact', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].source_contact (
        source_id INT NOT NULL,
        contact_id INT NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_contact_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_contact_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT source_contact_pk PRIMARY KEY (source_id, contact_id),
        CONSTRAINT source_contact_source_id_fk FOREIGN KEY (source_id) REFERENCES [$(schema)].source_lkup (source_id),
        CONSTRAINT source_contact_contact_id_fk FOREIGN KEY (contact_id)
        REFERENCES [$(schema)].contact_lkup (contact_id)
    );
    CREATE INDEX source_contact_contact_id_ix ON [$(schema)].source_contact (contact_id);
END;

-- source_dataset_type: Categories of the data in a source.
IF OBJECT_ID(N'[$(schema)].source_dataset_type', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].source_dataset_type (
        source_id INT NOT NULL,
        dataset_type_id INT NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_dataset_type_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_dataset_type_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT source_dataset_type_pk PRIMARY KEY (source_id, dataset_type_id),
        CONSTRAINT source_dataset_type_source_id_fk FOREIGN KEY (source_id)
        REFERENCES [$(schema)].source_lkup (source_id),
        CONSTRAINT source_dataset_type_dataset_type_id_fk FOREIGN KEY (dataset_type_id)
        REFERENCES [$(schema)].dataset_type_lkup (dataset_type_id)
    );
    CREATE INDEX source_dataset_type_dataset_type_id_ix ON [$(schema)].source_dataset_type (dataset_type_id);
END;

-- source_object_dataset_type: Categories of the data in a source object.
IF OBJECT_ID(N'[$(schema)].source_object_dataset_type', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].source_object_dataset_type (
        source_object_id INT NOT NULL,
        dataset_type_id INT NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_object_dataset_type_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_object_dataset_type_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT source_object_dataset_type_pk PRIMARY KEY (source_object_id, dataset_type_id),
        CONSTRAINT source_object_dataset_type_source_object_id_fk FOREIGN KEY (source_object_id)
        REFERENCES [$(schema)].source_object_lkup (source_object_id),
        CONSTRAINT source_object_dataset_type_dataset_type_id_fk FOREIGN KEY (dataset_type_id)
        REFERENCES [$(schema)].dataset_type_lkup (dataset_type_id)
    );
    CREATE INDEX source_object_dataset_type_dataset_type_id_ix
    ON [$(schema)].source_object_dataset_type (dataset_type_id);
END;

-- source_location: Where a source keeps its data.
IF OBJECT_ID(N'[$(schema)].source_location', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].source_location (
        source_id INT NOT NULL,
        location_id INT NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_location_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_location_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT source_location_pk PRIMARY KEY (source_id, location_id),
        CONSTRAINT source_location_source_id_fk FOREIGN KEY (source_id) REFERENCES [$(schema)].source_lkup (source_id),
        CONSTRAINT source_location_location_id_fk FOREIGN KEY (location_id)
        REFERENCES [$(schema)].location_lkup (location_id)
    );
    CREATE INDEX source_location_location_id_ix ON [$(schema)].source_location (location_id);
END;

-- source_object_location: Where a source object keeps its data.
IF OBJECT_ID(N'[$(schema)].source_object_location', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].source_object_location (
        source_object_id INT NOT NULL,
        location_id INT NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_object_location_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT source_object_location_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT source_object_location_pk PRIMARY KEY (source_object_id, location_id),
        CONSTRAINT source_object_location_source_object_id_fk FOREIGN KEY (source_object_id)
        REFERENCES [$(schema)].source_object_lkup (source_object_id),
        CONSTRAINT source_object_location_location_id_fk FOREIGN KEY (location_id)
        REFERENCES [$(schema)].location_lkup (location_id)
    );
    CREATE INDEX source_object_location_location_id_ix ON [$(schema)].source_object_location (location_id);
END;
GO
