"""`ptdb demo` on an embedded store of its own: what it says and what the store then knows, from run to run.

The store's folder lies below /tmp, which the account nobody can reach: for root the server runs as nobody.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("the embedded store runs on Linux and macOS", allow_module_level=True)

import ptdb
from ptdb import ProcessTracker, Settings, Store, embedded, installer
from ptdb.demo.archive import Archive
from ptdb.errors import DriverMissing

psycopg: Any = importlib.import_module("psycopg")

TABLES = ("teams", "people", "batting", "managers")
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class State:
    """What a demo has printed, and what the database then holds."""

    output: str
    rows: dict[str, int]
    runs: Rows
    extracts: Rows
    errors: Rows

    def runs_of(self, process: str) -> Rows:
        return [run for run in self.runs if run["process_name"] == process]

    def statuses(self, process: str) -> list[str]:
        return [str(run["process_status_name"]) for run in self.runs_of(process)]

    def loaded(self, table: str) -> int:
        """What the store knows to be loaded from the extract process's files of a table."""
        return sum(
            extract["extract_load_record_count"]
            for extract in self.extracts
            if extract["extract_filename"].lower().startswith(table) and extract["extract_status_name"] == "loaded"
        )


@dataclass(frozen=True)
class Place:
    """A folder with the home and the store of a user."""

    base: Path

    @property
    def store(self) -> Path:
        return self.base / "embedded"

    def demo(self, **environment: str) -> subprocess.Popen[str]:
        """Starts a demo that knows nothing of this process's settings."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("PTDB_", "PG"))}
        return subprocess.Popen(
            [sys.executable, "-c", "from ptdb.cli import main; main()", "demo"],
            env={
                **kept,
                "HOME": str(self.base / "home"),
                "PTDB_EMBEDDED_FOLDER": str(self.store),
                "PYTHONPATH": str(Path(ptdb.__file__).parent.parent),
                "COLUMNS": "200",
                **environment,
            },
            cwd=self.base,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, **environment: str) -> str:
        """Runs a demo to its good end."""
        process = self.demo(**environment)
        output, errors = process.communicate(timeout=60)
        assert process.returncode == 0, output + errors
        assert errors == ""
        return output

    def state(self, output: str) -> State:
        def select(statement: str) -> Rows:
            return cursor.execute(statement).fetchall()  # type: ignore[no-any-return]

        conninfo = embedded.start(self.store).conninfo
        with psycopg.connect(**conninfo, row_factory=psycopg.rows.dict_row) as connection:
            cursor = connection.cursor()
            return State(
                output,
                {table: int(select(f"SELECT count(*) AS n FROM lahman.{table}")[0]["n"]) for table in TABLES},
                select("SELECT * FROM process_tracker.v_process_run ORDER BY process_tracking_id"),
                select("SELECT * FROM process_tracker.v_extract ORDER BY extract_id"),
                select("SELECT * FROM process_tracker.v_error ORDER BY error_tracking_id"),
            )

    def execute(self, statement: str) -> None:
        with psycopg.connect(**embedded.start(self.store).conninfo, autocommit=True) as connection:
            connection.execute(statement)


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    base = Path(tempfile.mkdtemp(prefix="ptdb-test-", dir="/tmp"))
    base.chmod(0o755)
    (base / "home").mkdir()
    place = Place(base)
    yield place
    with contextlib.suppress(ptdb.PtdbError):
        embedded.stop(place.store)
    shutil.rmtree(base, ignore_errors=True)


@pytest.fixture(scope="module")
def first(place: Place) -> State:
    # The caller's own limit must not keep the demo from showing a hold.
    return place.state(place.run(PTDB_MAX_CONCURRENT_FAILURES="50"))


@pytest.fixture(scope="module")
def second(place: Place, first: State) -> State:
    return place.state(place.run())


@pytest.fixture(scope="module")
def third(place: Place, second: State) -> State:
    return place.state(place.run())


@pytest.fixture(scope="module")
def interrupted(place: Place, third: State) -> State:
    """A demo that goes on after one that was killed while it loaded everything anew."""
    place.execute("DROP SCHEMA lahman CASCADE")
    with place.demo() as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "People Load" in line:
                break
        process.kill()
    return place.state(place.run())


def test_the_first_run_loads_the_first_delivery(first: State) -> None:
    assert first.rows == {"teams": 2925, "people": 19884, "batting": 107429, "managers": 3567}
    assert "Traceback" not in first.output
    assert "130,238 rows" in first.output


def test_the_store_knows_what_was_loaded(first: State) -> None:
    for table in TABLES:
        last = first.runs_of(f"Lahman {table.capitalize()} Load")[-1]
        assert last["process_status_name"] == "completed"
        assert last["process_run_record_count"] == last["process_run_insert_count"] == first.rows[table]
        assert first.loaded(table) == first.rows[table]
    assert {extract["extract_status_name"] for extract in first.extracts} == {"loaded"}
    delivered = [e for e in first.extracts if not e["extract_filename"].startswith("Managers")]
    assert [e["extract_write_record_count"] for e in delivered] == [e["extract_load_record_count"] for e in delivered]
    extract = first.runs_of("Lahman Extract")[-1]
    assert extract["process_run_record_count"] == sum(e["extract_write_record_count"] for e in delivered)
    assert (extract["actor_name"], extract["tool_name"]) == ("Demo", "Python")


def test_dates_are_those_in_the_data(first: State) -> None:
    days = {
        extract["extract_filename"]: (
            f"{extract['extract_load_low_date_time']:%Y-%m-%d}",
            f"{extract['extract_load_high_date_time']:%Y-%m-%d}",
        )
        for extract in first.extracts
    }
    assert days["Teams.csv"] == ("1871-01-01", "2019-12-31")
    assert days["People.csv"] == ("1871-05-04", "2020-09-27")
    assert days["Batting-1921-1970.csv"] == ("1921-01-01", "1970-12-31")
    [batting] = first.runs_of("Lahman Batting Load")
    assert (batting["process_run_low_date_time"].year, batting["process_run_high_date_time"].year) == (1871, 2019)


def test_a_damaged_file_leads_to_a_hold_and_a_release(first: State) -> None:
    assert first.statuses("Lahman Managers Load") == ["failed", "failed", "released", "completed"]
    assert [error["error_type_name"] for error in first.errors] == ["Data Error", "Data Error"]
    assert all("Managers-1.csv: missing data" in error["error_description"] for error in first.errors)
    assert "PT017" in first.output


def test_the_report_shows_all_of_it(first: State) -> None:
    for title in ("Runs  v_process_run", "Extracts  v_extract", "Errors  v_error", "Lineage  v_lineage"):
        assert title in first.output
    assert "\x1b" not in first.output
    assert ["Lahman Files: Teams", "Lahman Teams Load", "Lahman Tables: teams"] in [
        re.split(" {2,}", line.strip()) for line in first.output.splitlines()
    ]


def test_the_second_run_adds_the_next_season(first: State, second: State) -> None:
    assert second.rows == {"teams": 2955, "people": 20093, "batting": 108789, "managers": 3567}
    assert second.runs[: len(first.runs)] == [
        {**run, "is_latest_run": False} | _totals(run, second) for run in first.runs
    ]
    batting = second.runs_of("Lahman Batting Load")[-1]
    assert (batting["process_run_id"], batting["process_run_record_count"]) == (2, 1360)
    assert batting["total_record_count"] == second.rows["batting"]
    assert all(second.loaded(table) == second.rows[table] for table in ("teams", "people", "batting"))
    assert "after 2019-12-31: 1 file loaded, 1,360 rows" in second.output


def _totals(run: dict[str, Any], state: State) -> dict[str, Any]:
    """What v_process_run shows of the process, which later runs move on."""
    latest = state.runs_of(run["process_name"])[-1]
    return {key: latest[key] for key in latest if key.startswith(("last_", "total_"))}


def test_later_runs_find_nothing_new_and_say_so(second: State, third: State) -> None:
    assert third.rows == second.rows
    assert third.output.count("no file is ready, nothing to load") == 3
    assert len(third.runs) == len(second.runs) + 8
    assert third.statuses("Lahman Managers Load") == ["failed", "failed", "released", "completed"] * 3
    new = third.runs_of("Lahman Batting Load")[-1]
    assert (new["process_status_name"], new["process_run_record_count"]) == ("completed", 0)


def test_a_killed_demo_is_gone_on_from(third: State, interrupted: State) -> None:
    assert interrupted.rows == third.rows
    assert {run["process_status_name"] for run in interrupted.runs if run["is_latest_run"]} == {"completed"}
    assert not [run for run in interrupted.runs if run["process_status_name"] in ("running", "on hold")]
    assert {
        extract["extract_status_name"]
        for extract in interrupted.extracts
        if not extract["extract_filename"].startswith("Managers")
    } == {"loaded"}
    assert all(interrupted.loaded(table) == interrupted.rows[table] for table in ("teams", "people", "batting"))


def test_every_kind_of_remnant_is_cleaned_up(place: Place, interrupted: State) -> None:
    store = Store(f"embedded://{place.store}")
    load = ProcessTracker("Lahman Teams Load", actor_name="Demo", store=store)
    files = load.find_extracts_by_location(
        location_path=place.base / "home/.process_tracker/demo/lahman", status="loaded"
    )
    teams = [file for file in files if file.filename.startswith("Teams")]
    load.bulk_change_extract_status(teams, "loading")
    for _ in range(2):
        run = ProcessTracker("Lahman Managers Load", actor_name="Demo", store=store)
        with contextlib.suppress(ptdb.ProcessRunFailed):
            run.raise_run_error("Data Error", fail_run=True)
    with contextlib.suppress(ptdb.ProcessOnHold):
        ProcessTracker("Lahman Managers Load", actor_name="Demo", store=store)
    store.close()

    after = place.state(place.run())
    assert after.rows == interrupted.rows
    assert f"run {load.process_tracking_run.process_run_id} was interrupted; it has failed" in after.output
    assert "2 files loaded, 2,955 rows (0 new, 0 changed)" in after.output
    assert "was left on hold" in after.output
    [error] = [error for error in after.errors if error["process_tracking_id"] == load.process_tracking_id]
    assert error["error_type_name"] == "Process Error"
    assert not [run for run in after.runs if run["process_status_name"] in ("running", "on hold")]
    store.close()


def test_somebody_elses_run_of_that_name_is_left_alone(place: Place, interrupted: State) -> None:
    store = Store(f"embedded://{place.store}")
    run = ProcessTracker("Lahman Extract", actor_name="somebody else", store=store)
    process = place.demo()
    _, errors = process.communicate(timeout=60)
    run.change_run_status("completed")
    store.close()
    assert process.returncode == 1
    assert errors.startswith("Error: PT001")
    assert errors.count("\n") == 1


def test_a_schema_of_that_name_is_left_alone(place: Place, interrupted: State) -> None:
    place.execute("CREATE DATABASE other")
    server = embedded.start(place.store)
    url = f"postgresql://{server.user}@/other?host={server.socket_folder}"
    installer.install(Settings.load(url))
    with psycopg.connect(**{**server.conninfo, "dbname": "other"}, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA lahman")
    process = place.demo(PTDB_URL=url)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "'lahman'" in errors
    assert "Traceback" not in errors


@pytest.mark.parametrize(
    ("environment", "status", "message"),
    [
        ({"PTDB_URL": "mysql://user@host/db"}, 2, "PostgreSQL"),
        ({"PTDB_DEMO_FOLDER": "/dev/null/demo"}, 1, "PTDB_DEMO_FOLDER"),
        ({"PTDB_URL": "postgresql://nobody@127.0.0.1:1/db"}, 1, "cannot be reached"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(place: Place, environment: dict[str, str], status: int, message: str) -> None:
    process = place.demo(**environment)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == status
    assert message in errors
    assert "Traceback" not in errors


def test_missing_data_are_a_missing_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ptdb.demo.archive.find_spec", lambda name: None)
    with pytest.raises(DriverMissing, match=r"pip install 'ptdb-sql\[demo\]'"):
        Archive.installed()
