"""PostgreSQL, and the embedded store, by psycopg 3."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from ptdb import embedded
from ptdb.contract import Routine
from ptdb.dialects import failures
from ptdb.dialects.base import Row
from ptdb.dialects.sockets import has_input
from ptdb.errors import (
    BY_CODE,
    AuthenticationFailed,
    DriverMissing,
    InvalidArgument,
    PtdbError,
    SchemaNotInstalled,
    StoreError,
    StoreUnavailable,
)
from ptdb.settings import Settings

try:
    import psycopg
    from psycopg import errors as pg
    from psycopg import sql
    from psycopg.abc import Buffer
    from psycopg.adapt import Loader
    from psycopg.conninfo import make_conninfo
    from psycopg.pq import Format
    from psycopg.rows import dict_row, tuple_row
except ImportError as error:
    raise DriverMissing(
        f"a PostgreSQL store needs the package psycopg ({error}): pip install 'ptdb-sql[postgresql]'"
    ) from error

Connection = psycopg.Connection[tuple[Any, ...]]


class PostgreSQL:
    """The dialect of PostgreSQL 14 and later."""

    name = "postgresql"
    driver_error: type[Exception] = psycopg.Error

    def connect(self, settings: Settings) -> Connection:
        """Opens a connection; the embedded store's server is started when it does not answer."""
        if settings.dialect == "embedded":
            try:
                return _open(embedded.locate(settings.folder).conninfo)
            except psycopg.OperationalError:
                return _open(embedded.start(settings.folder).conninfo)
        parameters: dict[str, Any] = dict(settings.options)
        given = {
            "host": settings.host,
            "port": settings.port,
            "user": settings.user,
            "password": settings.password,
            "dbname": settings.database,
        }
        parameters.update({key: value for key, value in given.items() if value is not None})
        parameters.setdefault("application_name", "ptdb")
        parameters.setdefault("connect_timeout", 10)
        try:
            return _open(parameters)
        except psycopg.OperationalError as error:
            raise _connection_error(error, settings) from error
        except psycopg.Error as error:
            raise StoreUnavailable(f"the data store {settings.url} cannot be opened: {_text(error)}") from error

    def call(self, connection: Connection, schema: str, routine: Routine, arguments: Mapping[str, object]) -> list[Row]:
        """Calls a routine by named notation; what is not given takes the routine's own default."""
        statement = _call_statement(schema, routine.name, tuple(arguments))
        with connection.cursor(row_factory=dict_row, binary=True) as cursor:
            cursor.execute(statement, tuple(arguments.values()))
            return cursor.fetchall()

    def read(
        self,
        connection: Connection,
        schema: str,
        view: str,
        filters: Mapping[str, object],
        order: str,
        descending: bool,
        limit: int | None,
    ) -> list[Row]:
        """Reads the rows of a view."""
        statement = sql.SQL("SELECT * FROM {}").format(sql.Identifier(schema.replace("%", "%%"), view))
        if filters:
            conditions = [sql.SQL("{} = %s").format(sql.Identifier(column)) for column in filters]
            statement += sql.SQL(" WHERE ") + sql.SQL(" AND ").join(conditions)
        direction = sql.SQL(" DESC" if descending else "")
        statement += sql.SQL(" ORDER BY {}{} LIMIT %s").format(sql.Identifier(order), direction)
        with connection.cursor(row_factory=dict_row, binary=True) as cursor:
            return cursor.execute(statement, (*filters.values(), limit)).fetchall()

    def run_script(self, connection: Connection, script: str) -> list[str]:
        """Runs a script as one simple query, so that its own BEGIN and COMMIT count."""
        notices: list[str] = []

        def note(diagnostic: pg.Diagnostic) -> None:
            notices.append(diagnostic.message_primary or "")

        connection.add_notice_handler(note)
        try:
            connection.execute(script.encode())
        finally:
            connection.remove_notice_handler(note)
            if connection.info.transaction_status:
                connection.rollback()
        return notices

    def store_version(self, connection: Connection, schema: str) -> str:
        """The version that the store's own get_version says."""
        with connection.cursor(row_factory=tuple_row) as cursor:
            try:
                row = cursor.execute(_call_statement(schema, "get_version", ()), ()).fetchone()
            except (pg.UndefinedFunction, pg.InvalidSchemaName) as error:
                found = cursor.execute(
                    "SELECT 1 FROM pg_class AS c INNER JOIN pg_namespace AS n ON n.oid = c.relnamespace"
                    " WHERE n.nspname = %s AND c.relname = 'process_tracking'",
                    (schema,),
                ).fetchone()
                reason = (
                    "holds an older store, which has to be upgraded; `processtracker upgrade` does that"
                    if found
                    else "has no ptdb; `processtracker setup` installs it, or sql/postgresql/install.sql by psql"
                )
                raise SchemaNotInstalled(f"the schema {schema!r} of {_place(connection)} {reason}") from error
            except psycopg.Error as error:
                raise self.translate(error) from error
        return str(row[0]) if row else "unknown"

    def is_usable(self, connection: Connection) -> bool:
        """Whether the socket is open and silent: between calls a server only speaks to say that it goes."""
        if connection.closed:
            return False
        try:
            # A server that goes says why first; the end of the stream comes behind that.
            while has_input(connection.fileno()):
                connection.pgconn.consume_input()
        except (psycopg.Error, OSError, ValueError):
            return False
        return not connection.closed

    def translate(self, error: Exception) -> PtdbError:
        """By the SQLSTATE; the message is the server's first line."""
        state = getattr(error, "sqlstate", None) or ""
        text = _text(error)
        if state in BY_CODE:
            return BY_CODE[state](text)
        if isinstance(error, pg.RaiseException):
            return StoreError(text)
        if isinstance(error, pg.InsufficientPrivilege):
            return failures.not_permitted(text)
        if isinstance(error, (pg.UndefinedFunction, pg.InvalidSchemaName, pg.UndefinedTable)):
            return failures.not_installed(text)
        if isinstance(error, (pg.StringDataRightTruncation, pg.CheckViolation, pg.NumericValueOutOfRange)):
            return failures.not_storable(text)
        if isinstance(error, (psycopg.OperationalError, psycopg.InterfaceError)) and not state:
            return failures.lost(text)
        if state[:2] == "08" or state.startswith("57P"):
            return StoreUnavailable(f"the data store went away: {text}")
        if state == "54000":
            return InvalidArgument(
                f"PT011: a name has more bytes than an index of the database holds; shorten it: {text}"
            )
        if state in ("22P05", "22021"):
            return InvalidArgument(f"PT011: the database's encoding has no character for a text: {text}")
        if state in ("40001", "40P01", "55P03", "57014"):
            return failures.broken_off(text)
        return failures.unknown(text)


class _InstantLoader(Loader):
    """Instants in UTC, whatever the session's time zone, in which the year may be another."""

    format = Format.BINARY

    def load(self, data: Buffer) -> datetime:
        return datetime(2000, 1, 1, tzinfo=UTC) + timedelta(microseconds=int.from_bytes(data, "big", signed=True))


def _open(parameters: Mapping[str, Any]) -> Connection:
    # As one text, so that the options of a URL are libpq's, and not arguments of psycopg.connect.
    text = make_conninfo(**{**parameters, "client_encoding": "UTF8"})
    # No prepared statements: they would be session state, which a connection pooler loses, and an extra round trip.
    connection = psycopg.connect(text, autocommit=True, prepare_threshold=None)
    connection.adapters.register_loader("timestamptz", _InstantLoader)
    return connection


@lru_cache(maxsize=512)
def _call_statement(schema: str, routine: str, parameters: tuple[str, ...]) -> bytes:
    arguments = sql.SQL(", ").join(sql.SQL("{} => %s").format(sql.Identifier(f"p_{name}")) for name in parameters)
    text = sql.SQL("SELECT * FROM {}({})").format(sql.Identifier(schema.replace("%", "%%"), routine), arguments)
    return text.as_bytes(None)


def _connection_error(error: psycopg.OperationalError, settings: Settings) -> StoreError:
    text = _text(error)
    if "no password supplied" in text:
        return AuthenticationFailed(f"{settings.url} wants a password for {settings.user!r}; give one: {text}")
    if (error.pgconn is not None and error.pgconn.used_password) or "authentication failed" in text:
        return failures.login_refused(settings, text)
    return failures.unreachable(settings, text)


def _text(error: Exception) -> str:
    primary = error.diag.message_primary if isinstance(error, psycopg.Error) else None
    return primary or " ".join(str(error).split())


def _place(connection: Connection) -> str:
    return f"database {connection.info.dbname!r}"


DIALECT = PostgreSQL()
