-- Schedule: how often processes run.

-- schedule_frequency_lkup: How often a process should run.
IF OBJECT_ID(N'[$(schema)].schedule_frequency_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].schedule_frequency_lkup (
        schedule_frequency_id INT IDENTITY(101, 1) NOT NULL,
        schedule_frequency_name NVARCHAR(25) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT schedule_frequency_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT schedule_frequency_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT schedule_frequency_lkup_pk PRIMARY KEY (schedule_frequency_id),
        CONSTRAINT schedule_frequency_lkup_schedule_frequency_name_uk UNIQUE (schedule_frequency_name)
    );
END;
GO
