"""Oracle Database, by oracledb in thin mode, which needs no client libraries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ptdb.contract import Column, Routine
from ptdb.dialects import failures
from ptdb.dialects.base import Row
from ptdb.errors import (
    BY_CODE,
    DriverMissing,
    PtdbError,
    SchemaNotInstalled,
    SettingsError,
    StoreError,
)
from ptdb.settings import Settings

try:
    import oracledb
except ImportError as error:
    raise DriverMissing(
        f"an Oracle store needs the package oracledb ({error}): pip install 'ptdb-sql[oracle]'"
    ) from error

#: What a script of ours raises that refuses, as no routine does.
_REFUSAL = 20000
_REFUSED_LOGIN = (1005, 1017, 1045, 28000, 28001, 28002)
_NO_PERMISSION = (1031, 41900)
_NOT_INSTALLED = (942, 4043, 6550)
_BAD_VALUES = (1400, 1426, 1438, 1450, 1841, 1847, 2290, 6502, 12899, 22835, 40478)
_BROKEN_OFF = (51, 54, 60, 1013, 2049, 4021, 8177, 30006)
_LOST = (28, 1012, 2396, 3113, 3114, 3135, 12514, 12537, 12541, 12571)
#: What the driver itself says of a connection that is gone, or whose call took too long.
_LOST_CODES = ("DPY-1001", "DPY-4011", "DPY-4024", "DPY-6005")
# The text of an error, without its number, what it passed through, and where its help is.
_TEXT = re.compile(r"\A(?:(?:ORA|DPY)-\d+: )?(.*?)\s*(?:\n(?:ORA-06512: |Help: ).*)?\Z", re.DOTALL)
_BLOCK = re.compile(
    r"(?:DECLARE|BEGIN|CREATE(?: OR REPLACE)?(?: (?:NON)?EDITIONABLE)? (?:PROCEDURE|FUNCTION|PACKAGE|TRIGGER|TYPE))\b",
    re.IGNORECASE,
)
#: Lines that the client takes itself.
_CLIENT = re.compile(r"(?:SET|WHENEVER|PROMPT|REM|REMARK|SHOW|DEFINE|UNDEFINE|EXIT)\b|@|--", re.IGNORECASE)
_FETCHED_AT_ONCE = 1000


class Oracle:
    """The dialect of Oracle Database 12.2 and later. A schema is a user."""

    name = "oracle"
    driver_error: type[Exception] = oracledb.Error

    def connect(self, settings: Settings) -> oracledb.Connection:
        """Opens a connection that commits each call in the round trip that makes it.

        The database of the settings is a service name, or without a host an alias of tnsnames.ora.
        """
        options: dict[str, Any] = {
            "tcp_connect_timeout": 10,
            **{key: _option(value) for key, value in settings.options},
            "user": settings.user,
            "password": settings.password,
        }
        if settings.host:
            options |= {"host": settings.host, "port": settings.port or 1521, "service_name": settings.database}
        else:
            options |= {"dsn": settings.database}
        try:
            connection = oracledb.connect(**{key: value for key, value in options.items() if value is not None})
        except oracledb.Error as error:
            raise _connection_error(error, settings) from error
        except (TypeError, ValueError) as error:
            raise SettingsError(f"the driver does not take an option of {settings.url}: {error}") from error
        connection.autocommit = True
        connection.outputtypehandler = _fetched
        return connection

    def call(
        self, connection: oracledb.Connection, schema: str, routine: Routine, arguments: Mapping[str, object]
    ) -> list[Row]:
        """Calls a routine by named notation; what is not given takes the routine's own default.

        One round trip for a command; a finder's rows come with the second. A text of more than 32767 bytes goes ahead
        of the call, as a LOB.
        """
        outs = () if routine.kind == "finder" else out_names(routine)
        statement = call_statement(schema, routine.name, tuple(arguments), outs, routine.kind == "finder")
        with connection.cursor() as cursor:
            cursor.setinputsizes(
                **{f"p_{n}": oracledb.DB_TYPE_TIMESTAMP_TZ for n, v in arguments.items() if isinstance(v, datetime)}
            )
            binds = {f"p_{name}": _bound(value) for name, value in arguments.items()}
            if routine.kind == "finder":
                with connection.cursor() as rows:
                    rows.arraysize = _FETCHED_AT_ONCE
                    cursor.execute(statement, {**binds, "o_rows": rows})
                    return all_rows(rows, routine.results)
            variables = {f"o_{name}": _variable(cursor, c) for name, c in zip(outs, routine.results, strict=True)}
            cursor.execute(statement, {**binds, **variables})
            values = [variable.getvalue() for variable in variables.values()]
        return [{c.name: returned(c, value) for c, value in zip(routine.results, values, strict=True)}]

    def read(
        self,
        connection: oracledb.Connection,
        schema: str,
        view: str,
        filters: Mapping[str, object],
        order: str,
        descending: bool,
        limit: int | None,
    ) -> list[Row]:
        """Reads the rows of a view."""
        statement = f"SELECT * FROM {identifier(schema)}.{view}"  # noqa: S608 - names alone
        if filters:
            statement += " WHERE " + " AND ".join(f"{column} = :p_{column}" for column in filters)
        statement += f" ORDER BY {order}{' DESC' if descending else ''}"
        binds = {f"p_{column}": _bound(value) for column, value in filters.items()}
        if limit is not None:
            statement += " FETCH FIRST :p_limit ROWS ONLY"
            binds["p_limit"] = limit
        with connection.cursor() as cursor:
            cursor.setinputsizes(
                **{f"p_{n}": oracledb.DB_TYPE_TIMESTAMP_TZ for n, v in filters.items() if isinstance(v, datetime)}
            )
            cursor.arraysize = _FETCHED_AT_ONCE
            cursor.execute(statement, binds)
            return all_rows(cursor)

    def run_script(self, connection: oracledb.Connection, script: str) -> list[str]:
        """Runs a script statement by statement, as SQL*Plus does. Returns the lines that it printed.

        Raises:
            StoreError: the script says that something is wrong; the lines that it printed are in the message.
        """
        with connection.cursor() as cursor:
            cursor.callproc("dbms_output.enable", [None])
            for statement in statements(script):
                try:
                    cursor.execute(statement)
                except oracledb.Error as error:
                    if _facts(error)[0] != _REFUSAL:
                        raise
                    raise StoreError("\n".join([_facts(error)[2], *_printed(cursor)])) from error
            return _printed(cursor)

    def store_version(self, connection: oracledb.Connection, schema: str) -> str:
        """The version that the store's own get_version says."""
        with connection.cursor() as cursor:
            version = cursor.var(oracledb.DB_TYPE_VARCHAR, 1000)
            try:
                cursor.execute(call_statement(schema, "get_version", (), ("version",), False), {"o_version": version})
            except oracledb.Error as error:
                if _facts(error)[0] not in _NOT_INSTALLED:
                    raise self.translate(error) from error
                cursor.execute(
                    "SELECT COUNT(*) FROM all_tables WHERE owner = :p_owner AND table_name = 'PROCESS_TRACKING'",
                    {"p_owner": _stored(schema)},
                )
                reason = (
                    "holds an older store, which has to be upgraded; `processtracker upgrade` does that"
                    if cursor.fetchone() != (0,)
                    else "has no ptdb, or none that you may call; `processtracker setup` installs it, or "
                    "sql/oracle/install.sql by SQL*Plus"
                )
                raise SchemaNotInstalled(f"the schema {schema!r} {reason}") from error
            return str(version.getvalue() or "unknown")

    def is_usable(self, connection: oracledb.Connection) -> bool:
        """Whether the connection is still open, as far as the driver knows without asking the server."""
        return bool(connection.is_healthy())

    def translate(self, error: Exception) -> PtdbError:
        """By the number of ours, else by the server's or the driver's own."""
        number, code, text = _facts(error)
        refusal = f"PT{number - _REFUSAL:03}"
        if code.startswith("ORA-20") and refusal in BY_CODE:
            return BY_CODE[refusal](text)
        if code.startswith("ORA-") and number == _REFUSAL:
            return StoreError(text)
        if code in _LOST_CODES or (code.startswith("ORA-") and number in _LOST):
            return failures.lost(text)
        if not code.startswith("ORA-"):
            return failures.unknown(text)
        if number in _NO_PERMISSION or (number == 6550 and "PLS-00904" in text):
            return failures.not_permitted(text)
        if number in _NOT_INSTALLED:
            return failures.not_installed(text)
        if number in _BAD_VALUES:
            return failures.not_storable(text)
        if number in _BROKEN_OFF:
            return failures.broken_off(text)
        return failures.unknown(text)


def statements(script: str) -> Iterator[str]:
    """The statements of a script for SQL*Plus: a block ends at a line with a slash, anything else with a semicolon."""
    lines = list[str]()
    is_block = False
    for line in script.splitlines():
        if not lines:
            if not line.strip() or _CLIENT.match(line):
                continue
            is_block = _BLOCK.match(line) is not None
        if is_block and line == "/":
            yield "\n".join(lines)
            lines = []
            continue
        lines.append(line)
        if not is_block and line.rstrip().endswith(";"):
            yield "\n".join(lines).rstrip().removesuffix(";")
            lines = []
    if lines:
        raise ValueError(f"the script's last statement does not end: {lines[-1][-80:]!r}")


def out_names(routine: Routine) -> tuple[str, ...]:
    """The names of the OUT parameters of a command, without `p_`; one that is a parameter's too is the new one."""
    given = {parameter.name for parameter in routine.parameters}
    return tuple(f"new_{c.name}" if c.name in given else c.name for c in routine.results)


@lru_cache(maxsize=512)
def call_statement(schema: str, routine: str, given: tuple[str, ...], outs: tuple[str, ...], has_rows: bool) -> str:
    """The call as one block, its parameters bound by name."""
    pairs = [f"p_{name} => :p_{name}" for name in given]
    pairs += [f"p_{name} => :o_{name}" for name in (*outs, *(["rows"] if has_rows else []))]
    arguments = f"({', '.join(pairs)})" if pairs else ""
    return f"BEGIN {identifier(schema)}.{routine}{arguments}; END;"


def identifier(name: str) -> str:
    """A schema's name as a statement has it: a plain one in any case, as Oracle takes it, another quoted."""
    return name.upper() if re.fullmatch(r"[A-Za-z][\w$#]*", name, re.ASCII) else '"' + name.replace('"', "") + '"'


def _stored(name: str) -> str:
    """A schema's name as the catalogue has it."""
    return identifier(name).strip('"')


def all_rows(cursor: oracledb.Cursor, results: tuple[Column, ...] = ()) -> list[Row]:
    """All rows of an open query, values of a finder by their types in the contract."""
    types = {column.name: column for column in results}
    names = [str(column.name).lower() for column in cursor.description or ()]
    return [
        {
            name: _typed(types[name], value) if name in types else plain(name, value)
            for name, value in zip(names, row, strict=True)
        }
        for row in cursor.fetchall()
    ]


def _fetched(cursor: oracledb.Cursor, metadata: Any) -> Any:
    """LOBs come as texts with their rows; numbers without a scale exactly."""
    if metadata.type_code is oracledb.DB_TYPE_CLOB:
        return cursor.var(oracledb.DB_TYPE_LONG, arraysize=cursor.arraysize)
    if metadata.type_code is oracledb.DB_TYPE_NUMBER and metadata.scale != 0:
        return cursor.var(Decimal, arraysize=cursor.arraysize)
    return None


def _variable(cursor: oracledb.Cursor, column: Column) -> Any:
    """A variable for an OUT parameter."""
    match column.type:
        case "timestamp":
            return cursor.var(oracledb.DB_TYPE_TIMESTAMP_TZ)
        case "integer" | "bigint":
            return cursor.var(oracledb.DB_TYPE_NUMBER)
    return cursor.var(oracledb.DB_TYPE_VARCHAR, 4000)


def _bound(value: Any) -> Any:
    """Instants in UTC, as which the driver sends them, whatever zone they have; booleans as numbers."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None)
    return int(value) if isinstance(value, bool) else value


def returned(column: Column, value: Any) -> Any:
    """A command's result: no text of the contract's is NULL, but in Oracle the empty one is."""
    return "" if value is None and column.type.startswith("string") else _typed(column, value)


def _typed(column: Column, value: Any) -> Any:
    """A result's value by its type in the contract."""
    match column.type:
        case "timestamp":
            return plain(column.name, value)
        case "boolean":
            return None if value is None else bool(value)
        case "integer" | "bigint":
            return None if value is None else int(value)
    return value


def plain(name: str, value: Any) -> Any:
    """A view's value: instants are in UTC, and the columns that begin with is_ are the booleans of the model."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC)
    if name.startswith("is_") and value is not None:
        return bool(value)
    return int(value) if isinstance(value, Decimal) and value == value.to_integral_value() else value


def _printed(cursor: oracledb.Cursor) -> list[str]:
    """The lines that statements have put into DBMS_OUTPUT since this was last asked."""
    lines = list[str]()
    line, status = cursor.var(oracledb.DB_TYPE_VARCHAR, 32767), cursor.var(oracledb.DB_TYPE_NUMBER)
    while True:
        cursor.callproc("dbms_output.get_line", [line, status])
        if status.getvalue() != 0:
            return lines
        lines.append(line.getvalue() or "")


def _option(value: str) -> Any:
    """An option of a URL: the driver wants real booleans and numbers."""
    return {"true": True, "false": False}.get(value.lower(), int(value) if value.isdigit() else value)


def _facts(error: Exception) -> tuple[int, str, str]:
    """Number, code such as ORA-20001, and text."""
    facts = error.args[0] if error.args else None
    found = _TEXT.match(getattr(facts, "message", None) or str(error))
    text = found[1] if found else str(error)
    return int(getattr(facts, "code", 0) or 0), str(getattr(facts, "full_code", "") or ""), text


def _connection_error(error: oracledb.Error, settings: Settings) -> StoreError:
    number, _, text = _facts(error)
    if number in _REFUSED_LOGIN:
        return failures.login_refused(settings, text)
    return failures.unreachable(settings, text)


DIALECT = Oracle()
