"""SQL Server and Azure SQL Database, by pyodbc: Microsoft's ODBC driver, or FreeTDS."""

from __future__ import annotations

import contextlib
import logging
import random
import re
import struct
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from functools import lru_cache
from typing import Any
from uuid import UUID

from ptdb.contract import Column, Routine
from ptdb.dialects import failures
from ptdb.dialects.base import Row
from ptdb.errors import BY_CODE, DriverMissing, PtdbError, SchemaNotInstalled, SettingsError, StoreError
from ptdb.settings import Settings

try:
    import pyodbc
except ImportError as error:
    raise DriverMissing(
        f"a SQL Server store needs the package pyodbc and an ODBC driver ({error}): pip install 'ptdb-sql[mssql]'"
    ) from error

log = logging.getLogger("ptdb")

#: How often a call is made that others keep from its locks, and is undone whole by the server.
ATTEMPTS = 10
_DATETIMEOFFSET = -155
_DEADLOCKS = (1205, 51205)
_BROKEN_OFF = (1222, 3960, 51222, *_DEADLOCKS)
_NO_PERMISSION = (229, 230, 262, 297, 300, 916)
_NOT_INSTALLED = (201, 208, 2812, 8144, 8145, 8146)
_BAD_VALUES = (220, 241, 242, 245, 295, 515, 547, 2601, 2627, 2628, 8114, 8115, 8152, 8169)
_SQL_TYPES = {
    "integer": "INT",
    "bigint": "BIGINT",
    "numeric": "DECIMAL(38, 10)",
    "boolean": "BIT",
    "text": "NVARCHAR(MAX)",
    "json": "NVARCHAR(MAX)",
    "timestamp": "DATETIMEOFFSET(6)",
    "uuid": "UNIQUEIDENTIFIER",
}
# pyodbc joins what the driver reports: only the first has the function's name, and on Linux there is no other.
_MESSAGE = re.compile(r"\[\w*\] (?:\[[^\]]*\])*(.*?) \((-?\d+)\)(?: \(SQL\w+\))?(?:; (?=\[)|\Z)", re.DOTALL)

Parameter = tuple[str, str, object]
"""Name, type in SQL, and value."""


class MSSQL:
    """The dialect of SQL Server 2017 and later and Azure SQL Database."""

    name = "mssql"
    driver_error: type[Exception] = pyodbc.Error

    def connect(self, settings: Settings) -> pyodbc.Connection:
        """Opens a connection in autocommit. The URL's options are keywords of the ODBC driver."""
        try:
            connection = pyodbc.connect(_connection_string(settings), autocommit=True, timeout=10)
        except pyodbc.Error as error:
            raise _connection_error(error, settings) from error
        if _is_freetds(connection):
            # A long text goes with its call, not in pieces after it.
            connection.maxwrite = 2**30
        connection.add_output_converter(_DATETIMEOFFSET, _instant)
        connection.add_output_converter(pyodbc.SQL_GUID, _key)
        return connection

    def call(
        self, connection: pyodbc.Connection, schema: str, routine: Routine, arguments: Mapping[str, object]
    ) -> list[Row]:
        """Calls a routine; what is left out has its default. A deadlock's victim calls again."""
        outs = () if routine.kind == "finder" else routine.results
        given = [(p.name, _sql_type(p), _bound(arguments[p.name])) for p in routine.parameters if p.name in arguments]
        statement = _call_statement(
            schema,
            routine.name,
            tuple(name for name, _, _ in given),
            tuple((column.name, _sql_type(column)) for column in outs),
        )
        for attempt in range(1, ATTEMPTS):
            try:
                return _rows(connection, statement, given)
            except pyodbc.Error as error:
                # The server has undone the call, and it was a transaction of its own.
                if _facts(error)[0] not in _DEADLOCKS:
                    raise
                log.debug("%s met a deadlock; calling again.", routine.name)
                time.sleep(random.uniform(0, 0.01 * attempt))  # noqa: S311 - so that two do not meet again
        return _rows(connection, statement, given)

    def read(
        self,
        connection: pyodbc.Connection,
        schema: str,
        view: str,
        filters: Mapping[str, object],
        order: str,
        descending: bool,
        limit: int | None,
    ) -> list[Row]:
        """Reads the rows of a view."""
        top = "" if limit is None else "TOP (@ptdb_limit) "
        statement = f"SELECT {top}* FROM {_quoted(schema)}.{_quoted(view)}"  # noqa: S608 - names alone, quoted
        if filters:
            compared = (f"{_quoted(column)} = @ptdb_{number}" for number, column in enumerate(filters))
            statement += f" WHERE {' AND '.join(compared)}"
        statement += f" ORDER BY {_quoted(order)}{' DESC' if descending else ''}"
        values = map(_bound, filters.values())
        # As long as a column, so that its index is sought in.
        given = [(str(number), _type_of(value).replace("MAX", "4000"), value) for number, value in enumerate(values)]
        return _rows(connection, statement, given + [("limit", "BIGINT", limit)] * (limit is not None))

    def run_script(self, connection: pyodbc.Connection, script: str) -> list[str]:
        """Runs a script batch by batch, as sqlcmd does. Returns the texts that it selected.

        Raises:
            StoreError: the script says that something is wrong; the texts that it selected are in the message.
        """
        texts: list[str] = []
        with contextlib.closing(connection.cursor()) as cursor:
            try:
                for batch in batches(script):
                    cursor.execute(batch)
                    while True:
                        texts.extend(str(row[0]) for row in (cursor.fetchall() if cursor.description else ()))
                        if not cursor.nextset():
                            break
            except pyodbc.Error as error:
                # What broke off may have left its transaction open.
                connection.rollback()
                number, _, text = _facts(error)
                if number != 50000 or not texts:
                    raise
                raise StoreError("\n".join([f"{text}:", *texts])) from error
        return texts

    def store_version(self, connection: pyodbc.Connection, schema: str) -> str:
        """The version that the store's own get_version says."""
        name = _quoted(schema)
        statement = (
            "SET NOCOUNT ON; DECLARE @version NVARCHAR(250);\n"
            "IF OBJECT_ID(@ptdb_routine, N'P') IS NOT NULL"
            f" EXEC {name}.[get_version] @version = @version OUTPUT;\n"
            "SELECT @version AS version;"
        )
        try:
            (row,) = _rows(connection, statement, [("routine", "NVARCHAR(4000)", f"{name}.[get_version]")])
        except pyodbc.Error as error:
            raise self.translate(error) from error
        if row["version"] is not None:
            return str(row["version"])
        raise SchemaNotInstalled(
            f"the schema {schema!r} has no ptdb, or none that you may call; `processtracker setup` installs it, or "
            "sql/mssql/install.sql by sqlcmd"
        )

    def is_usable(self, connection: pyodbc.Connection) -> bool:
        """Whether no call has found the connection broken. Microsoft's driver restores an idle one by itself."""
        return not connection.closed

    def translate(self, error: Exception) -> PtdbError:
        """By the error number of ours, else by the server's."""
        number, state, text = _facts(error)
        code = f"PT{number - 51000:03}"
        if code in BY_CODE:
            return BY_CODE[code](text)
        if number == 50000:
            return StoreError(text)
        if number in _NO_PERMISSION:
            return failures.not_permitted(text)
        if number in _NOT_INSTALLED:
            return failures.not_installed(text)
        if number in _BAD_VALUES:
            return failures.not_storable(text)
        if number in _BROKEN_OFF or state in ("HYT00", "HY008"):
            return failures.broken_off(text)
        if state[:2] == "08":
            return failures.lost(text)
        return failures.unknown(text)


def batches(script: str) -> Iterator[str]:
    """The batches of a script, which end with a line of GO."""
    for batch in re.split(r"(?mi)^GO[ \t]*$", script):
        if batch.strip():
            yield batch.strip("\n")


def _rows(connection: pyodbc.Connection, statement: str, parameters: Sequence[Parameter] = ()) -> list[Row]:
    """The rows of the one result that a statement has. What finds the connection broken closes it."""
    cursor = connection.cursor()
    try:
        _execute(cursor, statement, parameters)
        while cursor.description is None:
            if not cursor.nextset():
                return []
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, map(_plain, row), strict=True)) for row in cursor.fetchall()]
        # An error may stand behind the rows.
        while cursor.nextset():
            pass
        return rows
    except pyodbc.Error as error:
        if _facts(error)[1][:2] == "08":
            connection.close()
        raise
    finally:
        _close(cursor)


def _close(cursor: pyodbc.Cursor) -> None:
    """Closes a cursor; that of a closed connection is closed already, and says so by an error."""
    with contextlib.suppress(pyodbc.Error):
        cursor.close()


def _execute(cursor: pyodbc.Cursor, statement: str, parameters: Sequence[Parameter]) -> None:
    """Executes in one round trip a statement that finds its parameters, each as @ptdb_ and its name."""
    values = [value for _, _, value in parameters]
    if not parameters:
        cursor.execute(statement)
    elif _is_freetds(cursor.connection):
        # FreeTDS prepares a statement with parameters, and forgets it in a second round trip; but not a call. Its
        # parameters are of the types that are sent.
        taken = ", ".join(f"@sent_{name} {_type_of(value)}" for name, _, value in parameters)
        declared = ", ".join(f"@ptdb_{name} {kind} = @sent_{name}" for name, kind, _ in parameters)
        sent = [f"DECLARE {declared}; {statement}", taken, *values]
        # It cuts a text that is not called long.
        cursor.setinputsizes(
            [
                (pyodbc.SQL_WLONGVARCHAR, 0, 0) if isinstance(value, str) and len(value) > 2000 else None
                for value in sent
            ]
        )
        cursor.execute(f"{{CALL sys.sp_executesql({', '.join('?' * len(sent))})}}", sent)
    else:
        declared = ", ".join(f"@ptdb_{name} {kind} = ?" for name, kind, _ in parameters)
        cursor.execute(f"DECLARE {declared}; {statement}", values)


def _is_freetds(connection: pyodbc.Connection) -> bool:
    return "tdsodbc" in str(connection.getinfo(pyodbc.SQL_DRIVER_NAME)).lower()


@lru_cache(maxsize=512)
def _call_statement(schema: str, routine: str, given: tuple[str, ...], outs: tuple[tuple[str, str], ...]) -> str:
    """The call, with the parameters given in variables, and what it returns."""
    results = dict(outs)
    # A key that is given and returned is one parameter.
    arguments = [f"@{name} = @ptdb_{name}" for name in given if name not in results]
    arguments += [f"@{name} = @ptdb_{name} OUTPUT" for name in results]
    statement = f"SET NOCOUNT ON; EXEC {_quoted(schema)}.{_quoted(routine)} {', '.join(arguments)};"
    if outs:
        declared = ", ".join(f"@ptdb_{name} {kind}" for name, kind in outs if name not in given)
        declared = f"DECLARE {declared}; " * bool(declared)
        statement = f"{declared}{statement} SELECT {', '.join(f'@ptdb_{name} AS {name}' for name in results)};"
    return statement


def _sql_type(column: Column) -> str:
    # Longer than any name: a variable would cut without a word what the routine has to refuse.
    return _SQL_TYPES.get(column.type, "NVARCHAR(4000)")


def _type_of(value: object) -> str:
    """The type that a value is sent as."""
    kinds: dict[type, str] = {bool: "BIT", int: "BIGINT", float: "FLOAT", Decimal: "DECIMAL(38, 10)"}
    return kinds.get(type(value), "NVARCHAR(MAX)")


def _bound(value: Any) -> Any:
    """Instants as text, because drivers bind them without their offset."""
    return value.astimezone(UTC).isoformat(" ", "microseconds") if isinstance(value, datetime) else value


def _plain(value: Any) -> Any:
    """An instant in UTC."""
    if isinstance(value, datetime):
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    return value


def _instant(raw: bytes) -> datetime:
    """What the driver gives for a DATETIMEOFFSET: SQL_SS_TIMESTAMPOFFSET_STRUCT, the fraction in nanoseconds."""
    year, month, day, hour, minute, second, fraction, offset_hours, offset_minutes = struct.unpack("<hHHHHHIhh", raw)
    zone = timezone(timedelta(hours=offset_hours, minutes=offset_minutes))
    return datetime(year, month, day, hour, minute, second, fraction // 1000, zone).astimezone(UTC)


def _key(raw: bytes) -> str:
    """What the driver gives for a UNIQUEIDENTIFIER, in small letters."""
    return str(UUID(bytes_le=raw))


def _quoted(name: str) -> str:
    return "[" + name.replace("]", "]]") + "]"


def _connection_string(settings: Settings) -> str:
    options = {key.lower(): value for key, value in settings.options}
    driver = options.pop("driver", None) or _installed_driver()
    host = settings.host or "localhost"
    if "freetds" in driver.lower() or "tdsodbc" in driver.lower():
        place = {"server": host, "port": str(settings.port or 1433), "tds_version": "7.4", "clientcharset": "UTF-8"}
    else:
        place = {"server": f"{host},{settings.port}" if settings.port else host}
    login = {"uid": settings.user, "pwd": settings.password, "database": settings.database}
    words = {"driver": driver, **place, **{key: value for key, value in login.items() if value}, **options}
    return ";".join(f"{key}={_braced(value)}" for key, value in words.items())


def _braced(value: str) -> str:
    """A value of a connection string: in braces it may hold anything, a closing brace twice. FreeTDS misreads them."""
    plain = re.fullmatch(r"[\w .,:/@\\-]+", value) is not None
    return value if plain else "{" + value.replace("}", "}}") + "}"


def _installed_driver() -> str:
    known: list[str] = pyodbc.drivers()
    microsofts = sorted((name for name in known if re.fullmatch(r"ODBC Driver \d+ for SQL Server", name)), key=len)
    found = sorted(microsofts)[-1:] or [name for name in known if name == "FreeTDS"]
    if not found:
        raise SettingsError(
            "there is no ODBC driver for SQL Server on this machine; install Microsoft's (msodbcsql18) or FreeTDS "
            f"(tdsodbc), or name one in the URL as ?driver=; unixODBC knows {', '.join(known) or 'none'}"
        )
    return found[0]


def _facts(error: Exception) -> tuple[int, str, str]:
    """The server's number, SQLSTATE and message. Of several errors the first of ours counts, else the first."""
    state = str(error.args[0]) if error.args else ""
    text = str(error.args[1]) if len(error.args) > 1 else str(error)
    found = _reported(text)
    if not found:
        return 0, state, text
    number, message = next((item for item in found if 51000 < item[0] < 52000), found[0])
    return number, state, message


def _reported(text: str) -> list[tuple[int, str]]:
    """Numbers and messages of the errors in one text of pyodbc's."""
    return [(int(number), message.strip()) for message, number in _MESSAGE.findall(text)]


def _connection_error(error: pyodbc.Error, settings: Settings) -> StoreError:
    number, state, text = _facts(error)
    # On Windows the refused login is told first.
    if 4060 in (reported for reported, _ in _reported(str(error.args[-1]))):
        return SchemaNotInstalled(
            f"there is no database {settings.database!r} at {settings.url}, or none that you may use; create it, and "
            "install ptdb in it"
        )
    if number == 18456 or state == "28000":
        return failures.login_refused(settings, text)
    return failures.unreachable(settings, text)


DIALECT = MSSQL()
