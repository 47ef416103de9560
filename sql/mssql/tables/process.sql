-- Process: processes, their runs, dependencies, sources and targets.

-- process_type_lkup: Kinds of processes.
IF OBJECT_ID(N'[$(schema)].process_type_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].process_type_lkup (
        process_type_id INT IDENTITY(101, 1) NOT NULL,
        process_type_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_type_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_type_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT process_type_lkup_pk PRIMARY KEY (process_type_id),
        CONSTRAINT process_type_lkup_process_type_name_uk UNIQUE (process_type_name)
    );
END;

-- process_status_lkup: States of a process run. Only the preloaded ones drive the rules.
IF OBJECT_ID(N'[$(schema)].process_status_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].process_status_lkup (
        process_status_id INT IDENTITY(101, 1) NOT NULL,
        process_status_name NVARCHAR(75) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_status_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_status_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT process_status_lkup_pk PRIMARY KEY (process_status_id),
        CONSTRAINT process_status_lkup_process_status_name_uk UNIQUE (process_status_name)
    );
END;

-- dependency_type_lkup: How strongly a child depends on its parent. Soft never blocks.
IF OBJECT_ID(N'[$(schema)].dependency_type_lkup', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].dependency_type_lkup (
        dependency_type_id INT IDENTITY(101, 1) NOT NULL,
        dependency_type_name NVARCHAR(75) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT dependency_type_lkup_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT dependency_type_lkup_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT dependency_type_lkup_pk PRIMARY KEY (dependency_type_id),
        CONSTRAINT dependency_type_lkup_dependency_type_name_uk UNIQUE (dependency_type_name)
    );
END;

-- process: Processes: what runs again and again under one name.
IF OBJECT_ID(N'[$(schema)].process', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].process (
        process_id INT IDENTITY(1, 1) NOT NULL,
        process_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL,
        total_record_count BIGINT NOT NULL CONSTRAINT process_total_record_count_df DEFAULT (0),
        process_type_id INT NOT NULL,
        process_tool_id INT NOT NULL,
        last_failed_run_date_time DATETIMEOFFSET(6) NULL,
        last_completed_run_date_time DATETIMEOFFSET(6) NULL,
        last_errored_run_date_time DATETIMEOFFSET(6) NULL,
        schedule_frequency_id INT NOT NULL CONSTRAINT process_schedule_frequency_id_df DEFAULT (0),
        max_concurrent_failures INT NULL,
        stale_after_seconds INT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL CONSTRAINT process_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT process_pk PRIMARY KEY (process_id),
        CONSTRAINT process_name_uk UNIQUE (process_name),
        CONSTRAINT process_process_type_id_fk FOREIGN KEY (process_type_id)
        REFERENCES [$(schema)].process_type_lkup (process_type_id),
        CONSTRAINT process_process_tool_id_fk FOREIGN KEY (process_tool_id) REFERENCES [$(schema)].tool_lkup (tool_id),
        CONSTRAINT process_schedule_frequency_id_fk FOREIGN KEY (schedule_frequency_id)
        REFERENCES [$(schema)].schedule_frequency_lkup (schedule_frequency_id),
        CONSTRAINT process_total_record_count_ck CHECK (total_record_count >= 0),
        CONSTRAINT process_max_concurrent_failures_ck CHECK (max_concurrent_failures >= 1),
        CONSTRAINT process_stale_after_seconds_ck CHECK (stale_after_seconds >= 1)
    );
    CREATE INDEX process_process_type_id_ix ON [$(schema)].process (process_type_id);
    CREATE INDEX process_process_tool_id_ix ON [$(schema)].process (process_tool_id);
    CREATE INDEX process_schedule_frequency_id_ix ON [$(schema)].process (schedule_frequency_id);
END;

-- process_tracking: Runs: one row for each time that a process ran.
IF OBJECT_ID(N'[$(schema)].process_tracking', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].process_tracking (
        process_tracking_id BIGINT IDENTITY(1, 1) NOT NULL,
        process_id INT NOT NULL,
        process_status_id INT NOT NULL,
        process_run_id BIGINT NOT NULL,
        process_run_low_date_time DATETIMEOFFSET(6) NULL,
        process_run_high_date_time DATETIMEOFFSET(6) NULL,
        process_run_start_date_time DATETIMEOFFSET(6) NOT NULL,
        process_run_end_date_time DATETIMEOFFSET(6) NULL,
        process_run_heartbeat_date_time DATETIMEOFFSET(6) NULL,
        process_run_record_count BIGINT NOT NULL CONSTRAINT process_tracking_process_run_record_count_df DEFAULT (0),
        process_run_insert_count BIGINT NOT NULL CONSTRAINT process_tracking_process_run_insert_count_df DEFAULT (0),
        process_run_update_count BIGINT NOT NULL CONSTRAINT process_tracking_process_run_update_count_df DEFAULT (0),
        process_run_delete_count BIGINT NOT NULL CONSTRAINT process_tracking_process_run_delete_count_df DEFAULT (0),
        process_run_reject_count BIGINT NOT NULL CONSTRAINT process_tracking_process_run_reject_count_df DEFAULT (0),
        process_run_actor_id INT NOT NULL,
        is_latest_run BIT NOT NULL CONSTRAINT process_tracking_is_latest_run_df DEFAULT (0),
        process_run_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NULL,
        parent_process_tracking_id BIGINT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_tracking_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_tracking_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT process_tracking_pk PRIMARY KEY (process_tracking_id),
        CONSTRAINT process_tracking_process_run_id_uk UNIQUE (process_id, process_run_id),
        CONSTRAINT process_tracking_process_id_fk FOREIGN KEY (process_id) REFERENCES [$(schema)].process (process_id),
        CONSTRAINT process_tracking_process_status_id_fk FOREIGN KEY (process_status_id)
        REFERENCES [$(schema)].process_status_lkup (process_status_id),
        CONSTRAINT process_tracking_process_run_actor_id_fk FOREIGN KEY (process_run_actor_id)
        REFERENCES [$(schema)].actor_lkup (actor_id),
        CONSTRAINT process_tracking_parent_process_tracking_id_fk FOREIGN KEY (parent_process_tracking_id)
        REFERENCES [$(schema)].process_tracking (process_tracking_id),
        CONSTRAINT process_tracking_run_id_ck CHECK (process_run_id >= 1),
        CONSTRAINT process_tracking_counts_ck CHECK (
            process_run_record_count >= 0 AND process_run_insert_count >= 0 AND process_run_update_count >= 0
            AND process_run_delete_count >= 0 AND process_run_reject_count >= 0
        ),
        CONSTRAINT process_tracking_dates_ck CHECK (process_run_low_date_time <= process_run_high_date_time),
        CONSTRAINT process_tracking_parent_ck CHECK (parent_process_tracking_id <> process_tracking_id)
    );
    -- Each start writes every index of this table twice, so there are few, and filtered ones where most runs have no
    -- value.
    CREATE UNIQUE INDEX process_tracking_latest_ux
    ON [$(schema)].process_tracking (process_id) WHERE is_latest_run = 1;
    CREATE UNIQUE INDEX process_tracking_process_run_name_ux
    ON [$(schema)].process_tracking (process_run_name) WHERE process_run_name IS NOT NULL;
    CREATE INDEX process_tracking_process_run_high_date_time_ix
    ON [$(schema)].process_tracking (process_id, process_run_high_date_time)
    WHERE process_run_high_date_time IS NOT NULL;
    CREATE INDEX process_tracking_process_run_actor_id_ix ON [$(schema)].process_tracking (process_run_actor_id);
    CREATE INDEX process_tracking_parent_process_tracking_id_ix
    ON [$(schema)].process_tracking (parent_process_tracking_id) WHERE parent_process_tracking_id IS NOT NULL;
    CREATE INDEX process_tracking_process_status_id_ix ON [$(schema)].process_tracking (process_status_id);
END;

-- process_contact: Whom to tell about a process.
IF OBJECT_ID(N'[$(schema)].process_contact', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].process_contact (
        process_id INT NOT NULL,
        contact_id INT NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_contact_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_contact_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT process_contact_pk PRIMARY KEY (process_id, contact_id),
        CONSTRAINT process_contact_process_id_fk FOREIGN KEY (process_id) REFERENCES [$(schema)].process (process_id),
        CONSTRAINT process_contact_contact_id_fk FOREIGN KEY (contact_id)
        REFERENCES [$(schema)].contact_lkup (contact_id)
    );
    CREATE INDEX process_contact_contact_id_ix ON [$(schema)].process_contact (contact_id);
END;

-- process_dataset_type: Categories of the data that a process handles.
IF OBJECT_ID(N'[$(schema)].process_dataset_type', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].process_dataset_type (
        process_id INT NOT NULL,
        dataset_type_id INT NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_dataset_type_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_dataset_type_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT process_dataset_type_pk PRIMARY KEY (process_id, dataset_type_id),
        CONSTRAINT process_dataset_type_process_id_fk FOREIGN KEY (process_id)
        REFERENCES [$(schema)].process (process_id),
        CONSTRAINT process_dataset_type_dataset_type_id_fk FOREIGN KEY (dataset_type_id)
        REFERENCES [$(schema)].dataset_type_lkup (dataset_type_id)
    );
    CREATE INDEX process_dataset_type_dataset_type_id_ix ON [$(schema)].process_dataset_type (dataset_type_id);
END;

-- process_dependency: Which process has to be done before which.
IF OBJECT_ID(N'[$(schema)].process_dependency', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].process_dependency (
        parent_process_id INT NOT NULL,
        child_process_id INT NOT NULL,
        dependency_type_id INT NOT NULL CONSTRAINT process_dependency_dependency_type_id_df DEFAULT (1),
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_dependency_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_dependency_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT process_dependency_pk PRIMARY KEY (parent_process_id, child_process_id),
        CONSTRAINT process_dependency_parent_process_id_fk FOREIGN KEY (parent_process_id)
        REFERENCES [$(schema)].process (process_id),
        CONSTRAINT process_dependency_child_process_id_fk FOREIGN KEY (child_process_id)
        REFERENCES [$(schema)].process (process_id),
        CONSTRAINT process_dependency_dependency_type_id_fk FOREIGN KEY (dependency_type_id)
        REFERENCES [$(schema)].dependency_type_lkup (dependency_type_id),
        CONSTRAINT process_dependency_self_ck CHECK (parent_process_id <> child_process_id)
    );
    CREATE INDEX process_dependency_child_process_id_ix ON [$(schema)].process_dependency (child_process_id);
    CREATE INDEX process_dependency_dependency_type_id_ix ON [$(schema)].process_dependency (dependency_type_id);
END;

-- process_filter: Filters that a process puts on what it reads.
IF OBJECT_ID(N'[$(schema)].process_filter', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].process_filter (
        process_filter_id INT IDENTITY(1, 1) NOT NULL,
        process_id INT NOT NULL,
        source_object_attribute_id INT NOT NULL,
        filter_type_id INT NOT NULL,
        filter_value_string NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NULL,
        filter_value_numeric DECIMAL(38, 10) NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_filter_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_filter_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT process_filter_pk PRIMARY KEY (process_filter_id),
        CONSTRAINT process_filter_filter_type_id_uk UNIQUE (process_id, source_object_attribute_id, filter_type_id),
        CONSTRAINT process_filter_process_id_fk FOREIGN KEY (process_id) REFERENCES [$(schema)].process (process_id),
        CONSTRAINT process_filter_source_object_attribute_id_fk FOREIGN KEY (source_object_attribute_id)
        REFERENCES [$(schema)].source_object_attribute_lkup (source_object_attribute_id),
        CONSTRAINT process_filter_filter_type_id_fk FOREIGN KEY (filter_type_id)
        REFERENCES [$(schema)].filter_type_lkup (filter_type_id)
    );
    CREATE INDEX process_filter_source_object_attribute_id_ix
    ON [$(schema)].process_filter (source_object_attribute_id);
    CREATE INDEX process_filter_filter_type_id_ix ON [$(schema)].process_filter (filter_type_id);
END;

-- process_source: Sources that a process reads.
IF OBJECT_ID(N'[$(schema)].process_source', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].process_source (
        process_id INT NOT NULL,
        source_id INT NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_source_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_source_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT process_source_pk PRIMARY KEY (process_id, source_id),
        CONSTRAINT process_source_process_id_fk FOREIGN KEY (process_id) REFERENCES [$(schema)].process (process_id),
        CONSTRAINT process_source_source_id_fk FOREIGN KEY (source_id) REFERENCES [$(schema)].source_lkup (source_id)
    );
    CREATE INDEX process_source_source_id_ix ON [$(schema)].process_source (source_id);
END;

-- process_source_object: Source objects that a process reads.
IF OBJECT_ID(N'[$(schema)].process_source_object', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].process_source_object (
        process_id INT NOT NULL,
        source_object_id INT NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_source_object_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_source_object_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT process_source_object_pk PRIMARY KEY (process_id, source_object_id),
        CONSTRAINT process_source_object_process_id_fk FOREIGN KEY (process_id)
        REFERENCES [$(schema)].process (process_id),
        CONSTRAINT process_source_object_source_object_id_fk FOREIGN KEY (source_object_id)
        REFERENCES [$(schema)].source_object_lkup (source_object_id)
    );
    CREATE INDEX process_source_object_source_object_id_ix ON [$(schema)].process_source_object (source_object_id);
END;

-- process_source_object_attribute: Attributes that a process reads.
IF OBJECT_ID(N'[$(schema)].process_source_object_attribute', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].process_source_object_attribute (
        process_id INT NOT NULL,
        source_object_attribute_id INT NOT NULL,
        source_object_attribute_alias NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NULL,
        source_object_attribute_expression NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_source_object_attribute_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_source_object_attribute_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT process_source_object_attribute_pk PRIMARY KEY (process_id, source_object_attribute_id),
        CONSTRAINT process_source_object_attribute_process_id_fk FOREIGN KEY (process_id)
        REFERENCES [$(schema)].process (process_id),
        CONSTRAINT process_source_object_attribute_source_object_attribute_id_fk
        FOREIGN KEY (source_object_attribute_id)
        REFERENCES [$(schema)].source_object_attribute_lkup (source_object_attribute_id)
    );
    CREATE INDEX process_source_object_attribute_source_object_attribute_id_ix
    ON [$(schema)].process_source_object_attribute (source_object_attribute_id);
END;

-- process_target: Targets that a process writes.
IF OBJECT_ID(N'[$(schema)].process_target', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].process_target (
        process_id INT NOT NULL,
        target_source_id INT NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_target_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_target_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT process_target_pk PRIMARY KEY (process_id, target_source_id),
        CONSTRAINT process_target_process_id_fk FOREIGN KEY (process_id) REFERENCES [$(schema)].process (process_id),
        CONSTRAINT process_target_target_source_id_fk FOREIGN KEY (target_source_id)
        REFERENCES [$(schema)].source_lkup (source_id)
    );
    CREATE INDEX process_target_target_source_id_ix ON [$(schema)].process_target (target_source_id);
END;

-- process_target_object: Target objects that a process writes.
IF OBJECT_ID(N'[$(schema)].process_target_object', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].process_target_object (
        process_id INT NOT NULL,
        target_object_id INT NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_target_object_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_target_object_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT process_target_object_pk PRIMARY KEY (process_id, target_object_id),
        CONSTRAINT process_target_object_process_id_fk FOREIGN KEY (process_id)
        REFERENCES [$(schema)].process (process_id),
        CONSTRAINT process_target_object_target_object_id_fk FOREIGN KEY (target_object_id)
        REFERENCES [$(schema)].source_object_lkup (source_object_id)
    );
    CREATE INDEX process_target_object_target_object_id_ix ON [$(schema)].process_target_object (target_object_id);
END;

-- process_target_object_attribute: Target attributes that a process writes.
IF OBJECT_ID(N'[$(schema)].process_target_object_attribute', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].process_target_object_attribute (
        process_id INT NOT NULL,
        target_object_attribute_id INT NOT NULL,
        target_object_attribute_alias NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NULL,
        target_object_attribute_expression NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_target_object_attribute_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT process_target_object_attribute_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT process_target_object_attribute_pk PRIMARY KEY (process_id, target_object_attribute_id),
        CONSTRAINT process_target_object_attribute_process_id_fk FOREIGN KEY (process_id)
        REFERENCES [$(schema)].process (process_id),
        CONSTRAINT process_target_object_attribute_target_object_attribute_id_fk
        FOREIGN KEY (target_object_attribute_id)
        REFERENCES [$(schema)].source_object_attribute_lkup (source_object_attribute_id)
    );
    CREATE INDEX process_target_object_attribute_target_object_attribute_id_ix
    ON [$(schema)].process_target_object_attribute (target_object_attribute_id);
END;
GO
