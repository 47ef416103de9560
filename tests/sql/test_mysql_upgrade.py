"""upgrade/0.9.0--1.0.0.sql of MySQL and MariaDB, which take no table back: it refuses before it changes anything, and
goes on wherever it was broken off. What becomes of the rows is in test_upgraded_store.py.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import mysql.connector
import pytest

from ptdb import Settings, Store, contract, installer
from ptdb.dialects.mysql import DIALECT, statements
from ptdb.errors import InvalidArgument, StoreError
from tests.driver.test_cli import ptdb
from tests.support import mysql as support
from tests.support import processtracker_0_9_0 as old

OLD = "old_0_9_0_"
Rows = list[dict[str, Any]]
Finished = Callable[[str, bool], tuple[str, dict[str, Any]]]

ENGINES = ("mysql", "mariadb")


def select(url: str, statement: str) -> Rows:
    """Runs statements in a session of their own; the rows that they find."""
    with closing(support.connect(url)) as connection:
        support.select(connection, "SET SESSION time_zone = '+00:00'")
        return support.select(connection, statement)


def upgrade(url: str, zone: str = "+00:00", *, drop_old: bool = False, dry_run: bool = False) -> str:
    """Upgrades by the installer."""
    return installer.upgrade(Settings.load(url), zone=zone, drop_old=drop_old, dry_run=dry_run)


def script(*, drop_old: bool = False) -> list[str]:
    """The statements of the script that `processtracker sql` prints."""
    return list(statements(installer.upgrade_script("mysql", "0.9.0", "", zone="+00:00", drop_old=drop_old)))


def run(url: str, parts: list[str]) -> None:
    """Runs the first statements of a script in a session that ends there, as if its client were killed."""
    with closing(support.connect(url)) as connection:
        for part in parts:
            support.select(connection, part)


def dump(url: str) -> dict[str, Any]:
    """All that is in the database: definitions and rows of tables, views and routines by name."""
    with closing(support.connect(url)) as connection:
        names = support.select(
            connection,
            "SELECT table_name AS name, table_type AS kind FROM information_schema.tables"
            " WHERE table_schema = DATABASE() ORDER BY table_name",
        )
        found: dict[str, Any] = {
            "routines": support.select(
                connection,
                "SELECT routine_name AS name FROM information_schema.routines"
                " WHERE routine_schema = DATABASE() ORDER BY routine_name",
            )
        }
        for item in names:
            found[item["name"]] = support.select(connection, f"SHOW CREATE TABLE `{item['name']}`")
            if item["kind"] == "BASE TABLE":
                found[item["name"]] += sorted(support.select(connection, f"SELECT * FROM `{item['name']}`"), key=str)
        return found


def name_free(url: str, text: str) -> str:
    """A text without the name of the database, which its user has too."""
    return text.replace(Settings.load(url).schema, "ptdb")


def content(url: str) -> dict[str, Any]:
    """The rows of our tables, but for the times at which something was made, and where the next keys begin."""
    found: dict[str, Any] = {}
    with closing(support.connect(url)) as connection:
        for table in contract.load().tables:
            rows = support.select(connection, f"SELECT * FROM {table}")
            for row in rows:
                del row["created_date_time"], row["update_date_time"]
            [created] = support.select(connection, f"SHOW CREATE TABLE {table}")
            found[table] = name_free(url, str([*sorted(rows, key=str), created["Create Table"]]))
        found["others"] = support.select(
            connection,
            "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1",
        )
    return found


@pytest.fixture(params=old.VARIANTS)
def old_url(request: pytest.FixtureRequest, server_url: str) -> Iterator[str]:
    """A store of 0.9.0 with its preloaded rows, and one run."""
    with support.database(server_url) as url:
        small(url, request.param)
        yield url


@pytest.fixture
def models_url(server_url: str) -> Iterator[str]:
    """The same, made by the models."""
    with support.database(server_url) as url:
        small(url, "models")
        yield url


def small(url: str, variant: str) -> None:
    """A store with one run, a file that is there twice, and a few dependencies."""
    with closing(support.connect(url)) as connection:
        old.build(connection, variant)
        support.select(
            connection,
            """
            INSERT INTO actor_lkup (actor_name) VALUES ('a');
            INSERT INTO tool_lkup (tool_name) VALUES ('t');
            INSERT INTO process (process_name, process_type_id, process_tool_id) VALUES ('p', 1, 1), ('q', 1, 1);
            INSERT INTO process_tracking (
                process_id, process_status_id, process_run_id, process_run_start_date_time, process_run_actor_id
            )
            VALUES (1, 2, 1, '2024-07-01 12:00:00', 1);
            INSERT INTO location_type_lkup (location_type_name) VALUES ('local filesystem');
            INSERT INTO location_lkup (location_name, location_path, location_type_id)
            VALUES ('a', '/a', 1), ('b', '/a/', 1), ('c', 'C:\\\\x\\\\', 1);
            INSERT INTO extract_tracking (
                extract_filename, extract_location_id, extract_status_id, extract_registration_date_time
            )
            VALUES ('x', 1, 2, '2024-07-01 12:00:00'), ('y', 1, 2, '2024-07-01 12:00:00'),
            ('x', 2, 4, '2024-07-01 12:00:00');
            INSERT INTO extract_dependency (parent_extract_id, child_extract_id) VALUES (1, 2), (3, 2);
            """,
        )


REFUSALS = {
    "UPDATE system_lkup SET system_value = '0.8.0'": "store of version 0.8.0, and this upgrades 0.9.0 only",
    "UPDATE system_lkup SET system_value = '1.1.0'": "store of version 1.1.0, and this upgrades 0.9.0 only",
    "DELETE FROM system_lkup": "a store of version unknown, and this",
    "DROP TABLE system_lkup": "there is no ProcessTracker store; select the database that has it",
    "CREATE TABLE old_0_9_0_process (a INT)": "old_0_9_0_ tables are here beside those that they would become",
    "CREATE TABLE upgrade_report (a INT)": "which are yours; rename them first: upgrade_report",
    "DROP TABLE cluster_process": "- table cluster_process is missing",
    "ALTER TABLE process_filter DROP COLUMN filter_value_string": (
        "- table process_filter: the column filter_value_string is missing"
    ),
    "ALTER TABLE process_tracking MODIFY process_id INT; UPDATE process_tracking SET process_id = NULL": (
        "- table process_tracking: 1 rows without process_id: 1"
    ),
    "ALTER TABLE process MODIFY process_tool_id INT; UPDATE process SET process_tool_id = NULL": (
        "- table process: 2 rows without process_tool_id: 1, 2"
    ),
    "ALTER TABLE extract_tracking MODIFY extract_location_id INT;"
    " UPDATE extract_tracking SET extract_location_id = NULL": (
        "- table extract_tracking: 3 rows without extract_location_id: 1, 2, 3"
    ),
    "SET foreign_key_checks = 0; DELETE FROM tool_lkup": (
        "- table process: 2 rows whose process_tool_id is in no row of tool_lkup: 1, 2"
    ),
    "ALTER TABLE tool_lkup DROP INDEX tool_name; INSERT INTO tool_lkup (tool_name) VALUES ('t '), ('u')": (
        "- table tool_lkup: 2 rows whose tool_name is that of another, but for blanks at its end: 1, 2"
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
        ' 1 "equal to" of the code "=", 9 "same as" of the code "eq"'
    ),
    "UPDATE filesize_type_lkup SET filesize_type_code = '??' WHERE filesize_type_id = 4;"
    " INSERT INTO filesize_type_lkup (filesize_type_name, filesize_type_code) VALUES ('characters', 'B')": (
        'table filesize_type_lkup: more than one row for the code "B":'
        ' 4 "bytes" of the code "??", 5 "characters" of the code "B"'
    ),
    "INSERT INTO process_dependency (parent_process_id, child_process_id) VALUES (1, 2), (2, 1)": (
        'table process_dependency: 1 "p" -> 2 "q" -> 1 "p"; its rows, by parent and child: (1, 2), (2, 1)'
    ),
    # 1 and 3 are one file; 5 to 7 close a circle, to which 4 and 8 only lead.
    """
    INSERT INTO extract_tracking (
        extract_filename, extract_location_id, extract_status_id, extract_registration_date_time
    )
    SELECT name, 1, 2, '2024-07-01' FROM (
        SELECT 'c' AS name UNION ALL SELECT 'd' UNION ALL SELECT 'e' UNION ALL SELECT 'f' UNION ALL SELECT 'g'
    ) AS file ORDER BY name;
    INSERT INTO extract_dependency (parent_extract_id, child_extract_id)
    VALUES (2, 3), (4, 5), (5, 6), (6, 7), (7, 5), (7, 8), (5, 7);
    """: (
        '- table extract_dependency: 1 "x" -> 2 "y" -> 1 "x"; its rows, by parent and child:'
        " (1, 2) and (3, 2), (2, 3)\n"
        '- table extract_dependency: 5 "d" -> 7 "f" -> 5 "d"; its rows, by parent and child: (5, 7), (7, 5)\n'
        '- table extract_dependency: 5 "d" -> 6 "e" -> 7 "f" -> 5 "d"; its rows, by parent and child:'
        " (5, 6), (6, 7), (7, 5)"
    ),
}


@pytest.mark.parametrize("change", REFUSALS)
def test_what_cannot_be_upgraded_stays(models_url: str, change: str) -> None:
    """The message says what is wrong, a dry run's too, and nothing is changed."""
    select(models_url, change)
    before = dump(models_url)
    for is_dry_run in (True, False):
        text = installer.upgrade_script("mysql", "0.9.0", "", zone="+00:00", dry_run=is_dry_run)
        with (
            closing(DIALECT.connect(Settings.load(models_url))) as connection,
            pytest.raises((StoreError, mysql.connector.Error)) as raised,
        ):
            DIALECT.run_script(connection, text)
        assert REFUSALS[change] in str(raised.value)
    assert dump(models_url) == before


@pytest.mark.parametrize(
    ("zone", "complaint"),
    [
        ("", "the time zone of the machines that ran ProcessTracker is missing"),
        ("Europe/Berln", 'no time zone "Europe/Berln" here; load the server\'s zones, or give an offset'),
        ("SYSTEM", 'no time zone "SYSTEM"'),
        ("it's \\", 'no time zone "it\'s \\"'),
    ],
)
def test_a_wrong_zone_is_refused(models_url: str, zone: str, complaint: str) -> None:
    """Nothing is guessed, and nothing is changed."""
    before = dump(models_url)
    with pytest.raises(InvalidArgument) as raised:
        upgrade(models_url, zone)
    assert complaint in str(raised.value)
    assert dump(models_url) == before


def test_a_dry_run_says_what_an_upgrade_does_and_changes_nothing(old_url: str) -> None:
    before = dump(old_url)
    tried = upgrade(old_url, dry_run=True, drop_old=True)
    assert dump(old_url) == before
    assert tried.startswith("a dry run, nothing was changed; an upgrade does this:\n")
    assert "- extract_tracking: 3, now 2: 1 folded or dropped\n" in tried
    assert upgrade(old_url, drop_old=True) == tried.partition("\n")[2]
    with pytest.raises(mysql.connector.Error, match=r"a store of version 1\.0\.0 already, nothing was changed"):
        run(old_url, script())


@pytest.fixture(scope="module")
def finished(server_url: str) -> Iterator[Finished]:
    """What an upgrade that nothing broke off says and makes of the small store of a variant: its name is taken out."""
    with ExitStack() as stack:

        @cache
        def upgraded(variant: str, drop_old: bool) -> tuple[str, dict[str, Any]]:
            url = stack.enter_context(support.database(server_url))
            small(url, variant)
            said = upgrade(url, drop_old=drop_old)
            return name_free(url, said), content(url)

        yield upgraded


# What these change is gone when the session ends.
PASSING = ("SET ", "PREPARE ", "DEALLOCATE ", "DO ", "SELECT ", "START TRANSACTION", "ROLLBACK", "/*M!100000 SET ")


def words(statement: str) -> str:
    """A statement without the comments before it."""
    return "\n".join(line for line in statement.splitlines() if not line.startswith("--")).strip()


# Statements of our own routines are many and alike: each makes one anew.
def is_alike(statement: str) -> bool:
    """Whether a statement only makes a routine of ours anew."""
    code = words(statement)
    return code.startswith(("DROP PROCEDURE IF EXISTS ", "CREATE PROCEDURE ")) and "upgrade_" not in code.split("(")[0]


def is_made_again(parts: list[str], number: int) -> bool:
    """Whether a statement makes a table only if it is not there, which an earlier one has seen to."""
    code = words(parts[number])
    return code.startswith("CREATE TABLE IF NOT EXISTS ") and code in map(words, parts[:number])


@pytest.mark.parametrize("drop_old", [False, True])
def test_broken_off_at_each_place_in_turn_it_finishes(server_url: str, finished: Finished, drop_old: bool) -> None:
    """One store, on which the script is broken off behind its first statement that leaves a trace, then behind its
    second, and so on. What becomes of the old tables makes no difference before the new ones are filled.
    """
    parts = [part for part in script(drop_old=drop_old) if not is_alike(part)]
    first = 0 if drop_old else parts.index("CALL upgrade_fill()")
    # Behind its last CALL it is done, and would refuse to be run again.
    last = max(place for place, part in enumerate(parts) if part.startswith("CALL upgrade_clear"))
    places = [
        number + 1
        for number in range(first, last)
        if words(parts[number]) and not words(parts[number]).startswith(PASSING) and not is_made_again(parts, number)
    ]
    assert len(places) > (100 if drop_old else 20)
    with support.database(server_url) as url:
        small(url, "models")
        for place in places:
            run(url, parts[:place])
        run(url, parts)
        assert content(url) == finished("models", drop_old)[1]


PLACES = [
    "CREATE TABLE IF NOT EXISTS upgrade_report",
    "CREATE PROCEDURE upgrade_finish",
    "CALL upgrade_check",
    "INSERT INTO upgrade_system_lkup",
    "SET @upgrade_prefix = IF",
    "CREATE TABLE IF NOT EXISTS process_tracking",
    "CALL upgrade_fill",
    "CREATE OR REPLACE",
    "CALL upgrade_finish",
    "UPDATE system_lkup SET system_value",
]


@pytest.mark.parametrize("place", PLACES)
def test_broken_off_once_it_finishes_by_python(server_url: str, finished: Finished, place: str) -> None:
    """Behind a statement, and run again as a whole: the same end, and the version says 0.9.0 until then."""
    parts = script(drop_old=True)
    [*_, number] = [n for n, part in enumerate(parts) if "\n" + place in "\n" + part]
    is_before_the_end = any("UPDATE system_lkup SET system_value" in part for part in parts[number + 1 :])
    said, expected = finished("dbscript", True)
    with support.database(server_url) as url:
        small(url, "dbscript")
        run(url, parts[: number + 1])
        if is_before_the_end:
            version = select(url, "SELECT system_value FROM system_lkup WHERE system_key = 'version'")
            assert version == [{"system_value": "0.9.0"}]
            assert upgrade(url, dry_run=True, drop_old=True).startswith("a dry run, nothing was changed")
            assert name_free(url, upgrade(url, drop_old=True)) == said
        else:
            run(url, parts)
        assert "is as it should be" in installer.verify(Settings.load(url))
        assert content(url) == expected


def test_killed_while_it_fills_the_tables_it_finishes(models_url: str) -> None:
    """The filling is one transaction, which is gone with its session."""
    parts = script()
    [fill] = [n for n, part in enumerate(parts) if part == "CALL upgrade_fill()"]
    run(models_url, parts[:fill])
    with closing(support.connect(models_url)) as holder, closing(support.connect(models_url)) as session:
        support.select(holder, "START TRANSACTION; SELECT * FROM error_type_lkup FOR UPDATE")
        number = session.connection_id
        failed = threading.Event()

        def go_on() -> None:
            try:
                for part in parts:
                    support.select(session, part)
            except mysql.connector.Error:
                failed.set()

        thread = threading.Thread(target=go_on)
        thread.start()
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            busy = support.select(
                holder,
                f"SELECT 1 FROM information_schema.processlist WHERE id = {number} AND info LIKE '%error_type_lkup%'",
            )
            if busy:
                break
            time.sleep(0.1)
        assert busy
        support.select(holder, f"KILL {number}")
        thread.join()
        assert failed.is_set()
    assert select(models_url, "SELECT * FROM process") == []
    assert "is of version 1.0.0 now" in upgrade(models_url)
    assert "is as it should be" in installer.verify(Settings.load(models_url))


def test_a_restored_backup_beside_the_old_tables_is_refused(models_url: str) -> None:
    """Whoever went back to the old store by a backup keeps what has come since."""
    parts = script()
    [rename] = [n for n, part in enumerate(parts) if "RENAME TABLE" in part]
    run(models_url, parts[: rename + 4])
    assert select(models_url, f"SELECT COUNT(*) AS n FROM {OLD}process") == [{"n": 2}]
    with closing(support.connect(models_url)) as connection:
        support.select(connection, "DROP TABLE system_lkup")
        old.build(connection, "models")
    before = dump(models_url)
    with pytest.raises(StoreError, match="old_0_9_0_ tables are here beside those"):
        upgrade(models_url)
    assert dump(models_url) == before


def test_the_old_tables_stay_or_go(old_url: str) -> None:
    """They stay as they were, under other names; a view of the owner goes by names."""
    before = select(old_url, "SELECT * FROM process_tracking")
    select(old_url, "CREATE VIEW mine AS SELECT process_name FROM process")
    select(old_url, "CREATE VIEW upgrade_old_customer AS SELECT process_name FROM process")
    assert "- grant rights on it anew; the old tables stay under the names old_0_9_0_..." in upgrade(old_url)
    assert select(old_url, f"SELECT * FROM {OLD}process_tracking") == before
    assert len(select(old_url, "SELECT * FROM mine")) == len(select(old_url, "SELECT * FROM upgrade_old_customer")) == 2


def test_what_others_built_keeps_the_old_tables(models_url: str) -> None:
    """A foreign key on an old table keeps drop_old from all; without it, it follows the old table."""
    select(models_url, "CREATE TABLE mine (id INT, FOREIGN KEY (id) REFERENCES process (process_id))")
    before = dump(models_url)
    with pytest.raises(StoreError, match=r"these refer to the old tables, which so cannot be dropped: ptdb_\w+\.mine"):
        upgrade(models_url, drop_old=True)
    assert dump(models_url) == before
    upgrade(models_url)
    [made] = select(models_url, "SHOW CREATE TABLE mine")
    assert f"REFERENCES `{OLD}process`" in made["Create Table"]


def test_dates_at_the_ends_of_what_the_server_knows(models_url: str) -> None:
    """Before 1970 and after 2037 the zone's time at either end counts; of an hour that comes twice, standard time."""
    dates = {
        "1899-12-31 23:59:59": None,
        "1950-07-01 12:00:00": datetime(1950, 7, 1, 11, tzinfo=UTC),
        "1970-01-01 00:30:00": datetime(1969, 12, 31, 23, 30, tzinfo=UTC),
        "2024-01-01 12:00:00": datetime(2024, 1, 1, 11, tzinfo=UTC),
        "2024-03-31 02:30:00": datetime(2024, 3, 31, 1, tzinfo=UTC),
        "2024-07-01 12:00:00": datetime(2024, 7, 1, 10, tzinfo=UTC),
        "2024-10-27 01:59:59": datetime(2024, 10, 26, 23, 59, 59, tzinfo=UTC),
        "2024-10-27 02:30:00": datetime(2024, 10, 27, 1, 30, tzinfo=UTC),
        "2024-10-27 03:00:00": datetime(2024, 10, 27, 2, tzinfo=UTC),
        "2060-07-01 12:00:00": datetime(2060, 7, 1, 11, tzinfo=UTC),
        "9999-12-31 23:59:59": datetime(9999, 12, 31, 22, 59, 59, tzinfo=UTC),
    }
    for number, text in enumerate(dates, start=2):
        select(
            models_url,
            "INSERT INTO process_tracking (process_id, process_status_id, process_run_id, process_run_start_date_time,"
            " process_run_actor_id, process_run_low_date_time)"
            f" VALUES (2, 2, {number}, '2024-07-01 12:00:00', 1, '{text}')",
        )
    upgrade(models_url, old.ZONE)
    found = select(
        models_url,
        "SELECT process_run_low_date_time AS low FROM process_tracking"
        " WHERE process_id = 2 ORDER BY process_tracking_id",
    )
    assert [row["low"] for row in found] == list(dates.values())


def test_the_end_of_time_in_the_west(models_url: str) -> None:
    """What lies beyond the last instant is that."""
    select(models_url, "UPDATE process_tracking SET process_run_high_date_time = '9999-12-31 23:59:59'")
    upgrade(models_url, "-05:00")
    [found] = select(models_url, "SELECT process_run_high_date_time AS high FROM process_tracking")
    assert found["high"] == datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)


def test_a_name_of_ours_keeps_its_key_and_gets_our_code(models_url: str) -> None:
    """Whoever renamed a code finds the row, and the report says so; a file type of that code steps aside."""
    select(
        models_url,
        """
        UPDATE filter_type_lkup SET filter_type_code = '=' WHERE filter_type_id = 1;
        UPDATE filesize_type_lkup SET filesize_type_id = 50, filesize_type_code = 'k' WHERE 1 = filesize_type_id;
        UPDATE extract_filetype_lkup SET extract_filetype_code = 'comma', delimiter_char = ';';
        INSERT INTO extract_filetype_lkup (extract_filetype_code, extract_filetype) VALUES ('csv', 'Other')
        """,
    )
    said = upgrade(models_url)
    assert '- table filter_type_lkup: "equal to" has the code "eq" now, and had "="\n' in said
    assert '- table filesize_type_lkup: "kilobytes" has the code "KB" now, and had "k"\n' in said
    found = select(models_url, "SELECT * FROM filter_type_lkup WHERE filter_type_code IN ('eq', '=')")
    assert [(row["filter_type_id"], row["filter_type_name"], row["created_by"]) for row in found] == [
        (1, "equal to", 0)
    ]
    [size] = select(models_url, "SELECT * FROM filesize_type_lkup WHERE filesize_type_code = 'KB'")
    assert size["filesize_type_id"] == 50
    filetypes = select(models_url, "SELECT * FROM extract_filetype_lkup ORDER BY extract_filetype_id")
    assert [(row["extract_filetype_code"], row["extract_filetype"], row["delimiter_char"]) for row in filetypes] == [
        ("csv", "Comma Separated Values", ";"),
        ("csv 2", "Other", None),
    ]
    locations = select(models_url, "SELECT location_path FROM location_lkup ORDER BY location_id")
    assert [row["location_path"] for row in locations] == ["/a", "C:\\x"]
    assert "is as it should be" in installer.verify(Settings.load(models_url))


def test_circles_without_end_are_not_all_told(models_url: str) -> None:
    """A hundred of them, and that there are more."""
    with closing(support.connect(models_url)) as connection:
        old.insert(
            connection,
            "models",
            "process",
            "process_name, process_type_id, process_tool_id",
            [(str(n), 1, 1) for n in range(3, 401)],
        )
        pairs = [(n, n + 1) for n in range(1, 400, 2)]
        old.insert(
            connection,
            "models",
            "process_dependency",
            "parent_process_id, child_process_id",
            [*pairs, *((b, a) for a, b in pairs)],
        )
    with pytest.raises(StoreError) as raised:
        upgrade(models_url)
    assert str(raised.value).count("\n- table process_dependency: ") == 100
    assert '\n- table process_dependency: 3 "3" -> 4 "4" -> 3 "3"; its rows' in str(raised.value)
    assert str(raised.value).endswith("\n- ...")


def test_a_long_chain_of_dependencies_is_no_circle(models_url: str) -> None:
    """One file a day that waits for the one of the day before, registered in any order."""
    with closing(support.connect(models_url)) as connection:
        support.select(connection, "DELETE FROM extract_dependency")
        old.insert(
            connection,
            "models",
            "extract_tracking",
            "extract_id, extract_filename, extract_location_id, extract_status_id, extract_registration_date_time",
            [(n, f"chain {n}", 1, 2, datetime(2024, 1, 1, tzinfo=UTC)) for n in range(4, 20001)],
        )
        links = [(n * 7 % 20001, (n + 1) * 7 % 20001) for n in range(1, 20000)]
        old.insert(
            connection,
            "models",
            "extract_dependency",
            "parent_extract_id, child_extract_id",
            [pair for pair in links if 3 not in pair],
        )
    begin = time.monotonic()
    upgrade(models_url)
    seconds = time.monotonic() - begin
    print(f"{seconds:.1f} s")
    assert seconds < 60
    assert select(models_url, "SELECT COUNT(*) AS n FROM extract_dependency") == [{"n": 19997}]


def test_two_upgrades_at_once(models_url: str) -> None:
    """The second waits for the first, and then finds that all is done."""
    said: list[str] = []

    def go() -> None:
        try:
            with closing(DIALECT.connect(Settings.load(models_url))) as connection:
                text = installer.upgrade_script("mysql", "0.9.0", "", zone="+00:00", drop_old=True)
                said.append("\n".join(DIALECT.run_script(connection, text)))
        except (StoreError, mysql.connector.Error) as error:
            said.append(str(error))

    threads = [threading.Thread(target=go) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum("is of version 1.0.0 now" in text for text in said) == 1
    assert sum("a store of version 1.0.0 already" in text for text in said) == 1


def test_the_commands(old_url: str, tmp_path: Path) -> None:
    """`processtracker upgrade`, and the script that it prints, by the vendor's client."""
    tried = ptdb("upgrade", "--zone", old.ZONE, "--dry-run", PTDB_URL=old_url)
    assert (tried.returncode, tried.stderr) == (0, "")
    printed = ptdb("sql", "--dialect", "mysql", "--upgrade-from", "0.9.0", "--zone", old.ZONE, "--dry-run", PTDB_URL="")
    assert printed.returncode == 0
    result = support.feed(old_url, printed.stdout)
    assert "a dry run ends here, as it should; nothing was changed" in result.stderr
    assert "- extract_tracking: 3, now 2: 1 folded or dropped\n" in result.stdout
    done = ptdb("upgrade", "--zone", old.ZONE, "--yes", PTDB_URL=old_url)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(tried.stdout.partition("\n")[2])
    assert "is as it should be" in done.stdout
    again = ptdb("upgrade", "--zone", old.ZONE, "--yes", PTDB_URL=old_url)
    assert again.stdout.endswith("is of version 1.0.0; there is nothing to upgrade.\n")


def test_the_script_by_the_plain_client(models_url: str) -> None:
    """As its header says it: in the folder that holds sql/, with the values as user variables."""
    text = (contract.sql_folder() / "mysql" / "upgrade" / "0.9.0--1.0.0.sql").read_text(encoding="utf-8")
    missing = support.feed(models_url, text)
    assert missing.returncode == 1
    assert "the time zone of the machines that ran ProcessTracker is missing" in missing.stderr
    for name in ("drop_old", "dry_run"):
        result = support.feed(models_url, text, f"--init-command=SET @zone = '+01:00', @{name} = 'perhaps'")
        assert f'@{name} is true or false, and not "perhaps"' in result.stderr
    tried = support.feed(models_url, text, "--init-command=SET @zone = '+01:00', @dry_run = 1")
    assert "a dry run, nothing was changed; an upgrade does this:" in tried.stdout
    result = support.feed(models_url, text, "--init-command=SET @zone = '+01:00', @drop_old = 'yes'")
    assert (result.returncode, result.stderr) == (0, "")
    assert "- grant rights on it anew; the old tables are dropped\n" in result.stdout
    assert "is as it should be" in installer.verify(Settings.load(models_url))
    assert Store(models_url).call("get_version") == {"version": "1.0.0"}
    [row] = select(models_url, "SELECT process_run_start_date_time AS start FROM process_tracking")
    assert row["start"] == datetime(2024, 7, 1, 11, tzinfo=UTC)
