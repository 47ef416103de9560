"""What the tests need of a real Oracle beside ptdb's own calls: users, and looks into the tables."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import oracledb

from ptdb import Settings, contract, installer
from ptdb.dialects.base import Dialect
from ptdb.dialects.oracle import DIALECT, _bound, all_rows, identifier
from ptdb.errors import PtdbError

SQL = contract.sql_folder() / "oracle"
Rows = list[dict[str, Any]]
#: What the DBA's page says that an owner needs.
PRIVILEGES = ("CREATE SESSION", "CREATE TABLE", "CREATE SEQUENCE", "CREATE VIEW", "CREATE PROCEDURE")


def connect(url: str) -> oracledb.Connection:
    """A connection in autocommit."""
    return DIALECT.connect(Settings.load(url))


def within(url: str) -> oracledb.Connection:
    """A connection that finds the store's tables and routines by their bare names."""
    connection = connect(url)
    connection.current_schema = identifier(Settings.load(url).schema)
    return connection


def select(connection: oracledb.Connection, statement: str) -> Rows:
    """Runs a statement; its rows, if it has any."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return all_rows(cursor) if cursor.description else []


def run(connection: oracledb.Connection, statement: str, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
    """Runs a statement with `%(name)s` parameters; its rows."""
    with connection.cursor() as cursor:
        cursor.execute(
            re.sub(r"%\((\w+)\)s", r":p_\1", statement), {f"p_{name}": _bound(value) for name, value in values.items()}
        )
        return list(cursor.fetchall()) if cursor.description else []


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
            _drop_user(admin, name)


def _drop_user(admin: oracledb.Connection, name: str) -> None:
    """Ends the sessions of a user, who could not be dropped else."""
    _end(admin, name)
    select(admin, f"DROP USER {name} CASCADE")


def as_role(url: str, role: str, schema: str | None = None) -> str:
    """The same server's URL for another user, whose password is its name."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    query = f"schema={schema}" if schema else parts.query
    return urlunsplit(parts._replace(netloc=f"{role}:{role}@{host}", query=query))


def as_superuser(server_url: str, url: str) -> str:
    """The schema of `url`, for the user of `server_url`."""
    return urlunsplit(urlsplit(server_url)._replace(query=urlsplit(url).query))


def client(url: str, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs one of the scripts as the DBA's page says, by SQL*Plus.

    Where it is not installed, the driver runs the same statements in its stead: then the client's own commands are not
    tried, but read by ptdb's installer.
    """
    program = shutil.which("sqlplus")
    if program is None:
        return by_driver(DIALECT, url, script, *arguments)
    settings = Settings.load(url)
    login = f'{settings.user}/"{settings.password}"@//{settings.host}:{settings.port or 1521}/{settings.database}'
    return subprocess.run(
        [program, "-S", "-L", login, f"@{SQL / script}", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env={**os.environ, "NLS_LANG": ".AL32UTF8"},
    )


def by_driver(dialect: Dialect, url: str, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs one of the scripts without a client of Oracle's."""
    settings = Settings.load(url)
    text = substituted(installer.script("oracle", script, settings.schema), *arguments)
    connection = dialect.connect(settings)
    try:
        lines = dialect.run_script(connection, text)
    except dialect.driver_error as error:
        return subprocess.CompletedProcess(script, 1, "", str(dialect.translate(error)))
    except PtdbError as error:
        return subprocess.CompletedProcess(script, 1, "", str(error))
    finally:
        connection.close()
    return subprocess.CompletedProcess(script, 0, "\n".join(lines), "")


def substituted(script: str, *arguments: str) -> str:
    """A script with the values of its variables, &1 and those of DEFINE; a point ends a name."""
    values = {str(number): argument for number, argument in enumerate(arguments, 1)}
    lines = []
    for line in script.splitlines(keepends=True):
        line = re.sub(r"&(\w+)\.?", lambda found: values[found[1]], line)
        if defined := re.match(r"DEFINE (\w+) = (.*)", line):
            values[defined[1]] = defined[2]
        lines.append(line)
    return "".join(lines)


def begin(connection: oracledb.Connection) -> None:
    """From now on, what is done belongs together."""
    connection.autocommit = False


def commit(connection: oracledb.Connection) -> None:
    """Keeps what was done since `begin`."""
    connection.commit()


def objects(url: str) -> Rows:
    """All that somebody has put into the schema, dropped tables that could come back included."""
    with connect(url) as connection:
        return select(
            connection,
            """
            SELECT object_type AS kind, object_name AS name FROM user_objects
            UNION ALL
            SELECT 'dropped', original_name FROM user_recyclebin
            ORDER BY kind, name
            """,
        )


def definitions(url: str) -> Rows:
    """What was installed, as the catalogue defines it, the same for two installations of one content."""
    with connect(url) as connection:
        return [
            row
            for statement in (
                "SELECT name, line, text FROM user_source ORDER BY name, line",
                "SELECT view_name, text FROM user_views ORDER BY view_name",
                """
                SELECT table_name, column_name, data_type, data_precision, data_scale, char_length, char_used, nullable,
                    identity_column, CASE WHEN identity_column = 'NO' THEN default_length END AS default_length
                FROM user_tab_columns
                ORDER BY table_name, column_id
                """,
                """
                SELECT constraint_name, constraint_type, table_name, search_condition_vc, r_constraint_name, status
                FROM user_constraints
                WHERE generated = 'USER NAME'
                ORDER BY constraint_name
                """,
                """
                SELECT index_name, table_name, uniqueness, status FROM user_indexes
                WHERE generated = 'N'
                ORDER BY index_name
                """,
                """
                SELECT index_name, column_position, descend FROM user_ind_columns
                WHERE index_name NOT LIKE 'SYS_%'
                ORDER BY index_name, column_position
                """,
            )
            for row in select(connection, statement)
        ]


def grant_role(server_url: str, url: str, login: str, role: str) -> None:
    """A new login, whose password is its name, that has a role."""
    with connect(server_url) as admin:
        select(admin, f'CREATE USER {login} IDENTIFIED BY "{login}"')
        select(admin, f"GRANT CREATE SESSION, {role} TO {login}")


def drop_roles(server_url: str, url: str, logins: list[str], roles: list[str]) -> None:
    """Takes logins and roles away."""
    with connect(server_url) as admin:
        for login in logins:
            _drop_user(admin, login)
        for role in roles:
            select(admin, f"DROP ROLE {role}")


def revoke(server_url: str, url: str, privilege: str) -> None:
    """Takes a privilege from the owner of the schema of `url`."""
    with connect(server_url) as admin:
        select(admin, f"REVOKE {privilege} FROM {Settings.load(url).user}")


def take_quota(server_url: str, url: str) -> None:
    """Takes from the owner of the schema of `url` what he may put into his tablespace."""
    with connect(server_url) as admin:
        select(admin, f"ALTER USER {Settings.load(url).user} QUOTA 0 ON users")


def may_call(url: str) -> set[str]:
    """The routines of ours that a login may call, by its roles too."""
    with connect(url) as connection:
        rows = select(
            connection,
            "SELECT DISTINCT LOWER(table_name) AS name FROM all_tab_privs"
            f" WHERE privilege = 'EXECUTE' AND table_schema = '{Settings.load(url).schema.upper()}'",
        )
    return {str(row["name"]) for row in rows}


def session_of(connection: oracledb.Connection) -> int:
    """The server's number for a connection."""
    return int(
        select(connection, "SELECT SYS_CONTEXT('USERENV', 'SESSIONID') AS session_id FROM dual")[0]["session_id"]
    )


def sessions(server_url: str, url: str) -> int:
    """How many connections the user of `url` has."""
    with connect(server_url) as admin:
        return len(_sessions(admin, str(Settings.load(url).user)))


def end_sessions(server_url: str, url: str) -> None:
    """The server ends each connection of the user of `url`."""
    with connect(server_url) as admin:
        _end(admin, str(Settings.load(url).user))


def _end(admin: oracledb.Connection, user: str) -> None:
    for session in _sessions(admin, user):
        with suppress(oracledb.Error):  # one that has just ended by itself
            select(admin, f"ALTER SYSTEM KILL SESSION '{session}' IMMEDIATE")
    for _ in range(500):
        if not _sessions(admin, user):
            return
        time.sleep(0.02)


def _sessions(admin: oracledb.Connection, user: str) -> list[str]:
    statement = f"SELECT sid || ',' || serial# AS session_name FROM v$session WHERE username = '{user.upper()}'"
    return [str(row["session_name"]) for row in select(admin, statement)]


#: What would make a connection wait a second for a lock, at the most: Oracle has nothing like it for rows.
IMPATIENT = "ALTER SESSION SET ddl_lock_timeout = 1"
#: An option of a URL that changes nothing but the URL.
HARMLESS_OPTION = "stmtcachesize=21"
