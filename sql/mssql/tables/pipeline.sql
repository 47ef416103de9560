-- Pipeline: executions, steps and the checksums of their models.

-- execution: Executions of a data pipeline.
IF OBJECT_ID(N'[$(schema)].execution', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].execution (
        execution_id UNIQUEIDENTIFIER NOT NULL,
        status NVARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        started_on DATETIMEOFFSET(6) NOT NULL,
        completed_on DATETIMEOFFSET(6) NULL,
        execution_time_ms BIGINT NULL,
        created_on DATETIMEOFFSET(6) NOT NULL,
        updated_on DATETIMEOFFSET(6) NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT execution_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT execution_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT execution_pk PRIMARY KEY (execution_id),
        CONSTRAINT execution_status_ck CHECK (
            status = N'INITIALISED' OR status = N'IN_PROGRESS' OR status = N'COMPLETED'
        ),
        CONSTRAINT execution_time_ck CHECK (execution_time_ms >= 0)
    );
    CREATE INDEX execution_completed_on_ix ON [$(schema)].execution (completed_on) WHERE status = N'COMPLETED';
END;

-- execution_step: Steps of a pipeline execution.
IF OBJECT_ID(N'[$(schema)].execution_step', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].execution_step (
        execution_step_id UNIQUEIDENTIFIER NOT NULL,
        execution_id UNIQUEIDENTIFIER NOT NULL,
        step_name NVARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        status NVARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        rows_processed BIGINT NULL,
        started_on DATETIMEOFFSET(6) NOT NULL,
        completed_on DATETIMEOFFSET(6) NULL,
        execution_time_ms BIGINT NULL,
        created_on DATETIMEOFFSET(6) NOT NULL,
        updated_on DATETIMEOFFSET(6) NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT execution_step_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT execution_step_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT execution_step_pk PRIMARY KEY (execution_step_id),
        CONSTRAINT execution_step_step_name_uk UNIQUE (execution_id, step_name),
        CONSTRAINT execution_step_execution_id_fk FOREIGN KEY (execution_id)
        REFERENCES [$(schema)].execution (execution_id),
        CONSTRAINT execution_step_name_ck CHECK (step_name = N'LOAD' OR step_name = N'TRANSFORM'),
        CONSTRAINT execution_step_status_ck CHECK (
            status = N'INITIALISED' OR status = N'IN_PROGRESS' OR status = N'COMPLETED'
        ),
        CONSTRAINT execution_step_rows_ck CHECK (rows_processed >= 0),
        CONSTRAINT execution_step_time_ck CHECK (execution_time_ms >= 0)
    );
END;

-- execution_step_model: Models of a step, with the checksum that tells whether they changed.
IF OBJECT_ID(N'[$(schema)].execution_step_model', N'U') IS NULL
BEGIN
    CREATE TABLE [$(schema)].execution_step_model (
        execution_step_model_id UNIQUEIDENTIFIER NOT NULL,
        execution_step_id UNIQUEIDENTIFIER NOT NULL,
        model_name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL,
        checksum NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        created_on DATETIMEOFFSET(6) NOT NULL,
        updated_on DATETIMEOFFSET(6) NOT NULL,
        created_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT execution_step_model_created_date_time_df DEFAULT (SYSUTCDATETIME()),
        created_by INT NOT NULL,
        update_date_time DATETIMEOFFSET(6) NOT NULL
            CONSTRAINT execution_step_model_update_date_time_df DEFAULT (SYSUTCDATETIME()),
        updated_by INT NOT NULL,
        CONSTRAINT execution_step_model_pk PRIMARY KEY (execution_step_model_id),
        CONSTRAINT execution_step_model_model_name_uk UNIQUE (execution_step_id, model_name),
        CONSTRAINT execution_step_model_execution_step_id_fk FOREIGN KEY (execution_step_id)
        REFERENCES [$(schema)].execution_step (execution_step_id)
    );
END;
GO
