"""The connection: one for each store and thread, opened when needed, opened again when lost, and its errors."""

from __future__ import annotations

import multiprocessing
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import mysql.connector
import psycopg
import pytest
from psycopg import errors as pg

from ptdb import Settings, Store, contract, installer
from ptdb.dialects import mysql as mysql_dialect
from ptdb.dialects import postgresql as postgresql_dialect
from ptdb.errors import (
    AuthenticationFailed,
    ConnectionLost,
    InvalidArgument,
    PermissionDenied,
    PtdbError,
    RunAlreadyRunning,
    RunNotFound,
    SchemaNotInstalled,
    SettingsError,
    StoreError,
    StoreUnavailable,
)
from tests.support import engines, postgresql

NEW = {"process_type": "Load", "tool_name": "pytest"}


@pytest.fixture(scope="module")
def own_server() -> Iterator[str]:
    """A server of our own, which tests may mistreat; members of the role `by_password` need their password."""
    programs = engines.installed_postgresql()
    assert programs is not None, "there is no PostgreSQL server; apt-get install postgresql-15"
    with engines.local_postgresql(programs, "local all +by_password scram-sha-256") as url:
        yield url


@pytest.fixture(scope="module")
def own_store(server_url: str) -> Iterator[Store]:
    """A store whose connections nobody else uses."""
    with engines.module(server_url).database(server_url) as url:
        store = Store(url)
        installer.install(store.settings)
        yield store
        store.close()


@pytest.fixture
def another_url(store_url: str) -> str:
    """The same store by another URL, so with a connection of its own."""
    return f"{store_url}{'&' if '?' in store_url else '?'}{engines.module(store_url).HARMLESS_OPTION}"


def backend(store: Store) -> int:
    """The server's number for this thread's connection."""
    return int(engines.module(store.url).session_of(store._connection()))


def test_stores_of_one_url_share_a_connection_in_a_thread(store_url: str) -> None:
    assert backend(Store(store_url)) == backend(Store(store_url))


def test_each_thread_has_its_own_connection(store: Store) -> None:
    seen: list[int] = []

    def look() -> None:
        store.call("get_version")
        seen.append(backend(store))

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({*seen, backend(store)}) == 4


@pytest.mark.needs("a list of sessions")
def test_a_threads_connection_closes_with_it(server_url: str, own_store: Store) -> None:
    own_store.close()

    def look() -> None:
        own_store.call("get_version")

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    for _ in range(50):
        if engines.module(server_url).sessions(server_url, own_store.url) == 0:
            return
        time.sleep(0.05)
    raise AssertionError("the connection is still open")


def _look(store: Store, pipe: Any) -> None:
    store.call("get_version")
    pipe.send(backend(store))


def test_a_forked_process_opens_its_own_connection(store: Store) -> None:
    """The child neither talks nor says goodbye on its parent's connection."""
    before = backend(store)
    receiver, sender = multiprocessing.Pipe()
    child = multiprocessing.get_context("fork").Process(target=_look, args=(store, sender))
    child.start()
    assert receiver.recv() != before
    child.join()
    store.call("get_version")
    assert backend(store) == before


@pytest.mark.needs("a list of sessions")
def test_a_connection_lost_between_calls_is_opened_again(server_url: str, own_store: Store) -> None:
    """Seen before anything is sent, so it is safe for every call, a start without a name included."""
    own_store.call("get_version")
    engines.module(server_url).end_sessions(server_url, own_store.url)
    run = own_store.call("start_process_run", process_name="lost between calls", **NEW)
    assert run["process_run_status"] == "running"


@pytest.mark.needs("a list of sessions")
@pytest.mark.parametrize(
    ("routine", "parameters", "is_repeated"),
    [
        ("get_version", {}, True),
        ("start_process_run", {"process_name": "with a name", "process_run_name": "named", **NEW}, True),
        ("start_process_run", {"process_name": "without", **NEW}, False),
        ("raise_run_error", {"process_tracking_id": 1, "error_type_name": "Data Error"}, False),
    ],
)
def test_a_connection_lost_during_a_call(
    server_url: str, own_store: Store, routine: str, parameters: dict[str, object], is_repeated: bool
) -> None:
    """The call is made again only where that is safe; else nobody knows whether it counted, and that is said."""
    original = own_store._dialect.call
    broken: list[str] = []

    def call_and_break(*arguments: Any) -> Any:
        if not broken:
            broken.append(routine)
            engines.module(server_url).end_sessions(server_url, own_store.url)
        return original(*arguments)

    own_store.call("get_version")
    own_store._dialect.call = call_and_break  # type: ignore[method-assign, assignment]
    try:
        if is_repeated:
            own_store.call(routine, **parameters)
        else:
            with pytest.raises(ConnectionLost, match=f"during {routine}.*nobody knows whether the call counted"):
                own_store.call(routine, **parameters)
    finally:
        own_store._dialect.call = original  # type: ignore[method-assign]
    assert broken == [routine]
    assert own_store.call("get_version") == {"version": "1.0.0"}


def test_a_store_that_is_down(server_url: str) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(StoreUnavailable, match=r"cannot be reached.*check that it runs") as caught:
        Store(f"{Settings.load(server_url).dialect}://u:secret@127.0.0.1:{port}/d").call("get_version")
    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is not None


def test_a_socket_that_is_not_there() -> None:
    with pytest.raises(StoreUnavailable, match=r"cannot be reached.*check that it runs"):
        Store("postgresql://u@/d?host=/nowhere").call("get_version")


def test_a_database_that_does_not_exist(own_server: str) -> None:
    with pytest.raises(StoreUnavailable, match='database "nowhere" does not exist'):
        Store(own_server.replace("/postgres?", "/nowhere?")).call("get_version")


@pytest.mark.parametrize("server_url", engines.among("mysql", "mariadb"), indirect=True)
def test_a_wrong_password(server_url: str, store_url: str) -> None:
    """Told apart from a store that is down; the password is not shown."""
    user = Settings.load(store_url).user
    with pytest.raises(AuthenticationFailed, match=f"refuses the user '{user}' or the password") as caught:
        Store(store_url.replace(f":{user}@", ":s3cret@")).call("get_version")
    assert "s3cret" not in str(caught.value)


def test_a_password_that_is_wanted(own_server: str) -> None:
    """Told apart: wrong, missing, and right."""
    with postgresql.connect(own_server) as admin:
        admin.execute("CREATE ROLE by_password")
        admin.execute("CREATE ROLE loader LOGIN PASSWORD 'right' IN ROLE by_password")
    url = own_server.replace("postgres@", "loader{}@")
    with pytest.raises(AuthenticationFailed, match="refuses the user 'loader' or the password") as caught:
        Store(url.format(":wrong")).call("get_version")
    assert "wrong" not in str(caught.value)
    with pytest.raises(AuthenticationFailed, match="wants a password for 'loader'"):
        Store(url.format("")).call("get_version")
    with pytest.raises(Exception, match="has no ptdb"):
        Store(url.format(":right")).call("get_version")


def test_an_option_that_the_driver_does_not_know(own_server: str) -> None:
    with pytest.raises(StoreUnavailable, match="nonsense"):
        Store(f"{own_server}&nonsense=1").call("get_version")


def test_an_error_keeps_the_connection_and_the_drivers_error(store: Store) -> None:
    before = backend(store)
    with pytest.raises(RunNotFound) as caught:
        store.call("get_process_run", process_tracking_id=-1)
    assert caught.value.code == "PT003"
    assert str(caught.value) == caught.value.message
    assert caught.value.message.startswith("PT003: ")
    assert "PT003: " in str(caught.value.__cause__)
    assert backend(store) == before


@pytest.mark.parametrize(
    ("routine", "parameters", "said"),
    [
        ("no_such_routine", {}, "no routine 'no_such_routine'"),
        ("get_version", {"color": 1}, "does not take color; it takes nothing"),
        ("record_heartbeat", {"process_tracking_id": "x"}, "process_tracking_id is 'x'; give a whole number"),
        ("record_heartbeat", {"process_tracking_id": 2**63}, "give a whole number from"),
        ("record_heartbeat", {"process_tracking_id": True}, "give a whole number"),
        ("get_process_watermark", {"process_name": 5}, "process_name is 5; give a text"),
        ("change_run_status", {"process_tracking_id": 1, "new_status": "x", "end_date": "soon"}, "end_date is 'soon'"),
        ("raise_run_error", {"process_tracking_id": 1, "error_type_name": "x", "fail_run": "yes"}, "fail_run is 'yes'"),
        ("start_process_run", {"process_name": "p", "sources": [object()]}, "give a list or a dict"),
        ("start_process_run", {"process_name": "p", "sources": [float("nan")]}, "give a list or a dict"),
    ],
)
def test_arguments_of_the_wrong_kind_are_refused_here(
    store: Store, routine: str, parameters: dict[str, object], said: str
) -> None:
    with pytest.raises(InvalidArgument, match=said):
        store.call(routine, **parameters)


def test_many_open_files_do_not_cost_the_connection(another_url: str) -> None:
    """Descriptors beyond 1023 are looked at like any other."""
    files = [os.open(os.devnull, os.O_RDONLY) for _ in range(1100)]
    try:
        with Store(another_url) as store:
            before = backend(store)
            with pytest.raises(RunNotFound):
                store.call("get_process_run", process_tracking_id=-1)
            assert backend(store) == before
    finally:
        for file in files:
            os.close(file)


def test_what_a_caller_wants_makes_no_other_store(store_url: str) -> None:
    first = Store(store_url)
    second = Store(settings=replace(first.settings, max_concurrent_failures=3, log_level="ERROR"))
    assert backend(first) == backend(second)


def test_a_row_that_another_keeps_is_no_outage(
    started: Callable[..., dict[str, Any]], store_url: str, another_url: str
) -> None:
    """Who does not want to wait for it any longer is told that he may call again, and can."""
    run = started()["process_tracking_id"]
    module = engines.module(store_url)
    with closing(module.within(store_url)) as other, Store(another_url) as store:
        module.select(store._connection(), module.IMPATIENT)
        module.select(other, "BEGIN")
        module.select(
            other, f"UPDATE process_tracking SET process_run_insert_count = 0 WHERE process_tracking_id = {run}"
        )
        with pytest.raises(StoreError, match=r"broken off and changed nothing.*call again"):
            store.call("record_heartbeat", process_tracking_id=run)
        module.select(other, "ROLLBACK")
        store.call("record_heartbeat", process_tracking_id=run)


@pytest.mark.parametrize("server_url", engines.among("postgresql"), indirect=True)
def test_a_timeout_is_no_outage(store_url: str) -> None:
    with Store(f"{store_url}&application_name=hasty") as store:
        store._connection().execute("SET statement_timeout = 1")  # not sooner: it would count for the version's check
        names = [{"name": f"{i}.csv"} for i in range(20000)]
        with pytest.raises(StoreError, match=r"broken off and changed nothing.*call again"):
            store.call("register_extracts", process_tracking_id=1, location_path="/x", files=names)


def test_a_routine_that_is_still_to_come_is_said_to_be(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(contract.load().parts, "whole contract", ())
    with pytest.raises(InvalidArgument, match="create_topic is still to come"):
        store.call("create_topic", topic="actor", name="x")


def test_a_closed_store_opens_again(store_url: str) -> None:
    with Store(store_url) as store:
        before = backend(store)
    assert backend(store) != before


def test_a_call_inside_nothing_is_a_transaction_of_its_own(
    started: Callable[..., dict[str, Any]], store_url: str
) -> None:
    """What a call wrote is seen by others at once."""
    run = started()
    module = engines.module(store_url)
    with closing(module.within(store_url)) as other:
        rows = module.select(
            other,
            f"SELECT process_run_id FROM process_tracking WHERE process_tracking_id = {run['process_tracking_id']}",
        )
    assert rows == [{"process_run_id": 1}]


@pytest.mark.parametrize("server_url", engines.among("postgresql"), indirect=True)
def test_calls_inside_the_callers_transaction_are_part_of_it(store_url: str, name: Callable[[str], str]) -> None:
    """A routine neither commits nor rolls back more than its own work."""
    process = name("Process")
    with postgresql.within(store_url) as connection:
        start = "SELECT * FROM start_process_run(%s, 'Load', p_tool_name => 't')"
        with connection.transaction(force_rollback=True):
            connection.execute(start, (process,))
            with pytest.raises(Exception, match="PT001"), connection.transaction():
                connection.execute(start, (process,))
            assert connection.execute(
                "SELECT count(*) AS n FROM process WHERE process_name = %s", (process,)
            ).fetchone() == {"n": 1}
        assert connection.execute(
            "SELECT count(*) AS n FROM process WHERE process_name = %s", (process,)
        ).fetchone() == {"n": 0}


@pytest.mark.parametrize("server_url", engines.among("postgresql"), indirect=True)
def test_times_come_back_in_utc_whatever_the_servers_zone(own_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGTZ", "Asia/Kathmandu")
    own_store.close()
    run = own_store.call("start_process_run", process_name="times", **NEW)["process_tracking_id"]
    own_store.call("set_process_run_low_high_dates", process_tracking_id=run, low_date="2024-07-01 12:00:00")
    found = own_store.call("get_process_run", process_tracking_id=run)
    assert found["process_run_low_date_time"].isoformat() == "2024-07-01T12:00:00+00:00"
    files = [{"name": "a.csv", "load_low_date": "2024-07-01 12:00:00"}]
    (file,) = own_store.call("register_extracts", process_tracking_id=run, location_path="/x", files=files)
    extract = own_store.call("get_extract", extract_id=file["extract_id"])
    assert extract["extract_load_low_date_time"].isoformat() == "2024-07-01T12:00:00+00:00"


@pytest.mark.parametrize("server_url", engines.among("postgresql"), indirect=True)
def test_a_second_start_is_refused_from_anywhere(started: Callable[..., dict[str, Any]], store_url: str) -> None:
    """A raw SQL call and the Python wrapper behave the same."""
    run = started()
    with pytest.raises(RunAlreadyRunning) as caught:
        Store(store_url).call("start_process_run", process_name=run["process_name"])
    with postgresql.connect(store_url) as connection, pytest.raises(Exception, match="PT001") as raw:
        connection.execute("SELECT * FROM process_tracker.start_process_run(%s)", (run["process_name"],))
    assert str(raw.value).splitlines()[0] == str(caught.value)
    assert os.getpid() > 0


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (pg.UndefinedFunction, SchemaNotInstalled),
        (pg.UndefinedTable, SchemaNotInstalled),
        (pg.InsufficientPrivilege, PermissionDenied),
        (pg.CheckViolation, InvalidArgument),
        (pg.NumericValueOutOfRange, InvalidArgument),
        (pg.ProgramLimitExceeded, InvalidArgument),
        (pg.UntranslatableCharacter, InvalidArgument),
        (pg.ConnectionFailure, StoreUnavailable),
        (pg.AdminShutdown, StoreUnavailable),
        (pg.CannotConnectNow, StoreUnavailable),
        (psycopg.OperationalError, ConnectionLost),
        (psycopg.InterfaceError, ConnectionLost),
        (pg.RaiseException, StoreError),
        (pg.SerializationFailure, StoreError),
        (pg.DiskFull, StoreError),
    ],
)
def test_the_servers_errors_are_errors_of_ptdb(error: type[psycopg.Error], expected: type[PtdbError]) -> None:
    """Each has the class that says what a caller can do, and keeps the server's words."""
    translated = postgresql_dialect.DIALECT.translate(error("the server's words"))
    assert type(translated) is expected
    assert "the server's words" in translated.message


@pytest.mark.parametrize(
    ("number", "state", "expected"),
    [
        (1305, "42000", SchemaNotInstalled),
        (1146, "42S02", SchemaNotInstalled),
        (1370, "42000", PermissionDenied),
        (1044, "42000", PermissionDenied),
        (1264, "22003", InvalidArgument),
        (1366, "HY000", InvalidArgument),
        (4025, "23000", InvalidArgument),
        (2013, "HY000", ConnectionLost),
        (1927, "70100", ConnectionLost),
        (1213, "40001", StoreError),
        (1205, "HY000", StoreError),
        (1969, "70100", StoreError),
        (1021, "HY000", StoreError),
        (45000, "45000", StoreError),
        (51003, "PT003", RunNotFound),
    ],
)
def test_the_errors_of_mysql_are_errors_of_ptdb(number: int, state: str, expected: type[PtdbError]) -> None:
    """Each has the class that says what a caller can do, and keeps the server's words."""
    error = mysql.connector.Error("the server's words", errno=number, sqlstate=state)
    translated = mysql_dialect.DIALECT.translate(error)
    assert type(translated) is expected
    assert "the server's words" in translated.message


def test_a_view_is_read_by_its_columns(store: Store) -> None:
    """What is no view, no column and no text is refused, and the connection stays."""
    connection = backend(store)
    with pytest.raises(InvalidArgument, match="there is no view 'process'"):
        store.read("process", order="process_id")
    with pytest.raises(
        StoreError, match=r'(?i)"colour" does not exist|Unknown column .*colour|invalid identifier.*colour'
    ):
        store.read("v_process", {"colour": "red"}, order="process_name")
    with pytest.raises(InvalidArgument, match="process_name is"):
        store.read("v_process", {"process_name": "a\0b"}, order="process_name")
    assert backend(store) == connection


def test_settings_are_settings() -> None:
    with pytest.raises(SettingsError, match=r"give what Settings\.load returns"):
        Store(settings={"dialect": "postgresql"})  # type: ignore[arg-type]


def test_lists_and_numbers_of_any_kind_become_json(store: Store, name: Callable[[str], str]) -> None:
    """Sets in the order of their names; dates and decimals as texts that the routines read."""
    run = store.call(
        "start_process_run", process_name=name("p"), **NEW, sources={"t", "s"}, targets=frozenset({"b", "a"})
    )
    row = store.call("get_process_run", process_tracking_id=run["process_tracking_id"])
    assert [source["source_name"] for source in row["sources"]] == ["s", "t"]
    file = {"name": "f", "size": Decimal("1.5"), "load_low_date": date(2019, 1, 2), "load_record_count": True + 1}
    (extract,) = store.call(
        "register_extracts",
        process_tracking_id=run["process_tracking_id"],
        location_path=f"/{name('d')}",
        files=[file],
    )
    row = store.call("get_extract", extract_id=extract["extract_id"])
    assert (row["extract_filesize"], row["extract_load_record_count"]) == (Decimal("1.5"), 2)
    assert row["extract_load_low_date_time"] == datetime(2019, 1, 2, tzinfo=UTC)
    store.call(
        "set_process_run_low_high_dates", process_tracking_id=run["process_tracking_id"], low_date=date(2019, 1, 2)
    )
    row = store.call("get_process_run", process_tracking_id=run["process_tracking_id"])
    assert row["process_run_low_date_time"] == datetime(2019, 1, 2, tzinfo=UTC)
