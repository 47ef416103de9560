"""Lets Babelfish take the scripts that are written for SQL Server, by rules that are named here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ptdb import Settings
from ptdb.dialects.mssql import DIALECT

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
    "it has one compatibility level": (r"IF @level < 140", r"IF @level < 0"),
    "it keeps a routine's text in its own words": (
        r"LOWER\(CONVERT\(\s*NVARCHAR\(64\),[^;]*?\n            2\n        \)\)",
        r"N''",
    ),
    "it names and describes indexes in its own way": (
        r"WHERE a\.name IS NULL OR a\.definition <> e\.definition",
        "WHERE e.kind <> N'index' AND (a.name IS NULL"
        " OR e.kind NOT IN (N'view', N'routine') AND a.definition <> e.definition)",
    ),
    "it has one binary collation under a name of its own": (
        r"LOWER\(c\.collation_name\)",
        r"REPLACE(LOWER(c.collation_name), N'bbf_unicode_bin2', N'latin1_general_100_bin2')",
    ),
    "THROW takes a message as it is": (r"REPLACE\(\s*(CASE [^;]*? END), N'%', N'%%'\s*\)", r"\1"),
}
_ALIAS = "IF TYPE_ID(N'[dbo].[ptdb_long_text]') IS NULL CREATE TYPE [dbo].[ptdb_long_text] FROM NVARCHAR(MAX);"


def rewritten(batch: str) -> tuple[str, list[str]]:
    """A batch that Babelfish takes, and the rules that were applied."""
    applied = []
    for rule, (pattern, replacement) in RULES.items():
        batch, number = re.subn(pattern, replacement, batch)
        if number:
            applied.append(rule)
    return batch, applied


@contextmanager
def loader() -> Iterator[None]:
    """Within it, what the installer runs is rewritten, and a session has its temporary schema from the beginning.

    When that comes later, with the first table variable, Babelfish looks for what foreign keys refer to in schemas
    that are not there.
    """
    run, connect = DIALECT.run_script, DIALECT.connect

    def run_script(connection: Any, script: str) -> list[str]:
        parts = [_ALIAS, *re.split(r"(?m)^GO$", script)]
        return run(connection, "\nGO\n".join(rewritten(part)[0] for part in parts))

    def connected(settings: Settings) -> Any:
        connection = connect(settings)
        connection.execute("DECLARE @first TABLE (id INT); INSERT INTO @first (id) VALUES (1);").close()
        return connection

    DIALECT.run_script, DIALECT.connect = run_script, connected  # type: ignore[method-assign]
    try:
        yield
    finally:
        del DIALECT.run_script, DIALECT.connect
