"""One module for each engine: how to connect, how a routine is called, how its errors read."""

from __future__ import annotations

import importlib

from ptdb.dialects.base import Dialect
from ptdb.errors import SettingsError

_MODULES = {
    "embedded": "ptdb.dialects.postgresql",
    "postgresql": "ptdb.dialects.postgresql",
    "mysql": "ptdb.dialects.mysql",
    "mssql": "ptdb.dialects.mssql",
    "oracle": "ptdb.dialects.oracle",
    "snowflake": "ptdb.dialects.snowflake",
}


def names() -> list[str]:
    """The dialects that this version has."""
    return sorted({module.rpartition(".")[2] for module in _MODULES.values()})


def load(name: str) -> Dialect:
    """The dialect of a kind of store.

    Raises:
        SettingsError: this version has none for it.
        DriverMissing: the driver's package is not installed.
    """
    if name not in _MODULES:
        raise SettingsError(f"this version of ptdb has no {name} dialect; it has {', '.join(_MODULES)}")
    dialect: Dialect = importlib.import_module(_MODULES[name]).DIALECT
    return dialect
