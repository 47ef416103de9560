"""SQL Server's own of installing: what verify.sql finds, what the scripts refuse, and how they end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pyodbc
import pytest

from ptdb import Settings, installer
from ptdb.dialects.mssql import DIALECT, batches
from ptdb.errors import StoreError
from tests.sql import damages
from tests.sql.conftest import Execute
from tests.sql.test_install import client, done, objects, refused
from tests.support import mssql

ENGINES = ("mssql", "babelfish")
DAMAGES = [
    pytest.param(
        damage, marks=[pytest.mark.needs(what) for part, what in damages.MSSQL_NEEDS.items() if part in damage]
    )
    for damage in damages.MSSQL
]


@pytest.fixture(scope="module")
def installed(server_url: str) -> Iterator[str]:
    """A store that nobody changes for good: what is changed is undone."""
    with mssql.database(server_url) as url:
        installer.install(Settings.load(url))
        yield url


@pytest.fixture
def connection(installed: str) -> Iterator[pyodbc.Connection]:
    """A connection within a transaction, which is rolled back."""
    with closing(mssql.within(installed)) as opened:
        mssql.select(opened, "BEGIN TRANSACTION")
        yield opened
        mssql.select(opened, "IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION")


@pytest.fixture
def run(installed: str, connection: pyodbc.Connection) -> Callable[[str], list[dict[str, Any]]]:
    """Runs statements in the transaction; `{s}` is the schema."""

    def select(statement: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        for part in statement.replace("{s}", Settings.load(installed).schema).split(";\n"):
            rows = mssql.select(connection, part)
        return rows

    return select


def verify(installed: str, connection: pyodbc.Connection) -> list[str]:
    return DIALECT.run_script(connection, installer.script("mssql", "verify.sql", Settings.load(installed).schema))


@pytest.mark.parametrize("damage", DAMAGES)
def test_verify_says_what_differs(
    installed: str, connection: pyodbc.Connection, run: Callable[[str], object], damage: str
) -> None:
    """Every kind of damage is found, and said in words; nothing else differs."""
    run(damage)
    with pytest.raises(StoreError, match="is not as it should be") as caught:
        verify(installed, connection)
    (finding,) = (line for line in str(caught.value).splitlines() if line.startswith("- "))
    assert damages.MSSQL[damage] in finding


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TABLE {s}.mine (process_id INT NOT NULL)",
        "CREATE INDEX mine_ix ON {s}.process (last_failed_run_date_time)",
        "INSERT INTO {s}.tool_lkup (tool_name, created_by, updated_by) VALUES (N'mine', 1, 1)",
        "UPDATE {s}.system_lkup SET system_value = N'7' WHERE system_key = N'max_concurrent_failures'",
    ],
)
def test_what_is_the_dbas_own_is_no_difference(
    installed: str, connection: pyodbc.Connection, run: Callable[[str], object], change: str
) -> None:
    run(change)
    (said,) = verify(installed, connection)
    assert "is as it should be: 52 tables, 6 views, " in said


@pytest.mark.parametrize(
    ("made", "name"),
    [
        ("CREATE TABLE {s}.process (process_id INT NOT NULL)", "process"),
        ("CREATE VIEW {s}.v_process AS SELECT 1 AS process_id", "v_process"),
        ("CREATE PROCEDURE {s}.start_process_run AS SELECT 1 AS process_id", "start_process_run"),
    ],
)
def test_objects_of_others_under_our_names_are_left_alone(
    owner_url: str, execute: Execute, made: str, name: str
) -> None:
    """Neither installed over, nor dropped."""
    schema = Settings.load(owner_url).schema
    if schema != "dbo":
        execute("CREATE SCHEMA {s}")
    execute(made)
    before = objects(owner_url)
    said = refused(client(owner_url, "install.sql"))
    assert f'"{schema}" has objects that are none of ptdb\'s but have their names: {name}; choose another' in said
    assert "they are not dropped" in refused(client(owner_url, "uninstall.sql"))
    assert objects(owner_url) == before


@pytest.mark.needs("SET NOEXEC")
def test_a_client_that_goes_on_behind_a_refusal_makes_nothing(owner_url: str, execute: Execute) -> None:
    """As SSMS does with the printed script: it runs the batches behind the one that has failed."""
    settings = Settings.load(owner_url)
    if settings.schema != "dbo":
        execute("CREATE SCHEMA {s}")
    execute("CREATE TABLE {s}.process (process_id INT NOT NULL)")
    before = objects(owner_url)
    failed = []
    with closing(mssql.connect(owner_url)) as connection:
        for batch in batches(installer.script("mssql", "install.sql", settings.schema)):
            try:
                mssql.select(connection, batch)
            except pyodbc.Error as error:
                failed.append(str(error))
        assert mssql.select(connection, "SELECT 1 AS executed") == [{"executed": 1}], "SET NOEXEC is off again"
    assert "none of ptdb's" in failed[0]
    assert objects(owner_url) == before


@pytest.mark.needs("single rights to create")
@pytest.mark.parametrize("right", ["CREATE TABLE", "CREATE VIEW", "CREATE PROCEDURE", "CREATE SCHEMA"])
def test_who_may_not_create_is_told(server_url: str, owner_url: str, right: str) -> None:
    """The message names the database and the right, before anything is made."""
    database = Settings.load(owner_url).database
    with closing(mssql.connect(mssql.as_superuser(server_url, owner_url))) as admin:
        mssql.select(admin, f"REVOKE {right} FROM {database}")
    said = refused(client(owner_url, "install.sql"))
    assert f'you lack rights on the database "{database}" or its schema "process_tracker"' in said
    assert f"let their owner GRANT you: {right}" in said
    assert objects(owner_url) == []


@pytest.mark.needs("owners of single objects")
def test_an_owner_of_their_own_breaks_the_chain(server_url: str, owner_url: str) -> None:
    """A routine reaches the tables of its own owner alone, so verify.sql wants one owner."""
    done(client(owner_url, "install.sql"))
    with closing(mssql.connect(mssql.as_superuser(server_url, owner_url))) as admin:
        mssql.select(admin, "ALTER AUTHORIZATION ON OBJECT::process_tracker.tool_lkup TO dbo")
    assert "table tool_lkup is owned by dbo, and should be by the schema's owner" in refused(
        client(owner_url, "verify.sql")
    )


@pytest.mark.needs("dependencies of views and routines")
def test_a_routine_that_calls_ours_keeps_it(owner_url: str, execute: Execute) -> None:
    """One that names no schema, too, whose call has no id before it runs."""
    done(client(owner_url, "install.sql"))
    execute("CREATE PROCEDURE {s}.mine AS EXEC get_version")
    before = objects(owner_url)
    assert "drop first what is built on ptdb: process_tracker.mine" in refused(client(owner_url, "uninstall.sql"))
    assert objects(owner_url) == before
