"""What the tests need of Snowflake beside ptdb's own calls: databases, and looks into the tables.

The rights of a session are those of its role. So a login of the tests is a role, which the one user of the tests has;
he needs DEFAULT_SECONDARY_ROLES = (), or he would have the rights of all his roles at once.
"""

from __future__ import annotations

import subprocess
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

import snowflake.connector
from snowflake.connector import SnowflakeConnection

from ptdb import Settings, contract, installer
from ptdb.dialects.snowflake import DIALECT, _rows, identifier
from ptdb.errors import PtdbError

SQL = contract.sql_folder() / "snowflake"
Rows = list[dict[str, Any]]


def url_of(given: dict[str, str]) -> str:
    """The URL of an account, from the parameters of its connector."""
    left = {key.lower(): value for key, value in given.items()}
    user, password = left.pop("user", ""), left.pop("password", "")
    host, database = left.pop("host", "") or left.pop("account"), left.pop("database", "")
    login = f"{quote(user, safe='')}:{quote(password, safe='')}" if password else quote(user, safe="")
    return urlunsplit(("snowflake", f"{login}@{host}", f"/{database}", urlencode(left), ""))


def connect(url: str) -> SnowflakeConnection:
    """A connection in autocommit."""
    return DIALECT.connect(Settings.load(url))


#: A connection that finds the store's tables and routines by their bare names: the schema is the session's.
within = connect


def select(connection: SnowflakeConnection, statement: str) -> Rows:
    """Runs a statement; its rows, instants in UTC."""
    return _rows(connection, statement)


@contextmanager
def database(server_url: str) -> Iterator[str]:
    """A new database, and its URL for a new role with the rights that the DBA's page asks for; both go again."""
    name = f"PTDB_{uuid.uuid4().hex[:12].upper()}"
    with closing(connect(server_url)) as admin:
        select(admin, f"CREATE DATABASE {name}")
        create_role(server_url, name)
        select(admin, f"GRANT USAGE, CREATE SCHEMA ON DATABASE {name} TO ROLE {name}")
        try:
            yield as_role(_with_database(server_url, name), name)
        finally:
            select(admin, f"DROP DATABASE {name}")
            select(admin, f"DROP ROLE {name}")


def create_role(server_url: str, name: str) -> None:
    """A role that the user of the tests has, and that may use the warehouse of the tests."""
    settings = Settings.load(server_url)
    warehouse = dict(settings.options).get("warehouse")
    with closing(connect(server_url)) as admin:
        select(admin, f"CREATE ROLE {name}")
        select(admin, f"GRANT ROLE {name} TO USER {identifier(str(settings.user))}")
        if warehouse:
            select(admin, f"GRANT USAGE ON WAREHOUSE {warehouse} TO ROLE {name}")


def as_role(url: str, role: str, database_name: str | None = None) -> str:
    """The same store's URL for another role."""
    parts = urlsplit(url)
    found = urlunsplit(parts._replace(query=urlencode({**dict(parse_qsl(parts.query)), "role": role})))
    return _with_database(found, database_name) if database_name else found


def as_superuser(server_url: str, url: str) -> str:
    """The database of `url`, for the role of `server_url`."""
    role = dict(Settings.load(server_url).options).get("role", "ACCOUNTADMIN")
    return as_role(url, role)


def _with_database(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def client(url: str, script: str) -> subprocess.CompletedProcess[str]:
    """Runs one of the scripts as `snow sql -f` does: the connector splits it, and runs statement by statement."""
    with closing(connect(url)) as connection:
        try:
            texts = DIALECT.run_script(connection, installer.script("snowflake", script, Settings.load(url).schema))
        except snowflake.connector.Error as error:
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
            SELECT 'SCHEMA' AS kind, s.schema_name AS name
            FROM information_schema.schemata AS s
            WHERE s.schema_name NOT IN ('INFORMATION_SCHEMA', 'PUBLIC')
            UNION ALL
            SELECT t.table_type, t.table_schema || '.' || t.table_name
            FROM information_schema.tables AS t
            WHERE t.table_schema <> 'INFORMATION_SCHEMA'
            UNION ALL
            SELECT 'PROCEDURE', p.procedure_schema || '.' || p.procedure_name || p.argument_signature
            FROM information_schema.procedures AS p
            UNION ALL
            SELECT 'FUNCTION', f.function_schema || '.' || f.function_name || f.argument_signature
            FROM information_schema.functions AS f
            ORDER BY kind, name
            """,
        )


def definitions(url: str) -> Rows:
    """What was installed, as the catalogue defines it, the same for two installations of one content."""
    with closing(connect(url)) as connection:
        return select(
            connection,
            """
            SELECT p.procedure_name AS name, p.argument_signature || p.data_type || p.procedure_definition AS definition
            FROM information_schema.procedures AS p
            UNION ALL
            SELECT f.function_name, f.argument_signature || f.data_type || f.function_definition
            FROM information_schema.functions AS f
            UNION ALL
            SELECT v.table_name, v.view_definition
            FROM information_schema.views AS v
            WHERE v.table_schema <> 'INFORMATION_SCHEMA'
            UNION ALL
            SELECT
                c.table_name || '.' || c.column_name,
                c.data_type || ' ' || c.is_nullable || ' ' || c.is_identity || ' ' || COALESCE(c.column_default, '')
                || ' ' || COALESCE(c.character_maximum_length, c.numeric_precision, 0)
            FROM information_schema.columns AS c
            WHERE c.table_schema <> 'INFORMATION_SCHEMA'
            UNION ALL
            SELECT k.table_name || '.' || k.constraint_name, k.constraint_type
            FROM information_schema.table_constraints AS k
            ORDER BY name, definition
            """,
        )


def grant_role(server_url: str, url: str, login: str, role: str) -> None:
    """A new role for the user of the tests, that has a role of the store."""
    create_role(server_url, login)
    with closing(connect(server_url)) as admin:
        select(admin, f"GRANT ROLE {role} TO ROLE {login}")
        select(admin, f"GRANT USAGE ON DATABASE {Settings.load(url).database} TO ROLE {login}")


def drop_roles(server_url: str, url: str, logins: list[str], roles: list[str]) -> None:
    """Takes logins and roles away."""
    with closing(connect(server_url)) as admin:
        for role in (*logins, *roles):
            select(admin, f"DROP ROLE {role}")


def session_of(connection: SnowflakeConnection) -> int:
    """The server's number for a connection."""
    return int(select(connection, "SELECT CURRENT_SESSION() AS number")[0]["number"])


#: Makes a connection wait a second for a lock, at the most.
IMPATIENT = "ALTER SESSION SET LOCK_TIMEOUT = 1"
#: An option of a URL that changes nothing but the URL.
HARMLESS_OPTION = "client_prefetch_threads=3"


def may_call(url: str) -> set[str]:
    """The routines of ours that a role may call: it sees no other."""
    with closing(connect(url)) as connection:
        rows = select(connection, "SELECT p.procedure_name AS name FROM information_schema.procedures AS p")
    return {row["name"].lower() for row in rows}
