"""`processtracker upgrade` and `sql --upgrade-from`, as a DBA types them."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ptdb import Settings, Store, installer
from ptdb.errors import SchemaNotInstalled, StoreVersionError
from tests.driver.test_cli import ptdb
from tests.sql.test_install import done
from tests.sql.test_upgrade import OLD
from tests.support import postgresql
from tests.support import processtracker_0_9_0 as old
from tests.support.postgresql import client as psql

ENGINES = ("postgresql",)
ZONE = ("--zone", old.ZONE)
_CATALOGUE = {
    "pg_namespace": "nspname, nspowner, nspacl",
    "pg_class": "oid, relname, relnamespace, relowner, relfilenode, relacl, relkind",
    "pg_attribute": "attrelid, attname, atttypid, attnotnull, atthasdef, attisdropped, attacl",
    "pg_attrdef": "adrelid, adnum, adbin",
    "pg_constraint": "oid, conname, connamespace, conrelid, conindid, confrelid, conkey, confkey, conbin",
    "pg_proc": "oid, proname, pronamespace, prosrc, proacl",
    "pg_type": "oid, typname, typnamespace",
    "pg_trigger": "oid, tgrelid, tgname, tgenabled",
    "pg_description": "objoid, classoid, objsubid, description",
    "pg_depend": "classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype",
}


@pytest.fixture(scope="module")
def filled_url(server_url: str) -> Iterator[str]:
    """A store of 0.9.0 with its history, which no test upgrades."""
    with postgresql.database(server_url) as url:
        with postgresql.connect(url) as connection:
            old.build(connection, "models")
            old.fill(connection, "models")
        yield url


@pytest.fixture
def old_url(server_url: str) -> Iterator[str]:
    """A store of 0.9.0 with its preloaded rows alone."""
    with postgresql.database(server_url) as url:
        with postgresql.connect(url) as connection:
            old.build(connection, "dbscript")
        yield url


def dump(url: str) -> dict[str, Any]:
    """All rows of all tables and sequences, and the catalogue as far as somebody has put something into it."""
    with postgresql.connect(url) as connection:
        found: dict[str, Any] = {
            name: connection.execute(f"SELECT {columns} FROM {name} AS c ORDER BY c::text".encode()).fetchall()
            for name, columns in _CATALOGUE.items()
        }
        relations = connection.execute(
            "SELECT oid::regclass::text AS name, relkind = 'S' AS is_sequence"
            " FROM pg_class WHERE oid >= 16384 AND relkind IN ('r', 'S') ORDER BY 1"
        ).fetchall()
        for relation in relations:
            what = "*" if relation["is_sequence"] else "count(*), md5(string_agg(t::text, '|' ORDER BY t::text))"
            statement = f"SELECT {what} FROM {relation['name']} AS t"
            found[relation["name"]] = connection.execute(statement.encode()).fetchall()
        return found


def at_a_terminal(answer: str, *arguments: str, url: str) -> tuple[int, str, str]:
    """The command, typed by a person who gives an answer: exit status, what it says, and its errors."""
    terminal, line = pty.openpty()
    command = [sys.executable, "-c", "from ptdb.cli import main; main(prog_name='ptdb')", *arguments]
    try:
        with subprocess.Popen(
            command,
            stdin=line,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PTDB_URL": url},
        ) as process:
            os.write(terminal, f"{answer}\n".encode())
            said, complaint = process.communicate()
        return process.returncode, said, complaint
    finally:
        os.close(terminal)
        os.close(line)


def test_a_dry_run_says_what_an_upgrade_does_and_changes_nothing(filled_url: str) -> None:
    before = dump(filled_url)
    result = ptdb("upgrade", *ZONE, "--dry-run", PTDB_URL=filled_url)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(
        "a dry run, nothing was changed; an upgrade does this:\nthe ProcessTracker 0.9.0 store in"
    )
    for line in (
        "- local times were those of Europe/Berlin",
        f'- grant rights on it anew; the old tables stay in the schema "{OLD}" until you drop it',
        "- 7 runs are no longer marked as the latest of their process",
        "- extract_tracking: 50000, now 45000: 5000 folded or dropped",
        "- location_lkup: 6, now 5: 1 folded or dropped",
        "- process_tracking: 10000",
    ):
        assert f"{line}\n" in result.stdout
    assert dump(filled_url) == before
    with postgresql.connect(filled_url) as connection:
        connection.execute("SELECT 1 FROM process_tracker.process_tracking FOR UPDATE NOWAIT")


def test_a_dry_run_that_drops_the_old_tables_changes_nothing(filled_url: str) -> None:
    before = dump(filled_url)
    result = ptdb("upgrade", *ZONE, "--dry-run", "--drop-old", PTDB_URL=filled_url)
    assert "the old tables are dropped\n" in result.stdout
    assert dump(filled_url) == before


def test_an_upgrade_says_the_same_as_its_dry_run_and_is_checked(filled_url: str, server_url: str) -> None:
    """With --yes nobody is asked; afterwards verify.sql has its say, and there is nothing left to do."""
    tried = ptdb("upgrade", *ZONE, "--dry-run", PTDB_URL=filled_url).stdout.partition("\n")[2]
    with postgresql.database(server_url) as url:
        with postgresql.connect(url) as connection:
            old.build(connection, "models")
            old.fill(connection, "models")
        result = ptdb("upgrade", *ZONE, "--yes", PTDB_URL=url)
        assert (result.returncode, result.stderr) == (0, "")
        names = [str(Settings.load(each).database) for each in (filled_url, url)]
        report, checked = result.stdout.splitlines()[:-1], result.stdout.splitlines()[-1]
        assert "\n".join(report).replace(names[1], names[0]) == tried.rstrip("\n")
        assert 'ptdb 1.0.0 in the schema "process_tracker" is as it should be' in checked
        assert Store(url).call("get_version") == {"version": "1.0.0"}

        before = dump(url)
        for again in (("upgrade",), ("upgrade", *ZONE, "--yes"), ("upgrade", "--dry-run")):
            result = ptdb(*again, PTDB_URL=url)
            assert (result.returncode, result.stderr) == (0, "")
            assert result.stdout == f"{Settings.load(url).url} is of version 1.0.0; there is nothing to upgrade.\n"
        assert dump(url) == before


def test_a_person_is_shown_what_it_does_and_asked(old_url: str) -> None:
    """No leaves all as it was; yes upgrades."""
    before = dump(old_url)
    for answer in ("n", "", "perhaps\nno"):
        status, said, _ = at_a_terminal(answer, "upgrade", *ZONE, url=old_url)
        assert status == 1
        assert said.startswith("a dry run, nothing was changed")
        assert "Upgrade now?" in said
        assert said.endswith("Nothing was changed.\n")
        assert dump(old_url) == before
    status, said, complaint = at_a_terminal("y", "upgrade", *ZONE, "--drop-old", url=old_url)
    assert (status, complaint) == (0, "")
    assert said.count("is of version 1.0.0 now\n") == 2
    assert "is as it should be" in said
    with postgresql.connect(old_url) as connection:
        found = connection.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'process%'").fetchall()
    assert [row["nspname"] for row in found] == ["process_tracker"]


def test_nobody_is_asked_where_nobody_is(old_url: str) -> None:
    """Without a terminal it takes a word more than the command's name."""
    before = dump(old_url)
    result = ptdb("upgrade", *ZONE, PTDB_URL=old_url)
    assert (result.returncode, result.stdout) == (2, "")
    assert "give --yes" in result.stderr
    assert dump(old_url) == before


@pytest.mark.parametrize(
    ("arguments", "status", "complaint"),
    [
        (("--yes",), 2, "PT011: the time zone is missing; give that of the machines that ran ProcessTracker"),
        (("--yes", "--zone", "Berlin"), 2, 'PT011: there is no time zone "Berlin"'),
        (("--dry-run", "--zone", "Berlin"), 2, 'PT011: there is no time zone "Berlin"'),
    ],
)
def test_the_time_zone_is_not_guessed(old_url: str, arguments: tuple[str, ...], status: int, complaint: str) -> None:
    before = dump(old_url)
    result = ptdb("upgrade", *arguments, PTDB_URL=old_url)
    assert (result.returncode, result.stdout) == (status, "")
    assert result.stderr.startswith(f"Error: {complaint}")
    assert len(result.stderr.splitlines()) == 1
    assert dump(old_url) == before


@pytest.mark.parametrize(
    ("version", "complaint"),
    [
        ("1.1.0", "is of version 1.1.0, newer than this package's 1.0.0; upgrade ptdb-sql here"),
        ("2.0.0", "is of version 2.0.0, newer than this package's 1.0.0; upgrade ptdb-sql here"),
        ("0.8.0", "is of version 0.8.0; this package upgrades those of 0.9.0"),
        ("x", "calls its version 'x', which is none"),
    ],
)
def test_stores_of_other_versions_are_refused(old_url: str, version: str, complaint: str) -> None:
    with postgresql.connect(old_url) as connection:
        connection.execute("UPDATE process_tracker.system_lkup SET system_value = %s", (version,))
    result = ptdb("upgrade", *ZONE, "--yes", PTDB_URL=old_url)
    assert (result.returncode, result.stdout) == (1, "")
    assert complaint in result.stderr
    assert len(result.stderr.splitlines()) == 1
    with pytest.raises(StoreVersionError, match=r"is of version|which is none"):
        installer.upgrade(Settings.load(old_url), zone="UTC")


def test_no_store_is_said_to_be_none(server_url: str) -> None:
    """And what to do; nothing is installed."""
    with postgresql.database(server_url) as url:
        result = ptdb("upgrade", *ZONE, "--yes", PTDB_URL=url)
        assert (result.returncode, result.stdout) == (1, "")
        assert "there is no store to upgrade in the schema 'process_tracker' of postgresql://" in result.stderr
        assert "let `processtracker setup` install a new store" in result.stderr
        assert len(result.stderr.splitlines()) == 1
        with pytest.raises(SchemaNotInstalled, match="no store to upgrade in the schema 'other'"):
            installer.outdated(Settings.load(f"{url}&schema=other" if "?" in url else f"{url}?schema=other"))


def test_what_cannot_be_kept_is_listed(old_url: str) -> None:
    """A refusal of the script, with its list, and exit status 1."""
    with postgresql.connect(old_url) as connection:
        connection.execute(
            "UPDATE process_tracker.dependency_type_lkup SET dependency_type_name = 'Any' WHERE dependency_type_id = 1"
        )
    before = dump(old_url)
    result = ptdb("upgrade", *ZONE, "--yes", PTDB_URL=old_url)
    assert (result.returncode, result.stdout) == (1, "")
    assert "nothing was changed; mend these first:\n- table dependency_type_lkup: the key 1 is" in result.stderr
    assert dump(old_url) == before


def test_other_commands_point_at_the_upgrade(old_url: str) -> None:
    for command in (("setup",), ("status",)):
        result = ptdb(*command, PTDB_URL=old_url)
        assert result.returncode == 1
        assert "`processtracker upgrade`" in result.stderr


def test_the_printed_upgrade_runs_by_psql(old_url: str, tmp_path: Path) -> None:
    """It needs nothing beside it, and no store to be printed; a dry run of it changes nothing."""
    path = tmp_path / "upgrade.sql"
    before = dump(old_url)
    for options, said in ((["--dry-run"], "a dry run"), ([], "is of version 1.0.0 now")):
        result = ptdb("sql", "--upgrade-from", "0.9.0", *ZONE, *options, PTDB_URL="foo://h/d")
        assert (result.returncode, result.stderr) == (0, "")
        assert "\n\\" not in result.stdout
        assert dump(old_url) == before
        path.write_text(result.stdout)
        assert said in done(psql(old_url, str(path)))
    assert "is as it should be" in done(psql(old_url, "verify.sql"))


def test_the_printed_upgrade_is_for_the_schema_that_was_named(server_url: str, tmp_path: Path) -> None:
    path = tmp_path / "upgrade.sql"
    with postgresql.database(server_url) as url:
        with postgresql.connect(url) as connection:
            old.build(connection, "models", "Odd 'one'")
        result = ptdb("sql", "--upgrade-from", "0.9.0", *ZONE, "--drop-old", "--schema", "Odd 'one'")
        path.write_text(result.stdout)
        assert "the old tables are dropped" in done(psql(url, str(path)))
        assert "is as it should be" in done(psql(url, "verify.sql", "Odd 'one'"))


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (
            ("--upgrade-from", "0.8.0", *ZONE),
            "Error: this version of ptdb has no upgrade from '0.8.0' for the postgresql dialect; it has 0.9.0\n",
        ),
        (
            ("--upgrade-from", "../0.9.0", *ZONE),
            "Error: this version of ptdb has no upgrade from '../0.9.0' for the postgresql dialect; it has 0.9.0\n",
        ),
        (("--upgrade-from", "0.9.0"), "Error: Missing option --zone"),
        (("--upgrade-from", "0.9.0", "--dialect", "nosuch", *ZONE), "no upgrade from '0.9.0' for the nosuch dialect"),
        (ZONE, "go with --upgrade-from"),
    ],
)
def test_an_upgrade_that_cannot_be_printed_is_one_clear_line(arguments: tuple[str, ...], complaint: str) -> None:
    result = ptdb("sql", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert complaint in result.stderr
    assert "Traceback" not in result.stderr
