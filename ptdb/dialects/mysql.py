"""MySQL and MariaDB, by mysql-connector-python."""

from __future__ import annotations

import logging
import os
import random
import re
import time
import weakref
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from ptdb.contract import Column, Routine
from ptdb.dialects import failures
from ptdb.dialects.base import Row
from ptdb.dialects.sockets import has_input
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
    import mysql.connector
    from mysql.connector.connection import MySQLConnection
except ImportError as error:
    raise DriverMissing(
        f"a MySQL or MariaDB store needs the package mysql-connector-python ({error}): pip install 'ptdb-sql[mysql]'"
    ) from error

log = logging.getLogger("ptdb")

#: How often a call is made that others keep from its locks, and is undone whole by the server.
ATTEMPTS = 10
# The driver quotes by backslashes, so they have to count in every session, whatever the server's default.
_SQL_MODE = "STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION"
#: What a script signals that ends before its last statement, as no statement can do that else.
_END = "PT000"
_DEADLOCKS = (1213, 1020)
_LOST = (2006, 2013, 2055, 4031, 1053, 1927, 3032)
_REFUSED_LOGIN = (1044, 1045, 1698, 2059, 3118, 3955)
_NO_PERMISSION = (1044, 1142, 1143, 1227, 1370)
_NOT_INSTALLED = (1305, 1146, 1318)
_BAD_VALUES = (1264, 1265, 1292, 1366, 1406, 1411, 3819, 4025, 1426, 1367)


class _Connection(MySQLConnection):
    """A connection whose cursors are made without a round trip of their own, and which a fork's child lets go of."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        _opened.add(self)

    def is_connected(self) -> bool:
        """Whether it was opened and not closed again. The driver asks before each cursor, and would ask the server."""
        return _socket_of(self) is not None


_opened: weakref.WeakSet[_Connection] = weakref.WeakSet()


def _let_go() -> None:
    """In a fork's child: the driver would shut its parent's connections down when it forgets them."""
    for connection in _opened:
        socket = _socket_of(connection)
        if socket is not None:
            socket.close()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


class MySQL:
    """The dialect of MySQL 8.0 and later and MariaDB 10.6 and later. The schema is a database."""

    name = "mysql"
    driver_error: type[Exception] = mysql.connector.Error

    def connect(self, settings: Settings) -> MySQLConnection:
        """Opens a connection in autocommit, whose texts are utf8mb4."""
        options: dict[str, Any] = {
            "connection_timeout": 10,
            **{key: _option(value) for key, value in settings.options},
            "host": settings.host,
            "port": settings.port,
            "user": settings.user,
            "password": settings.password,
            "database": settings.schema,
        }
        try:
            return _Connection(
                **{key: value for key, value in options.items() if value is not None},
                autocommit=True,
                charset="utf8mb4",
                collation="utf8mb4_bin",
                sql_mode=_SQL_MODE,
            )
        except mysql.connector.Error as error:
            raise _connection_error(error, settings) from error
        except (AttributeError, TypeError, ValueError) as error:
            raise SettingsError(f"the driver does not take an option of {settings.url}: {error}") from error

    def call(
        self, connection: MySQLConnection, schema: str, routine: Routine, arguments: Mapping[str, object]
    ) -> list[Row]:
        """Calls a routine with all its parameters; NULL means the default. A deadlock's victim is called again."""
        outs = () if routine.kind == "finder" else routine.results
        statement = _call_statement(schema, routine.name, len(routine.parameters), tuple(c.name for c in outs))
        values = [_bound(arguments.get(parameter.name)) for parameter in routine.parameters]
        types = {column.name: column for column in routine.results}

        def once() -> list[Row]:
            with connection.cursor() as cursor:
                cursor.execute(statement, values)
                rows = all_rows(cursor)
            return [{name: _typed(types.get(name), value) for name, value in row.items()} for row in rows]

        for attempt in range(1, ATTEMPTS):
            try:
                return once()
            except mysql.connector.Error as error:
                # The server has undone the call, and it was a transaction of its own.
                if error.errno not in _DEADLOCKS:
                    raise
                log.debug("%s met a deadlock; calling again.", routine.name)
                time.sleep(random.uniform(0, 0.01 * attempt))  # noqa: S311 - so that two do not meet again
        return once()

    def read(
        self,
        connection: MySQLConnection,
        schema: str,
        view: str,
        filters: Mapping[str, object],
        order: str,
        descending: bool,
        limit: int | None,
    ) -> list[Row]:
        """Reads the rows of a view."""
        statement = f"SELECT * FROM {_quoted(schema)}.{_quoted(view)}"  # noqa: S608 - names alone, quoted
        if filters:
            statement += " WHERE " + " AND ".join(f"{_quoted(column)} = %s" for column in filters)
        statement += f" ORDER BY {_quoted(order)}{' DESC' if descending else ''} LIMIT %s"
        with connection.cursor() as cursor:
            cursor.execute(statement, [*map(_bound, filters.values()), 2**63 - 1 if limit is None else limit])
            return [{name: plain(name, value) for name, value in row.items()} for row in all_rows(cursor)]

    def run_script(self, connection: MySQLConnection, script: str) -> list[str]:
        """Runs a script statement by statement, as the mysql client does. Returns the texts that it selected.

        Raises:
            StoreError: the script says that something is wrong; the texts that it selected are in the message.
        """
        notices: list[str] = []
        with connection.cursor() as cursor:
            for statement in statements(script):
                try:
                    cursor.execute(statement)
                    notices.extend(str(value) for row in all_rows(cursor) for value in row.values())
                except mysql.connector.Error as error:
                    if error.sqlstate == _END:
                        break
                    if error.sqlstate != "45000" or not notices:
                        raise
                    raise StoreError("\n".join([f"{error.msg}:", *notices])) from error
        return notices

    def store_version(self, connection: MySQLConnection, schema: str) -> str:
        """The version that the store's own get_version says."""
        with connection.cursor() as cursor:
            try:
                cursor.execute(_call_statement(schema, "get_version", 0, ("version",)))
                return str(all_rows(cursor)[0]["version"])
            except mysql.connector.Error as error:
                if error.errno not in (1305, 1370, 1044):
                    raise self.translate(error) from error
                cursor.execute(
                    "SELECT 1 FROM information_schema.tables WHERE table_schema = %s AND table_name = %s",
                    (schema, "process_tracking"),
                )
                reason = (
                    "holds an older store, which has to be upgraded; `processtracker upgrade` does that"
                    if all_rows(cursor)
                    else "has no ptdb, or none that you may call; `processtracker setup` installs it, or "
                    "sql/mysql/install.sql by mysql"
                )
                raise SchemaNotInstalled(f"the database {schema!r} {reason}") from error

    def is_usable(self, connection: MySQLConnection) -> bool:
        """Whether the socket is open and silent: between calls a server only speaks to say that it goes."""
        socket = _socket_of(connection)
        if socket is None:
            return False
        try:
            return not has_input(socket)
        except (OSError, ValueError):
            return False

    def translate(self, error: Exception) -> PtdbError:
        """By the SQLSTATE of ours, else by the server's error number."""
        number, state, text = _facts(error)
        if state in BY_CODE:
            return BY_CODE[state](text)
        if state == "45000":
            return StoreError(text)
        if number in _NO_PERMISSION:
            return failures.not_permitted(text)
        if number in _NOT_INSTALLED:
            return failures.not_installed(text)
        if number in _BAD_VALUES:
            return failures.not_storable(text)
        if number in _LOST:
            return failures.lost(text)
        if number in (1205, 1317, 1969, 3024, *_DEADLOCKS):
            return failures.broken_off(text)
        return failures.unknown(text)


def statements(script: str) -> Iterator[str]:
    """The statements of a script, which change their delimiter by lines, and end with it at the end of a line."""
    delimiter, lines = ";", list[str]()
    for line in script.splitlines():
        if line.upper().startswith("DELIMITER "):
            delimiter = line.split()[1]
            continue
        lines.append(line)
        if line.rstrip().endswith(delimiter):
            statement = "\n".join(lines).strip()[: -len(delimiter)].strip()
            lines = []
            if statement:
                yield statement
    rest = "\n".join(lines)
    if re.sub(r"(?m)^\s*(--.*)?$", "", rest).strip():
        raise ValueError(f"the script does not end with its delimiter {delimiter}: {rest.strip()[-80:]!r}")


@lru_cache(maxsize=512)
def _call_statement(schema: str, routine: str, parameters: int, outs: tuple[str, ...]) -> str:
    """The call, and in the same round trip what it put into its OUT parameters."""
    arguments = ["%s"] * parameters + [f"@ptdb_{name}" for name in outs]
    call = f"CALL {_quoted(schema)}.{_quoted(routine)}({', '.join(arguments)})"
    return f"{call}; SELECT {', '.join(f'@ptdb_{name} AS {name}' for name in outs)}" if outs else call


def all_rows(cursor: Any) -> list[Row]:
    """The rows of every result, so that none is left on the connection."""
    found: list[Row] = []
    while True:
        if cursor.with_rows:
            names = cursor.column_names
            found.extend(dict(zip(names, row, strict=True)) for row in cursor.fetchall())
        if not cursor.nextset():
            return found


def _bound(value: Any) -> Any:
    """Instants as UTC without a zone, which is how the store holds them."""
    return value.astimezone(UTC).replace(tzinfo=None) if isinstance(value, datetime) else value


def _typed(column: Column | None, value: Any) -> Any:
    """A result's value by its type in the contract; user variables know numbers and texts only."""
    if value is None or column is None:
        return value
    match column.type:
        case "timestamp":
            instant = value if isinstance(value, datetime) else datetime.fromisoformat(_text_of(value))
            return instant.replace(tzinfo=UTC)
        case "boolean":
            return bool(value)
        case "integer" | "bigint":
            return int(value)
    return _text_of(value) if isinstance(value, (bytes, bytearray)) else value


def plain(name: str, value: Any) -> Any:
    """A view's value: the columns that begin with is_ are the booleans of the model."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC)
    if isinstance(value, (bytes, bytearray)):
        return _text_of(value)
    return bool(value) if name.startswith("is_") and value is not None else value


def _text_of(value: Any) -> str:
    return value.decode() if isinstance(value, (bytes, bytearray)) else str(value)


def _socket_of(connection: MySQLConnection) -> Any:
    return getattr(getattr(connection, "_socket", None), "sock", None)


def _option(value: str) -> Any:
    """An option of a URL: the driver wants real booleans and numbers."""
    return {"true": True, "false": False}.get(value.lower(), int(value) if value.isdigit() else value)


def _quoted(name: str) -> str:
    # The driver fills in its values where the text has %s.
    return "`" + name.replace("`", "``").replace("%", "%%") + "`"


def _facts(error: Exception) -> tuple[int, str, str]:
    """Number, SQLSTATE and message."""
    text = getattr(error, "msg", None) or str(error)
    return getattr(error, "errno", None) or 0, getattr(error, "sqlstate", None) or "", str(text)


def _connection_error(error: mysql.connector.Error, settings: Settings) -> StoreError:
    number, _, text = _facts(error)
    if number == 1049:
        return SchemaNotInstalled(
            f"there is no database {settings.schema!r} at {settings.url}; create it, and install ptdb in it"
        )
    if number in _REFUSED_LOGIN:
        return failures.login_refused(settings, text)
    return failures.unreachable(settings, text)


DIALECT = MySQL()
