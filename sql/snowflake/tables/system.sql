-- System: settings of the store.

CREATE TABLE IF NOT EXISTS system_lkup (
    system_id INTEGER NOT NULL AUTOINCREMENT START 101 INCREMENT 1 ORDER,
    system_key VARCHAR(250) NOT NULL,
    system_value VARCHAR(250) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT system_lkup_pk PRIMARY KEY (system_id),
    CONSTRAINT system_lkup_system_key_uk UNIQUE (system_key)
)
COMMENT = 'Settings of the whole store, the same for every tool that calls it.';
