"""What the store knows after the demo, read from its views."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from ptdb.demo import tables, views
from ptdb.demo.processes import PROCESSES, load_name
from ptdb.demo.tables import Connection

_RUNS_SHOWN = 16
_EXTRACTS_SHOWN = 12
_ERRORS_SHOWN = 6
_STYLES = {"completed": "green", "loaded": "green", "failed": "red", "error": "red", "on hold": "yellow"}


def show(connection: Connection, schema: str, folder: Path, console: Console) -> None:
    """Prints the runs, the extracts, the errors, the lineage and the tables of the demo."""
    names = list(PROCESSES)
    runs = views.rows(
        connection, schema, "v_process_run", "WHERE process_name = ANY(%s) ORDER BY process_tracking_id", names
    )
    extracts = views.rows(connection, schema, "v_extract", "WHERE location_path = %s ORDER BY extract_id", str(folder))
    errors = views.rows(connection, schema, "v_error", "WHERE process_name = ANY(%s) ORDER BY error_tracking_id", names)
    lineage = views.rows(
        connection,
        schema,
        "v_lineage",
        "WHERE process_name = ANY(%s) ORDER BY process_id, source_object_name, target_object_name",
        names,
    )
    for grid in (_runs(runs), _extracts(extracts), _errors(errors), _lineage(lineage), _tables(connection, runs)):
        console.print()
        console.print(grid)


def _runs(rows: list[views.Row]) -> Grid:
    grid = _grid("Runs", "v_process_run", len(rows), _RUNS_SHOWN)
    _columns(grid, "Run>", "Process", "No.>", "Status", "Started, UTC", "Rows>", "Seasons")
    for row in rows[-_RUNS_SHOWN:]:
        low, high = row["process_run_low_date_time"], row["process_run_high_date_time"]
        grid.add_row(
            str(row["process_tracking_id"]),
            row["process_name"],
            str(row["process_run_id"]),
            _status(row["process_status_name"]),
            f"{row['process_run_start_date_time'].astimezone(UTC):%m-%d %H:%M:%S}",
            _number(row["process_run_record_count"]),
            "-".join(dict.fromkeys(f"{day.astimezone(UTC):%Y}" for day in (low, high) if day)),
        )
    return grid


def _extracts(rows: list[views.Row]) -> Grid:
    grid = _grid("Extracts", "v_extract", len(rows), _EXTRACTS_SHOWN)
    _columns(grid, "File", "Status", "Written>", "Loaded>", "Data from", "Data to")
    for row in rows[-_EXTRACTS_SHOWN:]:
        grid.add_row(
            row["extract_filename"],
            _status(row["extract_status_name"]),
            _number(row["extract_write_record_count"]),
            _number(row["extract_load_record_count"]),
            _day(row["extract_load_low_date_time"] or row["extract_write_low_date_time"]),
            _day(row["extract_load_high_date_time"] or row["extract_write_high_date_time"]),
        )
    return grid


def _errors(rows: list[views.Row]) -> Grid:
    grid = _grid("Errors", "v_error", len(rows), _ERRORS_SHOWN)
    _columns(grid, "Run>", "Process", "Type")
    grid.add_column("Description")
    for row in rows[-_ERRORS_SHOWN:]:
        # Of a traceback the last line says what it was.
        description = row["error_description"].strip().splitlines()[-1]
        grid.add_row(str(row["process_tracking_id"]), row["process_name"], row["error_type_name"], Text(description))
    return grid


def _lineage(rows: list[views.Row]) -> Grid:
    """A line for each process, though the view has one for each pair of objects."""
    grid = _grid("Lineage", "v_lineage")
    grid.add_column("From")
    _columns(grid, "Process")
    grid.add_column("To")
    for process, group in groupby(rows, lambda row: str(row["process_name"])):
        flows = list(group)
        read = dict.fromkeys(f"{row['source_name']}: {row['source_object_name']}" for row in flows)
        written = dict.fromkeys(f"{row['target_name']}: {row['target_object_name']}" for row in flows)
        grid.add_row("\n".join(read), process, "\n".join(written))
    return grid


def _tables(connection: Connection, runs: list[views.Row]) -> Grid:
    grid = _grid("Tables", tables.SCHEMA)
    _columns(grid, "Table", "Rows in it>", "Inserted by all runs>", "Updated>")
    for table in tables.TABLES:
        own = [row for row in runs if row["process_name"] == load_name(table)]
        grid.add_row(
            f"{tables.SCHEMA}.{table.name.lower()}",
            _number(tables.count(connection, table)),
            _number(sum(row["process_run_insert_count"] for row in own)),
            _number(sum(row["process_run_update_count"] for row in own)),
        )
    return grid


def _grid(title: str, origin: str, number: int = 0, shown: int = 0) -> Grid:
    part = f", the last {shown} of {number}" if number > shown else ""
    heading = Text.assemble((title, "bold"), (f"  {origin}{part}", "dim"))
    return Grid(title=heading, title_justify="left", box=None, padding=(0, 2, 0, 0), pad_edge=False)


def _columns(grid: Grid, *titles: str) -> None:
    """Adds columns that are not wrapped; `>` behind a title is for numbers."""
    for title in titles:
        grid.add_column(title.rstrip(">"), justify="right" if title.endswith(">") else "left", no_wrap=True)


def _status(name: str) -> Text:
    return Text(name, style=_STYLES.get(name, ""))


def _number(number: int | None) -> str:
    return "" if number is None else f"{number:,}"


def _day(instant: datetime | None) -> str:
    return f"{instant.astimezone(UTC):%Y-%m-%d}" if instant else ""
