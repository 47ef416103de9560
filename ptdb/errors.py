"""The errors of ptdb, each a class of its own under `PtdbError`.

The classes with a code are the refusals of the store's routines (`[errors]` in `sql/contract.toml`); the database
driver's own error is their `__cause__`. The others arise on this side of the connection.
"""

from __future__ import annotations


class PtdbError(Exception):
    """Base of all errors of ptdb.

    Attributes:
        code: `PTnnn` for a refusal by a routine, else None.
        message: what was asked, what stands in the way and what to do.
    """

    code: str | None = None

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class RunAlreadyRunning(PtdbError):
    """The process's latest run is running."""

    code = "PT001"


class DependencyBlocked(PtdbError):
    """A parent process is running, failed or on hold."""

    code = "PT002"


class RunNotFound(PtdbError):
    """There is no such run."""

    code = "PT003"


class RunNameInUse(PtdbError):
    """Another run has the run name."""

    code = "PT004"


class InvalidStatusTransition(PtdbError):
    """The present status does not allow the change."""

    code = "PT005"


class ExtractNotFound(PtdbError):
    """There is no such extract."""

    code = "PT006"


class ExtractDependencyBlocked(PtdbError):
    """A parent extract is not loaded yet."""

    code = "PT007"


class LookupNotFound(PtdbError):
    """A name is not among the known ones."""

    code = "PT008"


class Protected(PtdbError):
    """The row was preloaded and may not change."""

    code = "PT009"


class InUse(PtdbError):
    """Other rows refer to the row."""

    code = "PT010"


class InvalidArgument(PtdbError, ValueError):
    """An argument is missing, malformed or out of range."""

    code = "PT011"


class DependencyCycle(PtdbError):
    """The dependency would close a circle."""

    code = "PT012"


class Duplicate(PtdbError):
    """The name or key exists already."""

    code = "PT013"


class ProcessNotFound(PtdbError):
    """There is no such process."""

    code = "PT014"


class ExecutionNotFound(PtdbError):
    """There is no such execution."""

    code = "PT015"


class StepNotFound(PtdbError):
    """There is no such step."""

    code = "PT016"


class ProcessOnHold(PtdbError):
    """The process is on hold until it is released."""

    code = "PT017"


class ProcessRunFailed(PtdbError):
    """A run was failed by `raise_run_error(fail_run=True)`; the error is recorded already."""


class SettingsError(PtdbError):
    """A setting, a URL or the ini file cannot be used."""


class LocationNotFound(PtdbError):
    """A location does not exist or cannot be listed."""


class StoreError(PtdbError):
    """The data store failed in a way that is no refusal by the rules."""


class StoreUnavailable(StoreError):
    """The data store cannot be reached."""


class AuthenticationFailed(StoreError):
    """The data store refused the user or the password."""


class PermissionDenied(StoreError):
    """The user may not do this in the data store."""


class SchemaNotInstalled(StoreError):
    """The database has no ptdb in the schema."""


class StoreVersionError(StoreError):
    """The store is of a version that this package cannot work with."""


class ConnectionLost(StoreError):
    """The connection broke during a call; nobody knows whether the call counted."""


class DriverMissing(StoreError):
    """The package that this kind of store needs is not installed."""


#: The refusals of the routines, by their code.
BY_CODE: dict[str, type[PtdbError]] = {
    error.code: error for error in PtdbError.__subclasses__() if error.code is not None
}
