-- Pipeline: executions, steps and the checksums of their models.

CREATE TABLE IF NOT EXISTS execution (
    execution_id VARCHAR(36) NOT NULL,
    status VARCHAR(20) NOT NULL,
    started_on TIMESTAMP_TZ(6) NOT NULL,
    completed_on TIMESTAMP_TZ(6),
    execution_time_ms BIGINT,
    created_on TIMESTAMP_TZ(6) NOT NULL,
    updated_on TIMESTAMP_TZ(6) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT execution_pk PRIMARY KEY (execution_id)
)
COMMENT = 'Executions of a data pipeline.';

CREATE TABLE IF NOT EXISTS execution_step (
    execution_step_id VARCHAR(36) NOT NULL,
    execution_id VARCHAR(36) NOT NULL,
    step_name VARCHAR(20) NOT NULL,
    status VARCHAR(20) NOT NULL,
    rows_processed BIGINT,
    started_on TIMESTAMP_TZ(6) NOT NULL,
    completed_on TIMESTAMP_TZ(6),
    execution_time_ms BIGINT,
    created_on TIMESTAMP_TZ(6) NOT NULL,
    updated_on TIMESTAMP_TZ(6) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT execution_step_pk PRIMARY KEY (execution_step_id),
    CONSTRAINT execution_step_step_name_uk UNIQUE (execution_id, step_name),
    CONSTRAINT execution_step_execution_id_fk FOREIGN KEY (execution_id) REFERENCES execution (execution_id)
)
COMMENT = 'Steps of a pipeline execution.';

CREATE TABLE IF NOT EXISTS execution_step_model (
    execution_step_model_id VARCHAR(36) NOT NULL,
    execution_step_id VARCHAR(36) NOT NULL,
    model_name VARCHAR(250) NOT NULL,
    checksum VARCHAR(100) NOT NULL, -- noqa: RF04
    created_on TIMESTAMP_TZ(6) NOT NULL,
    updated_on TIMESTAMP_TZ(6) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT execution_step_model_pk PRIMARY KEY (execution_step_model_id),
    CONSTRAINT execution_step_model_model_name_uk UNIQUE (execution_step_id, model_name),
    CONSTRAINT execution_step_model_execution_step_id_fk FOREIGN KEY (execution_step_id)
    REFERENCES execution_step (execution_step_id)
)
COMMENT = 'Models of a step, with the checksum that tells whether they changed.';
