"""ProcessTracker and ExtractTracker: the calls of the documentation of ProcessTracker, and more."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ptdb import ExtractTracker, ProcessTracker, Store
from ptdb.errors import (
    DependencyBlocked,
    DependencyCycle,
    ExtractDependencyBlocked,
    ExtractNotFound,
    InvalidArgument,
    LocationNotFound,
    LookupNotFound,
    ProcessOnHold,
    ProcessRunFailed,
    PtdbError,
    RunAlreadyRunning,
    RunNameInUse,
    RunNotFound,
)
from tests.conformance.helpers import (
    HIGH,
    LOW,
    UNKNOWN,
    Name,
    Query,
    add_dataset_type,
    errors_of,
    extract_of,
    refusal,
    run_count,
    run_of,
    set_limits,
    ties_of,
    tree,
)

Track = Callable[..., ProcessTracker]


@pytest.fixture
def track(store: Store, name: Name) -> Track:
    """Starts a run in the way of the documentation, of a process of its own unless one is named."""

    def start(**parameters: Any) -> ProcessTracker:
        given: dict[str, Any] = {
            "process_name": name("Lahman Teams Load"),
            "process_type": "Stage Load",
            "actor_name": "New ProcessTracker User",
            "tool_name": "Spark",
            **parameters,
        }
        return ProcessTracker(**given, store=store)

    return start


@pytest.fixture
def run(track: Track) -> ProcessTracker:
    """A running run."""
    return track()


@pytest.fixture
def path(name: Name) -> str:
    """A path that no other test has, written like the documentation's."""
    return f"~/{name('baseballdatabank')}/core/"


@pytest.fixture
def extract(run: ProcessTracker, path: str) -> ExtractTracker:
    """An extract that was just registered."""
    return ExtractTracker(process_run=run, filename="Teams.csv", location_path=path)


def stored(run: ProcessTracker) -> dict[str, Any]:
    """The run as the store has it."""
    return run_of(run.store, run.process_tracking_id)


def status_of(extract: ExtractTracker) -> str:
    """The status that the store has for the extract."""
    return str(extract_of(extract.store, extract.extract_id)["extract_status_name"])


def found_ids(extracts: list[ExtractTracker]) -> list[int]:
    """Ids of the extracts, in their order."""
    assert all(isinstance(extract, ExtractTracker) for extract in extracts)
    return [extract.extract_id for extract in extracts]


# ---- starting a run


def test_the_overviews_first_example(store: Store, name: Name) -> None:
    """A run is registered, and completes."""
    process_run = ProcessTracker(
        process_name=name("Lahman Teams Load"),
        process_type="Stage Load",
        actor_name="New ProcessTracker User",
        tool_name="Spark",
        sources="Lahman Baseball Dataset",
        store=store,
    )
    assert isinstance(process_run.process_tracking_id, int)
    assert process_run.process_run_status == "running"
    process_run.change_run_status("completed")
    assert process_run.process_run_status == "completed"
    assert stored(process_run)["process_status_name"] == "completed"


def test_the_overviews_last_example(store: Store, name: Name, path: str) -> None:
    """A run loads an extract and completes."""
    location_name = name("Lahman Baseball Databank 2018")
    process_run = ProcessTracker(
        process_name=name("Lahman Teams Load"),
        process_type="Stage Load",
        actor_name="New ProcessTracker User",
        tool_name="Spark",
        source_name="Lahman Baseball Dataset",
        store=store,
    )
    extract = ExtractTracker(
        process_run=process_run,
        filename="Teams.csv",
        location_name=location_name,
        location_path=path,
    )
    assert status_of(extract) == "initializing"
    extract.change_extract_status("loading")
    assert status_of(extract) == "loading"
    extract.change_extract_status("loaded")
    process_run.change_run_status("completed")
    assert status_of(extract) == "loaded"
    assert extract.location.location_name == location_name
    assert [source.source_name for source in process_run.sources] == ["Lahman Baseball Dataset"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"sources": "A"}, {"A": {}}),
        ({"sources": ["A", "B"]}, {"A": {}, "B": {}}),
        ({"sources": {"A", "B"}}, {"A": {}, "B": {}}),
        ({"sources": ("A", "B")}, {"A": {}, "B": {}}),
        ({"source_objects": {"A": ["Team", "Player"]}}, {"A": {"Player": [], "Team": []}}),
        (
            {"source_objects": {"A": ["Team.csv"], "B": ["Team", "Player"]}},
            {"A": {"Team.csv": []}, "B": {"Player": [], "Team": []}},
        ),
        ({"source_objects": {"A": {"Team.csv"}}}, {"A": {"Team.csv": []}}),
        ({"source_objects": {"A": "Team.csv"}}, {"A": {"Team.csv": []}}),
        ({"source_object_attributes": {"A": {"o": ["y", "x"]}}}, {"A": {"o": ["x", "y"]}}),
        ({"sources": "B", "source_objects": {"A": ["o"]}}, {"A": {"o": []}}),
        (
            {
                "sources": "B",
                "source_objects": {"C": ["o"]},
                "source_object_attributes": {"A": {"o": ["x"]}},
            },
            {"A": {"o": ["x"]}},
        ),
    ],
)
@pytest.mark.parametrize("role", ["source", "target"])
def test_sources_and_targets(track: Track, role: str, given: dict[str, Any], expected: dict[str, Any]) -> None:
    """A name, a list, a set, dicts; of the three grains the finest that is given wins."""
    run = track(**{key.replace("source", role, 1): value for key, value in given.items()})
    row = stored(run)
    assert tree(row["sources" if role == "source" else "targets"]) == expected
    assert row["targets" if role == "source" else "sources"] == []


def test_source_name_is_another_word_for_sources(track: Track) -> None:
    """Some of the documentation's examples say source_name."""
    run = track(source_name="Lahman Baseball Dataset")
    assert tree(stored(run)["sources"]) == {"Lahman Baseball Dataset": {}}


@pytest.mark.parametrize("many", [False, True])
def test_dataset_types(track: Track, query: Query, name: Name, many: bool) -> None:
    """A single one, or a list."""
    dataset_type = add_dataset_type(query, name("Baseball"))
    run = track(dataset_types=[dataset_type] if many else dataset_type)
    assert stored(run)["dataset_types"] == [dataset_type]


def test_every_parameter_of_a_start(track: Track, name: Name) -> None:
    """Run name, frequency and parent run are the run's."""
    parent = track()
    run_name = name("Run")
    run = track(
        process_run_name=run_name,
        schedule_frequency="hourly",
        parent_process_tracking_id=parent.process_tracking_id,
    )
    row = stored(run)
    assert row["process_run_name"] == run_name
    assert row["schedule_frequency_name"] == "hourly"
    assert row["parent_process_tracking_id"] == parent.process_tracking_id


def test_the_run_name_re_attaches(track: Track, name: Name) -> None:
    """A restarted service gets its run back."""
    process_name, run_name = name("Process"), name("Run")
    first = track(process_name=process_name, process_run_name=run_name)
    again = track(process_name=process_name, process_run_name=run_name)
    assert again.process_tracking_id == first.process_tracking_id
    again.change_run_status("completed")
    with pytest.raises(RunNameInUse):
        track(process_name=process_name, process_run_name=run_name)


def test_a_running_process_is_refused(track: Track, run: ProcessTracker) -> None:
    """RunAlreadyRunning, with the driver's error as its cause."""
    with pytest.raises(RunAlreadyRunning) as caught:
        track(process_name=run.process_name)
    assert caught.value.__cause__ is not None
    assert isinstance(caught.value, PtdbError)


def test_a_blocked_process_is_refused(track: Track, run: ProcessTracker, store: Store) -> None:
    """DependencyBlocked."""
    child = track()
    child.change_run_status("completed")
    store.call(
        "create_process_dependency",
        parent_process_name=run.process_name,
        child_process_name=child.process_name,
    )
    with pytest.raises(DependencyBlocked):
        track(process_name=child.process_name)


def test_the_start_that_goes_on_hold_raises(track: Track, store: Store, query: Query, name: Name) -> None:
    """ProcessOnHold, though the store recorded the run; the process's own limit holds."""
    process_name = name("Process")
    run = track(process_name=process_name)
    set_limits(store, process_name, max_concurrent_failures=1)
    run.change_run_status("failed")
    with pytest.raises(ProcessOnHold) as caught:
        track(process_name=process_name)
    refusal(caught.value, process_name, "release_process")
    assert run_count(query, process_name) == 2
    with pytest.raises(ProcessOnHold):
        track(process_name=process_name)
    assert run_count(query, process_name) == 2
    store.call("release_process", process_name=process_name)
    assert track(process_name=process_name).process_run_status == "running"


def test_the_limit_may_be_given(track: Track, store: Store, name: Name) -> None:
    """max_concurrent_failures of the start goes before the process's."""
    process_name = name("Process")
    run = track(process_name=process_name)
    set_limits(store, process_name, max_concurrent_failures=1)
    run.change_run_status("failed")
    assert track(process_name=process_name, max_concurrent_failures=2)


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_below_one_is_refused(track: Track, limit: int) -> None:
    """The class hides no wrong limit."""
    with pytest.raises(InvalidArgument):
        track(max_concurrent_failures=limit)


# ---- restoring


def test_a_run_is_restored(track: Track, store: Store, query: Query, name: Name) -> None:
    """By its process_tracking_id, with everything it was created with."""
    run = track(
        process_run_name=name("Run"),
        source_object_attributes={"A": {"o": ["x"]}},
        targets="B",
        dataset_types=add_dataset_type(query, name("Baseball")),
    )
    restored = ProcessTracker(process_tracking_id=run.process_tracking_id, store=store)
    assert restored.process_tracking_id == run.process_tracking_id
    assert restored.process_run_status == "running"
    for attribute in ("actor", "process", "process_type", "sources", "targets", "tool"):
        assert getattr(restored, attribute) == getattr(run, attribute)
    restored.change_run_status("completed")
    assert stored(run)["process_status_name"] == "completed"


def test_restoring_starts_nothing(run: ProcessTracker, query: Query) -> None:
    """There is still the one run, unchanged."""
    before = stored(run)
    ProcessTracker(process_tracking_id=run.process_tracking_id, store=run.store)
    assert stored(run) == before
    assert run_count(query, run.process_name) == 1


def test_a_run_on_hold_can_be_restored(track: Track, store: Store) -> None:
    """Restoring reads; the class raises ProcessOnHold for starts only."""
    run = track()
    run.change_run_status("on hold")
    restored = ProcessTracker(process_tracking_id=run.process_tracking_id, store=store)
    assert restored.process_run_status == "on hold"
    with pytest.raises(ProcessOnHold):
        restored.record_heartbeat()


def test_an_unknown_run_or_extract_is_not_restored(store: Store) -> None:
    """The constructor says so, not the first use."""
    with pytest.raises(RunNotFound):
        ProcessTracker(process_tracking_id=UNKNOWN, store=store)
    with pytest.raises(ExtractNotFound):
        ExtractTracker(extract_id=UNKNOWN, store=store)


def test_an_extract_is_restored(extract: ExtractTracker, run: ProcessTracker) -> None:
    """By its extract_id, alone to be read, with a run to go on."""
    extract.set_extract_record_count(num_records=792)
    alone = ExtractTracker(extract_id=extract.extract_id, store=run.store)
    assert alone.extract_id == extract.extract_id
    assert alone.extract_status == "initializing"
    assert alone.full_filename == extract.full_filename
    assert alone.location == extract.location
    ExtractTracker(process_run=run, extract_id=extract.extract_id).change_extract_status("ready")
    assert status_of(extract) == "ready"


# ---- helpers of a run


def test_helpers_of_a_run(track: Track, name: Name) -> None:
    """Names of everything that belongs to the run are attributes."""
    process_name, actor_name, tool_name = name("Process"), name("Actor"), name("Tool")
    process_run = track(
        process_name=process_name,
        process_type="Stage Load",
        actor_name=actor_name,
        tool_name=tool_name,
        source_object_attributes={"Lahman Baseball Dataset": {"Team.csv": ["yearID"]}},
        targets=["My Baseball Datastore"],
    )
    assert process_run.actor.actor_name == actor_name
    assert process_run.process_type.process_type_name == "Stage Load"
    assert process_run.process.process_name == process_name
    assert process_run.tool.tool_name == tool_name
    source = process_run.sources[0]
    assert source.source_name == "Lahman Baseball Dataset"
    assert source.source_objects[0].source_object_name == "Team.csv"
    attribute = source.source_objects[0].source_object_attributes[0]
    assert attribute.source_object_attribute_name == "yearID"
    assert [target.source_name for target in process_run.targets] == ["My Baseball Datastore"]


# ---- the run's reports


def test_custom_status(run: ProcessTracker, caplog: pytest.LogCaptureFixture) -> None:
    """A custom status is taken without a warning."""
    with caplog.at_level(logging.WARNING, logger="ptdb"):
        run.change_run_status("my custom status")
    assert run.process_run_status == "my custom status"
    assert stored(run)["process_status_name"] == "my custom status"
    assert not caplog.records


def test_complete_means_completed(run: ProcessTracker, caplog: pytest.LogCaptureFixture) -> None:
    """The workflow page's word is no near miss, and the run shows the real status."""
    with caplog.at_level(logging.WARNING, logger="ptdb"):
        run.change_run_status("complete")
    assert run.process_run_status == stored(run)["process_status_name"] == "completed"
    assert not caplog.records


@pytest.mark.parametrize("status", ["initialized", "my status", "complete"])
def test_the_run_shows_the_status_that_it_has(run: ProcessTracker, status: str) -> None:
    """Whatever a status means, the object and the store agree on it."""
    run.change_run_status(status)
    assert run.process_run_status == stored(run)["process_status_name"]


@pytest.mark.parametrize("status", ["compelted", "Completed", "faild", "runing", "on-hold"])
def test_a_near_miss_is_warned_of(run: ProcessTracker, caplog: pytest.LogCaptureFixture, status: str) -> None:
    """The status is taken, and the logger ptdb warns that another may be meant."""
    with caplog.at_level(logging.WARNING, logger="ptdb"):
        run.change_run_status(status)
    assert stored(run)["process_status_name"] == status
    (record,) = (record for record in caplog.records if record.name == "ptdb")
    assert record.levelno == logging.WARNING
    assert status in record.getMessage()


@pytest.mark.parametrize("bulk", [False, True])
def test_a_near_miss_for_an_extract_is_warned_of(
    run: ProcessTracker, extract: ExtractTracker, caplog: pytest.LogCaptureFixture, bulk: bool
) -> None:
    """As for runs."""
    with caplog.at_level(logging.WARNING, logger="ptdb"):
        if bulk:
            run.bulk_change_extract_status(extracts=[extract], extract_status="laoding")
        else:
            extract.change_extract_status("laoding")
    assert status_of(extract) == "laoding"
    (record,) = (record for record in caplog.records if record.name == "ptdb")
    assert "loading" in record.getMessage()


def test_the_end_of_a_run_may_be_given(run: ProcessTracker) -> None:
    """As a datetime."""
    run.change_run_status("completed", end_date=HIGH)
    assert stored(run)["process_run_end_date_time"] == HIGH


def test_an_error_does_not_raise_by_itself(run: ProcessTracker, query: Query) -> None:
    """Errors do not necessarily fail a run."""
    run.raise_run_error(error_type_name="Data Error", error_description="Data item out of bounds.")
    (error,) = errors_of(query, run.process_tracking_id)
    assert error["error_description"] == "Data item out of bounds."
    assert run.process_run_status == "running"


def test_an_error_that_fails_the_run_raises(run: ProcessTracker, query: Query) -> None:
    """ProcessRunFailed comes when the record is safe."""
    with pytest.raises(ProcessRunFailed) as caught:
        run.raise_run_error(
            error_type_name="Data Error",
            error_description="Data item out of bounds.",
            fail_run=True,
        )
    assert "Data item out of bounds." in str(caught.value)
    assert len(errors_of(query, run.process_tracking_id)) == 1
    assert run.process_run_status == stored(run)["process_status_name"] == "failed"


@pytest.mark.parametrize("given", [HIGH, HIGH.replace(tzinfo=None), HIGH.isoformat()])
def test_the_time_of_an_error_may_be_given(run: ProcessTracker, query: Query, given: object) -> None:
    """As a datetime or ISO text, in UTC where no zone is given."""
    with pytest.raises(ProcessRunFailed):
        run.raise_run_error(
            error_type_name="Data Error",
            error_description="Data item out of bounds.",
            fail_run=True,
            end_date=given,  # type: ignore[arg-type]
        )
    (error,) = errors_of(query, run.process_tracking_id)
    assert error["error_occurrence_date_time"] == HIGH
    assert stored(run)["process_run_end_date_time"] == HIGH


def test_an_unknown_error_type(run: ProcessTracker) -> None:
    """The run goes on, even with fail_run."""
    with pytest.raises(LookupNotFound):
        run.raise_run_error(error_type_name="No such error", fail_run=True)
    assert run.process_run_status == stored(run)["process_status_name"] == "running"


DATES = [
    (LOW, HIGH),
    (LOW.replace(tzinfo=None), HIGH.replace(tzinfo=None)),
    (LOW.isoformat(), HIGH.isoformat()),
    ("2024-01-02 03:04:05.678901", "2024-06-07 08:09:10.111213"),
]


@pytest.mark.parametrize(("low", "high"), DATES)
def test_the_dates_of_a_run(run: ProcessTracker, low: Any, high: Any) -> None:
    """Datetimes or ISO texts."""
    run.set_process_run_low_high_dates(low_date=low, high_date=high)
    row = stored(run)
    assert (row["process_run_low_date_time"], row["process_run_high_date_time"]) == (LOW, HIGH)


def test_counts_heartbeat_and_watermark(run: ProcessTracker) -> None:
    """What a run reports shows in the run's helpers."""
    run.set_process_run_record_count(num_records=10000)
    assert run.process.total_record_count == 10000
    run.set_process_run_record_count(num_records=3, processing_type="insert")
    assert run.process.total_record_count == 3
    before = stored(run)["process_run_heartbeat_date_time"]
    run.record_heartbeat()
    after = stored(run)["process_run_heartbeat_date_time"]
    assert before is None or after > before
    assert run.get_process_watermark() is None
    run.set_process_run_low_high_dates(low_date=LOW, high_date=HIGH)
    run.change_run_status("completed")
    assert run.get_process_watermark() == HIGH
    assert run.process.last_completed_run_date_time is not None


# ---- a run as a context manager


def test_a_clean_exit_completes_the_run(track: Track) -> None:
    """The with statement gives the run."""
    with track() as run:
        assert run.process_run_status == "running"
    assert run.process_run_status == stored(run)["process_status_name"] == "completed"


@pytest.mark.parametrize(
    "failure",
    [
        ValueError("Data item out of bounds."),
        KeyboardInterrupt("Data item out of bounds."),
        SystemExit("Data item out of bounds."),
    ],
)
def test_an_exception_fails_the_run(track: Track, query: Query, failure: BaseException) -> None:
    """It is recorded, and goes on to the caller as it is."""
    run = track()
    with pytest.raises(type(failure)) as caught, run:
        raise failure
    assert caught.value is failure
    assert run.process_run_status == stored(run)["process_status_name"] == "failed"
    (error,) = errors_of(query, run.process_tracking_id)
    assert error["error_type_name"] == "Process Error"
    assert "Data item out of bounds." in error["error_description"]


@pytest.mark.parametrize("text", ["", "a\0b", "\ud800", "{s} %s", "'; --"])
def test_an_exception_of_any_text_fails_the_run(track: Track, query: Query, text: str) -> None:
    """Also a text that the store cannot hold as it is."""
    run = track()
    with pytest.raises(ValueError), run:  # noqa: PT011
        raise ValueError(text)
    assert stored(run)["process_status_name"] == "failed"
    assert len(errors_of(query, run.process_tracking_id)) == 1


def test_a_failure_inside_is_recorded_once(track: Track, query: Query) -> None:
    """raise_run_error with fail_run has done what the exit would do."""
    run = track()
    with pytest.raises(ProcessRunFailed), run:
        run.raise_run_error(error_type_name="Data Error", fail_run=True)
    assert stored(run)["process_status_name"] == "failed"
    (error,) = errors_of(query, run.process_tracking_id)
    assert error["error_type_name"] == "Data Error"


@pytest.mark.parametrize("status", ["completed", "failed"])
def test_an_end_inside_stays(track: Track, status: str) -> None:
    """A run that has ended before the exit keeps its status and its end."""
    with track() as run:
        run.change_run_status(status, end_date=HIGH)
    row = stored(run)
    assert row["process_status_name"] == status
    assert row["process_run_end_date_time"] == HIGH


# ---- extracts


def test_the_path_of_an_extract(extract: ExtractTracker, path: str) -> None:
    """The home folder is expanded, and the full file name is path and name."""
    folder = os.path.expanduser(path).rstrip("/")
    assert extract.location.location_path == folder
    assert extract.location.location_name == "core" or extract.location.location_name.startswith("core - ")
    assert extract.location.location_bucket_name is None
    assert extract.full_filename == f"{folder}/Teams.csv"


def test_an_extract_in_a_bucket(run: ProcessTracker, name: Name) -> None:
    """The location has its bucket, and the path keeps its scheme."""
    bucket = name("bucket")
    extract = ExtractTracker(process_run=run, filename="Teams.csv", location_path=f"s3://{bucket}/core/")
    assert extract.location.location_bucket_name == bucket
    assert extract.location.location_type_name == "S3"
    assert extract.full_filename == f"s3://{bucket}/core/Teams.csv"


def test_a_path_object_will_do(run: ProcessTracker, tmp_path: Path) -> None:
    """Paths of pathlib are paths."""
    extract = ExtractTracker(process_run=run, filename="Teams.csv", location_path=tmp_path)
    assert extract.location.location_path == str(tmp_path)


def test_every_parameter_of_an_extract(run: ProcessTracker, path: str) -> None:
    """Status, types and size are the extract's."""
    extract = ExtractTracker(
        process_run=run,
        filename="Teams.dat",
        location_path=path,
        status="ready",
        compression_type="zip",
        filetype="csv",
        file_size="12.5 MB",
    )
    row = extract_of(run.store, extract.extract_id)
    assert extract.extract_status == row["extract_status_name"] == "ready"
    assert row["extract_compression_type"] == "zip"
    assert row["extract_filetype_code"] == "csv"
    assert float(row["extract_filesize"]) == 12.5


def test_registering_again_gives_the_same_extract(run: ProcessTracker, extract: ExtractTracker, path: str) -> None:
    """A known extract keeps its status."""
    extract.change_extract_status("loaded")
    again = ExtractTracker(process_run=run, filename="Teams.csv", location_path=path)
    assert again.extract_id == extract.extract_id
    assert again.extract_status == "loaded"


@pytest.mark.parametrize(
    ("positional", "named"),
    [(("loading",), {}), ((), {"status": "loading"}), ((), {"new_status": "loading"})],
)
def test_the_status_of_an_extract(extract: ExtractTracker, positional: tuple[str, ...], named: dict[str, str]) -> None:
    """Given alone, as status or as new_status."""
    extract.change_extract_status(*positional, **named)
    assert extract.extract_status == status_of(extract) == "loading"


def test_initialized_means_initializing(extract: ExtractTracker) -> None:
    """The extract shows the real status."""
    extract.change_extract_status("ready")
    extract.change_extract_status("initialized")
    assert extract.extract_status == status_of(extract) == "initializing"


def test_dependencies_of_extracts(run: ProcessTracker, path: str) -> None:
    """A parent or a child may be added; the parent has to be loaded first."""
    parent_extract, extract, child_extract = (
        ExtractTracker(process_run=run, filename=name, location_path=path) for name in "pec"
    )
    extract.add_dependency(dependency_type="parent", dependency=parent_extract)
    extract.add_dependency(dependency_type="child", dependency=child_extract)
    for blocked in (extract, child_extract):
        with pytest.raises(ExtractDependencyBlocked):
            blocked.change_extract_status("loading")
        assert blocked.extract_status == "initializing"
    parent_extract.change_extract_status("loaded")
    extract.change_extract_status("loading")
    extract.change_extract_status("loaded")
    child_extract.change_extract_status("loading")
    with pytest.raises(DependencyCycle):
        parent_extract.add_dependency(dependency_type="parent", dependency=child_extract)


def test_a_dependency_is_parent_or_child(extract: ExtractTracker) -> None:
    """Any other word is refused."""
    with pytest.raises(InvalidArgument) as caught:
        extract.add_dependency(dependency_type="sibling", dependency=extract)
    refusal(caught.value, "sibling")


@pytest.mark.parametrize(("named", "kind"), [({}, "load"), ({"audit_type": "write"}, "write")])
def test_the_audit_of_an_extract(extract: ExtractTracker, named: dict[str, str], kind: str) -> None:
    """Dates and count, on load or on write."""
    extract.set_extract_low_high_dates(low_date="1900-01-01 00:00:00", high_date="2019-12-31 00:00:00", **named)
    extract.set_extract_record_count(num_records=792, **named)
    row = extract_of(extract.store, extract.extract_id)
    assert row[f"extract_{kind}_low_date_time"] == datetime(1900, 1, 1, tzinfo=UTC)
    assert row[f"extract_{kind}_high_date_time"] == datetime(2019, 12, 31, tzinfo=UTC)
    assert row[f"extract_{kind}_record_count"] == 792


@pytest.mark.parametrize(("low", "high"), DATES)
def test_the_dates_of_an_extract(extract: ExtractTracker, low: Any, high: Any) -> None:
    """Datetimes or ISO texts."""
    extract.set_extract_low_high_dates(low_date=low, high_date=high)
    row = extract_of(extract.store, extract.extract_id)
    assert (row["extract_load_low_date_time"], row["extract_load_high_date_time"]) == (LOW, HIGH)


# ---- finding and bulk


@pytest.fixture
def my_files(track: Track, name: Name) -> tuple[ProcessTracker, str, str, list[ExtractTracker]]:
    """A run, a part of file names, a location's name, and three ready extracts there."""
    producer = track()
    part, location_name = name("my_file").replace(" ", "_"), name("My Location")
    extracts = [
        ExtractTracker(
            process_run=producer,
            filename=filename,
            location_name=location_name,
            location_path=f"/data/{part}",
            status="ready",
        )
        for filename in (f"{part}_2019_01_01.csv", f"this_is_{part}.xls", f"2019-01-01-{part}.csv")
    ]
    return producer, part, location_name, extracts


Mine = tuple[ProcessTracker, str, str, list[ExtractTracker]]


def test_finding_by_filename(run: ProcessTracker, my_files: Mine) -> None:
    """A whole name, or a part of it."""
    _, part, _, extracts = my_files
    whole = run.find_extracts_by_filename(filename=f"{part}_2019_01_01.csv")
    assert found_ids(whole) == found_ids(extracts[:1])
    assert whole[0].full_filename == f"/data/{part}/{part}_2019_01_01.csv"
    assert found_ids(run.find_extracts_by_filename(filename=part)) == found_ids(extracts)
    assert run.find_extracts_by_filename("no such " + part) == []


@pytest.mark.parametrize("key", ["location", "location_name", "location_path"])
def test_finding_by_location(run: ProcessTracker, my_files: Mine, key: str) -> None:
    """By the location's name, under either word, or its path."""
    _, part, location_name, extracts = my_files
    value = f"/data/{part}/" if key == "location_path" else location_name
    assert found_ids(run.find_extracts_by_location(**{key: value})) == found_ids(extracts)


def test_finding_by_process(run: ProcessTracker, my_files: Mine) -> None:
    """By the name of the process that made them."""
    producer, _, _, extracts = my_files
    found = run.find_extracts_by_process(extract_process_name=producer.process_name)
    assert found_ids(found) == found_ids(extracts)


def test_finding_by_another_status(run: ProcessTracker, my_files: Mine) -> None:
    """Every finder takes a status, which must exist."""
    producer, part, location_name, extracts = my_files
    extracts[1].change_extract_status("archived")
    for found in (
        run.find_extracts_by_filename(filename=part, status="archived"),
        run.find_extracts_by_location(location=location_name, status="archived"),
        run.find_extracts_by_process(extract_process_name=producer.process_name, status="archived"),
    ):
        assert found_ids(found) == found_ids(extracts[1:2])
        assert found[0].extract_status == "archived"
    with pytest.raises(LookupNotFound):
        run.find_extracts_by_location(location=location_name, status="no such status")


def test_finding_ties_nothing(run: ProcessTracker, my_files: Mine, query: Query) -> None:
    """Only a change of status associates the extracts with the run."""
    _, part, _, extracts = my_files
    extract_list = run.find_extracts_by_filename(filename=part)
    assert len(ties_of(query, extracts[0].extract_id)) == 1
    run.bulk_change_extract_status(extracts=extract_list, extract_status="loading")
    for extract in extracts:
        assert status_of(extract) == "loading"
        assert len(ties_of(query, extract.extract_id)) == 2
    assert {extract.extract_status for extract in extract_list} == {"loading"}


def test_bulk_is_all_or_nothing(run: ProcessTracker, my_files: Mine) -> None:
    """Extracts that depend on one another do not load together."""
    _, part, _, extracts = my_files
    extracts[0].add_dependency(dependency_type="child", dependency=extracts[1])
    extract_list = run.find_extracts_by_filename(filename=part)
    with pytest.raises(ExtractDependencyBlocked):
        run.bulk_change_extract_status(extracts=extract_list, extract_status="loading")
    assert {status_of(extract) for extract in extracts} == {"ready"}


def test_bulk_takes_an_empty_list(run: ProcessTracker) -> None:
    """Nothing found is nothing changed."""
    run.bulk_change_extract_status(extracts=[], extract_status="loading")


# ---- register_extracts_by_location


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two files, and a folder with another file."""
    for filename in ("b.csv", "a.xyz", "deeper/c.csv"):
        file = tmp_path / filename
        file.parent.mkdir(exist_ok=True)
        file.write_text("1\n")
    return tmp_path


@pytest.mark.parametrize("form", [str, "{}/".format, Path])
def test_the_files_of_a_folder_are_registered(run: ProcessTracker, folder: Path, form: Callable[[Path], Any]) -> None:
    """Its files, as ready; folders are neither registered nor descended."""
    run.register_extracts_by_location(location_path=form(folder))
    found = run.find_extracts_by_location(location_path=folder)
    assert sorted(extract.filename for extract in found) == ["a.xyz", "b.csv"]
    assert sorted(extract.full_filename for extract in found) == [
        f"{folder}/a.xyz",
        f"{folder}/b.csv",
    ]


def test_known_files_of_a_folder_are_ignored(run: ProcessTracker, track: Track, folder: Path) -> None:
    """A file that is registered keeps its status; the others are registered."""
    known = ExtractTracker(process_run=run, filename="b.csv", location_path=folder)
    known.change_extract_status("loaded")
    registered = track().register_extracts_by_location(location_path=str(folder))
    assert [extract.filename for extract in registered] == ["a.xyz"]
    assert status_of(known) == "loaded"
    assert track().register_extracts_by_location(location_path=str(folder)) == []


def test_an_ignored_file_is_left_alone(run: ProcessTracker, track: Track, folder: Path, query: Query) -> None:
    """Ignored means ignored: a status that is given is for the new files, and so is the tie."""
    known = ExtractTracker(process_run=run, filename="b.csv", location_path=folder)
    known.change_extract_status("loaded")
    registered = track().register_extracts_by_location(location_path=folder, status="ready")
    assert {extract.filename: status_of(extract) for extract in registered} == {"a.xyz": "ready"}
    assert status_of(known) == "loaded"
    assert len(ties_of(query, known.extract_id)) == 1


def test_the_home_folder_is_expanded(run: ProcessTracker, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """~ stands for the home folder."""
    monkeypatch.setenv("HOME", str(folder.parent))
    run.register_extracts_by_location(location_path=f"~/{folder.name}")
    assert len(run.find_extracts_by_location(location_path=folder)) == 2


def test_an_empty_folder(run: ProcessTracker, tmp_path: Path) -> None:
    """Nothing to register is no error."""
    run.register_extracts_by_location(location_path=str(tmp_path))
    assert run.find_extracts_by_location(location_path=str(tmp_path)) == []


@pytest.mark.parametrize("place", ["no such folder", "b.csv"])
def test_a_folder_that_is_none(run: ProcessTracker, folder: Path, place: str) -> None:
    """What does not exist, or is a file, is no folder."""
    with pytest.raises(LocationNotFound) as caught:
        run.register_extracts_by_location(location_path=str(folder / place))
    assert place in str(caught.value)


def test_a_link_to_a_file_is_a_file(run: ProcessTracker, folder: Path) -> None:
    """A link that leads nowhere is not."""
    (folder / "link.csv").symlink_to(folder / "deeper" / "c.csv")
    (folder / "broken.csv").symlink_to(folder / "nowhere")
    registered = run.register_extracts_by_location(location_path=folder)
    assert [extract.filename for extract in registered] == ["a.xyz", "b.csv", "link.csv"]


# ---- more than one run at a time


def test_runs_of_many_processes_live_side_by_side(track: Track) -> None:
    """Each object knows its own run."""
    runs = [track() for _ in range(3)]
    runs[1].change_run_status("failed")
    assert [stored(run)["process_status_name"] for run in runs] == [
        "running",
        "failed",
        "running",
    ]


def test_times_come_back_aware(run: ProcessTracker) -> None:
    """In UTC."""
    run.change_run_status("completed")
    completed = run.process.last_completed_run_date_time
    assert completed is not None
    assert completed.utcoffset() == timedelta(0)


WRONG_KINDS: dict[str, Callable[[ProcessTracker, ExtractTracker], object]] = {
    "objects as sources": lambda run, _: ProcessTracker("x", store=run.store, sources={"S": ["o"]}),
    "a number as sources": lambda run, _: ProcessTracker("x", store=run.store, sources=5),  # type: ignore[arg-type]
    "attributes as objects": lambda run, _: ProcessTracker("x", store=run.store, source_objects={"S": {"o": ["a"]}}),
    "a list as objects": lambda run, _: ProcessTracker("x", store=run.store, source_objects=["S"]),  # type: ignore[arg-type]
    "no store": lambda run, _: ProcessTracker("x", store=5),  # type: ignore[arg-type]
    "one name as files": lambda run, _: run.register_extracts("Teams.csv", "/d"),
    "a dict as files": lambda run, _: run.register_extracts({"name": "a"}, "/d"),
    "no files": lambda run, _: run.register_extracts(None, "/d"),  # type: ignore[arg-type]
    "numbers as files": lambda run, _: run.register_extracts([5], "/d"),  # type: ignore[list-item]
    "pairs as files": lambda run, _: run.register_extracts([("a", "b")], "/d"),  # type: ignore[list-item]
    "a number as folder": lambda run, _: run.register_extracts_by_location(5),  # type: ignore[arg-type]
    "bytes as folder": lambda run, _: run.register_extracts(["a"], b"/d"),  # type: ignore[arg-type]
    "no folder": lambda run, _: run.register_extracts_by_location(None),  # type: ignore[arg-type]
    "bytes as path": lambda run, _: run.find_extracts_by_location(location_path=b"x"),  # type: ignore[arg-type]
    "a text as extracts": lambda run, _: run.bulk_change_extract_status("1", "ready"),  # type: ignore[arg-type]
    "texts as extracts": lambda run, _: run.bulk_change_extract_status(["1"], "ready"),  # type: ignore[list-item]
    "nothing as an extract": lambda run, _: run.bulk_change_extract_status([None], "ready"),  # type: ignore[list-item]
    "halves of extracts": lambda run, _: run.bulk_change_extract_status([1.5], "ready"),  # type: ignore[list-item]
    "one extract as extracts": lambda run, it: run.bulk_change_extract_status(it, "ready"),  # type: ignore[arg-type]
    "a name as location": lambda run, _: ExtractTracker(run, "a", location="core"),  # type: ignore[arg-type]
    "a number as run": lambda _, __: ExtractTracker(5, "a", location_path="/d"),  # type: ignore[arg-type]
    "no run": lambda _, __: ExtractTracker(filename="a", location_path="/d"),
    "a status without a run": lambda run, it: ExtractTracker(
        extract_id=it.extract_id, store=run.store
    ).change_extract_status("ready"),
    "nobody's home": lambda run, _: run.register_extracts_by_location("~no such user/d"),
    "a file without a text as name": lambda run, _: run.register_extracts(["a\udcff"], "/d"),
    "no dependency": lambda _, it: it.add_dependency("parent", None),  # type: ignore[arg-type]
    "an unhashable direction": lambda _, it: it.add_dependency(["parent"], it),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("case", WRONG_KINDS)
def test_arguments_of_a_wrong_kind_are_refused(store: Store, name: Name, case: str) -> None:
    """One clear error, never a TypeError from within, and never a part of what was meant."""
    run = ProcessTracker(name("Process"), process_type="Load", tool_name="pytest", store=store)
    extract = ExtractTracker(run, name("a.csv"), location_path="/d")
    with pytest.raises(InvalidArgument):
        WRONG_KINDS[case](run, extract)


def test_an_exception_after_completion_fails_the_run(store: Store, name: Name) -> None:
    """An exception that leaves the block is recorded, whatever was said before it."""
    run = ProcessTracker(name("Process"), process_type="Load", tool_name="pytest", store=store)

    def complete_and_fall() -> None:
        with run:
            run.change_run_status("completed")
            raise KeyError("late")

    with pytest.raises(KeyError):
        complete_and_fall()
    assert ProcessTracker(process_tracking_id=run.process_tracking_id, store=store).process_run_status == "failed"


def test_an_exception_goes_on_when_it_cannot_be_recorded(
    store: Store, name: Name, caplog: pytest.LogCaptureFixture
) -> None:
    """The caller's own exception matters more than the store's refusal, which is logged."""
    run = ProcessTracker(name("Process"), process_type="Load", tool_name="pytest", store=store)

    def fall_on_hold() -> None:
        with run:
            run.change_run_status("on hold")
            raise KeyError("mine")

    with caplog.at_level(logging.ERROR, logger="ptdb"), pytest.raises(KeyError, match="mine"):
        fall_on_hold()
    assert f"Run {run.process_tracking_id} could not be recorded as failed." in caplog.text
    assert ProcessTracker(process_tracking_id=run.process_tracking_id, store=store).process_run_status == "on hold"


def test_a_run_and_an_extract_show_themselves(run: ProcessTracker, extract: ExtractTracker) -> None:
    assert repr(run) == f"<ProcessTracker {run.process_tracking_id} 'running'>"
    assert repr(extract) == f"<ExtractTracker {extract.extract_id}>"


@pytest.mark.parametrize(("size", "stored"), [(12, 12), (12.5, 12.5), (1e21, 1e21), ("3 KB", 3)])
def test_a_size_is_a_number_or_a_text(run: ProcessTracker, path: str, size: Any, stored: float) -> None:
    extract = ExtractTracker(process_run=run, filename="a.csv", location_path=path, file_size=size)
    assert extract.extract.extract_filesize == stored
