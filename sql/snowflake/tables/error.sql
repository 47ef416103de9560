-- Error: what went wrong in runs.

CREATE TABLE IF NOT EXISTS error_type_lkup (
    error_type_id INTEGER NOT NULL AUTOINCREMENT START 101 INCREMENT 1 ORDER,
    error_type_name VARCHAR(250) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT error_type_lkup_pk PRIMARY KEY (error_type_id),
    CONSTRAINT error_type_lkup_error_type_name_uk UNIQUE (error_type_name)
)
COMMENT = 'Kinds of errors.';

CREATE TABLE IF NOT EXISTS error_tracking (
    error_tracking_id BIGINT NOT NULL AUTOINCREMENT START 1 INCREMENT 1 ORDER,
    error_type_id INTEGER NOT NULL,
    error_description VARCHAR,
    error_occurrence_date_time TIMESTAMP_TZ(6) NOT NULL,
    process_tracking_id BIGINT NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT error_tracking_pk PRIMARY KEY (error_tracking_id),
    CONSTRAINT error_tracking_error_type_id_fk FOREIGN KEY (error_type_id) REFERENCES error_type_lkup (error_type_id),
    CONSTRAINT error_tracking_process_tracking_id_fk FOREIGN KEY (process_tracking_id)
    REFERENCES process_tracking (process_tracking_id)
)
COMMENT = 'Errors that runs recorded.';
