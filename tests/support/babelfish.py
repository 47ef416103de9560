"""Lets Babelfish take the scripts that are written for SQL Server, by rules that are named here."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from ptdb import Settings, Store, contract
from ptdb.dialects import failures
from ptdb.dialects.mssql import DIALECT, _facts
from ptdb.errors import PtdbError

#: What Babelfish cannot take, and what it is given instead.
RULES: dict[str, tuple[str, str]] = {
    "CREATE OR ALTER drops first, and so loses grants": (
        r"\A((?:--[^\n]*\n|\n)*)CREATE OR ALTER (PROCEDURE|VIEW) (\S+)",
        r"DROP \2 IF EXISTS \3;\nGO\n\1CREATE \2 \3",
    ),
    "an OUTPUT argument of NVARCHAR(MAX) is not writable, but one of an alias of it is": (
        r"(@\w+) NVARCHAR\(MAX\)",
        r"\1 [dbo].[ptdb_long_text]",
    ),
    "it calls itself SQL Server 2014": (r"(N'ProductMajorVersion'\) AS INT\)) < 14", r"\1 < 12"),
    "it has one compatibility level, 120": (r"IF @level < 130", r"IF @level < 120"),
    "it keeps a national text in a check as a cast": (r"(= ?)N('{1,2}[A-Z_]+')", r"\1\2"),
    "it keeps a routine's text in its own words": (
        r"COALESCE\(CONVERT\(\s*NVARCHAR\(64\),[^;]*?N'unreadable'\)",
        r"N''",
    ),
    "it names and describes indexes in its own way": (
        r"WHERE \(a\.name IS NULL OR a\.definition <> e\.definition\)",
        "WHERE e.kind <> N'index'"
        " AND (a.name IS NULL OR e.kind NOT IN (N'view', N'routine') AND a.definition <> e.definition)",
    ),
    "it has one binary collation under a name of its own": (
        r"LOWER\(c\.collation_name\)",
        r"REPLACE(LOWER(c.collation_name), N'bbf_unicode_bin2', N'latin1_general_100_bin2')",
    ),
    "its application locks are of the whole server, not of a database (a name that is added)": (
        r"LEFT\(CONCAT\(N'ptdb ',",
        r"LEFT(CONCAT(DB_NAME(), N' ptdb ',",
    ),
    "its application locks are of the whole server, not of a database (an installation)": (
        r"(EXEC @result = sys\.sp_getapplock\s+@Resource = )N'ptdb install'",
        r"DECLARE @resource NVARCHAR(255) = CONCAT(DB_NAME(), N' ptdb install');\n\1@resource",
    ),
    "STRING_ESCAPE escapes each byte of a letter": (
        r"STRING_ESCAPE\(([\w.]+), 'json'\)",
        r"regexp_replace(CAST(to_json(\1) AS NVARCHAR(MAX)) COLLATE Latin1_General_100_BIN2, '^.(.*).$', '\\1')",
    ),
    "it looks for what foreign keys refer to in schemas that are not there, if a session's first table comes after": (
        r"(?s)(PROCEDURE \S+\.start_process_run\n.*?\nAS\n)",
        r"\1DECLARE @first TABLE (id INT);\n",
    ),
    "THROW takes a message as it is": (r"REPLACE\(\s*(CASE [^;]*? END), N'%', N'%%'\s*\)", r"\1"),
}
_OPENJSON = "OPENJSON leaves escapes in texts, forgets a key that comes twice, and mixes up the rows of a WITH"
_PAIR = """
    SELECT
        CAST({key} AS NVARCHAR(4000)) AS [key],
        CAST(json_extract_path_text(json_build_array(pair.value), '0') AS NVARCHAR(MAX)) AS value,
        CASE json_typeof(pair.value)
            WHEN 'null' THEN 0 WHEN 'string' THEN 1 WHEN 'number' THEN 2 WHEN 'boolean' THEN 3 WHEN 'array' THEN 4
            ELSE 5
        END AS type
    FROM {pairs}(CAST(CASE json_typeof(CAST(@json AS json)) WHEN '{kind}' THEN @json ELSE '{none}' END AS json)) AS pair
"""
_PAIRS = "UNION ALL".join(
    (
        _PAIR.format(key="pair.[key]", pairs="json_each", kind="object", none="{}"),
        _PAIR.format(
            key="ROW_NUMBER() OVER (ORDER BY (SELECT NULL)) - 1", pairs="json_array_elements", kind="array", none="[]"
        ),
    )
)
_tests = itertools.count(1)
# What each session begins with, in one statement.
_BEGINNING = """
    DECLARE @first TABLE (id INT);
    INSERT INTO @first (id) VALUES (1);
    SELECT
        set_config('enable_hashjoin', 'off', false),
        set_config('enable_seqscan', 'off', false),
        set_config('enable_bitmapscan', 'off', false);
"""
_ALIAS = "IF TYPE_ID(N'[dbo].[ptdb_long_text]') IS NULL CREATE TYPE [dbo].[ptdb_long_text] FROM NVARCHAR(MAX);"


def rewritten(batch: str) -> tuple[str, list[str]]:
    """A batch that Babelfish takes, and the rules that were applied."""
    applied = []
    for rule, (pattern, replacement) in RULES.items():
        batch, number = re.subn(pattern, replacement, batch)
        if number:
            applied.append(rule)
    called = _with_functions(batch)
    return called, applied + [_OPENJSON] * (called != batch)


def functions() -> dict[str, str]:
    """What stands for each OPENJSON of the shipped files: functions of PostgreSQL's own JSON, by their names."""
    found: dict[str, str] = {}
    for file in sorted((contract.sql_folder() / "mssql").rglob("*.sql")):
        text = file.read_text()
        for call in re.finditer(r"\bOPENJSON\(", text):
            name, body, _ = _function(text, _closing(text, call.end()))
            found[name] = body
    return found


def _with_functions(batch: str) -> str:
    """Each OPENJSON as a call of the function that stands for it."""
    found = re.search(r"\bOPENJSON\(", batch)
    if found is None:
        return batch
    end = _closing(batch, found.end())
    name, _, behind = _function(batch, end)
    argument, rest = (_with_functions(text) for text in (batch[found.end() : end], batch[behind:]))
    return f"{batch[: found.start()]}[master].[dbo].[{name}]({argument}{rest}"


def _function(text: str, end: int) -> tuple[str, str, int]:
    """The function for the OPENJSON whose parenthesis closes before `end`, its body, and the place behind the WITH."""
    columns = re.match(r"\s*WITH\s*\(", text[end:])
    body = _PAIRS
    if columns is not None:
        start, end = end + columns.end(), _closing(text, end + columns.end())
        listed = re.findall(r"(\w+) (\w+(?:\([^)]*\))?) '\$\.(\w+)'", text[start : end - 1])
        selected = ", ".join(
            f"CAST(json_extract_path_text(item.value, '{key}') AS {kind}) AS {name}" for name, kind, key in listed
        )
        body = f"SELECT {selected} FROM json_array_elements(CAST(@json AS json)) AS item"
    return f"ptdb_json_{hashlib.sha256(body.encode()).hexdigest()[:12]}", body, end


def _closing(text: str, start: int) -> int:
    """The place behind the parenthesis that closes the one before start."""
    depth = 1
    while depth:
        depth += {"(": 1, ")": -1}.get(text[start], 0)
        start += 1
    return start


def prepare() -> None:
    """From now on, what the installer runs is rewritten, and a session has its temporary schema from the beginning.

    When that comes later, with the first table variable, Babelfish looks for what foreign keys refer to in schemas
    that are not there. Without hash joins and scans, rows are locked in the order of their keys, as the hints LOOP
    JOIN and FORCE ORDER say, which Babelfish ignores. What it refuses for want of rights, it refuses without SQL
    Server's number.
    """
    run, connect, translate = DIALECT.run_script, DIALECT.connect, DIALECT.translate

    def run_script(connection: Any, script: str) -> list[str]:
        parts = [_ALIAS, *re.split(r"(?m)^GO$", script)]
        return run(connection, "\nGO\n".join(rewritten(part)[0] for part in parts))

    def connected(settings: Settings) -> Any:
        connection = connect(settings)
        connection.execute(_BEGINNING).close()
        return connection

    def translated(error: Exception) -> PtdbError:
        number, _, text = _facts(error)
        return failures.not_permitted(text) if number == 33557097 and "permission denied" in text else translate(error)

    DIALECT.run_script, DIALECT.connect = run_script, connected  # type: ignore[method-assign]
    DIALECT.translate = translated  # type: ignore[method-assign]


def is_prepared() -> bool:
    """Whether this process is prepared."""
    return "connect" in vars(DIALECT)


def rest(store: Store) -> None:
    """Ends a store's session now and then.

    With each table variable, at its begin and its end, Babelfish looks through all plans of the session: one that has
    called everything is several times as slow as a new one.
    """
    if not next(_tests) % 10:
        store.close()


@contextmanager
def loader(server: Settings) -> Iterator[None]:
    """Within it, this process is prepared; and the server, by a user who may do anything there, for good."""
    prepare()
    try:
        with closing(DIALECT.connect(server)) as connection:
            _make_functions(connection)
        yield
    finally:
        del DIALECT.run_script, DIALECT.connect, DIALECT.translate


def _make_functions(connection: Any) -> None:
    """Those of `functions` that the server has not yet: in master, from where each database can call them."""
    for name, body in functions().items():
        if connection.execute("SELECT OBJECT_ID(?)", f"[dbo].[{name}]").fetchval() is None:
            statement = f"CREATE FUNCTION [dbo].[{name}] (@json NVARCHAR(MAX)) RETURNS TABLE AS RETURN ({body})"
            connection.execute(statement).close()
            connection.execute(f"GRANT EXECUTE ON [dbo].[{name}] TO PUBLIC").close()
