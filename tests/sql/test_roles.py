"""roles.sql and grants.sql: what each role may do, and all that it may not."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from typing import Any

import psycopg
import pytest

from ptdb import Settings, Store, contract, dialects, installer
from ptdb.errors import PermissionDenied, PtdbError, SchemaNotInstalled
from tests.sql.test_install import client, done
from tests.support import engines, postgresql

SURFACE = contract.load()
RANKS = {"reader": ("reader",), "runner": ("reader", "runner"), "admin": ("reader", "runner", "admin")}
Urls = dict[str, str]


def grant(server_url: str, owner: str) -> None:
    """Runs grants.sql as who may: the owner, and on MySQL who has GRANT OPTION."""
    dialect = Settings.load(owner).dialect
    module = engines.module(owner)
    done(client(module.as_superuser(server_url, owner) if dialect == "mysql" else owner, "grants.sql"))


@pytest.fixture(scope="module")
def urls(server_url: str) -> Iterator[Urls]:
    """A store with its roles, and for each role the URL of a login that has it, and of its owner."""
    module = engines.module(server_url)
    with module.database(server_url) as owner:
        done(client(owner, "install.sql"))
        for _ in range(2):
            done(client(module.as_superuser(server_url, owner), "roles.sql"))
            grant(server_url, owner)
        logins = {role: f"ptdb_{role}_{uuid.uuid4().hex[:8]}" for role in RANKS}
        for role, login in logins.items():
            module.grant_role(server_url, owner, login, f"ptdb_{role}")
        yield {
            "server": server_url,
            "owner": owner,
            **{role: module.as_role(owner, login) for role, login in logins.items()},
        }
        module.drop_roles(server_url, owner, list(logins.values()), [f"ptdb_{role}" for role in reversed(RANKS)])


def attempt(url: str, statement: str) -> PtdbError | None:
    """What a login hears who runs a statement; `{s}` is the schema."""
    [heard] = attempts(url, [statement])
    return heard


def attempts(url: str, statements: Iterable[str]) -> list[PtdbError | None]:
    """What a login hears who runs statements in one session, of each."""
    settings, module = Settings.load(url), engines.module(url)
    dialect = dialects.load(settings.dialect)
    heard: list[PtdbError | None] = []
    with module.connect(url) as connection:
        for statement in statements:
            try:
                module.select(connection, statement.replace("{s}", settings.schema))
                heard.append(None)
            except dialect.driver_error as error:
                heard.append(dialect.translate(error))
    return heard


def allowed(urls: Urls, role: str) -> set[str]:
    """The routines that the contract gives a role, directly or by the lower roles."""
    surface = SURFACE.routines_of(Settings.load(urls["owner"]).dialect)
    return {routine.name for routine in surface.values() if routine.role in RANKS[role]}


@pytest.mark.parametrize("role", RANKS)
def test_a_role_may_call_what_the_contract_gives_it_and_no_more(urls: Urls, role: str) -> None:
    """Its routines and those of the lower roles; no internal one."""
    assert engines.module(urls[role]).may_call(urls[role]) == allowed(urls, role)


@pytest.mark.needs("ownership chaining")
@pytest.mark.parametrize("role", ["reader", "runner"])
def test_what_a_role_may_not_call_is_refused(urls: Urls, role: str) -> None:
    """By its name, before its arguments are looked at."""
    with Store(urls[role]) as store:
        for name in SURFACE.routines_of(Settings.load(urls["owner"]).dialect).keys() - allowed(urls, role):
            with pytest.raises(PermissionDenied, match=f"(?i){name}"):
                store.call(name)


@pytest.mark.parametrize("role", RANKS)
def test_a_role_may_read_the_views_and_touch_no_table(urls: Urls, role: str) -> None:
    """Everything that one can do to a table or a view is tried."""
    assert set(attempts(urls[role], [f"SELECT * FROM {{s}}.{view}" for view in SURFACE.views])) == {None}
    assert None not in attempts(urls[role], [f"DELETE FROM {{s}}.{view}" for view in SURFACE.views])
    tried = [
        statement % table
        for table in SURFACE.tables
        for statement in (
            "SELECT * FROM {s}.%s",
            "DELETE FROM {s}.%s",
            "INSERT INTO {s}.%s (created_by) VALUES (1)",
            "UPDATE {s}.%s SET created_by = 1",
            "TRUNCATE TABLE {s}.%s",
        )
    ]
    for statement, heard in zip(tried, attempts(urls[role], tried), strict=True):
        assert isinstance(heard, PermissionDenied), statement


@pytest.fixture(scope="module")
def definitions(urls: Urls) -> Any:
    """What was installed, before a role tries to change it."""
    return engines.module(urls["owner"]).definitions(urls["owner"])


@pytest.mark.parametrize("role", RANKS)
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE {s}.mine (i integer)",
        "CREATE VIEW {s}.mine AS SELECT 1 AS i",
        "CREATE OR REPLACE VIEW {s}.v_process AS SELECT 1 AS process_id",
        "DROP VIEW {s}.v_process",
        "DROP TABLE {s}.process",
        "ALTER TABLE {s}.process ADD mine integer",
        "GRANT SELECT ON {s}.process TO ptdb_reader",
    ],
)
def test_no_role_makes_or_changes_an_object(urls: Urls, definitions: Any, role: str, statement: str) -> None:
    assert attempt(urls[role], statement) is not None
    assert engines.module(urls["owner"]).definitions(urls["owner"]) == definitions


@pytest.mark.needs("ownership chaining")
def test_a_runner_tracks_a_run_and_administers_nothing(urls: Urls) -> None:
    with Store(urls["runner"]) as store:
        run = store.call("start_process_run", process_name="p", process_type="Load", tool_name="t")
        found = store.call("get_process_run", process_tracking_id=run["process_tracking_id"])
        assert found["actor_name"] == Settings.load(urls["runner"]).user, "the login, not the owner of the routine"
        assert store.read("v_process_run", {"process_name": "p"}, order="process_run_id")
        with pytest.raises(PermissionDenied, match=r"(?i)set_process"):
            store.call("set_process", process_name="p", max_concurrent_failures=1)


@pytest.mark.needs("ownership chaining")
def test_a_reader_reads_and_starts_nothing(urls: Urls) -> None:
    with Store(urls["reader"]) as store:
        assert store.call("find_extracts_by_filename", filename="x") == []
        assert isinstance(store.read("v_process", order="process_name"), list)
        with pytest.raises(PermissionDenied, match=r"(?i)start_process_run"):
            store.call("start_process_run", process_name="p")


@pytest.mark.needs("ownership chaining")
def test_an_admin_administers(urls: Urls) -> None:
    with Store(urls["admin"]) as store:
        store.call("create_topic", topic="actor", name="made by the admin")
        store.call("start_process_run", process_name="q", process_type="Load", tool_name="t")


def test_a_stranger_may_nothing(urls: Urls) -> None:
    """Who was granted nothing can neither read a table nor call a routine, public or internal."""
    module = engines.module(urls["server"])
    with module.database(urls["server"]) as other:
        settings = Settings.load(other)
        # On Snowflake a session has the rights of its role.
        stranger = module.as_role(urls["owner"], dict(settings.options).get("role") or str(settings.user))
        with pytest.raises(PtdbError, match=r"denied|refuses|that you may (use|call)|requested by the login"):
            Store(stranger).call("get_version")
        if Settings.load(stranger).dialect == "postgresql":
            assert module.may_call(stranger) == set()


@pytest.mark.parametrize("server_url", engines.among("postgresql"), indirect=True)
def test_no_role_slips_something_under_a_routine(urls: Urls) -> None:
    """Neither a temporary object nor a search path changes what a routine of another's rights sees."""
    with postgresql.connect(urls["runner"]) as connection:
        connection.execute("CREATE TEMPORARY TABLE process (process_id integer, process_name text)")
        connection.execute("CREATE FUNCTION pg_temp.check_text(text, text, integer) RETURNS void LANGUAGE sql AS ''")
        connection.execute("SET search_path TO pg_temp, process_tracker")
        connection.execute("SELECT * FROM process_tracker.start_process_run('r', 'Load', p_tool_name => 't')")
        assert connection.execute("SELECT * FROM pg_temp.process").fetchall() == []
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE FUNCTION process_tracker.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SELECT process_tracker.actor_id_of('someone else')")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE OR REPLACE VIEW process_tracker.v_process AS SELECT 1 AS process_id")


@pytest.mark.needs("ownership chaining")
def test_another_installation_and_the_grants_again(urls: Urls) -> None:
    """On MySQL a routine that is replaced loses its grants, and grants.sql brings them back."""
    installer.install(Settings.load(urls["owner"]))
    assert "is as it should be" in installer.verify(Settings.load(urls["owner"]))
    if Settings.load(urls["owner"]).dialect == "mysql":
        with Store(urls["reader"]) as store, pytest.raises(SchemaNotInstalled, match="none that you may call"):
            store.call("get_version")
        grant(urls["server"], urls["owner"])
    with Store(urls["reader"]) as store:
        assert store.call("find_extracts_by_filename", filename="x") == []
