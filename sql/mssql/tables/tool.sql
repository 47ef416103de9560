-- Tool: what runs them.

-- tool_lkup: Applications and code bases that run data integration processes.
IF OBJECT_ID(N'[$(schema)].tool_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].tool_lkup (
        tool_id INT IDENTITY(1, 1) NOT NULL,
        tool_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT tool_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT tool_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT tool_lkup_pk PRIMARY KEY (tool_id),
        CONSTRAINT tool_lkup_tool_name_uk UNIQUE (tool_name)
    );
END;
GO
