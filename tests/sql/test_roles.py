"""roles.sql and grants.sql: what each role may do, and all that it may not."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from ptdb import Settings, Store, contract, installer
from ptdb.errors import PermissionDenied
from tests.sql.test_install import done, psql
from tests.support import postgresql

SURFACE = contract.load()
RANKS = {"reader": ("reader",), "runner": ("reader", "runner"), "admin": ("reader", "runner", "admin")}
Urls = dict[str, str]


@pytest.fixture(scope="module")
def urls(server_url: str) -> Iterator[Urls]:
    """A store with its roles, and for each role the URL of a login that has it, and of its owner."""
    with postgresql.database(server_url) as owner, postgresql.connect(server_url) as admin:
        done(psql(owner, "install.sql"))
        for _ in range(2):
            done(psql(postgresql.as_superuser(server_url, owner), "roles.sql"))
            done(psql(owner, "grants.sql"))
        database = str(Settings.load(owner).database)
        logins = {role: f"{database}_{role}" for role in RANKS}
        for role, login in logins.items():
            admin.execute(f"CREATE ROLE {login} LOGIN PASSWORD '{login}' IN ROLE ptdb_{role}".encode())
        yield {"owner": owner, **{role: postgresql.as_role(owner, login) for role, login in logins.items()}}
        for login in logins.values():
            admin.execute(f"DROP ROLE {login}".encode())
        with postgresql.connect(postgresql.as_superuser(server_url, owner)) as inside:
            inside.execute("DROP OWNED BY ptdb_reader, ptdb_runner, ptdb_admin")
        admin.execute("DROP ROLE ptdb_admin, ptdb_runner, ptdb_reader")


@pytest.mark.parametrize("role", RANKS)
def test_a_role_may_call_what_the_contract_gives_it_and_no_more(urls: Urls, role: str) -> None:
    """Its routines and those of the lower roles; no internal one."""
    with postgresql.connect(urls[role]) as connection:
        rows = connection.execute(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'process_tracker'::regnamespace"
            " AND has_function_privilege(oid, 'EXECUTE')"
        ).fetchall()
    expected = {r.name for r in SURFACE.routines_of("postgresql").values() if r.role in RANKS[role]}
    assert {row["proname"] for row in rows} == expected


@pytest.mark.parametrize("role", RANKS)
def test_a_role_may_read_the_views_and_touch_no_table(urls: Urls, role: str) -> None:
    with postgresql.connect(urls[role]) as connection:
        rows = connection.execute(
            """
            SELECT c.relname, p.privilege
            FROM pg_class AS c
            CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
                AS p (privilege)
            WHERE c.relnamespace = 'process_tracker'::regnamespace AND c.relkind IN ('r', 'v', 'S')
                AND CASE c.relkind
                    WHEN 'S' THEN p.privilege = 'SELECT' AND has_sequence_privilege(c.oid, 'USAGE, SELECT, UPDATE')
                    ELSE has_table_privilege(c.oid, p.privilege)
                END
            """
        ).fetchall()
        assert {(row["relname"], row["privilege"]) for row in rows} == {(view, "SELECT") for view in SURFACE.views}
        for table in SURFACE.tables:
            for statement in (f"SELECT * FROM process_tracker.{table}", f"DELETE FROM process_tracker.{table}"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(statement.encode())


def test_a_runner_tracks_a_run_and_administers_nothing(urls: Urls) -> None:
    with Store(urls["runner"]) as store:
        run = store.call("start_process_run", process_name="p", process_type="Load", tool_name="t")
        found = store.call("get_process_run", process_tracking_id=run["process_tracking_id"])
        assert found["actor_name"] == Settings.load(urls["runner"]).user, "the login, not the owner of the routine"
        assert store.read("v_process_run", {"process_name": "p"}, order="process_run_id")
        with pytest.raises(PermissionDenied, match="set_process"):
            store.call("set_process", process_name="p", max_concurrent_failures=1)


def test_a_reader_reads_and_starts_nothing(urls: Urls) -> None:
    with Store(urls["reader"]) as store:
        assert store.call("find_extracts_by_filename", filename="x") == []
        assert isinstance(store.read("v_process", order="process_name"), list)
        with pytest.raises(PermissionDenied, match="start_process_run"):
            store.call("start_process_run", process_name="p")


def test_an_admin_administers(urls: Urls) -> None:
    with Store(urls["admin"]) as store:
        store.call("create_topic", topic="actor", name="made by the admin")
        store.call("start_process_run", process_name="q", process_type="Load", tool_name="t")


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


def test_another_installation_keeps_the_grants(urls: Urls) -> None:
    installer.install(Settings.load(urls["owner"]))
    assert "is as it should be" in installer.verify(Settings.load(urls["owner"]))
    with Store(urls["reader"]) as store:
        assert store.call("find_extracts_by_filename", filename="x") == []
