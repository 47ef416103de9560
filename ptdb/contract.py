"""The public surface as data: `sql/contract.toml`, loaded and checked.

It tells the store what a routine takes and returns, and the tests and scripts what a dialect has to have.
"""

from __future__ import annotations

import json
import operator
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from ptdb.errors import InvalidArgument
from ptdb.text import is_storable

_TYPE = re.compile(r"integer|bigint|numeric|boolean|text|timestamp|uuid|json|string\(\d+\)")
_RANGES = {"integer": 2**31, "bigint": 2**63}


@dataclass(frozen=True)
class Column:
    """A column of a table, a parameter or a result of a routine."""

    name: str
    type: str
    meaning: str
    null: bool = False
    auto: bool = False
    default: str | int | bool | None = None
    references: str | None = None
    optional: bool = False

    @property
    def is_required(self) -> bool:
        """Whether a parameter has to be given."""
        return not self.optional and self.default is None

    def convert(self, value: object) -> object:
        """The value as the driver takes it: naive times are UTC, lists become JSON text.

        Raises:
            InvalidArgument: the value is not of the parameter's type.
        """
        if value is None:
            return None
        if self.type in _RANGES:
            return self._integer(value)
        match self.type:
            case "timestamp":
                return self._timestamp(value)
            case "boolean" if isinstance(value, bool):
                return value
            case "numeric":
                return self._numeric(value)
            case "json" if not isinstance(value, (str, bytes)):
                return self._json(value)
            case "uuid":
                return self._uuid(value)
            case "boolean":
                raise self._refuse(value, "a boolean")
        if not isinstance(value, str):
            raise self._refuse(value, "a text")
        if not is_storable(value):
            raise self._refuse(value, "a text of Unicode characters, without the NUL character")
        return value

    def _integer(self, value: Any) -> int:
        if isinstance(value, bool):
            raise self._refuse(value, "a whole number")
        try:
            number = operator.index(value)
        except TypeError:
            raise self._refuse(value, "a whole number") from None
        limit = _RANGES[self.type]
        if not -limit <= number < limit:
            raise self._refuse(value, f"a whole number from {-limit} to {limit - 1}")
        return number

    def _numeric(self, value: object) -> Decimal:
        """As a Decimal: drivers send a float as another type, which not every routine would take."""
        if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
            number = Decimal(str(value))
            if number.is_finite():
                return number
        raise self._refuse(value, "a number")

    def _timestamp(self, value: object) -> datetime:
        wanted = "a datetime or an ISO text such as 2019-12-31 23:59:59"
        if isinstance(value, str):
            try:
                value = datetime.fromisoformat(value.strip())
            except ValueError:
                raise self._refuse(value, wanted) from None
        elif isinstance(value, date) and not isinstance(value, datetime):
            value = datetime(value.year, value.month, value.day)
        if not isinstance(value, datetime):
            raise self._refuse(value, wanted)
        return value if value.tzinfo else value.replace(tzinfo=UTC)

    def _uuid(self, value: object) -> str:
        try:
            return str(UUID(str(value)))
        except ValueError:
            raise self._refuse(value, "a GUID such as 123e4567-e89b-12d3-a456-426614174000") from None

    def _json(self, value: object) -> str:
        try:
            return json.dumps(value, default=_jsonable, allow_nan=False)
        except (TypeError, ValueError, RecursionError):
            raise self._refuse(value, "a list or a dict of texts and numbers") from None

    def _refuse(self, value: object, wanted: str) -> InvalidArgument:
        return InvalidArgument(f"PT011: {self.name} is {value!r}; give {wanted}")


def _jsonable(value: object) -> object:
    """Sets as sorted lists, times as ISO texts in UTC when naive, other integers as integers."""
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).isoformat()
    if isinstance(value, (date, Decimal)):
        return str(value)
    return operator.index(value)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Table:
    """A table of the model."""

    name: str
    subject: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    unique: tuple[tuple[str, ...], ...] = ()
    preloaded: tuple[tuple[Any, ...], ...] = ()


@dataclass(frozen=True)
class Routine:
    """A routine: what it takes, what it returns, who may call it."""

    name: str
    group: str
    kind: str
    role: str
    part: str
    purpose: str
    parameters: tuple[Column, ...]
    results: tuple[Column, ...]
    errors: tuple[str, ...]
    repeatable: bool = False
    repeatable_with: str | None = None
    single_row: bool = False

    def bind(self, given: Mapping[str, object]) -> dict[str, object]:
        """The arguments of a call, converted, in the order of the parameters; what has a default may be missing.

        Raises:
            InvalidArgument: an argument is unknown or not of its parameter's type.
        """
        unknown = given.keys() - {parameter.name for parameter in self.parameters}
        if unknown:
            names = ", ".join(parameter.name for parameter in self.parameters) or "nothing"
            raise InvalidArgument(f"PT011: {self.name} does not take {', '.join(sorted(unknown))}; it takes {names}")
        arguments = {p.name: p.convert(given.get(p.name)) for p in self.parameters}
        required = {p.name for p in self.parameters if p.is_required}
        return {name: value for name, value in arguments.items() if value is not None or name in required}

    def may_repeat(self, arguments: Mapping[str, object]) -> bool:
        """Whether the call can be made again when nobody knows if it counted."""
        return self.repeatable or self.repeatable_with in arguments


@dataclass(frozen=True)
class Contract:
    """All of `sql/contract.toml`."""

    version: str
    audit: tuple[Column, ...]
    tables: Mapping[str, Table]
    routines: Mapping[str, Routine]
    views: Mapping[str, str]
    roles: Mapping[str, str]
    errors: Mapping[str, str]
    parts: Mapping[str, tuple[str, ...]]

    def routine(self, name: str) -> Routine:
        """The routine of a name.

        Raises:
            InvalidArgument: there is none.
        """
        try:
            return self.routines[name]
        except (KeyError, TypeError):
            raise InvalidArgument(f"PT011: there is no routine {name!r}; sql/contract.toml lists them") from None

    def routines_of(self, dialect: str) -> dict[str, Routine]:
        """The routines that a dialect implements."""
        return {n: r for n, r in self.routines.items() if dialect in self.parts[r.part]}

    def preloaded_names(self, table: str) -> list[str]:
        """The names that a lookup table is preloaded with."""
        return [str(row[1]) for row in self.tables[table].preloaded]


def sql_folder() -> Path:
    """The folder with the SQL: within the installed package, beside it in a checkout."""
    inside = Path(__file__).parent / "sql"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "sql"


@cache
def load() -> Contract:
    """The contract of this version, read once.

    Raises:
        ValueError: the file contradicts itself.
    """
    data = tomllib.loads((sql_folder() / "contract.toml").read_text(encoding="utf-8"))
    contract = Contract(
        version=data["version"],
        audit=_columns(data["audit"]["columns"]),
        tables={name: _table(name, table) for name, table in data["tables"].items()},
        routines={name: _routine(name, routine) for name, routine in data["routines"].items()},
        views=data["views"],
        roles=data["roles"],
        errors={name: error["code"] for name, error in data["errors"].items()},
        parts={name: tuple(part["dialects"]) for name, part in data["parts"].items()},
    )
    _validate(contract)
    return contract


def _columns(items: list[dict[str, Any]]) -> tuple[Column, ...]:
    return tuple(Column(**item) for item in items)


def _table(name: str, data: dict[str, Any]) -> Table:
    return Table(
        name=name,
        subject=data["subject"],
        meaning=data["meaning"],
        key=tuple(data["key"]),
        columns=_columns(data["columns"]),
        unique=tuple(tuple(columns) for columns in data.get("unique", [])),
        preloaded=tuple(tuple(row) for row in data.get("preloaded", [])),
    )


def _routine(name: str, data: dict[str, Any]) -> Routine:
    lists = {key: _columns(data[key]) for key in ("parameters", "results")}
    return Routine(name=name, **{**data, **lists, "errors": tuple(data["errors"])})


def _validate(contract: Contract) -> None:
    """Raises ValueError for what a typing error could break."""
    for table in contract.tables.values():
        names = [column.name for column in (*table.columns, *contract.audit)]
        _require(len(set(names)) == len(names), f"table {table.name} has a column twice")
        for column in (*table.key, *(c for columns in table.unique for c in columns)):
            _require(column in names, f"table {table.name} has no column {column}")
        for item in table.columns:
            _require(_TYPE.fullmatch(item.type) is not None, f"{table.name}.{item.name} is of type {item.type}")
            if item.references:
                target, _, key = item.references.partition(".")
                known = target in contract.tables and contract.tables[target].key == (key,)
                _require(known, f"{table.name}.{item.name} references {item.references}")
        for row in table.preloaded:
            _require(len(row) <= len(table.columns), f"table {table.name} has a preloaded row that is too long")
    for routine in contract.routines.values():
        _require(routine.role in contract.roles, f"routine {routine.name} is for role {routine.role}")
        _require(routine.part in contract.parts, f"routine {routine.name} is of part {routine.part}")
        _require(routine.kind in ("command", "finder"), f"routine {routine.name} is a {routine.kind}")
        for error in routine.errors:
            _require(error in contract.errors, f"routine {routine.name} raises {error}")
        for item in (*routine.parameters, *routine.results):
            _require(_TYPE.fullmatch(item.type) is not None, f"{routine.name}.{item.name} is of type {item.type}")
        required = [parameter.is_required for parameter in routine.parameters]
        _require(
            required == sorted(required, reverse=True), f"{routine.name} requires a parameter behind an optional one"
        )


def _require(holds: bool, complaint: str) -> None:
    if not holds:
        raise ValueError(f"sql/contract.toml: {complaint}")
