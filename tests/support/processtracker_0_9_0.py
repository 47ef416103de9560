"""A PostgreSQL store as ProcessTracker 0.9.0 set it up, in both ways that it had, with a history that it has raced on.

`models` is a store that its Python models made, with local times that do not say so; `dbscript` one of its SQL script,
with instants. Both get the same instants, so that the same store has to come out of both.
"""

from __future__ import annotations

from typing import Any

import psycopg

from ptdb import Settings, installer
from tests.support import postgresql

ZONE = "Europe/Berlin"
VARIANTS = ("models", "dbscript")
PROCESSES = 40
RUNS = 10_000
EXTRACTS = 50_000
DUPLICATES = 5_000

# What the two ways differ in. created_by is a timestamp in the models, by mistake.
_WORDS = {
    "models": {
        "instant": "timestamp",
        "last": "timestamptz NOT NULL DEFAULT '1900-01-01 00:00:00'",
        "char": "varchar",
        "need": "NOT NULL",
        "loose": "",
        "filter_key": "",
        "type_key": "",
        "audit": "created_date_time timestamp NOT NULL DEFAULT now(), created_by timestamp NOT NULL DEFAULT 'epoch',"
        " update_date_time timestamp NOT NULL DEFAULT now(), updated_by timestamp NOT NULL DEFAULT 'epoch'",
        "run": "",
    },
    "dbscript": {
        "instant": "timestamptz",
        "last": "timestamp NOT NULL DEFAULT '1900-01-01 00:00:00'",
        "char": "char",
        "need": "",
        "loose": "NOT NULL",
        "filter_key": ", UNIQUE (process_id, source_object_attribute_id, filter_type_id)",
        "type_key": "UNIQUE",
        "audit": "created_date_time timestamptz NOT NULL DEFAULT now(), created_by integer NOT NULL DEFAULT 0,"
        " update_date_time timestamptz NOT NULL DEFAULT now(), updated_by integer NOT NULL DEFAULT 0",
        "run": "extract_process_run_id integer REFERENCES process_tracking,",
    },
}

_TABLES = """
CREATE TABLE actor_lkup (actor_id serial PRIMARY KEY, actor_name varchar(250) NOT NULL UNIQUE, {audit});
CREATE TABLE tool_lkup (tool_id serial PRIMARY KEY, tool_name varchar(250) NOT NULL UNIQUE, {audit});
CREATE TABLE system_lkup (
    system_id serial PRIMARY KEY, system_key varchar(250) NOT NULL UNIQUE, system_value varchar(250) NOT NULL, {audit}
);
CREATE TABLE schedule_frequency_lkup (
    schedule_frequency_id serial PRIMARY KEY, schedule_frequency_name varchar(25) NOT NULL UNIQUE, {audit}
);
CREATE TABLE contact_lkup (
    contact_id serial PRIMARY KEY, contact_name varchar(250) NOT NULL UNIQUE, contact_email varchar(750) UNIQUE, {audit}
);
CREATE TABLE location_type_lkup (
    location_type_id serial PRIMARY KEY, location_type_name varchar(25) NOT NULL UNIQUE, {audit}
);
CREATE TABLE location_lkup (
    location_id serial PRIMARY KEY, location_name varchar(750) NOT NULL UNIQUE,
    location_path varchar(750) NOT NULL UNIQUE, location_type_id integer NOT NULL REFERENCES location_type_lkup,
    location_file_count integer, location_bucket_name varchar(750), {audit}
);
CREATE TABLE source_type_lkup (
    source_type_id integer PRIMARY KEY, source_type_name varchar(75) NOT NULL UNIQUE, {audit}
);
CREATE TABLE character_set_lkup (
    character_set_id serial PRIMARY KEY, character_set_name varchar(75) NOT NULL UNIQUE, {audit}
);
CREATE TABLE data_type_lkup (data_type_id serial PRIMARY KEY, data_type varchar(75) NOT NULL UNIQUE, {audit});
CREATE TABLE dataset_type_lkup (dataset_type_id serial PRIMARY KEY, dataset_type varchar(250) {need} UNIQUE, {audit});
CREATE TABLE filter_type_lkup (
    filter_type_id serial PRIMARY KEY, filter_type_code varchar(3) NOT NULL UNIQUE,
    filter_type_name varchar(75) NOT NULL UNIQUE, {audit}
);
CREATE TABLE source_lkup (
    source_id serial PRIMARY KEY, source_name varchar(250) NOT NULL UNIQUE,
    character_set_id integer REFERENCES character_set_lkup,
    source_type_id integer {loose} DEFAULT 1 REFERENCES source_type_lkup, {audit}
);
CREATE TABLE source_object_lkup (
    source_object_id serial PRIMARY KEY, source_id integer NOT NULL REFERENCES source_lkup,
    source_object_name varchar(250) {need}, character_set_id integer REFERENCES character_set_lkup, {audit},
    UNIQUE (source_id, source_object_name)
);
CREATE TABLE source_object_attribute_lkup (
    source_object_attribute_id serial PRIMARY KEY, source_object_attribute_name varchar(250) NOT NULL,
    source_object_id integer {need} REFERENCES source_object_lkup, attribute_path varchar(750),
    data_type_id integer REFERENCES data_type_lkup, data_length integer, data_decimal integer,
    is_pii boolean NOT NULL DEFAULT false, default_value_string varchar(250), default_value_number numeric,
    is_key boolean NOT NULL DEFAULT false, is_filter boolean NOT NULL DEFAULT false,
    is_partition boolean NOT NULL DEFAULT false, {audit}, UNIQUE (source_object_id, source_object_attribute_name)
);
CREATE TABLE source_contact (
    source_id integer REFERENCES source_lkup, contact_id integer REFERENCES contact_lkup, {audit},
    PRIMARY KEY (source_id, contact_id)
);
CREATE TABLE source_dataset_type (
    source_id integer REFERENCES source_lkup, dataset_type_id integer REFERENCES dataset_type_lkup, {audit},
    PRIMARY KEY (source_id, dataset_type_id)
);
CREATE TABLE source_object_dataset_type (
    source_object_id integer REFERENCES source_object_lkup, dataset_type_id integer REFERENCES dataset_type_lkup,
    {audit}, PRIMARY KEY (source_object_id, dataset_type_id)
);
CREATE TABLE source_location (
    source_id integer REFERENCES source_lkup, location_id integer REFERENCES location_lkup, {audit},
    PRIMARY KEY (source_id, location_id)
);
CREATE TABLE source_object_location (
    source_object_id integer REFERENCES source_object_lkup, location_id integer REFERENCES location_lkup, {audit},
    PRIMARY KEY (source_object_id, location_id)
);
CREATE TABLE process_type_lkup (
    process_type_id serial PRIMARY KEY, process_type_name varchar(250) NOT NULL {type_key}, {audit}
);
CREATE TABLE process_status_lkup (
    process_status_id serial PRIMARY KEY, process_status_name varchar(75) NOT NULL UNIQUE, {audit}
);
CREATE TABLE dependency_type_lkup (
    dependency_type_id serial PRIMARY KEY, dependency_type_name varchar(75) NOT NULL UNIQUE, {audit}
);
CREATE TABLE process (
    process_id serial PRIMARY KEY, process_name varchar(250) NOT NULL UNIQUE,
    total_record_count integer NOT NULL DEFAULT 0, process_type_id integer {need} REFERENCES process_type_lkup,
    process_tool_id integer {need} REFERENCES tool_lkup, last_failed_run_date_time {last},
    last_completed_run_date_time {last}, last_errored_run_date_time {last},
    schedule_frequency_id integer NOT NULL DEFAULT 0 REFERENCES schedule_frequency_lkup, {audit}
);
CREATE TABLE process_tracking (
    process_tracking_id serial PRIMARY KEY, process_id integer {loose} REFERENCES process,
    process_status_id integer NOT NULL REFERENCES process_status_lkup, process_run_id integer NOT NULL,
    process_run_low_date_time {instant}, process_run_high_date_time {instant},
    process_run_start_date_time {instant} NOT NULL, process_run_end_date_time {instant},
    process_run_record_count integer {need} DEFAULT 0, process_run_insert_count integer NOT NULL DEFAULT 0,
    process_run_update_count integer NOT NULL DEFAULT 0, process_run_actor_id integer {need} REFERENCES actor_lkup,
    is_latest_run boolean {need} DEFAULT false, process_run_name varchar(250) UNIQUE, {audit}
);
CREATE TABLE process_contact (
    process_id integer REFERENCES process, contact_id integer REFERENCES contact_lkup, {audit},
    PRIMARY KEY (process_id, contact_id)
);
CREATE TABLE process_dataset_type (
    process_id integer REFERENCES process, dataset_type_id integer REFERENCES dataset_type_lkup, {audit},
    PRIMARY KEY (process_id, dataset_type_id)
);
CREATE TABLE process_dependency (
    parent_process_id integer REFERENCES process, child_process_id integer REFERENCES process,
    dependency_type_id integer NOT NULL DEFAULT 1 REFERENCES dependency_type_lkup, {audit},
    PRIMARY KEY (child_process_id, parent_process_id)
);
CREATE TABLE process_filter (
    process_filter_id serial PRIMARY KEY, process_id integer NOT NULL REFERENCES process,
    source_object_attribute_id integer NOT NULL REFERENCES source_object_attribute_lkup,
    filter_type_id integer NOT NULL REFERENCES filter_type_lkup, filter_value_string varchar(250),
    filter_value_numeric numeric, {audit} {filter_key}
);
CREATE TABLE process_source (
    source_id integer REFERENCES source_lkup, process_id integer REFERENCES process, {audit},
    PRIMARY KEY (source_id, process_id)
);
CREATE TABLE process_source_object (
    process_id integer REFERENCES process, source_object_id integer REFERENCES source_object_lkup, {audit},
    PRIMARY KEY (process_id, source_object_id)
);
CREATE TABLE process_source_object_attribute (
    process_id integer REFERENCES process,
    source_object_attribute_id integer REFERENCES source_object_attribute_lkup,
    source_object_attribute_alias varchar(250), source_object_attribute_expression varchar(250), {audit},
    PRIMARY KEY (process_id, source_object_attribute_id)
);
CREATE TABLE process_target (
    target_source_id integer REFERENCES source_lkup, process_id integer REFERENCES process, {audit},
    PRIMARY KEY (target_source_id, process_id)
);
CREATE TABLE process_target_object (
    process_id integer REFERENCES process, target_object_id integer REFERENCES source_object_lkup, {audit},
    PRIMARY KEY (process_id, target_object_id)
);
CREATE TABLE process_target_object_attribute (
    process_id integer REFERENCES process,
    target_object_attribute_id integer REFERENCES source_object_attribute_lkup,
    target_object_attribute_alias varchar(250), target_object_attribute_expression varchar(250), {audit},
    PRIMARY KEY (process_id, target_object_attribute_id)
);
CREATE TABLE cluster_tracking_lkup (
    cluster_id serial PRIMARY KEY, cluster_name varchar(250) NOT NULL UNIQUE, cluster_max_memory integer,
    cluster_max_memory_unit {char}(2), cluster_max_processing integer, cluster_max_processing_unit varchar(3),
    cluster_current_memory_usage integer, cluster_current_process_usage integer, {audit}
);
CREATE TABLE cluster_process (
    cluster_id integer REFERENCES cluster_tracking_lkup, process_id integer REFERENCES process, {audit},
    PRIMARY KEY (cluster_id, process_id)
);
CREATE TABLE extract_status_lkup (
    extract_status_id serial PRIMARY KEY, extract_status_name varchar(75) NOT NULL UNIQUE, {audit}
);
CREATE TABLE extract_compression_type_lkup (
    extract_compression_type_id serial PRIMARY KEY, extract_compression_type varchar(25) NOT NULL UNIQUE, {audit}
);
CREATE TABLE extract_filetype_lkup (
    extract_filetype_id serial PRIMARY KEY, extract_filetype_code varchar(25) NOT NULL,
    extract_filetype varchar(75) NOT NULL UNIQUE, delimiter_char {char}(1), quote_char {char}(1),
    escape_char {char}(1), {audit}
);
CREATE TABLE filesize_type_lkup (
    filesize_type_id serial PRIMARY KEY, filesize_type_name varchar(75) NOT NULL UNIQUE,
    filesize_type_code {char}(2) NOT NULL UNIQUE, {audit}, UNIQUE (filesize_type_code, filesize_type_name)
);
-- The models' UNIQUE (extract_filename) is left out: whoever kept one file name in two folders had to drop it.
CREATE TABLE extract_tracking (
    extract_id serial PRIMARY KEY, extract_filename varchar(750) NOT NULL,
    extract_location_id integer NOT NULL REFERENCES location_lkup, {run}
    extract_status_id integer {need} REFERENCES extract_status_lkup,
    extract_registration_date_time {instant} NOT NULL, extract_write_low_date_time {instant},
    extract_write_high_date_time {instant}, extract_write_record_count integer,
    extract_load_low_date_time {instant}, extract_load_high_date_time {instant}, extract_load_record_count integer,
    extract_compression_type_id integer REFERENCES extract_compression_type_lkup,
    extract_filetype_id integer REFERENCES extract_filetype_lkup, extract_filesize numeric,
    extract_filesize_type_id integer REFERENCES filesize_type_lkup, {audit}
);
CREATE TABLE extract_process_tracking (
    extract_tracking_id integer REFERENCES extract_tracking, process_tracking_id integer REFERENCES process_tracking,
    extract_process_status_id integer {need} REFERENCES extract_status_lkup,
    extract_process_event_date_time {instant} NOT NULL, {audit}, PRIMARY KEY (process_tracking_id, extract_tracking_id)
);
CREATE TABLE extract_dataset_type (
    extract_id integer REFERENCES extract_tracking, dataset_type_id integer REFERENCES dataset_type_lkup, {audit},
    PRIMARY KEY (extract_id, dataset_type_id)
);
CREATE TABLE extract_dependency (
    parent_extract_id integer REFERENCES extract_tracking, child_extract_id integer REFERENCES extract_tracking,
    dependency_type_id integer NOT NULL DEFAULT 1 REFERENCES dependency_type_lkup, {audit},
    PRIMARY KEY (parent_extract_id, child_extract_id)
);
CREATE TABLE extract_source (
    extract_id integer REFERENCES extract_tracking, source_id integer REFERENCES source_lkup, {audit},
    PRIMARY KEY (extract_id, source_id)
);
CREATE TABLE extract_source_object (
    extract_id integer REFERENCES extract_tracking, source_object_id integer REFERENCES source_object_lkup, {audit},
    PRIMARY KEY (extract_id, source_object_id)
);
CREATE TABLE error_type_lkup (
    error_type_id serial PRIMARY KEY, error_type_name varchar(250) NOT NULL UNIQUE, {audit}
);
CREATE TABLE error_tracking (
    error_tracking_id serial PRIMARY KEY, error_type_id integer NOT NULL REFERENCES error_type_lkup,
    error_description varchar(750), error_occurrence_date_time {instant} NOT NULL,
    process_tracking_id integer NOT NULL REFERENCES process_tracking, {audit}
);
-- A sequence that no column owns, as the models name theirs.
CREATE SEQUENCE process_tracker_seq;
"""

_PRELOADED = """
INSERT INTO extract_status_lkup (extract_status_name)
VALUES ('initializing'), ('ready'), ('loading'), ('loaded'), ('archived'), ('deleted'), ('error');
INSERT INTO process_status_lkup (process_status_name) VALUES ('running'), ('completed'), ('failed'), ('on hold');
INSERT INTO error_type_lkup (error_type_name) VALUES ('File Error'), ('Data Error'), ('Process Error');
INSERT INTO process_type_lkup (process_type_name) VALUES ('Extract'), ('Load');
INSERT INTO system_lkup (system_key, system_value) VALUES ('version', '0.9.0');
INSERT INTO extract_compression_type_lkup (extract_compression_type) VALUES ('zip');
INSERT INTO extract_filetype_lkup (extract_filetype_code, extract_filetype, delimiter_char, quote_char, escape_char)
VALUES ('csv', 'Comma Separated Values', ',', '"', '/');
INSERT INTO schedule_frequency_lkup (schedule_frequency_id, schedule_frequency_name)
VALUES
(0, 'unscheduled'), (1, 'hourly'), (2, 'daily'), (3, 'weekly'), (4, 'monthly'), (5, 'quarterly'), (6, 'annually');
INSERT INTO filter_type_lkup (filter_type_code, filter_type_name)
VALUES ('eq', 'equal to'), ('lt', 'less than'), ('gt', 'greater than'), ('lte', 'less than or equal'),
('gte', 'greater than or equal'), ('not', 'not equal'), ('lke', 'like'), ('in', 'in set');
INSERT INTO filesize_type_lkup (filesize_type_name, filesize_type_code)
VALUES ('kilobytes', 'KB'), ('megabytes', 'MB'), ('gigabytes', 'GB'), ('bytes', 'B ');
INSERT INTO source_type_lkup (source_type_id, source_type_name)
VALUES (1, 'Undefined'), (2, 'Database'), (3, 'Internal'), (4, 'External');
INSERT INTO dependency_type_lkup (dependency_type_name) VALUES ('Undefined'), ('Hard'), ('Soft');
"""

# at() is the old store's way to keep an instant. The history crosses the change to summer time of 2024-03-31.
_HISTORY = """
INSERT INTO actor_lkup (actor_id, actor_name) SELECT n, 'actor ' || n FROM generate_series(1, 5) AS n;
INSERT INTO tool_lkup (tool_name) VALUES ('Spark'), ('Kettle'), ('Python');
INSERT INTO contact_lkup (contact_name, contact_email) VALUES ('Ops', 'ops@example.org'), ('Nobody', NULL);
INSERT INTO process_status_lkup (process_status_name) VALUES ('paused');
INSERT INTO extract_status_lkup (extract_status_name) VALUES ('quarantined');
INSERT INTO process_type_lkup (process_type_name) VALUES ('Transform');
INSERT INTO error_type_lkup (error_type_name) VALUES ('Network Error');
INSERT INTO extract_filetype_lkup (extract_filetype_code, extract_filetype, delimiter_char)
VALUES ('txt', 'Blank Separated', ' '), ('txt', 'Pipe Separated', '|');
-- Keys that preloaded rows of 1.0.0 have, under other names.
INSERT INTO location_type_lkup (location_type_name) VALUES ('sftp'), ('s3'), ('local filesystem');
INSERT INTO system_lkup (system_key, system_value) VALUES ('site', 'Berlin');
INSERT INTO location_lkup (
    location_name, location_path, location_type_id, location_file_count, location_bucket_name
)
VALUES
('in', '/data/in/', 3, 5, NULL), ('in - 1', '/data/in', 3, 7, NULL), ('key', 's3://bucket/key/', 2, -1, 'bucket'),
('key2', 's3://bucket/key2', 2, NULL, 'bucket'), ('root', '/', 3, NULL, NULL),
('sftp', 'sftp://host/x/', 1, NULL, NULL);
INSERT INTO character_set_lkup (character_set_name) VALUES ('UTF-8');
INSERT INTO data_type_lkup (data_type) VALUES ('string');
INSERT INTO dataset_type_lkup (dataset_type) VALUES ('Customer'), ('Sales');
INSERT INTO source_lkup (source_name, character_set_id, source_type_id) VALUES ('CRM', 1, 2), ('ERP', NULL, 4);
INSERT INTO source_lkup (source_name) VALUES ('Unknown');
INSERT INTO source_object_lkup (source_id, source_object_name, character_set_id)
VALUES (1, 'customer', 1), (1, 'order', NULL), (2, 'customer', NULL);
INSERT INTO source_object_attribute_lkup (
    source_object_attribute_name, source_object_id, data_type_id, data_length, data_decimal, is_pii
)
VALUES ('name', 1, 1, 250, NULL, true), ('id', 1, NULL, -1, 0, false), ('id', 2, NULL, NULL, NULL, false);
INSERT INTO source_contact VALUES (1, 1), (1, 2);
INSERT INTO source_dataset_type VALUES (1, 1), (2, 2);
INSERT INTO source_object_dataset_type VALUES (1, 1);
INSERT INTO source_location VALUES (1, 1), (1, 2), (2, 3);
INSERT INTO source_object_location VALUES (1, 1), (1, 2), (2, 2);
INSERT INTO cluster_tracking_lkup (cluster_name, cluster_max_memory, cluster_max_memory_unit, cluster_max_processing)
VALUES ('big', 64, 'GB', -2), ('small', NULL, NULL, NULL);

INSERT INTO process (
    process_id, process_name, process_type_id, process_tool_id, last_completed_run_date_time, schedule_frequency_id
)
SELECT
    n, 'process ' || n, n % 3 + 1, n % 3 + 1,
    CASE WHEN n > 1 THEN pg_temp.last_at('2024-03-31 09:30:00+00') ELSE '1900-01-01 00:00:00' END, n % 7
FROM generate_series(1, 40) AS n;
INSERT INTO process_tracking (
    process_tracking_id, process_id, process_status_id, process_run_id, process_run_low_date_time,
    process_run_high_date_time, process_run_start_date_time, process_run_end_date_time, process_run_record_count,
    process_run_insert_count, process_run_actor_id, is_latest_run, process_run_name, created_date_time, update_date_time
)
SELECT
    n, p,
    CASE WHEN k = 249 AND p <= 4 THEN 1 WHEN k >= 247 AND p = 6 THEN 3 WHEN k = 50 THEN 5 ELSE 2 END,
    -- Two starts at once took one number.
    CASE WHEN k = 101 THEN 101 ELSE k + 1 END,
    CASE WHEN p = 9 THEN pg_temp.at('1899-12-31 23:00:00+00') ELSE pg_temp.at(started - interval '1 day') END,
    CASE WHEN p = 8 AND k = 5 THEN pg_temp.at(started - interval '2 days') ELSE pg_temp.at(started) END,
    pg_temp.at(started),
    CASE WHEN k = 249 AND p <= 4 THEN NULL ELSE pg_temp.at(started + interval '10 minutes') END,
    CASE WHEN p = 7 AND k = 0 THEN -5 ELSE n % 1000 END, n % 10, n % 5 + 1,
    k = 249 OR p <= 3 AND k IN (10, 248), CASE WHEN n % 10 = 0 THEN 'run ' || n END,
    pg_temp.at(started), pg_temp.at(started + interval '10 minutes')
FROM (
    -- The keys of process 5 do not follow its starts.
    SELECT n, p, k, '2024-03-25 00:00:00+00'::timestamptz
        + CASE WHEN p = 5 THEN 249 - k ELSE k END * interval '1 hour' + p * interval '1 second' AS started
    FROM generate_series(1, 10000) AS n CROSS JOIN LATERAL (SELECT (n - 1) % 40 + 1 AS p, (n - 1) / 40 AS k) AS x
) AS run;
INSERT INTO error_tracking (error_type_id, error_description, error_occurrence_date_time, process_tracking_id)
SELECT n % 4 + 1, repeat('x', 750), pg_temp.at('2024-03-31 01:30:00+00'), n FROM generate_series(1, 500) AS n;
INSERT INTO process_contact VALUES (1, 1), (2, 2);
INSERT INTO process_dataset_type VALUES (1, 1), (10, 2);
INSERT INTO process_dependency VALUES (10, 11, 2), (11, 12, 3), (13, 13, 1);
INSERT INTO process_source (process_id, source_id) VALUES (1, 1), (10, 2);
INSERT INTO process_source_object VALUES (1, 1), (10, 3);
INSERT INTO process_source_object_attribute VALUES (1, 1, 'n', 'upper(name)');
INSERT INTO process_target (process_id, target_source_id) VALUES (1, 2);
INSERT INTO process_target_object VALUES (1, 3);
INSERT INTO process_target_object_attribute VALUES (1, 3, 'i', NULL);
INSERT INTO process_filter (process_id, source_object_attribute_id, filter_type_id, filter_value_string)
VALUES (1, 1, 4, 'm'), (1, 2, 1, '7');
INSERT INTO cluster_process VALUES (1, 1), (1, 2), (2, 3);

-- 45000 files; of 4000 a second row, and of 1000 of these a third, partly through the other spelling of the path.
INSERT INTO extract_tracking (
    extract_id, extract_filename, extract_location_id, extract_status_id, extract_registration_date_time,
    extract_write_low_date_time, extract_write_high_date_time, extract_write_record_count, extract_load_low_date_time,
    extract_load_high_date_time, extract_load_record_count, extract_compression_type_id, extract_filetype_id,
    extract_filesize, extract_filesize_type_id, created_date_time, update_date_time
)
SELECT
    n, 'file ' || CASE WHEN f = 44999 THEN 1 ELSE f END || '.csv',
    (ARRAY[1, 2, 3, 4, 6])[CASE WHEN n > 45000 AND f % 5 < 2 THEN 1 - f % 5 ELSE f % 5 END + 1],
    CASE WHEN n > 45000 THEN 4 WHEN n % 1000 = 1 THEN 8 ELSE 2 END, pg_temp.at(noted),
    CASE WHEN n % 7 = 0 THEN pg_temp.at('1899-12-31 23:00:00+00') ELSE pg_temp.at(noted - interval '1 day') END,
    CASE WHEN n % 1001 = 0 THEN pg_temp.at(noted - interval '9 days') ELSE pg_temp.at(noted) END,
    CASE WHEN n <= 45000 THEN n % 100 - 1 WHEN n % 2 = 0 THEN 200 END,
    CASE WHEN n > 45000 THEN pg_temp.at(noted) END, CASE WHEN n > 45000 THEN pg_temp.at(noted + interval '1 hour') END,
    CASE WHEN n > 45000 THEN 300 END, CASE WHEN n % 2 = 0 THEN 1 END, CASE WHEN n % 3 > 0 THEN n % 3 END,
    CASE WHEN n <= 45000 THEN 12.5 END, CASE WHEN n <= 45000 THEN 4 END, pg_temp.at(noted), pg_temp.at(noted)
FROM (
    SELECT n, f, '2024-03-25 00:00:00+00'::timestamptz + n * interval '15 seconds' AS noted
    FROM generate_series(1, 50000) AS n
    CROSS JOIN LATERAL (SELECT CASE WHEN n > 49000 THEN n - 49000 WHEN n > 45000 THEN n - 45000 END * 2 AS d) AS x
    CROSS JOIN LATERAL (SELECT coalesce(d, n) AS f) AS y
) AS extract;
INSERT INTO extract_process_tracking (
    extract_tracking_id, process_tracking_id, extract_process_status_id, extract_process_event_date_time
)
SELECT
    n, (CASE WHEN n > 45000 AND n % 2 = 0 THEN (n - 45000) * 2 ELSE n END - 1) % 10000 + 1,
    CASE WHEN n > 45000 THEN 4 ELSE 2 END, pg_temp.at('2024-03-25 00:00:00+00'::timestamptz + n * interval '15 seconds')
FROM generate_series(1, 50000) AS n;
-- The duplicates 45001 to 45500 are parents of the same files as their originals; ten depend on their own originals.
INSERT INTO extract_dependency (parent_extract_id, child_extract_id, dependency_type_id)
SELECT n, n + 1, 2 FROM generate_series(1, 2000) AS n
UNION ALL
SELECT 45000 + n, 2 * n + 1, 2 FROM generate_series(1, 500) AS n
UNION ALL
SELECT 2 * n, 45000 + n, 1 FROM generate_series(501, 510) AS n;
INSERT INTO extract_dataset_type
SELECT n, 1 FROM generate_series(1, 1000) AS n UNION ALL SELECT 45000 + n, 1 FROM generate_series(1, 600) AS n;
INSERT INTO extract_source
SELECT n, 1 FROM generate_series(1, 1000) AS n UNION ALL SELECT 45000 + n, 2 FROM generate_series(1, 600) AS n;
INSERT INTO extract_source_object
SELECT n, 1 FROM generate_series(1, 1000) AS n UNION ALL SELECT 49000 + n, 1 FROM generate_series(1, 600) AS n;
"""

# What only one of the two ways lets happen.
_MESS = {
    "models": """
INSERT INTO process_type_lkup (process_type_name) VALUES ('Load');
UPDATE process SET process_type_id = 4 WHERE process_id = 40;
UPDATE source_lkup SET source_type_id = NULL WHERE source_name = 'Unknown';
INSERT INTO process_filter (
    process_id, source_object_attribute_id, filter_type_id, filter_value_string, update_date_time
)
VALUES (1, 1, 4, 'z', now() + interval '1 hour');
""",
    "dbscript": "UPDATE process_tracking SET process_run_record_count = NULL WHERE process_tracking_id = 14;",
}


def build(connection: psycopg.Connection[dict[str, Any]], variant: str, schema: str = "process_tracker") -> None:
    """Makes the store, empty but for its preloaded rows."""
    quoted = '"' + schema.replace('"', '""') + '"'
    connection.execute(f"CREATE SCHEMA {quoted}".encode())
    connection.execute(f"SET search_path TO {quoted}".encode())
    connection.execute(_TABLES.format_map(_WORDS[variant]).encode())
    connection.execute(_PRELOADED.encode())


def fill(connection: psycopg.Connection[dict[str, Any]], variant: str) -> None:
    """Gives it its history, by the connection that made it."""
    for function, is_naive in (("at", variant == "models"), ("last_at", variant == "dbscript")):
        kind, body = ("timestamp", f"$1 AT TIME ZONE '{ZONE}'") if is_naive else ("timestamptz", "$1")
        connection.execute(
            f"CREATE FUNCTION pg_temp.{function}(timestamptz) RETURNS {kind}"
            f" LANGUAGE sql IMMUTABLE AS $$SELECT {body}$$".encode()
        )
    connection.execute(_HISTORY.encode())
    connection.execute(_MESS[variant].encode())
    for table, column in (("actor_lkup", "actor_id"), ("process", "process_id"), ("extract_tracking", "extract_id")):
        connection.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), max({column})) FROM {table}".encode()
        )


def upgraded(url: str, variant: str) -> None:
    """Makes the store with its history in a database, and then one of ours of it."""
    with postgresql.connect(url) as connection:
        build(connection, variant)
        fill(connection, variant)
    installer.upgrade(Settings.load(url), zone=ZONE)
