"""Servers of MySQL and MariaDB in scratch folders, for the tests."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Tests need no data after a crash. Of options given twice, the last counts.
_OPTIONS = (
    "--bind-address=127.0.0.1",
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-flush-method=nosync",
    "--innodb-doublewrite=OFF",
    "--innodb-buffer-pool-size=128M",
)

# A server that starts deletes what it takes for leftovers of its own in its tmpdir.
_PLACES = {"datadir": "data", "socket": "socket", "pid-file": "pid", "tmpdir": "."}


def mysqld() -> list[str]:
    """How a MySQL server starts: the installed one, else one that scripts/mysql97 fetches once."""
    installed = shutil.which("mysqld")
    if installed and "MariaDB" not in _said(installed, "--no-defaults", "--version"):
        return [installed, "--no-defaults"]
    cache = ROOT / ".tox/mysql97"
    fetched = subprocess.run([ROOT / "scripts/mysql97", cache], capture_output=True, text=True)
    if fetched.returncode:
        raise RuntimeError(f"there is no MySQL server; name one by PTDB_TEST_MYSQL_URL. {fetched.stderr}")
    return [str(cache / "mysqld")]


def mariadbd() -> list[str]:
    """How an installed MariaDB server starts."""
    installed = shutil.which("mariadbd") or shutil.which("mariadbd", path="/usr/sbin")
    if installed is None:
        raise RuntimeError(
            "there is no MariaDB server; apt-get install mariadb-server-core, or name one by PTDB_TEST_MARIADB_URL"
        )
    return [installed, "--no-defaults"]


@contextmanager
def mysql(folder: Path, *options: str) -> Iterator[str]:
    """A MySQL server with its data in a folder, and with options beside those of the tests; its URL."""
    program = [*mysqld(), *_account()]
    _run([*program, "--initialize-insecure", f"--datadir={folder / 'data'}"])
    with _started([*program, "--mysqlx=OFF", "--skip-log-bin", "--performance-schema=OFF"], options, folder) as port:
        yield f"mysql://root@127.0.0.1:{port}"


@contextmanager
def mariadb(folder: Path, *options: str) -> Iterator[str]:
    """A MariaDB server with its data in a folder, and with options beside those of the tests; its URL."""
    program = [*mariadbd(), *_account()]
    made = ("--auth-root-authentication-method=normal", "--skip-test-db", f"--datadir={folder / 'data'}")
    _run(["mariadb-install-db", "--no-defaults", *_account(), *made])
    with _started([*program, "--max-connections=300"], options, folder) as port:
        yield f"mariadb://root@127.0.0.1:{port}"


def _account() -> list[str]:
    # The servers refuse to run as root unless told to.
    return ["--user=root"] if os.getuid() == 0 else []


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True).stdout


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {(done.stdout + done.stderr)[-1000:]}")


@contextmanager
def _started(command: list[str], options: tuple[str, ...], folder: Path) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    places = [f"--{option}={folder / name}" for option, name in _PLACES.items()]
    log = folder / "log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [*command, *_OPTIONS, *options, *places, f"--port={port}"], stdout=output, stderr=output
        )
    try:
        for _ in range(600):
            if server.poll() is not None:
                raise RuntimeError(f"{command[0]} ended: {log.read_text()[-1000:]}")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        else:
            raise RuntimeError(f"{command[0]} does not answer: {log.read_text()[-1000:]}")
        yield port
    finally:
        server.kill()
        server.wait()
