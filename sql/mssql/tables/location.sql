-- Location: where extracts lie.

-- location_type_lkup: Kinds of locations.
IF OBJECT_ID(N'[$(schema)].location_type_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].location_type_lkup (
        location_type_id INT IDENTITY(101, 1) NOT NULL,
        location_type_name NVARCHAR(25) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT location_type_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT location_type_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT location_type_lkup_pk PRIMARY KEY (location_type_id),
        CONSTRAINT location_type_lkup_location_type_name_uk UNIQUE (location_type_name)
    );
END;

-- location_lkup: Folders and buckets that extracts lie in.
IF OBJECT_ID(N'[$(schema)].location_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].location_lkup (
        location_id INT IDENTITY(1, 1) NOT NULL,
        location_name NVARCHAR(750) COLLATE Latin1_General_100_BIN2 NOT NULL,
        location_path NVARCHAR(750) COLLATE Latin1_General_100_BIN2 NOT NULL,
        location_type_id INT NOT NULL,
        location_file_count INT NULL,
        location_bucket_name NVARCHAR(750) COLLATE Latin1_General_100_BIN2 NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT location_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT location_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT location_lkup_pk PRIMARY KEY (location_id),
        CONSTRAINT location_lkup_location_name_uk UNIQUE (location_name),
        CONSTRAINT location_lkup_location_path_uk UNIQUE (location_path),
        CONSTRAINT location_lkup_location_type_id_fk FOREIGN KEY (location_type_id)
        REFERENCES [$(schema)].location_type_lkup (location_type_id),
        CONSTRAINT location_lkup_file_count_ck CHECK (location_file_count >= 0)
    );
    CREATE INDEX location_lkup_location_type_id_ix ON [$(schema)].location_lkup (location_type_id);
END;
GO
