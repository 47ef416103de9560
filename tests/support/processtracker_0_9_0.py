"""A store as ProcessTracker 0.9.0 set it up, in both ways that it had, with a history that it has raced on.

`models` is a store that its Python models made, with local times that do not say so; `dbscript` one of its SQL script,
with instants; on MySQL that has them in the audit columns alone. All get the same instants, so that the same store has
to come out of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from ptdb import Settings, installer
from tests.support import engines, mysql

ZONE = "Europe/Berlin"
VARIANTS = ("models", "dbscript")
PROCESSES = 40
RUNS = 10_000
EXTRACTS = 50_000
DUPLICATES = 5_000

# What the two ways differ in. created_by is a timestamp in the models, by mistake.
_WORDS: dict[str, dict[str, str]] = {
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
        "charset": "varchar(75)",
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
        "charset": "varchar(75)",
    },
}
# MySQL's script has the name of a character set as a number, by mistake too.
_MYSQL_WORDS: dict[str, dict[str, str]] = {
    "models": _WORDS["models"]
    | {
        "instant": "datetime",
        "last": "datetime NOT NULL DEFAULT '1900-01-01 00:00:00'",
        "audit": "created_date_time datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,"
        " created_by datetime NOT NULL DEFAULT '1970-01-01',"
        " update_date_time datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,"
        " updated_by datetime NOT NULL DEFAULT '1970-01-01'",
    },
    "dbscript": _WORDS["dbscript"]
    | {
        "instant": "datetime",
        "last": "datetime NOT NULL DEFAULT '1900-01-01 00:00:00'",
        "type_key": "",
        "audit": "created_date_time timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP, created_by int NOT NULL DEFAULT 0,"
        " update_date_time timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP, updated_by int NOT NULL DEFAULT 0",
        "charset": "int",
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
    character_set_id serial PRIMARY KEY, character_set_name {charset} NOT NULL UNIQUE, {audit}
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

Rows = Iterable[Sequence[object]]
_START = datetime(2024, 3, 25, tzinfo=UTC)
_NEVER = datetime(1899, 12, 31, 23, tzinfo=UTC)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def _history(engine: str, variant: str) -> Iterable[tuple[str, str, Rows]]:
    """Tables, columns and rows, in an order that the foreign keys allow. It crosses the change to summer time."""
    frequencies = [0, 2, 3, 4, 5, 6, 7] if engine == "mysql" else list(range(7))
    yield "actor_lkup", "actor_id, actor_name", ((n, f"actor {n}") for n in range(1, 6))
    yield "tool_lkup", "tool_name", [("Spark",), ("Kettle",), ("Python",)]
    yield "contact_lkup", "contact_name, contact_email", [("Ops", "ops@example.org"), ("Nobody", None)]
    yield "process_status_lkup", "process_status_name", [("paused",)]
    yield "extract_status_lkup", "extract_status_name", [("quarantined",)]
    yield "process_type_lkup", "process_type_name", [("Transform",)]
    yield "error_type_lkup", "error_type_name", [("Network Error",)]
    yield (
        "extract_filetype_lkup",
        "extract_filetype_code, extract_filetype, delimiter_char",
        [("txt", "Blank Separated", " "), ("txt", "Pipe Separated", "|")],
    )
    # Keys that preloaded rows of 1.0.0 have, under other names.
    yield "location_type_lkup", "location_type_name", [("sftp",), ("s3",), ("local filesystem",)]
    yield "system_lkup", "system_key, system_value", [("site", "Berlin")]
    yield (
        "location_lkup",
        "location_name, location_path, location_type_id, location_file_count, location_bucket_name",
        [
            ("in", "/data/in/", 3, 5, None),
            ("in - 1", "/data/in", 3, 7, None),
            ("key", "s3://bucket/key/", 2, -1, "bucket"),
            ("key2", "s3://bucket/key2", 2, None, "bucket"),
            ("root", "/", 3, None, None),
            ("sftp", "sftp://host/x/", 1, None, None),
        ],
    )
    yield (
        "character_set_lkup",
        "character_set_name",
        [("8" if (engine, variant) == ("mysql", "dbscript") else "UTF-8",)],
    )
    yield "data_type_lkup", "data_type", [("string",)]
    yield "dataset_type_lkup", "dataset_type", [("Customer",), ("Sales",)]
    yield "source_lkup", "source_name, character_set_id, source_type_id", [("CRM", 1, 2), ("ERP", None, 4)]
    yield "source_lkup", "source_name", [("Unknown",)]
    yield (
        "source_object_lkup",
        "source_id, source_object_name, character_set_id",
        [(1, "customer", 1), (1, "order", None), (2, "customer", None)],
    )
    yield (
        "source_object_attribute_lkup",
        "source_object_attribute_name, source_object_id, data_type_id, data_length, data_decimal, is_pii",
        [("name", 1, 1, 250, None, True), ("id", 1, None, -1, 0, False), ("id", 2, None, None, None, False)],
    )
    yield "source_contact", "source_id, contact_id", [(1, 1), (1, 2)]
    yield "source_dataset_type", "source_id, dataset_type_id", [(1, 1), (2, 2)]
    yield "source_object_dataset_type", "source_object_id, dataset_type_id", [(1, 1)]
    yield "source_location", "source_id, location_id", [(1, 1), (1, 2), (2, 3)]
    yield "source_object_location", "source_object_id, location_id", [(1, 1), (1, 2), (2, 2)]
    yield (
        "cluster_tracking_lkup",
        "cluster_name, cluster_max_memory, cluster_max_memory_unit, cluster_max_processing",
        [("big", 64, "GB", -2), ("small", None, None, None)],
    )
    yield (
        "process",
        "process_id, process_name, process_type_id, process_tool_id, last_completed_run_date_time,"
        " schedule_frequency_id",
        (
            (
                n,
                f"process {n}",
                n % 3 + 1,
                n % 3 + 1,
                datetime(2024, 3, 31, 9, 30, tzinfo=UTC) if n > 1 else "1900-01-01 00:00:00",
                frequencies[n % 7],
            )
            for n in range(1, PROCESSES + 1)
        ),
    )
    yield (
        "process_tracking",
        "process_tracking_id, process_id, process_status_id, process_run_id, process_run_low_date_time,"
        " process_run_high_date_time, process_run_start_date_time, process_run_end_date_time, process_run_record_count,"
        " process_run_insert_count, process_run_actor_id, is_latest_run, process_run_name, created_date_time,"
        " update_date_time",
        (_run(n) for n in range(1, RUNS + 1)),
    )
    yield (
        "error_tracking",
        "error_type_id, error_description, error_occurrence_date_time, process_tracking_id",
        ((n % 4 + 1, "x" * 750, datetime(2024, 3, 31, 1, 30, tzinfo=UTC), n) for n in range(1, 501)),
    )
    yield "process_contact", "process_id, contact_id", [(1, 1), (2, 2)]
    yield "process_dataset_type", "process_id, dataset_type_id", [(1, 1), (10, 2)]
    yield (
        "process_dependency",
        "parent_process_id, child_process_id, dependency_type_id",
        [(10, 11, 2), (11, 12, 3), (13, 13, 1)],
    )
    yield "process_source", "process_id, source_id", [(1, 1), (10, 2)]
    yield "process_source_object", "process_id, source_object_id", [(1, 1), (10, 3)]
    yield (
        "process_source_object_attribute",
        "process_id, source_object_attribute_id, source_object_attribute_alias, source_object_attribute_expression",
        [(1, 1, "n", "upper(name)")],
    )
    yield "process_target", "process_id, target_source_id", [(1, 2)]
    yield "process_target_object", "process_id, target_object_id", [(1, 3)]
    yield (
        "process_target_object_attribute",
        "process_id, target_object_attribute_id, target_object_attribute_alias",
        [(1, 3, "i")],
    )
    yield (
        "process_filter",
        "process_id, source_object_attribute_id, filter_type_id, filter_value_string",
        [(1, 1, 4, "m"), (1, 2, 1, "7")],
    )
    yield "cluster_process", "cluster_id, process_id", [(1, 1), (1, 2), (2, 3)]
    # 45000 files; of 4000 a second row, and of 1000 of these a third, partly through the other spelling of the path.
    yield (
        "extract_tracking",
        "extract_id, extract_filename, extract_location_id, extract_status_id, extract_registration_date_time,"
        " extract_write_low_date_time, extract_write_high_date_time, extract_write_record_count,"
        " extract_load_low_date_time, extract_load_high_date_time, extract_load_record_count,"
        " extract_compression_type_id, extract_filetype_id, extract_filesize, extract_filesize_type_id,"
        " created_date_time, update_date_time",
        (_extract(n) for n in range(1, EXTRACTS + 1)),
    )
    yield (
        "extract_process_tracking",
        "extract_tracking_id, process_tracking_id, extract_process_status_id, extract_process_event_date_time",
        (
            (
                n,
                ((n - 45000) * 2 if n > 45000 and n % 2 == 0 else n) % RUNS or RUNS,
                4 if n > 45000 else 2,
                _START + n * timedelta(seconds=15),
            )
            for n in range(1, EXTRACTS + 1)
        ),
    )
    # The duplicates 45001 to 45500 are parents of the same files as their originals; ten depend on their own originals.
    yield (
        "extract_dependency",
        "parent_extract_id, child_extract_id, dependency_type_id",
        [
            *((n, n + 1, 2) for n in range(1, 2001)),
            *((45000 + n, 2 * n + 1, 2) for n in range(1, 501)),
            *((2 * n, 45000 + n, 1) for n in range(501, 511)),
        ],
    )
    first = [(n, 1) for n in range(1, 1001)]
    yield "extract_dataset_type", "extract_id, dataset_type_id", [*first, *((45000 + n, 1) for n in range(1, 601))]
    yield "extract_source", "extract_id, source_id", [*first, *((45000 + n, 2) for n in range(1, 601))]
    yield "extract_source_object", "extract_id, source_object_id", [*first, *((49000 + n, 1) for n in range(1, 601))]
    if variant == "models":
        # The models let a process have two filters of one kind.
        yield (
            "process_filter",
            "process_id, source_object_attribute_id, filter_type_id, filter_value_string, update_date_time",
            [(1, 1, 4, "z", datetime(2037, 1, 1, tzinfo=UTC))],
        )


def _run(n: int) -> tuple[object, ...]:
    k, p = divmod(n - 1, PROCESSES)
    p += 1
    # The keys of process 5 do not follow its starts.
    started = _START + (249 - k if p == 5 else k) * _HOUR + timedelta(seconds=p)
    is_open = k == 249 and p <= 4
    return (
        n,
        p,
        1 if is_open else 3 if k >= 247 and p == 6 else 5 if k == 50 else 2,
        101 if k == 101 else k + 1,  # Two starts at once took one number.
        _NEVER if p == 9 else started - _DAY,
        started - 2 * _DAY if p == 8 and k == 5 else started,
        started,
        None if is_open else started + _HOUR / 6,
        -5 if p == 7 and k == 0 else n % 1000,
        n % 10,
        n % 5 + 1,
        k == 249 or (p <= 3 and k in (10, 248)),
        f"run {n}" if n % 10 == 0 else None,
        started,
        started + _HOUR / 6,
    )


def _extract(n: int) -> tuple[object, ...]:
    is_again = n > 45000
    file = (n - 49000) * 2 if n > 49000 else (n - 45000) * 2 if is_again else n
    noted = _START + n * timedelta(seconds=15)
    return (
        n,
        f"file {1 if file == 44999 else file}.csv",
        (1, 2, 3, 4, 6)[1 - file % 5 if is_again and file % 5 < 2 else file % 5],
        4 if is_again else 8 if n % 1000 == 1 else 2,
        noted,
        _NEVER if n % 7 == 0 else noted - _DAY,
        noted - 9 * _DAY if n % 1001 == 0 else noted,
        n % 100 - 1 if not is_again else 200 if n % 2 == 0 else None,
        noted if is_again else None,
        noted + _HOUR if is_again else None,
        300 if is_again else None,
        1 if n % 2 == 0 else None,
        n % 3 or None,
        None if is_again else 12.5,
        None if is_again else 4,
        noted,
        noted,
    )


# What only one of the two ways lets happen.
_MESS = {
    "models": """
INSERT INTO process_type_lkup (process_type_name) VALUES ('Load');
UPDATE process SET process_type_id = 4 WHERE process_id = 40;
UPDATE source_lkup SET source_type_id = NULL WHERE source_name = 'Unknown';
""",
    "dbscript": "UPDATE process_tracking SET process_run_record_count = NULL WHERE process_tracking_id = 14;",
}


def build(connection: Any, variant: str, schema: str = "process_tracker") -> None:
    """Makes the store, empty but for its preloaded rows; on MySQL in the database in use."""
    if _engine(connection) == "mysql":
        # Keys may be 0, and TIMESTAMP columns are given in UTC.
        _run_script(connection, "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_AUTO_VALUE_ON_ZERO';")
        _run_script(connection, "SET SESSION time_zone = '+00:00';")
        _run_script(connection, _mysql(_TABLES.format_map(_MYSQL_WORDS[variant])))
        # The keys that its script left behind.
        frequencies = "(1, 'hourly'), (2, 'daily'), (3, 'weekly'), (4, 'monthly'), (5, 'quarterly'), (6, 'annually')"
        later = re.sub(r"\((\d)", lambda found: f"({int(found[1]) + 1}", frequencies)
        _run_script(connection, _PRELOADED.replace(frequencies, later))
        return
    quoted = '"' + schema.replace('"', '""') + '"'
    _run_script(connection, f"CREATE SCHEMA {quoted}; SET search_path TO {quoted}")
    _run_script(connection, _TABLES.format_map(_WORDS[variant]))
    _run_script(connection, _PRELOADED)


def fill(connection: Any, variant: str) -> None:
    """Gives it its history, by the connection that made it."""
    engine = _engine(connection)
    for statement in _history_inserted(engine, variant):
        _run_script(connection, statement)
    _run_script(connection, _MESS[variant])
    if engine == "postgresql":
        for table, column in (
            ("actor_lkup", "actor_id"),
            ("process", "process_id"),
            ("extract_tracking", "extract_id"),
        ):
            _run_script(
                connection, f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), max({column})) FROM {table}"
            )


@cache
def _history_inserted(engine: str, variant: str) -> list[str]:
    return [
        statement
        for table, columns, rows in _history(engine, variant)
        for statement in _inserts(engine, variant, table, columns, rows)
    ]


def insert(connection: Any, variant: str, table: str, columns: str, rows: Rows) -> None:
    """Inserts rows into a table of the store; instants as it keeps them."""
    for statement in _inserts(_engine(connection), variant, table, columns, rows):
        _run_script(connection, statement)


def _inserts(engine: str, variant: str, table: str, columns: str, rows: Rows) -> Iterator[str]:
    names = columns.split(", ")
    texts = [
        "(" + ", ".join(_literal(engine, variant, *item) for item in zip(names, row, strict=True)) + ")" for row in rows
    ]
    for begin in range(0, len(texts), 5000):
        yield f"INSERT INTO {table} ({columns}) VALUES {', '.join(texts[begin : begin + 5000])}"


def upgraded(url: str, variant: str) -> None:
    """Makes the store with its history in a database, and then one of ours of it."""
    with engines.module(url).connect(url) as connection:
        build(connection, variant)
        fill(connection, variant)
    installer.upgrade(Settings.load(url), zone=ZONE)


def _engine(connection: Any) -> str:
    return "postgresql" if type(connection).__module__.startswith("psycopg") else "mysql"


def _run_script(connection: Any, text: str) -> None:
    if _engine(connection) == "mysql":
        mysql.select(connection, text)
    else:
        connection.execute(text.encode())


def _literal(engine: str, variant: str, column: str, value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, datetime):
        is_audit = column in ("created_date_time", "update_date_time")
        if engine == "mysql":
            is_local = variant == "models" or not is_audit
        else:
            # It is the other way round for process.last_..._run_date_time.
            is_local = (variant == "models") != column.startswith("last_")
        if is_local:
            value = value.astimezone(ZoneInfo(ZONE)).replace(tzinfo=None)
        elif engine == "mysql":
            value = value.replace(tzinfo=None)
        return f"'{value.isoformat(sep=' ')}'"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value).upper()


def _mysql(tables: str) -> str:
    """The tables in MySQL's words: it takes no foreign key in the line of its column."""
    keys = dict(re.findall(r"CREATE TABLE (\w+) \(\s*(\w+)", tables))
    statements = []
    for statement in re.findall(r"^CREATE TABLE .*?\);$", tables, re.MULTILINE | re.DOTALL):
        links = re.findall(r"(\w+) integer\b[^,]*? REFERENCES (\w+)", statement)
        plain = re.sub(r" REFERENCES \w+", "", statement).replace("serial", "int AUTO_INCREMENT")
        foreign = "".join(
            f",\n    FOREIGN KEY ({column}) REFERENCES {table} ({keys[table]})" for column, table in links
        )
        statements.append(plain[: -len(");")].rstrip() + foreign + ");")
    return "\n".join(statements)
