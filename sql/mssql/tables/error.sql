-- Error: what went wrong in runs.

-- error_type_lkup: Kinds of errors.
IF OBJECT_ID(N'[$(schema)].error_type_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].error_type_lkup (
        error_type_id INT IDENTITY(101, 1) NOT NULL,
        error_type_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT error_type_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT error_type_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT error_type_lkup_pk PRIMARY KEY (error_type_id),
        CONSTRAINT error_type_lkup_error_type_name_uk UNIQUE (error_type_name)
    );
END;

-- error_tracking: Errors that runs recorded.
IF OBJECT_ID(N'[$(schema)].error_tracking', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].error_tracking (
        error_tracking_id BIGINT IDENTITY(1, 1) NOT NULL,
        error_type_id INT NOT NULL,
        error_description NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
        error_occurrence_date_time DATETIMEOFFSET(6) NOT NULL,
        process_tracking_id BIGINT NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT error_tracking_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT error_tracking_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT error_tracking_pk PRIMARY KEY (error_tracking_id),
        CONSTRAINT error_tracking_error_type_id_fk FOREIGN KEY (error_type_id)
        REFERENCES [$(schema)].error_type_lkup (error_type_id),
        CONSTRAINT error_tracking_process_tracking_id_fk FOREIGN KEY (process_tracking_id)
        REFERENCES [$(schema)].process_tracking (process_tracking_id)
    );
    CREATE INDEX error_tracking_process_tracking_id_ix ON [$(schema)].error_tracking (process_tracking_id);
    CREATE INDEX error_tracking_error_type_id_ix ON [$(schema)].error_tracking (error_type_id);
END;
GO
