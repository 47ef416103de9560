-- Contact: whom to tell.

CREATE TABLE IF NOT EXISTS contact_lkup (
    contact_id INTEGER NOT NULL AUTOINCREMENT START 1 INCREMENT 1 ORDER,
    contact_name VARCHAR(250) NOT NULL,
    contact_email VARCHAR(750),
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT contact_lkup_pk PRIMARY KEY (contact_id),
    CONSTRAINT contact_lkup_contact_name_uk UNIQUE (contact_name),
    CONSTRAINT contact_lkup_contact_email_uk UNIQUE (contact_email)
)
COMMENT = 'People and groups to tell about a process or a source.';
