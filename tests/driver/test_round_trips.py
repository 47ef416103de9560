"""A call is one round trip, and any number of trackers share a thread's one connection."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ptdb import ExtractTracker, ProcessTracker, Settings, Store, contract
from ptdb.errors import RunAlreadyRunning
from tests.support.proxy import Proxy

Name = Callable[[str], str]
LOW, HIGH = "2024-01-01 00:00:00", "2024-01-31 23:59:59"


@pytest.fixture
def proxy(store_url: str) -> Iterator[Proxy]:
    """A proxy before the server, listening as the server does."""
    settings = Settings.load(store_url)
    port = settings.port or 5432
    folder = Path(tempfile.mkdtemp(prefix="ptdb-", dir="/tmp"))
    try:
        if settings.host and settings.host.startswith("/"):
            server: Any = f"{settings.host}/.s.PGSQL.{port}"
            listen: Path | None = folder / ".s.PGSQL.5432"
        else:
            server, listen = (settings.host or "localhost", port), None
        with Proxy(server, listen) as entered:
            yield entered
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def settings(store_url: str, proxy: Proxy) -> Settings:
    """The settings of the store through the proxy."""
    loaded = Settings.load(store_url)
    if isinstance(proxy.address, str):
        return replace(loaded, host=str(Path(proxy.address).parent), port=5432)
    host, port = proxy.address
    return replace(loaded, host=host, port=port)


@pytest.fixture
def near(settings: Settings, proxy: Proxy) -> Iterator[Store]:
    """The store through the proxy, its connection open and nothing counted yet."""
    with Store(settings=settings) as opened:
        opened.call("get_version")
        proxy.reset()
        yield opened


def _run(store: Store, name: Name, **more: Any) -> ProcessTracker:
    return ProcessTracker(
        process_name=name("Process"),
        process_type="Load",
        actor_name="tester",
        tool_name="pytest",
        sources=["One", "Two"],
        targets="Three",
        store=store,
        **more,
    )


def test_a_typical_run_takes_21_round_trips(near: Store, proxy: Proxy, name: Name) -> None:
    """As many as it has calls: start, five for each of three files, and five more."""
    folder = f"/{name('folder')}"
    run = _run(near, name)
    for file in ("Teams.csv", "People.csv", "Batting.csv"):
        extract = ExtractTracker(process_run=run, filename=file, location_path=folder)
        extract.change_extract_status("loading")
        extract.set_extract_low_high_dates(LOW, HIGH)
        extract.set_extract_record_count(100)
        extract.change_extract_status("loaded")
    run.set_process_run_low_high_dates(LOW, HIGH)
    run.set_process_run_record_count(200, "insert")
    run.set_process_run_record_count(100, "update")
    run.raise_run_error("Data Error", "three rows without a key")
    run.change_run_status("completed")
    assert proxy.round_trips == 21
    assert run.process_tracking_run.process_run_record_count == 300


@pytest.mark.needs("one round trip a call")
def test_the_same_run_in_bulk_takes_9_round_trips(near: Store, proxy: Proxy, name: Name) -> None:
    """One call registers the files with their dates and counts, one changes the status of all."""
    audit = {"load_low_date": LOW, "load_high_date": HIGH, "load_record_count": 100}
    run = _run(near, name)
    extracts = run.register_extracts(
        [{"name": file, **audit} for file in ("Teams.csv", "People.csv", "Batting.csv")],
        location_path=f"/{name('folder')}",
    )
    run.bulk_change_extract_status(extracts, "loading")
    run.bulk_change_extract_status(extracts, "loaded")
    run.set_process_run_low_high_dates(LOW, HIGH)
    run.set_process_run_record_count(200, "insert")
    run.set_process_run_record_count(100, "update")
    run.raise_run_error("Data Error", "three rows without a key")
    run.change_run_status("completed")
    assert proxy.round_trips == 9
    assert [extract.extract_status for extract in extracts] == ["loaded"] * 3


def _arguments(store: Store, name: Name) -> dict[str, dict[str, Any]]:
    """Arguments with which each routine of runs and extracts succeeds, called in this order."""
    new = {"process_name": name("Process"), "process_type": "Load", "tool_name": "pytest"}
    run = store.call("start_process_run", **{**new, "process_name": name("Process")})
    run_id = {"process_tracking_id": run["process_tracking_id"]}
    folder = {"location_path": f"/{name('folder')}"}
    rows = store.call("register_extracts", **run_id, **folder, files=["a.csv", "b.csv"])
    extracts = [row["extract_id"] for row in rows]
    failed = {"process_name": name("Process")}
    held = store.call("start_process_run", **{**new, **failed})
    store.call("change_run_status", process_tracking_id=held["process_tracking_id"], new_status="failed")
    store.call("start_process_run", **failed, max_concurrent_failures=1)
    return {
        "start_process_run": {
            **new,
            "sources": {"One": {"object": ["attribute"]}},
            "targets": {"Two": ["object"]},
            "process_run_name": name("run"),
        },
        "get_process_run": run_id,
        "set_process_run_low_high_dates": {**run_id, "low_date": LOW, "high_date": HIGH},
        "set_process_run_record_count": {**run_id, "num_records": 5, "processing_type": "insert"},
        "record_heartbeat": run_id,
        "raise_run_error": {**run_id, "error_type_name": "Data Error"},
        "register_extract": {**run_id, **folder, "filename": "c.csv", "file_size": "3 MB"},
        "register_extracts": {
            **run_id,
            **folder,
            "files": [f"{i}.csv" for i in range(10_000)],
        },
        "get_extract": {"extract_id": extracts[0]},
        "change_extract_status": {**run_id, "extract_id": extracts[0], "new_status": "loading"},
        "bulk_change_extract_status": {**run_id, "extract_ids": extracts, "new_status": "loaded"},
        "add_extract_dependency": {
            "parent_extract_id": extracts[0],
            "child_extract_id": extracts[1],
        },
        "set_extract_low_high_dates": {
            "extract_id": extracts[0],
            "low_date": LOW,
            "high_date": HIGH,
        },
        "set_extract_record_count": {"extract_id": extracts[0], "num_records": 5},
        "find_extracts_by_filename": {"filename": ".csv"},
        "find_extracts_by_location": folder,
        "find_extracts_by_process": {"process_name": new["process_name"]},
        "change_run_status": {**run_id, "new_status": "completed"},
        "get_process_watermark": {"process_name": new["process_name"]},
        "release_process": failed,
        "fail_stale_runs": {},
    }


@pytest.mark.needs("one round trip a call")
def test_each_call_is_one_round_trip(near: Store, proxy: Proxy, name: Name) -> None:
    """Also one that registers 10,000 files or finds them."""
    calls = _arguments(near, name)
    groups = ("runs", "extracts")
    assert calls.keys() == {
        routine.name
        for routine in contract.load().routines_of(near.settings.dialect).values()
        if routine.group in groups
    }
    taken = {}
    for routine, arguments in calls.items():
        proxy.reset()
        near.call(routine, **arguments)
        taken[routine] = proxy.round_trips
    assert taken == dict.fromkeys(calls, 1)
    assert proxy.open_connections == 1


def test_a_refusal_is_one_round_trip(near: Store, proxy: Proxy, name: Name) -> None:
    """And the connection goes on being used."""
    process_name = _run(near, name).process_name
    proxy.reset()
    for number in range(1, 4):
        with pytest.raises(RunAlreadyRunning):
            ProcessTracker(process_name=process_name, store=near)
        assert proxy.round_trips == number
    assert len(proxy.connections) == 1


@pytest.mark.needs("few round trips of a login")
def test_opening_a_store_is_few_round_trips(settings: Settings, proxy: Proxy) -> None:
    """The driver's greeting, a password in a few steps where there is one, the session's settings, the version.

    FreeTDS sends its settings one by one, and the tests' Babelfish gets one statement more.
    """
    with Store(settings=settings) as opened:
        opened.call("get_version")
        first = proxy.round_trips
        opened.call("get_version")
        assert proxy.round_trips == first + 1
    assert first <= {"postgresql": 6, "mysql": 10, "mssql": 14, "snowflake": 6}[settings.dialect]


def test_60_trackers_of_a_thread_hold_one_connection(settings: Settings, proxy: Proxy, name: Name) -> None:
    """Each with a store object of its own, all alive, all working."""
    stores = [Store(settings=settings) for _ in range(60)]
    try:
        runs = [_run(store, name) for store in stores]
        for run in runs:
            run.record_heartbeat()
        assert len({run.process_tracking_id for run in runs}) == 60
        assert proxy.open_connections == 1
        assert len(proxy.connections) == 1
    finally:
        stores[0].close()
