"""PostgreSQL's own of installing: schemas, rights of their owners, encodings."""

from __future__ import annotations

from dataclasses import replace

import psycopg
import pytest

from ptdb import Settings, Store, installer
from ptdb.errors import InvalidArgument, PermissionDenied
from tests.sql.test_install import done
from tests.support import postgresql
from tests.support.postgresql import SQL, objects
from tests.support.postgresql import client as psql

ENGINES = ("postgresql",)
SCHEMAS = ["process_tracker", 'Odd "Schema", 1']


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_dba_installs_into_a_schema(owner_url: str, schema: str) -> None:
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
    with postgresql.within(owner_url) as connection:
        connection.execute("ALTER INDEX process_tracking_latest_ux SET (fillfactor = 70)")
        connection.execute("ALTER INDEX process_name_uk SET (fillfactor = 70)")
        connection.execute("CREATE INDEX mine ON process_tracking (process_run_end_date_time)")
    assert "is as it should be" in done(psql(owner_url, "verify.sql"))


def test_a_schema_open_to_everybody_is_refused(owner_url: str) -> None:
    """Who may create in the schema could slip a routine under those that run with the owner's rights."""
    with postgresql.connect(owner_url) as connection:
        connection.execute("CREATE SCHEMA open")
        connection.execute("GRANT CREATE ON SCHEMA open TO PUBLIC")
    result = psql(owner_url, "install.sql", "open")
    assert result.returncode == 3
    assert "everybody (PUBLIC) may create objects" in result.stderr


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


def test_foreign_tables_of_our_names_are_refused(owner_url: str) -> None:
    """Nothing is installed around somebody else's table."""
    with postgresql.connect(owner_url) as connection:
        connection.execute("CREATE SCHEMA s CREATE TABLE contact_lkup (i integer) CREATE TABLE process (i integer)")
    before = objects(owner_url)
    result = psql(owner_url, "install.sql", "s")
    assert result.returncode == 3
    assert "have their names: contact_lkup, process;" in result.stderr
    assert objects(owner_url) == before


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
