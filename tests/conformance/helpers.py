"""What several conformance tests need: short ways to ask the store and to bring it into a state."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from ptdb import Store
from ptdb.errors import PtdbError

Row = dict[str, Any]
Name = Callable[[str], str]
Query = Callable[[str], list[Row]]
Started = Callable[..., Row]

LOW = datetime(2024, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
HIGH = datetime(2024, 6, 7, 8, 9, 10, 111213, tzinfo=UTC)
DAY = timedelta(days=1)
UNKNOWN = 987654321987
"""An id that no run and no extract has."""
STALE_WAIT = 1.2
"""Seconds after which a run of a process with stale_after_seconds = 1 is stale."""


def literal(value: str) -> str:
    """The text as a literal that every engine reads alike; for texts without backslashes."""
    return "'" + value.replace("'", "''") + "'"


def refusal(error: PtdbError, *parts: object) -> None:
    """Checks that a refusal starts with its code and says what it is about."""
    message = str(error)
    assert error.code is not None
    assert message.startswith(error.code)
    for part in parts:
        assert str(part) in message


def run_of(store: Store, process_tracking_id: int) -> Row:
    """The run, as `get_process_run` shows it."""
    run = store.call("get_process_run", process_tracking_id=process_tracking_id)
    assert isinstance(run, dict)
    return run


def run_status(store: Store, process_tracking_id: int) -> str:
    """The run's status."""
    return str(run_of(store, process_tracking_id)["process_status_name"])


def end(store: Store, run: Row, status: str = "completed") -> None:
    """Gives a run that was just started its last status."""
    store.call("change_run_status", process_tracking_id=run["process_tracking_id"], new_status=status)


def fail_times(store: Store, started: Started, process_name: str, times: int) -> None:
    """Starts and fails so many runs of the process."""
    for _ in range(times):
        end(store, started(process_name=process_name), "failed")


def put_on_hold(store: Store, started: Started, process_name: str) -> Row:
    """Fails a run of the process, and starts the next, which goes on hold."""
    end(store, started(process_name=process_name), "failed")
    held = started(process_name=process_name, max_concurrent_failures=1)
    assert held["process_run_status"] == "on hold"
    return held


def run_count(query: Query, process_name: str) -> int:
    """How many runs the process has."""
    rows = query(f"SELECT count(*) AS n FROM {{s}}.v_process_run WHERE process_name = {literal(process_name)}")
    return int(rows[0]["n"])


def process_row(query: Query, process_name: str) -> Row | None:
    """The row of the process, or None."""
    rows = query(f"SELECT * FROM {{s}}.process WHERE process_name = {literal(process_name)}")
    return rows[0] if rows else None


def errors_of(query: Query, process_tracking_id: int) -> list[Row]:
    """The errors of a run, in the order in which they were recorded."""
    return query(
        "SELECT error_tracking_id, error_type_name, error_description,"
        " error_occurrence_date_time FROM {s}.v_error"
        f" WHERE process_tracking_id = {process_tracking_id} ORDER BY error_tracking_id"
    )


def add_dataset_type(query: Query, dataset_type: str) -> str:
    """Adds a dataset type, which starts may only refer to."""
    with suppress(Exception):  # a driver may complain that an INSERT returns no rows to fetch
        query(
            "INSERT INTO {s}.dataset_type_lkup (dataset_type, created_by, updated_by)"
            f" VALUES ({literal(dataset_type)}, 1, 1)"
        )
    assert query(f"SELECT dataset_type_id FROM {{s}}.dataset_type_lkup WHERE dataset_type = {literal(dataset_type)}")
    return dataset_type


def tree(sources: list[Row]) -> dict[str, dict[str, list[str]]]:
    """Sources or targets of a run as {source: {object: [attribute]}}, in their order."""
    return {
        source["source_name"]: {
            item["source_object_name"]: [
                attribute["source_object_attribute_name"] for attribute in item["source_object_attributes"]
            ]
            for item in source["source_objects"]
        }
        for source in sources
    }


def register(store: Store, run: Row, filename: str, location_path: str, **parameters: object) -> int:
    """Registers an extract on behalf of the run; returns its id."""
    row = store.call(
        "register_extract",
        process_tracking_id=run["process_tracking_id"],
        filename=filename,
        location_path=location_path,
        **parameters,
    )
    return int(row["extract_id"])


def register_ready(
    store: Store, run: Row, location_path: str, filenames: Iterable[object], **parameters: object
) -> dict[str, int]:
    """Registers many extracts of one location; returns their ids by name."""
    rows = store.call(
        "register_extracts",
        process_tracking_id=run["process_tracking_id"],
        location_path=location_path,
        files=list(filenames),
        **parameters,
    )
    return {row["extract_filename"]: row["extract_id"] for row in rows}


def set_status(store: Store, run: Row, extract_id: int, status: str) -> None:
    """Gives the extract the status on behalf of the run."""
    store.call(
        "change_extract_status",
        process_tracking_id=run["process_tracking_id"],
        extract_id=extract_id,
        new_status=status,
    )


def extract_of(store: Store, extract_id: int) -> Row:
    """The extract, as `get_extract` shows it."""
    extract = store.call("get_extract", extract_id=extract_id)
    assert isinstance(extract, dict)
    return extract


def extract_status(store: Store, extract_id: int) -> str:
    """The extract's status."""
    return str(extract_of(store, extract_id)["extract_status_name"])


def ties_of(query: Query, extract_id: int) -> list[Row]:
    """Which runs touched the extract, with the status that each last gave it, by run."""
    return query(
        "SELECT t.process_tracking_id, s.extract_status_name, t.extract_process_event_date_time"
        " FROM {s}.extract_process_tracking t"
        " JOIN {s}.extract_status_lkup s"
        " ON s.extract_status_id = t.extract_process_status_id"
        f" WHERE t.extract_tracking_id = {extract_id} ORDER BY t.process_tracking_id"
    )


def ids(rows: Iterable[Row]) -> list[int]:
    """The extract ids of a finder's rows, in their order."""
    return [row["extract_id"] for row in rows]


def set_limits(
    store: Store,
    process_name: str,
    max_concurrent_failures: int | None = None,
    stale_after_seconds: int | None = None,
) -> None:
    """Sets both of the process's own limits."""
    store.call(
        "set_process",
        process_name=process_name,
        max_concurrent_failures=max_concurrent_failures,
        stale_after_seconds=stale_after_seconds,
    )


def depend(store: Store, parent: str, child: str, **dependency_type: str | None) -> None:
    """Makes the child process wait for the parent."""
    store.call(
        "create_process_dependency",
        parent_process_name=parent,
        child_process_name=child,
        **dependency_type,
    )
