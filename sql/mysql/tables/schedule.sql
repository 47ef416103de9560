-- Schedule: how often processes run.

CREATE TABLE IF NOT EXISTS schedule_frequency_lkup (
    schedule_frequency_id INT NOT NULL AUTO_INCREMENT,
    schedule_frequency_name VARCHAR(25) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT schedule_frequency_lkup_pk PRIMARY KEY (schedule_frequency_id),
    CONSTRAINT schedule_frequency_lkup_schedule_frequency_name_uk UNIQUE (schedule_frequency_name)
)
ENGINE = InnoDB AUTO_INCREMENT = 101 DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'How often a process should run.';
