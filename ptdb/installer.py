"""Installs, checks and removes ptdb in a database, by the same files that a DBA runs with the vendor's client."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from ptdb import contract, dialects
from ptdb.dialects.base import Dialect
from ptdb.errors import SettingsError
from ptdb.settings import Settings

# psql's, relative to the file, and mysql's, relative to the folder that holds sql/
_INCLUDE = re.compile(r"^(?:\\ir|source) (?:sql/mysql/)?(\S+)$")
# :"name" is an identifier, :'name' a literal, as in psql; a cast ends in no quote.
_VARIABLE = re.compile(r"""(?<!:):(["'])(\w+)\1""")


def install(settings: Settings) -> None:
    """Installs ptdb, or brings an installation of this version to what it should be. Safe to run again.

    Raises:
        StoreError: the database refuses, or holds a store of another version; nothing was changed then.
    """
    _run(settings, "install.sql")


def uninstall(settings: Settings) -> None:
    """Removes ptdb and all that it has recorded.

    Raises:
        StoreError: somebody else's object is built on one of ptdb's; nothing was changed then.
    """
    _run(settings, "uninstall.sql")


def verify(settings: Settings) -> str:
    """Compares what is installed with what should be.

    Returns:
        The sentence that all is well.

    Raises:
        StoreError: it is not; the message lists every difference in words.
    """
    return "\n".join(_run(settings, "verify.sql"))


def install_on(dialect: Dialect, connection: Any, schema: str) -> None:
    """Installs by a connection that is open already."""
    dialect.run_script(connection, script(dialect.name, "install.sql", schema))


def script(dialect: str, name: str, schema: str, variables: Mapping[str, str] | None = None) -> str:
    """One of a dialect's scripts as one text: included files in place, variables filled in, client commands gone."""
    path = contract.sql_folder() / dialect / name
    if not path.is_file():
        raise SettingsError(f"this version of ptdb has no {dialect!r} dialect; it has {', '.join(dialects.names())}")
    lines = _lines(path)
    text = "\n".join(line.replace(" \\gset", ";") for line in lines if not line.startswith("\\"))
    return _VARIABLE.sub(partial(_filled, {"schema": schema, **(variables or {})}), text) + "\n"


def _filled(variables: Mapping[str, str], found: re.Match[str]) -> str:
    quote, name = found.groups()
    return quote + variables[name].replace(quote, quote * 2) + quote


def _lines(path: Path) -> list[str]:
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        included = _INCLUDE.match(line)
        lines.extend(_lines(path.parent / included[1]) if included else [line])
    return lines


def _run(settings: Settings, name: str) -> list[str]:
    dialect = dialects.load(settings.dialect)
    connection = dialect.connect(settings)
    try:
        return dialect.run_script(connection, script(dialect.name, name, settings.schema))
    except dialect.driver_error as error:
        raise dialect.translate(error) from error
    finally:
        connection.close()
