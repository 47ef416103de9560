"""The names in sql/oracle: what Oracle takes, and what older tools of its world do."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from ptdb import contract

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "sql/oracle").rglob("*.sql"))
SURFACE = contract.load()
#: What the contract prescribes, and other dialects with it. Oracle 12.2 takes names of 128 bytes.
PRESCRIBED = {
    *SURFACE.tables,
    *SURFACE.routines,
    *SURFACE.views,
    *(c.name for table in SURFACE.tables.values() for c in (*table.columns, *SURFACE.audit)),
    *(f"p_{c.name}" for routine in SURFACE.routines.values() for c in (*routine.parameters, *routine.results)),
}
#: Reserved words of Oracle's SQL and PL/SQL, by the reference manuals of 12.2.
RESERVED = frozenset(
    re.findall(
        r"\w+",
        """
        access add all alter and any as asc at audit begin between by case char check cluster clusters colauth column
        column_value columns comment compress connect crash create current cursor date decimal declare default delete
        desc distinct drop else end exception exclusive exists fetch file float for from function goto grant group
        having identified if immediate in increment index indexes initial insert integer intersect into is level like
        lock long maxextents minus mlslabel mode modify nested_table_id noaudit nocompress not nowait null number of
        offline on online option or order overlaps pctfree prior procedure public raw rename resource revoke row rowid
        rownum rows select session set share size smallint sql start subtype successful synonym sysdate tabauth table
        then to trigger type uid union unique update user validate values varchar varchar2 view views when whenever
        where with
        """,
    )
)
# What a file names itself: constraints, indexes, aliases of columns and tables, names of loops and of variables.
_NAMED = re.compile(
    r"\b(?:CONSTRAINT|INDEX|AS|FOR(?= \w+ IN\b)) (\w+)|\b(?:FROM|JOIN|INTO) \w+ (\w+)|\) (\w+)$|^ +(\w+) [A-Z]\S* :=",
    re.MULTILINE,
)


def code(path: Path) -> str:
    """A file without its comments and texts, but with the statements that it holds as texts."""
    text = re.sub(r"--.*", "", path.read_text())
    return re.sub(r"'[^']*'", "''", text.replace("q'[", "").replace("]'", ""))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_name_of_ours_has_at_most_30_bytes(path: Path) -> None:
    """Which older tools still expect; the contract's own are the same in every dialect."""
    names = set(re.findall(r"\b\w{31,}\b", code(path)))
    assert names <= PRESCRIBED
    assert all(len(name.encode()) <= 128 for name in names)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_name_of_ours_is_no_reserved_word(path: Path) -> None:
    named = {name.lower() for name in chain.from_iterable(_NAMED.findall(code(path))) if name and not name.isupper()}
    assert not named & RESERVED


def test_no_name_of_the_contract_is_a_reserved_word() -> None:
    assert not PRESCRIBED & RESERVED


def test_tables_and_routines_have_names_of_their_own() -> None:
    """Oracle keeps them in one namespace."""
    routines = [path.stem for path in (ROOT / "sql/oracle/routines").rglob("*.sql")]
    everything = [*SURFACE.tables, *SURFACE.views, *routines]
    assert len(everything) == len(set(everything))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_file_disturbs_the_client(path: Path) -> None:
    """SQL*Plus takes an ampersand for a variable, and a hyphen at the end of a line for its continuation."""
    for line in path.read_text().splitlines():
        assert "&" not in line
        assert line.startswith("--") or not line.endswith("-")
