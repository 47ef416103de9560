-- Pipeline: executions, steps and the checksums of their models.

CREATE TABLE IF NOT EXISTS execution (
    execution_id uuid NOT NULL,
    status varchar(20) NOT NULL,
    started_on timestamptz NOT NULL,
    completed_on timestamptz,
    execution_time_ms bigint,
    created_on timestamptz NOT NULL,
    updated_on timestamptz NOT NULL,
    created_date_time timestamptz NOT NULL DEFAULT current_timestamp,
    created_by integer NOT NULL,
    update_date_time timestamptz NOT NULL DEFAULT current_timestamp,
    updated_by integer NOT NULL,
    CONSTRAINT execution_pk PRIMARY KEY (execution_id),
    CONSTRAINT execution_status_ck CHECK (status IN ('INITIALISED', 'IN_PROGRESS', 'COMPLETED')),
    CONSTRAINT execution_time_ck CHECK (execution_time_ms >= 0)
);
COMMENT ON TABLE execution IS 'Executions of a data pipeline.';
CREATE INDEX IF NOT EXISTS execution_completed_on_ix
ON execution (completed_on)
WHERE status = 'COMPLETED';

CREATE TABLE IF NOT EXISTS execution_step (
    execution_step_id uuid NOT NULL,
    execution_id uuid NOT NULL,
    step_name varchar(20) NOT NULL,
    status varchar(20) NOT NULL,
    rows_processed bigint,
    started_on timestamptz NOT NULL,
    completed_on timestamptz,
    execution_time_ms bigint,
    created_on timestamptz NOT NULL,
    updated_on timestamptz NOT NULL,
    created_date_time timestamptz NOT NULL DEFAULT current_timestamp,
    created_by integer NOT NULL,
    update_date_time timestamptz NOT NULL DEFAULT current_timestamp,
    updated_by integer NOT NULL,
    CONSTRAINT execution_step_pk PRIMARY KEY (execution_step_id),
    CONSTRAINT execution_step_step_name_uk UNIQUE (execution_id, step_name),
    CONSTRAINT execution_step_execution_id_fk FOREIGN KEY (execution_id) REFERENCES execution (execution_id),
    CONSTRAINT execution_step_name_ck CHECK (step_name IN ('LOAD', 'TRANSFORM')),
    CONSTRAINT execution_step_status_ck CHECK (status IN ('INITIALISED', 'IN_PROGRESS', 'COMPLETED')),
    CONSTRAINT execution_step_rows_ck CHECK (rows_processed >= 0),
    CONSTRAINT execution_step_time_ck CHECK (execution_time_ms >= 0)
);
COMMENT ON TABLE execution_step IS 'Steps of a pipeline execution.';

CREATE TABLE IF NOT EXISTS execution_step_model (
    execution_step_model_id uuid NOT NULL,
    execution_step_id uuid NOT NULL,
    model_name varchar(250) NOT NULL,
    checksum varchar(100) NOT NULL, -- noqa: RF04
    created_on timestamptz NOT NULL,
    updated_on timestamptz NOT NULL,
    created_date_time timestamptz NOT NULL DEFAULT current_timestamp,
    created_by integer NOT NULL,
    update_date_time timestamptz NOT NULL DEFAULT current_timestamp,
    updated_by integer NOT NULL,
    CONSTRAINT execution_step_model_pk PRIMARY KEY (execution_step_model_id),
    CONSTRAINT execution_step_model_model_name_uk UNIQUE (execution_step_id, model_name),
    CONSTRAINT execution_step_model_execution_step_id_fk FOREIGN KEY (execution_step_id)
    REFERENCES execution_step (execution_step_id)
);
COMMENT ON TABLE execution_step_model IS 'Models of a step, with the checksum that tells whether they changed.';
