"""Snowflake, by snowflake-connector-python."""

from __future__ import annotations

import logging
import random
import re
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from io import StringIO
from typing import Any

from ptdb.contract import Column, Routine
from ptdb.dialects import failures
from ptdb.dialects.base import Row
from ptdb.errors import (
    BY_CODE,
    DriverMissing,
    PermissionDenied,
    PtdbError,
    SchemaNotInstalled,
    SettingsError,
    StoreError,
)
from ptdb.settings import Settings

try:
    import snowflake.connector
    from snowflake.connector import SnowflakeConnection
    from snowflake.connector.util_text import split_statements
except ImportError as error:
    raise DriverMissing(
        f"a Snowflake store needs the package snowflake-connector-python ({error}): pip install 'ptdb-sql[snowflake]'"
    ) from error

log = logging.getLogger("ptdb")

#: How often a call is made when others hold the store's lock for too long, or too many wait for it.
ATTEMPTS = 5
#: Seconds that a call waits for a lock, unless the URL's lock_timeout says so; the server's own default is 12 hours.
LOCK_TIMEOUT = 60
_SUFFIXES = (".snowflakecomputing.com", ".snowflakecomputing.cn")
#: What a script of ours raises that refuses, as no routine does.
_REFUSAL = -20000
_CROWDED = 625
_BROKEN_OFF = (604, 607, 625, 630)
_UNSEEN = (2003, 2043, 2140, 2141)
_NO_PERMISSION = (3001, 3540)
_BAD_VALUES = (100035, 100038, 100046, 100069, 100072, 100078, 100132)
# The session is gone, or the server cannot be reached any more: the driver's own retries are over by then.
_LOST = (250001, 250002, 250003, 250005, 251005, 390104, 390111, 390112, 390114, 390195)
_LOGIN = range(390100, 390500)
# The driver misses an account, a user or a password, and has not tried to reach anything.
_INCOMPLETE = (251001, 251005, 251006)
# What our routines raise, behind what the server says of the blocks that it passed through.
_OURS = re.compile(r"(?:\A|: )(PT\d{3}: .*)\Z", re.DOTALL)
_PASSED = re.compile(r"\A(?:Uncaught exception of type '\w+' on line \d+ at position \d+ ?: ?)+")


class Unseen(SchemaNotInstalled, PermissionDenied):
    """Snowflake does not tell what is missing from what the role may not see."""


class Snowflake:
    """The dialect of Snowflake. The host of a URL is the account's identifier, its path the database."""

    name = "snowflake"
    driver_error: type[Exception] = snowflake.connector.Error

    def connect(self, settings: Settings) -> SnowflakeConnection:
        """Opens a session in autocommit. The URL's options are the connector's own, such as warehouse and role."""
        options = {key: _option(key, value) for key, value in settings.options}
        lock_timeout = options.pop("lock_timeout", LOCK_TIMEOUT)
        try:
            return snowflake.connector.connect(
                **{
                    "login_timeout": 30,
                    # Else a job of more than four hours has no session left to say how it ended.
                    "client_session_keep_alive": True,
                    # Else each login asks whether a cloud runs this machine: seconds, where no name server answers.
                    "platform_detection_timeout_seconds": 0.0,
                    **_place(settings, options),
                    **options,
                    **{key: value for key, value in _login(settings).items() if value is not None},
                    "autocommit": True,
                    "paramstyle": "qmark",
                    "session_parameters": {"LOCK_TIMEOUT": lock_timeout, "TIMEZONE": "UTC"},
                }
            )
        except snowflake.connector.Error as error:
            raise _connection_error(error, settings) from error
        except (OSError, TypeError, ValueError) as error:
            raise SettingsError(f"the driver does not take an option of {settings.url}: {error}") from error

    def call(
        self, connection: SnowflakeConnection, schema: str, routine: Routine, arguments: Mapping[str, object]
    ) -> list[Row]:
        """Calls a routine; what is left out has its default. Who met too many others calls again."""
        statement = call_statement(schema, routine.name, tuple((name, marker(arguments[name])) for name in arguments))
        values = [bound(value) for value in arguments.values()]
        for attempt in range(1, ATTEMPTS):
            try:
                return _rows(connection, statement, values, routine.results)
            except snowflake.connector.Error as error:
                # The routine was a transaction of its own, and has been rolled back.
                if error.errno != _CROWDED:
                    raise
                log.debug("%s waits for too many others; calling again.", routine.name)
                time.sleep(random.uniform(0, 0.1 * 2**attempt))  # noqa: S311 - so that all do not come back at once
        return _rows(connection, statement, values, routine.results)

    def read(
        self,
        connection: SnowflakeConnection,
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
            conditions = [f"{identifier(name)} = {marker(value)}" for name, value in filters.items()]
            statement += f" WHERE {' AND '.join(conditions)}"
        statement += f" ORDER BY {identifier(order)}{' DESC' if descending else ''}"
        if limit is not None:
            statement += f" LIMIT {int(limit)}"
        return _rows(connection, statement, [bound(value) for value in filters.values()])

    def run_script(self, connection: SnowflakeConnection, script: str) -> list[str]:
        """Runs a script statement by statement, as SnowSQL does. Returns what its blocks returned.

        Raises:
            StoreError: the script says that something is wrong.
        """
        texts: list[str] = []
        with connection.cursor() as cursor:
            for statement, _ in split_statements(StringIO(script)):
                if not _is_statement(statement):
                    continue
                cursor.execute(statement)
                if cursor.description and cursor.description[0].name.lower() == "anonymous block":
                    texts.extend(str(row[0]) for row in cursor.fetchall() if row[0] is not None)
        return texts

    def store_version(self, connection: SnowflakeConnection, schema: str) -> str:
        """The version that the store's own get_version says."""
        try:
            rows = _rows(connection, call_statement(schema, "get_version", ()))
        except snowflake.connector.Error as error:
            if error.errno not in _UNSEEN:
                raise self.translate(error) from error
            raise SchemaNotInstalled(
                f"the schema {schema!r} has no ptdb, or none that you may call; `processtracker setup` installs it, or "
                "sql/snowflake/install.sql by the Snowflake CLI"
            ) from error
        return str(rows[0]["version"])

    def is_usable(self, connection: SnowflakeConnection) -> bool:
        """Whether no call has found the session gone. The connector itself repeats a request that got lost."""
        return not connection.is_closed()

    def translate(self, error: Exception) -> PtdbError:
        """By the text of ours, else by the server's or the driver's number."""
        number, text = _facts(error)
        ours = _OURS.search(text)
        if ours and ours[1][:5] in BY_CODE:
            return BY_CODE[ours[1][:5]](ours[1])
        text = _PASSED.sub("", text)
        if number == _REFUSAL:
            return StoreError(text)
        if number in _UNSEEN:
            return Unseen(
                f"the data store refuses: {text}; ask its owner to grant it, or, where it is missing, let "
                "`processtracker setup` bring the store up to date"
            )
        if number in _NO_PERMISSION:
            return failures.not_permitted(text)
        if number in _BAD_VALUES:
            return failures.not_storable(text)
        if number in _BROKEN_OFF:
            return failures.broken_off(text)
        if number in _LOST or isinstance(error, snowflake.connector.InterfaceError):
            return failures.lost(text)
        return failures.unknown(text)


@lru_cache(maxsize=512)
def call_statement(schema: str, routine: str, given: tuple[tuple[str, str], ...]) -> str:
    """The call, its arguments by name, each with its marker."""
    return f"CALL {identifier(schema)}.{routine}({', '.join(f'p_{name} => {sign}' for name, sign in given)})"


def identifier(name: str) -> str:
    """A name as a statement has it: a plain one in any case, as Snowflake takes it, another quoted."""
    return name.upper() if re.fullmatch(r"[A-Za-z_][\w$]*", name, re.ASCII) else '"' + name.replace('"', '""') + '"'


def marker(value: Any) -> str:
    """What stands in a statement for a value that is bound."""
    return "TO_TIMESTAMP_TZ(?, 'YYYY-MM-DD HH24:MI:SS.FF6 TZHTZM')" if isinstance(value, datetime) else "?"


def bound(value: Any) -> Any:
    """A value as the connector binds it: an instant as a text, which its floats could not hold to the microsecond."""
    if isinstance(value, datetime):
        instant = value.astimezone(UTC) if value.tzinfo else value
        return f"{instant.replace(tzinfo=None).isoformat(' ', 'microseconds')} +0000"
    return Decimal(f"{value:f}") if isinstance(value, Decimal) else value


def _rows(
    connection: SnowflakeConnection, statement: str, values: Sequence[Any] = (), results: Sequence[Column] | None = None
) -> list[Row]:
    """The rows of a statement; of a routine without results, none. What finds the session gone closes it."""
    types = {column.name: column.type for column in results or ()}
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement, tuple(values))
            names = [item.name.lower() for item in cursor.description or ()]
            rows = [] if results is not None and not results else cursor.fetchall()
            return [
                {name: _plain(value, types.get(name)) for name, value in zip(names, row, strict=True)} for row in rows
            ]
    except snowflake.connector.Error as error:
        if error.errno in _LOST:
            connection.close(retry=False)
        raise


def _plain(value: Any, kind: str | None) -> Any:
    """Instants in UTC, and whole numbers as int."""
    if isinstance(value, datetime):
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, Decimal) and kind in ("integer", "bigint"):
        return int(value)
    return value


def _is_statement(text: str) -> bool:
    """Whether there is more than comments."""
    return any(line.strip() and not line.lstrip().startswith("--") for line in text.splitlines())


def _place(settings: Settings, options: Mapping[str, Any]) -> dict[str, Any]:
    """Which account: the host, unless the option `account` says it, and then the host is where it is reached."""
    if not settings.host:
        if "account" in options:
            return {}
        raise SettingsError(
            f"{settings.url} names no account; write snowflake://user:password@account/database?warehouse=name"
        )
    if "account" in options:
        return {"host": settings.host, **({"port": settings.port} if settings.port else {})}
    account = settings.host
    for suffix in _SUFFIXES:
        account = account.removesuffix(suffix)
    return {"account": account, **({} if account == settings.host else {"host": settings.host})}


def _login(settings: Settings) -> dict[str, Any]:
    return {
        "user": settings.user,
        "password": settings.password,
        "database": settings.database,
        "schema": identifier(settings.schema),
    }


def _option(key: str, value: str) -> Any:
    """An option of a URL: the connector wants real booleans, and numbers where it takes numbers."""
    if value.lower() in ("true", "false"):
        return value.lower() == "true"
    return int(value) if value.isdigit() and key.endswith(("_timeout", "_threads", "_frequency")) else value


def _facts(error: Exception) -> tuple[int, str]:
    """Number and text, the text without what the connector puts before it."""
    number = getattr(error, "errno", None)
    text = getattr(error, "raw_msg", None) or getattr(error, "msg", None) or str(error)
    return (number if isinstance(number, int) else 0), str(text).strip()


def _connection_error(error: snowflake.connector.Error, settings: Settings) -> PtdbError:
    number, text = _facts(error)
    if number in _INCOMPLETE:
        return SettingsError(f"{settings.url} does not say all that is needed to log in: {text}")
    if number in _LOGIN:
        return failures.login_refused(settings, text)
    return failures.unreachable(settings, text)


DIALECT = Snowflake()
