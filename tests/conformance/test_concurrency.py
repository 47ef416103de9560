"""Many processes at once: who wins, that nothing is lost, left half done or locked for ever."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from multiprocessing.pool import Pool
from typing import Any

import pytest

from ptdb import Store, contract
from ptdb.errors import DependencyCycle, PtdbError, RunAlreadyRunning
from tests.conformance.helpers import (
    Name,
    Query,
    Row,
    Started,
    add_dataset_type,
    end,
    literal,
    process_row,
    register_ready,
    run_of,
    set_limits,
)
from tests.support import engines

PROCESSES = 8
PATIENCE = 60.0
"""Seconds after which a call counts as blocked for ever."""
FEW_SECONDS = 10.0
"""Seconds that a call on nobody's rows takes at most, on any machine."""
BATCH = 2000
SPAWN = multiprocessing.get_context("spawn")

# ---- eight processes, each with a connection of its own

_worker_store: Store
_worker_barrier: Any


def _be_worker(url: str, barrier: Any) -> None:
    global _worker_store, _worker_barrier
    _be_client(url)
    _worker_store, _worker_barrier = Store(url), barrier
    # A server may take its time over the first call of a routine in a session, and would under the locks of a test.
    mark = f"Worker {uuid.uuid4().hex}"
    run = _worker_store.call(
        "start_process_run",
        process_name=mark,
        process_type=mark,
        actor_name=mark,
        tool_name=mark,
        process_run_name=mark,
        sources={mark: {mark: [mark]}},
    )
    end(_worker_store, run)


def _be_client(url: str) -> None:
    """Uses no settings of whoever runs the tests, and the engine as the tests do."""
    for key in [key for key in os.environ if key.startswith("PTDB_")]:
        del os.environ[key]
    os.environ["HOME"] = os.devnull
    engines.prepare(url)


def _work(task: Callable[..., Any], number: int, arguments: tuple[Any, ...]) -> Any:
    # Each process waits here for the others, so each gets one of the tasks.
    _together()
    return task(_worker_store, number, *arguments)


def _together() -> None:
    """Waits until all processes are here."""
    _worker_barrier.wait(PATIENCE)


class Workers:
    """Eight processes that do the same at once."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    def run(self, task: Callable[..., Any], *arguments: Any) -> list[Any]:
        """What `task(store, number, *arguments)` returned in each process, by number from 0."""
        tasks = [(task, number, arguments) for number in range(PROCESSES)]
        return self._pool.starmap_async(_work, tasks, chunksize=1).get(3 * PATIENCE)


@pytest.fixture(scope="module")
def workers(store_url: str) -> Iterator[Workers]:
    """The processes, which have opened their connections."""
    barrier = SPAWN.Barrier(PROCESSES)
    pool = SPAWN.Pool(PROCESSES, _be_worker, (store_url, barrier))
    try:
        yield Workers(pool)
        pool.close()
    except BaseException:
        pool.terminate()
        raise
    finally:
        pool.join()


def _outcome(store: Store, routine: str, **parameters: object) -> Any:
    """What the call returned, or the error, as text that can be sent to another process."""
    try:
        return store.call(routine, **parameters)
    except PtdbError as error:
        return f"{type(error).__name__}: {error}"


def _soon(call: Callable[[], Any]) -> Any:
    """What the call returns; fails when it does not come back within a few seconds."""
    results: list[Any] = []
    thread = threading.Thread(target=lambda: results.append(call()), daemon=True)
    thread.start()
    thread.join(FEW_SECONDS)
    assert results, "the call waits for something, or failed"
    return results[0]


def _failures(outcomes: list[Any]) -> list[str]:
    return [outcome for outcome in outcomes if isinstance(outcome, str)]


def _count(query: Query, table: str, column: str, value: str) -> int:
    statement = f"SELECT count(*) AS n FROM {{s}}.{table} WHERE {column} = {literal(value)}"
    return int(query(statement)[0]["n"])


# ---- starts


def _start_for_rounds(store: Store, number: int, process_name: str, rounds: int) -> list[str]:
    outcomes = []
    for _ in range(rounds):
        _together()
        run: Row | None = None
        try:
            run = store.call("start_process_run", process_name=process_name)
            outcomes.append("won")
        except RunAlreadyRunning:
            outcomes.append("lost")
        except PtdbError as error:
            outcomes.append(f"{type(error).__name__}: {error}")
        _together()
        if run is not None:
            end(store, run)
    return outcomes


def test_one_of_many_starts_of_a_process_wins(store: Store, started: Started, query: Query, workers: Workers) -> None:
    """In each of 50 rounds one process starts a run; the others learn that it is running."""
    first = started()
    end(store, first)
    outcomes = workers.run(_start_for_rounds, first["process_name"], 50)
    for of_round in zip(*outcomes, strict=True):
        assert sorted(of_round) == ["lost"] * (PROCESSES - 1) + ["won"]
    process = process_row(query, first["process_name"])
    assert process is not None
    runs = query(
        "SELECT process_run_id, is_latest_run FROM {s}.process_tracking"
        f" WHERE process_id = {process['process_id']} ORDER BY process_run_id"
    )
    assert [run["process_run_id"] for run in runs] == list(range(1, 52))
    assert [run["process_run_id"] for run in runs if run["is_latest_run"]] == [51]


def _start_new(store: Store, number: int, marks: list[str]) -> list[Any]:
    outcomes = []
    for mark in marks:
        _together()
        outcomes.append(
            _outcome(
                store,
                "start_process_run",
                process_name=f"Process {mark} {number}",
                process_type=f"Type {mark}",
                actor_name=f"Actor {mark}",
                tool_name=f"Tool {mark}",
                sources={f"Source {mark}": {f"Object {mark}": [f"Attribute {mark}"]}},
                targets={f"Target {mark}": {f"Object {mark}": [f"Attribute {mark}"]}},
            )
        )
    return outcomes


def test_new_processes_may_share_what_is_new(name: Name, query: Query, workers: Workers) -> None:
    """Eight starts that bring the same new names all succeed; each name is stored once."""
    marks = [name("new") for _ in range(10)]
    for outcomes in workers.run(_start_new, marks):
        assert _failures(outcomes) == []
    for mark in marks:
        for table, column, value, number in (
            ("actor_lkup", "actor_name", f"Actor {mark}", 1),
            ("tool_lkup", "tool_name", f"Tool {mark}", 1),
            ("process_type_lkup", "process_type_name", f"Type {mark}", 1),
            ("source_lkup", "source_name", f"Source {mark}", 1),
            ("source_lkup", "source_name", f"Target {mark}", 1),
            ("source_object_lkup", "source_object_name", f"Object {mark}", 2),
            (
                "source_object_attribute_lkup",
                "source_object_attribute_name",
                f"Attribute {mark}",
                2,
            ),
        ):
            assert _count(query, table, column, value) == number
        for number in range(PROCESSES):
            assert _count(query, "process", "process_name", f"Process {mark} {number}") == 1


def _start_crosswise(store: Store, number: int, marks: list[str]) -> list[Any]:
    outcomes = []
    for mark in marks:
        ends: list[Any] = [[f"{letter} {mark} {i}" for i in range(100)] for letter in "AB"]
        if number % 4 >= 2:  # the same object names, of one source, from both ends
            ends = [{f"C {mark}": names} for names in ends]
        if number % 2:
            ends.reverse()
        _together()
        outcomes.append(
            _outcome(
                store,
                "start_process_run",
                process_name=f"Process {mark} {number}",
                process_type="Load",
                tool_name="pytest",
                sources=ends[0],
                targets=ends[1],
            )
        )
    return outcomes


def test_new_sources_of_one_may_be_new_targets_of_another(name: Name, workers: Workers) -> None:
    """Starts that add the same names in another order wait for, but never block, one another."""
    for outcomes in workers.run(_start_crosswise, [name("cross") for _ in range(5)]):
        assert _failures(outcomes) == []


def _start_same_new(store: Store, number: int, process_names: list[str]) -> list[Any]:
    outcomes = []
    for process_name in process_names:
        _together()
        outcomes.append(
            _outcome(
                store,
                "start_process_run",
                process_name=process_name,
                process_type="Load",
                tool_name="pytest",
            )
        )
    return outcomes


def test_one_of_many_starts_of_a_new_process_wins(name: Name, query: Query, workers: Workers) -> None:
    """The others find it running: a process that two add at once is one process."""
    process_names = [name("Process") for _ in range(10)]
    outcomes = workers.run(_start_same_new, process_names)
    for of_round in zip(*outcomes, strict=True):
        failures = _failures(list(of_round))
        assert len(failures) == PROCESSES - 1
        assert all(failure.startswith("RunAlreadyRunning: PT001") for failure in failures)
    for process_name in process_names:
        assert _count(query, "process", "process_name", process_name) == 1


def _start_named(store: Store, number: int, run_names: list[str]) -> list[Any]:
    outcomes = []
    for run_name in run_names:
        _together()
        outcomes.append(
            _outcome(
                store,
                "start_process_run",
                process_name=f"Process {run_name} {number}",
                process_type="Load",
                tool_name="pytest",
                process_run_name=run_name,
            )
        )
    return outcomes


def test_one_of_many_runs_gets_the_run_name(name: Name, workers: Workers) -> None:
    """Starts of different processes under one new run name: the others learn that it is taken."""
    outcomes = workers.run(_start_named, [name("run") for _ in range(10)])
    for of_round in zip(*outcomes, strict=True):
        failures = _failures(list(of_round))
        assert len(failures) == PROCESSES - 1
        assert all(failure.startswith("RunNameInUse: PT004") for failure in failures)


# ---- registering


def _register_same(store: Store, number: int, run_ids: list[int], paths: list[str]) -> list[Any]:
    outcomes = []
    for path in paths:
        _together()
        outcomes.append(
            _outcome(
                store,
                "register_extract",
                process_tracking_id=run_ids[number],
                filename="Teams.csv",
                location_path=path,
            )
        )
    return outcomes


def test_a_file_that_many_register_at_once_is_one_extract(
    name: Name, started: Started, query: Query, workers: Workers
) -> None:
    """All get its id, and its new location is one location."""
    run_ids = [started()["process_tracking_id"] for _ in range(PROCESSES)]
    paths = [f"/{name('folder')}" for _ in range(10)]
    outcomes = workers.run(_register_same, run_ids, paths)
    for path, of_round in zip(paths, zip(*outcomes, strict=True), strict=True):
        assert _failures(list(of_round)) == []
        extract_ids = {outcome["extract_id"] for outcome in of_round}
        assert len(extract_ids) == 1
        locations = query(f"SELECT location_id FROM {{s}}.location_lkup WHERE location_path = {literal(path)}")
        assert len(locations) == 1
        extracts = query(
            f"SELECT extract_id FROM {{s}}.extract_tracking WHERE extract_location_id = {locations[0]['location_id']}"
        )
        assert {row["extract_id"] for row in extracts} == extract_ids
        ties = query(
            "SELECT process_tracking_id FROM {s}.extract_process_tracking"
            f" WHERE extract_tracking_id = {extract_ids.pop()}"
        )
        assert sorted(row["process_tracking_id"] for row in ties) == sorted(run_ids)


def _register_namesakes(store: Store, number: int, run_id: int, marks: list[str]) -> list[Any]:
    outcomes = []
    for mark in marks:
        _together()
        outcomes.append(
            _outcome(
                store,
                "register_extract",
                process_tracking_id=run_id,
                filename="Teams.csv",
                location_path=f"/{number}/{mark}",
            )
        )
    return outcomes


def test_new_locations_of_one_name_get_names_of_their_own(
    name: Name, started: Started, query: Query, workers: Workers
) -> None:
    """Eight folders of the same last name, registered at once, are eight locations."""
    marks = [name("folder") for _ in range(10)]
    outcomes = workers.run(_register_namesakes, started()["process_tracking_id"], marks)
    assert [_failures(of_worker) for of_worker in outcomes] == [[]] * PROCESSES
    for mark in marks:
        paths = ", ".join(literal(f"/{number}/{mark}") for number in range(PROCESSES))
        rows = query(f"SELECT location_name FROM {{s}}.location_lkup WHERE location_path IN ({paths})")
        names = {row["location_name"] for row in rows}
        assert len(names) == PROCESSES
        assert mark in names
        assert all(found == mark or found.startswith(f"{mark} - ") for found in names)


def _work_on_known(store: Store, number: int, run_ids: list[int], batches: list[tuple[str, list[int]]]) -> list[Any]:
    """Half of the processes register known extracts, the others change them in bulk."""
    outcomes = []
    order = random.Random(number)
    for path, extract_ids in batches:
        names = [f"{i}.csv" for i in range(len(extract_ids))]
        order.shuffle(names)
        shuffled = order.sample(extract_ids, len(extract_ids))
        run_id = run_ids[number // 4]
        _together()
        if number % 2:
            outcomes.append(
                _outcome(
                    store,
                    "bulk_change_extract_status",
                    process_tracking_id=run_id,
                    extract_ids=shuffled,
                    new_status="loaded",
                )
            )
            continue
        outcomes.append(
            _outcome(
                store,
                "register_extracts",
                process_tracking_id=run_id,
                location_path=path,
                files=names,
                status="archived" if number % 4 else None,
            )
        )
    return outcomes


def test_registering_what_others_change_blocks_nobody(
    store: Store, name: Name, started: Started, workers: Workers
) -> None:
    """Known extracts are registered again for a run while it, and another, changes their status."""
    dataset_types = [f"Type {name(letter)}" for letter in "ab"]
    maker = started()
    batches = []
    for _ in range(5):
        path = f"/{name('known')}"
        made = register_ready(store, maker, path, [f"{i}.csv" for i in range(500)])
        batches.append((path, list(made.values())))
    runs = []
    for order in (1, -1):  # linked to the same sources in the other order
        process_name = name("Process")
        for source in dataset_types[::order]:
            run = started(process_name=process_name, sources=[source])
            end(store, run)
        runs.append(started(process_name=process_name)["process_tracking_id"])
    for outcomes in workers.run(_work_on_known, runs, batches):
        assert _failures(outcomes) == []


# ---- counts


def _report(store: Store, number: int, run_ids: list[int]) -> list[Any]:
    """Reports for the own run and for one that all report for; the last own count is 1000 + n."""
    choice = random.Random(number)
    outcomes = []
    own, shared = run_ids[number], run_ids[PROCESSES]
    for run_id in [own, shared] * 20:
        outcomes.append(
            _outcome(
                store,
                "set_process_run_record_count",
                process_tracking_id=run_id,
                num_records=choice.randrange(10**6),
                processing_type=choice.choice([None, "insert", "update", "delete", "reject"]),
            )
        )
    outcomes.append(
        _outcome(
            store,
            "set_process_run_record_count",
            process_tracking_id=own,
            num_records=1000 + number,
        )
    )
    return outcomes


def test_concurrent_counts_lose_nothing(store: Store, started: Started, workers: Workers) -> None:
    """The process's total is the sum over its runs, whoever reports when and how often."""
    run = started()
    run_ids = [run["process_tracking_id"]]
    while len(run_ids) <= PROCESSES:
        end(store, run)
        run = started(process_name=run["process_name"])
        run_ids.append(run["process_tracking_id"])
    for outcomes in workers.run(_report, run_ids):
        assert _failures(outcomes) == []
    runs = [run_of(store, run_id) for run_id in run_ids]
    counts = [run["process_run_record_count"] for run in runs]
    assert counts[:PROCESSES] == [1000 + number for number in range(PROCESSES)]
    assert runs[0]["total_record_count"] == sum(counts)


# ---- circles


def _close_circle(store: Store, number: int, pairs: list[list[tuple[str, str]]]) -> list[bool]:
    outcomes = []
    for pairs_of_round in pairs:
        pair = pairs_of_round[number // 2]
        parent, child = pair if number % 2 else pair[::-1]
        _together()
        try:
            store.call("create_process_dependency", parent_process_name=parent, child_process_name=child)
            outcomes.append(True)
        except DependencyCycle:
            outcomes.append(False)
    return outcomes


def test_two_processes_never_come_to_wait_for_one_another(started: Started, workers: Workers) -> None:
    """Of two dependencies that would close a circle together, one is refused."""
    names = [started()["process_name"] for _ in range(PROCESSES)]
    pairs = []
    for _ in range(20):
        more = [started()["process_name"] for _ in range(PROCESSES // 2)]
        pairs.append(list(zip(names, more, strict=False)))
    by_worker = workers.run(_close_circle, pairs)
    for first, second in zip(by_worker[::2], by_worker[1::2], strict=True):
        assert [a + b for a, b in zip(first, second, strict=True)] == [1] * 20


def _close_extract_circle(store: Store, number: int, extract_ids: list[int]) -> list[bool]:
    """In each round, each process ties its extract of the round to the next one's: a ring."""
    outcomes = []
    for start in range(0, len(extract_ids), PROCESSES):
        ring = extract_ids[start : start + PROCESSES]
        _together()
        try:
            store.call(
                "add_extract_dependency",
                parent_extract_id=ring[number],
                child_extract_id=ring[(number + 1) % PROCESSES],
            )
            outcomes.append(True)
        except DependencyCycle:
            outcomes.append(False)
    return outcomes


def test_extracts_never_come_to_wait_for_one_another(
    store: Store, name: Name, started: Started, workers: Workers
) -> None:
    """Of eight dependencies that would close a ring together, the last is refused."""
    files = [f"{i}.csv" for i in range(20 * PROCESSES)]
    extracts = register_ready(store, started(), f"/{name('ring')}", files)
    by_worker = workers.run(_close_extract_circle, [extracts[file] for file in files])
    for of_round in zip(*by_worker, strict=True):
        assert sorted(of_round) == [False] + [True] * (PROCESSES - 1)


# ---- clients that are killed


def _begin(url: str, process_name: str, path: str, pipe: Any) -> None:
    """Starts a run, registers a file, says so, and waits to be killed."""
    _be_client(url)
    store = Store(url)
    run = store.call("start_process_run", process_name=process_name)
    register_ready(store, run, path, ["Teams.csv"], status="loading")
    pipe.send(run["process_tracking_id"])
    time.sleep(PATIENCE)


def test_a_client_killed_between_calls_leaves_its_run_to_others(
    store: Store, store_url: str, name: Name, started: Started
) -> None:
    """The run goes on running until another session changes it, which it can do at once."""
    before = started()
    end(store, before)
    path = f"/{name('folder')}"
    ours, theirs = SPAWN.Pipe()
    child = SPAWN.Process(target=_begin, args=(store_url, before["process_name"], path, theirs))
    child.start()
    assert ours.poll(PATIENCE)
    run_id = ours.recv()
    child.kill()
    child.join()

    assert run_of(store, run_id)["process_status_name"] == "running"
    with pytest.raises(RunAlreadyRunning):
        started(process_name=before["process_name"])
    row = store.call("find_extracts_by_location", location_path=path, status="loading")[0]

    def take_over() -> Row:
        store.call(
            "change_extract_status",
            process_tracking_id=run_id,
            extract_id=row["extract_id"],
            new_status="loaded",
        )
        store.call("change_run_status", process_tracking_id=run_id, new_status="failed")
        return started(process_name=before["process_name"])

    assert _soon(take_over)["process_run_status"] == "running"


def _register_for_ever(url: str, run_id: int, path: str, ready: Any) -> None:
    _be_client(url)
    store = Store(url)
    run = {"process_tracking_id": run_id}
    for number in range(10**6):
        register_ready(store, run, f"{path}/{number}", [f"{i}.csv" for i in range(BATCH)])
        ready.set()


def _change_for_ever(url: str, run_id: int, extract_ids: list[int], ready: Any) -> None:
    _be_client(url)
    store = Store(url)
    for number in range(10**6):
        store.call(
            "bulk_change_extract_status",
            process_tracking_id=run_id,
            extract_ids=extract_ids,
            new_status=("loading", "loaded", "ready")[number % 3],
        )
        ready.set()


def test_a_client_killed_within_a_call_leaves_nothing_half_done(
    store: Store, store_url: str, name: Name, started: Started, query: Query
) -> None:
    """A registration has all its files or none, a batch one status; no row stays locked."""
    moments = random.Random(20191231)
    run = started()
    run_id = run["process_tracking_id"]
    known = f"/{name('known')}"
    names = [f"{i}.csv" for i in range(BATCH)]
    extract_ids = list(register_ready(store, run, known, names).values())

    for number in range(6):
        path = f"/{name('new')}"
        victims = []
        for target, what in (
            (_register_for_ever, path),
            (_change_for_ever, extract_ids),
            (_change_for_ever, extract_ids[::-1]),
        ):
            ready = SPAWN.Event()
            process = SPAWN.Process(target=target, args=(store_url, run_id, what, ready))
            process.start()
            victims.append((process, ready))
        for _, ready in victims:
            assert ready.wait(PATIENCE)
        for process, _ in victims:
            time.sleep(moments.uniform(0.0, 0.15))
            process.kill()
        for process, _ in victims:
            process.join()

        assert _are_of_one_status(query, known)
        change = partial(
            store.call,
            "bulk_change_extract_status",
            process_tracking_id=run_id,
            extract_ids=extract_ids,
            new_status=f"seen {number}",
        )
        assert _soon(change) == {}
        assert _are_of_one_status(query, known)
        for folder, files in _files_below(query, path).items():
            assert (folder, files) == (folder, BATCH)
            again = _soon(partial(register_ready, store, run, folder, names))
            assert len(again) == BATCH
    assert run_of(store, run_id)["process_status_name"] == "running"
    end(store, run)


def _are_of_one_status(query: Query, path: str) -> bool:
    """Whether the location's extracts have one status, and their ties to the run the same."""
    # One statement, because a call whose client was killed may come to its end at any time.
    rows = query(
        "SELECT e.extract_status_id, t.extract_process_status_id, count(*) AS n"
        " FROM {s}.location_lkup l"
        " JOIN {s}.extract_tracking e ON e.extract_location_id = l.location_id"
        " JOIN {s}.extract_process_tracking t ON t.extract_tracking_id = e.extract_id"
        f" WHERE l.location_path = {literal(path)}"
        " GROUP BY e.extract_status_id, t.extract_process_status_id"
    )
    return [row["n"] for row in rows] == [BATCH] and (
        rows[0]["extract_status_id"] == rows[0]["extract_process_status_id"]
    )


def _files_below(query: Query, path: str) -> dict[str, int]:
    """How many extracts, tied to a run, each location below the path has."""
    rows = query(
        "SELECT l.location_path, count(t.process_tracking_id) AS n FROM {s}.location_lkup l"
        " LEFT JOIN {s}.extract_tracking e ON e.extract_location_id = l.location_id"
        " LEFT JOIN {s}.extract_process_tracking t ON t.extract_tracking_id = e.extract_id"
        f" WHERE l.location_path LIKE {literal(path + '/%')} GROUP BY l.location_path"
    )
    return {row["location_path"]: row["n"] for row in rows}


# ---- everything at once

# What the rules may answer to calls whose arguments are all right.
ALLOWED = {
    "run_already_running",
    "dependency_blocked",
    "run_name_in_use",
    "invalid_status_transition",
    "extract_dependency_blocked",
    "dependency_cycle",
    "process_on_hold",
}
EPOCH = datetime(2024, 1, 1, tzinfo=UTC)


class _Mix:
    """A seeded choice of calls on a few processes, their runs and some forty extracts."""

    def __init__(self, number: int, shared: dict[str, Any]) -> None:
        self.random = random.Random(1000 + number)
        self.mark: str = shared["mark"]
        self.processes: list[str] = shared["processes"]
        self.runs: list[int] = list(shared["runs"])
        self.extracts: list[int] = shared["extracts"]
        self.paths: list[str] = shared["paths"]
        self.dataset_types: list[str] = shared["dataset_types"]
        self.step = 0

    def some(self, items: list[Any], least: int = 1, most: int | None = None) -> list[Any]:
        """Some of the items, in a random order."""
        number = self.random.randint(least, min(most or len(items), len(items)))
        return self.random.sample(items, number)

    def one(self, *items: Any) -> Any:
        return self.random.choice(items)

    def date(self) -> datetime:
        return EPOCH + timedelta(seconds=self.random.randrange(10**6))

    def next(self) -> tuple[str, dict[str, Any]]:
        """A routine and its arguments."""
        kinds = {
            self.start: 5,
            self.run_call: 6,
            self.register: 5,
            self.change: 6,
            self.extract_call: 4,
            self.read: 2,
        }
        self.step += 1
        kind = self.random.choices(list(kinds), list(kinds.values()))[0]
        routine, arguments = kind()
        return routine, arguments

    @property
    def epoch(self) -> int:
        """Part of names that are new to all processes at about the same time."""
        return self.step // 10

    def start(self) -> tuple[str, dict[str, Any]]:
        names = [f"Source {self.mark} {self.epoch} {i}" for i in range(20)]
        sources, targets = (
            self.one(
                None,
                self.some(names),
                {source: self.some(["a", "b", "c"]) for source in self.some(names, 1, 5)},
                {source: {"a": self.some(["x", "y"])} for source in self.some(names, 1, 5)},
            )
            for _ in range(2)
        )
        return "start_process_run", {
            "process_name": self.one(*self.processes, *(f"Process {self.mark} {self.epoch} {i}" for i in range(4))),
            "process_type": self.one("Load", "Extract", f"Type {self.mark}"),
            "actor_name": self.one(None, *(f"Actor {self.mark} {i}" for i in range(5))),
            "tool_name": self.one(*(f"Tool {self.mark} {i}" for i in range(5))),
            "process_run_name": self.one(*[None] * 9, f"Run {self.mark} {self.epoch}"),
            "sources": sources,
            "targets": targets,
            "dataset_types": self.one(None, self.some(self.dataset_types)),
            "schedule_frequency": self.one(None, None, "daily", "weekly"),
            "parent_process_tracking_id": self.one(None, *self.runs),
        }

    def run_call(self) -> tuple[str, dict[str, Any]]:
        run = {"process_tracking_id": self.one(*self.runs[-6:], *self.runs[:4])}
        calls: list[tuple[str, dict[str, Any]]] = [
            (
                "change_run_status",
                {
                    **run,
                    "new_status": self.one("completed", "completed", "completed", "failed", "running", "paused"),
                },
            ),
            (
                "raise_run_error",
                {
                    **run,
                    "error_type_name": "Process Error",
                    "error_description": "x" * self.random.randrange(2000),
                    "fail_run": self.one(True, False, False),
                },
            ),
            (
                "set_process_run_record_count",
                {
                    **run,
                    "num_records": self.random.randrange(10**6),
                    "processing_type": self.one(None, "insert", "update", "delete", "reject"),
                },
            ),
            (
                "set_process_run_low_high_dates",
                {**run, "low_date": self.date(), "high_date": self.date() + timedelta(days=365)},
            ),
            ("record_heartbeat", run),
            ("fail_stale_runs", {}),
            ("release_process", {"process_name": self.one(*self.processes)}),
        ]
        return self.random.choices(calls, [5, 2, 3, 2, 3, 1, 1])[0]

    def register(self) -> tuple[str, dict[str, Any]]:
        run = {"process_tracking_id": self.one(*self.runs)}
        path = self.one(*self.paths, f"{self.paths[0]}/{self.epoch}")
        status = self.one(None, None, "ready", "loaded", f"Status {self.mark}")
        names = [f"{i}.csv" for i in range(25)]
        if self.random.random() < 0.3:
            return "register_extract", {
                **run,
                "filename": self.one(*names),
                "location_path": path,
                "status": status,
                "file_size": self.one(None, "3 MB"),
            }
        files = [
            self.one(
                file,
                {"name": file, "write_record_count": 7},
                {"name": file, "size": "1 KB", "write_low_date": self.date().isoformat()},
            )
            for file in self.some(names)
        ]
        return "register_extracts", {
            **run,
            "location_path": path,
            "files": files,
            "status": status,
        }

    def change(self) -> tuple[str, dict[str, Any]]:
        run = {"process_tracking_id": self.one(*self.runs)}
        status = self.one("loading", "loaded", "ready", "archived", f"Status {self.mark}")
        if self.random.random() < 0.3:
            extract = {"extract_id": self.one(*self.extracts)}
            return "change_extract_status", {**run, **extract, "new_status": status}
        return "bulk_change_extract_status", {
            **run,
            "extract_ids": self.some(self.extracts),
            "new_status": status,
        }

    def extract_call(self) -> tuple[str, dict[str, Any]]:
        extract = {"extract_id": self.one(*self.extracts)}
        audit = {"audit_type": self.one("load", "write")}
        parent, child = self.random.sample(self.extracts, 2)
        calls: list[tuple[str, dict[str, Any]]] = [
            (
                "set_extract_record_count",
                {**extract, **audit, "num_records": self.random.randrange(10**6)},
            ),
            (
                "set_extract_low_high_dates",
                {
                    **extract,
                    **audit,
                    "low_date": self.date(),
                    "high_date": self.date() + timedelta(days=365),
                },
            ),
            (
                "add_extract_dependency",
                {
                    "parent_extract_id": parent,
                    "child_extract_id": child,
                    "dependency_type": self.one(None, "Soft", "Hard"),
                },
            ),
        ]
        return self.random.choices(calls, [3, 3, 1])[0]

    def read(self) -> tuple[str, dict[str, Any]]:
        process = {"process_name": self.one(*self.processes)}
        calls: list[tuple[str, dict[str, Any]]] = [
            ("get_process_run", {"process_tracking_id": self.one(*self.runs)}),
            ("get_extract", {"extract_id": self.one(*self.extracts)}),
            ("get_process_watermark", process),
            ("find_extracts_by_process", process),
            ("find_extracts_by_location", {"location_path": self.one(*self.paths)}),
            ("find_extracts_by_filename", {"filename": ".csv", "status": "loaded"}),
        ]
        return self.random.choice(calls)


def _mixed_calls(store: Store, number: int, shared: dict[str, Any], calls: int) -> Row:
    """Makes the calls; what nobody may expect, and how many of each kind came through."""
    mix = _Mix(number, shared)
    bad: list[str] = []
    done: dict[str, int] = {}
    law = contract.load()
    for at in range(calls):
        routine, arguments = mix.next()
        allowed = {law.errors[e] for e in law.routine(routine).errors if e in ALLOWED}
        try:
            result = store.call(routine, **arguments)
        except Exception as error:
            if getattr(error, "code", None) not in allowed:
                shown = json.dumps(arguments, default=str)[:300]
                bad.append(f"{number}/{at} {routine}({shown}): {error!r} from {error.__cause__!r}")
            continue
        done[routine] = done.get(routine, 0) + 1
        if routine == "start_process_run":
            mix.runs.append(result["process_tracking_id"])
    return {"bad": bad, "done": done}


def test_a_thousand_mixed_calls_block_nobody(
    store: Store, name: Name, started: Started, query: Query, workers: Workers
) -> None:
    """Nothing but refusals by the rules, and afterwards all books are straight."""
    mark = name("mix")
    runs = [started(process_name=f"Process {mark} {i}") for i in range(4)]
    for i in (0, 1):
        set_limits(store, f"Process {mark} {i}", max_concurrent_failures=2, stale_after_seconds=1)
    paths = [f"/{mark}/{i}" for i in range(3)]
    extracts = {}
    for path in paths[:2]:
        files = [f"{i}.csv" for i in range(20)]
        extracts.update({(path, f): i for f, i in register_ready(store, runs[0], path, files).items()})
    shared = {
        "mark": mark,
        "processes": [run["process_name"] for run in runs],
        "runs": [run["process_tracking_id"] for run in runs],
        "extracts": list(extracts.values()),
        "paths": paths,
        "dataset_types": [add_dataset_type(query, f"{mark} {i}") for i in range(3)],
    }
    results = workers.run(_mixed_calls, shared, 125)

    bad = [line for result in results for line in result["bad"]]
    assert not bad, "\n".join(bad)
    done = {routine for result in results for routine in result["done"]}
    groups = ("runs", "extracts")
    assert done >= {r.name for r in contract.load().routines.values() if r.group in groups} - {"release_process"}
    for process_name in shared["processes"]:
        process = process_row(query, process_name)
        assert process is not None
        of_process = query(
            "SELECT process_run_id, is_latest_run, process_run_record_count"
            f" FROM {{s}}.process_tracking WHERE process_id = {process['process_id']}"
            " ORDER BY process_run_id"
        )
        numbers = [run["process_run_id"] for run in of_process]
        assert numbers == list(range(1, len(numbers) + 1))
        assert [run["is_latest_run"] for run in of_process] == [False] * (len(numbers) - 1) + [True]
        assert process["total_record_count"] == sum(run["process_run_record_count"] for run in of_process)
    for path in paths:
        rows = query(
            "SELECT e.extract_filename FROM {s}.extract_tracking e JOIN {s}.location_lkup l"
            f" ON l.location_id = e.extract_location_id WHERE l.location_path = {literal(path)}"
        )
        assert len({row["extract_filename"] for row in rows}) == len(rows) <= 25
