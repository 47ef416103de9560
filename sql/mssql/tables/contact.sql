-- Contact: whom to tell.

-- contact_lkup: People and groups to tell about a process or a source.
IF OBJECT_ID(N'[$(schema)].contact_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].contact_lkup (
        contact_id INT IDENTITY(1, 1) NOT NULL,
        contact_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL,
        contact_email NVARCHAR(750) COLLATE Latin1_General_100_BIN2 NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT contact_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT contact_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT contact_lkup_pk PRIMARY KEY (contact_id),
        CONSTRAINT contact_lkup_contact_name_uk UNIQUE (contact_name)
    );
    -- A constraint would take two contacts without an address for duplicates.
    CREATE UNIQUE INDEX contact_lkup_contact_email_uk
    ON [$(schema)].contact_lkup (contact_email) WHERE contact_email IS NOT NULL;
END;
GO
