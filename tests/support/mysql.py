"""What the tests need of MySQL and MariaDB beside ptdb's own calls: databases, and looks into the tables."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from zoneinfo import ZoneInfo

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
        _load_zone(admin, "Europe/Berlin")
        try:
            yield as_role(server_url, name, name)
        finally:
            select(admin, f"DROP DATABASE {name}")
            select(admin, f"DROP USER {name}@'%'")


def _load_zone(admin: MySQLConnectionAbstract, name: str) -> None:
    """Lets the server know a time zone from 1970 to 2037, as mysql_tzinfo_to_sql does, unless it does already."""
    if select(admin, f"SELECT 1 FROM mysql.time_zone_name WHERE Name = '{name}'"):
        return
    zone = ZoneInfo(name)
    # The offset before 1970 is type 0, which the server takes for what is before the first change.
    begin, types, changes = datetime(1970, 1, 1, tzinfo=UTC), list[tuple[int, int]](), list[tuple[int, int]]()
    for hour in range(24 * 365 * 68):
        moment = (begin + timedelta(hours=hour)).astimezone(zone)
        offset = moment.utcoffset() or timedelta()
        kind = (int(offset.total_seconds()), int(bool(moment.dst())))
        if kind not in types:
            types.append(kind)
        if not changes or changes[-1][1] != types.index(kind):
            changes.append((hour * 3600, types.index(kind)))
    with admin.cursor() as cursor:
        cursor.execute("INSERT INTO mysql.time_zone (Use_leap_seconds) VALUES ('N')")
        key = cursor.lastrowid
        for number, (seconds, is_summer) in enumerate(types):
            cursor.execute(
                "INSERT INTO mysql.time_zone_transition_type VALUES (%s, %s, %s, %s, '')",
                (key, number, seconds, is_summer),
            )
        for moment_seconds, number in changes:
            cursor.execute("INSERT INTO mysql.time_zone_transition VALUES (%s, %s, %s)", (key, moment_seconds, number))
        # The name goes last: who finds it finds all of it.
        cursor.execute("INSERT IGNORE INTO mysql.time_zone_name VALUES (%s, %s)", (name, key))


def as_role(url: str, role: str, database_name: str | None = None) -> str:
    """The same server's URL for another user, whose password is its name."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(
        parts._replace(netloc=f"{role}:{role}@{host}", path=f"/{database_name}" if database_name else parts.path)
    )
