-- Error: what went wrong in runs.

CREATE TABLE IF NOT EXISTS error_type_lkup (
    error_type_id INT NOT NULL AUTO_INCREMENT,
    error_type_name VARCHAR(250) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT error_type_lkup_pk PRIMARY KEY (error_type_id),
    CONSTRAINT error_type_lkup_error_type_name_uk UNIQUE (error_type_name)
)
ENGINE = InnoDB AUTO_INCREMENT = 101 DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Kinds of errors.';

CREATE TABLE IF NOT EXISTS error_tracking (
    error_tracking_id BIGINT NOT NULL AUTO_INCREMENT,
    error_type_id INT NOT NULL,
    error_description LONGTEXT,
    error_occurrence_date_time DATETIME(6) NOT NULL,
    process_tracking_id BIGINT NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT error_tracking_pk PRIMARY KEY (error_tracking_id),
    CONSTRAINT error_tracking_error_type_id_fk FOREIGN KEY (error_type_id)
    REFERENCES error_type_lkup (error_type_id),
    CONSTRAINT error_tracking_process_tracking_id_fk FOREIGN KEY (process_tracking_id)
    REFERENCES process_tracking (process_tracking_id),
    INDEX error_tracking_process_tracking_id_ix (process_tracking_id),
    INDEX error_tracking_error_type_id_ix (error_type_id)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Errors that runs recorded.';
