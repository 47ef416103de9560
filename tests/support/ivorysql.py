"""IvorySQL in the place of Oracle, by psycopg: the shipped scripts are rewritten by rule where it cannot take them.

What passes here is not thereby valid Oracle. Each rule says what this server lacks; `APPLIED` counts how often one was
needed. Registering this module lets URLs of the scheme ivorysql: name such a server; only the tests know it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import psycopg
from psycopg.abc import Buffer
from psycopg.adapt import Loader
from psycopg.rows import dict_row

from ptdb import contract, dialects, settings
from ptdb.contract import Column, Routine
from ptdb.dialects.base import Row
from ptdb.dialects.oracle import identifier, out_names, plain, returned, statements
from ptdb.dialects.postgresql import PostgreSQL
from ptdb.errors import PtdbError, SchemaNotInstalled, StoreError
from ptdb.settings import Settings
from tests.support import postgresql

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
        r"WHEN e_name_in_use OR e_already_indexed THEN", "WHEN duplicate_table OR duplicate_object THEN"
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
            RETURN shims.json_items(p_text::text::jsonb)::text;
        END json_items;
        """,
}

#: What every database of the tests has beside the store, in a schema of its own, as Oracle has it of itself.
SHIMS = """
    CREATE SCHEMA shims;
    GRANT USAGE ON SCHEMA shims TO PUBLIC;
    CREATE FUNCTION shims.refuse(p_number integer, p_message text) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION USING MESSAGE = p_message,
            ERRCODE = CASE WHEN p_number = -20000 THEN 'P0001' ELSE 'PT' || lpad((-20000 - p_number)::text, 3, '0') END;
    END $$;
    CREATE FUNCTION shims.json_items(p_json jsonb) RETURNS jsonb LANGUAGE sql AS $$
        SELECT coalesce(jsonb_agg(
            jsonb_build_object('m', item.is_member, 'n', item.name, 't', item.kind)
            || CASE WHEN item.kind IN ('array', 'object')
                THEN jsonb_build_object('v', shims.json_items(item.value)) ELSE '{}' END
            ORDER BY item.at
        ), '[]')
        FROM (
            SELECT 0 AS is_member, element.value #>> '{}' AS name, element.at, element.value,
                CASE WHEN jsonb_typeof(element.value) IN ('array', 'object', 'string')
                    THEN jsonb_typeof(element.value) ELSE 'other' END AS kind
            FROM jsonb_array_elements(CASE jsonb_typeof(p_json) WHEN 'array' THEN p_json END)
                WITH ORDINALITY AS element (value, at)
            UNION ALL
            SELECT 1, member.key, 0, member.value,
                CASE WHEN jsonb_typeof(member.value) IN ('array', 'object', 'string')
                    THEN jsonb_typeof(member.value) ELSE 'other' END
            FROM jsonb_each(CASE jsonb_typeof(p_json) WHEN 'object' THEN p_json END) AS member (key, value)
        ) AS item
    $$;
    CREATE VIEW shims.session_privs AS
        SELECT 'CREATE ' || kind AS privilege
        FROM unnest(ARRAY['TABLE', 'SEQUENCE', 'VIEW', 'PROCEDURE']) AS known (kind);
    CREATE VIEW shims.user_errors AS
        SELECT upper(proname::text) AS name, 'ROUTINE' AS type, 1 AS sequence, 0 AS line, 0 AS position,
            'does not compile' AS text
        FROM pg_proc WHERE prostatus = 'i';
    GRANT SELECT ON ALL TABLES IN SCHEMA shims TO PUBLIC;
"""
#: The same, in this server's own PL/SQL.
SHIMS_PLSQL = [
    """
    CREATE PROCEDURE shims.raise_application_error(p_number IN NUMBER, p_message IN VARCHAR2) AUTHID CURRENT_USER IS
    BEGIN
        PERFORM shims.refuse(p_number::integer, p_message::text);
    END;
    """,
    """
    CREATE PACKAGE shims.dbms_db_version IS
        version NUMBER := 12;
        release NUMBER := 2;
    END;
    """,
]


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
        """Calls a routine by named notation, in a transaction of its own where rows come through a cursor."""
        outs = ("rows",) if routine.kind == "finder" else out_names(routine)
        given = [f"p_{name} => %s" for name in arguments] + [f"p_{name} => NULL" for name in outs]
        statement = f"CALL {identifier(schema)}.{routine.name}({', '.join(given)})".encode()
        values = [_text(value) for value in arguments.values()]
        types = {column.name: column for column in routine.results}
        with connection.cursor(row_factory=dict_row) as cursor, connection.transaction():
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
        """Runs a script statement by statement, rewritten; a routine that does not compile ends it."""
        notices: list[str] = []
        connection.add_notice_handler(lambda diagnostic: notices.append(diagnostic.message_primary or ""))
        for statement in statements(script):
            notices.clear()
            connection.execute(rewritten(statement).encode())
            if any("compilation error" in notice for notice in notices):
                raise StoreError(f"{statement.strip()[:60]}...: {'; '.join(notices)}")
        return []

    def store_version(self, connection: psycopg.Connection[tuple[Any, ...]], schema: str) -> str:
        """The version that the store's own get_version says."""
        try:
            row = connection.execute(f"CALL {identifier(schema)}.get_version(NULL)".encode()).fetchone()
        except (psycopg.errors.UndefinedFunction, psycopg.errors.InvalidSchemaName) as error:
            raise SchemaNotInstalled(f"the schema {schema!r} has no ptdb") from error
        return str(row[0]) if row else "unknown"

    def translate(self, error: Exception) -> PtdbError:
        """By the SQLSTATE that the shim of RAISE_APPLICATION_ERROR gives, else as PostgreSQL."""
        return super().translate(error)


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


def connect(url: str) -> psycopg.Connection[tuple[Any, ...]]:
    """A connection in autocommit, as the dialect opens it."""
    return DIALECT.connect(Settings.load(url))


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
            inside.execute("GRANT EXECUTE ON PACKAGE shims.dbms_db_version, sys.dbms_output TO PUBLIC")
            inside.execute(f"CREATE SCHEMA {name} AUTHORIZATION {name}".encode())
            # Oracle's rule where a column and a variable have one name.
            inside.execute(f"ALTER DATABASE {name} SET plisql.variable_conflict = use_column".encode())
            inside.execute(f"ALTER DATABASE {name} SET search_path = {name}, shims, public, sys".encode())
        yield f"{SCHEME}{url.removeprefix('postgresql')}?schema={name}"


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
# Until the contract claims the dialect for its parts, here it has what is there.
for _part, _claiming in contract.load().parts.items():
    contract.load().parts[_part] = tuple(dict.fromkeys((*_claiming, "oracle")))  # type: ignore[index]
settings._DIALECTS[SCHEME] = SCHEME
dialects._MODULES[SCHEME] = __name__
