"""What the benchmark has to know of an engine: how to run plain statements past the routines, and what differs in them.

Another engine is another class here, and its line in `ENGINES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import Any, ClassVar, Protocol

import psycopg
import pyodbc
from mysql.connector.connection import MySQLConnection

from ptdb import Settings, dialects, installer
from tests.support import babelfish, engines, mssql, mysql_servers
from tests.support.proxy import Address

Rows = list[tuple[Any, ...]]


class Engine(Protocol):
    """A server of the engine, and the owner's own connection to it.

    Attributes:
        dialect: name of its dialect.
        floor_table: makes the table of the bare INSERT, with a key of its own and the column note.
        words: what the plain statements spell differently, by its name in them: `series`, the numbers from 1 to the
            value `number` as a table with the column g; `uuid`, a new one; `ago`, the instant g seconds ago; `now`;
            `no`, and `is_first`, whether g is 1.
        start_bar: how many times the bare INSERT a start of a known process may take.
    """

    dialect: ClassVar[str]
    floor_table: ClassVar[str]
    words: ClassVar[Mapping[str, str]]
    start_bar: ClassVar[float]

    def __init__(self, settings: Settings) -> None: ...

    @staticmethod
    def server() -> AbstractContextManager[str]:
        """A server of the benchmark's own: its URL, for a user who may make a schema."""

    @staticmethod
    def place(settings: Settings, name: str) -> Settings:
        """A store of its own in the database, or on the server of the database."""

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

    def rows_read(self, connection: Any, call: Callable[[], object]) -> int | None:
        """Rows of the store's tables that a call on this connection reads; None where the engine counts none."""

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
        "now": "current_timestamp(6)",
        "no": "false",
        "is_first": "g = 1",
    }
    start_bar: ClassVar[float] = 3

    def __init__(self, settings: Settings) -> None:
        self._schema = settings.schema
        self._own: psycopg.Connection[tuple[Any, ...]] = dialects.load(settings.dialect).connect(settings)

    @staticmethod
    def server() -> AbstractContextManager[str]:
        return engines.embedded_postgresql()

    @staticmethod
    def place(settings: Settings, name: str) -> Settings:
        return replace(settings, schema=name)

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


class MySQL:
    """MySQL. The schema is a database, which is made here."""

    dialect: ClassVar[str] = "mysql"
    floor_table: ClassVar[str] = (
        "CREATE TABLE {s}.floor (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, note LONGTEXT NOT NULL)"
    )
    words: ClassVar[Mapping[str, str]] = {
        "series": (
            "JSON_TABLE(CONCAT('[0', REPEAT(',0', %(number)s - 1), ']'), '$[*]' COLUMNS (g FOR ORDINALITY)) AS series"
        ),
        "uuid": "UUID()",
        "ago": "UTC_TIMESTAMP(6) - INTERVAL g SECOND",
        "now": "current_timestamp(6)",
        "no": "false",
        "is_first": "g = 1",
    }
    start_bar: ClassVar[float] = 5

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        # Any database that is there already.
        elsewhere = replace(settings, schema="information_schema")
        self._own: MySQLConnection = dialects.load(settings.dialect).connect(elsewhere)
        # Setting it to what it is shows whether this user may; not after minutes, in without_disk.
        self._set_flush(self._flush())
        self.run(f"CREATE DATABASE {settings.schema} CHARACTER SET utf8mb4", {})

    @staticmethod
    def server() -> AbstractContextManager[str]:
        return _mysql_server(mysql_servers.mysql)

    @staticmethod
    def place(settings: Settings, name: str) -> Settings:
        return replace(settings, schema=name)

    def about(self) -> str:
        names = ("version", "innodb_flush_log_at_trx_commit", "log_bin", "sync_binlog", "innodb_buffer_pool_size")
        values = self.run("SELECT " + ", ".join(f"@@{name}" for name in names), {})[0]
        return ", ".join(f"{name} {value}" for name, value in zip(names, values, strict=True))

    def address(self) -> Address:
        return self._settings.host or "127.0.0.1", self._settings.port or 3306

    def run(self, statement: str, values: Mapping[str, object], connection: Any = None) -> Rows:
        cursor: Any
        with (connection or self._own).cursor() as cursor:
            cursor.execute(statement, values)
            return list(cursor.fetchall()) if cursor.with_rows else []

    def analyze(self, *tables: str) -> None:
        self.run("ANALYZE TABLE " + ", ".join(f"{self._settings.schema}.{table}" for table in tables), {})

    @contextmanager
    def without_disk(self, connection: Any) -> Iterator[None]:
        # Of the whole server, as there is no such setting of a session.
        before = self._flush()
        self._set_flush(0)
        yield
        self._set_flush(before)

    def rows_read(self, connection: Any, call: Callable[[], object]) -> int:
        def counted() -> int:
            rows = self.run("SHOW SESSION STATUS LIKE 'Handler_read_%'", {}, connection)
            return sum(int(value) for _, value in rows)

        # To look at the counters reads rows too, each time as many.
        before = counted()
        own = counted() - before
        before = counted()
        call()
        return counted() - before - own

    def drop(self) -> None:
        self.run(f"DROP DATABASE {self._settings.schema}", {})
        self._own.close()

    def _flush(self) -> int:
        return int(self.run("SELECT @@GLOBAL.innodb_flush_log_at_trx_commit", {})[0][0])

    def _set_flush(self, value: int) -> None:
        self.run("SET GLOBAL innodb_flush_log_at_trx_commit = %(value)s", {"value": value})


class MariaDB(MySQL):
    """MariaDB."""

    @staticmethod
    def server() -> AbstractContextManager[str]:
        return _mysql_server(mysql_servers.mariadb)


class MSSQL:
    """SQL Server."""

    dialect: ClassVar[str] = "mssql"
    floor_table: ClassVar[str] = (
        "CREATE TABLE {s}.floor (id BIGINT IDENTITY(1, 1) NOT NULL PRIMARY KEY, note NVARCHAR(MAX) NOT NULL)"
    )
    words: ClassVar[Mapping[str, str]] = {
        "series": (
            "(SELECT TOP (%(number)s) ROW_NUMBER() OVER (ORDER BY (SELECT NULL)) AS g FROM "
            + " CROSS JOIN ".join(
                f"(VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS digit_{place} (digit)"
                for place in range(6)
            )
            + ") AS series"
        ),
        "uuid": "NEWID()",
        "ago": "DATEADD(SECOND, -CAST(g AS INT), SYSUTCDATETIME())",
        "now": "SYSUTCDATETIME()",
        "no": "0",
        "is_first": "CASE WHEN g = 1 THEN 1 ELSE 0 END",
    }
    start_bar: ClassVar[float] = 5

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._own: pyodbc.Connection = dialects.load(settings.dialect).connect(settings)

    @staticmethod
    def server() -> AbstractContextManager[str]:
        return engines.server("mssql")

    @staticmethod
    def place(settings: Settings, name: str) -> Settings:
        return replace(settings, schema=name)

    def about(self) -> str:
        return " ".join(str(self.run("SELECT @@VERSION", {})[0][0]).split())

    def address(self) -> Address:
        return self._settings.host or "127.0.0.1", self._settings.port or 1433

    def run(self, statement: str, values: Mapping[str, object], connection: Any = None) -> Rows:
        return mssql.run(connection or self._own, statement, values)

    def analyze(self, *tables: str) -> None:
        for table in tables:
            self.run(f"UPDATE STATISTICS {self._settings.schema}.{table}", {})

    @contextmanager
    def without_disk(self, connection: Any) -> Iterator[None]:
        # Of the whole database.
        self.run("ALTER DATABASE CURRENT SET DELAYED_DURABILITY = FORCED", {})
        yield
        self.run("ALTER DATABASE CURRENT SET DELAYED_DURABILITY = DISABLED", {})

    def rows_read(self, connection: Any, call: Callable[[], object]) -> int | None:
        return None

    def drop(self) -> None:
        self.run(f"DROP TABLE {self._settings.schema}.floor", {})
        installer.uninstall(self._settings)
        self._own.close()


class Babelfish(MSSQL):
    """Babelfish, which has a store in dbo alone: each in a database of its own, which is made here."""

    def __init__(self, settings: Settings) -> None:
        self._loader = babelfish.loader()
        self._loader.__enter__()
        self._settings = settings
        elsewhere = replace(settings, database="master")
        self._server: pyodbc.Connection = dialects.load(settings.dialect).connect(elsewhere)
        self.run(f"CREATE DATABASE {settings.database}", {}, self._server)
        self._own = dialects.load(settings.dialect).connect(settings)

    @staticmethod
    def server() -> AbstractContextManager[str]:
        return engines.server("babelfish")

    @staticmethod
    def place(settings: Settings, name: str) -> Settings:
        return replace(settings, database=name, schema="dbo")

    def about(self) -> str:
        names = ("fsync", "synchronous_commit")
        values = self.run("SELECT " + ", ".join(f"current_setting('{name}')" for name in names), {})[0]
        return ", ".join([super().about(), *(f"{name} {value}" for name, value in zip(names, values, strict=True))])

    def analyze(self, *tables: str) -> None:
        """It cannot be told to; its autovacuum does that in its own time."""

    @contextmanager
    def without_disk(self, connection: Any) -> Iterator[None]:
        self.run("SELECT set_config('synchronous_commit', 'off', false)", {}, connection)
        yield
        self.run("SELECT set_config('synchronous_commit', 'on', false)", {}, connection)

    def rows_read(self, connection: Any, call: Callable[[], object]) -> int:
        def counted() -> int:
            statement = (
                "SELECT SUM(COALESCE(seq_tup_read, 0) + COALESCE(idx_tup_fetch, 0))"
                " FROM pg_catalog.pg_stat_xact_user_tables WHERE schemaname = DB_NAME() + '_dbo'"
            )
            return int(self.run(statement, {}, connection)[0][0])

        # Within a transaction, so that the session does not hand its counters over to the server's in between.
        self.run("BEGIN TRANSACTION", {}, connection)
        before = counted()
        call()
        after = counted()
        self.run("ROLLBACK TRANSACTION", {}, connection)
        return after - before

    def drop(self) -> None:
        self._own.close()
        self.run(f"DROP DATABASE {self._settings.database}", {}, self._server)
        self._server.close()
        self._loader.__exit__(None, None, None)


@contextmanager
def _mysql_server(start: Callable[..., AbstractContextManager[str]]) -> Iterator[str]:
    """A server in a scratch folder, whose commits are as safe as a company's are."""
    options = (
        "--innodb-flush-log-at-trx-commit=1",
        "--innodb-flush-method=fsync",
        "--innodb-doublewrite=ON",
        "--innodb-buffer-pool-size=1G",
    )
    with engines.scratch() as folder, start(folder, *options) as url:
        yield url


ENGINES: Mapping[str, type[Engine]] = {
    "postgresql": PostgreSQL,
    "mysql": MySQL,
    "mariadb": MariaDB,
    "mssql": MSSQL,
    "babelfish": Babelfish,
}
