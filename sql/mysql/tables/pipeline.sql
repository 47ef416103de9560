-- Pipeline: executions, steps and the checksums of their models.

CREATE TABLE IF NOT EXISTS execution (
    execution_id CHAR(36) NOT NULL,
    status VARCHAR(20) NOT NULL,
    started_on DATETIME(6) NOT NULL,
    completed_on DATETIME(6),
    execution_time_ms BIGINT,
    created_on DATETIME(6) NOT NULL,
    updated_on DATETIME(6) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT execution_pk PRIMARY KEY (execution_id),
    CONSTRAINT execution_status_ck CHECK (status IN ('INITIALISED', 'IN_PROGRESS', 'COMPLETED')),
    CONSTRAINT execution_time_ck CHECK (execution_time_ms >= 0),
    INDEX execution_completed_on_ix (completed_on)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Executions of a data pipeline.';

CREATE TABLE IF NOT EXISTS execution_step (
    execution_step_id CHAR(36) NOT NULL,
    execution_id CHAR(36) NOT NULL,
    step_name VARCHAR(20) NOT NULL,
    status VARCHAR(20) NOT NULL,
    rows_processed BIGINT,
    started_on DATETIME(6) NOT NULL,
    completed_on DATETIME(6),
    execution_time_ms BIGINT,
    created_on DATETIME(6) NOT NULL,
    updated_on DATETIME(6) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT execution_step_pk PRIMARY KEY (execution_step_id),
    CONSTRAINT execution_step_step_name_uk UNIQUE (execution_id, step_name),
    CONSTRAINT execution_step_execution_id_fk FOREIGN KEY (execution_id) REFERENCES execution (execution_id),
    CONSTRAINT execution_step_name_ck CHECK (step_name IN ('LOAD', 'TRANSFORM')),
    CONSTRAINT execution_step_status_ck CHECK (status IN ('INITIALISED', 'IN_PROGRESS', 'COMPLETED')),
    CONSTRAINT execution_step_rows_ck CHECK (rows_processed >= 0),
    CONSTRAINT execution_step_time_ck CHECK (execution_time_ms >= 0)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Steps of a pipeline execution.';

CREATE TABLE IF NOT EXISTS execution_step_model (
    execution_step_model_id CHAR(36) NOT NULL,
    execution_step_id CHAR(36) NOT NULL,
    model_name VARCHAR(250) NOT NULL,
    checksum VARCHAR(100) NOT NULL,
    created_on DATETIME(6) NOT NULL,
    updated_on DATETIME(6) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT execution_step_model_pk PRIMARY KEY (execution_step_model_id),
    CONSTRAINT execution_step_model_model_name_uk UNIQUE (execution_step_id, model_name),
    CONSTRAINT execution_step_model_execution_step_id_fk FOREIGN KEY (execution_step_id)
    REFERENCES execution_step (execution_step_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Models of a step, with the checksum that tells whether they changed.';
