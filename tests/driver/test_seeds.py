"""The calls and command lines of the predecessors' documentation, as printed there, in a store of their own.

The names are the documentation's. That the calls do right is what tests/conformance says; here they are taken.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from ptdb import ExtractTracker, Pipeline, ProcessTracker, Settings, Store, dpo, installer
from ptdb.cli import main as processtracker
from ptdb.errors import LookupNotFound, ProcessRunFailed
from tests.support import engines, postgresql

ENGINES = ("postgresql",)
#: What a URL of SQLAlchemy's has behind the dialect, where it has something.
DRIVERS = {"postgresql": "+psycopg2", "mysql": "+mysqlconnector", "mariadb": "+mysqlconnector", "mssql": "+pyodbc"}
Types = Callable[[str], str]


@pytest.fixture
def url(server_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A database of the test's own, which the settings name."""
    with engines.module(server_url).database(server_url) as found:
        monkeypatch.setenv("PTDB_URL", found)
        yield found


@pytest.fixture
def installed(url: str) -> str:
    installer.install(Settings.load(url))
    return url


@pytest.fixture
def types(url: str) -> Types:
    """Runs a command line, which succeeds; what it prints."""

    def run(line: str) -> str:
        program, *arguments = shlex.split(line)
        if program == "python":
            assert arguments[:2] == ["-m", "dpo"]
            arguments = arguments[2:]
        command = processtracker if program == "processtracker" else dpo.main
        result = CliRunner().invoke(command, arguments)
        assert (result.exit_code, result.stderr) == (0, ""), result.output
        return result.stdout

    return run


# ---- processtracker


def test_setup(types: Types) -> None:
    for line in ("processtracker setup", "processtracker setup --overwrite True", "processtracker setup -o True"):
        assert "is as it should be" in types(line)


def actors(store: Store) -> set[str]:
    """Which of the documentation's two actors there are."""
    with postgresql.connect(store.settings.url) as connection:
        rows = connection.execute("SELECT actor_name FROM process_tracker.actor_lkup").fetchall()
    return {row["actor_name"] for row in rows} & {"New Actor", "Modified Actor"}


@pytest.mark.parametrize(
    ("create", "update", "delete"),
    [
        (
            "processtracker create --topic Actor --name 'New Actor'",
            "processtracker update --topic Actor --initial-name 'New Actor' --name 'Modified Actor'",
            "processtracker delete --topic Actor --name 'New Actor'",
        ),
        (
            "processtracker create -t Actor -n 'New Actor'",
            "processtracker update -t Actor -i 'New Actor' -n 'Modified Actor'",
            "processtracker delete -t Actor -n 'New Actor'",
        ),
    ],
)
def test_lookups(installed: str, types: Types, create: str, update: str, delete: str) -> None:
    store = Store(installed)
    types(create)
    types(update)
    assert actors(store) == {"Modified Actor"}
    types(create)
    types(delete)
    assert actors(store) == {"Modified Actor"}


@pytest.mark.parametrize(
    ("line", "view"),
    [
        ('processtracker {} --topic "cluster process" --cluster "My Cluster" --child "My Process Name"', None),
        ('processtracker {} -t "cluster process" --cluster "My Cluster" -c "My Process Name"', None),
        (
            'processtracker {} --topic "process dependency"'
            ' --parent "My Parent Process Name" --child "My Child Process Name"',
            "v_process_dependency",
        ),
        (
            'processtracker {} -t "process dependency" -p "My Parent Process Name" -c "My Child Process Name"',
            "v_process_dependency",
        ),
    ],
)
def test_clusters_and_dependencies(installed: str, types: Types, line: str, view: str | None) -> None:
    store = Store(installed)
    for process in ("My Process Name", "My Parent Process Name", "My Child Process Name"):
        store.call("start_process_run", process_name=process, process_type="Load", tool_name="t")
    store.call("create_topic", topic="cluster", name="My Cluster")
    for verb, number in (("create", 1), ("delete", 0), ("create", 1)):
        types(line.format(verb))
        if view:
            assert len(store.read(view, order="child_process_name")) == number


def test_a_hold(installed: str, types: Types) -> None:
    run = ProcessTracker("My Process Name", process_type="Load", tool_name="t")
    run.change_run_status("on hold")
    types('processtracker update -t "process run" -n "My Process Name"')
    restored_process_run = ProcessTracker(process_tracking_id=run.process_tracking_id)
    assert restored_process_run.process_run_status == "completed"


def test_encrypt(types: Types) -> None:
    assert types('processtracker encrypt --password "MySecretPassword"') == (
        "Encrypted password is now:  Encrypted wqfCvsKKwpzCrsOYw4rCvsKBwrHCrMOawr_DlcOZwro=\n"
        "When storing in your config file, please be sure to include 'Encrypted ' as well as the hash.\n"
    )


# ---- dpo: the usage example, in which some commands have their former names


@pytest.mark.parametrize("server_url", engines.required_engines(), indirect=True)
def test_the_usage_example(installed: str, types: Types, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load, transform = tmp_path / "relative/path/to/load/models", tmp_path / "absolute/path/to/transform/models"
    for path in (load / "deep/a.json", transform / "group1/b.csv", transform / "group2/deep/c.sql"):
        path.parent.mkdir(parents=True)
        path.write_text(path.name)
    monkeypatch.chdir(tmp_path)
    scheme, _, rest = installed.partition(":")
    program = f"python -m dpo --log-level ERROR {scheme}{DRIVERS.get(scheme, '')}:{rest}"

    for _ in range(2):
        execution = types(f"{program} init-execution").strip()
        previous = types(f"{program} get-last-successful-execution").strip()
        if previous:
            moment = types(f"{program} get-execution-last-updated-timestamp {previous}").strip()
            assert datetime.fromisoformat(moment).utcoffset() is not None
        loaded = types(f"{program} persist-models {execution} load ./relative/path/to/load/models **/*.json").strip()
        transformed = types(
            f"{program} persist-models {execution} transform {transform} group1/*.csv ./group2/**/*.sql"
        ).strip()
        changed = [types(f"{program} compare-models '{previous}' {execution} {step}") for step in ("load", "transform")]
        assert changed == [
            types(f"{program} compare-step-models {step} '{previous}'") for step in (loaded, transformed)
        ]
        assert changed == (["\n", "\n"] if previous else ["a\n", "b,c\n"])
        assert types(f"{program} complete-step {loaded}") == types(f"{program} complete-step {transformed} 5") == ""
        assert types(f"{program} complete-execution {execution}") == ""
    assert Pipeline(Store(installed)).get_last_successful_execution() == execution


@pytest.mark.parametrize("command", ["persist-models", "get-execution-last-updated-timestamp", "compare-models"])
def test_a_former_name_has_help_and_is_not_offered(types: Types, command: str) -> None:
    assert types(f"python -m dpo {command} --help").startswith("Usage: ")
    assert command not in types("python -m dpo --help")


# ---- Python


def lahman(**sources_and_targets: object) -> ProcessTracker:
    """The documentation's process; a run of it that stands is completed first."""
    return ProcessTracker(
        process_name="Lahman Teams Load",
        process_type="Stage Load",
        actor_name="New ProcessTracker User",
        tool_name="Spark",
        **sources_and_targets,  # type: ignore[arg-type]
    )


@pytest.mark.usefixtures("installed")
def test_the_starts() -> None:
    for given in (
        {"sources": "Lahman Baseball Dataset"},
        {"source_name": "Lahman Baseball Dataset"},
        {"sources": {"Lahman Baseball Dataset", "Another Baseball Dataset"}},
        {"source_objects": {"Lahman Baseball Dataset": ["Team.csv", "Player.csv"]}},
        {
            "source_objects": {
                "Lahman Baseball Dataset": ["Team.csv", "Player.csv"],
                "Another Baseball Dataset": ["Team", "Player"],
            }
        },
        {"targets": "My Baseball Datastore"},
        {"targets": {"My Baseball Datastore", "A Different Baseball Datastore"}},
        {"target_objects": {"My Baseball Datastore": ["team", "player"]}},
        {
            "target_objects": {
                "My Baseball Datastore": ["team", "player"],
                "A Different Baseball Datastore": ["Team", "Player"],
            }
        },
    ):
        process_run = lahman(**given)
        process_run.change_run_status("completed")
    assert process_run.actor.actor_name == "New ProcessTracker User"
    sources, targets = (
        {item.source_name: {part.source_object_name for part in item.source_objects} for item in items}
        for items in (process_run.sources, process_run.targets)
    )
    assert sources == {
        "Another Baseball Dataset": {"Team", "Player"},
        "Lahman Baseball Dataset": {"Team.csv", "Player.csv"},
    }
    assert targets == {
        "A Different Baseball Datastore": {"Team", "Player"},
        "My Baseball Datastore": {"team", "player"},
    }
    restored_process_run = ProcessTracker(process_tracking_id=process_run.process_tracking_id)
    assert restored_process_run.process_run_status == "completed"


@pytest.mark.usefixtures("installed")
def test_the_calls_of_a_run(tmp_path: Path) -> None:
    process_run = lahman(sources="Lahman Baseball Dataset")
    process_id = process_run.process.process_id
    process_specific_datettime = datetime(2019, 12, 31, tzinfo=UTC)
    process_run.change_run_status("my custom status")
    process_run.raise_run_error(error_type_name="Data Error", error_description="Data item out of bounds.")
    process_run.set_process_run_low_high_dates(low_date=datetime(2019, 1, 1), high_date=datetime(2019, 12, 31))
    process_run.set_process_run_record_count(num_records=10000)
    assert process_run.find_process_contacts(process_id) == []
    assert process_run.find_process_source_attributes(process_id) == []
    assert process_run.find_process_target_attributes(process_id) == []
    assert process_run.find_process_by_schedule_frequency(frequency="hourly") == []
    assert process_run.find_process_filters(process=process_id) == []

    (tmp_path / "my_file.csv").touch()
    process_run.register_extracts_by_location(location_path=str(tmp_path), location_name="My Location")
    for extract_list in (
        process_run.find_extracts_by_filename(filename="my_file.csv"),
        process_run.find_extracts_by_filename(filename="my_file"),
        process_run.find_extracts_by_location(location="My Location"),
        process_run.find_extracts_by_process(extract_process_name="Lahman Teams Load"),
    ):
        assert [extract.filename for extract in extract_list] == ["my_file.csv"]
    process_run.bulk_change_extract_status(extracts=extract_list, extract_status="loading")
    assert extract_list[0].extract_status == "loading"
    # The page's own example of another status is one that has to be made first.
    with pytest.raises(LookupNotFound):
        process_run.find_extracts_by_location(location="My Location", status="completed")

    for given in ({}, {"end_date": process_specific_datettime}):
        with pytest.raises(ProcessRunFailed):
            process_run.raise_run_error(
                error_type_name="Data Error", error_description="Data item out of bounds.", fail_run=True, **given
            )
    assert process_run.process_tracking_run.process_run_end_date_time == process_specific_datettime


@pytest.mark.usefixtures("installed")
def test_the_calls_of_an_extract() -> None:
    process_run = lahman(source_name="Lahman Baseball Dataset")
    extract, parent_extract, child_extract = (
        ExtractTracker(
            process_run=process_run,
            filename=filename,
            location_name="Lahman Baseball Databank 2018",
            location_path="~/baseballdatabank-master_2018-03-28/baseballdatabank-master/core/",
        )
        for filename in ("Teams.csv", "parent.csv", "child.csv")
    )
    assert extract.extract_status == "initializing"
    extract.change_extract_status("loading")
    extract.change_extract_status(status="loading")
    extract.add_dependency(dependency_type="parent", dependency=parent_extract)
    extract.add_dependency(dependency_type="child", dependency=child_extract)
    extract.set_extract_low_high_dates(low_date="1900-01-01 00:00:00", high_date="2019-12-31 00:00:00")
    extract.set_extract_low_high_dates(
        low_date="1900-01-01 00:00:00", high_date="2019-12-31 00:00:00", audit_type="write"
    )
    extract.set_extract_record_count(num_records=792)
    extract.set_extract_record_count(num_records=792, audit_type="write")
    assert extract.location.location_name == "Lahman Baseball Databank 2018"
    assert extract.location.location_bucket_name is None
    extract.change_extract_status("loaded")
    process_run.change_run_status("completed")
    assert extract.extract_status == "loaded"
    assert extract.full_filename.endswith("/baseballdatabank-master/core/Teams.csv")
