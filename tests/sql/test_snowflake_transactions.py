"""Snowflake's transactions and its one lock: sessions that meet, call by call, and a caller's own transaction.

No unique key and no row lock keeps any promise there. What does is that who writes first passes the gate, and that each
statement behind it sees all that those before have committed; sql/README.md has the argument.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from typing import Any

import pytest
import snowflake.connector
from snowflake.connector import SnowflakeConnection

from ptdb import Store
from ptdb.dialects.snowflake import DIALECT
from ptdb.errors import PtdbError, RunAlreadyRunning, StoreError
from tests.support import snowflake as module

ENGINES = ("snowflake", "fakesnow")
Name = Callable[[str], str]
Query = Callable[[str], list[dict[str, Any]]]


class Session:
    """A session that runs a statement beside the test, which may have to wait."""

    def __init__(self, url: str) -> None:
        self.connection: SnowflakeConnection = module.connect(url)
        self._worker = ThreadPoolExecutor(1)

    def begin(self, statement: str, *values: object) -> Future[list[dict[str, Any]]]:
        """Begins to run a statement."""
        return self._worker.submit(self.run, statement, *values)

    def run(self, statement: str, *values: object) -> list[dict[str, Any]]:
        """Runs a statement; its rows, or the error as ptdb's."""
        try:
            with self.connection.cursor() as cursor:
                cursor.execute(statement, values)
                names = [item.name.lower() for item in cursor.description or ()]
                return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        except snowflake.connector.Error as error:
            raise DIALECT.translate(error) from error

    def start(self, name: str, **more: object) -> Future[list[dict[str, Any]]]:
        """Begins to start a run of a process."""
        given: dict[str, object] = {
            "process_name": name,
            "process_type": "Load",
            "tool_name": "pytest",
            "actor_name": "tester",
            **more,
        }
        arguments = ", ".join(f"p_{key} => ?" for key in given)
        return self.begin(f"CALL process_tracker.start_process_run({arguments})", *given.values())

    def close(self) -> None:
        self._worker.shutdown()
        self.connection.close()


@pytest.fixture
def two(store_url: str) -> Iterator[tuple[Session, Session]]:
    """Two sessions."""
    first, second = Session(store_url), Session(store_url)
    yield first, second
    first.close()
    second.close()


def waits(call: Future[Any]) -> bool:
    """Whether a call is still waiting after a while in which it would have ended."""
    time.sleep(0.5)
    return not call.done()


def test_of_two_starts_that_meet_one_is_refused(two: tuple[Session, Session], name: Name) -> None:
    """The second waits at the gate until the first has committed, and then sees its run."""
    first, second = two
    process = name("Process")
    first.run("BEGIN TRANSACTION")
    [row] = first.start(process).result()
    assert row["process_run_status"] == "running"
    later = second.start(process)
    assert waits(later)
    first.run("COMMIT")
    with pytest.raises(RunAlreadyRunning, match=f"process_tracking_id {row['process_tracking_id']}"):
        later.result(30)


def test_a_start_that_is_rolled_back_lets_the_next_one_in(
    two: tuple[Session, Session], name: Name, query: Query
) -> None:
    """It has left nothing, neither the run nor the names that it brought along."""
    first, second = two
    process, actor = name("Process"), name("Actor")
    first.run("BEGIN TRANSACTION")
    first.start(process, actor_name=actor).result()
    later = second.start(process)
    assert waits(later)
    first.run("ROLLBACK")
    assert later.result(30)[0]["process_run_status"] == "running"
    rows = query(
        "SELECT t.process_run_id, t.is_latest_run FROM {s}.process_tracking AS t"
        f" INNER JOIN {{s}}.process AS p ON p.process_id = t.process_id WHERE p.process_name = '{process}'"
    )
    assert rows == [{"process_run_id": 1, "is_latest_run": True}]
    assert query(f"SELECT a.actor_id FROM {{s}}.actor_lkup AS a WHERE a.actor_name = '{actor}'") == []


def test_two_who_bring_one_name_along_get_one_row(two: tuple[Session, Session], name: Name, query: Query) -> None:
    """Of actors, tools, sources, objects and attributes alike."""
    first, second = two
    new = name("New")
    given = {"actor_name": new, "tool_name": new, "sources": f'{{"{new}": {{"{new}": ["{new}"]}}}}'}
    first.run("BEGIN TRANSACTION")
    first.start(name("Process"), **given).result()
    later = second.start(name("Process"), **given)
    assert waits(later)
    first.run("COMMIT")
    assert later.result(30)[0]["process_run_status"] == "running"
    for kind in ("actor", "tool", "source", "source_object", "source_object_attribute"):
        rows = query(f"SELECT COUNT(*) AS n FROM {{s}}.{kind}_lkup AS l WHERE l.{kind}_name = '{new}'")
        assert rows == [{"n": 1}], kind


def test_a_finder_waits_for_nobody(two: tuple[Session, Session], name: Name) -> None:
    """It sees what was committed when it began."""
    first, second = two
    process = name("Process")
    [run] = first.start(process).result()
    first.run("BEGIN TRANSACTION")
    first.run("CALL process_tracker.change_run_status(?, 'completed')", run["process_tracking_id"])
    [found] = second.begin("CALL process_tracker.get_process_run(?)", run["process_tracking_id"]).result(10)
    assert found["process_status_name"] == "running"
    first.run("COMMIT")


def test_a_call_in_the_callers_transaction_is_part_of_it(
    two: tuple[Session, Session], name: Name, query: Query
) -> None:
    """It neither commits nor rolls back, and a refusal takes back the call alone."""
    first, _ = two
    kept, actor = name("Process"), name("Actor")
    first.run("BEGIN TRANSACTION")
    first.start(kept).result()
    with pytest.raises(PtdbError, match="PT011"):
        first.start(name("Process"), actor_name=actor, sources="[1]").result()
    assert len(first.run("SELECT process_id FROM process_tracker.process WHERE process_name = ?", kept)) == 1
    assert query(f"SELECT p.process_id FROM {{s}}.process AS p WHERE p.process_name = '{kept}'") == []
    first.run("COMMIT")
    assert len(query(f"SELECT p.process_id FROM {{s}}.process AS p WHERE p.process_name = '{kept}'")) == 1
    assert query(f"SELECT a.actor_id FROM {{s}}.actor_lkup AS a WHERE a.actor_name = '{actor}'") == []


def test_with_autocommit_off_a_call_commits_by_itself_alone(
    two: tuple[Session, Session], name: Name, query: Query
) -> None:
    """Nobody else would end the transaction that its first statement began."""
    first, _ = two
    first.connection.autocommit(False)
    process = name("Process")
    first.start(process).result()
    assert len(query(f"SELECT p.process_id FROM {{s}}.process AS p WHERE p.process_name = '{process}'")) == 1


def test_who_will_not_wait_any_longer_may_call_again(two: tuple[Session, Session], store_url: str, name: Name) -> None:
    """The package says so after some attempts of its own."""
    first, _ = two
    process = name("Process")
    first.run("BEGIN TRANSACTION")
    first.start(process).result()
    with Store(f"{store_url}&lock_timeout=1") as store:
        given = {"process_name": name("Process"), "process_type": "Load", "tool_name": "pytest"}
        with pytest.raises(StoreError, match=r"broken off and changed nothing.*call again"):
            store.call("start_process_run", **given)
        first.run("ROLLBACK")
        assert store.call("start_process_run", **given)["process_run_status"] == "running"


def test_more_callers_than_may_wait_all_come_through(two: tuple[Session, Session], store_url: str, name: Name) -> None:
    """At most 20 statements may wait for a lock; the package calls again for those who were turned away."""
    first, _ = two
    first.run("BEGIN TRANSACTION")
    first.start(name("Process")).result()
    store = Store(store_url)
    ready = threading.Barrier(26)

    def start() -> str:
        with store:
            store.call("get_version")
            ready.wait(60)
            given = {"process_name": name("Process"), "process_type": "Load", "tool_name": "pytest"}
            return str(store.call("start_process_run", **given)["process_run_status"])

    with closing(first), ThreadPoolExecutor(25) as workers:
        calls = [workers.submit(start) for _ in range(25)]
        ready.wait(60)
        time.sleep(0.3)
        first.run("COMMIT")
        assert [call.result(60) for call in calls] == ["running"] * 25
