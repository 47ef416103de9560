"""What the tests need of MySQL and MariaDB beside ptdb's own calls: databases, and looks into the tables."""

from __future__ import annotations

import shutil
import subprocess
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import mysql.connector
import pytest
from mysql.connector.abstracts import MySQLConnectionAbstract
from mysql.connector.connection import MySQLConnection

from ptdb import Settings, contract
from ptdb.dialects.mysql import DIALECT, all_rows, plain
from tests.support.urls import as_role as as_role
from tests.support.urls import as_superuser as as_superuser

SQL = contract.sql_folder() / "mysql"
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


#: A connection that finds the store's tables and routines by their bare names: the schema is the database.
within = connect


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


def client(url: str, script: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Runs one of the scripts as the DBA's page says."""
    return feed(url, (SQL / script).read_text(), *options)


def feed(url: str, text: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Runs a text by the client of MariaDB, or of MySQL, in the folder that holds sql/."""
    program = shutil.which("mariadb") or shutil.which("mysql")
    assert program is not None, "there is no mysql client; apt-get install mariadb-client-core"
    settings = Settings.load(url)
    is_mariadbs = "MariaDB" in subprocess.run([program, "--version"], capture_output=True, text=True).stdout
    own = "--abort-source-on-error" if is_mariadbs else "--loose-commands"
    login = [f"--host={settings.host}", f"--user={settings.user}", f"--password={settings.password or ''}"]
    return subprocess.run(
        [
            program,
            "--no-defaults",
            "--comments",
            own,
            *login,
            *([f"--port={settings.port}"] if settings.port else []),
            *([f"--database={settings.database}"] if settings.database else []),
            *options,
        ],
        input=text,
        capture_output=True,
        text=True,
        cwd=SQL.parent.parent,
    )


def objects(url: str) -> Rows:
    """All that somebody has put into the database."""
    with connect(url) as connection:
        return select(
            connection,
            """
            SELECT table_type AS kind, table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()
            UNION ALL
            SELECT routine_type, routine_name FROM information_schema.routines WHERE routine_schema = DATABASE()
            UNION ALL
            SELECT 'TRIGGER', trigger_name FROM information_schema.triggers WHERE trigger_schema = DATABASE()
            ORDER BY kind, name
            """,
        )


def definitions(url: str) -> list[str]:
    """What was installed, as the server defines it, the same for two installations of one content."""
    found = []
    with connect(url) as connection:
        for item in objects(url):
            word = {"BASE TABLE": "TABLE"}.get(item["kind"], item["kind"])
            shown = select(connection, f"SHOW CREATE {word} `{item['name']}`")[0]
            # What the next row gets is no part of a definition; the names of the store and its owner are its own.
            text = " ".join(str(value) for key, value in shown.items() if key != "Create Time")
            text = " ".join(part for part in text.split() if not part.startswith("AUTO_INCREMENT="))
            found.append(text.replace(str(Settings.load(url).database), "database"))
    return found


def grant_role(server_url: str, url: str, login: str, role: str) -> None:
    """A new login, whose password is its name, that has a role by default."""
    word = "FOR" if server_url.startswith("mariadb") else "TO"
    with connect(server_url) as admin:
        select(admin, f"CREATE USER {login}@'%' IDENTIFIED BY '{login}'")
        select(admin, f"GRANT {role} TO {login}@'%'")
        select(admin, f"SET DEFAULT ROLE {role} {word} {login}@'%'")


def drop_roles(server_url: str, url: str, logins: list[str], roles: list[str]) -> None:
    """Takes logins and roles away, and with them what they may do."""
    with connect(server_url) as admin:
        for login in logins:
            select(admin, f"DROP USER {login}@'%'")
        select(admin, f"DROP ROLE {', '.join(roles)}")


def session_of(connection: MySQLConnection) -> int:
    """The server's number for a connection."""
    return int(connection.connection_id or 0)


def sessions(server_url: str, url: str) -> int:
    """How many connections the database of `url` has."""
    with connect(server_url) as admin:
        return len(_sessions(admin, url))


def end_sessions(server_url: str, url: str) -> None:
    """The server ends each connection of the database of `url`."""
    with connect(server_url) as admin:
        for number in _sessions(admin, url):
            select(admin, f"KILL {number}")
        while _sessions(admin, url):
            time.sleep(0.01)


def _sessions(admin: MySQLConnectionAbstract, url: str) -> list[int]:
    return [row["Id"] for row in select(admin, "SHOW PROCESSLIST") if row["db"] == Settings.load(url).database]


#: Makes a connection wait a second for a lock, at the most.
IMPATIENT = "SET innodb_lock_wait_timeout = 1"
#: An option of a URL that changes nothing but the URL.
HARMLESS_OPTION = "connection_timeout=11"


def may_call(url: str) -> set[str]:
    """The routines of ours that a login may call."""
    allowed = set()
    with connect(url) as connection:
        for path in (SQL / "routines").rglob("*.sql"):
            # No routine takes so many arguments, which is found out behind the rights.
            with pytest.raises(mysql.connector.Error) as caught:
                select(connection, f"CALL {path.stem}({', '.join(['NULL'] * 99)})")
            if caught.value.errno == 1318:
                allowed.add(path.stem)
    return allowed
