"""What the tests need of SQL Server beside ptdb's own calls: databases, and looks into the tables."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import pyodbc

from ptdb import Settings, contract, installer
from ptdb.dialects.mssql import DIALECT, _execute, _rows, _type_of
from ptdb.errors import PtdbError
from tests.support.urls import as_role as as_role

SQL = contract.sql_folder() / "mssql"
Rows = list[dict[str, Any]]
# Databases are dropped here, which a pooled connection would hinder.
pyodbc.pooling = False


def connect(url: str) -> pyodbc.Connection:
    """A connection in autocommit."""
    return DIALECT.connect(Settings.load(url))


#: A connection that finds the store's tables and routines by their bare names: the schema is the user's default one.
within = connect


def select(connection: pyodbc.Connection, statement: str) -> Rows:
    """Runs a statement; its rows."""
    return _rows(connection, statement)


def is_babelfish(url: str) -> bool:
    """Whether the server is Babelfish, which stands in for SQL Server."""
    with closing(connect(url)) as connection:
        return "Babelfish" in select(connection, "SELECT @@VERSION AS version")[0]["version"]


def run(connection: pyodbc.Connection, statement: str, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
    """Runs a statement with `%(name)s` parameters; its rows."""
    parameters = [(name, _type_of(value), value) for name, value in values.items()]
    with closing(connection.cursor()) as cursor:
        _execute(cursor, re.sub(r"%\((\w+)\)s", r"@ptdb_\1", statement), parameters)
        return [tuple(row) for row in cursor.fetchall()] if cursor.description else []


@contextmanager
def database(server_url: str) -> Iterator[str]:
    """A new database, and its URL for a new login with the rights that the DBA's page asks for; both go again.

    On Babelfish, which knows no such rights, the login owns the database, and the schema is dbo: Babelfish finds the
    names in a routine in the caller's default schema only, and that is dbo.
    """
    name = f"ptdb_{uuid.uuid4().hex[:12]}"
    with closing(connect(server_url)) as admin:
        select(admin, f"CREATE DATABASE {name}")
        _create_login(server_url, name)
        url = as_role(server_url, name, name)
        if is_babelfish(server_url):
            select(admin, f"ALTER AUTHORIZATION ON DATABASE::{name} TO {name}")
            url = _with_options(url, schema="dbo")
        else:
            with closing(connect(as_superuser(server_url, url))) as inside:
                select(inside, f"CREATE USER {name} FOR LOGIN {name} WITH DEFAULT_SCHEMA = process_tracker")
                select(inside, f"GRANT CREATE SCHEMA, CREATE TABLE, CREATE VIEW, CREATE PROCEDURE TO {name}")
        try:
            yield url
        finally:
            _drop(admin, name)
            select(admin, f"DROP LOGIN {name}")


def _drop(admin: pyodbc.Connection, name: str) -> None:
    """Ends the sessions of a database and of its login, and drops it as soon as they have left it."""
    for _ in range(50):
        _end(admin, f"(database_id = DB_ID(N'{name}') OR login_name = N'{name}')")
        with suppress(pyodbc.Error):
            select(admin, f"DROP DATABASE {name}")
            return
        time.sleep(0.2)
    select(admin, f"DROP DATABASE {name}")


def _create_login(server_url: str, name: str) -> None:
    """A login whose password is its name, which no policy would allow."""
    policy = "" if is_babelfish(server_url) else ", CHECK_POLICY = OFF"
    with closing(connect(server_url)) as admin:
        select(admin, f"CREATE LOGIN {name} WITH PASSWORD = '{name}'{policy}")


def as_superuser(server_url: str, url: str) -> str:
    """The database and the options of `url`, for the user of `server_url`."""
    of_url = urlsplit(url)
    return urlunsplit(urlsplit(server_url)._replace(path=of_url.path, query=of_url.query))


def _with_options(url: str, **options: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(query=urlencode({**dict(parse_qsl(parts.query)), **options})))


def client(url: str, script: str) -> subprocess.CompletedProcess[str]:
    """Runs one of the scripts as the DBA's page says, by sqlcmd.

    Where sqlcmd is not installed, and on Babelfish, which needs the scripts rewritten, the driver runs the same batches
    in its stead: then `:r`, `:setvar` and `:on error` are not tried, but read by ptdb's installer.
    """
    settings = Settings.load(url)
    program = shutil.which("sqlcmd")
    if program is None or is_babelfish(url):
        return _by_driver(url, script)
    place = f"{settings.host},{settings.port}" if settings.port else str(settings.host)
    login = ["-U", str(settings.user), "-P", settings.password or "", "-d", str(settings.database)]
    shown = ["-W", "-w", "1000", "-h", "-1"]
    return subprocess.run(
        [program, "-b", "-C", "-S", place, *login, *shown, "-i", str(SQL.relative_to(SQL.parent.parent) / script)],
        capture_output=True,
        text=True,
        cwd=SQL.parent.parent,
    )


def _by_driver(url: str, script: str) -> subprocess.CompletedProcess[str]:
    with closing(connect(url)) as connection:
        try:
            texts = DIALECT.run_script(connection, installer.script("mssql", script, Settings.load(url).schema))
        except pyodbc.Error as error:
            return subprocess.CompletedProcess(script, 1, "", str(DIALECT.translate(error)))
        except PtdbError as error:
            return subprocess.CompletedProcess(script, 1, "", str(error))
    return subprocess.CompletedProcess(script, 0, "\n".join(texts), "")


def objects(url: str) -> Rows:
    """All that somebody has put into the database, schemas included."""
    with closing(connect(url)) as connection:
        return select(
            connection,
            """
            SELECT RTRIM(o.type) AS kind, CONCAT(SCHEMA_NAME(o.schema_id), N'.', o.name) AS name
            FROM sys.objects AS o
            WHERE o.is_ms_shipped = 0 AND SCHEMA_NAME(o.schema_id) <> N'sys'
            UNION ALL
            SELECT N'schema', s.name
            FROM sys.schemas AS s
            WHERE s.name NOT IN (N'dbo', N'guest', N'sys', N'INFORMATION_SCHEMA') AND s.name NOT LIKE N'db[_]%'
            ORDER BY kind, name
            """,
        )


def definitions(url: str) -> Rows:
    """What was installed, as the catalogue defines it, the same for two installations of one content."""
    with closing(connect(url)) as connection:
        return select(
            connection,
            """
            SELECT o.name, CAST(m.definition AS NVARCHAR(MAX)) AS definition
            FROM sys.objects AS o
            INNER JOIN sys.sql_modules AS m ON m.object_id = o.object_id
            WHERE o.is_ms_shipped = 0
            UNION ALL
            SELECT CONCAT(t.name, N'.', c.name), CONCAT(
                TYPE_NAME(c.user_type_id), N' ', c.max_length, N' ', c.precision, N' ', c.scale, N' ', c.is_nullable,
                N' ', c.is_identity, N' ', c.collation_name, N' ', d.definition
            )
            FROM sys.tables AS t
            INNER JOIN sys.columns AS c ON c.object_id = t.object_id
            LEFT JOIN sys.default_constraints AS d ON d.object_id = c.default_object_id
            UNION ALL
            SELECT k.name, k.definition FROM sys.check_constraints AS k
            UNION ALL
            SELECT f.name, CONCAT(OBJECT_NAME(f.parent_object_id), N' ', OBJECT_NAME(f.referenced_object_id))
            FROM sys.foreign_keys AS f
            UNION ALL
            SELECT CONCAT(i.name, N'.', ic.index_column_id), CONCAT(
                t.name, N'.', c.name, N' ', ic.key_ordinal, N' ', i.is_unique, N' ', i.filter_definition
            )
            FROM sys.tables AS t
            INNER JOIN sys.indexes AS i ON i.object_id = t.object_id
            INNER JOIN sys.index_columns AS ic ON ic.object_id = i.object_id AND ic.index_id = i.index_id
            INNER JOIN sys.columns AS c ON c.object_id = ic.object_id AND c.column_id = ic.column_id
            ORDER BY name, definition
            """,
        )


def grant_role(server_url: str, url: str, login: str, role: str) -> None:
    """A new login, whose password is its name, that has a role of the database of `url`."""
    _create_login(server_url, login)
    with closing(connect(as_superuser(server_url, url))) as inside:
        select(inside, f"CREATE USER {login} FOR LOGIN {login}")
        select(inside, f"ALTER ROLE {role} ADD MEMBER {login}")


def drop_roles(server_url: str, url: str, logins: list[str], roles: list[str]) -> None:
    """Takes the logins away; the roles go with the database, whose they are."""
    with closing(connect(as_superuser(server_url, url))) as inside:
        for login in logins:
            _end(inside, f"login_name = N'{login}'")
            select(inside, f"DROP USER {login}")
            select(inside, f"DROP LOGIN {login}")


def may_call(url: str) -> set[str]:
    """The routines of ours that a login may call."""
    schema = Settings.load(url).schema
    with closing(connect(url)) as connection:
        rows = select(
            connection,
            "SELECT p.name FROM sys.procedures AS p WHERE SCHEMA_NAME(p.schema_id) = N'{s}'"
            " AND HAS_PERMS_BY_NAME(CONCAT(N'[{s}].[', p.name, N']'), N'OBJECT', N'EXECUTE') = 1".replace(
                "{s}", schema
            ),
        )
    return {row["name"] for row in rows}


def session_of(connection: pyodbc.Connection) -> int:
    """The server's number for a connection."""
    return int(select(connection, "SELECT @@SPID AS number")[0]["number"])


def sessions(server_url: str, url: str) -> int:
    """How many connections the database of `url` has."""
    with closing(connect(server_url)) as admin:
        return len(_sessions(admin, f"database_id = DB_ID(N'{Settings.load(url).database}')"))


def end_sessions(server_url: str, url: str) -> None:
    """The server ends each connection of the database of `url`."""
    with closing(connect(server_url)) as admin:
        _end(admin, f"database_id = DB_ID(N'{Settings.load(url).database}')")


def _end(admin: pyodbc.Connection, condition: str) -> None:
    for _ in range(500):
        numbers = _sessions(admin, condition)
        if not numbers:
            return
        for number in numbers:
            with suppress(pyodbc.Error):  # a session that has just ended by itself, or is about to
                select(admin, f"KILL {number}")
        time.sleep(0.02)


def _sessions(admin: pyodbc.Connection, condition: str) -> list[int]:
    statement = f"SELECT session_id FROM sys.dm_exec_sessions WHERE session_id <> @@SPID AND {condition}"
    return [row["session_id"] for row in select(admin, statement)]


#: Makes a connection wait a second for a lock, at the most.
IMPATIENT = "SET LOCK_TIMEOUT 1000"
#: An option of a URL that changes nothing but the URL.
HARMLESS_OPTION = "app=another"
