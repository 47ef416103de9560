-- Tool: what runs them.

CREATE TABLE IF NOT EXISTS tool_lkup (
    tool_id INTEGER NOT NULL AUTOINCREMENT START 1 INCREMENT 1 ORDER,
    tool_name VARCHAR(250) NOT NULL,
    created_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    created_by INTEGER NOT NULL,
    update_date_time TIMESTAMP_TZ(6) DEFAULT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) NOT NULL,
    updated_by INTEGER NOT NULL,
    CONSTRAINT tool_lkup_pk PRIMARY KEY (tool_id),
    CONSTRAINT tool_lkup_tool_name_uk UNIQUE (tool_name)
)
COMMENT = 'Applications and code bases that run data integration processes.';
