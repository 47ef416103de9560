"""Oracle's driver, by recording what it is told: no server of Oracle's runs here."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Self

import oracledb
import pytest
from click.testing import CliRunner

from ptdb import Settings, contract, errors, installer
from ptdb.cli import main as processtracker
from ptdb.contract import Column, Routine
from ptdb.dialects.oracle import DIALECT, call_statement, identifier, out_names, statements

SURFACE = contract.load()
NOON = datetime(2024, 1, 2, 12, 0, 0, 1, tzinfo=UTC)
GIVEN: dict[str, object] = {
    "integer": 7,
    "bigint": 2**40,
    "numeric": Decimal("1.5"),
    "boolean": True,
    "timestamp": NOON.astimezone(timezone(timedelta(hours=5))),
}
"""What is given for a parameter of a type; a text for any other."""
BOUND = {**GIVEN, "boolean": 1, "timestamp": NOON.replace(tzinfo=None)}
RETURNED: dict[str, object] = {**BOUND, "json": "[]"}
EXPECTED = {**RETURNED, "boolean": True, "timestamp": NOON}


class Variable:
    """A variable for an OUT parameter, and the type that it was made with."""

    def __init__(self, kind: object, size: int = 0) -> None:
        self.kind, self.size, self.value = kind, size, None

    def getvalue(self) -> object:
        return self.value


class Cursor:
    """Records what it is told, and answers with a value of its type for each result."""

    def __init__(self, calls: list[dict[str, Any]], results: tuple[Column, ...]) -> None:
        self.calls, self.results, self.sizes = calls, results, dict[str, object]()
        self.description: list[SimpleNamespace] | None = None
        self.arraysize = 100

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def setinputsizes(self, **sizes: object) -> None:
        self.sizes = sizes

    def var(self, kind: object, size: int = 0) -> Variable:
        return Variable(kind, size)

    def execute(self, statement: str, binds: dict[str, Any]) -> None:
        self.calls.append({"statement": statement, "binds": binds, "sizes": self.sizes})
        variables = [value for value in binds.values() if isinstance(value, Variable)]
        for variable, column in zip(variables, self.results, strict=bool(variables)):
            variable.value = value_of(RETURNED, column)  # type: ignore[assignment]
        for value in binds.values():
            if isinstance(value, Cursor):
                value.description = [SimpleNamespace(name=column.name.upper()) for column in self.results]

    def fetchall(self) -> list[tuple[object, ...]]:
        return [tuple(value_of(RETURNED, column) for column in self.results)]


def value_of(values: dict[str, object], column: Column) -> object:
    return values.get(column.type, "text")


def call(routine: Routine, *, only_required: bool = False) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What a call of a routine tells the driver, and what it returns."""
    calls: list[dict[str, Any]] = []
    connection: Any = SimpleNamespace(cursor=lambda: Cursor(calls, routine.results))
    given = [c for c in routine.parameters if c.is_required or not only_required]
    rows = DIALECT.call(connection, "process_tracker", routine, {c.name: value_of(GIVEN, c) for c in given})
    (told,) = calls
    return told, rows


@pytest.mark.parametrize("routine", SURFACE.routines.values(), ids=lambda routine: routine.name)
@pytest.mark.parametrize("only_required", [False, True])
def test_a_call_is_one_block_with_everything_bound_by_name(routine: Routine, only_required: bool) -> None:
    """In parameters, OUT parameters and the cursor of a finder; nothing else, and no value in the text."""
    told, _ = call(routine, only_required=only_required)
    given = [c for c in routine.parameters if c.is_required or not only_required]
    outs = ("rows",) if routine.kind == "finder" else out_names(routine)
    pairs = [f"p_{c.name} => :p_{c.name}" for c in given] + [f"p_{name} => :o_{name}" for name in outs]
    arguments = f"({', '.join(pairs)})" if pairs else ""
    assert told["statement"] == f"BEGIN PROCESS_TRACKER.{routine.name}{arguments}; END;"
    assert list(told["binds"]) == [f"p_{c.name}" for c in given] + [f"o_{name}" for name in outs]
    assert all(len(name) <= 30 for name in told["binds"])
    assert {name: told["binds"][name] for name in told["binds"] if name.startswith("p_")} == {
        f"p_{c.name}": value_of(BOUND, c) for c in given
    }
    # Without its type an instant would count in the session's time zone.
    instants = {f"p_{c.name}" for c in given if c.type == "timestamp"}
    assert told["sizes"] == dict.fromkeys(instants, oracledb.DB_TYPE_TIMESTAMP_TZ)


@pytest.mark.parametrize("routine", SURFACE.routines.values(), ids=lambda routine: routine.name)
def test_results_are_of_the_contracts_types(routine: Routine) -> None:
    _, rows = call(routine)
    assert rows == [{c.name: value_of(EXPECTED, c) for c in routine.results}]


@pytest.mark.parametrize(
    "path", sorted((contract.sql_folder() / "oracle/routines").glob("*.sql")), ids=lambda path: path.stem
)
def test_the_file_has_the_parameters_that_are_bound(path: Path) -> None:
    """In the contract's order, OUT parameters behind them."""
    routine = SURFACE.routines[path.stem]
    outs = ("rows",) if routine.kind == "finder" else out_names(routine)
    expected = [f"p_{c.name} IN" for c in routine.parameters] + [f"p_{name} OUT" for name in outs]
    head = path.read_text().split("CREATE OR REPLACE PROCEDURE")[1].split("AUTHID DEFINER")[0]
    assert [" ".join(words) for words in re.findall(r"\b(p_\w+) (IN|OUT)\b", head)] == expected


def test_names_without_a_pattern_are_quoted() -> None:
    assert identifier("etl") == "ETL"
    assert identifier("My Schema") == '"My Schema"'
    assert call_statement('a"b', "get_version", (), (), False) == 'BEGIN "ab".get_version; END;'


def failure(number: int, text: str, code: str = "") -> oracledb.DatabaseError:
    """An error as the driver raises it."""
    facts = SimpleNamespace(code=number, full_code=code or f"ORA-{number:05}", message=text)
    return oracledb.DatabaseError(facts)


@pytest.mark.parametrize(("name", "code"), SURFACE.errors.items())
def test_each_refusal_is_the_contracts(name: str, code: str) -> None:
    number = 20000 + int(code[2:])
    text = (
        f'ORA-{number}: {code}: process "A\nB" may not\nORA-06512: at "X.RAISE_ERROR", line 9\n'
        f"ORA-06512: at line 1\nHelp: https://docs.oracle.com/error-help/db/ora-{number}/"
    )
    error = DIALECT.translate(failure(number, text))
    assert (type(error), str(error)) == (errors.BY_CODE[code], f'{code}: process "A\nB" may not')


@pytest.mark.parametrize(
    ("number", "text", "code", "expected"),
    [
        (20000, "ORA-20000: ptdb needs more", "", errors.StoreError),
        (942, "ORA-00942: table or view does not exist", "", errors.SchemaNotInstalled),
        (6550, "ORA-06550: line 1:\nPLS-00201: identifier 'A.B' must be declared", "", errors.SchemaNotInstalled),
        (6550, "ORA-06550: line 1:\nPLS-00904: insufficient privilege", "", errors.PermissionDenied),
        (1031, "ORA-01031: insufficient privileges", "", errors.PermissionDenied),
        (12899, "ORA-12899: value too large for column", "", errors.InvalidArgument),
        (6502, "ORA-06502: PL/SQL: numeric or value error", "", errors.InvalidArgument),
        (60, "ORA-00060: deadlock detected while waiting for resource", "", errors.StoreError),
        (3113, "ORA-03113: end-of-file on communication channel", "", errors.ConnectionLost),
        (4011, "DPY-4011: the database or network closed the connection", "DPY-4011", errors.ConnectionLost),
        (2001, "DPY-2001: something else", "DPY-2001", errors.StoreError),
    ],
)
def test_other_errors_say_what_they_are(number: int, text: str, code: str, expected: type[Exception]) -> None:
    error = DIALECT.translate(failure(number, text, code))
    assert type(error) is expected
    assert "ORA-06512" not in str(error)


def test_a_script_is_split_as_sqlplus_does() -> None:
    script = """\
-- A comment; not a statement.
SET DEFINE OFF
WHENEVER SQLERROR EXIT FAILURE ROLLBACK

CREATE TABLE a (
    b NUMBER
);
DECLARE
    v NUMBER := 1;
BEGIN
    v := v
    / 2;
END;
/
CREATE OR REPLACE PROCEDURE p
IS
BEGIN
    NULL;
END p;
/
COMMENT ON TABLE a IS 'x; y';
EXIT SUCCESS
"""
    found = list(statements(script))
    assert [text.split()[0] for text in found] == ["CREATE", "DECLARE", "CREATE", "COMMENT"]
    assert found[0].endswith("\n)")
    assert found[1].endswith("END;")
    assert found[3] == "COMMENT ON TABLE a IS 'x; y'"


def printed(*arguments: str) -> tuple[int, str]:
    """Exit status and output of `processtracker sql` for Oracle."""
    shown = CliRunner().invoke(processtracker, ["sql", "--dialect", "oracle", *arguments])
    return shown.exit_code, shown.output


def test_the_printed_installation_is_one_file_for_sqlplus() -> None:
    status, script = printed()
    lines = script.splitlines()
    assert status == 0
    assert "WHENEVER SQLERROR EXIT FAILURE ROLLBACK" in lines
    assert lines[-1] == "EXIT SUCCESS"
    assert lines.count("EXIT SUCCESS") == 1
    assert not [line for line in lines if line.startswith("@")]
    files = list((contract.sql_folder() / "oracle/routines").rglob("*.sql"))
    made = [text for text in statements(script) if re.match(r"CREATE OR REPLACE (?:PROCEDURE|FUNCTION) ", text)]
    assert len(made) == len(files)


def test_there_is_nothing_to_upgrade_from() -> None:
    """ProcessTracker 0.9.0 kept no store in Oracle."""
    status, said = printed("--upgrade-from", "0.9.0", "--zone", "Europe/Berlin")
    assert status == 2
    assert "no upgrade from '0.9.0' for the oracle dialect" in said
    assert "ProcessTracker kept its stores on PostgreSQL and MySQL alone" in said


@pytest.mark.parametrize("work", [installer.install, installer.uninstall, installer.verify])
def test_a_script_works_in_the_schema_of_its_user_alone(work: Callable[[Settings], object]) -> None:
    """Before a connection is made: to no other schema could it do what the settings say."""
    with pytest.raises(
        errors.SettingsError, match=r"'scott' is another than 'process_tracker': log in as.*schema=scott"
    ):
        work(Settings.load("oracle://scott:tiger@h/d"))


def test_a_script_that_breaks_off_is_told() -> None:
    with pytest.raises(ValueError, match="does not end: 'SELECT 1'"):
        list(statements("SELECT 1"))


class ScriptConnection:
    """Is its own cursor: prints lines for each statement, or fails; then the lines are asked for one by one."""

    def __init__(self, lines: list[str], problem: Exception | None = None) -> None:
        self.lines, self.problem, self.ran = lines, problem, list[str]()

    def cursor(self) -> Self:
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def var(self, kind: object, size: int = 0) -> Variable:
        return Variable(kind, size)

    def execute(self, statement: str, binds: dict[str, Variable] | None = None) -> None:
        self.ran.append(statement)
        if self.problem:
            raise self.problem
        for variable in (binds or {}).values():
            variable.value = "1.0.0"  # type: ignore[assignment]

    def callproc(self, name: str, arguments: list[Any]) -> None:
        if name == "dbms_output.get_line":
            line, status = arguments
            status.value = int(not self.lines)
            line.value = self.lines.pop(0) if self.lines else None


def test_a_script_returns_what_it_prints() -> None:
    connection: Any = ScriptConnection(["all is well"])
    assert DIALECT.run_script(connection, "SET DEFINE OFF\nBEGIN\n    NULL;\nEND;\n/\nEXIT SUCCESS\n") == [
        "all is well"
    ]
    assert connection.ran == ["BEGIN\n    NULL;\nEND;"]


def test_a_script_that_refuses_says_what_it_has_printed() -> None:
    connection: Any = ScriptConnection(["- a", "- b"], failure(20000, "ORA-20000: not so\nORA-06512: at line 9"))
    with pytest.raises(errors.StoreError, match=r"\Anot so\n- a\n- b\Z"):
        DIALECT.run_script(connection, "BEGIN\n    NULL;\nEND;\n/\n")
    connection = ScriptConnection([], failure(1031, "ORA-01031: insufficient privileges"))
    with pytest.raises(oracledb.DatabaseError):
        DIALECT.run_script(connection, "BEGIN\n    NULL;\nEND;\n/\n")


def test_the_version_is_what_the_store_says() -> None:
    connection: Any = ScriptConnection([])
    assert DIALECT.store_version(connection, "etl") == "1.0.0"
    assert connection.ran == ["BEGIN ETL.get_version(p_version => :o_version); END;"]


@pytest.mark.parametrize(
    ("number", "expected", "said"),
    [
        (6550, errors.SchemaNotInstalled, r"'etl' has no ptdb, or none that you may call.*install\.sql by SQL\*Plus"),
        (3113, errors.ConnectionLost, "broke"),
    ],
)
def test_a_store_that_cannot_be_asked_says_why(number: int, expected: type[Exception], said: str) -> None:
    connection: Any = ScriptConnection([], failure(number, f"ORA-{number:05}: no"))
    with pytest.raises(expected, match=said):
        DIALECT.store_version(connection, "etl")
