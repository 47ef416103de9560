"""Oracle's own of installing: what verify.sql finds, what the scripts refuse, and how they end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from ptdb import Settings, dialects, installer
from ptdb.errors import StoreError
from tests.sql import damages
from tests.sql.conftest import Execute
from tests.sql.test_install import client, done, objects, refused
from tests.support import engines, ivorysql

ENGINES = ("oracle", "ivorysql")
DAMAGES = [
    pytest.param(
        damage, marks=[pytest.mark.needs(what) for part, what in damages.ORACLE_NEEDS.items() if part in damage]
    )
    for damage in damages.ORACLE
]
Run = Callable[[str], None]


@pytest.fixture(scope="module")
def shared_url(server_url: str) -> Iterator[str | None]:
    """A store in which nobody changes anything for good; none on Oracle, where each CREATE, ALTER and DROP commits."""
    if engines.module(server_url) is not ivorysql:
        yield None
        return
    with ivorysql.database(server_url) as url:
        installer.install(Settings.load(url))
        yield url


@pytest.fixture
def connection(server_url: str, shared_url: str | None) -> Iterator[Any]:
    """A connection to an installed store: within a transaction that is rolled back, or to a store of the test's own."""
    with ExitStack() as stack:
        if shared_url is None:
            module = engines.module(server_url)
            url = stack.enter_context(module.database(server_url))
            installer.install(Settings.load(url))
            yield stack.enter_context(module.within(url))
            return
        opened = stack.enter_context(ivorysql.within(shared_url))
        opened.execute("BEGIN")
        yield opened
        opened.execute("ROLLBACK")


@pytest.fixture
def run(server_url: str, connection: Any) -> Run:
    """Runs statements by the connection; a schema's name before another is left out."""

    def execute(statement: str) -> None:
        module = engines.module(server_url)
        for part in statement.replace("{s}.", "").split(";\n"):
            module.select(connection, ivorysql.rewritten(part) if module is ivorysql else part)

    return execute


def verify(connection: Any, server_url: str) -> list[str]:
    dialect = dialects.load(Settings.load(server_url).dialect)
    lines: list[str] = dialect.run_script(connection, installer.script("oracle", "verify.sql", ""))
    return lines


@pytest.mark.parametrize("damage", DAMAGES)
def test_verify_says_what_differs(server_url: str, connection: Any, run: Run, damage: str) -> None:
    """Every kind of damage is found, and said in words; nothing else differs."""
    run(damage)
    with pytest.raises(StoreError, match="is not as it should be") as caught:
        verify(connection, server_url)
    (finding,) = (line for line in str(caught.value).splitlines() if line.startswith("- "))
    assert damages.ORACLE[damage] in finding


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TABLE {s}.mine (process_id NUMBER NOT NULL)",
        "CREATE INDEX {s}.mine_ix ON {s}.process (last_failed_run_date_time)",
        "DROP INDEX {s}.run_status_ix;\nCREATE INDEX {s}.mine_ix ON {s}.process_tracking (process_status_id)",
        "INSERT INTO {s}.tool_lkup (tool_name, created_by, updated_by) VALUES ('mine', 1, 1)",
        "UPDATE {s}.system_lkup SET system_value = '7' WHERE system_key = 'max_concurrent_failures'",
    ],
)
def test_what_is_the_dbas_own_is_no_difference(server_url: str, connection: Any, run: Run, change: str) -> None:
    """Nor is the name of an index, which install.sql would not make beside his."""
    run(change)
    (said,) = verify(connection, server_url)
    assert "is as it should be: 52 tables, 6 views, " in said


@pytest.mark.parametrize(
    ("made", "name"),
    [
        ("CREATE TABLE {s}.process (process_id NUMBER NOT NULL)", "process"),
        ("CREATE VIEW {s}.v_process AS SELECT 1 AS process_id FROM dual", "v_process"),
        ("CREATE PROCEDURE {s}.start_process_run IS BEGIN NULL; END;", "start_process_run"),
        ("CREATE SEQUENCE {s}.check_text", "check_text"),
    ],
)
def test_objects_of_others_under_our_names_are_left_alone(
    owner_url: str, execute: Execute, made: str, name: str
) -> None:
    """Neither installed over, nor dropped; a sequence is no routine of ours."""
    execute(made)
    before = objects(owner_url)
    said = refused(client(owner_url, "install.sql"))
    assert f"has objects that are none of ptdb's but have their names: {name}; choose another schema" in said
    assert objects(owner_url) == before
    if not made.startswith("CREATE SEQUENCE"):
        assert "they are not dropped" in refused(client(owner_url, "uninstall.sql"))
    assert objects(owner_url) == before


def test_all_that_is_missing_is_listed_at_once(server_url: str, owner_url: str, execute: Execute) -> None:
    """Before anything is made."""
    execute("CREATE TABLE {s}.process (process_id NUMBER NOT NULL)")
    for privilege in ("CREATE SEQUENCE", "CREATE VIEW"):
        engines.module(owner_url).revoke(server_url, owner_url, privilege)
    said = refused(client(owner_url, "install.sql"))
    schema = Settings.load(owner_url).schema
    assert f'ptdb cannot be installed in the schema "{schema}":' in said
    assert "- you lack rights; let a DBA GRANT CREATE SEQUENCE, CREATE VIEW TO " in said
    assert "none of ptdb's but have their names: process" in said
    assert [found["name"].lower() for found in objects(owner_url)] == ["process"]


def test_who_has_no_room_is_told_before_the_first_row(server_url: str, owner_url: str) -> None:
    engines.module(owner_url).take_quota(server_url, owner_url)
    assert "you have no quota on your default tablespace" in refused(client(owner_url, "install.sql"))
    assert objects(owner_url) == []


@pytest.mark.parametrize("server_url", engines.among("ivorysql"), indirect=True)
@pytest.mark.parametrize(
    ("version", "compatible", "said"),
    [
        ("12.1.0.2.0", "12.1.0.2", "needs Oracle Database 12.2 or later; this server is of version 12.1.0.2.0"),
        ("11.2.0.4.0", "11.2.0.4", "needs Oracle Database 12.2 or later; this server is of version 11.2.0.4.0"),
        ("19.0.0.0.0", "12.1.0", "COMPATIBLE to be 12.2.0 or later, and here it is 12.1.0"),
        ("23.0.0.0.0", "19", None),
    ],
)
def test_an_older_server_is_refused(
    server_url: str, owner_url: str, version: str, compatible: str, said: str | None
) -> None:
    """By its version, or by what it has to stay compatible with."""
    ivorysql.pretend(server_url, owner_url, version, compatible)
    if said is None:
        done(client(owner_url, "install.sql"))
        return
    assert said in refused(client(owner_url, "install.sql"))
    assert objects(owner_url) == []


def test_an_installation_that_broke_off_is_finished_by_the_next(owner_url: str) -> None:
    """Its first table is ours although no row of it says so, and may be dropped too."""
    module = engines.module(owner_url)
    for script in ("install.sql", "uninstall.sql"):
        done(client(owner_url, "tables/system.sql"))
        done(client(owner_url, script))
    assert module.objects(owner_url) == []


def test_what_is_not_there_in_the_end_fails_the_installation(owner_url: str, execute: Execute) -> None:
    """As after a file that the client did not find, which is no error to it."""
    done(client(owner_url, "install.sql"))
    assert done(client(owner_url, "finish.sql")) == ""
    execute("DROP PROCEDURE {s}.fail_stale_runs")
    assert " objects are there and compile; mend " in refused(client(owner_url, "finish.sql"))


@pytest.mark.needs("dependencies of PL/SQL")
def test_a_routine_that_calls_ours_keeps_it(owner_url: str, execute: Execute) -> None:
    done(client(owner_url, "install.sql"))
    execute("CREATE PROCEDURE {s}.mine IS v VARCHAR2(99); BEGIN get_version(v); END;")
    before = objects(owner_url)
    assert "drop first what is built on ptdb: " in refused(client(owner_url, "uninstall.sql"))
    assert objects(owner_url) == before


def test_a_foreign_key_of_others_keeps_the_table(owner_url: str, execute: Execute) -> None:
    done(client(owner_url, "install.sql"))
    execute("CREATE TABLE {s}.mine (process_id NUMBER(10) REFERENCES {s}.process (process_id))")
    before = objects(owner_url)
    said = refused(client(owner_url, "uninstall.sql"))
    assert f"drop first what is built on ptdb: {Settings.load(owner_url).schema}.mine" in said
    assert objects(owner_url) == before
