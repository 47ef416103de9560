-- Actor: who starts runs.

CREATE TABLE IF NOT EXISTS actor_lkup (
    actor_id INT NOT NULL AUTO_INCREMENT,
    actor_name VARCHAR(250) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT actor_lkup_pk PRIMARY KEY (actor_id),
    CONSTRAINT actor_lkup_actor_name_uk UNIQUE (actor_name)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'People and things that start process runs.';
