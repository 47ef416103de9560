"""`ProcessTracker`: one run of a process."""

from __future__ import annotations

import logging
import os
import traceback
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from ptdb import s3
from ptdb.catalogue import Catalogue
from ptdb.entities import Actor, Process, ProcessRun, ProcessType, Source, Tool
from ptdb.errors import InvalidArgument, LocationNotFound, ProcessOnHold, ProcessRunFailed, PtdbError
from ptdb.statuses import SYNONYMS, warn_of_near_miss
from ptdb.store import Store
from ptdb.text import is_storable

if TYPE_CHECKING:
    from ptdb.extract_tracker import ExtractTracker

log = logging.getLogger("ptdb")

Names = str | Iterable[str]
Objects = Mapping[str, Names]
Attributes = Mapping[str, Mapping[str, Names]]
Instant = datetime | date | str


class ProcessTracker(Catalogue):
    """Registers a process and starts a run of it, or restores a run.

    Used as a context manager, the run completes on a clean exit, unless it was ended in the block; on an exception it
    records the error and fails, unless it was failed in the block.

    Attributes:
        process_tracking_id: key of the run.
        process_run_status: the run's status, as this object last knew it.
        process_name: name of the process that runs.

    Args:
        process_name: unique name of the process.
        process_run_name: unique name for the run. Given the name of the running latest run, it is that run again.
        process_type: kind of process; a new process needs it.
        actor_name: who or what starts the run; the database login when not given.
        tool_name: tool that runs the process; a new process needs it.
        sources: name or names of what is read. `source_name` is another word for it.
        source_objects: objects read, by source; goes before `sources`.
        source_object_attributes: attributes read, by source and object; goes before both.
        targets: name or names of what is written.
        target_objects: objects written, by target; goes before `targets`.
        target_object_attributes: attributes written, by target and object; goes before both.
        config_location: folder of the ini file, or the file itself.
        dataset_types: name or names of existing dataset types.
        schedule_frequency: an existing schedule frequency; a new process is unscheduled when not given.
        process_tracking_id: restores this run, instead of starting one.
        parent_process_tracking_id: the run that starts this one.
        max_concurrent_failures: failed runs in a row that put the process on hold; the settings', the process's or
            the system's number when not given.
        store: an open store; else the settings say where it is.

    Raises:
        RunAlreadyRunning: the process's latest run is running.
        ProcessOnHold: the process is on hold, or goes on hold by this very start.
        DependencyBlocked: a parent process is running, failed or on hold.
        RunNameInUse: another run has the run name.
        RunNotFound: the run to restore, or the parent run, does not exist.
        LookupNotFound: a dataset type or the schedule frequency does not exist.
        InvalidArgument: a name is missing, blank or too long, or another value is of no use.
        StoreError: the store cannot be reached or fails.
    """

    process_tracking_id: int
    process_run_status: str
    process_name: str

    def __init__(
        self,
        process_name: str | None = None,
        process_run_name: str | None = None,
        process_type: str | None = None,
        actor_name: str | None = None,
        tool_name: str | None = None,
        sources: Names | None = None,
        source_objects: Objects | None = None,
        source_object_attributes: Attributes | None = None,
        targets: Names | None = None,
        target_objects: Objects | None = None,
        target_object_attributes: Attributes | None = None,
        config_location: str | os.PathLike[str] | None = None,
        dataset_types: Names | None = None,
        schedule_frequency: str | None = None,
        process_tracking_id: int | None = None,
        *,
        source_name: Names | None = None,
        target_name: Names | None = None,
        parent_process_tracking_id: int | None = None,
        max_concurrent_failures: int | None = None,
        store: Store | None = None,
    ) -> None:
        self.store = given_store(store) or Store(config_location=config_location)
        if process_tracking_id is not None:
            self.process_tracking_id = process_tracking_id
            self.process_run_status = self._row["process_status_name"]
            self.process_name = self._row["process_name"]
            return
        started = self.store.call(
            "start_process_run",
            process_name=process_name,
            process_type=process_type,
            actor_name=actor_name,
            tool_name=tool_name,
            process_run_name=process_run_name,
            sources=_finest(sources if sources is not None else source_name, source_objects, source_object_attributes),
            targets=_finest(targets if targets is not None else target_name, target_objects, target_object_attributes),
            dataset_types=None if dataset_types is None else _names(dataset_types),
            schedule_frequency=schedule_frequency,
            parent_process_tracking_id=parent_process_tracking_id,
            max_concurrent_failures=self.store.settings.max_concurrent_failures
            if max_concurrent_failures is None
            else max_concurrent_failures,
        )
        self.process_name = str(process_name)
        self.process_tracking_id = started["process_tracking_id"]
        self.process_run_status = started["process_run_status"]
        if self.process_run_status == "on hold":
            raise ProcessOnHold(
                f"PT017: process {process_name!r} failed too often in a row and is on hold now "
                f"(process_tracking_id {self.process_tracking_id}); call release_process when the cause is mended"
            )

    def __repr__(self) -> str:
        return f"<ProcessTracker {self.process_tracking_id} {self.process_run_status!r}>"

    # What the store knows of the run. One call when somebody asks, kept until this object changes the run.

    @cached_property
    def _row(self) -> dict[str, Any]:
        row: dict[str, Any] = self.store.call("get_process_run", process_tracking_id=self.process_tracking_id)
        return row

    @property
    def process_tracking_run(self) -> ProcessRun:
        """The run: its number, status, times, counts."""
        return ProcessRun.of(self._row)

    @property
    def process(self) -> Process:
        """The process that runs."""
        return Process.of(self._row)

    @property
    def process_type(self) -> ProcessType:
        """The kind of process."""
        return ProcessType.of(self._row)

    @property
    def actor(self) -> Actor:
        """Who or what started the run."""
        return Actor.of(self._row)

    @property
    def tool(self) -> Tool:
        """The tool that runs the process."""
        return Tool.of(self._row)

    @property
    def sources(self) -> list[Source]:
        """What the process reads, with objects and attributes, in name order."""
        return [Source.of(item) for item in self._row["sources"]]

    @property
    def targets(self) -> list[Source]:
        """What the process writes, with objects and attributes, in name order."""
        return [Source.of(item) for item in self._row["targets"]]

    @property
    def dataset_types(self) -> list[str]:
        """Names of the process's dataset types."""
        return list(self._row["dataset_types"])

    # What happens to the run.

    def change_run_status(self, new_status: str, end_date: Instant | None = None) -> None:
        """Gives the run another status; completed and failed end it.

        Args:
            new_status: the new status; an unknown one is added as a custom status, a near miss is warned of.
            end_date: when the run ended, a datetime or ISO text, UTC when naive; now when not given.

        Raises:
            InvalidStatusTransition: back to running, or on hold, for a run that is not the latest.
            ProcessOnHold: the run is on hold; `release_process` ends a hold.
        """
        warn_of_near_miss(new_status, "process_status_lkup")
        self._change("change_run_status", new_status=new_status, end_date=end_date)
        self.process_run_status = SYNONYMS.get(new_status, new_status)

    def raise_run_error(
        self,
        error_type_name: str,
        error_description: str | None = None,
        fail_run: bool = False,
        end_date: Instant | None = None,
    ) -> int:
        """Records an error of the run, and fails the run when told to.

        Args:
            error_type_name: an existing error type, such as Data Error.
            error_description: what went wrong, of any length.
            fail_run: whether the run has failed by it.
            end_date: when it occurred, a datetime or ISO text, UTC when naive; now when not given.

        Returns:
            The error_tracking_id.

        Raises:
            ProcessRunFailed: with `fail_run`, when the error is safely recorded and the run failed.
            LookupNotFound: there is no such error type.
        """
        error = self._record_error(error_type_name, error_description, fail_run, end_date)
        if fail_run:
            description = error_description or "Unspecified error."
            raise ProcessRunFailed(f"run {self.process_tracking_id} failed by a {error_type_name}: {description}")
        return error

    def set_process_run_low_high_dates(self, low_date: Instant | None = None, high_date: Instant | None = None) -> None:
        """Widens the range of dates in the data that the run processed: datetimes or ISO texts, UTC when naive.

        Raises:
            InvalidArgument: the low date would lie above the high date.
        """
        self._change("set_process_run_low_high_dates", low_date=low_date, high_date=high_date)

    def set_process_run_record_count(self, num_records: int, processing_type: str | None = None) -> None:
        """Sets how many records the run processed; the process's total stays the sum over its runs.

        Args:
            num_records: number of records; it replaces what was reported before.
            processing_type: insert, update, delete or reject; the run's whole count when not given.
        """
        self._change("set_process_run_record_count", num_records=num_records, processing_type=processing_type)

    def record_heartbeat(self) -> None:
        """Says that the run is alive.

        Raises:
            InvalidStatusTransition: the run has ended, perhaps as stale.
        """
        self._change("record_heartbeat")

    def get_process_watermark(self) -> datetime | None:
        """The highest high date of the process's completed runs, in UTC: where an incremental load goes on."""
        watermark: datetime | None = self.store.call("get_process_watermark", process_name=self.process_name)[
            "watermark"
        ]
        return watermark

    # Extracts.

    def find_extracts_by_filename(self, filename: str, status: str | None = None) -> list[ExtractTracker]:
        """Finds extracts by a part of their file name, to the letter; ready ones when no status is given.

        Raises:
            LookupNotFound: there is no such status.
        """
        return self._found("find_extracts_by_filename", filename=filename, status=status)

    def find_extracts_by_location(
        self,
        location: str | None = None,
        location_name: str | None = None,
        location_path: str | os.PathLike[str] | None = None,
        status: str | None = None,
    ) -> list[ExtractTracker]:
        """Finds the extracts of a location, by its name (`location` is another word for it) or its path.

        Raises:
            LookupNotFound: there is no such status.
            InvalidArgument: neither name nor path is given.
        """
        return self._found(
            "find_extracts_by_location",
            location_name=location_name if location_name is not None else location,
            location_path=path_text(location_path),
            status=status,
        )

    def find_extracts_by_process(self, extract_process_name: str, status: str | None = None) -> list[ExtractTracker]:
        """Finds the extracts that any run of a process touched; ready ones when no status is given.

        Raises:
            ProcessNotFound: there is no such process.
            LookupNotFound: there is no such status.
        """
        return self._found("find_extracts_by_process", process_name=extract_process_name, status=status)

    def register_extracts(
        self,
        files: Iterable[str | Mapping[str, object]],
        location_path: str | os.PathLike[str],
        location_name: str | None = None,
        status: str | None = None,
        only_new: bool = False,
    ) -> list[ExtractTracker]:
        """Registers many files of one location in one call.

        Args:
            files: names, or dicts with name and any of size, compression_type, filetype, write_low_date,
                write_high_date, write_record_count, load_low_date, load_high_date, load_record_count.
            location_path: folder or bucket of the files.
            location_name: name for a new location; derived from the path when not given.
            status: status to give; without it a new extract is ready and a known one keeps its own.
            only_new: leaves what is known already alone: not tied to the run, not changed, not returned.

        Returns:
            An extract for each file, in the order given; `is_new` tells whether this call registered it.
        """
        from ptdb.extract_tracker import ExtractTracker

        if isinstance(files, (str, bytes, Mapping)) or not isinstance(files, Iterable):
            raise InvalidArgument(f"PT011: files is {files!r}; give a list of names, or of dicts with a name")
        path = path_text(location_path)
        rows = self.store.call(
            "register_extracts",
            process_tracking_id=self.process_tracking_id,
            location_path=path,
            files=[dict(item) if isinstance(item, Mapping) else item for item in files],
            location_name=location_name,
            status=status,
            only_new=only_new,
        )
        return [ExtractTracker.of_row(self, row) for row in rows]

    def register_extracts_by_location(
        self,
        location_path: str | os.PathLike[str],
        location_name: str | None = None,
        status: str | None = None,
    ) -> list[ExtractTracker]:
        """Registers the files of a local folder, or of an S3 prefix, that are not registered yet, in one call.

        Folders within it are not descended. S3 is listed by boto3 (extra `s3`), with its own credentials.

        Returns:
            The extracts that this call registered, in name order.

        Raises:
            LocationNotFound: the folder or bucket does not exist or cannot be listed.
            DriverMissing: boto3 is needed and not installed.
        """
        folder = path_text(location_path)
        if folder is None:
            raise InvalidArgument("PT011: location_path is missing; give the path of a folder")
        names = s3.list_names(folder) if s3.is_address(folder) else _files_in(folder)
        for name in names:
            if not is_storable(name):
                raise InvalidArgument(
                    f"PT011: the folder {folder!r} has a file named {name!r}, which is no UTF-8; rename it"
                )
        return self.register_extracts(names, folder, location_name, status, only_new=True)

    def bulk_change_extract_status(
        self, extracts: Iterable[ExtractTracker | int], extract_status: str | None = None, new_status: str | None = None
    ) -> None:
        """Gives many extracts another status on behalf of the run: all of them or none.

        Args:
            extracts: extracts or their ids.
            extract_status: the new status; `new_status` is another word for it.

        Raises:
            ExtractDependencyBlocked: to loading, while an extract that one of them depends on is not loaded.
            ExtractNotFound: there is no such extract.
        """
        status = extract_status if extract_status is not None else new_status
        warn_of_near_miss(status, "extract_status_lkup")
        if isinstance(extracts, (str, bytes)) or not isinstance(extracts, Iterable):
            raise InvalidArgument(f"PT011: extracts is {extracts!r}; give a list of extracts or ids")
        changed = list(extracts)
        self.store.call(
            "bulk_change_extract_status",
            process_tracking_id=self.process_tracking_id,
            extract_ids=[getattr(item, "extract_id", item) for item in changed],
            new_status=status,
        )
        for item in changed:
            if hasattr(item, "forget"):
                item.forget()

    # The run as a context manager.

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exception_type: type[BaseException] | None,
        exception: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if exception is None or (isinstance(exception, SystemExit) and not exception.code):
            if self.process_run_status not in ("completed", "failed"):
                self.change_run_status("completed")
            return
        if self.process_run_status == "failed":
            return
        try:
            description = "".join(traceback.format_exception(exception)).replace("\0", "\\0")
            storable = description.encode(errors="backslashreplace").decode()
            self._record_error("Process Error", storable, True, None)
        except PtdbError:
            # The caller's own exception matters more, and goes on.
            log.exception("Run %s could not be recorded as failed.", self.process_tracking_id)

    # The rest is for this class.

    def _change(self, routine: str, **parameters: object) -> Any:
        result = self.store.call(routine, process_tracking_id=self.process_tracking_id, **parameters)
        self.__dict__.pop("_row", None)
        return result

    def _record_error(self, kind: str, description: str | None, fail_run: bool, end_date: Instant | None) -> int:
        error: int = self._change(
            "raise_run_error",
            error_type_name=kind,
            error_description=description,
            fail_run=fail_run,
            end_date=end_date,
        )["error_tracking_id"]
        if fail_run:
            self.process_run_status = "failed"
        return error

    def _found(self, routine: str, **parameters: object) -> list[ExtractTracker]:
        from ptdb.extract_tracker import ExtractTracker

        return [ExtractTracker.of_row(self, row) for row in self.store.call(routine, **parameters)]


def _files_in(folder: str) -> list[str]:
    try:
        return sorted(entry.name for entry in os.scandir(folder) if entry.is_file())
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise LocationNotFound(
            f"the folder {folder!r} cannot be listed: {reason}; give a folder that exists"
        ) from error


def given_store(store: object) -> Store | None:
    """The store that a caller gave, which has to be one."""
    if store is None or isinstance(store, Store):
        return store
    raise InvalidArgument(f"PT011: store is {store!r}; give a ptdb.Store")


def path_text(path: str | os.PathLike[str] | None) -> str | None:
    """A location's path as text, `~` expanded; an address with a scheme, such as s3://, stays as it is."""
    if path is None:
        return None
    if not isinstance(path, (str, os.PathLike)) or not isinstance(os.fspath(path), str):
        raise InvalidArgument(f"PT011: location_path is {path!r}; give a text or a Path")
    text = os.fspath(path)
    if not text.startswith("~"):
        return text
    try:
        return str(Path(text).expanduser())
    except RuntimeError:
        raise InvalidArgument(f"PT011: location_path is {text!r}, but there is no such home folder") from None


def _names(names: Names) -> list[str]:
    if isinstance(names, str):
        return [names]
    if isinstance(names, (bytes, Mapping)) or not isinstance(names, Iterable):
        raise InvalidArgument(
            f"PT011: {names!r} is no name and no list of names; objects and attributes have parameters of their own, "
            "such as source_objects and source_object_attributes"
        )
    return list(names)


def _members(given: object) -> list[tuple[str, Any]]:
    if not isinstance(given, Mapping):
        raise InvalidArgument(f"PT011: {given!r} is no dict; give names by source, such as {{'source': ['object']}}")
    return list(given.items())


def _finest(names: Names | None, objects: Objects | None, attributes: Attributes | None) -> object:
    """The finest of the three grains that is given, as the routines take it."""
    if attributes is not None:
        return {source: {o: _names(a) for o, a in _members(members)} for source, members in _members(attributes)}
    if objects is not None:
        return {source: _names(members) for source, members in _members(objects)}
    return None if names is None else _names(names)
