"""SQL Server's files against contract.toml, without a server; and what their headers say against what they do."""

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
from tests.support import catalogue_mssql

__all__ = [
    "test_columns_are_the_contracts",
    "test_keys_are_the_contracts",
    "test_parameters_and_results_are_the_contracts",
    "test_routines_are_the_contracts",
    "test_tables_are_the_contracts",
]
SURFACE = contract.load()
TEXTS = catalogue_mssql.texts()


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue("mssql", catalogue_mssql, None)


def test_views_are_the_contracts() -> None:
    assert catalogue_mssql.views(None) == set(SURFACE.views)


def test_preloaded_rows_are_the_contracts() -> None:
    """By their literals; in the store's tables they are looked at where there is a server."""
    text = (catalogue_mssql.FOLDER / "defaults.sql").read_text()
    parts = re.findall(
        r"^INSERT INTO \[\$\(schema\)\]\.(\w+) \(.*?VALUES\n(.*?)\n\) AS preloaded \((.*?)\)",
        text,
        re.DOTALL | re.MULTILINE,
    )
    tables = {name: table for name, table in SURFACE.tables.items() if table.preloaded}
    assert sorted(name for name, *_ in parts) == sorted(tables)
    for name, rows, columns in parts:
        expected = [f"({', '.join(map(_literal, row))})" for row in tables[name].preloaded]
        assert sorted(re.sub(r"\s+", " ", row).rstrip(",") for row in re.split(r"\n\s*(?=\()", rows.strip())) == sorted(
            expected
        )
        width = len(tables[name].preloaded[0])
        assert re.split(r",\s+", columns.strip()) == [column.name for column in tables[name].columns[:width]]


def _literal(value: object) -> str:
    if isinstance(value, str):
        return f"N'{value}'"
    return "NULL" if value is None else str(int(str(value)))


@pytest.mark.parametrize("name", TEXTS)
def test_a_header_says_what_the_routine_does(name: str) -> None:
    """Its parameters in their order, its results, and the errors that it or what it executes can raise."""
    text = TEXTS[name]
    header = "\n".join(line for line in text.splitlines() if line.startswith("--"))
    described = re.findall(r"^-- (@\w+(?:, @\w+)*) ", header, re.MULTILINE)
    given = [parameter for parameter, *_ in catalogue_mssql.parameters(name)]
    public = SURFACE.routines.get(name)
    results = {result.name for result in public.results} if public and public.kind == "command" else set()
    inputs = [parameter for parameter in given if parameter not in results or parameter in _names(public)]
    assert re.findall(r"\w+", " ".join(described)) == inputs
    assert {parameter for parameter in given if f"@{parameter}" not in header} == set()
    named = set(re.findall(r"PT\d{3}", header))
    reachable = set().union(*(catalogue_mssql.codes(other) for other in catalogue_mssql.executed(name)))
    assert catalogue_mssql.codes(name) <= named <= reachable
    assert set(re.findall(r"\bTHROW (\d{5}),", text)) <= set(re.findall(r"\b\d{5}\b", header))


def _names(routine: contract.Routine | None) -> set[str]:
    return {parameter.name for parameter in routine.parameters} if routine else set()


@pytest.mark.parametrize("name", sorted(TEXTS.keys() - SURFACE.routines.keys()))
def test_no_internal_routine_shows_rows(name: str) -> None:
    """Rows are the answer of a finder; any other would stand before what a command returns."""
    finders = {routine.name for routine in SURFACE.routines.values() if routine.kind == "finder"}
    callers = {other for other in TEXTS if other in SURFACE.routines and name in catalogue_mssql.executed(other)}
    assert callers <= finders or catalogue_mssql.client_rows(name) == []


@pytest.mark.parametrize("name", TEXTS)
def test_every_error_is_raised_in_one_way(name: str) -> None:
    """By raise_error, with a code of the contract; a bare THROW passes another's error on."""
    assert catalogue_mssql.codes(name) <= set(SURFACE.errors.values())
    code = re.sub(r"--.*", "", TEXTS[name])
    assert "RAISERROR" not in code
    assert name in ("lock_name", "raise_error") or set(re.findall(r"\bTHROW\b[^;]*", code)) <= {"THROW"}
