"""MySQL and MariaDB: a call is atomic, on its own and inside a caller's transaction, at both levels of isolation."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from typing import Any

import mysql.connector
import pytest

from tests.support import mysql as support

ENGINES = ("mysql", "mariadb")

Connect = Callable[[], Any]
LEVELS = ["REPEATABLE READ", "READ COMMITTED"]
Name = Callable[[str], str]


@pytest.fixture
def connect(store_url: str) -> Iterator[Connect]:
    """Opens sessions as a tool would: none of them knows of the driver's settings."""
    with ExitStack() as stack:

        def session() -> Any:
            return stack.enter_context(closing(support.connect(store_url)))

        yield session


def run(session: Any, statement: str, *values: object) -> list[tuple[Any, ...]]:
    """Runs one statement; the rows of its last result."""
    with session.cursor() as cursor:
        cursor.execute(statement, values)
        rows: list[tuple[Any, ...]] = []
        while True:
            rows = cursor.fetchall() if cursor.description else rows
            if not cursor.nextset():
                return rows


def start(
    session: Any, process_name: str, actor: str = "tester", tool: str = "pytest", run_name: str | None = None
) -> int:
    """Starts a run; its key."""
    run(
        session,
        "CALL start_process_run(%s, 'Load', %s, %s, %s, NULL, NULL, NULL, NULL, NULL, NULL, @id, @status)",
        process_name,
        actor,
        tool,
        run_name,
    )
    return int(run(session, "SELECT @id")[0][0])


def names(session: Any, table: str, column: str, prefix: str) -> list[str]:
    """The names in a table that begin so."""
    return [row[0] for row in run(session, f"SELECT {column} FROM {table} WHERE {column} LIKE %s", f"{prefix}%")]


def test_a_call_outside_a_transaction_is_kept_at_once(connect: Connect, name: Name) -> None:
    """It commits what it did, and leaves no transaction open."""
    session, process_name = connect(), name("Process")
    start(session, process_name)
    assert not session.in_transaction
    assert names(connect(), "process", "process_name", process_name) == [process_name]


@pytest.mark.parametrize("begin", ["START TRANSACTION", "SET autocommit = 0"])
def test_a_call_inside_a_transaction_is_a_part_of_it(connect: Connect, name: Name, begin: str) -> None:
    """Nobody sees it before the commit; a rollback takes it back, and what was added by the way."""
    session, process_name = connect(), name("Process")
    run(session, begin)
    start(session, process_name, actor=process_name, tool=process_name)
    assert names(session, "process", "process_name", process_name) == [process_name]
    assert names(connect(), "process", "process_name", process_name) == []
    run(session, "ROLLBACK")
    for table, column in (("process", "process_name"), ("actor_lkup", "actor_name"), ("tool_lkup", "tool_name")):
        assert names(session, table, column, process_name) == []


def test_a_refusal_undoes_the_call_and_no_more(connect: Connect, name: Name) -> None:
    """What the caller's transaction did before stays, also its savepoints; what the call did goes."""
    session, process_name, actor = connect(), name("Process"), name("Actor")
    run(session, "START TRANSACTION")
    start(session, process_name)
    run(session, "SAVEPOINT mine")
    with pytest.raises(mysql.connector.Error, match="PT001") as caught:
        start(session, process_name, actor=actor)
    assert (caught.value.errno, caught.value.sqlstate) == (51001, "PT001")
    run(session, "ROLLBACK TO SAVEPOINT mine")
    run(session, "COMMIT")
    assert names(session, "process", "process_name", process_name) == [process_name]
    assert names(session, "actor_lkup", "actor_name", actor) == []


def test_a_refusal_outside_a_transaction_leaves_nothing(connect: Connect, name: Name) -> None:
    """Not even the actor, and no open transaction."""
    session, process_name, actor = connect(), name("Process"), name("Actor")
    start(session, process_name)
    with pytest.raises(mysql.connector.Error, match="PT001"):
        start(session, process_name, actor=actor)
    assert not session.in_transaction
    assert names(session, "actor_lkup", "actor_name", actor) == []


@pytest.mark.parametrize("level", LEVELS)
def test_the_level_of_isolation_of_a_session_stays(connect: Connect, name: Name, level: str) -> None:
    """A call's own transaction is READ COMMITTED; the next one of the caller's is what the caller wants."""
    session, other = connect(), connect()
    run(session, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
    start(session, name("Process"))
    run(session, "START TRANSACTION")
    run(session, "SELECT count(*) FROM tool_lkup")
    tool = name("Tool")
    start(other, name("Process"), tool=tool)
    assert names(session, "tool_lkup", "tool_name", tool) == ([tool] if level == "READ COMMITTED" else [])


@pytest.mark.parametrize("level", LEVELS)
def test_names_that_others_added_since_are_found(connect: Connect, name: Name, level: str) -> None:
    """A transaction whose view of the tables is older uses them, and adds no second ones."""
    session, other = connect(), connect()
    process_name, actor, tool = name("Process"), name("Actor"), name("Tool")
    run(session, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
    run(session, "START TRANSACTION")
    run(session, "SELECT count(*) FROM process")
    first = start(other, process_name, actor=actor, tool=tool)
    run(other, "CALL change_run_status(%s, 'completed', NULL)", first)
    second = start(session, process_name, actor=actor, tool=tool)
    run(session, "COMMIT")
    rows = run(
        session,
        "SELECT process_id, process_run_actor_id, process_run_id, is_latest_run FROM process_tracking"
        " WHERE process_tracking_id IN (%s, %s) ORDER BY process_tracking_id",
        first,
        second,
    )
    assert rows[0][:2] == rows[1][:2]
    assert [row[2:] for row in rows] == [(1, 0), (2, 1)]


@pytest.mark.parametrize("level", LEVELS)
def test_a_run_that_others_started_since_is_seen(connect: Connect, name: Name, level: str) -> None:
    """The rules about a process's own runs hold whatever the age of the transaction."""
    session, other, process_name = connect(), connect(), name("Process")
    run_name = name("run")
    run(session, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
    run(session, "START TRANSACTION")
    run(session, "SELECT count(*) FROM process_tracking")
    start(other, process_name, run_name=run_name)
    with pytest.raises(mysql.connector.Error, match="PT001"):
        start(session, process_name)
    with pytest.raises(mysql.connector.Error, match="PT004"):
        start(session, name("Process"), run_name=run_name)


@pytest.mark.parametrize("level", LEVELS)
def test_failures_that_others_recorded_since_count(connect: Connect, name: Name, level: str) -> None:
    """The hold looks at the last runs as they are now."""
    session, other, process_name = connect(), connect(), name("Process")
    for _ in range(4):
        run(other, "CALL change_run_status(%s, 'failed', NULL)", start(other, process_name))
    run(session, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
    run(session, "START TRANSACTION")
    run(session, "SELECT count(*) FROM process_tracking")
    run(other, "CALL change_run_status(%s, 'failed', NULL)", start(other, process_name))
    start(session, process_name)
    assert run(session, "SELECT @status")[0][0] == "on hold"
    run(session, "ROLLBACK")


@pytest.mark.parametrize("level", LEVELS)
def test_new_names_of_different_transactions_do_not_deadlock(connect: Connect, name: Name, level: str) -> None:
    """Eight transactions add neighbouring names and stay open a while: nobody waits for anybody."""
    sessions = [connect() for _ in range(8)]
    prefix = name("Process")
    failures: list[Exception] = []

    def work(number: int) -> None:
        session = sessions[number]
        try:
            run(session, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
            run(session, "SET SESSION innodb_lock_wait_timeout = 5")
            for at in range(5):
                run(session, "START TRANSACTION")
                own = f"{prefix} {at} {number}"
                start(session, own, actor=own, tool=own)
                time.sleep(0.02)
                run(session, "COMMIT")
        except mysql.connector.Error as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(names(sessions[0], "process", "process_name", prefix)) == 40


def test_keys_have_no_gaps_where_names_are_known(connect: Connect, name: Name) -> None:
    """A start of known names uses up no key of a lookup."""
    session, process_name = connect(), name("Process")
    for _ in range(3):
        run(session, "CALL change_run_status(%s, 'completed', NULL)", start(session, process_name))
    first, second = name("Tool"), name("Tool")
    keys = []
    for tool in (first, second):
        start(session, name("Process"), tool=tool)
        keys.append(run(session, "SELECT tool_id FROM tool_lkup WHERE tool_name = %s", tool)[0][0])
    assert keys[1] == keys[0] + 1


def test_instants_are_utc_in_a_session_of_another_zone(connect: Connect, name: Name) -> None:
    """The clock is the server's, in UTC, whatever the session's time zone."""
    session = connect()
    run(session, "SET SESSION time_zone = '+05:00'")
    key = start(session, name("Process"))
    rows = run(
        session,
        "SELECT ABS(TIMESTAMPDIFF(SECOND, process_run_start_date_time, UTC_TIMESTAMP())),"
        " ABS(TIMESTAMPDIFF(SECOND, created_date_time, UTC_TIMESTAMP()))"
        " FROM process_tracking WHERE process_tracking_id = %s",
        key,
    )
    assert all(seconds < 60 for seconds in rows[0])


def test_a_message_says_what_matters_in_128_characters(connect: Connect, name: Name) -> None:
    """Long names are cut in the middle: both ends of each are there, and the reason."""
    session = connect()
    process_name = name("Head") + "x" * 200 + name("tail")
    start(session, process_name)
    with pytest.raises(mysql.connector.Error) as caught:
        start(session, process_name)
    message = str(caught.value.msg)[:128]
    assert message.startswith(f'PT001: process "{process_name[:15]}')
    assert "…" in message
    assert process_name[-10:] + '" may not start: its run 1 ' in message
