"""Processes: running PostgreSQL's programs, recognising a folder's server, waiting for it and shutting it down."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from ptdb.embedded.account import Account
from ptdb.embedded.log import last_lines
from ptdb.embedded.place import DATA, POSTMASTER_PID, SOCKET, EmbeddedServer, digest
from ptdb.embedded.probe import State, probe
from ptdb.embedded.refusals import unavailable

# Recovery after a crash may have to replay a gigabyte before connections are accepted.
START_SECONDS = 120
STOP_SECONDS = 60
PAUSE_SECONDS = 0.02


def run(account: Account | None, folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command in the folder, as the account (None: the caller's own), and return what it said."""
    # The environment is fresh: PG* variables would redirect the programs, and a server that
    # outlives the caller must not keep the caller's secrets.
    environment = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C"}
    if "LD_LIBRARY_PATH" in os.environ:
        environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
        # Out of reach of a Ctrl-C in the caller's terminal.
        start_new_session=True,
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
    )


def wait(condition: Callable[[], bool], seconds: float) -> bool:
    """Wait until the condition holds; return whether it does within the seconds."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(PAUSE_SECONDS)
    return True


def cluster_name(server: EmbeddedServer) -> str:
    """The mark that a folder's server carries in its command line."""
    return f"ptdb-{digest(server.folder)}"


def postmaster(server: EmbeddedServer) -> int | None:
    """The process id of the folder's living server."""
    pid = pid_in(server.folder / DATA / POSTMASTER_PID)
    return pid if pid is not None and is_server(pid, server) else None


def exists(server: EmbeddedServer) -> bool:
    """Whether there is a server, be it ready or about to be."""
    return probe(server) is not State.ABSENT or postmaster(server) is not None


def pid_in(path: Path) -> int | None:
    """The process id in the first line of a lock file of PostgreSQL's."""
    try:
        pid = int(path.read_text(encoding="utf-8", errors="replace").split("\n")[0])
    except (OSError, ValueError):
        return None
    return pid if pid > 0 else None


def is_server(pid: int, server: EmbeddedServer) -> bool:
    """Whether the process is this folder's server.

    After a crash or a reboot the number in postmaster.pid may be that of any other program, so
    being alive proves nothing: PostgreSQL would refuse to start, and a signal would hit a stranger.
    """
    marker = f"cluster_name={cluster_name(server)}"
    if not Path("/proc/self/cmdline").exists():
        try:
            listing = run(None, Path("/"), "ps", "-ww", "-o", "command=", "-p", str(pid))
        except FileNotFoundError:
            return _is_alive(pid)
        return marker in listing.stdout.split()
    process = Path("/proc", str(pid))
    try:
        command = (process / "cmdline").read_bytes().split(b"\0")
        if marker.encode() in command:
            return True
        # A server that somebody started by hand lacks our marker.
        by_hand = os.path.basename(command[0]) == b"postgres"
        return by_hand and os.path.samefile(process / "cwd", server.folder / DATA)
    except OSError:
        return False


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def settle(server: EmbeddedServer) -> State:
    """Wait until a server that is there is ready for connections or gone.

    Never returns BUSY. A server whose socket somebody removed is stopped: nobody can reach it,
    yet it keeps its folder from a new one.
    """
    deadline = time.monotonic() + START_SECONDS
    while True:
        state = probe(server)
        if state in (State.READY, State.NO_DATABASE):
            return state
        pid = postmaster(server)
        if state is State.ABSENT and pid is None:
            return state
        if pid is not None and not (server.socket_folder / SOCKET).exists() and _says_ready(server):
            shut_down(server, pid)
        elif time.monotonic() > deadline:
            raise unavailable(
                f"in {server.folder} has not accepted connections for {START_SECONDS} s (process {pid or 'unknown'}).",
                last_lines(server),
            )
        time.sleep(PAUSE_SECONDS)


def _says_ready(server: EmbeddedServer) -> bool:
    with contextlib.suppress(OSError):
        lines = (server.folder / DATA / POSTMASTER_PID).read_text(errors="replace").splitlines()
        return len(lines) >= 8 and lines[7].strip() == "ready"
    return False


def shut_down(server: EmbeddedServer, pid: int) -> None:
    """Stop the server, and with it its sessions, and wait until it is gone."""
    # pg_ctl would do the same, but trusts the process id unseen, refuses to run for root, and
    # needs the programs, which may have been uninstalled since.
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGINT)
    if not wait(lambda: not is_server(pid, server), STOP_SECONDS):
        raise unavailable(
            f"in {server.folder} (process {pid}) did not stop within {STOP_SECONDS} s.",
            last_lines(server),
        )
