"""`status`, `runs`, `extracts`: what the store knows, read from its views."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import click

Row = Mapping[str, Any]

_RUNS = (
    "process_tracking_id",
    "process_name",
    "process_run_id",
    "process_status_name",
    "process_run_start_date_time",
    "process_run_end_date_time",
    "process_run_record_count",
)
_EXTRACTS = (
    "extract_id",
    "extract_filename",
    "location_path",
    "extract_status_name",
    "extract_registration_date_time",
    "extract_load_record_count",
)
_limit = click.option(
    "--limit", type=click.IntRange(1, 2**63 - 1), default=50, show_default=True, help="How many at most."
)
_json = click.option("--json", "as_json", is_flag=True, help="As JSON, for programs; all columns.")


@click.command()
@_json
def status(as_json: bool) -> None:
    """Shows what runs, what is on hold and since when, what failed last, and what blocks what."""
    from ptdb.store import Store

    store = Store()
    latest = {
        name: store.read("v_process", {"latest_process_status_name": name}, order="process_name")
        for name in ("running", "on hold", "failed")
    }
    blocks = store.read("v_process_dependency", {"is_blocking": True}, order="child_process_name")
    if as_json:
        _print_json({**latest, "blocked": blocks})
        return
    columns = ("process_name", "latest_process_tracking_id", "latest_run_start_date_time")
    _show("Running", latest["running"], columns)
    _show("On hold", latest["on hold"], ("process_name", "latest_process_tracking_id", "latest_run_change_date_time"))
    _show("Failed last", latest["failed"], ("process_name", "latest_process_tracking_id", "last_failed_run_date_time"))
    _show("Blocked", blocks, ("child_process_name", "parent_process_name", "parent_process_status_name"))


@click.command()
@click.option("--process", help="Name of the process.")
@click.option("--status", "run_status", help="Status of the runs.")
@_limit
@_json
def runs(process: str | None, run_status: str | None, limit: int, as_json: bool) -> None:
    """Lists runs, the latest first."""
    from ptdb.store import Store

    filters = {"process_name": process, "process_status_name": run_status}
    rows = Store().read("v_process_run", filters, order="process_tracking_id", descending=True, limit=limit)
    _print_json(rows) if as_json else _show("Runs", rows, _RUNS)


@click.command()
@click.option("--status", "extract_status", help="Status of the extracts.")
@click.option("--location", help="Name of the location.")
@click.option("--filename", help="Name of the file.")
@_limit
@_json
def extracts(extract_status: str | None, location: str | None, filename: str | None, limit: int, as_json: bool) -> None:
    """Lists extracts, the latest first."""
    from ptdb.store import Store

    filters = {"extract_status_name": extract_status, "location_name": location, "extract_filename": filename}
    rows = Store().read("v_extract", filters, order="extract_id", descending=True, limit=limit)
    _print_json(rows) if as_json else _show("Extracts", rows, _EXTRACTS)


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, default=str, ensure_ascii=False, indent=2))


def _show(title: str, rows: Sequence[Row], columns: Sequence[str]) -> None:
    """A table where a person looks; in a pipe plain lines, their fields separated by tabs."""
    cells = [[_text(row[column]) for column in columns] for row in rows]
    if not os.isatty(1):
        for line in cells:
            click.echo("\t".join([title, *line]))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=f"{title}: {len(rows)}", title_justify="left")
    for column in columns:
        table.add_column(column.replace("_", " "))
    for line in cells:
        table.add_row(*(Text(cell) for cell in line))
    Console().print(table if rows else f"{title}: none")


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S UTC")
    return "" if value is None else str(value)
