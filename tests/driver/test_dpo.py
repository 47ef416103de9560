"""The data pipeline orchestrator's command line, as a user types it."""

from __future__ import annotations

import os
import re
import subprocess
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ptdb import Settings, installer
from tests.support import commands, engines

COMMANDS = [
    "init-execution",
    "get-last-successful-execution",
    "get-execution-completion-timestamp",
    "init-step",
    "compare-step-models",
    "complete-step",
    "complete-execution",
]
NOBODY = "123e4567-e89b-12d3-a456-426614174000"
Result = subprocess.CompletedProcess[str]
Dpo = Callable[..., Result]
Prints = Callable[..., str]
Query = Callable[[str], list[dict[str, Any]]]


def dpo(*arguments: object, cwd: Path | None = None) -> Result:
    """The program's result; whatever it is, the user sees no traceback."""
    result = commands.run("dpo", *map(str, arguments), cwd=cwd)
    assert "Traceback" not in result.stderr
    assert result.returncode in (0, 1, 2)
    return result


@pytest.fixture
def prints(store_url: str) -> Prints:
    """Runs a command on the store, which succeeds; what it prints."""

    def run(*arguments: object) -> str:
        result = dpo(store_url, *arguments)
        assert result.returncode == 0, result.stderr
        return result.stdout

    return run


@pytest.fixture
def refuses(store_url: str) -> Callable[..., str]:
    """Runs a command on the store, which the rules refuse: exit status 1; the one line on stderr."""

    def run(*arguments: object) -> str:
        result = dpo("--log-level", "CRITICAL", store_url, *arguments)
        assert (result.returncode, result.stdout) == (1, "")
        assert re.fullmatch(r"Error: PT\d{3}: .+\n", result.stderr)
        return result.stderr

    return run


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """A folder of models."""
    folder = tmp_path / "models"
    for file in ("a.sql", "group/b.sql", "group/deep/c.sql", "d.csv"):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(file)
    return folder


def guid(output: str) -> str:
    """The one GUID that a command printed."""
    assert output.endswith("\n")
    assert output == f"{uuid.UUID(output.strip())}\n"
    return output.strip()


# ---- each command


def test_init_execution(prints: Prints) -> None:
    """Prints a new GUID."""
    assert guid(prints("init-execution")) != guid(prints("init-execution"))


def test_init_execution_of_a_given_id(prints: Prints, refuses: Callable[..., str]) -> None:
    """Prints it; a second time it is in use."""
    given = str(uuid.uuid4())
    assert guid(prints("init-execution", given)) == given
    assert given in refuses("init-execution", given)


def test_get_last_successful_execution(prints: Prints, server_url: str) -> None:
    """Prints its id; an empty line when there is none."""
    with engines.module(server_url).database(server_url) as url:
        installer.install(Settings.load(url))
        result = dpo(url, "get-last-successful-execution")
        assert (result.returncode, result.stdout) == (0, "\n")
    execution = guid(prints("init-execution"))
    assert prints("complete-execution", execution) == ""
    assert guid(prints("get-last-successful-execution")) == execution


def test_get_execution_completion_timestamp(prints: Prints, refuses: Callable[..., str]) -> None:
    """Prints the last update, and then the completion, with time zone."""
    execution = guid(prints("init-execution"))
    begun = datetime.fromisoformat(prints("get-execution-completion-timestamp", execution).strip())
    prints("complete-execution", execution)
    completed = datetime.fromisoformat(prints("get-execution-completion-timestamp", execution).strip())
    assert begun.utcoffset() == completed.utcoffset() == timedelta(0)
    assert begun < completed
    assert abs(completed - datetime.now(UTC)) < timedelta(minutes=5)
    assert NOBODY in refuses("get-execution-completion-timestamp", NOBODY)


@pytest.mark.parametrize("step_name", ["LOAD", "load", "TRANSFORM", "Transform"])
@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        (["*.sql"], "a"),
        (["**/*.sql"], "a,b,c"),
        (["./group/**/*.sql", "*.csv"], "b,c,d"),
        (["*.nothing"], ""),
    ],
    ids=str,
)
def test_init_step(prints: Prints, models: Path, step_name: str, patterns: list[str], expected: str) -> None:
    """Prints the step's GUID; the models are those that match."""
    step = guid(prints("init-step", guid(prints("init-execution")), step_name, models, *patterns))
    assert prints("compare-step-models", step) == f"{expected}\n"
    assert prints("compare-step-models", step, "") == f"{expected}\n"


def test_a_relative_base_path(store_url: str, prints: Prints, models: Path) -> None:
    """As in the README: relative to the working folder."""
    result = dpo(store_url, "init-step", guid(prints("init-execution")), "load", "./models", "*.sql", cwd=models.parent)
    assert prints("compare-step-models", guid(result.stdout), "") == "a\n"


@pytest.mark.parametrize("rows", [[], [0], [5], [2**63 - 1]])
def test_complete_step(prints: Prints, refuses: Callable[..., str], query: Query, rows: list[int]) -> None:
    """Prints nothing; the number of rows is optional, and may be as large as a BIGINT."""
    step = guid(prints("init-step", guid(prints("init-execution")), "LOAD", os.curdir, "no model"))
    assert prints("complete-step", step, *rows) == ""
    (row,) = query(f"SELECT status, rows_processed FROM {{s}}.execution_step WHERE execution_step_id = '{step}'")
    assert row == {"status": "COMPLETED", "rows_processed": rows[0] if rows else None}
    assert step in refuses("complete-step", step, *rows)


def test_complete_execution(prints: Prints, refuses: Callable[..., str], models: Path) -> None:
    """Prints nothing; once; then there are no more steps."""
    execution = guid(prints("init-execution"))
    assert prints("complete-execution", execution) == ""
    assert execution in refuses("complete-execution", execution)
    assert execution in refuses("init-step", execution, "LOAD", models, "*.sql")


def test_the_readmes_flow(prints: Prints, models: Path) -> None:
    """Two executions; the second prints what was added or changed since the first, in each of its steps."""
    first = guid(prints("init-execution"))
    load = guid(prints("init-step", first, "LOAD", models, "*.csv"))
    assert prints("compare-step-models", load, "") == "d\n"
    prints("complete-step", load, 100)
    transform = guid(prints("init-step", first, "TRANSFORM", models, "*.sql", "./group/**/*.sql"))
    assert prints("compare-step-models", transform, "") == "a,b,c\n"
    prints("complete-step", transform)
    prints("complete-execution", first)

    (models / "a.sql").write_text("changed")
    (models / "group" / "b.sql").touch()
    (models / "group" / "e.sql").write_text("added")
    (models / "group" / "deep" / "c.sql").unlink()
    previous = guid(prints("get-last-successful-execution"))
    assert previous == first
    assert prints("get-execution-completion-timestamp", previous).strip()
    second = guid(prints("init-execution"))
    load = guid(prints("init-step", second, "LOAD", models, "*.csv"))
    assert prints("compare-step-models", load, previous) == "\n"
    transform = guid(prints("init-step", second, "TRANSFORM", models, "*.sql", "./group/**/*.sql"))
    assert prints("compare-step-models", transform, previous) == "a,e\n"
    prints("complete-step", load)
    prints("complete-step", transform, 5)
    prints("complete-execution", second)
    assert guid(prints("get-last-successful-execution")) == second


# ---- the connection string


def test_the_readmes_connection_string(store_url: str) -> None:
    """SQLAlchemy's kind of URL, with a driver in it."""
    kind, _, place = store_url.partition("://")
    for driver in ("psycopg2", "psycopg") if kind == "postgresql" else ("pymysql", "mysqlconnector"):
        result = dpo(f"{kind}+{driver}://{place}", "init-execution")
        assert result.returncode == 0, result.stderr
        guid(result.stdout)


# ---- results on stdout, the log on stderr


@pytest.mark.parametrize("option", ["--log-level", "-l"])
@pytest.mark.parametrize("level", ["CRITICAL", "ERROR", "WARNING", "INFO", "DEBUG", "info"])
def test_log_levels(store_url: str, prints: Prints, models: Path, option: str, level: str) -> None:
    """They say how much is on stderr; stdout has the result alone."""
    execution = guid(prints("init-execution"))
    result = dpo(option, level, store_url, "init-step", execution, "LOAD", models, "*.sql", "*.nothing")
    assert result.returncode == 0
    guid(result.stdout)
    verbose, warned = level.upper() in ("INFO", "DEBUG"), level.upper() not in ("CRITICAL", "ERROR")
    assert ("1 models in" in result.stderr) is verbose
    assert ("*.nothing" in result.stderr) is warned


def test_the_log_level_is_info_by_default(store_url: str, prints: Prints, models: Path) -> None:
    """As the README says."""
    result = dpo(store_url, "init-step", guid(prints("init-execution")), "LOAD", models, "*.sql")
    assert " INFO " in result.stderr
    guid(result.stdout)


def test_no_password_is_shown(store_url: str) -> None:
    """Neither in the log nor in an error."""
    password = store_url.split("://")[1].split("@")[0].split(":")[1]
    wrong = "postgresql://user:s3cret@localhost:1/d"
    for url in (store_url.replace(f":{password}@", ":s3cret@"), wrong, wrong.replace("postgresql:", "foo:")):
        for command in (["init-execution"], ["complete-execution", NOBODY]):
            assert "s3cret" not in dpo("-l", "DEBUG", url, *command).stderr


# ---- help


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize(
    "arguments", [[], *([command] for command in COMMANDS), *(["foo://x", c] for c in COMMANDS)], ids=str
)
def test_help_needs_no_store(arguments: list[str], option: str) -> None:
    """The program's names the commands; each command's, with or without a store before it, says what it takes."""
    result = dpo(*arguments, option)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("Usage: dpo ")
    if arguments:
        assert result.stdout.startswith(f"Usage: dpo DB-CONNECTION-STRING {arguments[-1]} ")
    else:
        for shown in (*COMMANDS, "DB-CONNECTION-STRING", "--log-level", "-l", "-h", "CRITICAL", "DEBUG"):
            assert shown in result.stdout


@pytest.mark.parametrize(
    ("command", "takes"),
    [
        ("get-execution-completion-timestamp", ["EXECUTION-ID"]),
        ("init-step", ["EXECUTION-ID", "STEP-NAME", "BASE-PATH", "MODEL-PATTERNS"]),
        ("compare-step-models", ["STEP-ID", "PREVIOUS-EXECUTION-ID"]),
        ("complete-step", ["STEP-ID", "ROWS-PROCESSED"]),
        ("complete-execution", ["EXECUTION-ID"]),
    ],
)
def test_help_names_the_arguments(command: str, takes: list[str]) -> None:
    """As the README does, in their order."""
    usage = re.sub(r"-\s+", "-", dpo(command, "--help").stdout)  # long usages are wrapped behind a hyphen
    places = [usage.index(argument) for argument in takes]
    assert places == sorted(places)


def test_a_database_without_a_store(server_url: str) -> None:
    """Exit status 1, and what to do."""
    with engines.module(server_url).database(server_url) as url:
        result = dpo(url, "init-execution")
    assert (result.returncode, result.stdout) == (1, "")
    assert "`processtracker setup` installs it" in result.stderr
