"""What is registered of processes, whichever run asks: contacts, filters, sources, targets, attributes."""

from __future__ import annotations

from typing import Any

from ptdb.store import Store

Row = dict[str, Any]
#: A process by its key, by its name, or None for the process of the run that asks.
ProcessKey = int | str | None


class Catalogue:
    """The finders about processes. A part of `ProcessTracker`, which has the store and a process of its own.

    Each is one call, and returns a list of dicts in the order of the names. Those about one process take its key or its
    name, or nothing for the run's own process, and raise `ProcessNotFound` when there is none.
    """

    store: Store
    #: Name of the run's own process.
    process_name: str

    def find_process_contacts(self, process: ProcessKey = None) -> list[Row]:
        """Whom to tell: contact_name, contact_email, contact_type (process or source), source_name."""
        return self._about("find_process_contacts", process)

    def find_process_filters(self, process: ProcessKey = None) -> list[Row]:
        """The filters on what the process reads: source, object and attribute names, code and value."""
        return self._about("find_process_filters", process)

    def find_process_source_attributes(self, process: ProcessKey = None) -> list[Row]:
        """The attributes that the process reads, with is_key, is_filter and is_partition."""
        return self._about("find_process_source_attributes", process)

    def find_process_target_attributes(self, process: ProcessKey = None) -> list[Row]:
        """The attributes that the process writes, with is_key, is_filter and is_partition."""
        return self._about("find_process_target_attributes", process)

    def find_process_sources(self, process: ProcessKey = None) -> list[Row]:
        """What the process reads, a row for each leaf, at the grain that was registered."""
        return self._about("find_process_sources", process)

    def find_process_targets(self, process: ProcessKey = None) -> list[Row]:
        """What the process writes, a row for each leaf, at the grain that was registered."""
        return self._about("find_process_targets", process)

    def find_process_by_schedule_frequency(self, frequency: str = "hourly") -> list[Row]:
        """The processes that should run at a frequency: key, name, type, tool.

        Raises:
            LookupNotFound: there is no such frequency.
        """
        rows: list[Row] = self.store.call("find_process_by_schedule_frequency", frequency=frequency)
        return rows

    def _about(self, routine: str, process: ProcessKey) -> list[Row]:
        if isinstance(process, int):
            rows: list[Row] = self.store.call(routine, process_id=process)
        else:
            rows = self.store.call(routine, process_name=self.process_name if process is None else process)
        return rows
