"""What the files of sql/oracle install, in the words of tests/sql/test_contract.py; read without a server.

Whether that is what a server then has, is for its `verify.sql`. Of a server only the names of the objects are asked.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ptdb import contract
from ptdb.contract import Column, Routine
from ptdb.dialects.oracle import out_names
from tests.support.texts import code, items, reached

FOLDER = contract.sql_folder() / "oracle"
TYPES = {
    "bigint": "NUMBER(19)",
    "boolean": "NUMBER(1)",
    "integer": "NUMBER(10)",
    "json": "CLOB",
    "numeric": "NUMBER",
    "text": "CLOB",
    "timestamp": "TIMESTAMP(6) WITH TIME ZONE",
    "uuid": "VARCHAR2(36 CHAR)",
}
#: What a parameter of a type may be, where it is no NUMBER. A text that is a name is too short for a LOB.
_PARAMETERS = {
    "json": {"CLOB"},
    "text": {"CLOB", "VARCHAR2"},
    "timestamp": {"TIMESTAMP WITH TIME ZONE"},
    "uuid": {"VARCHAR2"},
    "string": {"VARCHAR2"},
}
#: Unique indexes beside the contract's keys: one latest run a process.
OWN_KEYS = {"process_tracking": {("process_id",)}}
_PARAMETER = re.compile(r"p_(\w+) (IN|OUT) ([\w%. ]+?)(?: DEFAULT (.*))?")


def column_type(name: str) -> str:
    """The type of a column that is of a type of the contract."""
    return re.sub(r"string\((\d+)\)", r"VARCHAR2(\1 CHAR)", TYPES.get(name, name))


def parameter_types(name: str) -> set[str]:
    """The types that a parameter may have; a text may be longer than what is stored, to be refused."""
    return _PARAMETERS.get(re.sub(r"\(\d+\)", "", name), {"NUMBER"})


def tables(connection: Any) -> set[str]:
    """The names of the tables."""
    return set(_tables()) if connection is None else _names(connection, "TABLE")


def views(connection: Any) -> set[str]:
    """The names of the views."""
    if connection is None:
        return {path.stem for path in (FOLDER / "views").glob("*.sql")}
    return _names(connection, "VIEW")


def routines(connection: Any) -> set[str]:
    """The names of the routines, internal ones too: a caller has no right on them."""
    return set(texts()) if connection is None else _names(connection, "PROCEDURE", "FUNCTION")


def _names(connection: Any, *kinds: str) -> set[str]:
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT LOWER(object_name) FROM user_objects WHERE object_type IN ({listed})")
        return {str(next(iter(row.values())) if isinstance(row, dict) else row[0]) for row in cursor.fetchall()}


def columns(connection: Any, table: str) -> list[dict[str, Any]]:
    """Names, types, NULL, identity, and whether there is a default, in their order."""
    found = []
    for item in items(_tables()[table][0]):
        if item.startswith("CONSTRAINT "):
            continue
        name, kind, rest = re.fullmatch(  # type: ignore[union-attr]
            r"(\w+) (TIMESTAMP\(6\) WITH TIME ZONE|\w+(?:\([^)]*\))?)(.*)", item
        ).groups()
        is_auto = " AS IDENTITY" in rest
        found.append(
            {
                "name": name,
                "type": kind,
                "is_null": not (is_auto or " NOT NULL" in rest),
                "is_auto": is_auto,
                "has_default": not is_auto and " DEFAULT " in rest,
            }
        )
    return found


def keys(connection: Any, table: str) -> tuple[tuple[str, ...], set[tuple[str, ...]]]:
    """The primary key, and the other unique ones; of an index that holds for some rows, the column behind THEN."""
    body, indexes = _tables()[table]
    constraints = "\n".join(item for item in items(body) if item.startswith("CONSTRAINT "))
    (primary,) = re.findall(r"PRIMARY KEY \(([^)]*)\)", constraints)
    others = re.findall(r" UNIQUE \(([^)]*)\)", constraints)
    others += [
        re.sub(r"CASE WHEN .* THEN (\w+) END", r"\1", listed)
        for listed in re.findall(r"CREATE UNIQUE INDEX \w+ ON \w+ \((.*)\)", indexes)
    ]
    return tuple(primary.split(", ")), {tuple(other.split(", ")) for other in others}


def references(connection: Any, table: str) -> dict[str, str]:
    """Each column that refers to another table, with that table."""
    return dict(re.findall(r"FOREIGN KEY \((\w+)\) REFERENCES (\w+) \(", " ".join(items(_tables()[table][0]))))


def check_signature(connection: Any, routine: Routine) -> None:
    """Names, order, types and defaults of parameters; a command's results follow them, or a finder's cursor."""
    is_command = routine.kind == "command"
    expected = [(p.name, "IN", parameter_types(p.type)) for p in routine.parameters]
    if is_command:
        outs = zip(out_names(routine), routine.results, strict=True)
        expected += [(name, "OUT", parameter_types(result.type)) for name, result in outs]
    else:
        expected.append(("rows", "OUT", {"SYS_REFCURSOR"}))
    found = parameters(routine.name)
    assert [(name, mode) for name, mode, *_ in found] == [(name, mode) for name, mode, _ in expected]
    for (name, _, kind, _), (*_, kinds) in zip(found, expected, strict=True):
        assert kind in kinds, f"p_{name} is {kind}"
    defaults = [default for _, mode, _, default in found if mode == "IN"]
    for parameter, default in zip(routine.parameters, defaults, strict=True):
        assert default in _defaults(parameter), f"p_{parameter.name} has the default {default}"
    names = [result.name for result in routine.results]
    assert cursor_columns(routine.name) == ([] if is_command else [names])


def _defaults(parameter: Column) -> set[str | None]:
    """What a parameter may have for a default; NULL always means the contract's."""
    if parameter.is_required:
        return {None}
    default = parameter.default
    return {"NULL", f"'{default}'" if isinstance(default, str) else str(int(default or 0))}


@cache
def texts() -> dict[str, str]:
    """Each routine's file."""
    return {path.stem: path.read_text() for path in (FOLDER / "routines").rglob("*.sql")}


def parameters(routine: str) -> list[tuple[str, str, str, str | None]]:
    """Each parameter's name, IN or OUT, type and default."""
    head = re.split(rf"(?m)^CREATE OR REPLACE (?:PROCEDURE|FUNCTION) {routine}\b", texts()[routine])[1]
    listed = re.match(r"\s*\((.*?)\)\s*(?:RETURN\b|AUTHID\b)", head, re.DOTALL)
    found = []
    for item in items(listed[1]) if listed else ():
        name, mode, kind, default = _PARAMETER.fullmatch(item).groups()  # type: ignore[union-attr]
        found.append((name, mode, kind, default))
    return found


def cursor_columns(routine: str) -> list[list[str]]:
    """The columns of each query that a routine, or one that it calls, opens its cursor for."""
    return [
        [item.split()[-1].rpartition(".")[2] for item in items(selected)]
        for name in sorted(executed(routine))
        for selected in re.findall(r"OPEN p_rows FOR\s+SELECT (.*?)\bFROM\b", _flat(code(texts()[name])))
    ]


def codes(routine: str) -> set[str]:
    """The codes that a routine raises itself."""
    return set(re.findall(r"'(PT\d{3}): ", texts()[routine]))


def executed(routine: str) -> set[str]:
    """The routine and all that it calls, and that these do."""
    return reached(routine, called)


@cache
def called(routine: str) -> set[str]:
    """The routines that a routine calls itself."""
    body = code(texts()[routine]).partition("AUTHID DEFINER")[2]
    return set(re.findall(r"\b(\w+)\(", body)) & texts().keys()


@cache
def _tables() -> dict[str, tuple[str, str]]:
    """Each table's columns and constraints, and its indexes."""
    found: dict[str, tuple[str, str]] = {}
    for path in sorted((FOLDER / "tables").glob("*.sql")):
        for statement in re.findall(r"create_missing\(q'\[\n(.*?)\]'\)", path.read_text(), re.DOTALL):
            if table := re.fullmatch(r"CREATE TABLE (\w+) \(\n(.*)\n\)", statement, re.DOTALL):
                found[table[1]] = (table[2], "")
            else:
                of = re.findall(r"\bON (\w+) ", statement)[0]
                found[of] = (found[of][0], f"{found[of][1]}{_flat(statement)}\n")
    return found


def _flat(text: str) -> str:
    return " ".join(text.split())
