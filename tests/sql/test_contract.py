"""Each dialect against contract.toml: what the catalogue has is what the contract says, no more and no less."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from ptdb import Settings, contract, errors, installer
from tests.support import engines, postgresql

ROOT = Path(__file__).resolve().parents[2]
SURFACE = contract.load()
TYPES = {"timestamp": "timestamp with time zone", "json": "text"}
Catalogue = psycopg.Connection[dict[str, Any]]


@pytest.fixture(scope="module")
def catalogue(store_url: str) -> Iterator[Catalogue]:
    """A connection that finds ptdb's objects by their bare names."""
    with postgresql.connect(store_url) as connection:
        connection.execute("SET search_path TO process_tracker")
        yield connection


def column_type(name: str) -> str:
    return re.sub(r"string(\(\d+\))", r"character varying\1", TYPES.get(name, name))


def parameter_type(name: str) -> str:
    return re.sub(r"string\(\d+\)", "text", TYPES.get(name, name))


def test_tables_are_the_contracts(catalogue: Catalogue) -> None:
    found = catalogue.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'process_tracker'::regnamespace AND relkind = 'r'"
    ).fetchall()
    assert {row["relname"] for row in found} == set(SURFACE.tables)


@pytest.mark.parametrize("table", SURFACE.tables.values(), ids=lambda table: table.name)
def test_columns_are_the_contracts(catalogue: Catalogue, table: contract.Table) -> None:
    """Names, order, types, NULL, identity and defaults."""
    found = catalogue.execute(
        """
        SELECT a.attname, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS is_null,
            a.attidentity <> '' AS is_auto, a.atthasdef AS has_default
        FROM pg_attribute AS a
        WHERE a.attrelid = %s::text::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
        """,
        (table.name,),
    ).fetchall()
    expected = [
        {
            "attname": column.name,
            "type": column_type(column.type),
            "is_null": column.null,
            "is_auto": column.auto,
            "has_default": column.default is not None or column.name in ("created_date_time", "update_date_time"),
        }
        for column in (*table.columns, *SURFACE.audit)
    ]
    assert found == expected


@pytest.mark.parametrize("table", SURFACE.tables.values(), ids=lambda table: table.name)
def test_keys_are_the_contracts(catalogue: Catalogue, table: contract.Table) -> None:
    """The primary key, every unique key, every reference."""
    keys = catalogue.execute(
        """
        SELECT i.indisprimary AS is_key,
            ARRAY(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY AS k (attnum, n)
                INNER JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.attnum ORDER BY k.n) AS columns
        FROM pg_index AS i WHERE i.indrelid = %s::text::regclass AND i.indisunique
        """,
        (table.name,),
    ).fetchall()
    assert [tuple(row["columns"]) for row in keys if row["is_key"]] == [table.key]
    others = {tuple(row["columns"]) for row in keys if not row["is_key"]}
    latest = {("process_id",)} if table.name == "process_tracking" else set()
    assert others == set(table.unique) | latest
    references = catalogue.execute(
        """
        SELECT a.attname::text AS column_name, c.confrelid::regclass::text AS target
        FROM pg_constraint AS c
        INNER JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.conrelid = %s::text::regclass AND c.contype = 'f'
        """,
        (table.name,),
    ).fetchall()
    expected = {c.name: c.references.partition(".")[0] for c in table.columns if c.references}
    assert {row["column_name"]: row["target"] for row in references} == expected


@pytest.mark.parametrize(
    "table", [table for table in SURFACE.tables.values() if table.preloaded], ids=lambda table: table.name
)
def test_preloaded_rows_are_the_contracts(store_url: str, server_url: str, table: contract.Table) -> None:
    """In a fresh store, every preloaded row is there, marked by created_by = 0, and no other row is so marked."""
    with postgresql.connect(store_url) as connection:
        names = [column.name for column in table.columns[: len(table.preloaded[0])]]
        found = connection.execute(
            f"SELECT {', '.join(names)} FROM process_tracker.{table.name} WHERE created_by = 0 ORDER BY 1".encode()
        ).fetchall()
    values = [tuple(row.values()) for row in found]
    if table.name == "system_lkup":  # other tests may set the settings of the session's store
        values = [(key, name, value) for key, name, value in values if name == "version"]
        assert values == [(1, "version", SURFACE.version)]
    else:
        assert values == sorted(table.preloaded)


def test_routines_are_the_contracts(catalogue: Catalogue) -> None:
    """What others may call is the contract's, of the parts that the dialect claims; the rest is internal."""
    found = catalogue.execute(
        "SELECT proname FROM pg_proc WHERE pronamespace = 'process_tracker'::regnamespace AND prosecdef"
    ).fetchall()
    assert {row["proname"] for row in found} == set(SURFACE.routines_of("postgresql"))
    internal = {path.stem for path in (ROOT / "sql/postgresql/routines/internal").glob("*.sql")}
    others = catalogue.execute(
        "SELECT proname FROM pg_proc WHERE pronamespace = 'process_tracker'::regnamespace AND NOT prosecdef"
    ).fetchall()
    assert {row["proname"] for row in others} == internal


@pytest.mark.parametrize("routine", SURFACE.routines_of("postgresql").values(), ids=lambda routine: routine.name)
def test_parameters_and_results_are_the_contracts(catalogue: Catalogue, routine: contract.Routine) -> None:
    """Names, order, types and defaults of parameters; names, order and types of results."""
    row = catalogue.execute(
        """
        SELECT p.pronargs, p.pronargdefaults, p.proargnames, p.proargmodes::text[] AS modes,
            ARRAY(SELECT format_type(t, NULL) FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]))
                WITH ORDINALITY AS a (t, n) ORDER BY a.n) AS types,
            pg_get_function_arguments(p.oid) AS arguments,
            ARRAY(SELECT a.attname::text FROM pg_attribute AS a INNER JOIN pg_type AS t ON t.typrelid = a.attrelid
                WHERE t.oid = p.prorettype AND a.attnum > 0 ORDER BY a.attnum) AS row_columns
        FROM pg_proc AS p WHERE p.pronamespace = 'process_tracker'::regnamespace AND p.proname = %s
        """,
        (routine.name,),
    ).fetchone()
    assert row is not None
    count = row["pronargs"]
    names = row["proargnames"] or []
    assert names[:count] == [f"p_{p.name}" for p in routine.parameters]
    assert row["types"][:count] == [parameter_type(p.type) for p in routine.parameters]
    assert row["pronargdefaults"] == sum(not p.is_required for p in routine.parameters)
    for parameter in routine.parameters:
        if parameter.default is not None:
            text = str(parameter.default)
            default = text.lower() if isinstance(parameter.default, bool) else f"'{text}'"
            assert re.search(rf"p_{parameter.name} \S+ DEFAULT {default}", row["arguments"])
    results = names[count:] or row["row_columns"]
    assert results == [result.name for result in routine.results]
    if row["modes"]:
        kinds = [kind.replace("character varying", "text") for kind in row["types"][count:]]
        assert kinds == [parameter_type(result.type) for result in routine.results]


@pytest.mark.parametrize("routine", SURFACE.routines_of("postgresql").values(), ids=lambda routine: routine.name)
def test_a_routines_header_names_its_errors_and_parameters(routine: contract.Routine) -> None:
    """The header of each file says what the contract says; a person reads the file, not the contract."""
    text = (ROOT / f"sql/postgresql/routines/{routine.name}.sql").read_text()
    header = "\n".join(line for line in text.splitlines() if line.startswith("--"))
    flat = " ".join(header.replace("--", " ").split())
    assert text.startswith(f"-- {routine.name}: ")
    named = {code: name for name, code in SURFACE.errors.items()}
    assert {named[code] for code in re.findall(r"PT\d{3}", flat)} == set(routine.errors)
    for parameter in routine.parameters:
        assert f"p_{parameter.name}" in flat
    assert "Tables: " in flat
    assert re.search(r"Returns: ", flat)


def test_views_are_the_contracts(catalogue: Catalogue) -> None:
    found = catalogue.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'process_tracker'::regnamespace AND relkind = 'v'"
    ).fetchall()
    assert {row["relname"] for row in found} == set(SURFACE.views)
    for view in SURFACE.views:
        assert catalogue.execute(f"SELECT * FROM {view} LIMIT 0".encode()).fetchall() == []


def test_every_file_is_installed() -> None:
    """What lies in the folders is what install.sql and its objects.sql include, once each."""
    folder = ROOT / "sql/postgresql"
    scripts = "".join((folder / name).read_text() for name in ("install.sql", "objects.sql"))
    included = re.findall(r"^\\ir (\S+)$", scripts, re.MULTILINE)
    there = [
        str(p.relative_to(folder)) for kind in ("tables", "views", "routines") for p in (folder / kind).rglob("*.sql")
    ]
    assert sorted(included) == sorted([*there, "defaults.sql", "objects.sql", "prepare.sql"])


def test_the_audit_columns_of_every_table_are_looked_at() -> None:
    """Before an actor is deleted; a table that is new belongs into the list."""
    text = (ROOT / "sql/postgresql/routines/internal/audit_table_of.sql").read_text()
    listed = re.findall(r"^SELECT '(\w+)'(?: AS table_name)? FROM (\w+) ", text, re.MULTILINE)
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


@pytest.fixture(scope="module")
def checker() -> Iterator[Catalogue]:
    """A database with ptdb and plpgsql_check, which only a superuser may install, on Debian's PostgreSQL."""
    programs = engines.installed_postgresql()
    assert programs is not None, (
        "there is no PostgreSQL server; apt-get install postgresql-15 postgresql-15-plpgsql-check"
    )
    with engines.local_postgresql(programs) as server, postgresql.database(server) as url:
        with postgresql.connect(postgresql.as_superuser(server, url)) as admin:
            admin.execute("CREATE EXTENSION plpgsql_check")
        installer.install(Settings.load(url))
        with postgresql.connect(url) as connection:
            connection.execute("SET search_path TO process_tracker, public")
            yield connection


def test_plpgsql_check_is_clean(checker: Catalogue) -> None:
    """No unknown column, no bad cast, no unused variable, no code that cannot be reached, in any routine."""
    found = checker.execute(
        """
        SELECT p.proname, c.lineno, c.level, c.message, c.detail
        FROM pg_proc AS p
        INNER JOIN pg_language AS l ON l.oid = p.prolang AND l.lanname = 'plpgsql'
        CROSS JOIN LATERAL plpgsql_check_function_tb(
            p.oid, other_warnings => true, extra_warnings => true, performance_warnings => false
        ) AS c
        WHERE p.pronamespace = 'process_tracker'::regnamespace
        """
    ).fetchall()
    assert found == []
    checked = checker.execute(
        """
        SELECT count(*) AS n FROM pg_proc AS p INNER JOIN pg_language AS l ON l.oid = p.prolang
        WHERE p.pronamespace = 'process_tracker'::regnamespace AND l.lanname = 'plpgsql'
        """
    ).fetchone()
    assert checked is not None
    assert checked["n"] > 50
