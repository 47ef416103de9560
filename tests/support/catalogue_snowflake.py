"""What the files of sql/snowflake install, in the words of tests/sql/test_contract.py; read without an account.

Whether that is what an account then has, is for its `verify.sql`. Of an account only the names of objects are asked.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ptdb import contract
from ptdb.contract import Column, Routine
from tests.support.texts import items, reached

FOLDER = contract.sql_folder() / "snowflake"
TYPES = {
    "bigint": "BIGINT",
    "boolean": "BOOLEAN",
    "integer": "INTEGER",
    "json": "VARCHAR",
    "numeric": "NUMBER(38, 10)",
    "text": "VARCHAR",
    "timestamp": "TIMESTAMP_TZ(6)",
    "uuid": "VARCHAR(36)",
}
#: Unique keys beside the contract's; Snowflake has no filtered ones, and enforces none.
OWN_KEYS: dict[str, set[tuple[str, ...]]] = {}


def column_type(name: str) -> str:
    """The type of a column that is of a type of the contract."""
    return re.sub(r"string(\(\d+\))", r"VARCHAR\1", TYPES.get(name, name))


def parameter_type(name: str) -> str:
    """The type of a parameter or a result; of these, only numbers with decimals have a scale."""
    kind = column_type(name) if name == "numeric" else re.sub(r"\(.*", "", column_type(name))
    return {"INTEGER": "NUMBER", "BIGINT": "NUMBER"}.get(kind, kind)


def tables(connection: Any) -> set[str]:
    """The names of the tables."""
    if connection is None:
        return set(_tables())
    return _names(connection, "table", "tables", "AND o.table_type = 'BASE TABLE'")


def views(connection: Any) -> set[str]:
    """The names of the views."""
    if connection is None:
        return {path.stem for path in (FOLDER / "views").glob("*.sql")}
    return _names(connection, "table", "views")


def routines(connection: Any) -> set[str]:
    """The names of the routines, internal ones too: a caller has no right on them."""
    if connection is None:
        return set(texts())
    return _names(connection, "procedure", "procedures") | _names(connection, "function", "functions")


def _names(connection: Any, kind: str, view: str, condition: str = "") -> set[str]:
    from tests.support.snowflake import select

    rows = select(
        connection,
        f"SELECT o.{kind}_name AS name FROM information_schema.{view} AS o"
        f" WHERE o.{kind}_schema <> 'INFORMATION_SCHEMA' {condition}",
    )
    return {str(row["name"]).lower() for row in rows}


def columns(connection: Any, table: str) -> list[dict[str, Any]]:
    """Names, types, NULL, identity, and whether there is a default, in their order."""
    found = []
    for item in items(_tables()[table]):
        if item.startswith("CONSTRAINT "):
            continue
        name, kind, rest = re.fullmatch(r"(\w+) (\w+(?:\([^)]*\))?)(.*)", item).groups()  # type: ignore[union-attr]
        found.append(
            {
                "name": name,
                "type": kind,
                "is_null": not re.search(r"\bNOT NULL\b", rest),
                "is_auto": " AUTOINCREMENT " in rest,
                "has_default": " DEFAULT " in rest,
            }
        )
    return found


def keys(connection: Any, table: str) -> tuple[tuple[str, ...], set[tuple[str, ...]]]:
    """The primary key, and the other unique ones."""
    constraints = "\n".join(item for item in items(_tables()[table]) if item.startswith("CONSTRAINT "))
    (primary,) = re.findall(r"PRIMARY KEY \(([^)]*)\)", constraints)
    others = re.findall(r" UNIQUE \(([^)]*)\)", constraints)
    return tuple(primary.split(", ")), {tuple(other.split(", ")) for other in others}


def references(connection: Any, table: str) -> dict[str, str]:
    """Each column that refers to another table, with that table."""
    return dict(re.findall(r"FOREIGN KEY \((\w+)\) REFERENCES (\w+) \(", " ".join(items(_tables()[table]))))


def check_signature(connection: Any, routine: Routine) -> None:
    """Names, order, types and defaults of parameters, and the columns of the table that is returned."""
    found = parameters(routine.name)
    assert [(name, kind) for name, kind, _ in found] == [
        (f"p_{p.name}", parameter_type(p.type)) for p in routine.parameters
    ]
    for (name, _, default), parameter in zip(found, routine.parameters, strict=True):
        assert default in _defaults(parameter), f"{name} has the default {default}"
    head = _head(routine.name)
    rows = re.search(r"RETURNS TABLE \((.*?)\)\s+LANGUAGE", head, re.DOTALL)
    expected = [f"{result.name} {parameter_type(result.type)}" for result in routine.results]
    assert (list(items(rows[1])) if rows else []) == expected
    assert rows or "RETURNS VARCHAR" in head
    assert "EXECUTE AS OWNER" in head
    # Else a second installation would take away what grants.sql has given.
    assert "COPY GRANTS" in head


def _defaults(parameter: Column) -> set[str | None]:
    """What a parameter may have for a default; NULL always means the contract's."""
    if parameter.is_required:
        return {None}
    default = parameter.default
    return {"NULL", f"'{default}'" if isinstance(default, str) else str(default).upper()}


@cache
def texts() -> dict[str, str]:
    """Each routine's file."""
    return {path.stem: path.read_text() for path in (FOLDER / "routines").rglob("*.sql")}


def parameters(routine: str) -> list[tuple[str, str, str | None]]:
    """Each parameter's name, type and default."""
    listed = re.search(rf"\b{routine}\s*\((.*?)\)\s*(?:COPY GRANTS\s+)?RETURNS", _head(routine), re.DOTALL)
    assert listed is not None, routine
    found = []
    for item in filter(None, items(listed[1])):
        name, kind, default = re.fullmatch(r"(\w+) (\w+(?:\([^)]*\))?)(?: DEFAULT (.*))?", item).groups()  # type: ignore[union-attr]
        found.append((name, kind, default))
    return found


def bodies(routine: str) -> str:
    """The text between the $$."""
    return texts()[routine].split("$$")[1]


def codes(routine: str) -> set[str]:
    """The codes that a routine raises itself, or has in the refusals of the functions that it uses."""
    return set(re.findall(r"'(PT\d{3}): ", texts()[routine]))


def used(routine: str) -> set[str]:
    """The routine and all that it calls, and that these do."""
    return reached(routine, _used)


@cache
def _used(routine: str) -> set[str]:
    return set(re.findall(r"\b(\w+)\(", bodies(routine))) & texts().keys()


def _head(routine: str) -> str:
    """What stands before the body, without comments."""
    return re.sub(r"--[^\n]*", "", texts()[routine].split("$$")[0])


@cache
def _tables() -> dict[str, str]:
    """Each table's columns and constraints."""
    found = {}
    for path in sorted((FOLDER / "tables").glob("*.sql")):
        for name, body in re.findall(
            r"CREATE TABLE IF NOT EXISTS (\w+) \(\n(.*?)\n\)", re.sub(r"--[^\n]*", "", path.read_text()), re.DOTALL
        ):
            found[name] = body
    return found
