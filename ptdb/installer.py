"""Installs, checks and removes ptdb in a database, by the same files that a DBA runs with the vendor's client."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from ptdb import contract, dialects
from ptdb.dialects.base import Dialect
from ptdb.errors import SchemaNotInstalled, SettingsError, StoreVersionError
from ptdb.settings import Settings
from ptdb.store import refuse_newer, release

# psql's and SQL*Plus's, relative to the file, and mysql's, sqlcmd's and Snowflake's, relative to the folder that holds
# sql/
_INCLUDE = re.compile(r"^(?:(?:\\ir |@@)(\S+)|(?:!?source|:r) sql/(\S+?);?)$")
# :"name" is an identifier, :'name' a literal, as in psql; a cast ends in no quote.
_VARIABLE = re.compile(r"""(?<!:):(["'])(\w+)\1""")
# A variable of mysql's that a script gives a default.
_DEFAULT = re.compile(r"^(SET @(\w+) =) COALESCE\(@\2, .*\);$", re.MULTILINE)
# The variable of a session of Snowflake's that holds the schema's name.
_SNOWFLAKE_SCHEMA = re.compile(r"^SET ptdb_schema = '.*';$", re.MULTILINE)
# sqlcmd's variable, which sqlcmd replaces wherever it stands.
_SQLCMD_VARIABLE = re.compile(r"\$\((\w+)\)")
_CHOICE = re.compile(r"^\\if :(\w+)\n(.*?)^\\else\n(.*?)^\\endif\n", re.MULTILINE | re.DOTALL)


def install(settings: Settings) -> None:
    """Installs ptdb, or brings an installation of this version to what it should be. Safe to run again.

    Raises:
        StoreError: the database refuses, or holds a store of another version; nothing was changed then.
    """
    _run(settings, _script(settings, "install.sql"))


def uninstall(settings: Settings) -> None:
    """Removes ptdb and all that it has recorded.

    Raises:
        StoreError: somebody else's object is built on one of ptdb's; nothing was changed then.
    """
    _run(settings, _script(settings, "uninstall.sql"))


def verify(settings: Settings) -> str:
    """Compares what is installed with what should be.

    Returns:
        The sentence that all is well.

    Raises:
        StoreError: it is not; the message lists every difference in words.
    """
    return "\n".join(_run(settings, _script(settings, "verify.sql")))


def outdated(settings: Settings) -> str | None:
    """The version of a store that `upgrade` can make one of this version; None when it is one already.

    Raises:
        StoreVersionError: the store is newer than this package, or too old for it.
        SchemaNotInstalled: there is no store.
    """
    dialect = dialects.load(settings.dialect)
    connection = dialect.connect(settings)
    try:
        # A store of ProcessTracker has no routine to ask.
        rows = dialect.read(
            connection,
            settings.schema,
            "system_lkup",
            {"system_key": "version"},
            order="system_id",
            descending=False,
            limit=1,
        )
    except dialect.driver_error as error:
        reason = dialect.translate(error)
        if isinstance(reason, SchemaNotInstalled):
            reason = SchemaNotInstalled(
                f"there is no store to upgrade in the schema {settings.schema!r} of {settings.url}; name another "
                "schema in the settings, or let `processtracker setup` install a new store"
            )
        raise reason from error
    finally:
        connection.close()
    version = str(rows[0]["system_value"]) if rows else "unknown"
    known = _upgrades(dialect.name)
    if version in known:
        return version
    refuse_newer(version, settings.url)
    if release(version) < release(contract.load().version):
        raise StoreVersionError(f"the store {settings.url} is of version {version}; {_upgradable(dialect.name)}")
    return None


def upgrade(settings: Settings, *, zone: str = "", drop_old: bool = False, dry_run: bool = False) -> str:
    """Makes a store of an older version one of this version, in place; in one transaction where the engine can.

    Args:
        settings: the store.
        zone: time zone of the machines that ran ProcessTracker, whose local times the old store keeps.
        drop_old: drop the old tables at the end; else they stay, apart from the new ones.
        dry_run: say what it would do, and change nothing.

    Returns:
        What has become of what, in words.

    Raises:
        InvalidArgument: the time zone is missing or unknown.
        StoreError: the store cannot be upgraded as it is; the message says why, and nothing was changed.
    """
    version = outdated(settings)
    if version is None:
        return f"{settings.url} is of version {contract.load().version}; there is nothing to upgrade."
    dialect = dialects.load(settings.dialect)
    text = upgrade_script(dialect.name, version, settings.schema, zone=zone, drop_old=drop_old, dry_run=dry_run)
    return "\n".join(_run(settings, text))


def upgrade_script(
    dialect: str, version: str, schema: str, *, zone: str, drop_old: bool = False, dry_run: bool = False
) -> str:
    """The upgrade of a store of the given version to this one, as one text."""
    known = _upgrades(dialect)
    if version not in known:
        raise SettingsError(
            f"this version of ptdb has no upgrade from {version!r} for the {dialect} dialect; "
            + (f"it has {', '.join(known)}" if known else _upgradable(dialect))
        )
    variables = {"zone": zone, "drop_old": str(drop_old).lower(), "dry_run": str(dry_run).lower()}
    return script(dialect, f"upgrade/{version}--{contract.load().version}.sql", schema, variables)


def install_on(dialect: Dialect, connection: Any, schema: str) -> None:
    """Installs by a connection that is open already."""
    dialect.run_script(connection, script(dialect.name, "install.sql", schema))


def script(dialect: str, name: str, schema: str, variables: Mapping[str, str] | None = None) -> str:
    """One of a dialect's scripts as one text: included files in place, variables filled in, client commands gone."""
    path = contract.sql_folder() / dialect / name
    if not path.is_file():
        raise SettingsError(f"this version of ptdb has no {dialect!r} dialect; it has {', '.join(dialects.names())}")
    given = {"schema": schema, **(variables or {})}
    text = _CHOICE.sub(lambda found: found[2 if given[found[1]] == "true" else 3], "\n".join(_lines(path)) + "\n")
    text = _DEFAULT.sub(
        lambda found: f"{found[1]} {_literal(given[found[2]])};" if found[2] in given else found[0], text
    )
    text = _SNOWFLAKE_SCHEMA.sub(lambda _: f"SET ptdb_schema = {_literal(_named(schema))};", text)
    lines = (line.replace(" \\gset", ";") for line in text.splitlines() if not line.startswith(("\\", ":")))
    filled = _VARIABLE.sub(partial(_filled, given), "\n".join(lines)) + "\n"
    return _SQLCMD_VARIABLE.sub(partial(_filled_as_sqlcmd, given), filled)


def _upgrades(dialect: str) -> list[str]:
    """The versions that a dialect has an upgrade from."""
    folder = contract.sql_folder() / dialect / "upgrade"
    return sorted(path.name.partition("--")[0] for path in folder.glob(f"*--{contract.load().version}.sql"))


def _upgradable(dialect: str) -> str:
    """What this version upgrades, in words."""
    known = _upgrades(dialect)
    if not known:
        return "this package upgrades none there, because ProcessTracker kept its stores on PostgreSQL and MySQL alone"
    return f"this package upgrades those of {', '.join(known)}"


def _filled(variables: Mapping[str, str], found: re.Match[str]) -> str:
    quote, name = found.groups()
    return quote + variables[name].replace(quote, quote * 2) + quote


def _filled_as_sqlcmd(variables: Mapping[str, str], found: re.Match[str]) -> str:
    """As sqlcmd does: no quote is doubled, so none may be in the value."""
    value = variables[found[1]]
    if set(value) & set("[]'\"$%\r\n"):
        raise SettingsError(
            f"the {found[1]} {value!r} cannot be written into a script of SQL Server; give a plain name"
        )
    return value


def _named(schema: str) -> str:
    """A schema's name as Snowflake's IDENTIFIER() takes it: a plain one in any case, another quoted."""
    return schema if re.fullmatch(r"[A-Za-z_][\w$]*", schema, re.ASCII) else '"' + schema.replace('"', '""') + '"'


def _literal(value: str) -> str:
    """A text of MySQL's and of Snowflake's, where backslashes count."""
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"


def _lines(path: Path) -> list[str]:
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        included = _INCLUDE.match(line)
        if included is None:
            lines.append(line)
        else:
            lines.extend(_lines(path.parent / included[1] if included[1] else contract.sql_folder() / included[2]))
    return lines


def _script(settings: Settings, name: str) -> str:
    dialect = dialects.load(settings.dialect).name
    user, schema = (settings.user or "").strip('"'), settings.schema
    # On Oracle a schema is a user's own, and the scripts work in that of whoever runs them.
    if dialect == "oracle" and user and user.upper() != schema.upper():
        raise SettingsError(
            f"the schema of the user {user!r} is another than {schema!r}: log in as {schema!r}, or name the schema "
            f"in the settings (?schema={user})"
        )
    return script(dialect, name, schema)


def _run(settings: Settings, text: str) -> list[str]:
    dialect = dialects.load(settings.dialect)
    connection = dialect.connect(settings)
    try:
        return dialect.run_script(connection, text)
    except dialect.driver_error as error:
        raise dialect.translate(error) from error
    finally:
        connection.close()
