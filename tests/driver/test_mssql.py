"""The SQL Server driver without a server: what it sends, and what it makes of what comes back."""

from __future__ import annotations

import re
import struct
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import pyodbc
import pytest
from click.testing import CliRunner

from ptdb import Settings, Store, contract, installer
from ptdb.cli import main as processtracker
from ptdb.dialects.mssql import ATTEMPTS, DIALECT, batches
from ptdb.errors import (
    BY_CODE,
    AuthenticationFailed,
    ConnectionLost,
    InvalidArgument,
    PermissionDenied,
    PtdbError,
    SchemaNotInstalled,
    SettingsError,
    StoreError,
    StoreUnavailable,
    StoreVersionError,
)
from tests.support import catalogue_mssql

SURFACE = contract.load()
MICROSOFT = "[Microsoft][ODBC Driver 18 for SQL Server][SQL Server]"
FREETDS = "[FreeTDS][SQL Server]"
LATER = datetime(2024, 7, 1, 12, 0, tzinfo=timezone(timedelta(hours=2)))
#: A value of each type as a caller gives it, and as it is bound.
VALUES: dict[str, tuple[object, object]] = {
    "integer": (7, 7),
    "bigint": (2**40, 2**40),
    "numeric": (1.5, Decimal("1.5")),
    "boolean": (False, False),
    "string": ("Ärzte", "Ärzte"),
    "text": ("Ärzte", "Ärzte"),
    "json": (["a"], '["a"]'),
    "timestamp": (LATER, "2024-07-01 10:00:00.000000+00:00"),
    "uuid": (UUID(int=1), str(UUID(int=1))),
}


class Cursor:
    """Gives one outcome for one statement: an error, or results, of which None is one without columns."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.results: list[Any] = []
        self.sizes: list[Any] = []

    def setinputsizes(self, sizes: list[Any]) -> None:
        self.sizes = sizes

    def execute(self, statement: str, values: list[object] | None = None) -> None:
        self.connection.sent.append((statement, values))
        outcome = self.connection.outcomes.pop(0)
        if isinstance(outcome, pyodbc.Error):
            raise outcome
        self.results = list(outcome)

    @property
    def description(self) -> list[tuple[str]] | None:
        return [(name,) for name in self.results[0][0]] if self.results and self.results[0] else None

    def fetchall(self) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self.results[0][1]
        return rows

    def nextset(self) -> bool:
        self.results.pop(0)
        if self.results and isinstance(self.results[0], pyodbc.Error):
            raise self.results[0]
        return bool(self.results)

    def close(self) -> None:
        self.connection.open_cursors -= 1
        if self.connection.closed:
            raise pyodbc.ProgrammingError("The cursor's connection has been closed.")


class Connection:
    """Records what it is sent, in the place of pyodbc's."""

    def __init__(self, *outcomes: Any) -> None:
        self.outcomes = list(outcomes)
        self.sent: list[tuple[str, list[object] | None]] = []
        self.open_cursors = 0
        self.closed = False
        self.rolled_back = False
        self.converters: dict[int, Any] = {}
        self.driver = "libmsodbcsql-18.so"

    def getinfo(self, what: int) -> str:
        assert what == pyodbc.SQL_DRIVER_NAME
        return self.driver

    def cursor(self) -> Cursor:
        self.open_cursors += 1
        return Cursor(self)

    def add_output_converter(self, kind: int, converter: Any) -> None:
        self.converters[kind] = converter

    def rollback(self) -> None:
        self.rolled_back = True

    def close(self) -> None:
        if self.closed:
            raise pyodbc.ProgrammingError("Attempt to use a closed connection.")
        self.closed = True


def error(number: int, text: str, state: str = "42000", function: str = "SQLExecDirectW") -> pyodbc.Error:
    """As Microsoft's driver reports it."""
    return pyodbc.Error(state, f"[{state}] {MICROSOFT}{text} ({number}) ({function})")


def call(routine: str, arguments: dict[str, object], *outcomes: Any) -> tuple[Connection, list[dict[str, Any]]]:
    connection = Connection(*outcomes)
    spec = SURFACE.routine(routine)
    return connection, DIALECT.call(connection, "process_tracker", spec, spec.bind(arguments))


def result(routine: contract.Routine) -> list[Any]:
    """An empty result of a routine that has one."""
    return [([column.name for column in routine.results], [])] if routine.results else [None]


def test_a_command_is_one_batch() -> None:
    """Each argument in a variable of its parameter's own type, each result in one that is given back."""
    connection, rows = call(
        "start_process_run",
        {"process_name": "p", "process_type": "Load", "max_concurrent_failures": 3},
        [(["process_tracking_id", "process_run_status"], [(17, "running")])],
    )
    assert connection.sent == [
        (
            "DECLARE @ptdb_process_name NVARCHAR(4000) = ?, @ptdb_process_type NVARCHAR(4000) = ?,"
            " @ptdb_max_concurrent_failures INT = ?;"
            " DECLARE @ptdb_process_tracking_id BIGINT, @ptdb_process_run_status NVARCHAR(4000);"
            " SET NOCOUNT ON; EXEC [process_tracker].[start_process_run]"
            " @process_name = @ptdb_process_name, @process_type = @ptdb_process_type,"
            " @max_concurrent_failures = @ptdb_max_concurrent_failures,"
            " @process_tracking_id = @ptdb_process_tracking_id OUTPUT,"
            " @process_run_status = @ptdb_process_run_status OUTPUT;"
            " SELECT @ptdb_process_tracking_id AS process_tracking_id, @ptdb_process_run_status AS process_run_status;",
            ["p", "Load", 3],
        )
    ]
    assert rows == [{"process_tracking_id": 17, "process_run_status": "running"}]
    assert connection.open_cursors == 0


def test_a_finder_shows_its_own_rows() -> None:
    connection, rows = call("find_extracts_by_filename", {"filename": "x"}, [None, (["extract_id"], [(1,), (2,)])])
    ((statement, values),) = connection.sent
    assert statement == (
        "DECLARE @ptdb_filename NVARCHAR(4000) = ?;"
        " SET NOCOUNT ON; EXEC [process_tracker].[find_extracts_by_filename] @filename = @ptdb_filename;"
    )
    assert values == ["x"]
    assert rows == [{"extract_id": 1}, {"extract_id": 2}]


@pytest.mark.parametrize("routine", SURFACE.routines.values(), ids=lambda routine: routine.name)
@pytest.mark.parametrize("is_full", [True, False])
def test_every_routine_is_called_by_its_own_types(routine: contract.Routine, is_full: bool) -> None:
    """The types of the variables are those in the file of the routine, so that nothing is converted on the way."""
    given = [p for p in routine.parameters if is_full or p.is_required]
    samples = {p.name: VALUES[p.type.partition("(")[0]] for p in given}
    connection, _ = call(routine.name, {name: value for name, (value, _) in samples.items()}, result(routine))
    ((statement, values),) = connection.sent
    assert (values or []) == [bound for _, bound in samples.values()]
    assert [type(value) for value in values or ()] == [type(bound) for _, bound in samples.values()]
    declared, _, executed = statement.removeprefix("SET NOCOUNT ON; ").rpartition("EXEC [process_tracker].")
    executed, _, selected = executed.partition(f"[{routine.name}] ")[2].partition(";")
    kinds = dict(re.findall(r"@ptdb_(\w+) ([A-Z]+(?:\([^)]*\))?)", declared))
    outs = [column.name for column in routine.results] if routine.kind == "command" else []
    assert list(kinds) == [*samples, *(name for name in outs if name not in samples)]
    for name, kind, default, is_output in catalogue_mssql.parameters(routine.name):
        wanted = re.sub(r"\d+", "4000", kind) if is_output and kind.startswith("NVARCHAR(") else kind
        assert kinds.get(name, wanted) == wanted
        assert name in kinds or default is not None, "what is left out has a default"
    passed = [f"@{name} = @ptdb_{name}" for name in samples if name not in outs]
    assert executed.split(", ") == [*passed, *(f"@{name} = @ptdb_{name} OUTPUT" for name in outs)] or not kinds
    assert selected.strip() == (f"SELECT {', '.join(f'@ptdb_{name} AS {name}' for name in outs)};" if outs else ""), (
        "what comes back, in the order of the contract"
    )


def test_freetds_is_sent_a_call() -> None:
    """It would prepare any other statement with parameters; those of the call are of the types that are sent."""
    connection = Connection([None])
    connection.driver = "libtdsodbc.so"
    spec = SURFACE.routine("complete_step")
    given = {"execution_step_id": UUID(int=1), "rows_processed": 5}
    DIALECT.call(connection, "process_tracker", spec, spec.bind(given))
    assert connection.sent == [
        (
            "{CALL sys.sp_executesql(?, ?, ?, ?)}",
            [
                "DECLARE @ptdb_execution_step_id UNIQUEIDENTIFIER = @sent_execution_step_id,"
                " @ptdb_rows_processed BIGINT = @sent_rows_processed; SET NOCOUNT ON;"
                " EXEC [process_tracker].[complete_step] @execution_step_id = @ptdb_execution_step_id,"
                " @rows_processed = @ptdb_rows_processed;",
                "@sent_execution_step_id NVARCHAR(MAX), @sent_rows_processed BIGINT",
                str(UUID(int=1)),
                5,
            ],
        )
    ]


def test_a_view_is_read_by_its_quoted_columns() -> None:
    connection = Connection([(["process_name"], [("p",)])])
    rows = DIALECT.read(
        connection,
        "a]b",
        "v_process",
        {"process_name": "p", "last_failed_run_date_time": LATER},
        "process_name",
        True,
        5,
    )
    assert rows == [{"process_name": "p"}]
    assert connection.sent == [
        (
            "DECLARE @ptdb_0 NVARCHAR(4000) = ?, @ptdb_1 NVARCHAR(4000) = ?, @ptdb_limit BIGINT = ?;"
            " SELECT TOP (@ptdb_limit) * FROM [a]]b].[v_process]"
            " WHERE [process_name] = @ptdb_0 AND [last_failed_run_date_time] = @ptdb_1 ORDER BY [process_name] DESC",
            ["p", "2024-07-01 10:00:00.000000+00:00", 5],
        )
    ]


def test_an_error_behind_the_rows_is_heard() -> None:
    late = [(["extract_id"], [(1,)]), error(51003, "PT003: there is no run 1")]
    with pytest.raises(pyodbc.Error, match="PT003"):
        call("find_extracts_by_filename", {"filename": "x"}, late)


@pytest.mark.parametrize("number", [1205, 51205])
def test_a_deadlocks_victim_calls_again(number: int) -> None:
    """The server has undone the call whole; ten times at the most."""
    routine = SURFACE.routine("record_heartbeat")
    victim = error(number, "was deadlocked on lock resources", "40001")
    connection, _ = call("record_heartbeat", {"process_tracking_id": 1}, *[victim] * (ATTEMPTS - 1), result(routine))
    assert len(connection.sent) == ATTEMPTS == 10
    assert len(set(map(str, connection.sent))) == 1
    connection = Connection(*[victim] * (ATTEMPTS + 1))
    with pytest.raises(pyodbc.Error):
        DIALECT.call(connection, "s", routine, {"process_tracking_id": 1})
    assert len(connection.sent) == ATTEMPTS


@pytest.mark.parametrize("number", [1222, 51222, 51001, 2627])
def test_nothing_else_is_called_again(number: int) -> None:
    connection = Connection(error(number, "Lock request time out period exceeded."))
    with pytest.raises(pyodbc.Error):
        DIALECT.call(connection, "s", SURFACE.routine("record_heartbeat"), {"process_tracking_id": 1})
    assert len(connection.sent) == 1
    assert not connection.closed


@pytest.mark.parametrize(
    "broken",
    [
        error(104, "TCP Provider: Error code 0x68", "08S01"),
        error(10054, "TCP Provider: An existing connection was forcibly closed by the remote host.\r\n", "08S01"),
        error(0, "Communication link failure", "08S01"),
        pyodbc.OperationalError("08S01", f"[08S01] {FREETDS}Read from the server failed (20004) (SQLExecDirectW)"),
    ],
)
def test_what_finds_the_connection_broken_closes_it(broken: pyodbc.Error) -> None:
    """So the store opens another one."""
    connection = Connection(broken)
    with pytest.raises(pyodbc.Error) as caught:
        DIALECT.call(connection, "s", SURFACE.routine("record_heartbeat"), {"process_tracking_id": 1})
    assert caught.value is broken
    assert connection.closed
    assert not DIALECT.is_usable(connection)
    assert type(DIALECT.translate(caught.value)) is ConnectionLost


@pytest.mark.parametrize("code", BY_CODE)
@pytest.mark.parametrize("driver", [MICROSOFT, FREETDS])
def test_a_refusal_has_its_own_class(code: str, driver: str) -> None:
    """And the routine's words, without the driver's."""
    said = f'{code}: process "[a] (1)" may not start: its run 3\nis running; (51999) is no number of ours'
    text = f"[42000] {driver}{said} ({51000 + int(code[2:])}) (SQLExecDirectW)"
    translated = DIALECT.translate(pyodbc.ProgrammingError("42000", text))
    assert type(translated) is BY_CODE[code]
    assert translated.message == said


@pytest.mark.parametrize(
    ("number", "state", "text", "expected"),
    [
        (229, "42000", "The EXECUTE permission was denied on the object 'start_process_run'.", PermissionDenied),
        (916, "08004", "The server principal is not able to access the database.", PermissionDenied),
        (2812, "42000", "Could not find stored procedure 'process_tracker.get_version'.", SchemaNotInstalled),
        (208, "42S02", "Invalid object name 'process_tracker.v_process'.", SchemaNotInstalled),
        (8145, "42000", "@x is not a parameter for procedure start_process_run.", SchemaNotInstalled),
        (547, "23000", "The INSERT statement conflicted with the CHECK constraint.", InvalidArgument),
        (8115, "22003", "Arithmetic overflow error converting expression to data type int.", InvalidArgument),
        (1205, "40001", "Transaction (Process ID 63) was deadlocked.", StoreError),
        (1222, "42000", "Lock request time out period exceeded.", StoreError),
        (3960, "42000", "Snapshot isolation transaction aborted due to update conflict.", StoreError),
        (51222, "42000", "another call is adding the same name", StoreError),
        (0, "HYT00", "Query timeout expired", StoreError),
        (9002, "42000", "The transaction log for database 'd' is full.", StoreError),
        (50000, "42000", "the schema holds a store of version 2.0.0", StoreError),
    ],
)
def test_the_servers_errors_are_errors_of_ptdb(number: int, state: str, text: str, expected: type[PtdbError]) -> None:
    """Each has the class that says what a caller can do, and keeps the server's words."""
    translated = DIALECT.translate(error(number, text, state))
    assert type(translated) is expected
    assert text in translated.message
    assert "Microsoft" not in translated.message
    if number in (1205, 1222, 3960, 51222) or state == "HYT00":
        assert "changed nothing" in translated.message


def test_of_several_errors_the_first_of_ours_counts() -> None:
    """pyodbc joins them on Windows; only the first has the function's name."""
    parts = [
        f"[01000] {MICROSOFT}a warning (0) (SQLExecDirectW)",
        f"[01000] {MICROSOFT}PT008: there is no location (51008)",
        f"[01000] {MICROSOFT}The statement has been terminated. (3621)",
    ]
    translated = DIALECT.translate(pyodbc.Error("01000", "; ".join(parts)))
    assert type(translated) is BY_CODE["PT008"]
    assert translated.message == "PT008: there is no location"


def test_an_error_without_a_number_keeps_its_words() -> None:
    assert "Driver does not support" in DIALECT.translate(pyodbc.Error("HYC00", "Driver does not support")).message


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """pyodbc connects to nothing: what it was given, and what it answers."""
    seen: dict[str, Any] = {"drivers": ["FreeTDS"], "answer": Connection()}

    def connect(text: str, **options: object) -> Connection:
        seen.update(text=text, options=options)
        if isinstance(seen["answer"], Exception):
            raise seen["answer"]
        connection: Connection = seen["answer"]
        return connection

    monkeypatch.setattr(pyodbc, "connect", connect)
    monkeypatch.setattr(pyodbc, "drivers", lambda: seen["drivers"])
    return seen


@pytest.mark.parametrize(
    ("drivers", "url", "expected"),
    [
        (
            ["SQL Server", "ODBC Driver 17 for SQL Server", "FreeTDS", "ODBC Driver 18 for SQL Server"],
            "mssql://etl:secret@db.example/dwh?TrustServerCertificate=yes",
            "driver=ODBC Driver 18 for SQL Server;server=db.example;uid=etl;pwd=secret;database=dwh;"
            "trustservercertificate=yes",
        ),
        (
            ["ODBC Driver 17 for SQL Server"],
            "mssql://etl:p%3Bw%7D%3D@db.example:1444/dwh",
            "driver=ODBC Driver 17 for SQL Server;server=db.example,1444;uid=etl;pwd={p;w}}=};database=dwh",
        ),
        (
            ["ODBC Driver 18 for SQL Server"],
            "mssql://db.example/dwh?trusted_connection=yes",
            "driver=ODBC Driver 18 for SQL Server;server=db.example;database=dwh;trusted_connection=yes",
        ),
        (
            ["FreeTDS"],
            "mssql://etl:secret@/dwh",
            "driver=FreeTDS;server=localhost;port=1433;tds_version=7.4;clientcharset=UTF-8;uid=etl;pwd=secret;"
            "database=dwh",
        ),
        (
            ["ODBC Driver 18 for SQL Server", "FreeTDS"],
            "mssql://etl:secret@db.example:1444/dwh?driver=/usr/lib/libtdsodbc.so",
            "driver=/usr/lib/libtdsodbc.so;server=db.example;port=1444;tds_version=7.4;clientcharset=UTF-8;uid=etl;"
            "pwd=secret;database=dwh",
        ),
    ],
)
def test_a_url_is_a_connection_string(connected: dict[str, Any], drivers: list[str], url: str, expected: str) -> None:
    """The newest of Microsoft's drivers, else FreeTDS, else the one that the URL names."""
    connected["drivers"] = drivers
    DIALECT.connect(Settings.load(url))
    assert connected["text"] == expected
    assert connected["options"] == {"autocommit": True, "timeout": 10}


def test_no_driver_at_all(connected: dict[str, Any]) -> None:
    connected["drivers"] = ["SQLite3"]
    with pytest.raises(SettingsError, match=r"no ODBC driver for SQL Server.*msodbcsql18.*unixODBC knows SQLite3"):
        DIALECT.connect(Settings.load("mssql://h/d"))


def test_a_password_among_the_options_is_not_shown() -> None:
    assert "s3cret" not in Settings.load("mssql://u@h/d?PWD=s3cret").url


_REFUSED = "Login failed for user 'etl'."
_NO_DATABASE = 'Cannot open database "dwh" requested by the login. The login failed.'


@pytest.mark.parametrize(
    ("state", "text", "expected", "said"),
    [
        ("28000", f"[28000] {MICROSOFT}{_REFUSED} (18456) (SQLDriverConnect)", AuthenticationFailed, "the user 'etl'"),
        ("42000", f"[42000] {FREETDS}{_REFUSED} (18456) (SQLDriverConnect)", AuthenticationFailed, "the user 'etl'"),
        (
            "42000",
            f"[42000] {MICROSOFT}{_NO_DATABASE} (4060) (SQLDriverConnect)",
            SchemaNotInstalled,
            "there is no database 'dwh'",
        ),
        (
            "28000",
            f"[28000] {MICROSOFT}{_REFUSED} (18456) (SQLDriverConnect); [28000] {MICROSOFT}{_NO_DATABASE} (4060);"
            f" [28000] {MICROSOFT}{_REFUSED} (18456)",
            SchemaNotInstalled,
            "there is no database 'dwh'",
        ),
        (
            "HYT00",
            "[HYT00] [Microsoft][ODBC Driver 18 for SQL Server]Login timeout expired (0) (SQLDriverConnect)",
            StoreUnavailable,
            "Login timeout expired",
        ),
        (
            "08001",
            f"[08001] {FREETDS}Unable to connect to data source (0) (SQLDriverConnect)",
            StoreUnavailable,
            "check that it runs",
        ),
        (
            "08001",
            "[08001] [Microsoft][ODBC Driver 18 for SQL Server]SSL Provider: certificate verify failed:self-signed"
            " certificate (-1) (SQLDriverConnect)",
            StoreUnavailable,
            "self-signed",
        ),
    ],
)
def test_who_is_not_let_in_is_told_why(
    connected: dict[str, Any], state: str, text: str, expected: type[PtdbError], said: str
) -> None:
    connected["answer"] = pyodbc.Error(state, text)
    with pytest.raises(StoreError, match=said) as caught:
        Store("mssql://etl:s3cret@h/dwh").call("get_version")
    assert type(caught.value) is expected
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ((2024, 7, 1, 14, 0, 0, 123456000, 2, 0), datetime(2024, 7, 1, 12, 0, 0, 123456, UTC)),
        ((2024, 1, 1, 0, 0, 0, 0, -3, -30), datetime(2024, 1, 1, 3, 30, tzinfo=UTC)),
        ((9999, 12, 31, 23, 59, 59, 999999900, 0, 0), datetime(9999, 12, 31, 23, 59, 59, 999999, UTC)),
    ],
)
def test_an_instant_comes_back_in_utc(connected: dict[str, Any], shown: tuple[int, ...], expected: datetime) -> None:
    """From the structure of 20 bytes that both drivers give."""
    connection: Any = DIALECT.connect(Settings.load("mssql://h/d"))
    raw = struct.pack("<hHHHHHIhh", *shown)
    assert len(raw) == 20
    assert connection.converters[-155](raw) == expected
    assert connection.converters[-155](raw).tzinfo is UTC


def test_a_key_comes_back_as_small_letters(connected: dict[str, Any]) -> None:
    connection: Any = DIALECT.connect(Settings.load("mssql://h/d"))
    key = UUID("6F9619FF-8B86-D011-B42D-00C04FC964FF")
    assert connection.converters[pyodbc.SQL_GUID](key.bytes_le) == "6f9619ff-8b86-d011-b42d-00c04fc964ff"


def test_a_script_runs_batch_by_batch_and_stops_at_an_error() -> None:
    """What it selected is in the message; a transaction that it left open is undone."""
    connection = Connection([None], [(["finding"], [("- one",), ("- two",)])], error(50000, "not as it should be"))
    with pytest.raises(StoreError) as caught:
        DIALECT.run_script(connection, "SELECT 1;\nGO\nSELECT 2;\nGO \nSELECT 3;\ngo\nSELECT 4;\n")
    assert str(caught.value) == "not as it should be:\n- one\n- two"
    assert [statement for statement, _ in connection.sent] == ["SELECT 1;", "SELECT 2;", "SELECT 3;"]
    assert connection.rolled_back


def test_a_store_that_is_not_there_says_how_it_is_installed() -> None:
    connection = Connection([(["version"], [(None,)])])
    with pytest.raises(SchemaNotInstalled, match=r"'s' has no ptdb.*processtracker setup.*sql/mssql/install.sql"):
        DIALECT.store_version(connection, "s")


def printed(*arguments: str) -> str:
    shown = CliRunner().invoke(processtracker, ["sql", "--dialect", "mssql", *arguments])
    assert shown.exit_code == 0, shown.output
    return shown.output


def test_one_printed_script_is_for_sqlcmd_and_ssms() -> None:
    """Batches end with GO; no command of sqlcmd's and no variable is left in it."""
    script = printed("--schema", "dwh etl")
    lines = script.splitlines()
    assert lines[-1] == "GO"
    assert not [line for line in lines if line.startswith(":")]
    assert "$(" not in script
    assert "[dwh etl].start_process_run" in script
    assert "process_tracker]" not in script
    parts = list(batches(script))
    assert sum("CREATE OR ALTER PROCEDURE" in part for part in parts) == len(list(catalogue_mssql.texts()))
    for part in parts:
        made = part.find("CREATE OR ALTER")
        comment = [line for line in part[:made].splitlines() if line and not line.startswith("--")]
        assert made == -1 or not comment, "what makes a routine is a batch of its own"


@pytest.mark.parametrize("schema", ["a]b", "a[b", "a'b", 'a"b', "a$(b)", "a%b", "a\nGO\nb"])
def test_a_schema_that_cannot_be_written_is_refused(schema: str) -> None:
    """sqlcmd's variables are replaced wherever they stand, in texts and in names."""
    shown = CliRunner().invoke(processtracker, ["sql", "--dialect", "mssql", "--schema", schema])
    assert shown.exit_code == 2
    assert "cannot be written into a script of SQL Server; give a plain name" in shown.output


def test_there_is_nothing_to_upgrade_from() -> None:
    """ProcessTracker 0.9.0 kept no store in SQL Server."""
    arguments = ["sql", "--dialect", "mssql", "--upgrade-from", "0.9.0", "--zone", "Europe/Berlin"]
    shown = CliRunner().invoke(processtracker, arguments)
    assert shown.exit_code == 2
    assert "no upgrade from '0.9.0' for the mssql dialect" in shown.output
    assert "ProcessTracker kept its stores on PostgreSQL and MySQL alone" in shown.output


@pytest.mark.parametrize(
    ("outcome", "expected", "said"),
    [
        (
            [(["system_value"], [("0.9.0",)])],
            StoreVersionError,
            "is of version 0.9.0; this package upgrades none there",
        ),
        ([(["system_value"], [("1.1.0",)])], StoreVersionError, "newer than this package's"),
        (error(208, "Invalid object name 'process_tracker.system_lkup'.", "42S02"), SchemaNotInstalled, "no store to"),
    ],
)
def test_the_upgrade_says_that_it_has_none(
    connected: dict[str, Any], outcome: Any, expected: type[PtdbError], said: str
) -> None:
    connected["answer"] = Connection(outcome)
    with pytest.raises(expected, match=said):
        installer.upgrade(Settings.load("mssql://h/d"), zone="UTC")
    assert len(connected["answer"].sent) == 1
    assert connected["answer"].closed


def test_a_store_of_this_version_has_nothing_to_upgrade(connected: dict[str, Any]) -> None:
    connected["answer"] = Connection([(["system_value"], [(SURFACE.version,)])])
    assert "there is nothing to upgrade" in installer.upgrade(Settings.load("mssql://h/d"))
