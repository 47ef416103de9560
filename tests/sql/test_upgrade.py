"""upgrade/0.9.0--1.0.0.sql: a ProcessTracker store becomes one of ours, by plain psql, as its ordinary owner."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pytest

from ptdb import Settings, Store, contract, installer
from tests.sql.test_install import done
from tests.support import postgresql
from tests.support import processtracker_0_9_0 as old
from tests.support.postgresql import SQL, embedded_psql, objects
from tests.support.postgresql import client as psql

ENGINES = ("postgresql",)
SCRIPT = "upgrade/0.9.0--1.0.0.sql"
OLD = "process_tracker_0_9_0"
TABLES = [name for name in contract.load().tables if not name.startswith("execution")]
Connection = psycopg.Connection[dict[str, Any]]


def upgrade(url: str, *variables: str) -> subprocess.CompletedProcess[str]:
    """Runs the script with psql's variables."""
    options = [word for variable in variables for word in ("-v", variable)]
    return subprocess.run(
        [shutil.which("psql") or embedded_psql(), "-X", "-q", "-d", url, *options, "-f", str(SQL / SCRIPT)],
        capture_output=True,
        text=True,
        env={**os.environ, "PGOPTIONS": ""},
    )


def rows(connection: Connection, statement: str) -> list[dict[str, Any]]:
    """What a SELECT finds, by the name of the schema."""
    return connection.execute(statement.encode()).fetchall()


def value(connection: Connection, statement: str) -> Any:
    """The one value that a SELECT finds."""
    [row] = rows(connection, statement)
    [found] = row.values()
    return found


@pytest.fixture(scope="module", params=old.VARIANTS)
def upgraded(request: pytest.FixtureRequest, server_url: str) -> Iterator[tuple[str, Connection, str]]:
    """An upgraded store with a history: its URL, a connection to it, and what the script said."""
    with postgresql.database(server_url) as url:
        with postgresql.connect(url) as connection:
            old.build(connection, request.param)
            old.fill(connection, request.param)
        begin = time.monotonic()
        said = done(upgrade(url, f"zone={old.ZONE}"))
        print(f"{request.param}: {time.monotonic() - begin:.1f} s")
        with postgresql.connect(url) as connection:
            connection.execute("SET search_path TO process_tracker")
            connection.execute("SET timezone TO UTC")
            yield url, connection, said


@pytest.fixture
def new(upgraded: tuple[str, Connection, str]) -> Connection:
    """The upgraded store."""
    return upgraded[1]


@pytest.fixture(params=old.VARIANTS)
def old_url(request: pytest.FixtureRequest, server_url: str) -> Iterator[str]:
    """A store of 0.9.0 with its preloaded rows, and one run."""
    with postgresql.database(server_url) as url, postgresql.connect(url) as connection:
        old.build(connection, request.param)
        connection.execute("INSERT INTO actor_lkup (actor_name) VALUES ('a')")
        connection.execute("INSERT INTO tool_lkup (tool_name) VALUES ('t')")
        connection.execute(
            "INSERT INTO process (process_name, process_type_id, process_tool_id) VALUES ('p', 1, 1), ('q', 1, 1)"
        )
        connection.execute(
            "INSERT INTO process_tracking"
            " (process_id, process_status_id, process_run_id, process_run_start_date_time, process_run_actor_id)"
            " VALUES (1, 2, 1, '2024-07-01 12:00:00', 1)"
        )
        yield url


def test_the_result_is_an_installation(upgraded: tuple[str, Connection, str]) -> None:
    """verify.sql finds nothing that differs, and Python works with it."""
    assert "is as it should be" in done(psql(upgraded[0], "verify.sql"))
    assert Store(upgraded[0]).call("get_version") == {"version": "1.0.0"}
    leftovers = rows(
        upgraded[1],
        "SELECT relname FROM pg_class WHERE relnamespace = 'process_tracker'::regnamespace"
        " AND (relname LIKE 'old\\_%' OR relname LIKE 'upgrade%')",
    )
    assert leftovers == []


def test_no_row_is_lost(upgraded: tuple[str, Connection, str]) -> None:
    """Each table has as many rows as before, but for what was folded, and the script says so."""
    _, connection, said = upgraded
    is_models = value(connection, f"SELECT count(*) FROM {OLD}.process_type_lkup") == 4
    # The path without its slash, the file name: what makes an extract one.
    folded = f"""
        SELECT e.extract_id, regexp_replace(l.location_path, '(.)/$', '\\1') || chr(10) || e.extract_filename AS place
        FROM {OLD}.extract_tracking AS e JOIN {OLD}.location_lkup AS l ON l.location_id = e.extract_location_id
    """
    links = {
        "extract_dataset_type": "(f.place, o.dataset_type_id)",
        "extract_source": "(f.place, o.source_id)",
        "extract_source_object": "(f.place, o.source_object_id)",
    }
    expected = {
        "extract_tracking": value(connection, f"SELECT count(DISTINCT place) FROM ({folded}) AS f"),
        "extract_process_tracking": value(
            connection,
            f"SELECT count(DISTINCT (place, process_tracking_id)) FROM {OLD}.extract_process_tracking AS o"
            f" JOIN ({folded}) AS f ON f.extract_id = o.extract_tracking_id",
        ),
        "extract_dependency": value(
            connection,
            f"SELECT count(DISTINCT (p.place, c.place)) FROM {OLD}.extract_dependency AS o"
            f" JOIN ({folded}) AS p ON p.extract_id = o.parent_extract_id"
            f" JOIN ({folded}) AS c ON c.extract_id = o.child_extract_id WHERE p.place <> c.place",
        ),
        **{
            table: value(
                connection,
                f"SELECT count(DISTINCT {what}) FROM {OLD}.{table} AS o JOIN ({folded}) AS f USING (extract_id)",
            )
            for table, what in links.items()
        },
        "location_lkup": 5,
        "source_location": 2,
        "source_object_location": 2,
        "process_dependency": 2,
        "actor_lkup": 6,
        "system_lkup": 3,
        "process_type_lkup": 3,
        "process_filter": 2,
    }
    assert expected["extract_tracking"] == old.EXTRACTS - old.DUPLICATES
    for table in TABLES:
        before = value(connection, f"SELECT count(*) FROM {OLD}.{table}")
        after = value(connection, f"SELECT count(*) FROM {table}")
        assert after == expected.get(table, before), table
        assert f"- {table}: {before}" in said
    assert "- extract_tracking: 50000, now 45000: 5000 folded or dropped\n" in said
    assert ("- process_type_lkup: 4, now 3: 1 folded" in said) == is_models


def test_keys_and_names_stay(new: Connection) -> None:
    """What refers to a row by key from outside still finds it."""
    names = {
        "actor_lkup": "actor_id, actor_name",
        "tool_lkup": "tool_id, tool_name",
        "contact_lkup": "contact_id, contact_name, contact_email",
        "process_status_lkup": "process_status_id, process_status_name",
        "extract_status_lkup": "extract_status_id, extract_status_name",
        "error_type_lkup": "error_type_id, error_type_name",
        "schedule_frequency_lkup": "schedule_frequency_id, schedule_frequency_name",
        "filter_type_lkup": "filter_type_id, filter_type_code",
        "process": "process_id, process_name, process_tool_id, schedule_frequency_id",
        "process_tracking": "process_tracking_id, process_id, process_status_id, process_run_name",
        "error_tracking": "error_tracking_id, error_type_id, error_description, process_tracking_id",
        "source_lkup": "source_id, source_name, character_set_id, coalesce(source_type_id, 1)",
        "source_object_lkup": "source_object_id, source_id, source_object_name, character_set_id",
        "source_object_attribute_lkup": "source_object_attribute_id, source_object_attribute_name, source_object_id",
        "process_source_object_attribute": "process_id, source_object_attribute_alias",
        "cluster_process": "cluster_id, process_id",
    }
    for table, columns in names.items():
        missing = rows(new, f"SELECT {columns} FROM {OLD}.{table} EXCEPT SELECT {columns} FROM {table}")
        assert missing == [], table
    lost = f"SELECT extract_id FROM extract_tracking EXCEPT SELECT extract_id FROM {OLD}.extract_tracking"
    assert rows(new, lost) == []


def test_lookups_are_ours(new: Connection) -> None:
    """Preloaded rows are marked, under the old keys; rows of the store's own are not, and keep keys that ours have."""
    types = rows(new, "SELECT location_type_id AS id, location_type_name AS name, created_by FROM location_type_lkup")
    [upgrader] = [row["actor_id"] for row in rows(new, "SELECT * FROM actor_lkup WHERE actor_name = session_user")]
    assert upgrader == 6
    assert {(row["id"], row["name"], row["created_by"]) for row in types} == {
        (1, "sftp", upgrader),
        (2, "S3", 0),
        (3, "Local Filesystem", 0),
    }
    settings = rows(new, "SELECT system_id, system_key, system_value FROM system_lkup ORDER BY system_id")
    assert [tuple(row.values()) for row in settings] == [
        (1, "version", "1.0.0"),
        (2, "site", "Berlin"),
        (103, "max_concurrent_failures", "5"),
    ]
    filetypes = rows(new, "SELECT * FROM extract_filetype_lkup ORDER BY extract_filetype_id")
    found = [(row["extract_filetype_code"], row["delimiter_char"], row["quote_char"]) for row in filetypes]
    assert found == [("csv", ",", '"'), ("txt", " ", None), ("txt 3", "|", None)]
    assert value(new, "SELECT filesize_type_code FROM filesize_type_lkup WHERE filesize_type_id = 4") == "B"
    by_type = "SELECT process_type_name FROM process JOIN process_type_lkup USING (process_type_id) WHERE process_id = "
    assert value(new, by_type + "40") == "Load"
    for table in TABLES:
        creators = {row["created_by"] for row in rows(new, f"SELECT DISTINCT created_by FROM {table}")}
        assert creators <= {0, upgrader}, table


def test_times_are_instants(new: Connection) -> None:
    """Local times of Berlin, across the change to summer time, as Python's own zones have it; 1900 is never."""
    # Odd keys, which no duplicate is folded into.
    for table, keys, columns in (
        ("process_tracking", "process_tracking_id", ["process_run_start_date_time", "process_run_end_date_time"]),
        ("extract_tracking", "extract_id", ["extract_registration_date_time", "created_date_time"]),
        ("extract_process_tracking", "extract_tracking_id, process_tracking_id", ["extract_process_event_date_time"]),
        ("error_tracking", "error_tracking_id", ["error_occurrence_date_time"]),
        ("process", "process_id", ["last_completed_run_date_time"]),
    ):
        for column in columns:
            pairs = rows(
                new,
                f"SELECT o.{column} AS before, n.{column} AS after FROM {table} AS n JOIN {OLD}.{table} AS o"
                f" USING ({keys}) WHERE {keys.partition(',')[0]} % 14 = 3",
            )
            assert pairs
            for pair in pairs:
                before: datetime | None = pair["before"]
                if before is not None and before.tzinfo is None:
                    before = before.replace(tzinfo=ZoneInfo(old.ZONE))
                assert pair["after"] == before, (table, column)
    [winter, summer] = rows(
        new,
        "SELECT process_run_start_date_time AS start FROM process_tracking"
        " WHERE process_tracking_id IN (1, 9961) ORDER BY process_tracking_id",
    )
    assert winter["start"] == datetime(2024, 3, 25, 0, 0, 1, tzinfo=UTC)
    assert summer["start"] == datetime(2024, 4, 4, 9, 0, 1, tzinfo=UTC)
    assert value(new, "SELECT last_completed_run_date_time FROM process WHERE process_id = 1") is None
    assert value(new, "SELECT count(last_failed_run_date_time) + count(last_errored_run_date_time) FROM process") == 0
    assert value(new, "SELECT count(process_run_low_date_time) FROM process_tracking WHERE process_id = 9") == 0
    turned = rows(
        new,
        "SELECT process_run_high_date_time - process_run_low_date_time AS length FROM process_tracking"
        " WHERE process_id = 8 AND process_run_id = 6",
    )
    assert turned[0]["length"].days == 1


def test_runs_are_numbered_by_start(new: Connection) -> None:
    """1 to 250 for each process, in the order of the starts; the last one is the latest, and no other."""
    wrong = rows(
        new,
        """
        SELECT * FROM (
            SELECT process_id, process_run_id, is_latest_run,
                lag(process_run_id, 1, 0) OVER w + 1 AS expected,
                lead(process_run_id) OVER w IS NULL AS is_last
            FROM process_tracking WINDOW w AS (PARTITION BY process_id ORDER BY process_run_start_date_time)
        ) AS run
        WHERE process_run_id <> expected OR is_latest_run <> is_last
        """,
    )
    assert wrong == []
    assert value(new, "SELECT max(process_run_id) FROM process_tracking") == old.RUNS / old.PROCESSES
    assert value(new, "SELECT process_tracking_id FROM process_tracking WHERE process_id = 5 AND is_latest_run") == 5


def test_totals_are_sums(new: Connection) -> None:
    """A process's total is the sum over its runs, none of them below zero."""
    sums: dict[int, int] = {}
    before = rows(new, f"SELECT process_id, process_run_record_count AS count FROM {OLD}.process_tracking")
    for run in before:
        sums[run["process_id"]] = sums.get(run["process_id"], 0) + max(run["count"] or 0, 0)
    after = rows(new, "SELECT process_id, total_record_count FROM process")
    assert {row["process_id"]: row["total_record_count"] for row in after} == sums


def test_duplicates_are_folded(new: Connection) -> None:
    """File 2 is there three times: as 2, 45001 and 49001; what each knew of it is kept."""
    [found] = rows(new, "SELECT * FROM extract_tracking WHERE extract_id = 2")
    noted = [datetime.fromtimestamp(1711324800 + n * 15, UTC) for n in (2, 45001, 49001)]
    assert rows(new, "SELECT * FROM extract_tracking WHERE extract_id IN (45001, 49001)") == []
    assert (found["extract_status_id"], found["extract_load_record_count"]) == (4, 300)
    assert found["extract_write_record_count"] == 1, "the duplicates, of odd keys, had none"
    assert (found["extract_filesize"], found["extract_filesize_type_id"]) == (12.5, 4)
    assert found["extract_registration_date_time"] == found["created_date_time"] == noted[0]
    assert found["update_date_time"] == noted[2]
    assert found["extract_write_low_date_time"].timestamp() == noted[0].timestamp() - 86400
    assert found["extract_write_high_date_time"] == noted[2]
    assert found["extract_load_low_date_time"] == noted[1]
    assert found["extract_load_high_date_time"].timestamp() == noted[2].timestamp() + 3600
    # 45002 and 49002 are file 4 too; the tie of 45002, to the same run, is later than that of 4.
    ties = rows(
        new, "SELECT * FROM extract_process_tracking WHERE extract_tracking_id = 4 ORDER BY process_tracking_id"
    )
    assert [(tie["process_tracking_id"], tie["extract_process_status_id"]) for tie in ties] == [(4, 4), (8004, 4)]
    assert value(new, "SELECT extract_write_record_count FROM extract_tracking WHERE extract_id = 4") == 200
    assert value(new, "SELECT extract_write_record_count FROM extract_tracking WHERE extract_id = 100") == 200
    assert value(new, "SELECT extract_write_record_count FROM extract_tracking WHERE extract_id = 101") == 0
    assert value(new, "SELECT dependency_type_id FROM extract_dependency WHERE parent_extract_id = 2") == 2
    assert value(new, "SELECT count(*) FROM extract_tracking WHERE extract_location_id = 2") == 0
    assert value(new, "SELECT location_path FROM location_lkup WHERE location_id = 1") == "/data/in"
    assert value(new, "SELECT location_file_count FROM location_lkup WHERE location_id = 1") == 7
    [rule] = rows(new, "SELECT * FROM process_filter WHERE filter_type_id = 4")
    assert rule["process_filter_id"] == 1
    last = f"SELECT filter_value_string FROM {OLD}.process_filter WHERE filter_type_id = 4 ORDER BY 1 DESC LIMIT 1"
    assert rule["filter_value_string"] == value(new, last)


def test_the_store_goes_on(upgraded: tuple[str, Connection, str]) -> None:
    """Runs, extracts and lookups go on behind the old keys and numbers."""
    url, connection, _ = upgraded
    with Store(url) as store:
        run = store.call("start_process_run", process_name="process 20", actor_name="actor 1")
        assert run == {"process_tracking_id": old.RUNS + 1, "process_run_status": "running"}
        found = store.call("get_process_run", process_tracking_id=run["process_tracking_id"])
        assert found["process_run_id"] == 251
        with pytest.raises(Exception, match="PT001"):
            store.call("start_process_run", process_name="process 4")
        files = store.call("find_extracts_by_location", location_path="/data/in/", status="loaded")
        assert files
        assert {file["location_id"] for file in files} == {1}
        assert {file["location_type_name"] for file in files} == {"Local Filesystem"}
        extract = store.call(
            "register_extract",
            process_tracking_id=run["process_tracking_id"],
            filename="file 2.csv",
            location_path="s3://bucket/key",
        )
        assert extract["extract_id"] == 2
        extract = store.call(
            "register_extract",
            process_tracking_id=run["process_tracking_id"],
            filename="another.csv",
            location_path="s3://bucket/key",
        )
        assert extract["extract_id"] == old.EXTRACTS + 1
        store.call("start_process_run", process_name="fresh", process_type="New", tool_name="Spark")
    assert value(connection, "SELECT process_id FROM process WHERE process_name = 'fresh'") == old.PROCESSES + 1
    assert value(connection, "SELECT process_type_id FROM process_type_lkup WHERE process_type_name = 'New'") == 101


def test_a_second_upgrade_is_refused(upgraded: tuple[str, Connection, str]) -> None:
    """The store is of version 1.0.0 already."""
    before = objects(upgraded[0])
    result = upgrade(upgraded[0], f"zone={old.ZONE}")
    assert result.returncode == 3
    assert "holds a store of version 1.0.0 already" in result.stderr
    assert objects(upgraded[0]) == before


REFUSALS = {
    "UPDATE system_lkup SET system_value = '0.8.0'": "holds a store of version 0.8.0, and this upgrades 0.9.0 only",
    "UPDATE system_lkup SET system_value = '1.1.0'": "holds a store of version 1.1.0, and this upgrades 0.9.0 only",
    "DELETE FROM system_lkup": "holds a store of version unknown",
    "CREATE SCHEMA process_tracker_0_9_0": "which is there already",
    "DROP TABLE cluster_process": (
        'lacks a table that each store of 0.9.0 has: relation "cluster_process" does not exist; nothing was changed'
    ),
    "ALTER TABLE process_tracking ALTER process_id DROP NOT NULL; UPDATE process_tracking SET process_id = NULL": (
        "- table process_tracking: 1 rows without process_id: 1\n"
    ),
    "ALTER TABLE process ALTER process_tool_id DROP NOT NULL; UPDATE process SET process_tool_id = NULL": (
        "- table process: 2 rows without process_tool_id: 1, 2\n"
    ),
    "UPDATE schedule_frequency_lkup SET schedule_frequency_name = 'never' WHERE schedule_frequency_id = 0": (
        'table schedule_frequency_lkup: the key 0 is "never", and should be "unscheduled"'
    ),
    "UPDATE source_type_lkup SET source_type_id = 9 WHERE source_type_id = 1": (
        'table source_type_lkup: "Undefined" has the key 9, and should have 1'
    ),
    "UPDATE dependency_type_lkup SET dependency_type_name = 'Any' WHERE dependency_type_id = 1": (
        'table dependency_type_lkup: the key 1 is "Any", and should be "Undefined"'
    ),
    "UPDATE filter_type_lkup SET filter_type_code = '=' WHERE filter_type_id = 1;"
    " INSERT INTO filter_type_lkup (filter_type_name, filter_type_code) VALUES ('same as', 'eq')": (
        'table filter_type_lkup: more than one row for the code "eq":'
        ' 1 "equal to" of the code "=", 9 "same as" of the code "eq"\n'
    ),
    "UPDATE filesize_type_lkup SET filesize_type_code = '??' WHERE filesize_type_id = 4;"
    " INSERT INTO filesize_type_lkup (filesize_type_name, filesize_type_code) VALUES ('characters', 'B')": (
        'table filesize_type_lkup: more than one row for the code "B":'
        ' 4 "bytes" of the code "??", 5 "characters" of the code "B"\n'
    ),
    "INSERT INTO process_dependency VALUES (1, 2, 3), (2, 1, 2)": (
        'table process_dependency: 1 "p" -> 2 "q" -> 1 "p"; its rows, by parent and child: (1, 2), (2, 1)\n'
    ),
    # 2 and 4 are one file, so are 1 and 5; 7 to 9 close a circle, to which 6 and 10 only lead.
    """
    INSERT INTO location_type_lkup (location_type_name) VALUES ('local filesystem');
    INSERT INTO location_lkup (location_name, location_path, location_type_id) VALUES ('a', '/a', 1), ('b', '/a/', 1);
    INSERT INTO extract_tracking (
        extract_filename, extract_location_id, extract_status_id, extract_registration_date_time
    )
    SELECT name, CASE WHEN place IN (4, 5) THEN 2 ELSE 1 END, 2, now()
    FROM unnest(string_to_array('x y z y x c d e f g', ' ')) WITH ORDINALITY AS file (name, place);
    INSERT INTO extract_dependency
    VALUES
        (1, 2, 2), (5, 2, 3), (2, 3, 1), (4, 1, 1), (6, 7, 1), (7, 8, 1), (8, 9, 1), (9, 7, 1), (9, 10, 1), (7, 9, 1);
    """: (
        '- table extract_dependency: 1 "x" -> 2 "y" -> 1 "x"; its rows, by parent and child:'
        " (1, 2) and (5, 2), (4, 1)\n"
        '- table extract_dependency: 7 "d" -> 9 "f" -> 7 "d"; its rows, by parent and child: (7, 9), (9, 7)\n'
        '- table extract_dependency: 7 "d" -> 8 "e" -> 9 "f" -> 7 "d"; its rows, by parent and child:'
        " (7, 8), (8, 9), (9, 7)\n"
    ),
}


@pytest.mark.parametrize("change", REFUSALS)
def test_what_cannot_be_upgraded_stays(old_url: str, change: str) -> None:
    """The message says what is wrong, and nothing is changed."""
    with postgresql.connect(old_url) as connection:
        connection.execute("SET search_path TO process_tracker")
        connection.execute(change.encode())
    before = objects(old_url)
    result = upgrade(old_url, f"zone={old.ZONE}")
    assert result.returncode == 3
    assert REFUSALS[change] in result.stderr
    assert objects(old_url) == before


def test_a_name_of_ours_keeps_its_key_and_gets_our_code(old_url: str) -> None:
    """Whoever renamed a code finds the row, and the report says so; a file type of that code steps aside."""
    with postgresql.connect(old_url) as connection:
        connection.execute("SET search_path TO process_tracker")
        connection.execute("UPDATE filter_type_lkup SET filter_type_code = '=' WHERE filter_type_id = 1")
        connection.execute(
            "UPDATE filesize_type_lkup SET filesize_type_id = 50, filesize_type_code = 'k' WHERE 1 = filesize_type_id"
        )
        connection.execute("UPDATE extract_filetype_lkup SET extract_filetype_code = 'comma', delimiter_char = ';'")
        connection.execute(
            "INSERT INTO extract_filetype_lkup (extract_filetype_code, extract_filetype) VALUES ('csv', 'Other')"
        )
        said = done(upgrade(old_url, "zone=UTC"))
        assert '- table filter_type_lkup: "equal to" has the code "eq" now, and had "="\n' in said
        assert '- table filesize_type_lkup: "kilobytes" has the code "KB" now, and had "k"\n' in said
        found = rows(connection, "SELECT * FROM process_tracker.filter_type_lkup WHERE filter_type_code IN ('eq', '=')")
        assert [(row["filter_type_id"], row["filter_type_name"], row["created_by"]) for row in found] == [
            (1, "equal to", 0)
        ]
        assert (
            value(
                connection,
                "SELECT filesize_type_id FROM process_tracker.filesize_type_lkup WHERE filesize_type_code = 'KB'",
            )
            == 50
        )
        filetypes = rows(connection, "SELECT * FROM process_tracker.extract_filetype_lkup ORDER BY extract_filetype_id")
        assert [
            (row["extract_filetype_code"], row["extract_filetype"], row["delimiter_char"]) for row in filetypes
        ] == [
            ("csv", "Comma Separated Values", ";"),
            ("csv 2", "Other", None),
        ]
    assert "is as it should be" in done(psql(old_url, "verify.sql"))


def test_circles_without_end_are_not_all_told(old_url: str) -> None:
    """A hundred of them, and that there are more."""
    with postgresql.connect(old_url) as connection:
        connection.execute("SET search_path TO process_tracker")
        connection.execute(
            "INSERT INTO process (process_name, process_type_id, process_tool_id)"
            " SELECT n, 1, 1 FROM generate_series(3, 400) AS n"
        )
        connection.execute(
            "INSERT INTO process_dependency SELECT n, n + 1, 1 FROM generate_series(1, 399, 2) AS n"
            " UNION ALL SELECT n + 1, n, 1 FROM generate_series(1, 399, 2) AS n"
        )
    result = upgrade(old_url, "zone=UTC")
    assert result.returncode == 3
    assert result.stderr.count("\n- table process_dependency: ") == 100
    assert '\n- table process_dependency: 3 "3" -> 4 "4" -> 3 "3"; its rows' in result.stderr
    assert "\n- ...\n" in result.stderr


@pytest.mark.parametrize("word", ["true", "on", " 1 "])
def test_a_dry_run_reports_and_changes_nothing(old_url: str, word: str) -> None:
    """As psql and PostgreSQL spell it, and with exit status 0."""
    before = objects(old_url)
    said = done(upgrade(old_url, "zone=UTC", f"dry_run={word}", "drop_old=true"))
    assert "NOTICE:  a dry run, nothing was changed; an upgrade does this:\n" in said
    assert "- process_tracking: 1\n" in said
    assert objects(old_url) == before
    assert "is of version 1.0.0 now" in done(upgrade(old_url, "zone=UTC", "dry_run=off"))


def test_a_long_chain_of_dependencies_is_no_circle(old_url: str) -> None:
    """One file a day that waits for the one of the day before, registered in any order."""
    with postgresql.connect(old_url) as connection:
        connection.execute("SET search_path TO process_tracker")
        connection.execute(
            """
            INSERT INTO location_type_lkup (location_type_name) VALUES ('sftp');
            INSERT INTO location_lkup (location_name, location_path, location_type_id) VALUES ('a', '/a', 1);
            INSERT INTO extract_tracking (
                extract_filename, extract_location_id, extract_status_id, extract_registration_date_time
            )
            SELECT n, 1, 2, now() FROM generate_series(1, 20000) AS n;
            INSERT INTO extract_dependency
            SELECT n * 7 % 20001, (n + 1) * 7 % 20001, 1 FROM generate_series(1, 19999) AS n
            """
        )
        begin = time.monotonic()
        done(upgrade(old_url, "zone=UTC"))
        print(f"{time.monotonic() - begin:.1f} s")
        assert value(connection, "SELECT count(*) FROM process_tracker.extract_dependency") == 19999


@pytest.mark.parametrize(
    ("variables", "complaint"),
    [
        ([], "the time zone is missing"),
        (["zone=Europe/Berln"], 'there is no time zone "Europe/Berln"'),
        (["zone=X+3"], 'there is no time zone "X+3"'),
        (["zone=UTC", "schema=nowhere"], 'no ProcessTracker store in the schema "nowhere"'),
        (["zone=UTC", "drop_old=perhaps"], 'invalid input syntax for type boolean: "perhaps"'),
        (["zone=UTC", "dry_run=perhaps"], 'invalid input syntax for type boolean: "perhaps"'),
    ],
)
def test_wrong_variables_are_refused(old_url: str, variables: list[str], complaint: str) -> None:
    """Nothing is guessed, and nothing is changed."""
    before = objects(old_url)
    result = upgrade(old_url, *variables)
    assert result.returncode == 3
    assert complaint in result.stderr
    assert objects(old_url) == before


def test_a_stranger_may_not_upgrade(old_url: str, server_url: str) -> None:
    """Who owns neither the database nor the tables is told whose they are, before anything happens."""
    owner = str(Settings.load(old_url).user)
    with postgresql.database(server_url) as other, postgresql.connect(old_url) as connection:
        stranger = str(Settings.load(other).user)
        connection.execute(f"GRANT USAGE ON SCHEMA process_tracker TO {stranger}".encode())
        connection.execute(f"GRANT SELECT ON process_tracker.system_lkup TO {stranger}".encode())
        url = postgresql.as_role(old_url, stranger)
        result = upgrade(url, "zone=UTC")
        assert f'role "{stranger}" may not create schemas' in result.stderr
        connection.execute(f"GRANT CREATE ON DATABASE {owner} TO {stranger}".encode())
        result = upgrade(url, "zone=UTC")
        assert result.returncode == 3
        assert f"belong to {owner}, whose rights the role" in result.stderr
        connection.execute(f"REVOKE ALL ON DATABASE {owner} FROM {stranger}".encode())
        connection.execute(f"REVOKE ALL ON SCHEMA process_tracker FROM {stranger}".encode())
        connection.execute(f"REVOKE ALL ON process_tracker.system_lkup FROM {stranger}".encode())


def test_the_old_tables_can_go(old_url: str) -> None:
    """With drop_old, only the new store is left."""
    said = done(upgrade(old_url, "zone=Asia/Tokyo", "drop_old=true"))
    assert "the old tables are dropped" in said
    assert [item["name"] for item in objects(old_url) if item["kind"] == "schema"] == ["process_tracker"]
    assert "is as it should be" in done(psql(old_url, "verify.sql"))
    done(psql(old_url, "uninstall.sql"))
    assert [item for item in objects(old_url) if item["kind"] == "schema"] == []


def test_what_others_built_is_not_dropped(old_url: str) -> None:
    """Somebody's view on an old table keeps drop_old from dropping it, and so from all else."""
    with postgresql.connect(old_url) as connection:
        connection.execute("CREATE VIEW public.mine AS SELECT actor_name FROM process_tracker.actor_lkup")
    before = objects(old_url)
    result = upgrade(old_url, "zone=UTC", "drop_old=true")
    assert result.returncode == 3
    assert "other objects depend on" in result.stderr
    assert objects(old_url) == before
    done(upgrade(old_url, "zone=UTC"))
    with postgresql.connect(old_url) as connection:
        assert value(connection, "SELECT count(*) FROM public.mine") == 1


@pytest.mark.parametrize("variant", old.VARIANTS)
def test_any_schema_name_by_python(server_url: str, variant: str) -> None:
    """The installer's text of the script does the same, in a schema of an odd name, and fills in its variables."""
    schema = 'it\'s "odd", 1'
    with postgresql.database(server_url) as url, postgresql.connect(url) as connection:
        old.build(connection, variant, schema)
        text = installer.upgrade_script("postgresql", "0.9.0", schema, zone=old.ZONE)
        connection.execute(text.encode())
        found = rows(connection, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'it%' ORDER BY nspname")
        assert [row["nspname"] for row in found] == [schema, schema + "_0_9_0"]
        assert "is as it should be" in done(psql(url, "verify.sql", schema))


def test_a_long_schema_name_is_refused(server_url: str) -> None:
    """The old schema's name would be cut, and could be another's."""
    with postgresql.database(server_url) as url, postgresql.connect(url) as connection:
        old.build(connection, "dbscript", "x" * 58)
        result = upgrade(url, "zone=UTC", f"schema={'x' * 58}")
        assert "whose name has more than 63 bytes" in result.stderr


def test_two_upgrades_at_once(server_url: str) -> None:
    """The second waits for the first, and then finds that all is done, even where the first drops the old tables."""
    with postgresql.database(server_url) as url:
        with postgresql.connect(url) as connection:
            old.build(connection, "models")
        program = shutil.which("psql") or embedded_psql()
        command = [program, "-X", "-q", "-d", url, "-v", "zone=UTC", "-v", "drop_old=true", "-f", str(SQL / SCRIPT)]
        both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        said = "".join(process.communicate()[1] for process in both)
        assert sorted(process.returncode for process in both) == [0, 3]
        assert "holds a store of version 1.0.0 already" in said
