-- Contact: whom to tell.

CREATE TABLE IF NOT EXISTS contact_lkup (
    contact_id INT NOT NULL AUTO_INCREMENT,
    contact_name VARCHAR(250) NOT NULL,
    contact_email VARCHAR(750),
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT contact_lkup_pk PRIMARY KEY (contact_id),
    CONSTRAINT contact_lkup_contact_name_uk UNIQUE (contact_name),
    CONSTRAINT contact_lkup_contact_email_uk UNIQUE (contact_email)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'People and groups to tell about a process or a source.';
