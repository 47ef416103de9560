"""What the tests need of a real Oracle beside ptdb's own calls: users, and looks into the tables."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import oracledb

from ptdb import Settings, contract
from ptdb.dialects.oracle import DIALECT, all_rows

SQL = contract.sql_folder() / "oracle"
#: What the DBA's page says that an owner needs.
PRIVILEGES = ("CREATE SESSION", "CREATE TABLE", "CREATE SEQUENCE", "CREATE VIEW", "CREATE PROCEDURE")


def connect(url: str) -> oracledb.Connection:
    """A connection in autocommit."""
    return DIALECT.connect(Settings.load(url))


def select(connection: oracledb.Connection, statement: str) -> list[dict[str, Any]]:
    """Runs a statement; its rows, if it has any."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return all_rows(cursor) if cursor.description else []


@contextmanager
def database(server_url: str) -> Iterator[str]:
    """A new ordinary user with a schema to install in, and the URL for that user; both go again."""
    name = f"ptdb_{uuid.uuid4().hex[:12]}"
    with connect(server_url) as admin:
        select(admin, f'CREATE USER {name} IDENTIFIED BY "{name}"')
        select(admin, f"ALTER USER {name} QUOTA UNLIMITED ON users")
        select(admin, f"GRANT {', '.join(PRIVILEGES)} TO {name}")
        try:
            yield as_role(server_url, name, name)
        finally:
            select(admin, f"DROP USER {name} CASCADE")


def as_role(url: str, role: str, schema: str | None = None) -> str:
    """The same server's URL for another user, whose password is its name."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    query = f"schema={schema}" if schema else parts.query
    return urlunsplit(parts._replace(netloc=f"{role}:{role}@{host}", query=query))
