"""`ExtractTracker`: one extract file, as a run of a process sees it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Self

from ptdb.entities import Extract, Location
from ptdb.errors import InvalidArgument
from ptdb.process_tracker import Instant, ProcessTracker, given_store, path_text
from ptdb.statuses import warn_of_near_miss
from ptdb.store import Store


class ExtractTracker:
    """Registers a file, or finds it when it is registered, and ties it to a run; or restores an extract.

    Args:
        process_run: the run that works with the file.
        filename: name of the file, without its path.
        location: a location that another extract has; instead of `location_path`.
        location_name: name for a new location; derived from the path when not given.
        location_path: folder or bucket that the file lies in; `~` is expanded.
        status: status to give; without it a new extract is initializing and a known one keeps its own.
        compression_type: an existing compression type, such as zip.
        filetype: an existing file type, by code or name; found by the name's ending when not given.
        file_size: a number of bytes, or a text with a unit (B, KB, MB, GB), such as "12.5 MB".
        extract_id: restores this extract; without a run it can be read and dated, but its status not changed.
        config_location: folder of the ini file, or the file itself, when there is no run.
        store: an open store, when there is no run.

    Attributes:
        extract_id: key of the extract.
        is_new: whether `register_extracts` has just registered it; None where nobody asked.

    Raises:
        ExtractNotFound: the extract to restore does not exist.
        ProcessOnHold: the run is on hold.
        ExtractDependencyBlocked: the status is loading, and an extract that this one depends on is not loaded.
        LookupNotFound: the compression type or the file type does not exist.
        Duplicate: another location has the location name.
        InvalidArgument: a value is missing, blank, too long or of no use.
    """

    extract_id: int
    is_new: bool | None

    def __init__(
        self,
        process_run: ProcessTracker | None = None,
        filename: str | None = None,
        location: Location | None = None,
        location_name: str | None = None,
        location_path: str | os.PathLike[str] | None = None,
        status: str | None = None,
        compression_type: str | None = None,
        filetype: str | None = None,
        file_size: int | float | str | None = None,
        extract_id: int | None = None,
        *,
        config_location: str | os.PathLike[str] | None = None,
        store: Store | None = None,
    ) -> None:
        if process_run is not None and not isinstance(process_run, ProcessTracker):
            raise InvalidArgument(f"PT011: process_run is {process_run!r}; give a ProcessTracker")
        if location is not None and not isinstance(location, Location):
            raise InvalidArgument(f"PT011: location is {location!r}; give location_path, or an extract's location")
        self.process_run = process_run
        self.is_new = None
        if extract_id is not None:
            self.store = (
                process_run.store if process_run else given_store(store) or Store(config_location=config_location)
            )
            self.extract_id = extract_id
            self._row  # noqa: B018  an unknown extract is refused here, not at the first use
            return
        if process_run is None:
            raise InvalidArgument("PT011: process_run is missing; an extract is registered on behalf of a run")
        if status is not None:
            warn_of_near_miss(status, "extract_status_lkup")
        self.store = process_run.store
        self.extract_id = self.store.call(
            "register_extract",
            process_tracking_id=process_run.process_tracking_id,
            filename=filename,
            location_path=location.location_path if location else path_text(location_path),
            location_name=location_name,
            status=status,
            compression_type=compression_type,
            filetype=filetype,
            file_size=_size_text(file_size),
        )["extract_id"]

    @classmethod
    def of_row(cls, process_run: ProcessTracker, row: Mapping[str, Any]) -> Self:
        """An extract from a finder's row, or from the shorter row of register_extracts. Calls nothing."""
        self = cls.__new__(cls)
        self.process_run = process_run
        self.store = process_run.store
        self.extract_id = row["extract_id"]
        self.is_new = row.get("is_new")
        if "location_id" in row:
            self.__dict__["_row"] = dict(row)
        return self

    def __repr__(self) -> str:
        return f"<ExtractTracker {self.extract_id}>"

    # What the store knows of the extract. One call when somebody asks, kept until this object changes the extract.

    @cached_property
    def _row(self) -> dict[str, Any]:
        row: dict[str, Any] = self.store.call("get_extract", extract_id=self.extract_id)
        return row

    def forget(self) -> None:
        """Forgets what was read, because the store has changed; the next look reads it again."""
        self.__dict__.pop("_row", None)

    @property
    def extract(self) -> Extract:
        """The extract: its name, status, dates, counts, type and size."""
        return Extract.of(self._row)

    @property
    def location(self) -> Location:
        """Where the file lies."""
        return Location.of(self._row)

    @property
    def filename(self) -> str:
        """Name of the file."""
        return str(self._row["extract_filename"])

    @property
    def full_filename(self) -> str:
        """Path and name of the file."""
        path = self.location.location_path
        return path + ("" if path.endswith(("/", "\\")) else "/") + self.filename

    @property
    def extract_status(self) -> str:
        """Current status of the extract."""
        return str(self._row["extract_status_name"])

    # What happens to the extract.

    def change_extract_status(self, new_status: str | None = None, *, status: str | None = None) -> None:
        """Gives the extract another status on behalf of the run. `status` is another word for `new_status`.

        Raises:
            ExtractDependencyBlocked: to loading, while an extract that this one depends on is not loaded.
            InvalidArgument: there is no status, or no run.
        """
        if self.process_run is None:
            raise InvalidArgument(
                f"PT011: process_run is missing; the status of extract {self.extract_id} changes on behalf of a run: "
                "give ExtractTracker the run"
            )
        wanted = new_status if new_status is not None else status
        warn_of_near_miss(wanted, "extract_status_lkup")
        self._change(
            "change_extract_status", process_tracking_id=self.process_run.process_tracking_id, new_status=wanted
        )

    def add_dependency(
        self, dependency_type: str, dependency: ExtractTracker, dependency_type_name: str | None = None
    ) -> None:
        """Says which of two extracts has to be loaded first.

        Args:
            dependency_type: parent when `dependency` comes first, child when it waits for this one.
            dependency: the other extract.
            dependency_type_name: Undefined, Hard or Soft; Soft never blocks. Undefined when not given.

        Raises:
            DependencyCycle: the other way round is known already, directly or through others.
            LookupNotFound: there is no such type.
        """
        if dependency_type not in ("parent", "child"):
            raise InvalidArgument(f"PT011: dependency_type is {dependency_type!r}; give parent or child")
        if not isinstance(dependency, ExtractTracker):
            raise InvalidArgument(f"PT011: dependency is {dependency!r}; give the other ExtractTracker")
        parent, child = (dependency, self) if dependency_type == "parent" else (self, dependency)
        self.store.call(
            "add_extract_dependency",
            parent_extract_id=parent.extract_id,
            child_extract_id=child.extract_id,
            dependency_type=dependency_type_name,
        )

    def set_extract_low_high_dates(
        self, low_date: Instant | None = None, high_date: Instant | None = None, audit_type: str | None = None
    ) -> None:
        """Widens the range of dates in the extract's data: datetimes or ISO texts, UTC when naive.

        Args:
            audit_type: load or write: who saw the dates; load when not given.

        Raises:
            InvalidArgument: the low date would lie above the high date.
        """
        self._change("set_extract_low_high_dates", low_date=low_date, high_date=high_date, audit_type=audit_type)

    def set_extract_record_count(self, num_records: int, audit_type: str | None = None) -> None:
        """Sets how many records the extract has; it replaces what was reported before.

        Args:
            audit_type: load or write: who counted; load when not given.
        """
        self._change("set_extract_record_count", num_records=num_records, audit_type=audit_type)

    def _change(self, routine: str, **parameters: object) -> None:
        self.store.call(routine, extract_id=self.extract_id, **parameters)
        self.forget()


def _size_text(size: int | float | str | None) -> str | None:
    """A size as the routines take it: never in exponential notation."""
    if size is None or isinstance(size, str):
        return size
    return format(size, "f") if isinstance(size, float) else str(size)
