"""What an account consists of: its databases, schemas, tables, views and routines, its roles, and what these may do.

A role may do what it owns, what it was granted, and what the roles may that were granted to it. ACCOUNTADMIN may do
everything, and is the role of whoever names none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlglot import exp

from .errors import SnowflakeError

ADMIN = "ACCOUNTADMIN"
Name = tuple[str, ...]
Rows = list[tuple[Any, ...]]
_WORDS = {
    "DATABASE": "Database",
    "SCHEMA": "Schema",
    "TABLE": "Object",
    "VIEW": "Object",
    "PROCEDURE": "Procedure",
    "FUNCTION": "Function",
}
#: Views of INFORMATION_SCHEMA, with those of their columns that are known here.
INFORMATION_SCHEMA: dict[str, tuple[str, ...]] = {
    "SCHEMATA": ("CATALOG_NAME", "SCHEMA_NAME", "SCHEMA_OWNER", "COMMENT"),
    "TABLES": ("TABLE_CATALOG", "TABLE_SCHEMA", "TABLE_NAME", "TABLE_OWNER", "TABLE_TYPE", "COMMENT"),
    "VIEWS": ("TABLE_CATALOG", "TABLE_SCHEMA", "TABLE_NAME", "TABLE_OWNER", "VIEW_DEFINITION"),
    "COLUMNS": (
        "TABLE_CATALOG", "TABLE_SCHEMA", "TABLE_NAME", "COLUMN_NAME", "ORDINAL_POSITION", "COLUMN_DEFAULT",
        "IS_NULLABLE", "DATA_TYPE", "CHARACTER_MAXIMUM_LENGTH", "NUMERIC_PRECISION", "NUMERIC_SCALE",
        "DATETIME_PRECISION", "IS_IDENTITY",
    ),
    "TABLE_CONSTRAINTS": (
        "CONSTRAINT_CATALOG", "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME", "TABLE_SCHEMA", "TABLE_NAME", "CONSTRAINT_TYPE",
    ),
    "PROCEDURES": (
        "PROCEDURE_CATALOG", "PROCEDURE_SCHEMA", "PROCEDURE_NAME", "PROCEDURE_OWNER", "ARGUMENT_SIGNATURE",
        "DATA_TYPE", "PROCEDURE_LANGUAGE", "PROCEDURE_DEFINITION",
    ),
    "FUNCTIONS": (
        "FUNCTION_CATALOG", "FUNCTION_SCHEMA", "FUNCTION_NAME", "FUNCTION_OWNER", "ARGUMENT_SIGNATURE", "DATA_TYPE",
        "FUNCTION_LANGUAGE", "FUNCTION_DEFINITION",
    ),
}  # fmt: skip
_NUMBERS = ("ORDINAL_POSITION", "CHARACTER_MAXIMUM_LENGTH", "NUMERIC_PRECISION", "NUMERIC_SCALE", "DATETIME_PRECISION")


def column_type(column: str) -> str:
    """DuckDB's type of a column of INFORMATION_SCHEMA."""
    return "BIGINT" if column in _NUMBERS else "VARCHAR"


@dataclass
class Entry:
    """A database, schema, table, view or routine.

    Attributes:
        kind: DATABASE, SCHEMA, TABLE, VIEW, PROCEDURE or FUNCTION.
        name: all parts of it.
        signature: the types of a routine's arguments.
        arguments: the same with their names, as INFORMATION_SCHEMA shows them.
        returns: the type that a routine returns.
        text: the whole statement of a view, the body of a routine.
        definition: the statement that made a table, and what ALTER TABLE made of it.
        grants: pairs of a privilege and the role that has it.
    """

    kind: str
    name: Name
    owner: str
    signature: tuple[str, ...] = ()
    arguments: str = ""
    returns: str = ""
    text: str = ""
    definition: exp.Create | None = None
    comment: str = ""
    grants: set[tuple[str, str]] = field(default_factory=set)


def _key(kind: str, name: Name, signature: tuple[str, ...] = ()) -> tuple[str, Name, tuple[str, ...]]:
    return ("TABLE" if kind == "VIEW" else kind, name, signature)


class Catalogue:
    """Everything of an account that has an owner."""

    def __init__(self) -> None:
        self.roles: dict[str, set[str]] = {ADMIN: set(), "PUBLIC": set()}
        self._entries: dict[tuple[str, Name, tuple[str, ...]], Entry] = {}
        #: Counts the changes, so that what was found to be allowed is known to be still.
        self.version = 0

    def find(self, kind: str, name: Name, signature: tuple[str, ...] = ()) -> Entry | None:
        """The entry, if there is one; a table and a view have one name space."""
        return self._entries.get(_key(kind, name, signature))

    def entries(self) -> list[Entry]:
        """All."""
        return list(self._entries.values())

    def add(self, entry: Entry, *, copy_grants: bool = False) -> None:
        """Puts it in the place of the one that was there, whose grants go unless they are copied."""
        key = _key(entry.kind, entry.name, entry.signature)
        before = self._entries.get(key)
        if before is not None and copy_grants:
            entry.grants = before.grants
        self._entries[key] = entry
        self.version += 1

    def remove(self, kind: str, name: Name, signature: tuple[str, ...] = ()) -> None:
        """Removes it, and all within."""
        del self._entries[_key(kind, name, signature)]
        self.version += 1
        if kind in ("DATABASE", "SCHEMA"):
            for key, entry in list(self._entries.items()):
                if entry.name[: len(name)] == name:
                    del self._entries[key]

    # ---- rights

    def closure(self, role: str) -> set[str]:
        """The role and all that were granted to it, directly or not."""
        found: set[str] = set()
        left = [role, "PUBLIC"]
        while left:
            one = left.pop()
            if one not in found:
                found.add(one)
                left.extend(self.roles.get(one, ()))
        return found

    def owns(self, role: str, entry: Entry) -> bool:
        """Whether the role is its owner's, or ACCOUNTADMIN."""
        roles = self.closure(role)
        return ADMIN in roles or entry.owner in roles

    def may(self, role: str, entry: Entry, *privileges: str) -> bool:
        """Whether the role has one of the privileges, or, without any, whether it has some right on it."""
        if self.owns(role, entry):
            return True
        roles = self.closure(role)
        return any(
            grantee in roles and (not privileges or privilege in (*privileges, "ALL"))
            for privilege, grantee in entry.grants
        )

    def require(self, role: str, kind: str, name: Name, *privileges: str, signature: tuple[str, ...] = ()) -> None:
        """Refuses what the role may not do; what is not there is left to who looks for it."""
        for length, container in ((1, "DATABASE"), (2, "SCHEMA")):
            around = self.find(container, name[:length]) if length < len(name) else None
            if around is not None and not self.may(role, around):
                raise unseen(container, around.name)
        entry = self.find(kind, name, signature)
        if entry is None or self.may(role, entry, *privileges):
            return
        if not self.may(role, entry):
            raise unseen(entry.kind, name)
        raise insufficient(entry)

    def require_ownership(self, role: str, kind: str, name: Name, signature: tuple[str, ...] = ()) -> None:
        """Refuses who is not its owner."""
        self.require(role, kind, name, signature=signature)
        entry = self.find(kind, name, signature)
        if entry is not None and not self.owns(role, entry):
            raise insufficient(entry)

    # ---- INFORMATION_SCHEMA

    def information_schema(self, view: str, database: str, role: str) -> Rows:
        """The rows of a view: what the role has some right on."""
        seen = [e for e in self._entries.values() if e.name[0] == database and self.may(role, e)]
        of = {
            kind: [e for e in seen if e.kind == kind] for kind in ("SCHEMA", "TABLE", "VIEW", "PROCEDURE", "FUNCTION")
        }
        match view:
            case "SCHEMATA":
                return [(*e.name, e.owner, e.comment or None) for e in of["SCHEMA"]]
            case "TABLES":
                kinds = {"TABLE": "BASE TABLE", "VIEW": "VIEW"}
                return [(*e.name, e.owner, kinds[e.kind], e.comment or None) for e in [*of["TABLE"], *of["VIEW"]]]
            case "VIEWS":
                return [(*e.name, e.owner, e.text) for e in of["VIEW"]]
            case "COLUMNS":
                return [row for e in of["TABLE"] for row in _columns(e)]
            case "TABLE_CONSTRAINTS":
                return [row for e in of["TABLE"] for row in _constraints(e)]
        kind = view.removesuffix("S")
        return [(*e.name, e.owner, e.arguments, e.returns, "SQL", e.text) for e in of[kind]]


def unseen(kind: str, name: Iterable[str]) -> SnowflakeError:
    """What is not there, or is hidden from the role: Snowflake does not say which."""
    said = f"SQL compilation error: {_WORDS[kind]} '{'.'.join(name)}' does not exist or not authorized."
    return SnowflakeError(2003, "42S02" if kind in ("TABLE", "VIEW") else "02000", said)


def insufficient(entry: Entry) -> SnowflakeError:
    """The role sees it, and may not do that to it."""
    said = f"Insufficient privileges to operate on {entry.kind.lower()} '{entry.name[-1]}'."
    return SnowflakeError(3001, "42501", f"SQL access control error: {said}")


def _columns(entry: Entry) -> Iterator[tuple[Any, ...]]:
    assert entry.definition is not None
    for number, column in enumerate(entry.definition.this.find_all(exp.ColumnDef), 1):
        kinds = [part.kind for part in column.constraints]
        default = next((kind.this for kind in kinds if isinstance(kind, exp.DefaultColumnConstraint)), None)
        is_required = any(isinstance(k, exp.NotNullColumnConstraint) and not k.args.get("allow_null") for k in kinds)
        is_identity = any(
            isinstance(k, (exp.AutoIncrementColumnConstraint, exp.GeneratedAsIdentityColumnConstraint)) for k in kinds
        )
        name, length, precision, scale, fraction = _type(column.kind)
        yield (
            *entry.name, column.name.upper(), number, None if default is None else default.sql("snowflake"),
            "NO" if is_required else "YES", name, length, precision, scale, fraction, "YES" if is_identity else "NO",
        )  # fmt: skip


def _type(kind: exp.DataType) -> tuple[str, int | None, int | None, int | None, int | None]:
    """Name, length, precision, scale, and digits of a second's fraction, as INFORMATION_SCHEMA has them."""
    given = [int(part.name) for part in kind.expressions]
    if kind.is_type("VARCHAR", "TEXT", "CHAR", "NVARCHAR"):
        return "TEXT", given[0] if given else 16777216, None, None, None
    if kind.is_type("BOOLEAN"):
        return "BOOLEAN", None, None, None, None
    if kind.is_type("TIMESTAMPTZ", "TIMESTAMP", "TIMESTAMPLTZ", "TIMESTAMPNTZ"):
        names = {"TIMESTAMPTZ": "TIMESTAMP_TZ", "TIMESTAMPLTZ": "TIMESTAMP_LTZ"}
        return names.get(kind.this.name, "TIMESTAMP_NTZ"), None, None, None, given[0] if given else 9
    if kind.is_type("FLOAT", "DOUBLE"):
        return "FLOAT", None, None, None, None
    if kind.is_type("DATE", "VARIANT", "ARRAY", "OBJECT"):
        return kind.this.name, None, None, None, None
    precision, scale = (*given, 0)[:2] if given else (38, 0)
    return "NUMBER", None, precision, scale, None


def _constraints(entry: Entry) -> Iterator[tuple[Any, ...]]:
    assert entry.definition is not None
    database, schema, table = entry.name
    for constraint in entry.definition.this.find_all(exp.Constraint):
        kind = next(
            word
            for word, node in (
                ("PRIMARY KEY", exp.PrimaryKey),
                ("UNIQUE", exp.UniqueColumnConstraint),
                ("FOREIGN KEY", exp.ForeignKey),
            )
            if constraint.find(node)
        )
        yield database, schema, constraint.name.upper(), schema, table, kind
