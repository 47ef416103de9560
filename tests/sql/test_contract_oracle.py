"""Oracle's files against contract.toml, without a server; and what their headers say against what they do."""

from __future__ import annotations

import re

import pytest

from ptdb import contract
from tests.sql.test_contract import (
    Catalogue,
    test_columns_are_the_contracts,
    test_keys_are_the_contracts,
    test_parameters_and_results_are_the_contracts,
    test_routines_are_the_contracts,
    test_tables_are_the_contracts,
)
from tests.support import catalogue_oracle
from tests.support.texts import code

__all__ = [
    "test_columns_are_the_contracts",
    "test_keys_are_the_contracts",
    "test_parameters_and_results_are_the_contracts",
    "test_routines_are_the_contracts",
    "test_tables_are_the_contracts",
]
SURFACE = contract.load()
TEXTS = catalogue_oracle.texts()
# A value and its name in a list of what is selected.
_ITEM = re.compile(r"('(?:[^']|'')*'|\w+)(?: AS (\w+))?")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue("oracle", catalogue_oracle, None)


def test_views_are_the_contracts() -> None:
    assert catalogue_oracle.views(None) == set(SURFACE.views)


def test_preloaded_rows_are_the_contracts() -> None:
    """By their literals; in the store's tables they are looked at where there is a server."""
    text = (catalogue_oracle.FOLDER / "defaults.sql").read_text()
    parts = re.findall(r"^MERGE INTO (\w+) t\nUSING \(\n(.*?)\n\) s\n", text, re.DOTALL | re.MULTILINE)
    tables = {name: table for name, table in SURFACE.tables.items() if table.preloaded}
    assert sorted(name for name, _ in parts) == sorted(tables)
    for name, rows in parts:
        selected = [_ITEM.findall(row) for row in re.findall(r"SELECT\s+(.*?)\s+FROM dual", rows, re.DOTALL)]
        names = [column for _, column in selected[0]]
        assert names == [column.name for column in tables[name].columns[: len(names)]]
        found = sorted(tuple(value for value, _ in row) for row in selected)
        assert found == sorted(tuple(map(_literal, row)) for row in tables[name].preloaded)


def _literal(value: object) -> str:
    if isinstance(value, str):
        return f"'{value}'"
    return "NULL" if value is None else str(int(str(value)))


@pytest.mark.parametrize("name", TEXTS)
def test_a_header_says_what_the_routine_does(name: str) -> None:
    """Its parameters in their order, its results, and the errors that it or what it calls can raise."""
    header = "\n".join(line for line in TEXTS[name].splitlines() if line.startswith("--"))
    described = re.findall(r"^-- (p_\w+(?:(?:, | \.\.\. )p_\w+)*) ", header, re.MULTILINE)
    given = [f"p_{parameter}" for parameter, mode, *_ in catalogue_oracle.parameters(name) if mode == "IN"]
    listed = re.findall(r"p_\w+", " ".join(described))
    assert listed == given or "..." in " ".join(described)
    named = set(re.findall(r"PT\d{3}", header))
    reachable = set().union(*(catalogue_oracle.codes(other) for other in catalogue_oracle.executed(name)))
    assert catalogue_oracle.codes(name) <= named <= reachable


@pytest.mark.parametrize("name", TEXTS)
def test_every_error_is_raised_in_one_way(name: str) -> None:
    """By raise_error, with a code of the contract."""
    assert catalogue_oracle.codes(name) <= set(SURFACE.errors.values())
    assert name == "raise_error" or "RAISE_APPLICATION_ERROR" not in TEXTS[name]


@pytest.mark.parametrize("name", sorted(TEXTS.keys() & SURFACE.routines.keys()))
def test_a_routine_that_writes_undoes_a_refused_call_alone(name: str) -> None:
    """Whoever calls it: to a savepoint of its own. None ends the caller's transaction."""
    text = code(TEXTS[name])
    writes = any(
        re.search(r"\b(?:INSERT INTO|UPDATE|DELETE FROM|MERGE INTO|FOR UPDATE)\b", code(TEXTS[other]))
        for other in catalogue_oracle.executed(name)
    )
    begin, end = "BEGIN\n    SAVEPOINT ptdb_call;\n", "        ROLLBACK TO SAVEPOINT ptdb_call;\n        RAISE;\n"
    assert (begin in text, end in text) == (writes, writes)
    assert not re.search(r"\bCOMMIT\b|\bROLLBACK(?! TO SAVEPOINT)", text)


@pytest.mark.parametrize("name", TEXTS)
def test_a_routine_runs_with_its_owners_rights(name: str) -> None:
    assert "\nAUTHID DEFINER\n" in TEXTS[name]


def test_routines_come_behind_those_that_they_call() -> None:
    """Oracle compiles each as it is made."""
    listed = (catalogue_oracle.FOLDER / "objects.sql").read_text()
    order = re.findall(r"^@@routines/(?:internal/)?(\w+)\.sql$", listed, re.MULTILINE)
    assert sorted(order) == sorted(TEXTS)
    for at, name in enumerate(order):
        called = catalogue_oracle.called(name) - {name}
        assert called <= set(order[:at])
