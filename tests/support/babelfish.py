"""Lets Babelfish take the scripts that are written for SQL Server, by rules that are named here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ptdb import Settings
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
    "THROW takes a message as it is": (r"REPLACE\(\s*(CASE [^;]*? END), N'%', N'%%'\s*\)", r"\1"),
}
_UNESCAPED = "OPENJSON leaves the escapes in the texts that it reads"
_ESCAPES = {"\\\\": 1, '\\"': 34, "\\b": 8, "\\t": 9, "\\n": 10, "\\f": 12, "\\r": 13}
_ALIAS = "IF TYPE_ID(N'[dbo].[ptdb_long_text]') IS NULL CREATE TYPE [dbo].[ptdb_long_text] FROM NVARCHAR(MAX);"


def rewritten(batch: str) -> tuple[str, list[str]]:
    """A batch that Babelfish takes, and the rules that were applied."""
    applied = []
    for rule, (pattern, replacement) in RULES.items():
        batch, number = re.subn(pattern, replacement, batch)
        if number:
            applied.append(rule)
    unescaped = _with_unescaped_texts(batch)
    return unescaped, applied + [_UNESCAPED] * (unescaped != batch)


def _with_unescaped_texts(batch: str) -> str:
    """Each OPENJSON as a query of it that takes the escapes out of its texts."""
    found = re.search(r"\bOPENJSON\(", batch)
    if found is None:
        return batch
    end = _closing(batch, found.end())
    columns = re.match(r"\s*WITH\s*\(", batch[end:])
    if columns is None:
        selected = f"[key], CASE WHEN type = 1 THEN {_unescaped('value')} ELSE value END AS value, type"
    else:
        start, end = end + columns.end(), _closing(batch, end + columns.end())
        listed = [column.split() for column in re.split(r",(?![^(]*\))", batch[start : end - 1])]
        selected = ", ".join(
            f"{_unescaped(words[0])} AS {words[0]}" if "NVARCHAR" in words[1] and words[-1] != "JSON" else words[0]
            for words in listed
        )
    call = "OPENJSON(" + _with_unescaped_texts(batch[found.end() : end])
    alias = "" if re.match(r"\s+AS\b", batch[end:]) else " AS json"
    return f"{batch[: found.start()]}(SELECT {selected} FROM {call}){alias}{_with_unescaped_texts(batch[end:])}"


def _unescaped(text: str) -> str:
    for escape, code in _ESCAPES.items():
        text = f"REPLACE({text}, N'{escape}', NCHAR({code}))"
    return f"REPLACE({text}, NCHAR(1), N'\\')"


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
    that are not there. What Babelfish refuses for want of rights, it refuses without SQL Server's number.
    """
    run, connect, translate = DIALECT.run_script, DIALECT.connect, DIALECT.translate

    def run_script(connection: Any, script: str) -> list[str]:
        parts = [_ALIAS, *re.split(r"(?m)^GO$", script)]
        return run(connection, "\nGO\n".join(rewritten(part)[0] for part in parts))

    def connected(settings: Settings) -> Any:
        connection = connect(settings)
        connection.execute("DECLARE @first TABLE (id INT); INSERT INTO @first (id) VALUES (1);").close()
        return connection

    def translated(error: Exception) -> PtdbError:
        number, _, text = _facts(error)
        return failures.not_permitted(text) if number == 33557097 and "permission denied" in text else translate(error)

    DIALECT.run_script, DIALECT.connect = run_script, connected  # type: ignore[method-assign]
    DIALECT.translate = translated  # type: ignore[method-assign]


@contextmanager
def loader() -> Iterator[None]:
    """Within it, this process is prepared."""
    prepare()
    try:
        yield
    finally:
        del DIALECT.run_script, DIALECT.connect, DIALECT.translate
