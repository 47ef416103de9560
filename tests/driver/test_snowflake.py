"""Snowflake's driver, by recording what the connector is told: no account is needed here."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, Self

import pytest
import snowflake.connector
from snowflake.connector.errors import DatabaseError, InterfaceError, OperationalError, ProgrammingError

from ptdb import Settings, contract, errors, installer
from ptdb.contract import Column, Routine
from ptdb.dialects.snowflake import ATTEMPTS, DIALECT, LOCK_TIMEOUT, bound, call_statement, identifier

SURFACE = contract.load()
NOON = datetime(2024, 1, 2, 12, 0, 0, 1, tzinfo=UTC)
THERE = NOON.astimezone(timezone(timedelta(hours=5)))
GIVEN: dict[str, object] = {
    "integer": 7,
    "bigint": 2**40,
    "numeric": Decimal("1.5"),
    "boolean": True,
    "timestamp": THERE,
}
"""What is given for a parameter of a type; a text for any other."""
BOUND = {**GIVEN, "timestamp": "2024-01-02 12:00:00.000001 +0000"}
INSTANT = "TO_TIMESTAMP_TZ(?, 'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM')"
RETURNED: dict[str, object] = {**GIVEN, "bigint": Decimal(2**40), "json": "[]"}
EXPECTED = {**RETURNED, "bigint": 2**40, "timestamp": NOON}


class Cursor:
    """Records what it is told, and answers with a value of its type for each result, or fails."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.description = [SimpleNamespace(name=column.name.upper()) for column in connection.results]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def execute(self, statement: str, values: tuple[object, ...] = ()) -> None:
        self.connection.told.append((statement, values))
        if self.connection.failures:
            raise self.connection.failures.pop(0)

    def fetchall(self) -> list[tuple[object, ...]]:
        return [tuple(value_of(RETURNED, column) for column in self.connection.results)]


class Connection:
    """A connection that answers with some columns, after some failures."""

    def __init__(self, results: tuple[Column, ...] = (), failures: list[Exception] | None = None) -> None:
        self.results, self.failures = results, failures or []
        self.told: list[tuple[str, tuple[object, ...]]] = []
        self.is_open = True

    def cursor(self) -> Cursor:
        return Cursor(self)

    def is_closed(self) -> bool:
        return not self.is_open

    def close(self, retry: bool = True) -> None:
        assert not retry
        self.is_open = False


def value_of(values: dict[str, object], column: Column) -> object:
    return values.get(column.type, "text")


def call(routine: Routine, connection: Any, *, only_required: bool = False) -> list[dict[str, Any]]:
    """Calls a routine with a value for each parameter, or for each that has no default."""
    given = [c for c in routine.parameters if c.is_required or not only_required]
    return DIALECT.call(connection, "process_tracker", routine, {c.name: value_of(GIVEN, c) for c in given})


def failure(number: int, text: str, kind: type[snowflake.connector.Error] = ProgrammingError) -> Exception:
    """An error as the connector raises it."""
    return kind(msg=text, errno=number, sqlstate="57014", sfqid="01b2", send_telemetry=False)


@pytest.mark.parametrize("routine", SURFACE.routines.values(), ids=lambda routine: routine.name)
@pytest.mark.parametrize("only_required", [False, True])
def test_a_call_is_one_statement_with_everything_bound(routine: Routine, only_required: bool) -> None:
    """By name, in the order of the parameters; no value in the text, and an instant read by its format."""
    connection = Connection(routine.results)
    call(routine, connection, only_required=only_required)
    given = [c for c in routine.parameters if c.is_required or not only_required]
    arguments = ", ".join(f"p_{c.name} => {INSTANT if c.type == 'timestamp' else '?'}" for c in given)
    assert connection.told == [
        (f"CALL PROCESS_TRACKER.{routine.name}({arguments})", tuple(value_of(BOUND, c) for c in given))
    ]


@pytest.mark.parametrize("routine", SURFACE.routines.values(), ids=lambda routine: routine.name)
def test_results_are_of_the_contracts_types(routine: Routine) -> None:
    rows = call(routine, Connection(routine.results))
    assert rows == ([{c.name: value_of(EXPECTED, c) for c in routine.results}] if routine.results else [])


def test_names_without_a_pattern_are_quoted() -> None:
    assert identifier("etl") == "ETL"
    assert identifier('My "Schema"') == '"My ""Schema"""'
    assert call_statement("a b", "get_version", ()) == 'CALL "a b".get_version()'


def test_values_that_the_connector_would_send_otherwise() -> None:
    """An instant without its zone or its microseconds, a great number with an exponent."""
    assert bound(datetime(2024, 1, 2)) == "2024-01-02 00:00:00.000000 +0000"
    assert bound(datetime(9999, 12, 31, 23, 59, 59, 999999, UTC)) == "9999-12-31 23:59:59.999999 +0000"
    assert bound(datetime(1, 1, 1, 2, tzinfo=timezone(timedelta(hours=1)))) == "0001-01-01 01:00:00.000000 +0000"
    assert str(bound(Decimal("1E+3"))) == "1000"
    assert bound("x") == "x"


def test_who_meets_too_many_others_calls_again_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    """The call has been rolled back; every other error is told at once."""
    monkeypatch.setattr("ptdb.dialects.snowflake.time.sleep", lambda seconds: None)
    routine = SURFACE.routines["record_heartbeat"]
    crowded = [failure(625, "the number of waiters for this lock exceeds the 20 statements limit")]
    connection = Connection(routine.results, crowded * (ATTEMPTS - 1))
    call(routine, connection)
    assert len(connection.told) == ATTEMPTS
    connection = Connection(routine.results, crowded * 9)
    with pytest.raises(snowflake.connector.Error) as caught:
        call(routine, connection)
    assert len(connection.told) == ATTEMPTS
    assert "changed nothing" in str(DIALECT.translate(caught.value))
    connection = Connection(routine.results, [failure(-20001, "PT001: no")])
    with pytest.raises(snowflake.connector.Error):
        call(routine, connection)
    assert len(connection.told) == 1


def test_a_session_that_is_gone_is_closed_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the store opens another one; an error of the routine leaves it open."""
    routine = SURFACE.routines["record_heartbeat"]
    for number, is_usable in ((390111, False), (-20003, True)):
        connection: Any = Connection(routine.results, [failure(number, "Session no longer exists.")])
        with pytest.raises(snowflake.connector.Error):
            call(routine, connection)
        assert DIALECT.is_usable(connection) is is_usable


@pytest.mark.parametrize(("name", "code"), SURFACE.errors.items())
def test_each_refusal_is_the_contracts(name: str, code: str) -> None:
    """Whatever it passed through, and whatever its values hold."""
    said = f'{code}: process "A\nB : PT009: x" may not'
    text = (
        "Uncaught exception of type 'STATEMENT_ERROR' on line 45 at position 8 : Uncaught exception of type 'REFUSAL'"
        f" on line 1 at position 60 : {said}"
    )
    for shown in (text, said):
        error = DIALECT.translate(failure(-20000 - int(code[2:]), shown))
        assert (type(error), str(error)) == (errors.BY_CODE[code], said)


@pytest.mark.parametrize(
    ("number", "text", "kind", "expected"),
    [
        (-20000, "Uncaught exception of type 'REFUSAL' on line 1 at position 9 : no", ProgrammingError, "StoreError"),
        (2003, "Object 'PROCESS' does not exist or not authorized.", ProgrammingError, "Unseen"),
        (2140, "Unknown function START_PROCESS_RUN", ProgrammingError, "Unseen"),
        (3001, "Insufficient privileges to operate on table", ProgrammingError, "PermissionDenied"),
        (100078, "String 'x' is too long and would be truncated", ProgrammingError, "InvalidArgument"),
        (625, "has locked table", ProgrammingError, "StoreError"),
        (630, "Statement reached its statement or warehouse timeout", ProgrammingError, "StoreError"),
        (390111, "Session no longer exists. New login required.", ProgrammingError, "ConnectionLost"),
        (250003, "Failed to execute request", OperationalError, "ConnectionLost"),
        (252001, "the cursor is closed", InterfaceError, "ConnectionLost"),
        (1003, "SQL compilation error", ProgrammingError, "StoreError"),
    ],
)
def test_other_errors_say_what_they_are(
    number: int, text: str, kind: type[snowflake.connector.Error], expected: str
) -> None:
    error = DIALECT.translate(failure(number, text, kind))
    assert type(error).__name__ == expected
    assert text.rpartition(" : ")[2] in str(error)
    assert "Uncaught" not in str(error)


def test_what_is_hidden_may_be_missing() -> None:
    """Snowflake does not say which, so whoever expects either finds it."""
    error = DIALECT.translate(failure(2003, "Object 'V' does not exist or not authorized."))
    assert isinstance(error, errors.PermissionDenied)
    assert isinstance(error, errors.SchemaNotInstalled)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What connections are opened with."""
    found: list[dict[str, Any]] = []
    monkeypatch.setattr(snowflake.connector, "connect", lambda **options: found.append(options))
    return found


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "snowflake://u:p%40@xy12345.eu-central-1/d?warehouse=w&role=r",
            {"account": "xy12345.eu-central-1", "user": "u", "password": "p@", "database": "d", "warehouse": "w"},
        ),
        (
            "snowflake://u@org-acc.snowflakecomputing.com/d?authenticator=externalbrowser",
            {"account": "org-acc", "host": "org-acc.snowflakecomputing.com", "authenticator": "externalbrowser"},
        ),
        (
            "snowflake://u@acc/d?private_key_file=/k.p8&private_key_file_pwd=x&login_timeout=5",
            {"private_key_file": "/k.p8", "private_key_file_pwd": "x", "login_timeout": 5},
        ),
        (
            "snowflake://acc/d?authenticator=oauth&token=t&client_session_keep_alive=true",
            {"authenticator": "oauth", "token": "t", "client_session_keep_alive": True},
        ),
        ("snowflake://u:p@10.0.0.1:8080/d?account=a&protocol=http", {"account": "a", "host": "10.0.0.1", "port": 8080}),
        ("snowflake://u:p@acc/d?schema=My%20Schema&passcode=123456", {"schema": '"My Schema"', "passcode": "123456"}),
    ],
)
def test_a_url_says_all_that_the_connector_takes(
    opened: list[dict[str, Any]], url: str, expected: dict[str, object]
) -> None:
    DIALECT.connect(Settings.load(url))
    [options] = opened
    assert {key: options[key] for key in expected} == expected
    assert (options["autocommit"], options["paramstyle"]) == (True, "qmark")
    assert options["session_parameters"] == {"LOCK_TIMEOUT": LOCK_TIMEOUT, "TIMEZONE": "UTC"}
    assert "password" not in options or options["password"]


def test_a_lock_is_waited_for_as_long_as_the_url_says(opened: list[dict[str, Any]]) -> None:
    DIALECT.connect(Settings.load("snowflake://u:p@acc/d?lock_timeout=5"))
    assert opened[0]["session_parameters"]["LOCK_TIMEOUT"] == 5
    assert "lock_timeout" not in opened[0]


def test_a_url_without_an_account_is_refused() -> None:
    with pytest.raises(errors.SettingsError, match="names no account"):
        DIALECT.connect(Settings.load("snowflake:///d"))


def test_secrets_are_not_shown() -> None:
    url = Settings.load("snowflake://u:p1@acc/d?private_key_file_pwd=p2&token=p3&passcode=p4&role=r").url
    assert not {"p1", "p2", "p3", "p4"} & set(url.replace("=", "&").replace(":", "&").split("&"))
    assert "role=r" in url


@pytest.mark.parametrize(
    ("number", "text", "expected"),
    [
        (390100, "Incorrect username or password was specified.", "refuses the user 'u' or the password"),
        (390144, "JWT token is invalid.", "refuses the user 'u' or the password"),
        (250001, "Could not connect to Snowflake backend", "cannot be reached"),
    ],
)
def test_a_login_that_fails_says_why(monkeypatch: pytest.MonkeyPatch, number: int, text: str, expected: str) -> None:
    def connect(**options: object) -> None:
        raise failure(number, text, DatabaseError)

    monkeypatch.setattr(snowflake.connector, "connect", connect)
    with pytest.raises(errors.StoreError, match=expected) as caught:
        DIALECT.connect(Settings.load("snowflake://u:secret@acc/d"))
    assert text in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_script_is_one_text_for_every_client() -> None:
    """Included files in place, the schema's name as IDENTIFIER() takes it, and no command of a client."""
    text = installer.script("snowflake", "install.sql", "it's mine")
    assert "SET ptdb_schema = '\"it''s mine\"';" in text
    assert "CREATE TABLE IF NOT EXISTS system_lkup" in text
    assert not any(line.startswith("!") for line in text.splitlines())
    assert "SET ptdb_schema = 'etl';" in installer.script("snowflake", "install.sql", "etl")


def test_a_view_is_read_by_names_and_bound_values() -> None:
    connection: Any = Connection(SURFACE.routines["get_version"].results)
    DIALECT.read(connection, "s", "v_process", {"process_name": "x", "at": NOON}, "process_id", True, 5)
    assert connection.told == [
        (
            f"SELECT * FROM S.v_process WHERE PROCESS_NAME = ? AND AT = {INSTANT} ORDER BY PROCESS_ID DESC LIMIT 5",
            ("x", BOUND["timestamp"]),
        )
    ]
