"""MySQL and MariaDB: a call is atomic, on its own and inside a caller's transaction, at both levels of isolation."""

from __future__ import annotations

import json
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from typing import Any

import mysql.connector
import pytest
from mysql.connector.constants import ClientFlag

from tests.support import mysql as support

ENGINES = ("mysql", "mariadb")

Connect = Callable[[], Any]
LEVELS = ["REPEATABLE READ", "READ COMMITTED"]
Name = Callable[[str], str]
DELETE = "CALL delete_topic('tool', %s)"


@pytest.fixture
def connect(store_url: str) -> Iterator[Connect]:
    """Opens sessions as a tool would: none of them knows of the driver's settings."""
    with ExitStack() as stack:

        def session() -> Any:
            return stack.enter_context(closing(support.connect(store_url)))

        yield session


def run(session: Any, statement: str, *values: object) -> list[tuple[Any, ...]]:
    """Runs one statement; the rows of its last result."""
    with session.cursor() as cursor:
        cursor.execute(statement, values)
        rows: list[tuple[Any, ...]] = []
        while True:
            rows = cursor.fetchall() if cursor.description else rows
            if not cursor.nextset():
                return rows


def start(
    session: Any, process_name: str, actor: str = "tester", tool: str = "pytest", run_name: str | None = None
) -> int:
    """Starts a run; its key."""
    run(
        session,
        "CALL start_process_run(%s, 'Load', %s, %s, %s, NULL, NULL, NULL, NULL, NULL, NULL, @id, @status)",
        process_name,
        actor,
        tool,
        run_name,
    )
    return int(run(session, "SELECT @id")[0][0])


def names(session: Any, table: str, column: str, prefix: str) -> list[str]:
    """The names in a table that begin so."""
    return [row[0] for row in run(session, f"SELECT {column} FROM {table} WHERE {column} LIKE %s", f"{prefix}%")]


def test_a_call_outside_a_transaction_is_kept_at_once(connect: Connect, name: Name) -> None:
    """It commits what it did, and leaves no transaction open."""
    session, process_name = connect(), name("Process")
    start(session, process_name)
    assert not session.in_transaction
    assert names(connect(), "process", "process_name", process_name) == [process_name]


@pytest.mark.parametrize("begin", ["START TRANSACTION", "SET autocommit = 0"])
def test_a_call_inside_a_transaction_is_a_part_of_it(connect: Connect, name: Name, begin: str) -> None:
    """Nobody sees it before the commit; a rollback takes it back, and what was added by the way."""
    session, process_name = connect(), name("Process")
    run(session, begin)
    start(session, process_name, actor=process_name, tool=process_name)
    assert names(session, "process", "process_name", process_name) == [process_name]
    assert names(connect(), "process", "process_name", process_name) == []
    run(session, "ROLLBACK")
    for table, column in (("process", "process_name"), ("actor_lkup", "actor_name"), ("tool_lkup", "tool_name")):
        assert names(session, table, column, process_name) == []


def test_a_refusal_undoes_the_call_and_no_more(connect: Connect, name: Name) -> None:
    """What the caller's transaction did before stays, also its savepoints; what the call did goes."""
    session, process_name, actor = connect(), name("Process"), name("Actor")
    run(session, "START TRANSACTION")
    start(session, process_name)
    run(session, "SAVEPOINT mine")
    with pytest.raises(mysql.connector.Error, match="PT001") as caught:
        start(session, process_name, actor=actor)
    assert (caught.value.errno, caught.value.sqlstate) == (51001, "PT001")
    run(session, "ROLLBACK TO SAVEPOINT mine")
    run(session, "COMMIT")
    assert names(session, "process", "process_name", process_name) == [process_name]
    assert names(session, "actor_lkup", "actor_name", actor) == []


def test_a_refusal_outside_a_transaction_leaves_nothing(connect: Connect, name: Name) -> None:
    """Not even the actor, and no open transaction."""
    session, process_name, actor = connect(), name("Process"), name("Actor")
    start(session, process_name)
    with pytest.raises(mysql.connector.Error, match="PT001"):
        start(session, process_name, actor=actor)
    assert not session.in_transaction
    assert names(session, "actor_lkup", "actor_name", actor) == []


@pytest.mark.parametrize("level", LEVELS)
def test_the_level_of_isolation_of_a_session_stays(connect: Connect, name: Name, level: str) -> None:
    """A call's own transaction is READ COMMITTED; the next one of the caller's is what the caller wants."""
    session, other = connect(), connect()
    run(session, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
    start(session, name("Process"))
    run(session, "START TRANSACTION")
    run(session, "SELECT count(*) FROM tool_lkup")
    tool = name("Tool")
    start(other, name("Process"), tool=tool)
    assert names(session, "tool_lkup", "tool_name", tool) == ([tool] if level == "READ COMMITTED" else [])


@pytest.mark.parametrize("level", LEVELS)
def test_names_that_others_added_since_are_found(connect: Connect, name: Name, level: str) -> None:
    """A transaction whose view of the tables is older uses them, and adds no second ones."""
    session, other = connect(), connect()
    process_name, actor, tool = name("Process"), name("Actor"), name("Tool")
    run(session, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
    run(session, "START TRANSACTION")
    run(session, "SELECT count(*) FROM process")
    first = start(other, process_name, actor=actor, tool=tool)
    run(other, "CALL change_run_status(%s, 'completed', NULL)", first)
    second = start(session, process_name, actor=actor, tool=tool)
    run(session, "COMMIT")
    rows = run(
        session,
        "SELECT process_id, process_run_actor_id, process_run_id, is_latest_run FROM process_tracking"
        " WHERE process_tracking_id IN (%s, %s) ORDER BY process_tracking_id",
        first,
        second,
    )
    assert rows[0][:2] == rows[1][:2]
    assert [row[2:] for row in rows] == [(1, 0), (2, 1)]


@pytest.mark.parametrize("level", LEVELS)
def test_a_run_that_others_started_since_is_seen(connect: Connect, name: Name, level: str) -> None:
    """The rules about a process's own runs hold whatever the age of the transaction."""
    session, other, process_name = connect(), connect(), name("Process")
    run_name = name("run")
    run(session, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
    run(session, "START TRANSACTION")
    run(session, "SELECT count(*) FROM process_tracking")
    start(other, process_name, run_name=run_name)
    with pytest.raises(mysql.connector.Error, match="PT001"):
        start(session, process_name)
    with pytest.raises(mysql.connector.Error, match="PT004"):
        start(session, name("Process"), run_name=run_name)


def test_a_process_that_others_added_since_is_known_whatever_the_driver_counts(connect: Connect, name: Name) -> None:
    """Some drivers, JDBC's among them, have the server count the rows that an UPDATE found, not those it changed."""
    session, other, process_name = connect(), connect(), name("Process")
    session.client_flags = [ClientFlag.FOUND_ROWS]
    session.reconnect()
    run(session, "START TRANSACTION")
    run(session, "SELECT count(*) FROM process")
    first = start(other, process_name)
    run(other, "CALL change_run_status(%s, 'completed', NULL)", first)
    second = start(session, process_name)
    assert run(session, "SELECT process_run_id FROM process_tracking WHERE process_tracking_id = %s", second) == [(2,)]


@pytest.mark.parametrize("level", LEVELS)
def test_a_dependency_that_others_added_since_closes_no_circle(connect: Connect, name: Name, level: str) -> None:
    """Whoever adds one sees the others as they are now."""
    session, other = connect(), connect()
    one, two, three = (name("Process") for _ in range(3))
    for process_name in (one, two, three):
        start(session, process_name)
    run(session, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
    run(session, "START TRANSACTION")
    run(session, "SELECT count(*) FROM process_dependency")
    run(other, "CALL create_process_dependency(%s, %s, NULL)", one, two)
    run(other, "CALL create_process_dependency(%s, %s, NULL)", two, three)
    with pytest.raises(mysql.connector.Error, match="PT012"):
        run(session, "CALL create_process_dependency(%s, %s, NULL)", three, one)
    with pytest.raises(mysql.connector.Error, match="PT013"):
        run(session, "CALL create_process_dependency(%s, %s, NULL)", two, three)
    run(session, "CALL delete_process_dependency(%s, %s)", one, two)
    run(session, "CALL create_process_dependency(%s, %s, NULL)", three, one)


@pytest.mark.parametrize("level", LEVELS)
def test_a_start_locks_no_status(connect: Connect, name: Name, level: str) -> None:
    """While its transaction is open, processes whose latest run ended alike start."""
    session, other = connect(), connect()
    first, *between, last = [name("Process") for _ in range(6)]
    for process_name in (first, *between, last):
        run(session, "CALL change_run_status(%s, 'completed', NULL)", start(session, process_name))
    run(other, "SET SESSION innodb_lock_wait_timeout = 1")
    run(session, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
    run(session, "START TRANSACTION")
    start(session, first)
    start(other, last)


@pytest.mark.parametrize("level", LEVELS)
def test_failures_that_others_recorded_since_count(connect: Connect, name: Name, level: str) -> None:
    """The hold looks at the last runs as they are now."""
    session, other, process_name = connect(), connect(), name("Process")
    for _ in range(4):
        run(other, "CALL change_run_status(%s, 'failed', NULL)", start(other, process_name))
    run(session, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
    run(session, "START TRANSACTION")
    run(session, "SELECT count(*) FROM process_tracking")
    run(other, "CALL change_run_status(%s, 'failed', NULL)", start(other, process_name))
    start(session, process_name)
    assert run(session, "SELECT @status")[0][0] == "on hold"
    run(session, "ROLLBACK")


def register(
    session: Any, run_id: int, path: str, files: list[str], only_new: bool = False
) -> dict[str, tuple[int, int]]:
    """Registers files; key and is_new of each, in the order of the answer."""
    rows = run(session, "CALL register_extracts(%s, %s, %s, NULL, NULL, %s)", run_id, path, json.dumps(files), only_new)
    return {filename: (extract_id, is_new) for extract_id, filename, is_new in rows}


@pytest.mark.parametrize("level", LEVELS)
def test_files_that_others_registered_since_are_known(connect: Connect, name: Name, level: str) -> None:
    """They are not new, get what is said of them, and are left alone when only new ones are wanted."""
    session, other, path = connect(), connect(), name("/data/in")
    run_id = start(session, name("Process"))
    register(session, run_id, path, ["first.csv"])
    run(session, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
    run(session, "START TRANSACTION")
    run(session, "SELECT count(*) FROM extract_tracking")
    theirs = register(other, start(other, name("Process")), path, ["a.csv", "b.csv"])
    assert list(register(session, run_id, path, ["a.csv", "c.csv"], only_new=True)) == ["c.csv"]
    ours = run(
        session,
        "CALL register_extracts(%s, %s, %s, NULL, 'loaded', FALSE)",
        run_id,
        path,
        '["d.csv", "b.csv", "first.csv", {"name": "a.csv", "write_record_count": 7}]',
    )
    assert [row[1:] for row in ours] == [("d.csv", 1), ("b.csv", 0), ("first.csv", 0), ("a.csv", 0)]
    assert {row[1]: row[0] for row in ours}.items() >= {file: key for file, (key, _) in theirs.items()}.items()
    run(session, "COMMIT")
    rows = run(
        session,
        "SELECT e.extract_filename, s.extract_status_name, e.extract_write_record_count FROM extract_tracking AS e"
        " INNER JOIN extract_status_lkup AS s ON s.extract_status_id = e.extract_status_id"
        " INNER JOIN location_lkup AS l ON l.location_id = e.extract_location_id"
        " INNER JOIN extract_process_tracking AS t ON t.extract_tracking_id = e.extract_id"
        " WHERE l.location_path = %s AND t.process_tracking_id = %s ORDER BY e.extract_filename",
        path,
        run_id,
    )
    assert rows == [
        ("a.csv", "loaded", 7),
        ("b.csv", "loaded", None),
        ("c.csv", "ready", None),
        ("d.csv", "loaded", None),
        ("first.csv", "loaded", None),
    ]


@pytest.mark.parametrize("level", LEVELS)
def test_a_location_that_others_added_since_is_found(connect: Connect, name: Name, level: str) -> None:
    """By its path; and its name is known to be taken."""
    session, other, folder = connect(), connect(), name("folder")
    run_id = start(session, name("Process"))
    run(session, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
    run(session, "START TRANSACTION")
    run(session, "SELECT count(*) FROM location_lkup")
    theirs = register(other, run_id, f"/a/{folder}", ["a.csv"])
    assert register(session, run_id, f"/a/{folder}", ["a.csv"]) == {"a.csv": (theirs["a.csv"][0], 0)}
    register(session, run_id, f"/b/{folder}", ["a.csv"])
    with pytest.raises(mysql.connector.Error, match="PT013"):
        run(session, "CALL register_extracts(%s, %s, '[]', %s, NULL, FALSE)", run_id, f"/c/{folder}", folder)
    run(session, "COMMIT")
    found = names(session, "location_lkup", "location_name", folder)
    assert len(found) == 2
    assert all(item == folder or item.startswith(f"{folder} - ") for item in found)


@pytest.mark.parametrize("level", LEVELS)
def test_new_names_of_different_transactions_do_not_deadlock(connect: Connect, name: Name, level: str) -> None:
    """Eight transactions add neighbouring names and stay open a while: nobody waits for anybody."""
    sessions = [connect() for _ in range(8)]
    prefix = name("Process")
    failures: list[Exception] = []

    def work(number: int) -> None:
        session = sessions[number]
        try:
            run(session, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
            run(session, "SET SESSION innodb_lock_wait_timeout = 5")
            for at in range(5):
                run(session, "START TRANSACTION")
                own = f"{prefix} {at} {number}"
                start(session, own, actor=own, tool=own)
                time.sleep(0.02)
                run(session, "COMMIT")
        except mysql.connector.Error as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(names(sessions[0], "process", "process_name", prefix)) == 40


@pytest.mark.parametrize("level", LEVELS)
def test_an_extract_that_is_not_there_keeps_nobody_waiting(connect: Connect, name: Name, level: str) -> None:
    """In a transaction that goes on after the refusal, no gap stays locked that new extracts go into."""
    session, other, path = connect(), connect(), name("/data/in")
    run_id, their_run_id = start(session, name("Process")), start(other, name("Process"))
    known, _ = register(session, run_id, path, ["a.csv"])["a.csv"]
    run(session, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
    run(session, "START TRANSACTION")
    with pytest.raises(mysql.connector.Error, match="PT006"):
        run(session, "CALL bulk_change_extract_status(%s, %s, 'loaded')", run_id, f"[{known}, {known + 1}]")
    with pytest.raises(mysql.connector.Error, match="PT006"):
        run(session, "CALL change_extract_status(%s, %s, 'loading')", run_id, known + 1)
    run(other, "SET SESSION innodb_lock_wait_timeout = 1")
    assert register(other, their_run_id, name("/data/in"), ["a.csv"])["a.csv"] > (known, 0)
    run(session, "COMMIT")


def test_keys_have_no_gaps_where_names_are_known(connect: Connect, name: Name) -> None:
    """A start of known names uses up no key of a lookup."""
    session, process_name = connect(), name("Process")
    for _ in range(3):
        run(session, "CALL change_run_status(%s, 'completed', NULL)", start(session, process_name))
    first, second = name("Tool"), name("Tool")
    keys = []
    for tool in (first, second):
        start(session, name("Process"), tool=tool)
        keys.append(run(session, "SELECT tool_id FROM tool_lkup WHERE tool_name = %s", tool)[0][0])
    assert keys[1] == keys[0] + 1


def test_instants_are_utc_in_a_session_of_another_zone(connect: Connect, name: Name) -> None:
    """The clock is the server's, in UTC, whatever the session's time zone."""
    session = connect()
    run(session, "SET SESSION time_zone = '+05:00'")
    key = start(session, name("Process"))
    rows = run(
        session,
        "SELECT ABS(TIMESTAMPDIFF(SECOND, process_run_start_date_time, UTC_TIMESTAMP())),"
        " ABS(TIMESTAMPDIFF(SECOND, created_date_time, UTC_TIMESTAMP()))"
        " FROM process_tracking WHERE process_tracking_id = %s",
        key,
    )
    assert all(seconds < 60 for seconds in rows[0])


def test_a_message_says_what_matters_in_128_characters(connect: Connect, name: Name) -> None:
    """Long names are cut in the middle: both ends of each are there, and the reason."""
    session = connect()
    process_name = name("Head") + "x" * 200 + name("tail")
    start(session, process_name)
    with pytest.raises(mysql.connector.Error) as caught:
        start(session, process_name)
    message = str(caught.value.msg)[:128]
    assert message.startswith(f'PT001: process "{process_name[:15]}')
    assert "…" in message
    assert process_name[-10:] + '" may not start: its run 1 ' in message


def create_topic(session: Any, topic: str, name: str) -> None:
    """Adds a lookup row."""
    run(session, "CALL create_topic(%s, %s, NULL, NULL, NULL, NULL, NULL)", topic, name)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("ending", ["COMMIT", "ROLLBACK"])
def test_what_others_begin_to_use_cannot_be_deleted(connect: Connect, name: Name, level: str, ending: str) -> None:
    """A deletion waits for a transaction that uses the row, and then knows whether it is in use."""
    user, deleter, tool = connect(), connect(), name("Tool")
    create_topic(user, "tool", tool)
    run(deleter, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
    run(deleter, "START TRANSACTION")
    run(deleter, "SELECT count(*) FROM process")
    run(user, "START TRANSACTION")
    start(user, name("Process"), tool=tool)
    outcomes: list[str] = []

    def delete() -> None:
        try:
            run(deleter, DELETE, tool)
            outcomes.append("deleted")
        except mysql.connector.Error as error:
            outcomes.append(str(error.msg))

    thread = threading.Thread(target=delete)
    thread.start()
    thread.join(0.3)
    assert outcomes == []
    run(user, ending)
    thread.join(30)
    if ending == "COMMIT":
        assert outcomes == [
            f'PT010: tool "{tool}" is in use, by rows of the table process; it cannot be deleted while they name it'
        ]
    else:
        assert outcomes == ["deleted"]


@pytest.mark.parametrize("routine", ["CALL update_topic('tool', %s, 'new', NULL, NULL, NULL, NULL, NULL)", DELETE])
@pytest.mark.parametrize("level", LEVELS)
def test_a_row_that_others_renamed_since_is_not_there(connect: Connect, name: Name, level: str, routine: str) -> None:
    """A transaction whose view of the table is older still sees the name, and does not change the row by it."""
    session, other, tool, renamed = connect(), connect(), name("Tool"), name("Renamed")
    create_topic(other, "tool", tool)
    run(session, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
    run(session, "START TRANSACTION")
    run(session, "SELECT count(*) FROM tool_lkup")
    run(other, "CALL update_topic('tool', %s, %s, NULL, NULL, NULL, NULL, NULL)", tool, renamed)
    with pytest.raises(mysql.connector.Error, match="PT008"):
        run(session, routine, tool)
    run(session, "COMMIT")
    assert names(connect(), "tool_lkup", "tool_name", renamed) == [renamed]


@pytest.mark.parametrize("level", LEVELS)
def test_administration_and_pipelines_of_different_transactions_do_not_wait(
    connect: Connect, name: Name, level: str
) -> None:
    """Neighbouring rows are added, changed and deleted by transactions that stay open: nobody waits for anybody."""
    prefix = name("Tool")
    process_name = name("Process")
    sessions = [connect() for _ in range(6)]
    for number, session in enumerate(sessions):
        start(session, f"{process_name} {number}")
        create_topic(session, "contact", f"{prefix} {number}")
        run(session, f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")
        run(session, "SET SESSION innodb_lock_wait_timeout = 1")
        run(session, "START TRANSACTION")
    for number, session in enumerate(sessions):
        create_topic(session, "tool", f"{prefix} {number}")
        run(session, "CALL add_process_contact(%s, %s)", f"{process_name} {number}", f"{prefix} {number}")
        run(session, "CALL init_execution(NULL, @execution)")
        run(session, """CALL init_step(@execution, 'LOAD', '[{"name": "m", "checksum": "1"}]', @step)""")
    for number, session in enumerate(sessions):
        run(session, "CALL update_topic('tool', %s, %s, NULL, NULL, NULL, NULL, NULL)", *[f"{prefix} {number}"] * 2)
        run(session, "CALL compare_step_models(@step, NULL)")
        run(session, "CALL complete_step(@step, 5)")
        run(session, "CALL complete_execution(@execution)")
    for number, session in enumerate(sessions):
        run(session, "CALL remove_process_contact(%s, %s)", f"{process_name} {number}", f"{prefix} {number}")
        run(session, DELETE, f"{prefix} {number}")
        run(session, "COMMIT")
    assert names(sessions[0], "tool_lkup", "tool_name", prefix) == []


def test_a_guid_in_any_spelling(connect: Connect) -> None:
    """It is stored in one; what is none is refused."""
    session, given = connect(), uuid.uuid4()
    run(session, "CALL init_execution(%s, @id)", f"{{{given.hex.upper()}}}")
    assert run(session, "SELECT @id, (SELECT count(*) FROM execution WHERE execution_id = @id)") == [(str(given), 1)]
    for wrong in ("", " ", "no-guid", f"{given}0", f"{given}\n", str(given)[:-1], f"g{given.hex[1:]}", "{" + given.hex):
        with pytest.raises(mysql.connector.Error, match="PT011: execution_id"):
            run(session, "CALL complete_execution(%s)", wrong)
