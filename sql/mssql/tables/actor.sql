-- Actor: who starts runs.

-- actor_lkup: People and things that start process runs.
IF OBJECT_ID(N'[$(schema)].actor_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].actor_lkup (
        actor_id INT IDENTITY(1, 1) NOT NULL,
        actor_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT actor_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT actor_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT actor_lkup_pk PRIMARY KEY (actor_id),
        CONSTRAINT actor_lkup_actor_name_uk UNIQUE (actor_name)
    );
END;
GO
