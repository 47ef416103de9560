"""upgrade/0.9.0--1.0.0.sql of PostgreSQL, by plain psql, as the store's ordinary owner. What becomes of the rows is in
test_upgraded_store.py.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from ptdb import Settings, Store, installer
from tests.sql.test_install import done
from tests.support import postgresql
from tests.support import processtracker_0_9_0 as old
from tests.support.postgresql import SQL, embedded_psql, objects
from tests.support.postgresql import client as psql

ENGINES = ("postgresql",)
SCRIPT = "upgrade/0.9.0--1.0.0.sql"
OLD = "process_tracker_0_9_0"
Connection = psycopg.Connection[dict[str, Any]]


def upgrade(url: str, *variables: str) -> subprocess.CompletedProcess[str]:
    """Runs the script with psql's variables."""
    options = [word for variable in variables for word in ("-v", variable)]
    return subprocess.run(
        [shutil.which("psql") or embedded_psql(), "-X", "-q", "-d", url, *options, "-f", str(SQL / SCRIPT)],
        capture_output=True,
        text=True,
        env={**os.environ, "PGOPTIONS": ""},
    )


def rows(connection: Connection, statement: str) -> list[dict[str, Any]]:
    """What a SELECT finds, by the name of the schema."""
    return connection.execute(statement.encode()).fetchall()


def value(connection: Connection, statement: str) -> Any:
    """The one value that a SELECT finds."""
    [row] = rows(connection, statement)
    [found] = row.values()
    return found


@pytest.fixture(scope="module", params=old.VARIANTS)
def upgraded(request: pytest.FixtureRequest, server_url: str) -> Iterator[tuple[str, Connection]]:
    """An upgraded store with a history: its URL, and a connection to it."""
    with postgresql.database(server_url) as url:
        with postgresql.connect(url) as connection:
            old.build(connection, request.param)
            old.fill(connection, request.param)
        said = done(upgrade(url, f"zone={old.ZONE}"))
        assert "- extract_tracking: 50000, now 45000: 5000 folded or dropped\n" in said
        with postgresql.connect(url) as connection:
            yield url, connection


@pytest.fixture(params=old.VARIANTS)
def old_url(request: pytest.FixtureRequest, server_url: str) -> Iterator[str]:
    """A store of 0.9.0 with its preloaded rows, and one run."""
    with postgresql.database(server_url) as url, postgresql.connect(url) as connection:
        old.build(connection, request.param)
        connection.execute("INSERT INTO actor_lkup (actor_name) VALUES ('a')")
        connection.execute("INSERT INTO tool_lkup (tool_name) VALUES ('t')")
        connection.execute(
            "INSERT INTO process (process_name, process_type_id, process_tool_id) VALUES ('p', 1, 1), ('q', 1, 1)"
        )
        connection.execute(
            "INSERT INTO process_tracking"
            " (process_id, process_status_id, process_run_id, process_run_start_date_time, process_run_actor_id)"
            " VALUES (1, 2, 1, '2024-07-01 12:00:00', 1)"
        )
        yield url


def test_the_result_is_an_installation(upgraded: tuple[str, Connection]) -> None:
    """verify.sql finds nothing that differs, and Python works with it."""
    assert "is as it should be" in done(psql(upgraded[0], "verify.sql"))
    assert Store(upgraded[0]).call("get_version") == {"version": "1.0.0"}
    leftovers = rows(
        upgraded[1],
        "SELECT relname FROM pg_class WHERE relnamespace = 'process_tracker'::regnamespace"
        " AND (relname LIKE 'old\\_%' OR relname LIKE 'upgrade%')",
    )
    assert leftovers == []


def test_a_second_upgrade_is_refused(upgraded: tuple[str, Connection]) -> None:
    """The store is of version 1.0.0 already."""
    before = objects(upgraded[0])
    result = upgrade(upgraded[0], f"zone={old.ZONE}")
    assert result.returncode == 3
    assert "holds a store of version 1.0.0 already" in result.stderr
    assert objects(upgraded[0]) == before


REFUSALS = {
    "UPDATE system_lkup SET system_value = '0.8.0'": "holds a store of version 0.8.0, and this upgrades 0.9.0 only",
    "UPDATE system_lkup SET system_value = '1.1.0'": "holds a store of version 1.1.0, and this upgrades 0.9.0 only",
    "DELETE FROM system_lkup": "holds a store of version unknown",
    "CREATE SCHEMA process_tracker_0_9_0": "which is there already",
    "DROP TABLE cluster_process": (
        'lacks a table that each store of 0.9.0 has: relation "cluster_process" does not exist; nothing was changed'
    ),
    "ALTER TABLE process_tracking ALTER process_id DROP NOT NULL; UPDATE process_tracking SET process_id = NULL": (
        "- table process_tracking: 1 rows without process_id: 1\n"
    ),
    "ALTER TABLE process ALTER process_tool_id DROP NOT NULL; UPDATE process SET process_tool_id = NULL": (
        "- table process: 2 rows without process_tool_id: 1, 2\n"
    ),
    "UPDATE schedule_frequency_lkup SET schedule_frequency_name = 'never' WHERE schedule_frequency_id = 0": (
        'table schedule_frequency_lkup: the key 0 is "never", and should be "unscheduled"'
    ),
    "UPDATE source_type_lkup SET source_type_id = 9 WHERE source_type_id = 1": (
        'table source_type_lkup: "Undefined" has the key 9, and should have 1'
    ),
    "UPDATE dependency_type_lkup SET dependency_type_name = 'Any' WHERE dependency_type_id = 1": (
        'table dependency_type_lkup: the key 1 is "Any", and should be "Undefined"'
    ),
    "UPDATE filter_type_lkup SET filter_type_code = '=' WHERE filter_type_id = 1;"
    " INSERT INTO filter_type_lkup (filter_type_name, filter_type_code) VALUES ('same as', 'eq')": (
        'table filter_type_lkup: more than one row for the code "eq":'
        ' 1 "equal to" of the code "=", 9 "same as" of the code "eq"\n'
    ),
    "UPDATE filesize_type_lkup SET filesize_type_code = '??' WHERE filesize_type_id = 4;"
    " INSERT INTO filesize_type_lkup (filesize_type_name, filesize_type_code) VALUES ('characters', 'B')": (
        'table filesize_type_lkup: more than one row for the code "B":'
        ' 4 "bytes" of the code "??", 5 "characters" of the code "B"\n'
    ),
    "INSERT INTO process_dependency VALUES (1, 2, 3), (2, 1, 2)": (
        'table process_dependency: 1 "p" -> 2 "q" -> 1 "p"; its rows, by parent and child: (1, 2), (2, 1)\n'
    ),
    # 2 and 4 are one file, so are 1 and 5; 7 to 9 close a circle, to which 6 and 10 only lead.
    """
    INSERT INTO location_type_lkup (location_type_name) VALUES ('local filesystem');
    INSERT INTO location_lkup (location_name, location_path, location_type_id) VALUES ('a', '/a', 1), ('b', '/a/', 1);
    INSERT INTO extract_tracking (
        extract_filename, extract_location_id, extract_status_id, extract_registration_date_time
    )
    SELECT name, CASE WHEN place IN (4, 5) THEN 2 ELSE 1 END, 2, now()
    FROM unnest(string_to_array('x y z y x c d e f g', ' ')) WITH ORDINALITY AS file (name, place);
    INSERT INTO extract_dependency
    VALUES
        (1, 2, 2), (5, 2, 3), (2, 3, 1), (4, 1, 1), (6, 7, 1), (7, 8, 1), (8, 9, 1), (9, 7, 1), (9, 10, 1), (7, 9, 1);
    """: (
        '- table extract_dependency: 1 "x" -> 2 "y" -> 1 "x"; its rows, by parent and child:'
        " (1, 2) and (5, 2), (4, 1)\n"
        '- table extract_dependency: 7 "d" -> 9 "f" -> 7 "d"; its rows, by parent and child: (7, 9), (9, 7)\n'
        '- table extract_dependency: 7 "d" -> 8 "e" -> 9 "f" -> 7 "d"; its rows, by parent and child:'
        " (7, 8), (8, 9), (9, 7)\n"
    ),
}


@pytest.mark.parametrize("change", REFUSALS)
def test_what_cannot_be_upgraded_stays(old_url: str, change: str) -> None:
    """The message says what is wrong, and nothing is changed."""
    with postgresql.within(old_url) as connection:
        connection.execute(change.encode())
    before = objects(old_url)
    result = upgrade(old_url, f"zone={old.ZONE}")
    assert result.returncode == 3
    assert REFUSALS[change] in result.stderr
    assert objects(old_url) == before


def test_a_name_of_ours_keeps_its_key_and_gets_our_code(old_url: str) -> None:
    """Whoever renamed a code finds the row, and the report says so; a file type of that code steps aside."""
    with postgresql.within(old_url) as connection:
        connection.execute("UPDATE filter_type_lkup SET filter_type_code = '=' WHERE filter_type_id = 1")
        connection.execute(
            "UPDATE filesize_type_lkup SET filesize_type_id = 50, filesize_type_code = 'k' WHERE 1 = filesize_type_id"
        )
        connection.execute("UPDATE extract_filetype_lkup SET extract_filetype_code = 'comma', delimiter_char = ';'")
        connection.execute(
            "INSERT INTO extract_filetype_lkup (extract_filetype_code, extract_filetype) VALUES ('csv', 'Other')"
        )
        said = done(upgrade(old_url, "zone=UTC"))
        assert '- table filter_type_lkup: "equal to" has the code "eq" now, and had "="\n' in said
        assert '- table filesize_type_lkup: "kilobytes" has the code "KB" now, and had "k"\n' in said
        found = rows(connection, "SELECT * FROM process_tracker.filter_type_lkup WHERE filter_type_code IN ('eq', '=')")
        assert [(row["filter_type_id"], row["filter_type_name"], row["created_by"]) for row in found] == [
            (1, "equal to", 0)
        ]
        assert (
            value(
                connection,
                "SELECT filesize_type_id FROM process_tracker.filesize_type_lkup WHERE filesize_type_code = 'KB'",
            )
            == 50
        )
        filetypes = rows(connection, "SELECT * FROM process_tracker.extract_filetype_lkup ORDER BY extract_filetype_id")
        assert [
            (row["extract_filetype_code"], row["extract_filetype"], row["delimiter_char"]) for row in filetypes
        ] == [
            ("csv", "Comma Separated Values", ";"),
            ("csv 2", "Other", None),
        ]
    assert "is as it should be" in done(psql(old_url, "verify.sql"))


def test_circles_without_end_are_not_all_told(old_url: str) -> None:
    """A hundred of them, and that there are more."""
    with postgresql.within(old_url) as connection:
        connection.execute(
            "INSERT INTO process (process_name, process_type_id, process_tool_id)"
            " SELECT n, 1, 1 FROM generate_series(3, 400) AS n"
        )
        connection.execute(
            "INSERT INTO process_dependency SELECT n, n + 1, 1 FROM generate_series(1, 399, 2) AS n"
            " UNION ALL SELECT n + 1, n, 1 FROM generate_series(1, 399, 2) AS n"
        )
    result = upgrade(old_url, "zone=UTC")
    assert result.returncode == 3
    assert result.stderr.count("\n- table process_dependency: ") == 100
    assert '\n- table process_dependency: 3 "3" -> 4 "4" -> 3 "3"; its rows' in result.stderr
    assert "\n- ...\n" in result.stderr


@pytest.mark.parametrize("word", ["true", "on", " 1 "])
def test_a_dry_run_reports_and_changes_nothing(old_url: str, word: str) -> None:
    """As psql and PostgreSQL spell it, and with exit status 0."""
    before = objects(old_url)
    said = done(upgrade(old_url, "zone=UTC", f"dry_run={word}", "drop_old=true"))
    assert "NOTICE:  a dry run, nothing was changed; an upgrade does this:\n" in said
    assert "- process_tracking: 1\n" in said
    assert objects(old_url) == before
    assert "is of version 1.0.0 now" in done(upgrade(old_url, "zone=UTC", "dry_run=off"))


def test_a_long_chain_of_dependencies_is_no_circle(old_url: str) -> None:
    """One file a day that waits for the one of the day before, registered in any order."""
    with postgresql.within(old_url) as connection:
        connection.execute(
            """
            INSERT INTO location_type_lkup (location_type_name) VALUES ('sftp');
            INSERT INTO location_lkup (location_name, location_path, location_type_id) VALUES ('a', '/a', 1);
            INSERT INTO extract_tracking (
                extract_filename, extract_location_id, extract_status_id, extract_registration_date_time
            )
            SELECT n, 1, 2, now() FROM generate_series(1, 20000) AS n;
            INSERT INTO extract_dependency
            SELECT n * 7 % 20001, (n + 1) * 7 % 20001, 1 FROM generate_series(1, 19999) AS n
            """
        )
        begin = time.monotonic()
        done(upgrade(old_url, "zone=UTC"))
        print(f"{time.monotonic() - begin:.1f} s")
        assert value(connection, "SELECT count(*) FROM process_tracker.extract_dependency") == 19999


@pytest.mark.parametrize(
    ("variables", "complaint"),
    [
        ([], "the time zone is missing"),
        (["zone=Europe/Berln"], 'there is no time zone "Europe/Berln"'),
        (["zone=X+3"], 'there is no time zone "X+3"'),
        (["zone=UTC", "schema=nowhere"], 'no ProcessTracker store in the schema "nowhere"'),
        (["zone=UTC", "drop_old=perhaps"], 'invalid input syntax for type boolean: "perhaps"'),
        (["zone=UTC", "dry_run=perhaps"], 'invalid input syntax for type boolean: "perhaps"'),
    ],
)
def test_wrong_variables_are_refused(old_url: str, variables: list[str], complaint: str) -> None:
    """Nothing is guessed, and nothing is changed."""
    before = objects(old_url)
    result = upgrade(old_url, *variables)
    assert result.returncode == 3
    assert complaint in result.stderr
    assert objects(old_url) == before


def test_a_stranger_may_not_upgrade(old_url: str, server_url: str) -> None:
    """Who owns neither the database nor the tables is told whose they are, before anything happens."""
    owner = str(Settings.load(old_url).user)
    with postgresql.database(server_url) as other, postgresql.connect(old_url) as connection:
        stranger = str(Settings.load(other).user)
        connection.execute(f"GRANT USAGE ON SCHEMA process_tracker TO {stranger}".encode())
        connection.execute(f"GRANT SELECT ON process_tracker.system_lkup TO {stranger}".encode())
        url = postgresql.as_role(old_url, stranger)
        result = upgrade(url, "zone=UTC")
        assert f'role "{stranger}" may not create schemas' in result.stderr
        connection.execute(f"GRANT CREATE ON DATABASE {owner} TO {stranger}".encode())
        result = upgrade(url, "zone=UTC")
        assert result.returncode == 3
        assert f"belong to {owner}, whose rights the role" in result.stderr
        connection.execute(f"REVOKE ALL ON DATABASE {owner} FROM {stranger}".encode())
        connection.execute(f"REVOKE ALL ON SCHEMA process_tracker FROM {stranger}".encode())
        connection.execute(f"REVOKE ALL ON process_tracker.system_lkup FROM {stranger}".encode())


def test_the_old_tables_can_go(old_url: str) -> None:
    """With drop_old, only the new store is left."""
    said = done(upgrade(old_url, "zone=Asia/Tokyo", "drop_old=true"))
    assert "the old tables are dropped" in said
    assert [item["name"] for item in objects(old_url) if item["kind"] == "schema"] == ["process_tracker"]
    assert "is as it should be" in done(psql(old_url, "verify.sql"))
    done(psql(old_url, "uninstall.sql"))
    assert [item for item in objects(old_url) if item["kind"] == "schema"] == []


def test_what_others_built_is_not_dropped(old_url: str) -> None:
    """Somebody's view on an old table keeps drop_old from dropping it, and so from all else."""
    with postgresql.connect(old_url) as connection:
        connection.execute("CREATE VIEW public.mine AS SELECT actor_name FROM process_tracker.actor_lkup")
    before = objects(old_url)
    result = upgrade(old_url, "zone=UTC", "drop_old=true")
    assert result.returncode == 3
    assert "other objects depend on" in result.stderr
    assert objects(old_url) == before
    done(upgrade(old_url, "zone=UTC"))
    with postgresql.connect(old_url) as connection:
        assert value(connection, "SELECT count(*) FROM public.mine") == 1


@pytest.mark.parametrize("variant", old.VARIANTS)
def test_any_schema_name_by_python(server_url: str, variant: str) -> None:
    """The installer's text of the script does the same, in a schema of an odd name, and fills in its variables."""
    schema = 'it\'s "odd", 1'
    with postgresql.database(server_url) as url, postgresql.connect(url) as connection:
        old.build(connection, variant, schema)
        text = installer.upgrade_script("postgresql", "0.9.0", schema, zone=old.ZONE)
        connection.execute(text.encode())
        found = rows(connection, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'it%' ORDER BY nspname")
        assert [row["nspname"] for row in found] == [schema, schema + "_0_9_0"]
        assert "is as it should be" in done(psql(url, "verify.sql", schema))


def test_a_long_schema_name_is_refused(server_url: str) -> None:
    """The old schema's name would be cut, and could be another's."""
    with postgresql.database(server_url) as url, postgresql.connect(url) as connection:
        old.build(connection, "dbscript", "x" * 58)
        result = upgrade(url, "zone=UTC", f"schema={'x' * 58}")
        assert "whose name has more than 63 bytes" in result.stderr


def test_two_upgrades_at_once(server_url: str) -> None:
    """The second waits for the first, and then finds that all is done, even where the first drops the old tables."""
    with postgresql.database(server_url) as url:
        with postgresql.connect(url) as connection:
            old.build(connection, "models")
        program = shutil.which("psql") or embedded_psql()
        command = [program, "-X", "-q", "-d", url, "-v", "zone=UTC", "-v", "drop_old=true", "-f", str(SQL / SCRIPT)]
        both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        said = "".join(process.communicate()[1] for process in both)
        assert sorted(process.returncode for process in both) == [0, 3]
        assert "holds a store of version 1.0.0 already" in said
