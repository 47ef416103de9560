"""What can become of an installation, each with what verify.sql says of it. Statements of each dialect."""

from __future__ import annotations


def constraint(table: str, name: str, definition: str) -> str:
    """Defines a constraint anew."""
    return f"ALTER TABLE {table} DROP CONSTRAINT {name}, ADD CONSTRAINT {name} {definition}"


def index(name: str, definition: str, unique: str = "") -> str:
    """Defines an index anew."""
    return f"DROP INDEX {name}; CREATE {unique} INDEX {name} ON {definition}"


CONTACT = ("process_contact", "process_contact_contact_id_fk")
POSTGRESQL = {
    "DROP TABLE process_filter": "table process_filter is missing",
    "ALTER TABLE process_filter DROP COLUMN filter_value_string": "column filter_value_string is missing",
    "ALTER TABLE process_filter ALTER filter_value_string TYPE text": (
        "column filter_value_string is text, and should be character varying(250)"
    ),
    "ALTER TABLE process_filter ALTER filter_value_string SET NOT NULL": "is character varying(250) NOT NULL, and",
    "ALTER TABLE actor_lkup ADD nickname text": "table actor_lkup: column nickname is none of ptdb's",
    "ALTER TABLE actor_lkup ALTER created_date_time DROP DEFAULT": (
        "column created_date_time is timestamp with time zone NOT NULL, and should be"
        " timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP"
    ),
    "ALTER TABLE process ALTER total_record_count SET DEFAULT 1": "bigint NOT NULL DEFAULT 1, and should be",
    "ALTER TABLE actor_lkup ALTER actor_id SET GENERATED ALWAYS": "GENERATED ALWAYS AS IDENTITY, and should be",
    "ALTER TABLE process DROP CONSTRAINT process_name_uk": "constraint process_name_uk is missing",
    constraint("process", "process_name_uk", "UNIQUE (process_name, process_id)"): (
        "constraint process_name_uk is UNIQUE (process_name, process_id), and should be UNIQUE (process_name)"
    ),
    constraint("process_contact", "process_contact_pk", "PRIMARY KEY (process_id)"): (
        "is PRIMARY KEY (process_id), and should be PRIMARY KEY (process_id, contact_id)"
    ),
    constraint(*CONTACT, "FOREIGN KEY (contact_id) REFERENCES process"): (
        "is FOREIGN KEY (contact_id) REFERENCES process(process_id), and should be"
    ),
    constraint(*CONTACT, "FOREIGN KEY (contact_id) REFERENCES contact_lkup ON DELETE CASCADE"): (
        "REFERENCES contact_lkup(contact_id) ON DELETE CASCADE, and should be"
    ),
    constraint(*CONTACT, "FOREIGN KEY (contact_id) REFERENCES contact_lkup NOT VALID"): (
        "REFERENCES contact_lkup(contact_id) NOT VALID, and should be"
    ),
    constraint("process", "process_total_record_count_ck", "CHECK (total_record_count > 0)"): (
        "is CHECK ((total_record_count > 0)), and should be CHECK (total_record_count >= 0)"
    ),
    constraint("execution", "execution_status_ck", "CHECK (status IN ('INITIALISED', 'COMPLETED'))"): (
        "and should be CHECK (status IN ('INITIALISED', 'IN_PROGRESS', 'COMPLETED'))"
    ),
    "DROP INDEX process_tracking_latest_ux": "index process_tracking_latest_ux is missing",
    index("process_tracking_latest_ux", "process_tracking (process_id) WHERE is_latest_run"): (
        "and should be CREATE UNIQUE INDEX process_tracking_latest_ux ON"
    ),
    index("process_tracking_latest_ux", "process_tracking (process_id, is_latest_run)", "UNIQUE"): (
        "and should be CREATE UNIQUE INDEX process_tracking_latest_ux ON process_tracking (process_id) WHERE is_latest"
    ),
    index("execution_completed_on_ix", "execution (completed_on) WHERE status = 'IN_PROGRESS'"): (
        "and should be CREATE INDEX execution_completed_on_ix ON execution (completed_on) WHERE status = 'COMPLETED'"
    ),
    index("process_process_tool_id_ix", "process USING hash (process_tool_id)"): "USING hash (process_tool_id), and",
    "DROP VIEW v_lineage": "view v_lineage is missing",
    "DROP VIEW v_error; CREATE VIEW v_error AS SELECT * FROM error_tracking": (
        "view v_error has another text than the installation's"
    ),
    "DO $$BEGIN EXECUTE 'CREATE OR REPLACE VIEW v_process_dependency AS '"
    " || replace(pg_get_viewdef('v_process_dependency'::regclass), 'Soft', 'Hard'); END$$": (
        "view v_process_dependency has another text than the installation's"
    ),
    "DROP FUNCTION fail_stale_runs": "routine fail_stale_runs is missing",
    "CREATE OR REPLACE FUNCTION utc_text(p_instant timestamptz) RETURNS text LANGUAGE sql AS 'SELECT NULL::text'": (
        "routine utc_text has another text than the installation's"
    ),
    "ALTER FUNCTION get_version SECURITY INVOKER": "routine get_version runs with the rights of its caller",
    "ALTER FUNCTION get_version RESET search_path": "routine get_version does not set its search_path",
    "GRANT EXECUTE ON FUNCTION release_process TO PUBLIC": "routine release_process may be executed by everybody",
    "DELETE FROM filter_type_lkup WHERE filter_type_code = 'in'": 'table filter_type_lkup: the preloaded row "in set"',
    "UPDATE process_type_lkup SET created_by = 1 WHERE process_type_name = 'Load'": 'the preloaded row "Load"',
    "UPDATE system_lkup SET system_value = '1.0.1' WHERE system_key = 'version'": "says that it is of version 1.0.1",
}


MYSQL = {
    "DROP TABLE {s}.process_filter": "table process_filter is missing",
    "ALTER TABLE {s}.process_filter COLLATE utf8mb4_unicode_ci": (
        "table process_filter is InnoDB in utf8mb4_unicode_ci, and should be InnoDB in utf8mb4_bin"
    ),
    "ALTER TABLE {s}.process_filter DROP COLUMN filter_value_string": "column filter_value_string is missing",
    "ALTER TABLE {s}.process_filter MODIFY filter_value_string LONGTEXT": (
        "column filter_value_string is longtext, and should be varchar(250)"
    ),
    "ALTER TABLE {s}.process_filter MODIFY filter_value_string VARCHAR(250) COLLATE utf8mb4_unicode_ci": (
        "is varchar(250) COLLATE utf8mb4_unicode_ci, and should be varchar(250)"
    ),
    "ALTER TABLE {s}.process_filter MODIFY filter_value_string VARCHAR(250) NOT NULL": "is varchar(250) NOT NULL, and",
    "ALTER TABLE {s}.process_filter MODIFY filter_value_numeric DECIMAL(10, 2)": "is decimal(10, 2), and should be",
    "ALTER TABLE {s}.actor_lkup ADD nickname LONGTEXT": "table actor_lkup: column nickname is none of ptdb's",
    "ALTER TABLE {s}.actor_lkup MODIFY created_date_time DATETIME(6) NOT NULL": (
        "column created_date_time is datetime(6) NOT NULL, and should be datetime(6) NOT NULL DEFAULT utc_timestamp(6)"
    ),
    "ALTER TABLE {s}.process MODIFY total_record_count BIGINT NOT NULL DEFAULT 1": "NOT NULL DEFAULT 1, and should be",
    "ALTER TABLE {s}.process DROP INDEX process_name_uk": "under the name process_name_uk is missing",
    "ALTER TABLE {s}.process DROP INDEX process_name_uk,"
    " ADD CONSTRAINT process_name_uk UNIQUE (process_name, process_id)": (
        "process_name_uk is UNIQUE (process_name, process_id), and should be UNIQUE (process_name)"
    ),
    "ALTER TABLE {s}.process_contact DROP FOREIGN KEY process_contact_contact_id_fk": (
        "FOREIGN KEY (contact_id) REFERENCES contact_lkup (contact_id) under the name process_contact_contact_id_fk is"
    ),
    "ALTER TABLE {s}.process_contact DROP FOREIGN KEY process_contact_contact_id_fk;\n"
    "ALTER TABLE {s}.process_contact ADD CONSTRAINT process_contact_contact_id_fk FOREIGN KEY (contact_id)"
    " REFERENCES {s}.contact_lkup (contact_id) ON DELETE CASCADE": "contact_lkup (contact_id) ON DELETE CASCADE, and",
    "ALTER TABLE {s}.process DROP CONSTRAINT process_total_record_count_ck": "CHECK total_record_count>=0 under",
    "ALTER TABLE {s}.process DROP CONSTRAINT process_total_record_count_ck,"
    " ADD CONSTRAINT process_total_record_count_ck CHECK (total_record_count > 0)": (
        "is CHECK total_record_count>0, and should be CHECK total_record_count>=0"
    ),
    "ALTER TABLE {s}.execution DROP CONSTRAINT execution_status_ck,"
    " ADD CONSTRAINT execution_status_ck CHECK (status IN ('INITIALISED', 'COMPLETED'))": "status_ck is CHECK",
    "DROP INDEX process_tracking_latest_ux ON {s}.process_tracking": (
        "UNIQUE (latest_process_id) under the name process_tracking_latest_ux is missing"
    ),
    "DROP INDEX execution_completed_on_ix ON {s}.execution;\n"
    "CREATE INDEX execution_completed_on_ix ON {s}.execution (created_on)": (
        "execution_completed_on_ix is INDEX (created_on), and should be INDEX (completed_on)"
    ),
    "DROP VIEW {s}.v_lineage": "view v_lineage is missing",
    "CREATE OR REPLACE VIEW {s}.v_lineage AS SELECT process_id FROM {s}.process": (
        'view v_lineage has the columns "process_id", and should have "process_id, process_name, source_name,'
    ),
    "ALTER VIEW {s}.v_error AS SELECT * FROM {s}.error_tracking": 'view v_error has the columns "',
    "DROP PROCEDURE {s}.fail_stale_runs": "routine fail_stale_runs is missing",
    "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_AUTO_VALUE_ON_ZERO';\nDROP PROCEDURE {s}.get_version;\n"
    "CREATE PROCEDURE {s}.get_version(OUT p_version LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin)"
    " SET p_version = '1.0.0'": "routine get_version has another text than the installation's",
    "SET SESSION sql_mode = 'ANSI_QUOTES';\nDROP PROCEDURE {s}.get_version;\n"
    "CREATE PROCEDURE {s}.get_version(OUT p_version LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin)"
    " BEGIN SELECT (SELECT system_value FROM system_lkup WHERE system_key = 'version') INTO p_version; END": (
        "routine get_version was made in another sql_mode than install.sql sets"
    ),
    "ALTER PROCEDURE {s}.get_version SQL SECURITY INVOKER": "routine get_version runs with the rights of its caller",
    "DELETE FROM {s}.filter_type_lkup WHERE filter_type_code = 'in'": 'filter_type_lkup: the preloaded row "in set" is',
    "UPDATE {s}.process_type_lkup SET created_by = 1 WHERE process_type_name = 'Load'": 'the preloaded row "Load"',
    "UPDATE {s}.system_lkup SET system_value = '1.0.1' WHERE system_key = 'version'": "is of version 1.0.1",
}

_CONTACT_KEY = "ALTER TABLE {s}.process_contact DROP CONSTRAINT process_contact_contact_id_fk"
_ADD_CONTACT_KEY = (
    "ALTER TABLE {s}.process_contact ADD CONSTRAINT process_contact_contact_id_fk FOREIGN KEY (contact_id)"
    " REFERENCES {s}.contact_lkup (contact_id)"
)
_CONTACT_REFERS = "FOREIGN KEY (contact_id) REFERENCES contact_lkup (contact_id)"
_GET_VERSION = "PROCEDURE {s}.get_version @version NVARCHAR(250) = NULL OUTPUT AS SET @version = N'1.0.0';"
#: What an engine of SQL Server has to tell for a damage to be found, if it is more than its catalogue.
MSSQL_NEEDS = {
    "INDEX": "descriptions of indexes",
    "PROCEDURE {s}.get_version": "texts of views and routines",
    "ALTER VIEW": "texts of views and routines",
    "COLLATE": "another collation for a column",
    "NOCHECK": "references that are not in force",
}
MSSQL = {
    "DROP TABLE {s}.process_filter": "- table process_filter is missing",
    "ALTER TABLE {s}.process_filter DROP COLUMN filter_value_string": "column filter_value_string is missing",
    "ALTER TABLE {s}.process_filter ALTER COLUMN filter_value_string NVARCHAR(MAX)": (
        "column filter_value_string is NVARCHAR(MAX)"
    ),
    "ALTER TABLE {s}.process_filter ALTER COLUMN filter_value_string NVARCHAR(250) COLLATE Latin1_General_CI_AS": (
        "column filter_value_string is NVARCHAR(250) COLLATE "
    ),
    "ALTER TABLE {s}.process_filter ALTER COLUMN filter_value_numeric DECIMAL(10, 2)": "is DECIMAL(10, 2) NULL, and",
    "ALTER TABLE {s}.actor_lkup ADD nickname NVARCHAR(20)": "table actor_lkup: column nickname is none of ptdb's",
    "ALTER TABLE {s}.process DROP CONSTRAINT process_name_uk": "constraint process_name_uk is missing",
    "ALTER TABLE {s}.process DROP CONSTRAINT process_name_uk;\n"
    "ALTER TABLE {s}.process ADD CONSTRAINT process_name_uk UNIQUE (process_name, process_id)": (
        "process_name_uk is UNIQUE (process_name, process_id), and should be UNIQUE (process_name)"
    ),
    "ALTER TABLE {s}.process_contact DROP CONSTRAINT process_contact_pk;\n"
    "ALTER TABLE {s}.process_contact ADD CONSTRAINT process_contact_pk PRIMARY KEY (process_id)": (
        "process_contact_pk is PRIMARY KEY (process_id), and should be PRIMARY KEY (process_id, contact_id)"
    ),
    _CONTACT_KEY: "constraint process_contact_contact_id_fk is missing",
    f"{_CONTACT_KEY};\n{_ADD_CONTACT_KEY} ON DELETE CASCADE": (
        f"is {_CONTACT_REFERS} ON DELETE CASCADE, and should be {_CONTACT_REFERS}"
    ),
    f"{_CONTACT_KEY};\n{_ADD_CONTACT_KEY.replace('contact_lkup (contact_id)', 'process (process_id)')}": (
        f"is FOREIGN KEY (contact_id) REFERENCES process (process_id), and should be {_CONTACT_REFERS}"
    ),
    "ALTER TABLE {s}.process_contact NOCHECK CONSTRAINT process_contact_contact_id_fk": ", disabled, and should be",
    "ALTER TABLE {s}.process DROP CONSTRAINT process_total_record_count_ck": "total_record_count_ck is missing",
    "ALTER TABLE {s}.process DROP CONSTRAINT process_total_record_count_ck;\n"
    "ALTER TABLE {s}.process ADD CONSTRAINT process_total_record_count_ck CHECK (total_record_count > 0)": (
        "is CHECK total_record_count>0, and should be CHECK total_record_count>=0"
    ),
    "DROP INDEX process_tracking_latest_ux ON {s}.process_tracking": "index process_tracking_latest_ux is missing",
    "DROP INDEX process_tracking_latest_ux ON {s}.process_tracking;\n"
    "CREATE INDEX process_tracking_latest_ux ON {s}.process_tracking (process_id) WHERE is_latest_run = 1": (
        "is (process_id) WHERE is_latest_run=1, and should be UNIQUE (process_id) WHERE is_latest_run=1"
    ),
    "DROP INDEX process_tracking_latest_ux ON {s}.process_tracking;\n"
    "CREATE UNIQUE INDEX process_tracking_latest_ux ON {s}.process_tracking (process_id, is_latest_run)": (
        "is UNIQUE (process_id, is_latest_run), and should be UNIQUE (process_id) WHERE is_latest_run=1"
    ),
    "ALTER INDEX process_tracking_latest_ux ON {s}.process_tracking DISABLE": ", disabled, and should be",
    "DROP VIEW {s}.v_lineage": "view v_lineage is missing",
    "ALTER VIEW {s}.v_error AS SELECT error_tracking_id FROM {s}.error_tracking": "view v_error has another text than",
    "DROP PROCEDURE {s}.fail_stale_runs": "routine fail_stale_runs is missing",
    f"ALTER {_GET_VERSION}": "routine get_version has another text than the installation's",
    "DELETE FROM {s}.filter_type_lkup WHERE filter_type_code = 'in'": 'filter_type_lkup: the preloaded row "in set" is',
    "UPDATE {s}.process_type_lkup SET created_by = 1 WHERE process_type_name = 'Load'": 'the preloaded row "Load"',
    "UPDATE {s}.system_lkup SET system_value = '1.0.1' WHERE system_key = 'version'": "is of version 1.0.1",
}

_GET_VERSION_BODY = (
    "RETURNS TABLE (version VARCHAR) LANGUAGE SQL AS $$ DECLARE r RESULTSET; BEGIN"
    " r := (SELECT '1.0.0' AS version); RETURN TABLE (r); END; $$"
)
SNOWFLAKE = {
    "DROP TABLE {s}.process_filter": "- table process_filter is missing",
    "ALTER TABLE {s}.extract_tracking DROP COLUMN extract_filesize": "column extract_filesize is missing",
    "ALTER TABLE {s}.actor_lkup ADD COLUMN nickname VARCHAR": "table actor_lkup: column nickname is none of ptdb's",
    "ALTER TABLE {s}.process_tracking DROP COLUMN process_run_name;\n"
    "ALTER TABLE {s}.process_tracking ADD COLUMN process_run_name VARCHAR": (
        "column process_run_name is TEXT(16777216), and should be TEXT(250)"
    ),
    "ALTER TABLE {s}.process DROP CONSTRAINT process_name_uk": "constraint process_name_uk is missing",
    "ALTER TABLE {s}.process DROP CONSTRAINT process_name_uk;\n"
    "ALTER TABLE {s}.process ADD CONSTRAINT process_name_uk FOREIGN KEY (process_type_id)"
    " REFERENCES {s}.process_type_lkup (process_type_id)": (
        "constraint process_name_uk is a FOREIGN KEY, and should be a UNIQUE"
    ),
    "DROP VIEW {s}.v_lineage": "view v_lineage is missing",
    "CREATE OR REPLACE VIEW {s}.v_error COPY GRANTS AS SELECT error_tracking_id FROM {s}.error_tracking": (
        "view v_error has another text than the installation's"
    ),
    "DROP PROCEDURE {s}.fail_stale_runs()": "procedure fail_stale_runs is missing",
    f"CREATE OR REPLACE PROCEDURE {{s}}.get_version() {_GET_VERSION_BODY}": (
        "procedure get_version has another text than the installation's"
    ),
    "DROP PROCEDURE {s}.record_heartbeat(NUMBER);\n"
    "CREATE PROCEDURE {s}.record_heartbeat(p_id NUMBER) RETURNS VARCHAR LANGUAGE SQL AS $$ BEGIN RETURN ''; END; $$": (
        "procedure record_heartbeat takes p_id, and should take p_process_tracking_id"
    ),
    "DELETE FROM {s}.filter_type_lkup WHERE filter_type_code = 'in'": 'filter_type_lkup: the preloaded row "in set" is',
    "UPDATE {s}.process_type_lkup SET created_by = 1 WHERE process_type_name = 'Load'": 'the preloaded row "Load"',
    "UPDATE {s}.system_lkup SET system_value = '1.0.1' WHERE system_key = 'version'": "is of version 1.0.1",
}

OF = {"postgresql": POSTGRESQL, "mysql": MYSQL, "snowflake": SNOWFLAKE}
