-- Schedule: how often processes run.

CREATE TABLE IF NOT EXISTS schedule_frequency_lkup (
    schedule_frequency_id INTEGER NOT NULL AUTOINCREMENT START 101 INCREMENT 1 ORDER,
    schedule_frequency_name VARCHAR(25) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT schedule_frequency_lkup_pk PRIMARY KEY (schedule_frequency_id),
    CONSTRAINT schedule_frequency_lkup_schedule_frequency_name_uk UNIQUE (schedule_frequency_name)
)
COMMENT = 'How often a process should run.';
