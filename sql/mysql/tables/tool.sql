-- Tool: what runs them.

CREATE TABLE IF NOT EXISTS tool_lkup (
    tool_id INT NOT NULL AUTO_INCREMENT,
    tool_name VARCHAR(250) NOT NULL,
    created_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    created_by INT NOT NULL,
    update_date_time DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    updated_by INT NOT NULL,
    CONSTRAINT tool_lkup_pk PRIMARY KEY (tool_id),
    CONSTRAINT tool_lkup_tool_name_uk UNIQUE (tool_name)
)
ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin
COMMENT = 'Applications and code bases that run data integration processes.';
