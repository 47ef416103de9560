"""Each dialect against contract.toml: what the catalogue has is what the contract says, no more and no less."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from ptdb import Settings, contract, dialects, errors
from tests.support import engines

ROOT = Path(__file__).resolve().parents[2]
SURFACE = contract.load()
DIALECTS = sorted({engines.dialect_of(engine) for engine in engines.ENGINES})
ROUTINES = [(dialect, routine) for dialect in DIALECTS for routine in SURFACE.routines_of(dialect).values()]


class Catalogue:
    """What is installed, as the catalogue of the engine under test says: the functions of tests/support/catalogue_*."""

    def __init__(self, dialect: str, module: ModuleType, connection: Any) -> None:
        self.dialect = dialect
        self.module = module
        self._connection = connection

    def __call__(self, what: str, *arguments: object) -> Any:
        return getattr(self.module, what)(self._connection, *arguments)


@pytest.fixture(scope="module")
def catalogue(store_url: str) -> Iterator[Catalogue]:
    with engines.module(store_url).connect(store_url) as connection:
        yield Catalogue(dialects.load(Settings.load(store_url).dialect).name, engines.catalogue(store_url), connection)


def test_tables_are_the_contracts(catalogue: Catalogue) -> None:
    assert catalogue("tables") == set(SURFACE.tables)


@pytest.mark.parametrize("table", SURFACE.tables.values(), ids=lambda table: table.name)
def test_columns_are_the_contracts(catalogue: Catalogue, table: contract.Table) -> None:
    """Names, order, types, NULL, identity and defaults."""
    expected = [
        {
            "name": column.name,
            "type": catalogue.module.column_type(column.type),
            "is_null": column.null,
            "is_auto": column.auto,
            "has_default": column.default is not None or column.name in ("created_date_time", "update_date_time"),
        }
        for column in (*table.columns, *SURFACE.audit)
    ]
    assert catalogue("columns", table.name) == expected


@pytest.mark.parametrize("table", SURFACE.tables.values(), ids=lambda table: table.name)
def test_keys_are_the_contracts(catalogue: Catalogue, table: contract.Table) -> None:
    """The primary key, every unique key, every reference."""
    primary, others = catalogue("keys", table.name)
    assert primary == table.key
    assert others == set(table.unique) | catalogue.module.OWN_KEYS.get(table.name, set())
    expected = {c.name: c.references.partition(".")[0] for c in table.columns if c.references}
    assert catalogue("references", table.name) == expected


@pytest.mark.parametrize(
    "table", [table for table in SURFACE.tables.values() if table.preloaded], ids=lambda table: table.name
)
def test_preloaded_rows_are_the_contracts(store_url: str, table: contract.Table) -> None:
    """In a fresh store, every preloaded row is there, marked by created_by = 0, and no other row is so marked."""
    module = engines.module(store_url)
    names = [column.name for column in table.columns[: len(table.preloaded[0])]]
    schema = Settings.load(store_url).schema
    with module.connect(store_url) as connection:
        found = module.select(
            connection, f"SELECT {', '.join(names)} FROM {schema}.{table.name} WHERE created_by = 0 ORDER BY 1"
        )
    values = [tuple(row.values()) for row in found]
    if table.name == "system_lkup":  # other tests may set the settings of the session's store
        values = [(key, name, value) for key, name, value in values if name == "version"]
        assert values == [(1, "version", SURFACE.version)]
    else:
        assert values == sorted(table.preloaded)


def test_routines_are_the_contracts(catalogue: Catalogue) -> None:
    """What is installed is the contract's, of the parts that the dialect claims, and what is internal."""
    files = {path.stem: path for path in (ROOT / f"sql/{catalogue.dialect}/routines").rglob("*.sql")}
    public = {name for name, path in files.items() if path.parent.name != "internal"}
    assert public == set(SURFACE.routines_of(catalogue.dialect))
    assert catalogue("routines") == (public if catalogue.dialect == "postgresql" else set(files))


@pytest.mark.parametrize("name", SURFACE.routines)
def test_parameters_and_results_are_the_contracts(catalogue: Catalogue, name: str) -> None:
    """Names, order and types."""
    routine = SURFACE.routines_of(catalogue.dialect).get(name)
    assert routine is not None, f"{name} is of a part that the dialect does not claim"
    catalogue("check_signature", routine)


@pytest.mark.parametrize(("dialect", "routine"), ROUTINES, ids=lambda value: getattr(value, "name", value))
def test_a_routines_header_names_its_errors_and_parameters(dialect: str, routine: contract.Routine) -> None:
    """The header of each file says what the contract says; a person reads the file, not the contract."""
    text = (ROOT / f"sql/{dialect}/routines/{routine.name}.sql").read_text()
    header = "\n".join(line for line in text.splitlines() if line.startswith("--"))
    flat = " ".join(header.replace("--", " ").split())
    assert text.startswith(f"-- {routine.name}: ")
    named = {code: name for name, code in SURFACE.errors.items()}
    assert {named[code] for code in re.findall(r"PT\d{3}", flat)} == set(routine.errors)
    for parameter in routine.parameters:
        assert f"{'@' if dialect == 'mssql' else 'p_'}{parameter.name}" in flat
    assert "Tables: " in flat
    assert re.search(r"Returns: ", flat)


def test_views_are_the_contracts(catalogue: Catalogue, store_url: str) -> None:
    assert catalogue("views") == set(SURFACE.views)
    module = engines.module(store_url)
    with module.connect(store_url) as connection:
        for view in SURFACE.views:
            module.select(connection, f"SELECT * FROM {Settings.load(store_url).schema}.{view} WHERE 1 = 0")


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_file_is_installed(dialect: str) -> None:
    """What lies in the folders is what install.sql and its objects.sql include, once each."""
    folder = ROOT / "sql" / dialect
    scripts = "".join((folder / name).read_text() for name in ("install.sql", "objects.sql"))
    included = set(re.findall(r"^(?:\\ir |@@|(?:!?source|:r) sql/\w+/)(\S+)$", scripts, re.MULTILINE))
    there = {
        str(p.relative_to(folder)) for kind in ("tables", "views", "routines") for p in (folder / kind).rglob("*.sql")
    }
    own = {
        "mysql": {"look.sql"},
        "mssql": {"options.sql", "schema.sql"},
        "oracle": {"finish.sql"},
        "snowflake": {"schema.sql"},
    }.get(dialect, set())
    assert included == {*there, *own, "defaults.sql", "objects.sql", "prepare.sql"}
    objects = re.findall(r"^(?:\\ir |!?source |:r |@@)(\S+)$", (folder / "objects.sql").read_text(), re.M)
    assert len(objects) == len(set(objects))


@pytest.mark.parametrize("dialect", SURFACE.parts["whole contract"])
def test_the_audit_columns_of_every_table_are_looked_at(dialect: str) -> None:
    """Before an actor is deleted; a table that is new belongs into the list."""
    text = (ROOT / "sql" / dialect / "routines/internal/audit_table_of.sql").read_text()
    listed = re.findall(r"^ *SELECT N?'(\w+)'(?: AS table_name)?\s+FROM (\w+)\s", text, re.MULTILINE)
    assert sorted(listed) == sorted((table, table) for table in SURFACE.tables)


def test_errors_have_their_classes() -> None:
    """Each error of the contract is a class of its own, of the same name, with its code."""
    classes = {name: getattr(errors, "".join(word.title() for word in name.split("_"))) for name in SURFACE.errors}
    assert {cls.code: cls for cls in classes.values()} == errors.BY_CODE
    assert {name: cls.code for name, cls in classes.items()} == SURFACE.errors


def test_generated_files_are_fresh() -> None:
    result = subprocess.run([sys.executable, ROOT / "scripts/generate", "--check"], capture_output=True, text=True)
    assert (result.returncode, result.stdout) == (0, "")


def test_sqlfluff_is_clean() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "sqlfluff", "lint", "--nocolor", "sql"], cwd=ROOT, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stdout + result.stderr
