-- Actor: who starts runs.

CREATE TABLE IF NOT EXISTS actor_lkup (
    actor_id INTEGER NOT NULL AUTOINCREMENT START 1 INCREMENT 1 ORDER,
    actor_name VARCHAR(250) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT actor_lkup_pk PRIMARY KEY (actor_id),
    CONSTRAINT actor_lkup_actor_name_uk UNIQUE (actor_name)
)
COMMENT = 'People and things that start process runs.';
