"""What the tests need of SQL Server beside ptdb's own calls: databases, and looks into the tables."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import pyodbc

from ptdb import Settings, contract
from ptdb.dialects.mssql import DIALECT, _rows

SQL = contract.sql_folder() / "mssql"
Rows = list[dict[str, Any]]
# Databases are dropped here, which a pooled connection would hinder.
pyodbc.pooling = False


def connect(url: str) -> pyodbc.Connection:
    """A connection in autocommit."""
    return DIALECT.connect(Settings.load(url))


def select(connection: pyodbc.Connection, statement: str) -> Rows:
    """Runs a statement; its rows."""
    return _rows(connection, statement, [])


def is_babelfish(url: str) -> bool:
    """Whether the server is Babelfish, which stands in for SQL Server."""
    with closing(connect(url)) as connection:
        return "Babelfish" in select(connection, "SELECT @@VERSION AS version")[0]["version"]


@contextmanager
def database(server_url: str) -> Iterator[str]:
    """A new database, and its URL for a new login that owns it; both go again."""
    name = f"ptdb_{uuid.uuid4().hex[:12]}"
    with closing(connect(server_url)) as admin:
        select(admin, f"CREATE DATABASE {name}")
        select(admin, f"CREATE LOGIN {name} WITH PASSWORD = '{name}'")
        # Babelfish finds the names in a routine in the caller's default schema only, and that is dbo.
        schema = {"schema": "dbo"} if is_babelfish(server_url) else {}
        select(admin, f"ALTER AUTHORIZATION ON DATABASE::{name} TO {name}")
        try:
            yield in_database(server_url, name, name, **schema)
        finally:
            others = select(
                admin,
                "SELECT session_id FROM sys.dm_exec_sessions "
                f"WHERE database_id = DB_ID(N'{name}') AND session_id <> @@SPID",
            )
            for other in others:
                with suppress(pyodbc.Error):  # a session that has just ended by itself
                    select(admin, f"KILL {other['session_id']}")
            _drop(admin, name)
            select(admin, f"DROP LOGIN {name}")


def _drop(admin: pyodbc.Connection, name: str) -> None:
    """Drops a database, as soon as the sessions that were killed have left it."""
    for _ in range(50):
        with suppress(pyodbc.Error):
            select(admin, f"DROP DATABASE {name}")
            return
        time.sleep(0.2)
    select(admin, f"DROP DATABASE {name}")


def in_database(url: str, database_name: str, login: str, **query: str) -> str:
    """The URL of a database of the same server, for a login whose password is its name."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    words = urlencode({**dict(parse_qsl(parts.query)), **query})
    return urlunsplit(parts._replace(netloc=f"{login}:{login}@{host}", path=f"/{database_name}", query=words))
