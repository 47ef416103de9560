"""`Store`: one open data store; every call of it is one call of a routine."""

from __future__ import annotations

import json
import logging
import os
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from ptdb import contract, dialects
from ptdb.contract import Column, Routine
from ptdb.dialects.base import Dialect, Row
from ptdb.errors import ConnectionLost, InvalidArgument, SchemaNotInstalled, SettingsError, StoreVersionError
from ptdb.settings import Settings

log = logging.getLogger("ptdb")


class _Connections:
    """The open connections of one thread, by data store. They close when the thread ends."""

    def __init__(self) -> None:
        self.pid = os.getpid()
        self.open: dict[Settings, Any] = {}

    def __del__(self) -> None:
        # A fork's child must not say goodbye to the server on its parent's connection.
        if self.pid == os.getpid():
            for connection in self.open.values():
                # At the interpreter's end a driver may have lost parts of itself.
                with suppress(Exception):
                    connection.close()


class _Thread(threading.local):
    """Holds the connections of a thread, and lets go of them when it ends."""

    def __init__(self) -> None:
        self.connections = _Connections()


class Store:
    """A data store. Any number of trackers and threads may share it; each thread has one connection to it.

    Args:
        url: where it is, as `Settings.load` takes it; the environment and the ini file decide when not given.
        config_location: folder of the ini file, or the file itself.
        settings: settings that are loaded already, instead of the two.

    Raises:
        SettingsError: the settings cannot be used. The connection itself is opened at the first call.
    """

    _thread = _Thread()

    def __init__(
        self,
        url: str | None = None,
        *,
        config_location: str | os.PathLike[str] | None = None,
        settings: Settings | None = None,
    ) -> None:
        if settings is not None and not isinstance(settings, Settings):
            raise SettingsError(f"settings is {settings!r}; give what Settings.load returns")
        self.settings = settings or Settings.load(url, config_location)
        # What a caller wants of a store makes no other store of it.
        self._key = replace(self.settings, max_concurrent_failures=None, log_level=None)
        self._dialect: Dialect = dialects.load(self.settings.dialect)
        if self.settings.log_level:
            log.setLevel(self.settings.log_level)

    @property
    def url(self) -> str:
        """The URL of the store, its password hidden."""
        return self.settings.url

    @property
    def schema(self) -> str:
        """The schema that ptdb is installed in."""
        return self.settings.schema

    def call(self, routine: str, **parameters: object) -> Any:
        """Calls a routine in one round trip.

        Args:
            routine: its name, as in the contract.
            parameters: its parameters without `p_`; None is the default. Lists and dicts become JSON text, naive
                times are UTC.

        Returns:
            A dict for a command and for a routine of exactly one row, a list of dicts for a finder. Times are aware,
            in UTC.

        Raises:
            InvalidArgument: the routine or a parameter is unknown, or a value is not of its parameter's type.
            PtdbError: the routine refuses; each refusal has its own class.
            StoreError: the store cannot be reached or fails.
        """
        spec = contract.load().routine(routine)
        if self._dialect.name not in contract.load().parts[spec.part]:
            raise InvalidArgument(
                f"PT011: {routine} is still to come in the {self._dialect.name} dialect of this version"
            )
        arguments = spec.bind(parameters)
        rows = [_decoded(spec, row) for row in self._execute(spec, arguments)]
        if spec.kind == "finder" and not spec.single_row:
            return rows
        return rows[0] if spec.results else {}

    def read(
        self,
        view: str,
        filters: Mapping[str, object] | None = None,
        *,
        order: str,
        descending: bool = False,
        limit: int | None = None,
    ) -> list[Row]:
        """Reads one of the store's views, in one round trip.

        Args:
            view: its name, as in the contract.
            filters: values that columns have to have; None means any.
            order: the column to order by.
            descending: whether the greatest comes first.
            limit: number of rows at most.

        Raises:
            InvalidArgument: there is no such view, or no database takes a filter's text.
            StoreError: the store cannot be reached or fails.
        """
        if view not in contract.load().views:
            raise InvalidArgument(f"PT011: there is no view {view!r}; sql/contract.toml lists them")
        wanted = {
            column: Column(column, "text", "").convert(value) if isinstance(value, str) else value
            for column, value in (filters or {}).items()
            if value is not None
        }
        connection = self._connection()
        try:
            return self._dialect.read(connection, self.schema, view, wanted, order, descending, limit)
        except self._dialect.driver_error as error:
            raise self._dialect.translate(error) from error

    def close(self) -> None:
        """Closes this thread's connection to the store. A later call opens a new one."""
        connection = self._open_connections().pop(self._key, None)
        if connection is not None:
            # One that broke may be closed already, which some drivers call an error.
            with suppress(self._dialect.driver_error):
                connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _execute(self, spec: Routine, arguments: Mapping[str, object]) -> list[Row]:
        connection = self._connection()
        try:
            return self._dialect.call(connection, self.schema, spec, arguments)
        except self._dialect.driver_error as error:
            if self._dialect.is_usable(connection):
                raise self._dialect.translate(error) from error
            self.close()
            if not spec.may_repeat(arguments):
                raise ConnectionLost(
                    f"the connection to {self.url} broke during {spec.name}, and nobody knows whether the call "
                    "counted; look at the store before you call again"
                ) from error
            log.warning("The connection to %s broke during %s; calling again.", self.url, spec.name)
        try:
            return self._dialect.call(self._connection(), self.schema, spec, arguments)
        except self._dialect.driver_error as error:
            raise self._dialect.translate(error) from error

    def _open_connections(self) -> dict[Settings, Any]:
        if self._thread.connections.pid != os.getpid():
            self._thread.connections = _Connections()
        return self._thread.connections.open

    def _connection(self) -> Any:
        """This thread's connection, opened and its store's version checked when there is none that still works."""
        connections = self._open_connections()
        connection = connections.get(self._key)
        if connection is not None and self._dialect.is_usable(connection):
            return connection
        connection = self._dialect.connect(self.settings)
        try:
            self._check_version(connection)
        except BaseException:
            connection.close()
            raise
        connections[self._key] = connection
        return connection

    def _check_version(self, connection: Any) -> None:
        try:
            version = self._dialect.store_version(connection, self.schema)
        except SchemaNotInstalled:
            if self.settings.dialect != "embedded":
                raise
            # The embedded store belongs to this package alone, so nobody else would install it.
            from ptdb import installer

            installer.install_on(self._dialect, connection, self.schema)
            return
        refuse_newer(version, self.url)


def refuse_newer(version: str, url: str) -> None:
    """Raises a `StoreVersionError` for a version that this package does not know yet."""
    ours = contract.load().version
    if release(version) > release(ours):
        raise StoreVersionError(
            f"the store {url} is of version {version}, newer than this package's {ours}; upgrade ptdb-sql here"
        )


def release(version: str) -> tuple[int, ...]:
    """Major and minor; a patch never changes what routines take and return."""
    try:
        return tuple(int(part) for part in version.split(".")[:2])
    except ValueError:
        raise StoreVersionError(f"the store calls its version {version!r}, which is none") from None


def _decoded(spec: Routine, row: Row) -> Row:
    for result in spec.results:
        if result.type == "json":
            row[result.name] = json.loads(row[result.name])
    return row
