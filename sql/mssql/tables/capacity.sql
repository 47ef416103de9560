-- Capacity: clusters and what runs on them.

-- cluster_tracking_lkup: Groups of computing resources that processes are assigned to.
IF OBJECT_ID(N'[$(schema)].cluster_tracking_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].cluster_tracking_lkup (
        cluster_id INT IDENTITY(1, 1) NOT NULL,
        cluster_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL,
        cluster_max_memory INT NULL,
        cluster_max_memory_unit NVARCHAR(2) COLLATE Latin1_General_100_BIN2 NULL,
        cluster_max_processing INT NULL,
        cluster_max_processing_unit NVARCHAR(3) COLLATE Latin1_General_100_BIN2 NULL,
        cluster_current_memory_usage INT NULL,
        cluster_current_process_usage INT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT cluster_tracking_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT cluster_tracking_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT cluster_tracking_lkup_pk PRIMARY KEY (cluster_id),
        CONSTRAINT cluster_tracking_lkup_cluster_name_uk UNIQUE (cluster_name),
        CONSTRAINT cluster_tracking_lkup_max_memory_ck CHECK (cluster_max_memory >= 0),
        CONSTRAINT cluster_tracking_lkup_max_processing_ck CHECK (cluster_max_processing >= 0)
    );
END;

-- cluster_process: Which processes run on which cluster.
IF OBJECT_ID(N'[$(schema)].cluster_process', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].cluster_process (
        cluster_id INT NOT NULL,
        process_id INT NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT cluster_process_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT cluster_process_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT cluster_process_pk PRIMARY KEY (cluster_id, process_id),
        CONSTRAINT cluster_process_cluster_id_fk FOREIGN KEY (cluster_id)
        REFERENCES [$(schema)].cluster_tracking_lkup (cluster_id),
        CONSTRAINT cluster_process_process_id_fk FOREIGN KEY (process_id) REFERENCES [$(schema)].process (process_id)
    );
    CREATE INDEX cluster_process_process_id_ix ON [$(schema)].cluster_process (process_id);
END;
GO
