"""What upgrade/0.9.0--1.0.0.sql makes of a store with a history: the same on every engine that such stores are on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from ptdb import Settings, Store, contract, installer
from tests.support import engines
from tests.support import processtracker_0_9_0 as old

TABLES = [name for name in contract.load().tables if not name.startswith("execution")]
Rows = list[dict[str, Any]]

ENGINES = ("postgresql", "mysql", "mariadb")


@dataclass
class Upgraded:
    """An upgraded store, and what the script said."""

    url: str
    variant: str
    connection: Any
    said: str

    def rows(self, statement: str) -> Rows:
        """What a portable SELECT finds; `{o}` stands before the name of an old table."""
        prefix = "process_tracker_0_9_0." if self.is_postgresql else "old_0_9_0_"
        found: Rows = engines.module(self.url).select(self.connection, statement.replace("{o}", prefix))
        return found

    def value(self, statement: str) -> Any:
        """The one value that a SELECT finds."""
        [row] = self.rows(statement)
        [found] = row.values()
        return found

    def tuples(self, statement: str) -> set[tuple[Any, ...]]:
        """The rows as a set."""
        return {tuple(row.values()) for row in self.rows(statement)}

    @property
    def is_postgresql(self) -> bool:
        return self.url.startswith("postgresql")

    def instant(self, column: str, value: datetime | None) -> datetime | None:
        """What an old date means."""
        if value is None:
            return None
        is_audit = column in ("created_date_time", "update_date_time")
        is_local = value.tzinfo is None if self.is_postgresql else self.variant == "models" or not is_audit
        return value.replace(tzinfo=ZoneInfo(old.ZONE)) if is_local else value


@pytest.fixture(scope="module", params=old.VARIANTS)
def new(request: pytest.FixtureRequest, server_url: str) -> Iterator[Upgraded]:
    """An upgraded store with a history."""
    module = engines.module(server_url)
    with module.database(server_url) as url:
        with closing(module.connect(url)) as connection:
            old.build(connection, request.param)
            old.fill(connection, request.param)
        begin = time.monotonic()
        said = installer.upgrade(Settings.load(url), zone=old.ZONE)
        seconds = time.monotonic() - begin
        print(f"{request.param}: {seconds:.1f} s")
        assert seconds < 60
        with closing(module.within(url)) as connection:
            upgraded = Upgraded(url, request.param, connection, said)
            if upgraded.is_postgresql:
                connection.execute("SET timezone TO UTC")
            else:
                upgraded.rows("SET time_zone = '+00:00'")
            yield upgraded


def test_the_result_is_an_installation(new: Upgraded) -> None:
    """verify.sql finds nothing that differs, Python works with it, and there is nothing left to upgrade."""
    assert "is as it should be" in installer.verify(Settings.load(new.url))
    assert Store(new.url).call("get_version") == {"version": "1.0.0"}
    assert "nothing to upgrade" in installer.upgrade(Settings.load(new.url))
    schema = "'process_tracker'" if new.is_postgresql else "DATABASE()"
    leftovers = new.rows(
        f"SELECT table_name FROM information_schema.tables WHERE table_schema = {schema} AND table_name LIKE 'upgrade%'"
    )
    leftovers += new.rows(
        "SELECT routine_name FROM information_schema.routines"
        f" WHERE routine_schema = {schema} AND routine_name LIKE 'upgrade%'"
    )
    assert leftovers == []


def test_no_row_is_lost(new: Upgraded) -> None:
    """Each table has as many rows as before, but for what was folded, and the script says so."""
    # The path without its slash, the file name: what makes an extract one.
    place = {
        row["extract_id"]: (row["location_path"].rstrip("/"), row["extract_filename"])
        for row in new.rows(
            "SELECT e.extract_id, l.location_path, e.extract_filename FROM {o}extract_tracking AS e"
            " JOIN {o}location_lkup AS l ON l.location_id = e.extract_location_id"
        )
    }

    def links(table: str, extract: str, other: str) -> int:
        return len({(place[a], b) for a, b in new.tuples(f"SELECT {extract}, {other} FROM {{o}}{table}")})

    dependencies = new.tuples("SELECT parent_extract_id, child_extract_id FROM {o}extract_dependency")
    expected = {
        "extract_tracking": len(set(place.values())),
        "extract_process_tracking": links("extract_process_tracking", "extract_tracking_id", "process_tracking_id"),
        "extract_dependency": len({(place[a], place[b]) for a, b in dependencies if place[a] != place[b]}),
        "extract_dataset_type": links("extract_dataset_type", "extract_id", "dataset_type_id"),
        "extract_source": links("extract_source", "extract_id", "source_id"),
        "extract_source_object": links("extract_source_object", "extract_id", "source_object_id"),
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
        before = new.value(f"SELECT count(*) FROM {{o}}{table}")
        after = new.value(f"SELECT count(*) FROM {table}")
        assert after == expected.get(table, before), table
        assert f"- {table}: {before}" in new.said
    assert "- extract_tracking: 50000, now 45000: 5000 folded or dropped\n" in new.said
    assert ("- process_type_lkup: 4, now 3: 1 folded" in new.said) == (new.variant == "models")
    assert "- 7 runs are no longer marked as the latest of their process\n" in new.said


def test_keys_and_names_stay(new: Upgraded) -> None:
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
        before = new.tuples(f"SELECT {columns} FROM {{o}}{table}")
        assert before
        assert before <= new.tuples(f"SELECT {columns} FROM {table}"), table
    extracts = "SELECT extract_id FROM "
    assert new.tuples(extracts + "extract_tracking") <= new.tuples(extracts + "{o}extract_tracking")


def test_lookups_are_ours(new: Upgraded) -> None:
    """Preloaded rows are marked, under the old keys; rows of the store's own are not, and keep keys that ours have."""
    types = new.tuples("SELECT location_type_id, location_type_name, created_by FROM location_type_lkup")
    user = Settings.load(new.url).user
    upgrader = new.value(f"SELECT actor_id FROM actor_lkup WHERE actor_name = '{user}'")
    assert upgrader == 6
    assert types == {(1, "sftp", upgrader), (2, "S3", 0), (3, "Local Filesystem", 0)}
    assert new.tuples("SELECT system_id, system_key, system_value FROM system_lkup") == {
        (1, "version", "1.0.0"),
        (2, "site", "Berlin"),
        (103, "max_concurrent_failures", "5"),
    }
    filetypes = new.rows("SELECT * FROM extract_filetype_lkup ORDER BY extract_filetype_id")
    found = [(row["extract_filetype_code"], row["delimiter_char"], row["quote_char"]) for row in filetypes]
    assert found == [("csv", ",", '"'), ("txt", " ", None), ("txt 3", "|", None)]
    assert new.value("SELECT filesize_type_code FROM filesize_type_lkup WHERE filesize_type_id = 4") == "B"
    by_type = "SELECT process_type_name FROM process JOIN process_type_lkup USING (process_type_id) WHERE process_id = "
    assert new.value(by_type + "40") == "Load"
    for table in TABLES:
        creators = {row["created_by"] for row in new.rows(f"SELECT DISTINCT created_by FROM {table}")}
        assert creators <= {0, upgrader}, table


def test_times_are_instants(new: Upgraded) -> None:
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
            pairs = new.rows(
                f"SELECT o.{column} AS old_time, n.{column} AS new_time FROM {table} AS n JOIN {{o}}{table} AS o"
                f" USING ({keys}) WHERE {keys.partition(',')[0]} % 14 = 3"
            )
            assert pairs
            for pair in pairs:
                assert pair["new_time"] == new.instant(column, pair["old_time"]), (table, column)
    [winter, summer] = new.rows(
        "SELECT process_run_start_date_time AS start FROM process_tracking"
        " WHERE process_tracking_id IN (1, 9961) ORDER BY process_tracking_id"
    )
    assert winter["start"] == datetime(2024, 3, 25, 0, 0, 1, tzinfo=UTC)
    assert summer["start"] == datetime(2024, 4, 4, 9, 0, 1, tzinfo=UTC)
    assert new.value("SELECT last_completed_run_date_time FROM process WHERE process_id = 1") is None
    assert new.value("SELECT count(last_failed_run_date_time) + count(last_errored_run_date_time) FROM process") == 0
    assert new.value("SELECT count(process_run_low_date_time) FROM process_tracking WHERE process_id = 9") == 0
    [turned] = new.rows(
        "SELECT process_run_high_date_time AS high, process_run_low_date_time AS low FROM process_tracking"
        " WHERE process_id = 8 AND process_run_id = 6"
    )
    assert (turned["high"] - turned["low"]).days == 1


def test_runs_are_numbered_by_start(new: Upgraded) -> None:
    """1 to 250 for each process, in the order of the starts; the last one is the latest, and no other."""
    runs = new.rows(
        "SELECT process_id, process_run_id, is_latest_run FROM process_tracking"
        " ORDER BY process_id, process_run_start_date_time"
    )
    last = old.RUNS // old.PROCESSES
    assert [(row["process_id"], row["process_run_id"], row["is_latest_run"]) for row in runs] == [
        (process, number, number == last) for process in range(1, old.PROCESSES + 1) for number in range(1, last + 1)
    ]
    assert new.value("SELECT process_tracking_id FROM process_tracking WHERE process_id = 5 AND is_latest_run") == 5


def test_totals_are_sums(new: Upgraded) -> None:
    """A process's total is the sum over its runs, none of them below zero."""
    sums: dict[int, int] = {}
    for run in new.rows("SELECT process_id, process_run_record_count FROM {o}process_tracking"):
        sums[run["process_id"]] = sums.get(run["process_id"], 0) + max(run["process_run_record_count"] or 0, 0)
    after = new.rows("SELECT process_id, total_record_count FROM process")
    assert {row["process_id"]: row["total_record_count"] for row in after} == sums


def test_duplicates_are_folded(new: Upgraded) -> None:
    """File 2 is there three times: as 2, 45001 and 49001; what each knew of it is kept."""
    [found] = new.rows("SELECT * FROM extract_tracking WHERE extract_id = 2")
    noted = [datetime.fromtimestamp(1711324800 + n * 15, UTC) for n in (2, 45001, 49001)]
    assert new.rows("SELECT * FROM extract_tracking WHERE extract_id IN (45001, 49001)") == []
    assert (found["extract_status_id"], found["extract_load_record_count"]) == (4, 300)
    assert found["extract_write_record_count"] == 1, "the duplicates, of odd keys, had none"
    # MySQL's models and script keep no fraction of a size.
    assert found["extract_filesize"] == (12.5 if new.is_postgresql else 13)
    assert found["extract_filesize_type_id"] == 4
    assert found["extract_registration_date_time"] == found["created_date_time"] == noted[0]
    assert found["update_date_time"] == noted[2]
    assert found["extract_write_low_date_time"].timestamp() == noted[0].timestamp() - 86400
    assert found["extract_write_high_date_time"] == noted[2]
    assert found["extract_load_low_date_time"] == noted[1]
    assert found["extract_load_high_date_time"].timestamp() == noted[2].timestamp() + 3600
    # 45002 and 49002 are file 4 too; the tie of 45002, to the same run, is later than that of 4.
    ties = new.rows("SELECT * FROM extract_process_tracking WHERE extract_tracking_id = 4 ORDER BY process_tracking_id")
    assert [(tie["process_tracking_id"], tie["extract_process_status_id"]) for tie in ties] == [(4, 4), (8004, 4)]
    for key, count in {4: 200, 100: 200, 101: 0}.items():
        assert new.value(f"SELECT extract_write_record_count FROM extract_tracking WHERE extract_id = {key}") == count
    assert new.value("SELECT dependency_type_id FROM extract_dependency WHERE parent_extract_id = 2") == 2
    assert new.value("SELECT count(*) FROM extract_tracking WHERE extract_location_id = 2") == 0
    assert new.value("SELECT location_path FROM location_lkup WHERE location_id = 1") == "/data/in"
    assert new.value("SELECT location_file_count FROM location_lkup WHERE location_id = 1") == 7
    [rule] = new.rows("SELECT * FROM process_filter WHERE filter_type_id = 4")
    assert rule["process_filter_id"] == 1
    assert rule["filter_value_string"] == ("z" if new.variant == "models" else "m")


def test_the_store_goes_on(new: Upgraded) -> None:
    """Runs, extracts and lookups go on behind the old keys and numbers."""
    with Store(new.url) as store:
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
        for filename, key in (("file 2.csv", 2), ("another.csv", old.EXTRACTS + 1)):
            extract = store.call(
                "register_extract",
                process_tracking_id=run["process_tracking_id"],
                filename=filename,
                location_path="s3://bucket/key",
            )
            assert extract["extract_id"] == key
        store.call("start_process_run", process_name="fresh", process_type="New", tool_name="Spark")
        store.call("set_system_setting", system_key="stale_after_seconds", system_value="60")
    assert new.value("SELECT process_id FROM process WHERE process_name = 'fresh'") == old.PROCESSES + 1
    assert new.value("SELECT process_type_id FROM process_type_lkup WHERE process_type_name = 'New'") == 101
    assert new.value("SELECT system_id FROM system_lkup WHERE system_key = 'stale_after_seconds'") == 104
