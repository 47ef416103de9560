"""Where the demo's data go: a schema `lahman` with a table for each kind of file. This is what a user would write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, LiteralString

import psycopg
from psycopg import sql

from ptdb.demo.archive import Archive
from ptdb.errors import LocationNotFound, RunAlreadyRunning, SettingsError

Connection = psycopg.Connection[tuple[Any, ...]]

SCHEMA = "lahman"
# By this the demo knows its own schema from one of the same name that holds somebody's work.
_MARK = "Tables of ptdb demo. DROP SCHEMA lahman CASCADE removes them."
_LOCK = 7_083_200_871
_CHUNK = 64 * 1024  # bytes


@dataclass(frozen=True)
class Table:
    """A table and the files that it is loaded from.

    Attributes:
        key: columns of the primary key.
        types: types of the columns that are no integers.
        parents: tables that rows of this one refer to, with the columns that do.
        low, high: the first and the last day in the data, as SQL.
    """

    name: str
    key: tuple[str, ...]
    types: Mapping[str, LiteralString]
    parents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    low: LiteralString = "make_date(min(yearid), 1, 1)"
    high: LiteralString = "make_date(max(yearid), 12, 31)"

    @property
    def identifier(self) -> sql.Identifier:
        """The table's name in SQL."""
        return sql.Identifier(SCHEMA, self.name.lower())


@dataclass(frozen=True)
class Loaded:
    """What became of a file's rows, and the first and the last day in them as ISO texts."""

    rows: int
    inserted: int
    updated: int
    low: str
    high: str


def _texts(columns: str) -> dict[str, LiteralString]:
    return dict.fromkeys(columns.split(), "text")


TEAMS = Table(
    "Teams",
    key=("yearid", "teamid"),
    types=_texts("lgid teamid franchid divid divwin wcwin lgwin wswin name park teamidbr teamidlahman45 teamidretro")
    | {"era": "numeric", "fp": "numeric"},
)
PEOPLE = Table(
    "People",
    key=("playerid",),
    types=_texts(
        "playerid birthcountry birthstate birthcity deathcountry deathstate deathcity"
        " namefirst namelast namegiven bats throws retroid bbrefid"
    )
    | {"debut": "date", "finalgame": "date"},
    low="min(debut)",
    high="max(finalgame)",
)
BATTING = Table(
    "Batting",
    key=("playerid", "yearid", "stint"),
    types=_texts("playerid teamid lgid"),
    parents={"Teams": ("yearid", "teamid"), "People": ("playerid",)},
)
MANAGERS = Table(
    "Managers",
    key=("yearid", "teamid", "inseason"),
    types=_texts("playerid teamid lgid plyrmgr"),
)
TABLES = (TEAMS, PEOPLE, BATTING, MANAGERS)


@contextmanager
def alone(connection: Connection) -> Iterator[None]:
    """Keeps a second demo out of this store, which would take the first one's runs for left-overs.

    The lock is a transaction's, so that it ends with it whatever happens, and also behind a connection pooler.

    Raises:
        RunAlreadyRunning: another demo is running.
    """
    with connection.transaction():
        # A killed demo's session may need a moment to notice.
        connection.execute("SET LOCAL lock_timeout = '5s'")
        connection.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        try:
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        except psycopg.errors.LockNotAvailable as error:
            raise RunAlreadyRunning("the demo is running on this data store; wait until it has ended") from error
        yield


def create(connection: Connection, archive: Archive) -> None:
    """Creates the tables that are not there, with the columns that the data have.

    Raises:
        SettingsError: there is a schema of the name that is not the demo's.
    """
    with connection.transaction():
        mark = connection.execute(
            "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = %s", (SCHEMA,)
        ).fetchone()
        if mark is None:
            connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(SCHEMA)))
            connection.execute(sql.SQL("COMMENT ON SCHEMA {} IS {}").format(sql.Identifier(SCHEMA), _MARK))
        elif mark[0] != _MARK:
            raise SettingsError(
                f"the database has a schema {SCHEMA!r} that is not the demo's, which leaves it alone; "
                "run the demo on another data store: PTDB_URL=embedded: ptdb demo"
            )
        for table in TABLES:
            if not _exists(connection, table):
                connection.execute(_definition(table, archive.header(table.name)))


def load(connection: Connection, table: Table, path: Path, advance: Callable[[int], None] | None = None) -> Loaded:
    """Loads a CSV file as a whole or not at all. Rows that the table has already are brought up to date.

    Args:
        advance: is told how many bytes more were sent.

    Raises:
        LocationNotFound: the file cannot be read.
        psycopg.DataError: the file is damaged.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LocationNotFound(f"the file {path} cannot be read: {error.strerror}") from error
    columns = [name.lower() for name in data.partition(b"\n")[0].decode().strip().split(",")]
    names = _names(columns)
    staged = sql.Identifier("pg_temp", table.name.lower())
    with connection.transaction(), connection.cursor() as cursor:
        cursor.execute(
            sql.SQL("CREATE TEMPORARY TABLE {} (LIKE {}) ON COMMIT DROP").format(
                sql.Identifier(table.name.lower()), table.identifier
            )
        )
        statement = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv, HEADER, ENCODING 'UTF8')").format(staged, names)
        with cursor.copy(statement) as copy:
            for start in range(0, len(data), _CHUNK):
                copy.write(data[start : start + _CHUNK])
                if advance:
                    advance(len(data[start : start + _CHUNK]))
        rows = cursor.rowcount
        inserted, updated, low, high = cursor.execute(
            sql.SQL(
                "WITH written AS ("
                " INSERT INTO {target} AS t ({names}) SELECT {names} FROM {staged}"
                " ON CONFLICT ({key}) DO UPDATE SET ({names}) = ROW({new})"
                " WHERE ({old}) IS DISTINCT FROM ({new})"
                " RETURNING xmax = 0 AS is_new)"
                " SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new),"
                " (SELECT ({low})::text FROM {staged}), (SELECT ({high})::text FROM {staged}) FROM written"
            ).format(
                target=table.identifier,
                staged=staged,
                names=names,
                key=_names(table.key),
                old=_names(columns, "t"),
                new=_names(columns, "excluded"),
                low=sql.SQL(table.low),
                high=sql.SQL(table.high),
            )
        ).fetchone() or (0, 0, "", "")
    return Loaded(rows, inserted, updated, low, high)


def is_empty(connection: Connection, table: Table) -> bool:
    """Whether a table has no row."""
    row = connection.execute(sql.SQL("SELECT EXISTS (SELECT FROM {})").format(table.identifier)).fetchone()
    return not (row and row[0])


def count(connection: Connection, table: Table) -> int:
    """How many rows a table has."""
    row = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(table.identifier)).fetchone()
    return int(row[0]) if row else 0


def _exists(connection: Connection, table: Table) -> bool:
    found = connection.execute(
        "SELECT FROM pg_tables WHERE schemaname = %s AND tablename = %s", (SCHEMA, table.name.lower())
    )
    return found.rowcount > 0


def _definition(table: Table, header: list[str]) -> sql.Composed:
    columns = [name.lower() for name in header]
    lines: list[sql.Composable] = [
        sql.SQL("{} {}").format(sql.Identifier(name), sql.SQL(table.types.get(name, "integer"))) for name in columns
    ]
    lines.append(sql.SQL("PRIMARY KEY ({})").format(_names(table.key)))
    for parent, key in table.parents.items():
        target = sql.Identifier(SCHEMA, parent.lower())
        lines.append(sql.SQL("FOREIGN KEY ({}) REFERENCES {}").format(_names(key), target))
    return sql.SQL("CREATE TABLE {} ({})").format(table.identifier, sql.SQL(", ").join(lines))


def _names(columns: tuple[str, ...] | list[str], table: str | None = None) -> sql.Composed:
    return sql.SQL(", ").join(sql.Identifier(table, name) if table else sql.Identifier(name) for name in columns)
