"""Locks: the page on transactions, and LOCK_TIMEOUT."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from tests.snowflake_scripting import transactions
from tests.snowflake_scripting.errors import SnowflakeError
from tests.snowflake_scripting.session import Account, Session


@pytest.fixture(autouse=True)
def table(session: Session) -> None:
    """A table with one row."""
    session.script("CREATE TABLE t (id NUMBER, n NUMBER); INSERT INTO t (id, n) VALUES (1, 0)")


@pytest.fixture
def other(account: Account) -> Iterator[Session]:
    """Another session."""
    other = account.connect()
    yield other
    other.close()


class Aside:
    """A call that runs in a thread."""

    def __init__(self, call: Callable[[], Any]) -> None:
        self.error: BaseException | None = None
        self._call = call
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._call()
        except BaseException as error:
            self.error = error

    def ends(self) -> bool:
        """Whether it ends within seconds."""
        self._thread.join(20)
        return not self._thread.is_alive()


def wait_for(account: Account, number: int) -> None:
    """Waits until so many statements wait."""
    deadline = time.monotonic() + 20
    while account.locks.waiting < number:
        assert time.monotonic() < deadline
        time.sleep(0.001)


def test_who_changes_a_locked_table_waits_and_sees_what_was_committed(
    account: Account, session: Session, other: Session
) -> None:
    """The second UPDATE runs behind the first one's COMMIT, on what that committed."""
    session.script("BEGIN TRANSACTION; UPDATE t SET n = n + 1 WHERE id = 1")
    assert other.execute("SELECT n FROM t").rows == [(0,)]
    second = Aside(lambda: other.script("BEGIN TRANSACTION; UPDATE t SET n = n + 1 WHERE id = 1; COMMIT"))
    wait_for(account, 1)
    session.execute("COMMIT")
    assert second.ends()
    assert second.error is None
    assert session.execute("SELECT n FROM t").rows == [(2,)]


def test_a_rollback_lets_the_next_one_go_on(account: Account, session: Session, other: Session) -> None:
    """Locks end with the transaction, however it ends."""
    session.script("BEGIN TRANSACTION; UPDATE t SET n = 7")
    second = Aside(lambda: other.execute("UPDATE t SET n = n + 1"))
    wait_for(account, 1)
    session.execute("ROLLBACK")
    assert second.ends()
    assert session.execute("SELECT n FROM t").rows == [(1,)]


def test_a_wait_ends_at_the_lock_timeout(session: Session, other: Session) -> None:
    """LOCK_TIMEOUT is in seconds; 0 does not wait at all. The statement fails, not the session."""
    session.script("BEGIN TRANSACTION; UPDATE t SET n = 7")
    for timeout in (0, 1):
        other.execute(f"ALTER SESSION SET LOCK_TIMEOUT = {timeout}")
        with pytest.raises(SnowflakeError, match="LOCK_TIMEOUT") as caught:
            other.execute("UPDATE t SET n = 8")
        assert str(caught.value).startswith("000625 (57014)")
    session.execute("COMMIT")
    other.execute("UPDATE t SET n = n + 1")
    assert session.execute("SELECT n FROM t").rows == [(8,)]


def test_a_transaction_survives_its_wait(session: Session, other: Session) -> None:
    """The statement that gave up is undone; the transaction stays open."""
    session.script("BEGIN TRANSACTION; UPDATE t SET n = 7")
    other.script("ALTER SESSION SET LOCK_TIMEOUT = 0; BEGIN TRANSACTION")
    with pytest.raises(SnowflakeError, match="000625"):
        other.execute("UPDATE t SET n = n + 1")
    session.execute("COMMIT")
    other.script("UPDATE t SET n = n + 1; COMMIT")
    assert session.execute("SELECT n FROM t").rows == [(8,)]


def test_only_so_many_statements_wait(account: Account, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one that comes when 20 wait is aborted with 000625."""
    assert transactions.WAITERS == 20
    monkeypatch.setattr(transactions, "WAITERS", 3)
    session.script("BEGIN TRANSACTION; UPDATE t SET n = 10")
    sessions = [account.connect() for _ in range(4)]
    waiting = [Aside(partial(waiter.execute, "UPDATE t SET n = n + 1")) for waiter in sessions[:3]]
    wait_for(account, 3)
    with pytest.raises(SnowflakeError, match="number of waiters for this lock exceeds"):
        sessions[3].execute("UPDATE t SET n = n + 1")
    session.execute("COMMIT")
    assert all(one.ends() for one in waiting)
    assert session.execute("SELECT n FROM t").rows == [(13,)]


def test_many_sessions_lose_no_change(account: Account, session: Session) -> None:
    """Eight sessions add one a hundred times, each in a procedure that reads behind its lock."""
    session.execute("""
        CREATE PROCEDURE add_one() RETURNS NUMBER LANGUAGE SQL AS $$
        DECLARE v_n NUMBER;
        BEGIN
            BEGIN TRANSACTION;
            UPDATE t SET id = id WHERE id = 1;
            SELECT n INTO :v_n FROM t WHERE id = 1;
            UPDATE t SET n = :v_n + 1 WHERE id = 1;
            COMMIT;
            RETURN v_n;
        END;
        $$
    """)

    def add(adder: Session) -> None:
        for _ in range(25):
            adder.execute("CALL add_one()")

    adders = [account.connect() for _ in range(8)]
    running = [Aside(partial(add, adder)) for adder in adders]
    assert all(one.ends() for one in running)
    assert [one.error for one in running] == [None] * 8
    assert session.execute("SELECT n FROM t").rows == [(200,)]


def test_a_get_or_create_by_merge_adds_one_row(account: Account, session: Session) -> None:
    """MERGE locks its table, so of many that find a name missing only one adds it."""
    session.execute("CREATE TABLE lkup (id NUMBER AUTOINCREMENT, name VARCHAR)")
    merge = """
        MERGE INTO lkup AS l USING (SELECT ? AS n) AS s ON l.name = s.n
        WHEN NOT MATCHED THEN INSERT (name) VALUES (s.n)
    """

    def add(adder: Session) -> None:
        for number in range(20):
            adder.execute(merge, [f"name {number}"])

    running = [Aside(partial(add, adder)) for adder in [account.connect() for _ in range(4)]]
    assert all(one.ends() for one in running)
    assert [one.error for one in running] == [None] * 4
    assert session.execute("SELECT count(*), count(DISTINCT name) FROM lkup").rows == [(20, 20)]


def test_tables_locked_in_both_orders_are_remembered(account: Account, session: Session) -> None:
    """On Snowflake such transactions can come to wait for one another."""
    session.script("CREATE TABLE u (id NUMBER); INSERT INTO u (id) VALUES (1)")
    session.script("BEGIN TRANSACTION; UPDATE t SET n = 1; UPDATE u SET id = 1; COMMIT")
    assert account.deadlocks == set()
    session.script("BEGIN TRANSACTION; UPDATE u SET id = 1; INSERT INTO t (id, n) VALUES (2, 0); COMMIT")
    assert account.deadlocks == set(), "an INSERT locks nobody out"
    session.script("BEGIN TRANSACTION; DELETE FROM u; DELETE FROM t; ROLLBACK")
    assert account.deadlocks == {("DB.PUBLIC.T", "DB.PUBLIC.U")}


def test_a_table_that_both_have_locked_before_prevents_a_deadlock(account: Account, session: Session) -> None:
    """Whoever waits for it holds neither of the others."""
    session.script("CREATE TABLE u (id NUMBER); CREATE TABLE gate (id NUMBER)")
    session.script("BEGIN TRANSACTION; UPDATE gate SET id = 1; UPDATE t SET n = 1; UPDATE u SET id = 1; COMMIT")
    session.script("BEGIN TRANSACTION; UPDATE gate SET id = 1; DELETE FROM u; DELETE FROM t; ROLLBACK")
    assert account.deadlocks == set()
