"""What the tests need of MySQL and MariaDB beside ptdb's own calls: databases, and looks into the tables."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from mysql.connector.abstracts import MySQLConnectionAbstract
from mysql.connector.connection import MySQLConnection

from ptdb import Settings
from ptdb.dialects.mysql import DIALECT, all_rows, plain

Rows = list[dict[str, Any]]


def connect(url: str) -> MySQLConnection:
    """A connection in autocommit; one without a database, when the URL names none."""
    settings = Settings.load(url)
    if settings.database:
        return DIALECT.connect(settings)
    return MySQLConnection(
        host=settings.host,
        port=settings.port,
        user=settings.user,
        password=settings.password or "",
        autocommit=True,
    )


def select(connection: MySQLConnectionAbstract, statement: str) -> Rows:
    """Runs a statement; its rows, instants in UTC."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return [{name: plain(name, value) for name, value in row.items()} for row in all_rows(cursor)]


@contextmanager
def database(server_url: str) -> Iterator[str]:
    """A new database, for a new ordinary user who may do anything in it, and its URL for that user; both go again."""
    name = f"ptdb_{uuid.uuid4().hex[:12]}"
    with connect(server_url) as admin:
        # Not the character set of ours: the scripts say their own.
        select(admin, f"CREATE DATABASE {name} CHARACTER SET latin1")
        select(admin, f"CREATE USER {name}@'%' IDENTIFIED BY '{name}'")
        select(admin, f"GRANT ALL ON {name}.* TO {name}@'%'")
        try:
            yield as_role(server_url, name, name)
        finally:
            select(admin, f"DROP DATABASE {name}")
            select(admin, f"DROP USER {name}@'%'")


def as_role(url: str, role: str, database_name: str | None = None) -> str:
    """The same server's URL for another user, whose password is its name."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(
        parts._replace(netloc=f"{role}:{role}@{host}", path=f"/{database_name}" if database_name else parts.path)
    )
