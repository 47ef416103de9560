"""Snowflake's transactions and its locks, on DuckDB.

Snowflake is READ COMMITTED: each statement sees what is committed when it begins. UPDATE, DELETE and MERGE lock their
table until the transaction ends, and who wants it meanwhile waits, up to LOCK_TIMEOUT seconds and behind at most 20
others. DuckDB's transactions see what was committed when they began, and who writes what another has changed fails.

So one transaction writes at a time, whatever the table: it waits for its turn before its first write, and only then
begins on DuckDB, so that it sees all that is committed; until then its statements are transactions of their own. That
is READ COMMITTED to the letter, but for one thing: writers of different tables, and those who only insert, wait for one
another too, which Snowflake spares them. Deadlocks therefore cannot happen here; the order in which transactions lock
tables is remembered instead, and `Account.deadlocks` names the pairs that were locked in both orders.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import duckdb

from .engine import Rows, Translated, run
from .errors import NotSupported, SnowflakeError

if TYPE_CHECKING:
    from .session import Session

#: How many statements may wait for a lock.
WAITERS = 20
#: LOCK_TIMEOUT, in seconds.
LOCK_TIMEOUT = 43200.0


class Locks:
    """Whose turn it is to write, and in which order tables were locked."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._holder: object | None = None
        self._holder_number = 0
        self._waiting: deque[object] = deque()
        self._orders: dict[tuple[str, str], set[frozenset[str]]] = {}
        self.deadlocks: set[tuple[str, str]] = set()

    @property
    def waiting(self) -> int:
        """How many statements wait."""
        return len(self._waiting)

    def acquire(self, owner: Transaction, table: str, timeout: float) -> None:
        """Waits until nobody writes. The first who waits is the first who goes on."""
        with self._condition:
            if self._holder is None and not self._waiting:
                self._take(owner)
                return
            if len(self._waiting) >= WAITERS:
                raise self._aborted(
                    table, f"the number of waiters for this lock exceeds the {WAITERS} statements limit"
                )
            self._waiting.append(owner)
            deadline = time.monotonic() + timeout
            try:
                while self._holder is not None or self._waiting[0] is not owner:
                    left = deadline - time.monotonic()
                    if left <= 0 or not self._condition.wait(left):
                        raise self._aborted(table, f"it waited longer than LOCK_TIMEOUT, {timeout:g} seconds")
                self._take(owner)
            finally:
                self._waiting.remove(owner)
                self._condition.notify_all()

    def _take(self, owner: Transaction) -> None:
        self._holder, self._holder_number = owner, owner.number

    def _aborted(self, table: str, why: str) -> SnowflakeError:
        return SnowflakeError(
            625,
            "57014",
            f"Statement has locked table '{table}' in transaction {self._holder_number} and this lock has not yet been"
            f" released. Your statement was aborted because {why}.",
        )

    def release(self, owner: Transaction) -> None:
        """The owner writes no more."""
        with self._condition:
            if self._holder is owner:
                self._holder = None
                self._condition.notify_all()

    def remember(self, held: list[str], table: str) -> None:
        """A transaction that holds some tables locks another.

        Both orders of two tables are harmless when the transactions had locked a third one before, which lets only one
        of them go so far.
        """
        with self._condition:
            for number, before in enumerate(held):
                gates = frozenset(held[:number])
                self._orders.setdefault((before, table), set()).add(gates)
                if any(gates.isdisjoint(others) for others in self._orders.get((table, before), ())):
                    self.deadlocks.add((min(before, table), max(before, table)))


class Transaction:
    """A transaction, explicit or of one statement. On DuckDB it begins with its first write."""

    _numbers = itertools.count(1)

    def __init__(self, session: Session) -> None:
        self._session = session
        self._locks = session.account.locks
        self._duck: duckdb.DuckDBPyConnection | None = None
        self._held: list[str] = []
        self._copies: dict[str, str] | None = None
        self._why_unusable = ""
        self.number = next(self._numbers)
        self.has_written = False

    def run(self, translated: Translated, values: Callable[[], dict[str, Any]]) -> Rows:
        """Runs a statement; `values` gives the values of its parameters when it is about to run."""
        self._refuse_unusable()
        if translated.kind == "query":
            duck = self._duck or self._session.duck
        else:
            duck = self._writing(translated)
            if self._copies is not None and translated.table not in self._copies:
                self._copy(duck, translated.table)
        try:
            return run(duck, translated, values())
        except (SnowflakeError, NotSupported):
            if self._duck is not None:
                # Snowflake undoes the statement alone; DuckDB lets the transaction do nothing but roll back.
                self._why_unusable = "a transaction that goes on after a statement of it has failed"
            raise

    def _refuse_unusable(self) -> None:
        if self._why_unusable:
            raise NotSupported(self._why_unusable)

    def _writing(self, translated: Translated) -> duckdb.DuckDBPyConnection:
        if self._duck is None:
            for other in self._session.transactions():
                if other is not self and other.has_written:
                    raise NotSupported("a scoped transaction that writes while the enclosing one has written")
            self._locks.acquire(self, translated.table, self._session.lock_timeout)
            self._duck = self._session.duck
            self._duck.execute("BEGIN TRANSACTION")
            self.has_written = True
        if translated.is_locking and translated.table not in self._held:
            self._locks.remember(self._held, translated.table)
            self._held.append(translated.table)
        return self._duck

    # ---- a CALL in a transaction that fails is undone

    def begin_call(self) -> bool:
        """From here on, what is written can be undone by itself; whether nobody has asked for that yet."""
        if self._copies is not None:
            return False
        self._copies = {}
        return True

    def _copy(self, duck: duckdb.DuckDBPyConnection, table: str) -> None:
        assert self._copies is not None
        copy = f"_undo_{self.number}_{len(self._copies)}"
        duck.execute(f"CREATE TEMP TABLE {copy} AS SELECT * FROM {table}")
        self._copies[table] = copy

    def end_call(self, is_undone: bool) -> None:
        """Keeps or undoes what was written since begin_call."""
        copies, self._copies = self._copies or {}, None
        if self._duck is None or self._why_unusable:
            return
        for table, copy in copies.items():
            if is_undone:
                self._duck.execute(f"DELETE FROM {table}")
                self._duck.execute(f"INSERT INTO {table} SELECT * FROM temp.{copy}")
            self._duck.execute(f"DROP TABLE temp.{copy}")

    def call_failed(self) -> None:
        """A CALL within a procedure has failed; whoever handles that may only roll back."""
        if self.has_written and self._copies is None:
            self._why_unusable = "a transaction that goes on after a CALL in it has failed"

    # ---- ends

    def commit(self) -> None:
        """Makes it last."""
        if self._duck is not None:
            self._refuse_unusable()
        self._end("COMMIT")

    def rollback(self) -> None:
        """Undoes it."""
        self._end("ROLLBACK")

    def _end(self, action: str) -> None:
        try:
            if self._duck is not None:
                self._duck.execute(action)
        finally:
            self._duck = None
            self._locks.release(self)


def now() -> datetime:
    """The moment of a statement."""
    return datetime.now(UTC)
