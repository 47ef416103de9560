"""What a dialect has to offer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from ptdb.contract import Routine
from ptdb.errors import PtdbError
from ptdb.settings import Settings

Row = dict[str, Any]


class Dialect(Protocol):
    """One engine. A connection is the driver's own, in autocommit, so that every call is a transaction of its own."""

    name: str
    #: Class of the driver's errors.
    driver_error: type[Exception]

    def connect(self, settings: Settings) -> Any:
        """Opens a connection. Raises a `StoreError` that says why it cannot."""

    def call(self, connection: Any, schema: str, routine: Routine, arguments: Mapping[str, object]) -> list[Row]:
        """Calls a routine in one round trip. Times come back aware, in UTC."""

    def read(
        self,
        connection: Any,
        schema: str,
        view: str,
        filters: Mapping[str, object],
        order: str,
        descending: bool,
        limit: int | None,
    ) -> list[Row]:
        """Reads the rows of a view whose columns equal the filters. Times come back aware, in UTC."""

    def run_script(self, connection: Any, script: str) -> list[str]:
        """Runs many statements as one. Returns the notices that the server gave."""

    def store_version(self, connection: Any, schema: str) -> str:
        """The version of the store in the schema. Raises `SchemaNotInstalled` when there is none."""

    def is_usable(self, connection: Any) -> bool:
        """Whether the connection is still open, as far as this side can tell without asking the server."""

    def translate(self, error: Exception) -> PtdbError:
        """The error of ptdb that a driver's error stands for."""
