-- Pipeline: executions, steps and the checksums of their models.

DECLARE
    -- Runs a CREATE, unless there is an object of its name, or an index of its columns, already.
    PROCEDURE create_missing(p_statement IN VARCHAR2) IS
        e_name_in_use EXCEPTION;
        e_already_indexed EXCEPTION;
        PRAGMA EXCEPTION_INIT(e_name_in_use, -955);
        PRAGMA EXCEPTION_INIT(e_already_indexed, -1408);
    BEGIN
        EXECUTE IMMEDIATE p_statement;
    EXCEPTION
        WHEN e_name_in_use OR e_already_indexed THEN
            NULL;
    END create_missing;
BEGIN
    create_missing(q'[
CREATE TABLE execution (
    execution_id VARCHAR2(36 CHAR) NOT NULL,
    status VARCHAR2(20 CHAR) NOT NULL,
    started_on TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    completed_on TIMESTAMP(6) WITH TIME ZONE,
    execution_time_ms NUMBER(19),
    created_on TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    updated_on TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    created_date_time TIMESTAMP(6) WITH TIME ZONE DEFAULT FROM_TZ(SYS_EXTRACT_UTC(SYSTIMESTAMP), '+00:00') NOT NULL,
    created_by NUMBER(10) NOT NULL,
    update_date_time TIMESTAMP(6) WITH TIME ZONE DEFAULT FROM_TZ(SYS_EXTRACT_UTC(SYSTIMESTAMP), '+00:00') NOT NULL,
    updated_by NUMBER(10) NOT NULL,
    CONSTRAINT execution_pk PRIMARY KEY (execution_id),
    CONSTRAINT execution_status_ck CHECK (status IN ('INITIALISED', 'IN_PROGRESS', 'COMPLETED')),
    CONSTRAINT execution_time_ck CHECK (execution_time_ms >= 0)
)]');
    create_missing(q'[
CREATE INDEX execution_completed_on_ix ON execution (completed_on)]');

    create_missing(q'[
CREATE TABLE execution_step (
    execution_step_id VARCHAR2(36 CHAR) NOT NULL,
    execution_id VARCHAR2(36 CHAR) NOT NULL,
    step_name VARCHAR2(20 CHAR) NOT NULL,
    status VARCHAR2(20 CHAR) NOT NULL,
    rows_processed NUMBER(19),
    started_on TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    completed_on TIMESTAMP(6) WITH TIME ZONE,
    execution_time_ms NUMBER(19),
    created_on TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    updated_on TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    created_date_time TIMESTAMP(6) WITH TIME ZONE DEFAULT FROM_TZ(SYS_EXTRACT_UTC(SYSTIMESTAMP), '+00:00') NOT NULL,
    created_by NUMBER(10) NOT NULL,
    update_date_time TIMESTAMP(6) WITH TIME ZONE DEFAULT FROM_TZ(SYS_EXTRACT_UTC(SYSTIMESTAMP), '+00:00') NOT NULL,
    updated_by NUMBER(10) NOT NULL,
    CONSTRAINT step_pk PRIMARY KEY (execution_step_id),
    CONSTRAINT step_name_uk UNIQUE (execution_id, step_name),
    CONSTRAINT step_execution_fk FOREIGN KEY (execution_id) REFERENCES execution (execution_id),
    CONSTRAINT step_name_ck CHECK (step_name IN ('LOAD', 'TRANSFORM')),
    CONSTRAINT step_status_ck CHECK (status IN ('INITIALISED', 'IN_PROGRESS', 'COMPLETED')),
    CONSTRAINT step_rows_ck CHECK (rows_processed >= 0),
    CONSTRAINT step_time_ck CHECK (execution_time_ms >= 0)
)]');

    create_missing(q'[
CREATE TABLE execution_step_model (
    execution_step_model_id VARCHAR2(36 CHAR) NOT NULL,
    execution_step_id VARCHAR2(36 CHAR) NOT NULL,
    model_name VARCHAR2(250 CHAR) NOT NULL,
    checksum VARCHAR2(100 CHAR) NOT NULL,
    created_on TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    updated_on TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    created_date_time TIMESTAMP(6) WITH TIME ZONE DEFAULT FROM_TZ(SYS_EXTRACT_UTC(SYSTIMESTAMP), '+00:00') NOT NULL,
    created_by NUMBER(10) NOT NULL,
    update_date_time TIMESTAMP(6) WITH TIME ZONE DEFAULT FROM_TZ(SYS_EXTRACT_UTC(SYSTIMESTAMP), '+00:00') NOT NULL,
    updated_by NUMBER(10) NOT NULL,
    CONSTRAINT model_pk PRIMARY KEY (execution_step_model_id),
    CONSTRAINT model_name_uk UNIQUE (execution_step_id, model_name),
    CONSTRAINT model_execution_step_fk FOREIGN KEY (execution_step_id)
    REFERENCES execution_step (execution_step_id)
)]');
END;
/
COMMENT ON TABLE execution IS 'Executions of a data pipeline.';
COMMENT ON TABLE execution_step IS 'Steps of a pipeline execution.';
COMMENT ON TABLE execution_step_model IS 'Models of a step, with the checksum that tells whether they changed.';
