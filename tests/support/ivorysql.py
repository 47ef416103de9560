"""IvorySQL in the place of Oracle, by psycopg: the shipped scripts are rewritten by rule where it cannot take them.

What passes here is not thereby valid Oracle. Each rule says what this server lacks; `APPLIED` counts how often one was
needed. Registering this module lets URLs of the scheme ivorysql: name such a server; only the tests know it.
"""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg.abc import Buffer
from psycopg.adapt import Loader
from psycopg.rows import dict_row

from ptdb import dialects, settings
from ptdb.contract import Column, Routine
from ptdb.dialects.base import Row
from ptdb.dialects.oracle import identifier, out_names, plain, returned, statements
from ptdb.dialects.postgresql import PostgreSQL
from ptdb.errors import SchemaNotInstalled, StoreError
from ptdb.settings import Settings
from tests.support import oracle, postgresql, urls
from tests.support.ivorysql_shims import SHIMS, SHIMS_PLSQL
from tests.support.urls import as_role as as_role

SCHEME = "ivorysql"
#: How often each rule was applied in this process.
APPLIED: Counter[str] = Counter()
#: A rewriting of a text, and how often it changed something.
Rewrite = Callable[[str], tuple[str, int]]


def _pattern(pattern: str, replacement: str) -> Rewrite:
    compiled = re.compile(pattern, re.MULTILINE)
    return lambda text: compiled.subn(replacement, text)


def _strict(text: str) -> tuple[str, int]:
    """`SELECT ... INTO`, but not `RETURNING ... INTO`, which minds already."""
    number = 0

    def strict(found: re.Match[str]) -> str:
        nonlocal number
        before = text[: found.start()]
        if before.rfind("SELECT") < max(before.rfind("RETURNING"), before.rfind("FETCH"), before.rfind("EXECUTE")):
            return found[0]
        number += 1
        return "INTO STRICT "

    return re.sub(r"\bINTO (?=[vp]_\w)", strict, text), number


def _row_counts(text: str) -> tuple[str, int]:
    """`v := SQL%ROWCOUNT;`, `SQL%ROWCOUNT = 0` and `SQL%ROWCOUNT > 0`, the forms that the scripts keep to."""
    text, first = re.subn(r"(\w+) := SQL%ROWCOUNT;", r"GET DIAGNOSTICS \1 = ROW_COUNT;", text)
    text, second = re.subn(r"SQL%ROWCOUNT = 0", "NOT FOUND", text)
    text, third = re.subn(r"SQL%ROWCOUNT > 0", "FOUND", text)
    return text, first + second + third


def _collections(text: str) -> tuple[str, int]:
    """A list of texts as a variable, as what a query collects, and as rows."""
    text, first = re.subn(r"(v_\w+) SYS\.ODCIVARCHAR2LIST;", r"\1 text[];", text)
    text, second = re.subn(r"CAST\(COLLECT\(([\w.]+)\) AS SYS\.ODCIVARCHAR2LIST\)", r"array_agg(\1::text)", text)
    text, third = re.subn(r"TABLE\((v_\w+)\) (\w+)", r"unnest(\1) \2 (column_value)", text)
    return text, first + second + third


#: What the rules are called, which says what they are for, in the order in which they are applied.
RULES: dict[str, Rewrite] = {
    "SELECT INTO takes no row for NULLs, unless STRICT": _strict,
    "EXECUTE IMMEDIATE is EXECUTE": _pattern(r"\bEXECUTE IMMEDIATE\b", "EXECUTE"),
    "an object's name in use has a name, no number": _pattern(
        r"WHEN e_name_in_use(?: OR e_already_indexed)? THEN", "WHEN duplicate_table OR duplicate_object THEN"
    ),
    "an object's absence has a name, no number": _pattern(
        r"WHEN e_no_table OR e_no_object THEN", "WHEN undefined_table OR undefined_function THEN"
    ),
    "no PURGE, as there is nothing to purge from": _pattern(r"^(DROP TABLE \w+) PURGE\b", r"\1"),
    "a routine is granted by its kind": _pattern(r"\b(GRANT EXECUTE ON) (\w+ TO)\b", r"\1 PROCEDURE \2"),
    "what a variable grants is granted by its kind": _pattern(
        r"'GRANT ' \|\| granted\.privilege \|\| ' ON '",
        "CASE granted.privilege WHEN 'READ' THEN 'GRANT SELECT ON ' ELSE 'GRANT EXECUTE ON PROCEDURE ' END",
    ),
    "READ is SELECT": _pattern(r"\bGRANT READ ON\b", "GRANT SELECT ON"),
    "MODIFY of a type is ALTER COLUMN TYPE": _pattern(
        r"\bMODIFY (\w+) (VARCHAR2\([^)]*\)|NUMBER(?:\([^)]*\))?)", r"ALTER COLUMN \1 TYPE \2"
    ),
    "MODIFY of anything else is ALTER COLUMN SET": _pattern(
        r"\bMODIFY (\w+) (?=NOT NULL|DEFAULT)", r"ALTER COLUMN \1 SET "
    ),
    "a refusal of a foreign key has a name, no number": _pattern(
        r"WHEN e_child_found THEN", "WHEN foreign_key_violation THEN"
    ),
    "DUP_VAL_ON_INDEX is unique_violation": _pattern(r"\bDUP_VAL_ON_INDEX\b", "unique_violation"),
    "SQL%ROWCOUNT is FOUND or ROW_COUNT": _row_counts,
    "SYS_REFCURSOR is REFCURSOR": _pattern(r"\bSYS_REFCURSOR\b", "REFCURSOR"),
    "a cursor gets a name that FETCH can say": _pattern(
        r"^( *)OPEN p_rows FOR", r"\1p_rows := 'p_rows';\n\1OPEN p_rows FOR"
    ),
    "SYSTIMESTAMP stands still in a transaction": _pattern(r"\bSYSTIMESTAMP\b", "clock_timestamp()"),
    "no SAVEPOINT in a routine: a block with EXCEPTION is one": _pattern(r"^ *(?:ROLLBACK TO )?SAVEPOINT \w+;\n", ""),
    "FOR UPDATE would lock out references, which Oracle's does not": _pattern(r"\bFOR UPDATE\b", "FOR NO KEY UPDATE"),
    "no EXTRACT of an INTERVAL DAY TO SECOND": _pattern(
        r"\bEXTRACT\((DAY|HOUR|MINUTE|SECOND) FROM (v_\w+)\)", r"EXTRACT(\1 FROM \2::text::pg_catalog.interval)"
    ),
    "NLSSORT: the database's collation is the binary one": _pattern(
        r"NLSSORT\((\w+(?:\.\w+)?), 'NLS_SORT=BINARY'\)", r"\1"
    ),
    "LISTAGG knows no overflow": _pattern(r" ON OVERFLOW TRUNCATE", ""),
    "TO_NUMBER has always a point": _pattern(r", 'NLS_NUMERIC_CHARACTERS=''\.,'''", ""),
    "no collections of texts: an array": _collections,
    "IS JSON is always strict": _pattern(r"\bIS JSON STRICT\b", "IS JSON"),
    "a wrapper is named behind its path": _pattern(r"WITH WRAPPER (PATH '[^']*')", r"\1 WITH WRAPPER"),
    "an expression of an index stands in parentheses": _pattern(r"(INDEX \w+ ON \w+ )\((CASE .*? END)\)", r"\1((\2))"),
}

#: Routines that use what this server has nothing like, with other bodies.
STAND_INS = {
    "json_items": """
        CREATE OR REPLACE FUNCTION json_items(p_text IN CLOB) RETURN CLOB
        AUTHID DEFINER
        IS
        BEGIN
            RETURN shims.items_of_json(p_text::text::jsonb)::text;
        END json_items;
        """,
}


class IvorySQL(PostgreSQL):
    """Oracle's dialect as far as this server speaks it."""

    name = "oracle"

    def connect(self, settings: Settings) -> psycopg.Connection[tuple[Any, ...]]:
        connection = super().connect(settings)
        for name, loader in (("number", _NumberLoader), ("oratimestamptz", _InstantLoader)):
            if (info := psycopg.types.TypeInfo.fetch(connection, name)) is not None:
                connection.adapters.register_loader(info.oid, loader)
        return connection

    def call(
        self,
        connection: psycopg.Connection[tuple[Any, ...]],
        schema: str,
        routine: Routine,
        arguments: Mapping[str, object],
    ) -> list[Row]:
        """Calls a routine by named notation; a cursor's rows have to come in the transaction that opened it."""
        outs = ("rows",) if routine.kind == "finder" else out_names(routine)
        given = [f"p_{name} => %s" for name in arguments] + [f"p_{name} => NULL" for name in outs]
        statement = f"CALL {identifier(schema)}.{routine.name}({', '.join(given)})".encode()
        values = [_text(value) for value in arguments.values()]
        types = {column.name: column for column in routine.results}
        kept = connection.transaction() if routine.kind == "finder" else nullcontext()
        with connection.cursor(row_factory=dict_row) as cursor, kept:
            cursor.execute(statement, values)
            row = cursor.fetchone() if cursor.description else None
            if routine.kind != "finder":
                found = list((row or {}).values())
                return [{c.name: returned(c, v) for c, v in zip(routine.results, found, strict=True)}]
            cursor.execute("FETCH ALL IN p_rows")
            return [{name: _typed(types[name], value) for name, value in row.items()} for row in cursor.fetchall()]

    def read(
        self,
        connection: psycopg.Connection[tuple[Any, ...]],
        schema: str,
        view: str,
        filters: Mapping[str, object],
        order: str,
        descending: bool,
        limit: int | None,
    ) -> list[Row]:
        """Reads the rows of a view."""
        statement = f"SELECT * FROM {identifier(schema)}.{view}"
        if filters:
            statement += " WHERE " + " AND ".join(f"{column} = %s" for column in filters)
        statement += f" ORDER BY {order}{' DESC' if descending else ''}"
        if limit is not None:
            statement += f" FETCH FIRST {limit} ROWS ONLY"
        with connection.cursor(row_factory=dict_row) as cursor:
            cursor.execute(statement.encode(), [_text(value) for value in filters.values()])
            return [{name: plain(name, value) for name, value in row.items()} for row in cursor.fetchall()]

    def run_script(self, connection: psycopg.Connection[tuple[Any, ...]], script: str) -> list[str]:
        """Runs a script statement by statement, rewritten; a routine that does not compile ends it.

        Returns the lines that it printed; of a refusal they are in the message.
        """
        notices: list[str] = []
        connection.add_notice_handler(lambda diagnostic: notices.append(diagnostic.message_primary or ""))
        connection.execute("SELECT sys.ora_dbms_output_enable(1000000)")
        is_within = connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE
        for statement in statements(script):
            notices.clear()
            try:
                # Within a transaction, what is printed could not be read behind an error.
                with connection.transaction() if is_within else nullcontext():
                    connection.execute(rewritten(statement).encode())
            except psycopg.errors.RaiseException as error:
                raise StoreError("\n".join([error.diag.message_primary or "", *_printed(connection)])) from error
            if any("compilation error" in notice for notice in notices):
                raise StoreError(f"{statement.strip()[:60]}...: {'; '.join(notices)}")
            note(connection, statement)
        return _printed(connection)

    def store_version(self, connection: psycopg.Connection[tuple[Any, ...]], schema: str) -> str:
        """The version that the store's own get_version says."""
        try:
            row = connection.execute(f"CALL {identifier(schema)}.get_version(NULL)".encode()).fetchone()
        except (psycopg.errors.UndefinedFunction, psycopg.errors.InvalidSchemaName) as error:
            raise SchemaNotInstalled(
                f"the schema {schema!r} has no ptdb; `processtracker setup` installs it"
            ) from error
        except psycopg.Error as error:
            raise self.translate(error) from error
        return str(row[0]) if row else "unknown"


def rewritten(statement: str) -> str:
    """The statement as this server takes it."""
    name = re.search(r"\b(?:PROCEDURE|FUNCTION) (\w+)", statement)
    if name and name[1] in STAND_INS and statement.startswith("CREATE"):
        APPLIED[f"another body of {name[1]}"] += 1
        return STAND_INS[name[1]]
    for rule, rewrite in RULES.items():
        statement, number = rewrite(statement)
        APPLIED[rule] += number
    return statement


def note(connection: psycopg.Connection[Any], statement: str) -> None:
    """Notes the text of a view or a routine, which the server would not keep as it is."""
    made = re.search(r"^CREATE (?:OR REPLACE )?(PROCEDURE|FUNCTION|VIEW) (\w+)", statement, re.MULTILINE)
    if made is None:
        return
    kind, name = made.groups()
    text = statement[made.start(1) :]
    objects = (
        "SELECT oid, pg_get_viewdef(oid) AS made FROM shims.own_class WHERE relname = lower(%(name)s)"
        if kind == "VIEW"
        else "SELECT oid, prosrc AS made FROM shims.own_proc WHERE proname = lower(%(name)s)"
    )
    connection.execute(
        f"INSERT INTO shims.noted (oid, text, made) SELECT oid, %(text)s, made FROM ({objects}) AS found"
        " ON CONFLICT (oid) DO UPDATE SET text = excluded.text, made = excluded.made".encode(),
        {"name": name, "text": text.partition(" AS\n")[2] if kind == "VIEW" else text},
    )


def _printed(connection: psycopg.Connection[Any]) -> list[str]:
    """The lines that statements have put into DBMS_OUTPUT since this was last asked."""
    lines = list[str]()
    while True:
        row = connection.execute("SELECT line, status FROM sys.ora_dbms_output_get_line()").fetchone()
        assert row is not None
        line, status = row.values() if isinstance(row, dict) else row
        if status != 0:
            return lines
        lines.append(line or "")


def connect(url: str) -> psycopg.Connection[tuple[Any, ...]]:
    """A connection in autocommit, as the dialect opens it."""
    return DIALECT.connect(Settings.load(url))


#: A connection that finds the store's tables and routines by their bare names: the schema is the user's own.
within = connect


def select(connection: psycopg.Connection[tuple[Any, ...]], statement: str) -> list[Row]:
    """Runs a statement; its rows, if it has any."""
    with connection.cursor(row_factory=dict_row) as cursor:
        cursor.execute(statement.encode())
        if not cursor.description:
            return []
        return [{name: plain(name, value) for name, value in row.items()} for row in cursor.fetchall()]


@contextmanager
def database(server_url: str) -> Iterator[str]:
    """A new database with the shims, and a schema for a new ordinary role who owns it; its URL for that role."""
    with postgresql.database(_plain(server_url)) as url:
        name = Settings.load(url).user or ""
        with postgresql.connect(postgresql.as_superuser(_plain(server_url), url)) as inside:
            inside.execute(SHIMS.encode())
            for statement in SHIMS_PLSQL:
                inside.execute(statement.encode())
            inside.execute("GRANT EXECUTE ON ALL ROUTINES IN SCHEMA shims TO PUBLIC")
            inside.execute("GRANT EXECUTE ON PACKAGE shims.dbms_utility, shims.utl_i18n, sys.dbms_output TO PUBLIC")
            inside.execute(f"CREATE SCHEMA {name} AUTHORIZATION {name}".encode())
            # In Oracle nobody needs a right on a schema, and nobody has one on another's routine.
            inside.execute(f"GRANT USAGE ON SCHEMA {name} TO PUBLIC".encode())
            inside.execute(f"ALTER DEFAULT PRIVILEGES FOR ROLE {name} REVOKE EXECUTE ON ROUTINES FROM PUBLIC".encode())
            # Oracle's rule where a column and a variable have one name.
            inside.execute(f"ALTER DATABASE {name} SET plisql.variable_conflict = use_column".encode())
            inside.execute(f"ALTER DATABASE {name} SET search_path = {name}, shims, public, sys".encode())
        yield f"{SCHEME}{url.removeprefix('postgresql')}?schema={name}"


def as_superuser(server_url: str, url: str) -> str:
    """The database and the schema of `url`, for the user of `server_url`."""
    return urlunsplit(urlsplit(urls.as_superuser(server_url, url))._replace(query=urlsplit(url).query))


def client(url: str, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs one of the scripts by the driver: there is no client that knows this server and Oracle's commands."""
    return oracle.by_driver(DIALECT, url, script, *arguments)


def begin(connection: psycopg.Connection[Any]) -> None:
    """From now on, what is done belongs together."""
    connection.execute("BEGIN")


def commit(connection: psycopg.Connection[Any]) -> None:
    """Keeps what was done since `begin`."""
    connection.execute("COMMIT")


def objects(url: str) -> list[Row]:
    """All that somebody has put into the schema of `url`."""
    with connect(url) as connection:
        return select(connection, "SELECT object_type AS kind, object_name AS name FROM user_objects ORDER BY 1, 2")


def definitions(url: str) -> list[Row]:
    """What was installed, as the catalogue defines it, the same for two installations of one content."""
    schema = Settings.load(url).schema
    with postgresql.connect(_plain(url)) as connection:
        return connection.execute(
            """
            SELECT p.proname AS name, p.prosrc AS definition, p.proacl::text AS rights
            FROM pg_proc AS p WHERE p.pronamespace = %(schema)s::text::regnamespace
            UNION ALL
            SELECT c.relname, pg_get_viewdef(c.oid), c.relacl::text
            FROM pg_class AS c WHERE c.relnamespace = %(schema)s::text::regnamespace AND c.relkind = 'v'
            UNION ALL
            SELECT i.indexname, i.indexdef, NULL FROM pg_indexes AS i WHERE i.schemaname = %(schema)s::text
            UNION ALL
            SELECT c.conname, pg_get_constraintdef(c.oid), NULL
            FROM pg_constraint AS c WHERE c.connamespace = %(schema)s::text::regnamespace
            ORDER BY 1, 2
            """,
            {"schema": schema},
        ).fetchall()


def grant_role(server_url: str, url: str, login: str, role: str) -> None:
    """A new login, whose password is its name, that has a role."""
    postgresql.grant_role(_plain(server_url), _plain(url), login, role)


def drop_roles(server_url: str, url: str, logins: list[str], roles: list[str]) -> None:
    """Takes logins and roles away, and what they may do in the database of `url`."""
    with postgresql.connect(_plain(as_superuser(server_url, url))) as inside:
        inside.execute(f"DROP OWNED BY {', '.join(logins)}".encode())
    postgresql.drop_roles(_plain(server_url), _plain(url), logins, roles)


def revoke(server_url: str, url: str, privilege: str) -> None:
    """Takes a privilege from the owner of the schema of `url`; here a shim has them."""
    with postgresql.connect(_plain(as_superuser(server_url, url))) as inside:
        inside.execute("DELETE FROM shims.session_privs WHERE privilege = %s", (privilege,))


def take_quota(server_url: str, url: str) -> None:
    """Takes from the owner of the schema of `url` what he may put into his tablespace."""
    revoke(server_url, url, "UNLIMITED TABLESPACE")


def pretend(server_url: str, url: str, version: str, compatible: str) -> None:
    """Lets the server say that it is of another version."""
    with postgresql.connect(_plain(as_superuser(server_url, url))) as inside:
        inside.execute("UPDATE shims.versions SET version = %s, compatible = %s", (version, compatible))


def may_call(url: str) -> set[str]:
    """The routines of ours that a login may call."""
    with postgresql.connect(_plain(url)) as connection:
        rows = connection.execute(
            "SELECT proname FROM pg_proc WHERE pronamespace = %s::regnamespace"
            " AND has_function_privilege(oid, 'EXECUTE')",
            (Settings.load(url).schema,),
        ).fetchall()
    return {str(row["proname"]) for row in rows}


def session_of(connection: psycopg.Connection[Any]) -> int:
    """The server's number for a connection."""
    return connection.info.backend_pid


def sessions(server_url: str, url: str) -> int:
    """How many connections the database of `url` has."""
    return postgresql.sessions(_plain(server_url), _plain(url))


def end_sessions(server_url: str, url: str) -> None:
    """The server ends each connection of the database of `url`."""
    postgresql.end_sessions(_plain(server_url), _plain(url))


IMPATIENT = postgresql.IMPATIENT
HARMLESS_OPTION = postgresql.HARMLESS_OPTION


class _NumberLoader(Loader):
    """NUMBER, as oracledb has it: an int where it is whole."""

    def load(self, data: Buffer) -> int | Decimal:
        value = Decimal(bytes(data).decode())
        return int(value) if value == value.to_integral_value() else value


class _InstantLoader(Loader):
    """TIMESTAMP WITH TIME ZONE, as oracledb has it: without its zone, which in the store is UTC."""

    def load(self, data: Buffer) -> datetime:
        return datetime.fromisoformat(bytes(data).decode().replace(" +00:00", ""))


def _text(value: object) -> str | None:
    """A value as a literal without a type, which then has its parameter's."""
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f +00:00")
    return str(int(value)) if isinstance(value, bool) else str(value)


def _typed(column: Column, value: Any) -> Any:
    if value is None:
        return None
    match column.type:
        case "timestamp":
            return plain(column.name, value)
        case "boolean":
            return bool(int(value))
        case "integer" | "bigint":
            return int(value)
    return value


def _plain(url: str) -> str:
    """The URL that psycopg takes."""
    return url.replace(f"{SCHEME}:", "postgresql:", 1)


DIALECT = IvorySQL()
settings._DIALECTS[SCHEME] = SCHEME
dialects._MODULES[SCHEME] = __name__
