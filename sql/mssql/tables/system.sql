-- System: settings of the store.

-- system_lkup: Settings of the whole store, the same for every tool that calls it.
IF OBJECT_ID(N'[$(schema)].system_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].system_lkup (
        system_id INT IDENTITY(101, 1) NOT NULL,
        system_key NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL,
        system_value NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT system_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT system_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT system_lkup_pk PRIMARY KEY (system_id),
        CONSTRAINT system_lkup_system_key_uk UNIQUE (system_key)
    );
END;
GO
