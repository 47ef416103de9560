"""What the tests need of PostgreSQL beside ptdb's own calls: databases of their own, and looks into the tables."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg.rows import dict_row


def connect(url: str) -> psycopg.Connection[dict[str, Any]]:
    """A connection in autocommit; `url` may carry ptdb's own `schema`, which the driver does not know."""
    parts = urlsplit(url)
    query = "&".join(item for item in parts.query.split("&") if not item.startswith("schema="))
    return psycopg.connect(urlunsplit(parts._replace(query=query)), autocommit=True, row_factory=dict_row)


def select(connection: psycopg.Connection[dict[str, Any]], statement: str) -> list[dict[str, Any]]:
    """Runs a statement; its rows, if it has any."""
    cursor = connection.execute(statement.encode())
    return cursor.fetchall() if cursor.description else []


@contextmanager
def database(server_url: str, options: str = "") -> Iterator[str]:
    """A new database, owned by a new ordinary role, and its URL for that role; both go again."""
    name = f"ptdb_{uuid.uuid4().hex[:12]}"
    with connect(server_url) as admin:
        admin.execute(f"CREATE ROLE {name} LOGIN PASSWORD '{name}' NOSUPERUSER NOCREATEROLE NOCREATEDB")
        admin.execute(f"GRANT {name} TO current_user")
        admin.execute(f"CREATE DATABASE {name} OWNER {name} {options}".encode())
        try:
            yield as_role(server_url, name, name)
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
            admin.execute(f"DROP ROLE {name}")


def as_role(url: str, role: str, database_name: str | None = None) -> str:
    """The same server's URL for another role, whose password is its name."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(
        parts._replace(netloc=f"{role}:{role}@{host}", path=f"/{database_name}" if database_name else parts.path)
    )


def as_superuser(server_url: str, url: str) -> str:
    """The database of `url`, for the user of `server_url`."""
    return urlunsplit(urlsplit(server_url)._replace(path=urlsplit(url).path))
