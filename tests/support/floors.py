"""What the benchmark has to know of an engine: how to run plain statements past the routines, and what differs in them.

Another engine is another class here, and its line in `ENGINES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any, ClassVar, Protocol

import psycopg

from ptdb import Settings, dialects
from tests.support import engines
from tests.support.proxy import Address

Rows = list[tuple[Any, ...]]


class Engine(Protocol):
    """A server of the engine, and the owner's own connection to it.

    Attributes:
        dialect: name of its dialect.
        floor_table: makes the table of the bare INSERT, with a key of its own and the column note.
        words: what the plain statements spell differently, by its name in them: `series`, the numbers from 1 to the
            value `number` as a table with the column g; `uuid`, a new one; `ago`, the instant g seconds ago.
    """

    dialect: ClassVar[str]
    floor_table: ClassVar[str]
    words: ClassVar[Mapping[str, str]]

    def __init__(self, settings: Settings) -> None: ...

    @staticmethod
    def server() -> AbstractContextManager[str]:
        """A server of the benchmark's own: its URL, for a user who may make a schema."""

    def about(self) -> str:
        """Version of the server, and how safely it commits."""

    def address(self) -> Address:
        """Where the server listens."""

    def run(self, statement: str, values: Mapping[str, object], connection: Any = None) -> Rows:
        """Runs a statement with `%(name)s` parameters, on the own connection unless on a store's."""

    def analyze(self, *tables: str) -> None:
        """Brings the statistics of tables up to date."""

    def without_disk(self, connection: Any) -> AbstractContextManager[None]:
        """Commits do not wait for the disk on this connection."""

    def rows_read(self, connection: Any, call: Callable[[], object]) -> int:
        """Rows of the store's tables that a call on this connection reads."""

    def drop(self) -> None:
        """Removes the store with its schema, and closes the own connection."""


class PostgreSQL:
    """PostgreSQL, the embedded one too."""

    dialect: ClassVar[str] = "postgresql"
    floor_table: ClassVar[str] = (
        "CREATE TABLE {s}.floor (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text NOT NULL)"
    )
    words: ClassVar[Mapping[str, str]] = {
        "series": "generate_series(1, %(number)s) AS g",
        "uuid": "gen_random_uuid()",
        "ago": "current_timestamp - g * interval '1 second'",
    }

    def __init__(self, settings: Settings) -> None:
        self._schema = settings.schema
        self._own: psycopg.Connection[tuple[Any, ...]] = dialects.load(settings.dialect).connect(settings)

    @staticmethod
    def server() -> AbstractContextManager[str]:
        return engines.embedded_postgresql()

    def about(self) -> str:
        names = ("server_version", "fsync", "synchronous_commit")
        return "PostgreSQL " + ", ".join(f"{name} {self.run(f'SHOW {name}', {})[0][0]}" for name in names)

    def address(self) -> Address:
        info = self._own.info
        # Without a host, libpq looks in a folder of its own, and says where that is.
        return f"{info.host}/.s.PGSQL.{info.port}" if info.host.startswith("/") else (info.host, info.port)

    def run(self, statement: str, values: Mapping[str, object], connection: Any = None) -> Rows:
        cursor = (connection or self._own).execute(statement.encode(), values)
        return cursor.fetchall() if cursor.description else []

    def analyze(self, *tables: str) -> None:
        for table in tables:
            self.run(f"VACUUM ANALYZE {self._schema}.{table}", {})

    @contextmanager
    def without_disk(self, connection: Any) -> Iterator[None]:
        self.run("SET synchronous_commit = off", {}, connection)
        yield
        self.run("RESET synchronous_commit", {}, connection)

    def rows_read(self, connection: Any, call: Callable[[], object]) -> int:
        def counted() -> int:
            statement = (
                "SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::bigint"
                " FROM pg_stat_xact_user_tables WHERE schemaname = %(schema)s"
            )
            return int(self.run(statement, {"schema": self._schema}, connection)[0][0])

        # Within a transaction, so that the session does not hand its counters over to the server's in between.
        self.run("BEGIN", {}, connection)
        before = counted()
        call()
        after = counted()
        self.run("ROLLBACK", {}, connection)
        return after - before

    def drop(self) -> None:
        self.run("SET client_min_messages = warning", {})
        self.run(f"DROP SCHEMA {self._schema} CASCADE", {})
        self._own.close()


ENGINES: Mapping[str, type[Engine]] = {"postgresql": PostgreSQL}
