"""Snowflake's files against contract.toml, without an account; and what their headers say against what they do."""

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
from tests.support import catalogue_snowflake

__all__ = [
    "test_columns_are_the_contracts",
    "test_keys_are_the_contracts",
    "test_parameters_and_results_are_the_contracts",
    "test_routines_are_the_contracts",
    "test_tables_are_the_contracts",
]
SURFACE = contract.load()
TEXTS = catalogue_snowflake.texts()
GATE = "UPDATE system_lkup SET system_value = system_value WHERE system_key = 'version';"
#: What changes nothing.
READERS = {
    routine.name
    for routine in SURFACE.routines.values()
    if (routine.kind == "finder" and routine.role == "reader") or routine.name.startswith(("get_", "compare_"))
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue("snowflake", catalogue_snowflake, None)


def test_views_are_the_contracts() -> None:
    assert catalogue_snowflake.views(None) == set(SURFACE.views)


def test_preloaded_rows_are_the_contracts() -> None:
    """By their literals; in the store's tables they are looked at where there is an account."""
    text = (catalogue_snowflake.FOLDER / "defaults.sql").read_text()
    parts = re.findall(
        r"^INSERT INTO (\w+) \(.*?VALUES\n(.*?)\n\)\s+AS preloaded \((.*?)\)", text, re.DOTALL | re.MULTILINE
    )
    tables = {name: table for name, table in SURFACE.tables.items() if table.preloaded}
    assert sorted(name for name, *_ in parts) == sorted(tables)
    for name, rows, columns in parts:
        width = len(tables[name].preloaded[0])
        expected = [f"({', '.join(map(_literal, row))}, 0, 0)" for row in tables[name].preloaded]
        found = [re.sub(r"\s+", " ", row).rstrip(",") for row in re.split(r"\n\s*(?=\()", rows.strip())]
        assert sorted(found) == sorted(expected)
        assert re.split(r",\s+", columns.strip())[:width] == [column.name for column in tables[name].columns[:width]]


def _literal(value: object) -> str:
    if isinstance(value, str):
        return f"'{value}'"
    return "NULL" if value is None else str(int(str(value)))


@pytest.mark.parametrize("name", TEXTS)
def test_a_header_says_what_the_routine_does(name: str) -> None:
    """Its parameters in their order, and the errors that it or what it uses can raise."""
    text = TEXTS[name]
    header = "\n".join(line for line in text.splitlines() if line.startswith("--"))
    described = re.findall(r"^-- (p_\w+(?:, p_\w+)*) ", header, re.MULTILINE)
    given = [parameter for parameter, *_ in catalogue_snowflake.parameters(name)]
    assert re.findall(r"\w+", " ".join(described)) == given
    named = set(re.findall(r"PT\d{3}", header))
    reachable = set().union(*(catalogue_snowflake.codes(other) for other in catalogue_snowflake.used(name)))
    assert catalogue_snowflake.codes(name) <= named
    assert named <= reachable or name == "raise_error"


@pytest.mark.parametrize("name", TEXTS)
def test_every_error_is_raised_in_one_way(name: str) -> None:
    """By raise_error, with a code of the contract; a bare RAISE passes another's error on."""
    assert catalogue_snowflake.codes(name) <= set(SURFACE.errors.values())
    code = re.sub(r"--.*|'(?:[^'\\]|\\.|'')*'", "", catalogue_snowflake.bodies(name))
    assert set(re.findall(r"\bRAISE\b[^;]*", code)) <= {"RAISE"}
    assert name == "raise_error" or "EXECUTE IMMEDIATE" not in code


@pytest.mark.parametrize("name", TEXTS)
def test_a_writer_begins_with_the_gate(name: str) -> None:
    """A public routine that writes takes the store's one lock before it reads or writes anything else.

    Without keys and row locks that is what keeps names, numbers and the latest run unique; sql/README.md has the
    argument. No internal routine begins or ends a transaction.
    """
    code = re.sub(r"--.*", "", catalogue_snowflake.bodies(name))
    ends = re.findall(r"\b(BEGIN TRANSACTION|COMMIT|ROLLBACK)\b", code)
    if name in SURFACE.routines and name not in READERS:
        before, gate, after = code.partition(GATE)
        assert gate, "there is no gate"
        assert GATE not in after
        assert not set(re.findall(r"\w+", _without_literals(before))) & SURFACE.tables.keys()
        assert ends == ["BEGIN TRANSACTION", "COMMIT", "ROLLBACK"]
    else:
        assert ends == []
        assert GATE not in code
    if name in READERS:
        assert not re.search(r"\b(INSERT INTO|UPDATE|DELETE FROM|MERGE INTO)\b", _without_literals(code))


AUDIT = ("created_by", "updated_by")


def test_a_topic_is_in_use_where_any_table_refers_to_it() -> None:
    """Foreign keys are not enforced: what a table of the contract refers to, the routine has to ask it for."""
    tables = dict(re.findall(r"WHEN '([\w ]+)' THEN\s+DELETE FROM (\w+)", catalogue_snowflake.bodies("delete_topic")))
    expected = {
        (topic, table.name, column.name)
        for topic, lookup in tables.items()
        for table in SURFACE.tables.values()
        for column in table.columns
        if (column.references or "").partition(".")[0] == lookup and column.name not in AUDIT
    }
    used = re.findall(
        r"FROM (\w+)\s+WHERE :p_topic = '([\w ]+)' AND (\w+) = :p_id", catalogue_snowflake.bodies("topic_table_of")
    )
    assert len(tables) == 10
    assert {(topic, table, column) for table, topic, column in used} == expected


def test_an_actor_is_in_use_where_any_table_says_who() -> None:
    code = catalogue_snowflake.bodies("audit_table_of")
    asked = set(re.findall(r"FROM (\w+)\s+WHERE :p_id IN \(created_by, updated_by\)", code))
    expected = {name for name, table in SURFACE.tables.items() if {c.name for c in table.columns} >= set(AUDIT)}
    assert asked == expected


def _without_literals(code: str) -> str:
    return re.sub(r"'(?:[^'\\]|\\.|'')*'", "''", code)
