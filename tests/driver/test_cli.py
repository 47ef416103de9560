"""The command line, as a user types it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ptdb import Settings, Store, embedded
from tests.support import engines


@pytest.fixture
def empty_url(server_url: str) -> Iterator[str]:
    with engines.module(server_url).database(server_url) as url:
        yield url


def ptdb(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    code = f"{engines.prelude()}from ptdb.cli import main; main(prog_name='ptdb')"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment})


def test_setup_installs_and_says_so(empty_url: str) -> None:
    result = ptdb("setup", PTDB_URL=empty_url)
    assert (result.returncode, result.stderr) == (0, "")
    assert f'"{Settings.load(empty_url).schema}" is as it should be: 52 tables' in result.stdout


def test_setup_writes_an_ini_file_of_comments_once(empty_url: str, tmp_path: Path) -> None:
    """It sets nothing, nobody else can read it, and what is there is never overwritten."""
    path = tmp_path / ".process_tracker/process_tracker_config.ini"
    assert str(path) in ptdb("setup", PTDB_URL=empty_url, HOME=str(tmp_path)).stdout
    assert path.stat().st_mode & 0o777 == 0o600
    assert Settings.load(config_location=path) == Settings()
    for key in ("data_store_type", "data_store_password", "max_concurrent_failures", "log_level"):
        assert f"# {key} =" in path.read_text()
    path.write_text("[DEFAULT]\nlog_level = ERROR\n")
    assert str(path) not in ptdb("setup", PTDB_URL=empty_url, HOME=str(tmp_path)).stdout
    assert path.read_text() == "[DEFAULT]\nlog_level = ERROR\n"


def test_setup_needs_no_home_to_write_to(empty_url: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert ptdb("setup", PTDB_URL=empty_url, HOME=str(tmp_path / "file")).returncode == 0


@pytest.mark.parametrize("option", [("--overwrite", "True"), ("-o", "True")])
def test_setup_keeps_what_is_there_unless_told_otherwise(empty_url: str, option: tuple[str, str]) -> None:
    ptdb("setup", PTDB_URL=empty_url)
    store = Store(empty_url)
    run = store.call("start_process_run", process_name="p", process_type="Load", tool_name="t")
    ptdb("setup", PTDB_URL=empty_url)
    assert store.call("get_process_run", process_tracking_id=run["process_tracking_id"])["process_name"] == "p"
    assert ptdb("setup", *option, PTDB_URL=empty_url).returncode == 0
    assert store.read("v_process", order="process_name") == []


def test_stop_embedded(tmp_path: Path) -> None:
    """It stops what runs, and says so when nothing does; it starts nothing."""
    with engines.scratch() as folder:
        folder.chmod(0o755)
        url = f"embedded://{folder}/store"
        assert "was not running" in ptdb("stop-embedded", PTDB_URL=url).stdout
        embedded.start(folder / "store")
        assert ptdb("stop-embedded", PTDB_URL=url).stdout == "The embedded store is stopped.\n"
        assert not embedded.is_running(folder / "store")


def test_help_needs_no_store() -> None:
    result = ptdb("--help", PTDB_URL="foo://h/d")
    assert result.returncode == 0
    for command in ("setup", "upgrade", "demo", "stop-embedded"):
        assert command in result.stdout
