-- System: settings of the store.

CREATE TABLE IF NOT EXISTS system_lkup (
    system_id INT NOT NULL AUTO_INCREMENT,
    system_key VARCHAR(250) NOT NULL,
    system_value VARCHAR(250) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT system_lkup_pk PRIMARY KEY (system_id),
    CONSTRAINT system_lkup_system_key_uk UNIQUE (system_key)
)
ENGINE = InnoDB AUTO_INCREMENT = 101 DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Settings of the whole store, the same for every tool that calls it.';
