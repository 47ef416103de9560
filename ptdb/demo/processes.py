"""The demo's processes: how a pipeline works with ptdb.

`Demo.extract` and `Demo.load` use a run as a context manager, which completes it, or records what went wrong and fails
it. `Demo.load_managers` gives every status itself.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psycopg
from rich.console import Console
from rich.padding import Padding
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn
from rich.table import Table as Grid
from rich.text import Text

from ptdb.demo import archive, tables, views
from ptdb.demo.archive import Archive
from ptdb.demo.tables import Table
from ptdb.errors import Duplicate, ProcessOnHold, ProcessRunFailed
from ptdb.extract_tracker import ExtractTracker
from ptdb.process_tracker import ProcessTracker
from ptdb.store import Store

ACTOR = "Demo"
EXTRACT = "Lahman Extract"
DATASET = "Lahman Baseball Dataset"
FILES = "Lahman Files"
TABLES = "Lahman Tables"
#: Failed runs in a row that put the load of the managers on hold.
MAX_FAILURES = 2
#: A custom status, so that the history shows where a hold was.
RELEASED = "released"


def load_name(table: Table) -> str:
    """Name of the process that loads a table."""
    return f"Lahman {table.name} Load"


PROCESSES = (EXTRACT, *(load_name(table) for table in tables.TABLES))


@dataclass(frozen=True)
class Demo:
    """The pipeline: a store that knows about it, a database and a folder that it works on."""

    store: Store
    connection: tables.Connection
    archive: Archive
    folder: Path
    console: Console

    def run(self) -> None:
        """Runs every process in turn."""
        self.clean_up()
        self._title("A delivery is unpacked and loaded")
        delivery = self.extract()
        for table in (tables.TEAMS, tables.PEOPLE, tables.BATTING):
            self.load(table)

        self._title("A damaged file puts its process on hold")
        file = self.folder / f"Managers-{delivery}.csv"
        text = self.archive.read("Managers")
        archive.write(file, text[: len(text) // 2].rpartition(",")[0])
        for _ in range(MAX_FAILURES + 1):
            try:
                self.load_managers(file)
            except ProcessRunFailed as failure:
                self._say(load_name(tables.MANAGERS), str(failure), "red")
            except ProcessOnHold as hold:
                self._say(load_name(tables.MANAGERS), str(hold), "yellow")
                break
        archive.write(file, text)
        self.store.call("release_process", process_name=load_name(tables.MANAGERS), new_status=RELEASED)
        self._say(load_name(tables.MANAGERS), f"{file.name} has arrived again, undamaged; the process is released")
        self.load_managers(file)

    def extract(self) -> int:
        """Unpacks what is due into the folder, and registers it for the loads.

        Returns:
            The run's number.
        """
        with ProcessTracker(
            process_name=EXTRACT,
            process_type="Extract",
            actor_name=ACTOR,
            tool_name="Python",
            source_objects={DATASET: [self.archive.name]},
            target_objects={FILES: ["Teams", "People", "Batting"]},
            store=self.store,
        ) as run:
            watermark = run.get_process_watermark()
            last_season = watermark.year + 1 if watermark else archive.FIRST_DELIVERY
            parts = [part for part in archive.PARTS if part.last_season <= last_season]
            with self.console.status(f"{EXTRACT}: unpacking ..."):
                files = self.archive.unpack(parts, self.folder)

            extracts = dict(zip(parts, run.register_extracts(files, self.folder), strict=True))
            # A row of Batting refers to its team and its player, so their files have to be loaded first.
            for part, extract in extracts.items():
                for other, parent in extracts.items():
                    if part.table == "Batting" and other.table != "Batting":
                        extract.add_dependency("parent", parent, "Hard")

            # What was delivered before is registered too, which changes nothing.
            new = {
                part: file
                for part, file in zip(parts, files, strict=True)
                if watermark is None or part.last_season > watermark.year
            }
            records = sum(file["write_record_count"] for file in new.values())
            run.set_process_run_record_count(records)
            if new:
                low, high = min(part.first_season for part in new), max(part.last_season for part in new)
                run.set_process_run_low_high_dates(f"{low}-01-01", f"{high}-12-31")
            number = run.process_tracking_run.process_run_id
        found = f"{_files(len(new))} registered, {records:,} rows" if new else "no season, nothing to register"
        self._say(EXTRACT, _after(watermark) + found)
        return number

    def load(self, table: Table) -> None:
        """Loads the files of a table that are ready."""
        name = load_name(table)
        with ProcessTracker(
            process_name=name,
            process_type="Load",
            actor_name=ACTOR,
            tool_name="COPY",
            source_objects={FILES: [table.name]},
            target_objects={TABLES: [table.name.lower()]},
            store=self.store,
        ) as run:
            for parent in (EXTRACT, *(f"Lahman {parent} Load" for parent in table.parents)):
                # The store has it since the first run of the demo.
                with contextlib.suppress(Duplicate):
                    self.store.call(
                        "create_process_dependency",
                        parent_process_name=parent,
                        child_process_name=name,
                        dependency_type="Hard",
                    )
            watermark = run.get_process_watermark()
            # What was interrupted is loaded again, and all of it when somebody has emptied the table.
            statuses = ["ready", "error", *(["loaded"] if tables.is_empty(self.connection, table) else [])]
            extracts = [
                extract
                for status in statuses
                for extract in run.find_extracts_by_location(location_path=self.folder, status=status)
                if extract.filename.startswith(table.name)
            ]
            if not extracts:
                self._say(name, f"{_after(watermark)}no file is ready, nothing to load")
                return

            run.bulk_change_extract_status(extracts, "loading")
            rows = inserted = updated = 0
            with self._progress() as progress:
                paths = [Path(extract.full_filename) for extract in extracts]
                task = progress.add_task(name, total=sum(path.stat().st_size for path in paths if path.exists()))
                for extract, path in zip(extracts, paths, strict=True):
                    loaded = tables.load(self.connection, table, path, lambda size: progress.advance(task, size))
                    extract.set_extract_record_count(loaded.rows)
                    extract.set_extract_low_high_dates(loaded.low, loaded.high)
                    run.set_process_run_low_high_dates(loaded.low, loaded.high)
                    rows += loaded.rows
                    inserted += loaded.inserted
                    updated += loaded.updated
                    run.set_process_run_record_count(inserted, "insert")
                    run.set_process_run_record_count(updated, "update")
                    run.record_heartbeat()
            run.bulk_change_extract_status(extracts, "loaded")
        self._say(name, f"{_after(watermark)}{_files(len(extracts))} loaded, {_rows(rows, inserted, updated)}", "green")

    def load_managers(self, file: Path) -> None:
        """Loads one file that comes without an extract process, and gives every status itself.

        Raises:
            ProcessRunFailed: the file is damaged; that is recorded.
            ProcessOnHold: the process has failed too often in a row.
        """
        run = ProcessTracker(
            process_name=load_name(tables.MANAGERS),
            process_type="Load",
            actor_name=ACTOR,
            tool_name="COPY",
            source_objects={FILES: ["Managers"]},
            target_objects={TABLES: ["managers"]},
            store=self.store,
        )
        self.store.call("set_process", process_name=run.process_name, max_concurrent_failures=MAX_FAILURES)
        extract = ExtractTracker(
            process_run=run,
            filename=file.name,
            location_path=self.folder,
            file_size=f"{file.stat().st_size / 1024:.1f} KB",
        )
        extract.change_extract_status("loading")
        try:
            loaded = tables.load(self.connection, tables.MANAGERS, file)
        except psycopg.DataError as error:
            extract.change_extract_status("error")
            place = (error.diag.context or "").partition(": ")[0]
            run.raise_run_error("Data Error", f"{file.name}: {error.diag.message_primary} ({place})", fail_run=True)
            raise
        extract.set_extract_record_count(loaded.rows)
        extract.set_extract_low_high_dates(loaded.low, loaded.high)
        extract.change_extract_status("loaded")
        run.set_process_run_low_high_dates(loaded.low, loaded.high)
        run.set_process_run_record_count(loaded.inserted, "insert")
        run.set_process_run_record_count(loaded.updated, "update")
        run.change_run_status("completed")
        self._say(run.process_name, f"{file.name}, {_rows(loaded.rows, loaded.inserted, loaded.updated)}", "green")

    def clean_up(self) -> None:
        """Ends what a demo that was killed has left behind: runs, holds, files half loaded."""
        latest = views.rows(
            self.connection,
            self.store.schema,
            "v_process_run",
            "WHERE is_latest_run AND actor_name = %s AND process_name = ANY(%s) ORDER BY process_tracking_id",
            ACTOR,
            list(PROCESSES),
        )
        for row in latest:
            name = row["process_name"]
            if row["process_status_name"] == "on hold":
                self.store.call("release_process", process_name=name, new_status=RELEASED)
                self._say(name, "was left on hold by a demo that was interrupted; the process is released", "yellow")
            run = ProcessTracker(process_tracking_id=row["process_tracking_id"], store=self.store)
            if name != EXTRACT:
                run.bulk_change_extract_status(run.find_extracts_by_process(name, "loading"), "error")
            if row["process_status_name"] == "running":
                with contextlib.suppress(ProcessRunFailed):
                    run.raise_run_error("Process Error", "The demo was interrupted during this run.", fail_run=True)
                self._say(name, f"run {row['process_run_id']} was interrupted; it has failed", "yellow")

    def _title(self, text: str) -> None:
        self.console.print()
        self.console.print(text, style="bold")

    def _say(self, process_name: str, text: str, style: str = "") -> None:
        grid = Grid.grid(padding=(0, 2, 0, 0))
        grid.add_column(width=max(map(len, PROCESSES)), no_wrap=True)
        grid.add_row(process_name, Text(text, style))
        self.console.print(Padding(grid, (0, 0, 0, 2)))

    def _progress(self) -> Progress:
        return Progress(
            TextColumn("  {task.description}"),
            BarColumn(),
            DownloadColumn(),
            console=self.console,
            transient=True,
            disable=not self.console.is_terminal,
        )


def _after(watermark: datetime | None) -> str:
    return f"after {watermark:%Y-%m-%d}: " if watermark else ""


def _files(number: int) -> str:
    return f"{number} file{'' if number == 1 else 's'}"


def _rows(number: int, inserted: int, updated: int) -> str:
    return f"{number:,} rows ({inserted:,} new, {updated:,} changed)"
