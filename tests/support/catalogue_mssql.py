"""What the files of sql/mssql install, in the words of tests/sql/test_contract.py; read without a server.

Whether that is what a server then has, is for its `verify.sql`. Of a server only the names of the objects are asked.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ptdb import contract
from ptdb.contract import Column, Routine
from tests.support.mssql import select
from tests.support.texts import code, items, reached

FOLDER = contract.sql_folder() / "mssql"
TYPES = {
    "bigint": "BIGINT",
    "boolean": "BIT",
    "integer": "INT",
    "json": "NVARCHAR(MAX)",
    "numeric": "DECIMAL(38, 10)",
    "text": "NVARCHAR(MAX)",
    "timestamp": "DATETIMEOFFSET(6)",
    "uuid": "UNIQUEIDENTIFIER",
}
#: Unique indexes beside the contract's keys: one latest run a process.
OWN_KEYS = {"process_tracking": {("process_id",)}}
_COLLATION = " COLLATE Latin1_General_100_BIN2"
_OPEN = "CREATE OR ALTER PROCEDURE [$(schema)]."
_PARAMETER = re.compile(r"@(\w+) (\w+(?:\([^)]*\))?)( = [^,]*?)?( OUTPUT)?")

# A query that is a statement of its own, and sets no variable; what stands in parentheses is left out.
_QUERY = re.compile(
    r"\s*(?:(?:BEGIN(?: TRY)?|ELSE)\s+)*(?:WITH (?:\w+ AS \(\),?\s+)+)?SELECT\b(?!\s*(?:TOP \(\)\s+)?@\w+ =)(.*)",
    re.DOTALL,
)


def column_type(name: str) -> str:
    """The type of a column that is of a type of the contract."""
    kind = re.sub(r"string(\(\d+\))", r"NVARCHAR\1", TYPES.get(name, name))
    return kind + _COLLATION if kind.startswith("NVARCHAR") else kind


def parameter_type(name: str) -> str:
    """The type of a parameter; a text may be longer than what is stored, to be refused."""
    return re.sub(r"string\(\d+\)", "NVARCHAR(4000)", TYPES.get(name, name))


def tables(connection: Any) -> set[str]:
    """The names of the tables."""
    return set(_tables()) if connection is None else _names(connection, "TABLE", "TABLE_TYPE = 'BASE TABLE'")


def views(connection: Any) -> set[str]:
    """The names of the views."""
    if connection is None:
        return {path.stem for path in (FOLDER / "views").glob("*.sql")}
    return _names(connection, "TABLE", "TABLE_TYPE = 'VIEW'")


def routines(connection: Any) -> set[str]:
    """The names of the routines, internal ones too: a caller has no right on them."""
    return set(texts()) if connection is None else _names(connection, "ROUTINE", "ROUTINE_TYPE = 'PROCEDURE'")


def _names(connection: Any, kind: str, condition: str) -> set[str]:
    rows = select(
        connection,
        f"SELECT {kind}_NAME AS name FROM INFORMATION_SCHEMA.{kind}S"
        f" WHERE {kind}_SCHEMA = SCHEMA_NAME() AND {kind}_NAME NOT LIKE N'sysd%' AND {condition}",
    )
    return {str(row["name"]) for row in rows}


def columns(connection: Any, table: str) -> list[dict[str, Any]]:
    """Names, types, NULL, identity, and whether there is a default, in their order."""
    found = []
    for item in items(_tables()[table][0]):
        if item.startswith("CONSTRAINT "):
            continue
        name, kind, rest = re.fullmatch(rf"(\w+) (\w+(?:\([^)]*\))?(?:{_COLLATION})?)(.*)", item).groups()  # type: ignore[union-attr]
        found.append(
            {
                "name": name,
                "type": kind,
                "is_null": not re.search(r"\bNOT NULL\b", rest),
                "is_auto": " IDENTITY(" in rest,
                "has_default": " DEFAULT (" in rest,
            }
        )
    return found


def keys(connection: Any, table: str) -> tuple[tuple[str, ...], set[tuple[str, ...]]]:
    """The primary key, and the other unique ones."""
    body, indexes = _tables()[table]
    constraints = "\n".join(item for item in items(body) if item.startswith("CONSTRAINT "))
    (primary,) = re.findall(r"PRIMARY KEY \(([^)]*)\)", constraints)
    others = re.findall(r" UNIQUE \(([^)]*)\)", constraints)
    others += re.findall(r"CREATE UNIQUE INDEX \w+ ON \S+ \(([^)]*)\)", indexes)
    return tuple(primary.split(", ")), {tuple(other.split(", ")) for other in others}


def references(connection: Any, table: str) -> dict[str, str]:
    """Each column that refers to another table, with that table."""
    return dict(
        re.findall(r"FOREIGN KEY \((\w+)\) REFERENCES \[\$\(schema\)\]\.(\w+) \(", " ".join(items(_tables()[table][0])))
    )


def check_signature(connection: Any, routine: Routine) -> None:
    """Names, order, types and defaults of parameters; a command's results follow them, and a finder has its rows'.

    A key that is given and returned is one parameter.
    """
    outs = {result.name: result for result in routine.results} if routine.kind == "command" else {}
    given = {parameter.name: parameter for parameter in routine.parameters}
    found = parameters(routine.name)
    assert [(name, kind, returns) for name, kind, _, returns in found] == [
        *((name, parameter_type(p.type), name in outs) for name, p in given.items()),
        *((name, _result_type(p.type), True) for name, p in outs.items() if name not in given),
    ]
    for name, _, default, _ in found:
        assert default in (_defaults(given[name]) if name in given else {"NULL"}), f"@{name} has the default {default}"
    rows = client_rows(routine.name)
    assert rows == ([] if routine.kind == "command" else [[result.name for result in routine.results]])


def _defaults(parameter: Column) -> set[str | None]:
    """What a parameter may have for a default; NULL always means the contract's."""
    if parameter.is_required:
        return {None}
    default = parameter.default
    return {"NULL", f"N'{default}'" if isinstance(default, str) else str(int(default or 0))}


def _result_type(name: str) -> str:
    return column_type(name).removesuffix(_COLLATION)


@cache
def texts() -> dict[str, str]:
    """Each routine's file."""
    return {path.stem: path.read_text() for path in (FOLDER / "routines").rglob("*.sql")}


def parameters(routine: str) -> list[tuple[str, str, str | None, bool]]:
    """Each parameter's name, type and default, and whether it returns something."""
    head = texts()[routine].partition(f"{_OPEN}{routine}")[2].partition("\nAS\n")[0]
    found = []
    for item in items(head) if head else ():
        name, kind, default, output = _PARAMETER.fullmatch(item).groups()  # type: ignore[union-attr]
        found.append((name, kind, default and default.removeprefix(" = "), output is not None))
    return found


def client_rows(routine: str) -> list[list[str]]:
    """The columns of each query that shows its rows to the client, in the routine or in those that it executes."""
    return [
        [item.split()[-1].rpartition(".")[2] for item in items(re.split(r"\bFROM\b", query[1])[0])]
        for name in sorted(executed(routine))
        for statement in _without_parentheses(code(texts()[name]).partition("\nAS\n")[2]).split(";")
        if (query := _QUERY.match(statement))
    ]


def codes(routine: str) -> set[str]:
    """The codes that a routine raises itself."""
    return set(re.findall(r"\bN'(PT\d{3}): ", texts()[routine]))


def executed(routine: str) -> set[str]:
    """The routine and all that it executes, and that these do."""
    return reached(routine, _executed)


@cache
def _executed(routine: str) -> set[str]:
    return set(re.findall(r"\bEXEC (?:@\w+ = )?(\w+)", code(texts()[routine]))) & texts().keys()


@cache
def _tables() -> dict[str, tuple[str, str]]:
    """Each table's columns and constraints, and its indexes."""
    found = {}
    for path in sorted((FOLDER / "tables").glob("*.sql")):
        for part in path.read_text().split("\nIF OBJECT_ID(")[1:]:
            name, body, indexes = re.search(  # type: ignore[union-attr]
                r"CREATE TABLE \[\$\(schema\)\]\.(\w+) \(\n(.*?)\n    \);(.*)", code(part), re.DOTALL
            ).groups()
            found[name] = (body, " ".join(indexes.split()))
    return found


def _without_parentheses(text: str) -> str:
    """A text with nothing in its parentheses."""
    while (shorter := re.sub(r"\([^()]+\)", "()", text)) != text:
        text = shorter
    return text
